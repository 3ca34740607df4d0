/* Look-behinds written out. */
#include "rule/vale_behind.h"

#include "cnd_test.h"

struct row {
	const char *pattern;
	const char *want;
};

static void
assert_rows(const struct row *rows, size_t count)
{
	struct cnd_arena *arena = cnd_arena_new();

	for (size_t i = 0; i < count; i++)
		assert_text(
			cnd_vale_behinds(arena, cnd_str_of(rows[i].pattern)),
			rows[i].want);
	cnd_arena_free(arena);
}

static void
repeats_are_counted_out(void **state)
{
	static const struct row rows[] = {
		{ "(?<!ab?)c", "(?<!a|ab)c" },
		{ "(?<=x{1,3})c", "(?<=x|x{2}|x{3})c" },
		{ "(?<=[a-z]{2}?|e)c", "(?<=[a-z]{2}|e)c" },
		{ "(?<!a?b?)c", "(?<!|a|b|ab)c" },
		{ "(?<!\\.\\d{0,2})c", "(?<!\\.|\\.\\d|\\.\\d{2})c" },
	};

	(void)state;
	assert_rows(rows, sizeof(rows) / sizeof(rows[0]));
}

static void
what_is_of_fixed_length_or_no_look_behind_stays(void **state)
{
	static const struct row rows[] = {
		{ "(?<!ab)c", "(?<!ab)c" },
		{ "(?<name>a+)c", "(?<name>a+)c" },
		{ "[(?<!]a+c", "[(?<!]a+c" },
		{ "\\(?<!a+c", "\\(?<!a+c" },
		{ "a(?<!(?:b|c))d", "a(?<!(?:b|c))d" },
	};

	(void)state;
	assert_rows(rows, sizeof(rows) / sizeof(rows[0]));
}

static void
too_many_ways_and_broken_ones_stay_as_they_are(void **state)
{
	static const struct row rows[] = {
		{ "(?<!a+b+)c", "(?<!a+b+)c" },
		{ "(?<!a[", "(?<!a[)" },
		{ "(?<!", "(?<!)" },
	};
	struct cnd_arena *arena = cnd_arena_new();

	(void)state;
	assert_text(cnd_vale_behinds(arena, cnd_str_of(rows[0].pattern)),
		rows[0].want);
	/* Only that they end and are no shorter than what was given. */
	for (size_t i = 1; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_true(cnd_vale_behinds(arena, cnd_str_of(rows[i].pattern))
				    .len > 0);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repeats_are_counted_out),
		cmocka_unit_test(
			what_is_of_fixed_length_or_no_look_behind_stays),
		cmocka_unit_test(
			too_many_ways_and_broken_ones_stay_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
