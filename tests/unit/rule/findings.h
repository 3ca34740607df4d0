/* What one rule says of one small report, as lines to compare. */
#ifndef CND_TEST_FINDINGS_H
#define CND_TEST_FINDINGS_H

#include "lint/lint.h"

#include "cnd_test.h"
#include "rule/report.h"

static void
print_finding(const struct cnd_document *doc, const struct cnd_finding *finding,
	struct cnd_buf *out)
{
	struct cnd_place place =
		cnd_document_place(doc, finding->span, CND_UNIT_CODE_POINT);

	cnd_buf_printf(out, "%u:%u-%u:%u %.*s", place.line, place.column,
		place.end_line, place.end_column,
		CND_STR_ARG(finding->message));
	for (size_t i = 0; i < finding->edit_count; i++)
		cnd_buf_printf(
			out, " => %.*s", CND_STR_ARG(finding->edits[i].text));
	cnd_buf_putc(out, '\n');
}

/* A scale that tests of rules may name. */
#define SCALE_OF_TESTS                                                         \
	"bias: 0\nweights: {500: [objected, gladly], -500: [nurse]}\n"

static inline struct cnd_ruleset *
ruleset_of(const char *yaml)
{
	struct cnd_error err = { 0 };
	struct cnd_rule_file files[] = {
		{ .path = CND_STR("t/rule.yml"), .bytes = cnd_str_of(yaml) },
		{ .path = CND_STR("weights/test.yml"),
			.bytes = CND_STR(SCALE_OF_TESTS) },
	};
	struct cnd_ruleset *set = cnd_ruleset_new(files, 2, &err);

	if (set == NULL)
		fail_msg("%u:%u: %s", err.line, err.column, err.message);
	return set;
}

/* Adds to a text what a test wants to see of a report. */
typedef void print_report(const struct cnd_report *report, struct cnd_buf *out);

static void
print_findings(const struct cnd_report *report, struct cnd_buf *out)
{
	for (size_t i = 0; i < report->finding_count; i++)
		print_finding(report->doc, &report->findings[i], out);
}

/*
 * What is printed of the report (see report.h) with one rule: as it is when
 * a file is checked, and as it is in an editor, twice.
 */
static inline void
assert_printed(const char *yaml, const char *text, print_report *print,
	const char *want)
{
	struct cnd_ruleset *set = ruleset_of(yaml);
	struct cnd_memory *memory = cnd_memory_new();
	struct cnd_lint_options options = { 0 };

	for (int time = 0; time < 3; time++) {
		struct cnd_document *doc = build_report(text);
		struct cnd_error err = { 0 };
		struct cnd_report *report = cnd_lint(set, doc, &options, &err);
		struct cnd_buf got = { 0 };

		print(report, &got);
		assert_buf(&got, want);
		cnd_report_free(report);
		cnd_document_free(doc);
		options.memory = memory;
	}
	cnd_memory_free(memory);
	cnd_ruleset_free(set);
}

/* The rule's findings are these lines:
 * "line:column-line:column message => edit". */
static inline void
assert_findings(const char *yaml, const char *text, const char *want)
{
	assert_printed(yaml, text, print_findings, want);
}

/* Reading the rule fails with "line:column message". */
static inline void
assert_rule_error(const char *yaml, const char *want)
{
	struct cnd_error err = { 0 };
	struct cnd_rule_file files[] = {
		{ .path = CND_STR("t/rule.yml"), .bytes = cnd_str_of(yaml) },
		{ .path = CND_STR("weights/test.yml"),
			.bytes = CND_STR(SCALE_OF_TESTS) },
	};
	struct cnd_ruleset *set = cnd_ruleset_new(files, 2, &err);
	struct cnd_buf got = { 0 };

	assert_null(set);
	assert_int_equal(err.code, CND_ERR_RULE);
	assert_string_equal(err.path, "t/rule.yml");
	cnd_buf_printf(&got, "%u:%u %s", err.line, err.column, err.message);
	assert_buf(&got, want);
}

#endif
