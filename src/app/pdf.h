/*
 * PDF files through the programs of poppler, where they are installed.
 * They are never linked: each runs as a process of its own with little
 * time and memory, gets the file on its standard input and can write none.
 * What they print is read later, when this process has given up its rights
 * (see sandbox.h) and could run no program any more.
 */
#ifndef CND_APP_PDF_H
#define CND_APP_PDF_H

#include "base/buf.h"
#include "base/error.h"
#include "doc/document.h"

/* A PDF taken apart.  Held by value; zeroed, it is none. */
struct cnd_pdf {
	bool is_there;
	struct cnd_buf pages;
	struct cnd_buf tree;
	struct cnd_buf layout;
};

/* Whether the programs that this needs are installed. */
bool cnd_pdf_can_open(void);

/*
 * Has the bytes of a PDF taken apart.  False and err (one line: what to
 * install, when that is it) when that fails.
 */
bool cnd_pdf_open(
	struct cnd_str bytes, struct cnd_pdf *pdf, struct cnd_error *err);

/* Bytes of memory that what came of it takes. */
size_t cnd_pdf_size(const struct cnd_pdf *pdf);

void cnd_pdf_dispose(struct cnd_pdf *pdf);

/*
 * The document: from the PDF taken apart, if it is there, else by the
 * reader that the name asks for.  bytes outlive it.  NULL and err when it
 * cannot be read.
 */
struct cnd_document *cnd_pdf_or_read(struct cnd_str name, struct cnd_str bytes,
	const struct cnd_pdf *pdf, struct cnd_error *err);

#endif
