/* What one rule of a Vale style says of a Markdown text. */
#ifndef CND_TEST_VALE_FINDINGS_H
#define CND_TEST_VALE_FINDINGS_H

#include "lint/lint.h"
#include "read/read.h"

#include "cnd_test.h"

/* The rule's alerts on the text are these lines: "line:column message". */
static inline void
assert_alerts(const char *yaml, const char *text, const char *want)
{
	struct cnd_rule_file files[] = {
		{ .path = CND_STR("style/Rule.yml"),
			.bytes = cnd_str_of(yaml),
			.is_vale = true },
		{ .path = CND_STR("style/words.txt"),
			.bytes = CND_STR("Anyborough\n"),
			.use = CND_USE_WORDS },
		{ .path = CND_STR("accept.txt"),
			.bytes = CND_STR("# ours\nAgency\nlead Agency\n"),
			.use = CND_USE_ACCEPTED },
	};
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = cnd_ruleset_new(files, 3, &err);
	struct cnd_document *doc =
		cnd_read(CND_STR("report.md"), cnd_str_of(text), &err);
	struct cnd_report *report = cnd_lint(set, doc, NULL, &err);
	struct cnd_buf got = { 0 };
	size_t left_out;
	const struct cnd_error *errors = cnd_ruleset_left_out(set, &left_out);

	for (size_t i = 0; i < left_out; i++)
		cnd_buf_printf(&got, "left out: %s\n", errors[i].message);
	for (size_t i = 0; i < report->finding_count; i++) {
		struct cnd_place place = cnd_document_place(
			doc, report->findings[i].span, CND_UNIT_CODE_POINT);

		cnd_buf_printf(&got, "%u:%u %.*s\n", place.line, place.column,
			CND_STR_ARG(report->findings[i].message));
	}
	assert_buf(&got, want);
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_ruleset_free(set);
}

/* Rules and texts of one behaviour. */
struct alerts {
	const char *yaml;
	const char *text;
	const char *want;
};

#define ASSERT_ALERTS(table)                                                   \
	for (size_t i_ = 0; i_ < sizeof(table) / sizeof((table)[0]); i_++)     \
	assert_alerts((table)[i_].yaml, (table)[i_].text, (table)[i_].want)

#endif
