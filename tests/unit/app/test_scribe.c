/* Results written by a process of their own. */
#include "app/scribe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/folder.h"

static const char *const outputs[] = { "result.txt", "gone/result.txt" };
static const struct cnd_sandbox sandbox = { outputs, 2, true };

static struct cnd_scribe *
start(void)
{
	struct cnd_error err = { 0 };
	struct cnd_scribe *scribe = cnd_scribe_start(&sandbox, &err);

	assert_non_null(scribe);
	return scribe;
}

static void
results_are_replaced_as_often_as_asked(void **state)
{
	struct cnd_scribe *scribe = start();
	struct cnd_error err = { 0 };

	(void)state;
	assert_true(cnd_scribe_write(
		scribe, "result.txt", CND_STR("first"), 0600, &err));
	assert_file("result.txt", "first");
	assert_true(cnd_scribe_write(
		scribe, "result.txt", CND_STR(""), 0600, &err));
	assert_file("result.txt", "");
	cnd_scribe_end(scribe);
}

static void
a_result_larger_than_a_pipe_arrives_whole(void **state)
{
	enum { SIZE = 1000000 };
	struct cnd_scribe *scribe = start();
	struct cnd_error err = { 0 };
	struct cnd_buf bytes = { 0 };

	(void)state;
	for (int i = 0; i < SIZE; i++)
		cnd_buf_putc(&bytes, (char)('a' + i % 26));
	assert_true(cnd_scribe_write(
		scribe, "result.txt", cnd_buf_str(&bytes), 0600, &err));
	cnd_buf_putc(&bytes, '\0');
	assert_file("result.txt", bytes.data);
	cnd_buf_dispose(&bytes);
	cnd_scribe_end(scribe);
}

static void
a_failure_is_told_and_the_next_result_is_written(void **state)
{
	struct cnd_scribe *scribe = start();
	struct cnd_error err = { 0 };

	(void)state;
	assert_false(cnd_scribe_write(
		scribe, "gone/result.txt", CND_STR("words"), 0600, &err));
	assert_string_equal(err.path, "gone/result.txt");
	assert_string_equal(
		err.message, "cannot be written: No such file or directory");
	assert_true(cnd_scribe_write(
		scribe, "result.txt", CND_STR("words"), 0600, &err));
	assert_file("result.txt", "words");
	cnd_scribe_end(scribe);
}

static void
what_is_no_output_is_not_written(void **state)
{
	struct cnd_scribe *scribe = start();
	struct cnd_error err = { 0 };

	(void)state;
	assert_false(cnd_scribe_write(
		scribe, "other.txt", CND_STR("words"), 0600, &err));
	assert_string_equal(err.message, "is not among the outputs");
	assert_int_equal(access("other.txt", F_OK), -1);
	cnd_scribe_end(scribe);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			results_are_replaced_as_often_as_asked, enter_folder,
			leave_folder),
		cmocka_unit_test_setup_teardown(
			a_result_larger_than_a_pipe_arrives_whole, enter_folder,
			leave_folder),
		cmocka_unit_test_setup_teardown(
			a_failure_is_told_and_the_next_result_is_written,
			enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			what_is_no_output_is_not_written, enter_folder,
			leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
