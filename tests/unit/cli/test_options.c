/* Command lines as they are read. */
#include "cli/options.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const enum cnd_option_id taken[] = { CND_OPTION_FORMAT, CND_OPTION_RULES,
	CND_OPTION_QUIET, CND_OPTION_COUNT };

/* "format=text quiet | a b" of a command line, or the error's words. */
static void
assert_parsed(const char *line, const char *want)
{
	char copy[256];
	char *argv[16];
	struct cnd_words words = { 0, argv };
	struct cnd_arguments arguments = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf got = { 0 };

	strcpy(copy, line);
	for (char *at = strtok(copy, " "); at != NULL; at = strtok(NULL, " "))
		argv[words.argc++] = at;
	if (!cnd_options_parse(arena, words, taken, &arguments, &err))
		cnd_buf_puts(&got, err.message);
	for (size_t i = 0; err.code == CND_OK && i < arguments.given_count; i++)
		cnd_buf_printf(&got, "%s=%s ",
			cnd_option(arguments.given[i].id)->name,
			arguments.given[i].value == NULL
				? ""
				: arguments.given[i].value);
	for (size_t i = 0; err.code == CND_OK && i < arguments.word_count; i++)
		cnd_buf_printf(&got, "%s ", arguments.words[i]);
	cnd_buf_putc(&got, '\0');
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
	cnd_arena_free(arena);
}

static void
options_are_read_in_every_spelling(void **state)
{
	(void)state;
	assert_parsed("--format json a", "format=json a ");
	assert_parsed("--format=json a", "format=json a ");
	assert_parsed("-f json a", "format=json a ");
	assert_parsed("-fjson a", "format=json a ");
	assert_parsed("-qf json", "quiet= format=json ");
	assert_parsed("a --quiet -", "quiet= a - ");
	assert_parsed("-- --quiet", "--quiet ");
	assert_parsed("--format= a", "format= a ");
	assert_parsed("--rules a --rules b", "rules=a rules=b ");
	assert_parsed("--help", "help= ");
}

static void
wrong_options_are_told_in_one_line(void **state)
{
	(void)state;
	assert_parsed("--fromat json",
		"option '--fromat' is not known here; did you mean "
		"'--format'?");
	assert_parsed("--zzzzzz", "option '--zzzzzz' is not known here");
	assert_parsed("-z", "option '-z' is not known here");
	assert_parsed("--format", "option '--format' needs a value: NAME");
	assert_parsed("--quiet=1", "option '--quiet' takes no value");
	assert_parsed("--redact", "option '--redact' is not known here");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_are_read_in_every_spelling),
		cmocka_unit_test(wrong_options_are_told_in_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
