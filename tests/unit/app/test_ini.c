/* INI files: sections, values over lines, comments, anything else. */
#include "app/ini.h"

#include "cnd_test.h"

static void
assert_entries(const char *text, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_ini ini = cnd_ini_read(arena, cnd_str_of(text));
	struct cnd_buf got = { 0 };

	for (size_t i = 0; i < ini.count; i++)
		cnd_buf_printf(&got, "%u [%.*s] %.*s=%.*s\n",
			ini.entries[i].line,
			CND_STR_ARG(ini.entries[i].section),
			CND_STR_ARG(ini.entries[i].key),
			CND_STR_ARG(ini.entries[i].value));
	assert_buf(&got, want);
	cnd_arena_free(arena);
}

static void
sections_keys_and_comments_are_told_apart(void **state)
{
	(void)state;
	assert_entries("# no\na = b\n; no\n[*.md]\nc.d : \"e f\" # g\n"
		       "h = i#j ;k\n",
		"2 [] a=b\n5 [*.md] c.d=e f\n6 [*.md] h=i#j\n");
	assert_entries("[[ab]*.md]\nx=1\n[ open\ny\n",
		"2 [[ab]*.md] x=1\n3 [[ab]*.md] =[ open\n4 [[ab]*.md] =y\n");
}

static void
a_backslash_joins_lines(void **state)
{
	(void)state;
	assert_entries("a = b, \\\n  c\nd = e\\", "2 [] a=b, c\n3 [] d=e\\\n");
}

static void
items_are_apart_by_commas(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str rest = CND_STR(" a , b\\,c,, d");

	(void)state;
	assert_text(cnd_ini_item(arena, &rest), "a");
	assert_text(cnd_ini_item(arena, &rest), "b,c");
	assert_text(cnd_ini_item(arena, &rest), "");
	assert_text(cnd_ini_item(arena, &rest), "d");
	assert_int_equal(rest.len, 0);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_keys_and_comments_are_told_apart),
		cmocka_unit_test(a_backslash_joins_lines),
		cmocka_unit_test(items_are_apart_by_commas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
