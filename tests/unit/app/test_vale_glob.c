/* The patterns of .vale.ini's sections. */
#include "app/vale_glob.h"

#include "cnd_test.h"

static void
patterns_match_as_in_vale(void **state)
{
	static const struct {
		const char *pattern;
		const char *path;
		bool matches;
	} rows[] = {
		{ "*", "docs/a.md", true },
		{ "*.md", "docs/a.md", true },
		{ "*.md", "docs/a.mdx", false },
		{ "*.{md,txt}", "a.txt", true },
		{ "*.{md,txt}", "a.rst", false },
		{ "docs/**/*.md", "docs/a/b/c.md", true },
		{ "docs/**/*.md", "docs/c.md", true },
		{ "docs/**/*.md", "other/c.md", false },
		{ "**/a*.md", "x/ab/c.md", false },
		{ "a[b-d]?.md", "acx.md", true },
		{ "a[!b]c", "abc", false },
		{ "!*.md", "a.txt", true },
		{ "!*.md", "a.md", false },
		{ "a+b(c).md", "a+b(c).md", true },
		{ "[", "[", true },
		{ "{a", "a", false },
	};
	struct cnd_arena *arena = cnd_arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (cnd_vale_glob_matches(cnd_vale_glob_new(arena,
						  cnd_str_of(rows[i].pattern)),
			    cnd_str_of(rows[i].path)) != rows[i].matches)
			fail_msg("%s on %s", rows[i].pattern, rows[i].path);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_match_as_in_vale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
