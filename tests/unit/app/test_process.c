/* Tests of child processes: what they get, what they print, what ends
 * them. */
#include "app/process.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const no_environment[] = { NULL };

/* Runs sh -c script; prints into out. */
static struct cnd_process_result
run(const char *script, struct cnd_process process, struct cnd_buf *out)
{
	const char *words[] = { "-c", script, NULL };
	struct cnd_process_result result = { 0 };
	struct cnd_error err = { 0 };

	process.program = "sh";
	process.words = words;
	if (process.environment == NULL)
		process.environment = no_environment;
	if (process.most == 0)
		process.most = 1 << 20;
	assert_true(cnd_process_run(&process, out, &result, &err));
	cnd_buf_dispose(&result.errors);
	return result;
}

static void
assert_out(struct cnd_buf *out, const char *expected)
{
	assert_true(cnd_str_equal(cnd_buf_str(out), cnd_str_of(expected)));
	cnd_buf_dispose(out);
}

static void
output_and_status_are_told(void **state)
{
	struct cnd_buf out = { 0 };
	struct cnd_process_result result =
		run("echo a; exit 3", (struct cnd_process){ 0 }, &out);

	(void)state;
	assert_int_equal(result.end, CND_PROCESS_ENDED);
	assert_int_equal(result.status, 3);
	assert_out(&out, "a\n");
}

static void
input_longer_than_a_pipe_passes_through(void **state)
{
	static char text[1 << 19];
	struct cnd_buf out = { 0 };

	(void)state;
	memset(text, 'x', sizeof(text));
	run("cat", (struct cnd_process){ .input = { text, sizeof(text) } },
		&out);
	assert_int_equal(out.len, sizeof(text));
	cnd_buf_dispose(&out);
}

static void
input_that_is_not_read_stops_nothing(void **state)
{
	static char text[1 << 19];
	struct cnd_buf out = { 0 };
	struct cnd_process_result result = run("echo done",
		(struct cnd_process){ .input = { text, sizeof(text) } }, &out);

	(void)state;
	assert_int_equal(result.end, CND_PROCESS_ENDED);
	assert_out(&out, "done\n");
}

static void
environment_is_ours_and_what_is_given(void **state)
{
	static const char *const given[] = { "CND_A=new", NULL };
	struct cnd_buf out = { 0 };

	(void)state;
	setenv("CND_A", "old", 1);
	setenv("CND_B", "kept", 1);
	run("echo $CND_A $CND_B", (struct cnd_process){ .environment = given },
		&out);
	assert_out(&out, "new kept\n");
}

static void
a_missing_program_is_told(void **state)
{
	static const char *const words[] = { NULL };
	const struct cnd_process process = { .program = "no-such-program",
		.words = words,
		.environment = no_environment };
	struct cnd_process_result result = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };

	(void)state;
	assert_true(cnd_process_run(&process, &out, &result, &err));
	assert_int_equal(result.end, CND_PROCESS_MISSING);
}

/* Less than CND_LIMIT_PDF_SECONDS and CND_LIMIT_PDF_BYTES, and the memory
 * below less than CND_LIMIT_PDF_MEMORY, so that the tests are quick. */
static void
limits_end_it(void **state)
{
	static const struct {
		const char *script;
		struct cnd_process process;
		enum cnd_process_end end;
	} cases[] = {
		{ "while :; do echo xxxxxxxxxxxxxxxxxx; done", { .most = 1000 },
			CND_PROCESS_SAID_TOO_MUCH },
		{ "exec sleep 60", { .seconds = 1 },
			CND_PROCESS_TOOK_TOO_LONG },
		{ "kill -9 $$", { 0 }, CND_PROCESS_DIED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf out = { 0 };
		struct cnd_process_result result =
			run(cases[i].script, cases[i].process, &out);

		assert_int_equal(result.end, cases[i].end);
		cnd_buf_dispose(&out);
	}
}

/* dd takes its buffer at once. */
static void
memory_past_the_limit_is_refused(void **state)
{
	static const char script[] =
		"dd if=/dev/zero of=/dev/null bs=200M count=1";
	const struct cnd_process little = { .memory = 64 << 20, .most = 1000 };
	const struct cnd_process any = { .most = 1000 };
	struct cnd_buf out = { 0 };

	(void)state;
	assert_int_equal(run(script, little, &out).status, 1);
	assert_int_equal(run(script, any, &out).status, 0);
	cnd_buf_dispose(&out);
}

static void
a_confined_one_writes_no_file(void **state)
{
	struct cnd_buf out = { 0 };

	(void)state;
	run("t=/tmp/candour-process-$$; (echo x >$t) 2>/dev/null; cat $t; "
	    "rm -f $t; echo end",
		(struct cnd_process){ .memory = 1u << 30, .seconds = 20 },
		&out);
	assert_out(&out, "end\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(output_and_status_are_told),
		cmocka_unit_test(input_longer_than_a_pipe_passes_through),
		cmocka_unit_test(input_that_is_not_read_stops_nothing),
		cmocka_unit_test(environment_is_ours_and_what_is_given),
		cmocka_unit_test(a_missing_program_is_told),
		cmocka_unit_test(limits_end_it),
		cmocka_unit_test(memory_past_the_limit_is_refused),
		cmocka_unit_test(a_confined_one_writes_no_file),
	};

	/* As candour has it: a closed pipe is an error, not the end. */
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
