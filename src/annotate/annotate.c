/*
 * Annotating by format, and the check of every copy before it leaves: the
 * same words and numbers, each comment on the words it is about.
 */
#include "annotate/annotate.h"

#include "annotate/annotate_docx.h"
#include "annotate/annotate_odt.h"
#include "annotate/verify.h"
#include "read/read.h"

static const struct {
	const char *format; /* the reader's name */
	bool (*annotate)(const struct cnd_annotate_job *job,
		struct cnd_verify *verify, struct cnd_buf *out,
		struct cnd_error *err);
	bool (*ranges)(struct cnd_str copy, struct cnd_verify *verify,
		struct cnd_error *err);
} writers[] = {
	{ "docx", cnd_annotate_docx, cnd_annotate_docx_ranges },
	{ "odt", cnd_annotate_odt, cnd_annotate_odt_ranges },
};

static size_t
writer_of(const struct cnd_document *doc)
{
	for (size_t i = 0; i < sizeof(writers) / sizeof(writers[0]); i++)
		if (cnd_str_equal(cnd_str_of(doc->format),
			    cnd_str_of(writers[i].format)))
			return i;
	return CND_NOT_FOUND;
}

/* How many ranges are wrong; CND_NOT_FOUND and err when the text is. */
static size_t
check_copy(const struct cnd_document *doc, size_t writer, struct cnd_str copy,
	struct cnd_verify *verify, struct cnd_error *err)
{
	struct cnd_document *again = cnd_read(doc->name, copy, err);
	size_t failures = CND_NOT_FOUND;

	if (again == NULL)
		return failures;
	if (!cnd_verify_same_text(doc, again))
		cnd_fail(err, CND_ERR_OUTPUT,
			"the copy's text would differ from the original's");
	else if (writers[writer].ranges(copy, verify, err))
		failures = cnd_verify_ranges(verify, again);
	cnd_document_free(again);
	return failures;
}

bool
cnd_annotate(const struct cnd_annotate_job *job, struct cnd_buf *out,
	struct cnd_error *err)
{
	const struct cnd_report *report = job->report;
	size_t writer = writer_of(report->doc);
	size_t start = out->len;
	struct cnd_arena *arena;
	struct cnd_verify *verify;
	bool ok = false;

	if (writer == CND_NOT_FOUND)
		return cnd_fail(err, CND_ERR_USAGE,
			"comments can be put into .docx and .odt files only");
	arena = cnd_arena_new();
	verify = cnd_verify_new(arena, report->doc, report->finding_count);
	for (int try = 0; try < 2 && !ok; try++) {
		size_t failures;

		*job->result = (struct cnd_annotate_result){ 0 };
		out->len = start;
		cnd_verify_restart(verify);
		if (!writers[writer].annotate(job, verify, out, err))
			break;
		failures = check_copy(report->doc, writer,
			cnd_str_slice(cnd_buf_str(out), start, out->len),
			verify, err);
		if (failures == CND_NOT_FOUND)
			break;
		ok = failures == 0;
		if (!ok)
			cnd_fail(err, CND_ERR_OUTPUT,
				"%zu comments would be on the wrong words",
				failures);
	}
	cnd_arena_free(arena);
	if (!ok)
		out->len = start;
	return ok;
}
