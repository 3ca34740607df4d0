#include "app/project.h"

#include "cnd_test.h"

#include "folder.h"

static void
assert_force(struct cnd_projects *projects, const char *file, const char *want)
{
	struct cnd_in_force force;
	struct cnd_error err = { 0 };
	struct cnd_buf got = { 0 };

	if (!cnd_projects_find(projects, file, &force, &err))
		fail_msg("%s:%u: %s", err.path, err.line, err.message);
	cnd_buf_printf(&got, "%.*s %.*s", CND_STR_ARG(force.profile.text),
		CND_STR_ARG(force.fail_on.text));
	for (size_t i = 0; i < force.count; i++)
		if (cnd_str_equal(force.choices[i].rule,
			    CND_STR("language/plain-words")) ||
			cnd_str_equal(force.choices[i].rule,
				CND_STR("language/jargon")))
			cnd_buf_printf(&got, " %s:%s:%u",
				force.choices[i].rule.data,
				!force.choices[i].is_on ? "off"
					: force.choices[i].has_level
					? cnd_level_name(force.choices[i].level)
					: "on",
				force.sources[i]->line);
	cnd_buf_putc(&got, '\0');
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
}

static void
the_nearest_file_counts_and_the_last_section_wins(void **state)
{
	struct cnd_projects projects = { .arena = cnd_arena_new() };

	(void)state;
	mkdir("sub", 0777);
	write_file(".candour.yml",
		"profile: sar\n"
		"fail-on: error\n"
		"rules:\n"
		"  language/plain-words: error\n"
		"  language/: off\n"
		"files:\n"
		"  - match: drafts/\n"
		"    fail-on: never\n"
		"    rules: {language/: on}\n");
	write_file("sub/.candour.yml", "profile: dhr\n");
	assert_force(&projects, "a.md",
		"sar error language/jargon:off:5 language/plain-words:error:4");
	assert_force(&projects, "drafts/a.md",
		"sar never language/jargon:on:9 language/plain-words:error:9");
	assert_force(&projects, "sub/a.md", "dhr ");
	assert_int_equal(projects.count, 2);
	projects.is_ignoring = true;
	assert_force(&projects, "a.md", " ");
	cnd_arena_free(projects.arena);
}

static void
search_ends_at_the_repository(void **state)
{
	struct cnd_projects projects = { .arena = cnd_arena_new() };

	(void)state;
	write_file(".candour.yml", "profile: sar\n");
	mkdir("repo", 0777);
	mkdir("repo/.git", 0777);
	mkdir("repo/deep", 0777);
	assert_force(&projects, "repo/deep/a.md", " ");
	write_file("repo/.candour.yml", "profile: dhr\n");
	assert_force(&projects, "repo/deep/a.md", "dhr ");
	cnd_arena_free(projects.arena);
}

static void
unknown_rules_profiles_and_folders_are_placed(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} cases[] = {
		{ "rules: {languge/: off}\n",
			"1:9 there is no rule 'languge/'; did you mean "
			"'language/'?" },
		{ "files:\n  - match: x\n    profile: sarr\n",
			"3:14 profile 'sarr' is not known; did you mean "
			"'sar'?" },
		{ "rule-folders: [gone]\n",
			"1:16 there is no folder of rules 'gone'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_projects projects = { .arena = cnd_arena_new() };
		struct cnd_in_force force;
		struct cnd_error err = { 0 };
		char got[CND_ERROR_MESSAGE + 32];

		write_file(".candour.yml", cases[i].text);
		assert_false(
			cnd_projects_find(&projects, "a.md", &force, &err));
		snprintf(got, sizeof(got), "%u:%u %s", err.line, err.column,
			err.message);
		assert_string_equal(got, cases[i].want);
		cnd_arena_free(projects.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_nearest_file_counts_and_the_last_section_wins,
			enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(search_ends_at_the_repository,
			enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			unknown_rules_profiles_and_folders_are_placed,
			enter_folder, leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
