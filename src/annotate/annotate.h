/*
 * Findings as native comments in a copy of a Word or OpenDocument file.
 * XML is never written anew: bytes are inserted at offsets the readers
 * told, so that all the rest of the file stays as it is.
 */
#ifndef CND_ANNOTATE_ANNOTATE_H
#define CND_ANNOTATE_ANNOTATE_H

#include "base/buf.h"
#include "base/error.h"
#include "lint/lint.h"

/*
 * Comments put into one file at most: past it Word's margin is a wall, and
 * the summary comment says how many more findings there are.
 */
enum { CND_ANNOTATE_MAX = 500 };

struct cnd_annotate_options {
	bool replaces; /* remove candour's own earlier comments first */
	int64_t time; /* date of the comments, seconds since 1970 */
};

/* What was done, for the user. */
struct cnd_annotate_result {
	size_t comments; /* written, the summary left out */
	size_t left_out; /* findings past CND_ANNOTATE_MAX */
	size_t widened; /* put on a whole run or paragraph instead */
	size_t removed; /* earlier ones of candour's */
	bool breaks_signature;
	bool is_protected; /* editing is restricted in the file */
};

/* What is to be done: the file's bytes, the findings in it, and how. */
struct cnd_annotate_job {
	struct cnd_str source;
	const struct cnd_report *report;
	const struct cnd_annotate_options *options;
	struct cnd_annotate_result *result; /* what came of it */
};

/*
 * Appends to out a copy of the job's file with the report's findings as
 * comments.  The copy is read again and compared before this returns:
 * false and err when the format cannot hold comments, or when the text of
 * the copy would not be that of the original.
 */
bool cnd_annotate(const struct cnd_annotate_job *job, struct cnd_buf *out,
	struct cnd_error *err);

#endif
