/* The public functions, used through the public headers alone. */
#include "candour/candour.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct candour_text
text(const char *words)
{
	return (struct candour_text){ words, strlen(words) };
}

static struct candour_rules *
rules_with(const char *yaml)
{
	struct candour_rule_file file = { text("test/stray.yml"), text(yaml) };
	struct candour_error err;
	struct candour_rules *rules = candour_rules_new(&file, 1, &err);

	assert_non_null(rules);
	return rules;
}

static const char stray[] = "extends: existence\n"
			    "message: \"'%s' strayed\"\n"
			    "level: error\n"
			    "fix: Cut it.\n"
			    "tokens: [strayed]\n"
			    "bad: [it strayed, they strayed]\n"
			    "good: [it stayed, they stayed]\n";

/* The findings of rule test/stray, as "5:3-10 strayed". */
static void
assert_findings(const struct candour_report *report, enum candour_unit unit,
	const char *want)
{
	struct candour_finding finding;
	char got[256] = "";

	for (size_t i = 0; candour_report_finding(report, i, unit, &finding);
		i++)
		if (finding.rule.length == strlen("test/stray") &&
			memcmp(finding.rule.data, "test/stray",
				finding.rule.length) == 0)
			snprintf(got + strlen(got), sizeof(got) - strlen(got),
				"%u:%u-%u %.*s;", finding.line, finding.column,
				finding.end_column, (int)finding.quote.length,
				finding.quote.data);
	assert_string_equal(got, want);
}

static void
findings_come_by_value_in_each_unit(void **state)
{
	struct candour_rules *rules = rules_with(stray);
	struct candour_error err;
	struct candour_report *report = candour_lint(rules, text("a.md"),
		text("# A\n\n\xf0\x9f\x98\x80 it strayed.\n"), NULL, &err);
	struct candour_finding finding;

	(void)state;
	assert_non_null(report);
	assert_findings(report, CANDOUR_BYTES, "3:9-16 strayed;");
	assert_findings(report, CANDOUR_CODE_POINTS, "3:6-13 strayed;");
	assert_findings(report, CANDOUR_UTF16, "3:7-14 strayed;");
	assert_false(candour_report_finding(
		report, candour_report_count(report), CANDOUR_BYTES, &finding));
	candour_report_free(report);
	candour_rules_free(rules);
}

static void
bytes_may_go_once_linted(void **state)
{
	struct candour_rules *rules = rules_with(stray);
	struct candour_error err;
	char bytes[] = "it strayed\n";
	char name[] = "a.txt";
	struct candour_report *report =
		candour_lint(rules, text(name), text(bytes), "general", &err);

	(void)state;
	assert_non_null(report);
	memset(bytes, 'x', sizeof(bytes) - 1);
	memset(name, 'x', sizeof(name) - 1);
	assert_findings(report, CANDOUR_BYTES, "1:4-11 strayed;");
	candour_report_free(report);
	candour_rules_free(rules);
}

static void
reports_render_by_the_format_s_name(void **state)
{
	struct candour_rules *rules = rules_with(stray);
	struct candour_error err;
	struct candour_report *report = candour_lint(
		rules, text("a.md"), text("it strayed\n"), NULL, &err);
	size_t length;
	char *json =
		candour_render(report, CANDOUR_FINDINGS, "json", &length, &err);
	char *csv = candour_render(report, CANDOUR_REGISTER, "csv", NULL, &err);

	(void)state;
	assert_int_equal(strlen(json), length);
	assert_non_null(strstr(json, "\"rule\": \"test/stray\""));
	assert_int_equal(strncmp(csv, "File,Id,", 8), 0);
	assert_null(
		candour_render(report, CANDOUR_ASSURANCE, "jsn", NULL, &err));
	assert_string_equal(
		err.message, "format 'jsn' is not known; did you mean 'json'?");
	candour_free(json);
	candour_free(csv);
	candour_free(NULL);
	candour_report_free(report);
	candour_rules_free(rules);
}

static void
failures_are_told(void **state)
{
	struct candour_rule_file file = { text("test/x.yml"),
		text("extends: nothing\nmessage: x\n") };
	struct candour_rules *rules = rules_with(stray);
	struct candour_error err;

	(void)state;
	assert_null(candour_rules_new(&file, 1, &err));
	assert_string_equal(err.path, "test/x.yml");
	assert_int_equal(err.line, 1);
	assert_null(candour_lint(
		rules, text("a.md"), text("x\n"), "nonesuch", &err));
	assert_null(candour_lint(rules, text("a.docx"),
		text("PK\x03\x04 no package"), NULL, &err));
	candour_rules_free(rules);
	candour_rules_free(NULL);
	candour_report_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(findings_come_by_value_in_each_unit),
		cmocka_unit_test(bytes_may_go_once_linted),
		cmocka_unit_test(reports_render_by_the_format_s_name),
		cmocka_unit_test(failures_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
