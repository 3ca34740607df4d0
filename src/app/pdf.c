/* PDF files: which programs are asked, and what their failures mean. */
#include "app/pdf.h"

#include "app/process.h"
#include "base/limits.h"
#include "read/read.h"
#include "read/read_pdf.h"

/* The first line a program said, without its own classes of errors. */
static struct cnd_str
first_words(struct cnd_str said)
{
	struct cnd_str line = cnd_str_split(&said, '\n');
	size_t colon = cnd_str_find(line, CND_STR(": "));

	if (colon != CND_NOT_FOUND)
		line = cnd_str_slice(line, colon + 2, line.len);
	return line;
}

static bool
fail_program(const char *program, const struct cnd_process_result *result,
	struct cnd_error *err)
{
	struct cnd_str said = cnd_buf_str(&result->errors);

	if (result->end == CND_PROCESS_MISSING)
		return cnd_fail(err, CND_ERR_INPUT,
			"reading a PDF needs pdfinfo and pdftotext: install "
			"poppler-utils, or check the Word file it was made "
			"from");
	if (result->end == CND_PROCESS_TOOK_TOO_LONG ||
		result->end == CND_PROCESS_DIED)
		return cnd_fail(err, CND_ERR_LIMIT,
			"the PDF takes %s more than %d seconds or %u MiB",
			program, CND_LIMIT_PDF_SECONDS,
			CND_LIMIT_PDF_MEMORY >> 20);
	if (result->end == CND_PROCESS_SAID_TOO_MUCH)
		return cnd_fail(err, CND_ERR_LIMIT,
			"the PDF has more than %u MiB of text",
			CND_LIMIT_PDF_BYTES >> 20);
	if (cnd_str_find(said, CND_STR("ncorrect password")) != CND_NOT_FOUND)
		return cnd_fail(err, CND_ERR_INPUT,
			"protected by a password; remove it first");
	said = first_words(said);
	return cnd_fail(err, CND_ERR_INPUT, "not a PDF that can be read: %.*s",
		CND_STR_ARG(said));
}

/* Runs one of poppler's programs on the bytes. */
static bool
ask(const char *program, const char *const *words, struct cnd_str bytes,
	struct cnd_buf *out, struct cnd_error *err)
{
	static const char *const environment[] = { "LC_ALL=C", NULL };
	const struct cnd_process process = { .program = program,
		.words = words,
		.environment = environment,
		.input = bytes,
		.most = CND_LIMIT_PDF_BYTES,
		.seconds = CND_LIMIT_PDF_SECONDS,
		.memory = CND_LIMIT_PDF_MEMORY };
	struct cnd_process_result result = { 0 };
	bool ok = cnd_process_run(&process, out, &result, err);

	if (ok && (result.end != CND_PROCESS_ENDED || result.status != 0))
		ok = fail_program(program, &result, err);
	cnd_buf_dispose(&result.errors);
	return ok;
}

static struct cnd_pdf_text
text_of(const struct cnd_pdf *pdf)
{
	return (struct cnd_pdf_text){ .tree = cnd_buf_str(&pdf->tree),
		.pages = cnd_buf_str(&pdf->pages),
		.layout = cnd_buf_str(&pdf->layout) };
}

bool
cnd_pdf_can_open(void)
{
	return cnd_process_is_there("pdftotext") &&
		cnd_process_is_there("pdfinfo");
}

bool
cnd_pdf_open(struct cnd_str bytes, struct cnd_pdf *pdf, struct cnd_error *err)
{
	static const char *const tree_words[] = { "-struct-text", "-enc",
		"UTF-8", "-", NULL };
	static const char *const page_words[] = { "-enc", "UTF-8", "-", "-",
		NULL };
	static const char *const layout_words[] = { "-bbox-layout", "-enc",
		"UTF-8", "-", "-", NULL };
	struct cnd_pdf_text text;

	if (!ask("pdftotext", page_words, bytes, &pdf->pages, err) ||
		!ask("pdfinfo", tree_words, bytes, &pdf->tree, err))
		return false;
	text = text_of(pdf);
	pdf->is_there = cnd_pdf_is_tagged(&text) ||
		ask("pdftotext", layout_words, bytes, &pdf->layout, err);
	return pdf->is_there;
}

size_t
cnd_pdf_size(const struct cnd_pdf *pdf)
{
	return pdf->pages.len + pdf->tree.len + pdf->layout.len;
}

void
cnd_pdf_dispose(struct cnd_pdf *pdf)
{
	cnd_buf_dispose(&pdf->pages);
	cnd_buf_dispose(&pdf->tree);
	cnd_buf_dispose(&pdf->layout);
	*pdf = (struct cnd_pdf){ 0 };
}

struct cnd_document *
cnd_pdf_or_read(struct cnd_str name, struct cnd_str bytes,
	const struct cnd_pdf *pdf, struct cnd_error *err)
{
	struct cnd_pdf_text text = text_of(pdf);

	return pdf->is_there ? cnd_read_pdf(name, bytes, &text, err)
			     : cnd_read(name, bytes, err);
}
