/* What is wrong in structure.yml is told with its place. */
#include "review/structure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void
assert_error(const char *yaml, const char *expected)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_yaml *file =
		cnd_yaml_parse(arena, cnd_str_of(yaml), &err);
	char got[CND_ERROR_MESSAGE + 32];

	assert_non_null(file);
	assert_null(cnd_structure_new(arena, file, NULL, false, &err));
	snprintf(got, sizeof(got), "%u:%u %s", (unsigned)err.line,
		(unsigned)err.column, err.message);
	assert_string_equal(got, expected);
	cnd_arena_free(arena);
}

static void
unknown_keys_are_errors_with_a_suggestion(void **state)
{
	(void)state;
	assert_error(
		"rols: {}\n", "1:1 'rols' is not known; did you mean 'roles'?");
	assert_error("roles:\n  sumary: { any: a }\n",
		"2:3 'sumary' is not known; did you mean 'summary'?");
	assert_error("roles:\n  summary: { nor: a }\n",
		"2:14 'nor' is not known; did you mean 'not'?");
	assert_error("columns:\n  ownr: a\n",
		"2:3 'ownr' is not known; did you mean 'owner'?");
	assert_error("cues:\n  zzzzzz: a\n", "2:3 'zzzzzz' is not known");
}

static void
a_bad_pattern_is_told_with_its_place(void **state)
{
	(void)state;
	assert_error("roles:\n  summary:\n    any:\n      - good\n"
		     "      - '(bad'\n",
		"5:9 pattern: missing closing parenthesis");
	assert_error("bodies: ['{{nobody}}']\n",
		"1:10 there is no lexicon 'nobody'");
}

static void
what_is_missing_is_named(void **state)
{
	(void)state;
	assert_error("description: x\n", "1:1 'roles' is missing");
	assert_error(
		"cues: { label: a }\n", "1:7 cue 'heading-number' is missing");
	assert_error("[a]\n", "1:1 must be a map");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unknown_keys_are_errors_with_a_suggestion),
		cmocka_unit_test(a_bad_pattern_is_told_with_its_place),
		cmocka_unit_test(what_is_missing_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
