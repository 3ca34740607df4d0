/* Ignore files as Git reads them. */
#include "app/ignore.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct case_of {
	const char *name;
	const char *lines;
	const char *path;
	bool is_folder;
	bool is_ignored;
};

static void
patterns_match_as_in_git(void **state)
{
	static const struct case_of cases[] = {
		{ "name anywhere", "draft.md", "a/b/draft.md", false, true },
		{ "no part of a name", "raft.md", "draft.md", false, false },
		{ "star in a name", "*.tmp", "a/x.tmp", false, true },
		{ "star keeps to a folder", "/a/*.md", "a/b/c.md", false,
			false },
		{ "anchored by a slash", "/x.md", "a/x.md", false, false },
		{ "anchored matches at root", "/x.md", "x.md", false, true },
		{ "inner slash anchors", "a/x.md", "b/a/x.md", false, false },
		{ "folder only, file", "out/", "out", false, false },
		{ "folder only, folder", "out/", "a/out", true, true },
		{ "negation after", "*.md\n!keep.md", "keep.md", false, false },
		{ "the last one decides", "!keep.md\n*.md", "keep.md", false,
			true },
		{ "leading stars", "**/x.md", "a/b/x.md", false, true },
		{ "leading stars, root", "**/x.md", "x.md", false, true },
		{ "middle stars", "a/**/x.md", "a/b/c/x.md", false, true },
		{ "middle stars, none", "a/**/x.md", "a/x.md", false, true },
		{ "trailing stars", "a/**", "a/b", false, true },
		{ "trailing stars, itself", "a/**", "a", true, false },
		{ "two runs of stars", "**/a/**/b", "x/a/y/a/z/b", false,
			true },
		{ "question mark", "x?.md", "x1.md", false, true },
		{ "question mark, too long", "x?.md", "x12.md", false, false },
		{ "set", "x[0-9].md", "x7.md", false, true },
		{ "set negated", "x[!0-9].md", "x7.md", false, false },
		{ "set never closed", "x[0-9.md", "x7.md", false, false },
		{ "set with bracket", "x[]a].md", "x].md", false, true },
		{ "escaped hash", "\\#x", "#x", false, true },
		{ "escaped bang", "\\!x", "!x", false, true },
		{ "escaped star", "x\\*", "xy", false, false },
		{ "comment", "# x\n", "# x", false, false },
		{ "blanks at the end", "x.md   ", "x.md", false, true },
		{ "kept blank", "x\\ ", "x ", false, true },
		{ "CR at the end", "x.md\r\n", "x.md", false, true },
		{ "empty", "\n\n/\n!\n", "x", false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_ignore ignore = { .arena = cnd_arena_new() };

		cnd_ignore_add(
			&ignore, CND_STR(""), cnd_str_of(cases[i].lines));
		if (cnd_ignore_matches(&ignore, cnd_str_of(cases[i].path),
			    cases[i].is_folder) != cases[i].is_ignored)
			fail_msg("%s", cases[i].name);
		cnd_arena_free(ignore.arena);
	}
}

static void
a_nearer_file_overrules(void **state)
{
	struct cnd_ignore ignore = { .arena = cnd_arena_new() };

	(void)state;
	cnd_ignore_add(&ignore, CND_STR(""), CND_STR("*.md"));
	cnd_ignore_add(&ignore, CND_STR("a"), CND_STR("!/x.md"));
	assert_false(cnd_ignore_matches(&ignore, CND_STR("a/x.md"), false));
	assert_true(cnd_ignore_matches(&ignore, CND_STR("a/b/x.md"), false));
	assert_true(cnd_ignore_matches(&ignore, CND_STR("ab/x.md"), false));
	cnd_arena_free(ignore.arena);
}

static void
many_stars_end_soon(void **state)
{
	struct cnd_ignore ignore = { .arena = cnd_arena_new() };
	char name[2001];

	(void)state;
	for (size_t i = 0; i < sizeof(name); i++)
		name[i] = 'a';
	cnd_ignore_add(&ignore, CND_STR(""),
		CND_STR("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"));
	assert_false(cnd_ignore_matches(
		&ignore, (struct cnd_str){ name, sizeof(name) }, false));
	cnd_arena_free(ignore.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_match_as_in_git),
		cmocka_unit_test(a_nearer_file_overrules),
		cmocka_unit_test(many_stars_end_soon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
