/*
 * PDF files through the programs of poppler, where they are installed.
 * They are never linked: each runs as a process of its own with little
 * time and memory, gets the file on its standard input and can write none.
 */
#ifndef CND_APP_PDF_H
#define CND_APP_PDF_H

#include "base/error.h"
#include "doc/document.h"

/*
 * Reads bytes as the file's name and content ask for: PDFs by way of
 * poppler, all else by cnd_read.  bytes outlive the document.  NULL and
 * err (one line: what to install, when that is it) when it cannot be read.
 */
struct cnd_document *cnd_input_read(
	struct cnd_str name, struct cnd_str bytes, struct cnd_error *err);

#endif
