/* What a comment says, the same in every file format. */
#ifndef CND_ANNOTATE_NOTE_H
#define CND_ANNOTATE_NOTE_H

#include "base/buf.h"
#include "lint/lint.h"

/* The author and initials of every comment; also how to find them again. */
#define CND_NOTE_AUTHOR "Candour"
#define CND_NOTE_INITIALS "C"

/*
 * Appends a finding's comment as lines: the message, what would mend it,
 * the rule's id in brackets.
 */
void cnd_note_finding(const struct cnd_finding *finding, struct cnd_buf *out);

/* Appends a line with the words that a comment on more of them is about. */
void cnd_note_quote(struct cnd_str words, struct cnd_buf *out);

/* Appends the summary: how many findings of each level, and what is left
 * out. */
void cnd_note_summary(
	const struct cnd_report *report, size_t left_out, struct cnd_buf *out);

/* Appends text escaped for XML; controls that XML forbids are dropped. */
void cnd_note_escape(struct cnd_str text, struct cnd_buf *out);

/* "2026-11-22T21:00:00Z". */
void cnd_note_date(int64_t time, struct cnd_buf *out);

#endif
