/* The parts of a Word package that readers and writers both ask for. */
#ifndef CND_READ_DOCX_PACKAGE_H
#define CND_READ_DOCX_PACKAGE_H

#include "read/package.h"

/* The numbers of parts in a Word document's segments. */
enum { CND_DOCX_BODY, CND_DOCX_FOOTNOTES, CND_DOCX_ENDNOTES };

/*
 * The name and bytes of the part that holds the body.  False and err when
 * the package is no Word file, naming what it is if that can be told.
 */
bool cnd_docx_main_part(struct cnd_package *package, struct cnd_str *name,
	struct cnd_str *body, struct cnd_error *err);

#endif
