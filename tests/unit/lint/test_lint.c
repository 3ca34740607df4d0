/* One report linted: choices, profiles, states, limits, order. */
#include "lint/lint.h"

#include "base/limits.h"

#include "cnd_test.h"
#include "rule/report.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define EXISTENCE(token)                                                       \
	"extends: existence\nmessage: \"%s\"\ntokens: [" token "]\n"

static struct cnd_ruleset *
compile(const char *const (*files)[2], size_t count)
{
	struct cnd_rule_file made[8] = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set;

	for (size_t i = 0; i < count; i++) {
		made[i].path = cnd_str_of(files[i][0]);
		made[i].bytes = cnd_str_of(files[i][1]);
	}
	set = cnd_ruleset_new(made, count, &err);
	if (set == NULL)
		fail_msg("%s: %s", err.path, err.message);
	return set;
}

/* "rule level message", a line each. */
static struct cnd_buf
lint(const struct cnd_ruleset *set, struct cnd_document *doc,
	const struct cnd_lint_options *options)
{
	struct cnd_error err = { 0 };
	struct cnd_report *report = cnd_lint(set, doc, options, &err);
	struct cnd_buf got = { 0 };

	assert_non_null(report);
	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];

		cnd_buf_printf(&got, "%.*s %s %.*s\n",
			CND_STR_ARG(finding->rule->id),
			cnd_level_name(finding->level),
			CND_STR_ARG(finding->message));
	}
	cnd_report_free(report);
	cnd_document_free(doc);
	return got;
}

static const char *const two_rules[][2] = {
	{ "a/one.yml", EXISTENCE("one") },
	{ "b/two.yml", EXISTENCE("two") "enabled: false\n" },
	{ "profiles/sar.yml", "rules: {b/: suggestion}" },
	{ "profiles/dhr.yml", "rules: {a/: off, a/one: error}" },
};

static void
choices_and_profiles_decide_what_runs(void **state)
{
	static const struct cnd_rule_choice off_on[] = {
		{ { "a/", 2 }, false, false, CND_LEVEL_WARNING },
		{ { "b/two", 5 }, true, true, CND_LEVEL_ERROR },
	};
	static const struct {
		struct cnd_lint_options options;
		const char *want;
	} cases[] = {
		{ { .profile = { NULL, 0 } }, "a/one warning one\n" },
		{ { .profile = { "sar", 3 } },
			"b/two suggestion two\na/one warning one\n" },
		{ { .profile = { "dhr", 3 } }, "a/one error one\n" },
		{ { .profile = { "sar", 3 },
			  .choices = off_on,
			  .choice_count = 2 },
			"b/two error two\n" },
	};
	struct cnd_ruleset *set = compile(two_rules, COUNT(two_rules));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cnd_buf got =
			lint(set, build_report("two one"), &cases[i].options);

		assert_buf(&got, cases[i].want);
	}
	cnd_ruleset_free(set);
}

static const char *const dated_rules[][2] = {
	{ "a/new.yml", EXISTENCE("one") "source: s\nsince: 2019-09-30\n" },
	{ "a/old.yml", EXISTENCE("one") "source: s\nuntil: 2019-09-29\n" },
	{ "a/sar.yml", EXISTENCE("one") "profiles: [sar]\n" },
	{ "profiles/sar.yml", "title: t" },
};

static void
the_day_decides_which_rules_are_in_force(void **state)
{
	static const struct {
		struct cnd_lint_options options;
		const char *want;
	} cases[] = {
		{ { .date = { "2019-09-29", 10 } }, "a/old warning one\n" },
		{ { .date = { "2019-09-30", 10 } }, "a/new warning one\n" },
		{ { .date = { "2019", 4 } }, "" },
		{ { .date = { NULL, 0 } }, "a/new warning one\n" },
		{ { .profile = { "sar", 3 } },
			"a/new warning one\na/sar warning one\n" },
	};
	struct cnd_ruleset *set = compile(dated_rules, COUNT(dated_rules));

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cnd_buf got =
			lint(set, build_report("one"), &cases[i].options);

		assert_buf(&got, cases[i].want);
	}
	cnd_ruleset_free(set);
}

static void
an_unknown_profile_is_an_error(void **state)
{
	struct cnd_ruleset *set = compile(two_rules, COUNT(two_rules));
	struct cnd_document *doc = build_report("one");
	struct cnd_lint_options options = { .profile = CND_STR("ssr") };
	struct cnd_error err = { 0 };

	(void)state;
	assert_null(cnd_lint(set, doc, &options, &err));
	assert_int_equal(err.code, CND_ERR_CONFIG);
	assert_string_equal(
		err.message, "profile 'ssr' is not known; did you mean 'sar'?");
	cnd_document_free(doc);
	cnd_ruleset_free(set);
}

static void
states_of_the_file_are_findings_of_their_rules(void **state)
{
	static const char *const files[][2] = {
		{ "document/encoding.yml",
			"extends: state\nmessage: bad bytes %s\nlevel: error" },
	};
	struct cnd_ruleset *set = compile(files, COUNT(files));
	struct cnd_builder *builder = cnd_builder_new(
		CND_STR("t"), "test", CND_STR("x"), CND_PLACES_LINES);
	struct cnd_error err = { 0 };
	struct cnd_buf got;

	(void)state;
	cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
	cnd_builder_text(builder, CND_STR("x"), 0, 1, 0);
	cnd_builder_close(builder);
	cnd_builder_state(builder, "document/encoding",
		(struct cnd_span){ 0, 1 }, CND_STR("FE"));
	cnd_builder_state(builder, "document/unknown",
		(struct cnd_span){ 0, 1 }, CND_STR(""));
	got = lint(set, cnd_builder_finish(builder, &err), NULL);
	assert_buf(&got, "document/encoding error bad bytes FE\n");
	cnd_ruleset_free(set);
}

/*
 * A pattern that takes steps without end on a run of one letter, and has a
 * reference, so that it is PCRE2's.
 */
static void
a_pattern_that_gives_up_is_said_once(void **state)
{
	static const char *const files[][2] = {
		{ "a/slow.yml",
			"extends: existence\nmessage: m\n"
			"raw: ['(a+)+\\1d']\n" },
	};
	struct cnd_ruleset *set = compile(files, COUNT(files));
	struct cnd_buf got = lint(set,
		build_report("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac d\n"
			     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac d\n"),
		NULL);

	(void)state;
	assert_buf(&got,
		"document/pattern-gave-up warning the rule a/slow gave up "
		"here\n");
	cnd_ruleset_free(set);
}

static void
findings_past_the_limit_are_counted(void **state)
{
	static const char *const files[][2] = { { "a/a.yml", EXISTENCE("a") } };
	struct cnd_ruleset *set = compile(files, COUNT(files));
	struct cnd_error err = { 0 };
	struct cnd_buf text = { 0 };
	struct cnd_document *doc;
	struct cnd_report *report;

	(void)state;
	for (size_t i = 0; i < CND_LIMIT_FINDINGS + 5; i++)
		cnd_buf_puts(&text, i % 50 == 49 ? "a\n" : "a ");
	cnd_buf_putc(&text, '\0');
	doc = build_report(text.data);
	report = cnd_lint(set, doc, NULL, &err);
	assert_int_equal(report->finding_count, CND_LIMIT_FINDINGS);
	assert_text(
		report->findings[1].message, "6 more findings were left out");
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_buf_dispose(&text);
	cnd_ruleset_free(set);
}

static const char *const statements[][2] = {
	{ "x/terms.yml",
		"extends: requirement\nmessage: no terms\nkey: terms\n"
		"evidence: [{all: ['terms of reference']}]\n" },
	{ "x/impasse.yml",
		"extends: requirement\nmessage: no impasse\nkey: impasse\n"
		"evidence: [{all: ['no agreement']}]\n" },
	{ "profiles/sar.yml", "statements: [terms]" },
};

static void
only_what_the_type_requires_is_missing(void **state)
{
	struct cnd_ruleset *set = compile(statements, COUNT(statements));
	struct cnd_lint_options sar = { .profile = CND_STR("sar") };
	struct cnd_lint_options all = { .profile = CND_STR("sar"),
		.needs_all = true };
	struct cnd_buf got = lint(set, build_report("Text."), &sar);

	(void)state;
	assert_buf(&got, "x/terms warning no terms\n");
	got = lint(set, build_report("Text."), &all);
	assert_buf(&got,
		"x/impasse warning no impasse\nx/terms warning no terms\n");
	cnd_ruleset_free(set);
}

static void
statements_are_told_even_where_findings_are_off(void **state)
{
	static const struct cnd_rule_choice off = { { "x/", 2 }, false, false,
		CND_LEVEL_WARNING };
	struct cnd_ruleset *set = compile(statements, COUNT(statements));
	struct cnd_lint_options options = {
		.profile = CND_STR("sar"), .choices = &off, .choice_count = 1
	};
	struct cnd_document *doc =
		build_report("The terms of reference are in Appendix A.");
	struct cnd_error err = { 0 };
	struct cnd_report *report = cnd_lint(set, doc, &options, &err);
	struct cnd_buf got = { 0 };

	(void)state;
	assert_int_equal(report->finding_count, 0);
	for (size_t i = 0; i < report->statement_count; i++)
		cnd_buf_printf(&got, "%.*s %d%d ",
			CND_STR_ARG(report->statements[i].key),
			report->statements[i].is_required,
			report->statements[i].is_present);
	assert_buf(&got, "impasse 00 terms 11 ");
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_ruleset_free(set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(choices_and_profiles_decide_what_runs),
		cmocka_unit_test(the_day_decides_which_rules_are_in_force),
		cmocka_unit_test(an_unknown_profile_is_an_error),
		cmocka_unit_test(
			states_of_the_file_are_findings_of_their_rules),
		cmocka_unit_test(a_pattern_that_gives_up_is_said_once),
		cmocka_unit_test(findings_past_the_limit_are_counted),
		cmocka_unit_test(only_what_the_type_requires_is_missing),
		cmocka_unit_test(
			statements_are_told_even_where_findings_are_off),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
