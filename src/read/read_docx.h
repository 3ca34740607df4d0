/* The reader of Word files (.docx, .docm), transitional and strict. */
#ifndef CND_READ_READ_DOCX_H
#define CND_READ_READ_DOCX_H

#include "base/error.h"
#include "doc/document.h"

/* As struct cnd_reader's read has it (read/read.h). */
struct cnd_document *cnd_read_docx(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);

#endif
