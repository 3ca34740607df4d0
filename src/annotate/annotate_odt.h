/* Comments in OpenDocument texts; called by annotate.c. */
#ifndef CND_ANNOTATE_ANNOTATE_ODT_H
#define CND_ANNOTATE_ANNOTATE_ODT_H

#include "annotate/annotate.h"
#include "annotate/verify.h"

/* As the functions for Word (annotate_docx.h). */
bool cnd_annotate_odt(const struct cnd_annotate_job *job,
	struct cnd_verify *verify, struct cnd_buf *out, struct cnd_error *err);
bool cnd_annotate_odt_ranges(
	struct cnd_str copy, struct cnd_verify *verify, struct cnd_error *err);

#endif
