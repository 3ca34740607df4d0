/*
 * Fuzz target: comments put into Word and OpenDocument files, for which
 * every word is flagged.  A copy that is made can be annotated again.
 */
#include "fuzz.h"

#include "annotate/annotate.h"
#include "read/read.h"

#include <stdlib.h>

enum { TIMES = 2 };

static bool
annotate(struct cnd_str name, struct cnd_str source, struct cnd_buf *out)
{
	static const struct cnd_annotate_options options = { .replaces = true };
	const struct cnd_lint_options plain = { 0 };
	struct cnd_annotate_result result = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(name, source, &err);
	struct cnd_report *report = NULL;
	bool ok = false;

	if (doc != NULL)
		report = cnd_lint(fuzz_word_rules(), doc, &plain, &err);
	if (report != NULL) {
		const struct cnd_annotate_job job = { source, report, &options,
			&result };

		ok = cnd_annotate(&job, out, &err);
	}
	if (!ok && err.message[0] == '\0')
		abort();
	cnd_report_free(report);
	cnd_document_free(doc);
	return ok;
}

static void
annotate_all(struct cnd_str name, struct cnd_str source)
{
	struct cnd_buf copies[TIMES] = { { 0 } };

	for (int i = 0; i < TIMES && annotate(name, source, &copies[i]); i++)
		source = cnd_buf_str(&copies[i]);
	for (int i = 0; i < TIMES; i++)
		cnd_buf_dispose(&copies[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);

	annotate_all(CND_STR("report.docx"), source);
	annotate_all(CND_STR("report.odt"), source);
	free((char *)(uintptr_t)source.data);
	return 0;
}
