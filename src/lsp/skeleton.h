/* Words to fill in, where a report lacks something. */
#ifndef CND_LSP_SKELETON_H
#define CND_LSP_SKELETON_H

#include "base/buf.h"
#include "lint/lint.h"

/* Text to insert at a byte offset of the file. */
struct cnd_skeleton {
	const char *title;
	bool is_of_rule; /* one finding's alone: the title names its rule */
	size_t at;
	struct cnd_buf text; /* the caller's to dispose of */
};

/*
 * For a finding on a recommendation: the parts it lacks, at its end.  For
 * a statement that is absent: the sentence its rule proposes, below the
 * governance heading, or below a new one after the title.  False when
 * there is nothing to fill in.
 */
bool cnd_skeleton_for(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton);

/*
 * The comment that puts a finding aside: before a paragraph, inside any
 * other block.  False for formats that have no comments (plain text).
 */
bool cnd_skeleton_ignore(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton);

#endif
