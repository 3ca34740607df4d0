/* The reader of OpenDocument texts (.odt, .ott). */
#ifndef CND_READ_READ_ODT_H
#define CND_READ_READ_ODT_H

#include "base/error.h"
#include "doc/document.h"

/* As struct cnd_reader's read has it (read/read.h). */
struct cnd_document *cnd_read_odt(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);

#endif
