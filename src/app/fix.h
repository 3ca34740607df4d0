/*
 * Safe edits made in a text file's own bytes.  Only edits whose rule says
 * that they need no thought are made, and only where the words stand in
 * the file as they stand in the document.
 */
#ifndef CND_APP_FIX_H
#define CND_APP_FIX_H

#include "base/buf.h"
#include "lint/lint.h"

/* Bytes [from, to) of the file become text. */
struct cnd_change {
	size_t from;
	size_t to;
	struct cnd_str text;
};

/* In order of place, none overlapping another. */
struct cnd_changes {
	const struct cnd_change *items;
	size_t count;
};

/*
 * The changes that a report's findings ask for; of two that overlap the
 * first is made.  None for Word and ODF files.  In the arena.
 */
struct cnd_changes cnd_fix_changes(
	const struct cnd_report *report, struct cnd_arena *arena);

/* Whether a finding may be mended without asking. */
bool cnd_fix_is_safe(const struct cnd_finding *finding);

/* Appends bytes with the changes made. */
void cnd_fix_apply(const struct cnd_changes *changes, struct cnd_str bytes,
	struct cnd_buf *out);

/* Appends the changes as a unified diff of the file called name. */
void cnd_fix_diff(const struct cnd_changes *changes, struct cnd_str bytes,
	struct cnd_str name, struct cnd_buf *out);

#endif
