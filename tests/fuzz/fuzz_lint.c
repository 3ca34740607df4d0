/*
 * Fuzz target: all of it on Markdown: read, lint by the built-in rules,
 * render in every format.
 */
#include "fuzz.h"

#include "format/format.h"
#include "read/read.h"

#include <stdlib.h>

static void
render(const struct cnd_report *report)
{
	const struct cnd_report *const reports[] = { report };
	struct cnd_format_options options = { .has_color = true };
	const struct cnd_format *format = cnd_formats();
	struct cnd_buf out = { 0 };

	for (; format->name != NULL; format++) {
		cnd_buf_clear(&out);
		cnd_format_render(format, reports, 1, &options, &out);
	}
	cnd_buf_dispose(&out);
}

static void
check_findings(const struct cnd_report *report)
{
	for (size_t i = 0; i < report->finding_count; i++) {
		struct cnd_span span = report->findings[i].span;

		if (span.from > span.to || span.to > report->doc->text.len)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_lint_options options = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(CND_STR("report.md"), source, &err);
	struct cnd_report *report = NULL;

	if (doc != NULL)
		report = cnd_lint(fuzz_rules(), doc, &options, &err);
	if (report != NULL) {
		check_findings(report);
		render(report);
	}
	cnd_report_free(report);
	cnd_document_free(doc);
	free((char *)(uintptr_t)source.data);
	return 0;
}
