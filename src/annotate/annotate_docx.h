/* Comments in Word files; called by annotate.c, which checks the copy. */
#ifndef CND_ANNOTATE_ANNOTATE_DOCX_H
#define CND_ANNOTATE_ANNOTATE_DOCX_H

#include "annotate/annotate.h"
#include "annotate/verify.h"

/* Appends the copy to out and tells verify what each range must hold. */
bool cnd_annotate_docx(const struct cnd_annotate_job *job,
	struct cnd_verify *verify, struct cnd_buf *out, struct cnd_error *err);

/* Tells verify where the ranges stand in a copy. */
bool cnd_annotate_docx_ranges(
	struct cnd_str copy, struct cnd_verify *verify, struct cnd_error *err);

#endif
