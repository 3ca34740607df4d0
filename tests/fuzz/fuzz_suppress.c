/*
 * Fuzz target: comments that put findings aside.  Each line of the input
 * is the words of a comment between two paragraphs that a rule flags.
 */
#include "fuzz.h"

#include "read/read.h"

#include <stdlib.h>

static struct cnd_str
wrap(struct cnd_str lines, struct cnd_buf *out)
{
	for (int i = 0; i < 100 && lines.len > 0; i++) {
		cnd_buf_puts(out, "Various words.\n\n<!-- candour: ");
		cnd_buf_put(out, cnd_str_split(&lines, '\n'));
		cnd_buf_puts(out, " -->\n\nVarious more.\n\n");
	}
	return cnd_buf_str(out);
}

/* What is put aside and what is left is what there was. */
static void
check(const struct cnd_report *report)
{
	for (size_t i = 0; i < report->finding_count; i++)
		if (report->findings[i].span.to > report->doc->text.len)
			abort();
	for (size_t i = 0; i < report->suppressed_count; i++)
		if (report->suppressed[i].finding.rule == NULL)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_buf text = { 0 };
	struct cnd_lint_options options = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_str lines = { (const char *)data, size };
	struct cnd_document *doc = cnd_read(
		CND_STR("report.md"), wrap(lines, &text), &err);
	struct cnd_report *report = NULL;

	if (doc != NULL)
		report = cnd_lint(fuzz_word_rules(), doc, &options, &err);
	if (report != NULL)
		check(report);
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_buf_dispose(&text);
	return 0;
}
