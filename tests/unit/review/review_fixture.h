/* A small Markdown report, read and understood, for the tests of review/. */
#ifndef REVIEW_FIXTURE_H
#define REVIEW_FIXTURE_H

#include "base/buf.h"
#include "read/read.h"
#include "review/review.h"
#include "rule/ruleset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct report {
	struct cnd_ruleset *set;
	struct cnd_arena *arena;
	struct cnd_document *doc;
	const struct cnd_review *review;
};

static inline struct report
read_report(const char *markdown)
{
	struct cnd_error err = { 0 };
	struct report report = { 0 };
	size_t count;
	const struct cnd_rule_file *files = cnd_builtin_rules(&count);

	report.set = cnd_ruleset_new(files, count, &err);
	assert_string_equal(err.message, "");
	report.doc = cnd_read(CND_STR("report.md"), cnd_str_of(markdown), &err);
	assert_non_null(report.doc);
	report.arena = cnd_arena_new();
	report.review = cnd_review_of(cnd_ruleset_structure(report.set),
		report.doc, (struct cnd_str){ 0 }, report.arena);
	return report;
}

static inline void
free_report(struct report *report)
{
	cnd_document_free(report->doc);
	cnd_ruleset_free(report->set);
	cnd_arena_free(report->arena);
}

static inline void
put_span(struct cnd_buf *out, const struct report *report, struct cnd_span span)
{
	cnd_buf_put(out, cnd_document_text(report->doc, span));
}

/* "label|lead-in|words + words" for each recommendation, one a line. */
static inline void
put_recommendations(struct cnd_buf *out, const struct report *report)
{
	for (size_t i = 0; i < report->review->recommendation_count; i++) {
		const struct cnd_recommendation *rec =
			&report->review->recommendations[i];

		cnd_buf_put(out, rec->label);
		cnd_buf_putc(out, '|');
		put_span(out, report, rec->lead_in);
		cnd_buf_putc(out, '|');
		for (size_t k = 0; k < rec->span_count; k++) {
			cnd_buf_puts(out, k > 0 ? " + " : "");
			put_span(out, report, rec->spans[k]);
		}
		cnd_buf_putc(out, '\n');
	}
}

static inline void
assert_buf(struct cnd_buf *out, const char *expected)
{
	cnd_buf_putc(out, '\0');
	assert_string_equal(out->data, expected);
	cnd_buf_dispose(out);
}

static inline void
assert_recommendations(const char *markdown, const char *expected)
{
	struct report report = read_report(markdown);
	struct cnd_buf out = { 0 };

	put_recommendations(&out, &report);
	free_report(&report);
	assert_buf(&out, expected);
}

#endif
