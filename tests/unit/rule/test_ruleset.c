/* Files to a set: ids, replacement, lexicons, profiles, Vale's styles. */
#include "rule/ruleset.h"

#include "lint/lint.h"

#include "cnd_test.h"
#include "rule/report.h"

struct file {
	const char *path;
	const char *bytes;
	bool is_vale;
};

static struct cnd_ruleset *
compile(const struct file *files, size_t count, struct cnd_error *err)
{
	struct cnd_rule_file made[8] = { 0 };

	for (size_t i = 0; i < count; i++) {
		made[i].path = cnd_str_of(files[i].path);
		made[i].bytes = cnd_str_of(files[i].bytes);
		made[i].is_vale = files[i].is_vale;
	}
	return cnd_ruleset_new(made, count, err);
}

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define RULE(message)                                                          \
	"extends: existence\nmessage: " message "\ntokens: ['{{who}}']\n"

static void
rules_are_sorted_and_replaced_by_later_files(void **state)
{
	static const struct file files[] = {
		{ "b/two.yml", RULE("first"), false },
		{ "a/one.yaml", RULE("one"), false },
		{ "README.md", "no rule", false },
		{ "lexicon/who.yml", "tokens: [board]", false },
		{ "b/two.yml", RULE("second"), false },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile(files, COUNT(files), &err);
	struct cnd_buf got = { 0 };

	(void)state;
	assert_non_null(set);
	for (size_t i = 0; i < cnd_ruleset_count(set); i++)
		cnd_buf_printf(&got, "%.*s:%.*s ",
			CND_STR_ARG(cnd_ruleset_rule(set, i)->id),
			CND_STR_ARG(cnd_ruleset_rule(set, i)->message));
	assert_buf(&got, "a/one:one b/two:second ");
	assert_null(cnd_ruleset_find(set, CND_STR("b/three")));
	cnd_ruleset_free(set);
}

static void
errors_name_the_file(void **state)
{
	static const struct {
		const char *path;
		const char *bytes;
		const char *want;
	} cases[] = {
		{ "a/b.yml", "extends: [", "a/b.yml:2:1 " },
		{ "profiles/sar.yml", "rules: {language/: loud}",
			"profiles/sar.yml:1:20 a rule's choice is 'off', "
			"'on', 'suggestion', 'warning' or 'error'" },
		{ "profiles/sar.yml", "statement: [terms]",
			"profiles/sar.yml:1:1 'statement' is not a key of "
			"profiles: they are 'name', 'title', 'description', "
			"'rules' and 'statements'" },
		{ "profiles/sar.yml", "name: dhr",
			"profiles/sar.yml:1:7 'name' must be the file's own "
			"name" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct file file = { cases[i].path, cases[i].bytes, false };
		struct cnd_error err = { 0 };
		struct cnd_buf got = { 0 };

		assert_null(compile(&file, 1, &err));
		assert_int_equal(err.code, CND_ERR_RULE);
		cnd_buf_printf(&got, "%s:%u:%u %s", err.path, err.line,
			err.column, i == 0 ? "" : err.message);
		assert_buf(&got, cases[i].want);
	}
}

static void
profiles_hold_choices_and_statements(void **state)
{
	static const struct file files[] = {
		{ "profiles/sar.yml",
			"name: sar\ntitle: Adults\n"
			"rules: {language/: off, a/b: error, c/d: on}\n"
			"statements: [terms, impasse]\n",
			false },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile(files, COUNT(files), &err);
	const struct cnd_profile *profile;
	struct cnd_buf got = { 0 };

	(void)state;
	assert_non_null(set);
	profile = cnd_ruleset_profile(set, CND_STR("sar"));
	assert_non_null(profile);
	cnd_buf_printf(&got, "%.*s", CND_STR_ARG(profile->title));
	for (size_t i = 0; i < profile->choice_count; i++)
		cnd_buf_printf(&got, " %.*s:%d%d",
			CND_STR_ARG(profile->choices[i].rule),
			profile->choices[i].is_on,
			profile->choices[i].has_level);
	cnd_buf_printf(&got, " %zu", profile->statement_count);
	assert_buf(&got, "Adults language/:00 a/b:11 c/d:10 2");
	assert_true(cnd_ruleset_knows_profile(set, CND_STR("sar")));
	assert_true(cnd_ruleset_knows_profile(set, CND_STR("general")));
	assert_false(cnd_ruleset_knows_profile(set, CND_STR("dhr")));
	cnd_ruleset_free(set);
}

static void
patterns_of_vale_styles_are_taken_literally(void **state)
{
	static const struct file files[] = {
		{ "style/Rule.yml", RULE("m"), true },
		{ "lexicon/Rule.yml",
			"extends: existence\nmessage: m\ntokens: [a]", true },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile(files, COUNT(files), &err);

	(void)state;
	assert_non_null(set);
	assert_int_equal(cnd_ruleset_count(set), 2);
	cnd_ruleset_free(set);
}

static void
a_vale_style_reads_quotations_too(void **state)
{
	static const struct file files[] = {
		{ "style/Rule.yml",
			"extends: existence\nmessage: m\ntokens: [various]",
			true },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile(files, COUNT(files), &err);
	struct cnd_document *doc = build_report("> Various, various.");
	struct cnd_report *report;

	(void)state;
	assert_non_null(set);
	report = cnd_lint(set, doc, NULL, &err);
	assert_int_equal(report->finding_count, 1);
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_ruleset_free(set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_sorted_and_replaced_by_later_files),
		cmocka_unit_test(errors_name_the_file),
		cmocka_unit_test(profiles_hold_choices_and_statements),
		cmocka_unit_test(patterns_of_vale_styles_are_taken_literally),
		cmocka_unit_test(a_vale_style_reads_quotations_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
