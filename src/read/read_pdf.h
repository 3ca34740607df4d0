/*
 * PDF files, from what other programs make of them: the tree of a tagged
 * file, or the places of the lines of one that is not.  Nothing here reads
 * a PDF itself, and no program is run here (see app/pdf.c).
 */
#ifndef CND_READ_READ_PDF_H
#define CND_READ_READ_PDF_H

#include "base/error.h"
#include "doc/document.h"

/* What poppler's programs print about one file.  All borrowed. */
struct cnd_pdf_text {
	struct cnd_str tree; /* pdfinfo -struct-text; empty: not tagged */
	struct cnd_str pages; /* pdftotext: a form feed after each page */
	struct cnd_str layout; /* pdftotext -bbox-layout; empty: not asked */
};

/* Whether a file of that name is taken for a PDF. */
bool cnd_pdf_is(struct cnd_str name);

/*
 * Whether the tree holds the file's text: tags that cover only part of it
 * would hide the rest.
 */
bool cnd_pdf_is_tagged(const struct cnd_pdf_text *pdf);

/*
 * Builds the document; source, the PDF's bytes, outlives it.  By the tree
 * when cnd_pdf_is_tagged, else by the layout.  NULL and err when there is
 * no text at all, or a limit is passed.
 */
struct cnd_document *cnd_read_pdf(struct cnd_str name, struct cnd_str source,
	const struct cnd_pdf_text *pdf, struct cnd_error *err);

#endif
