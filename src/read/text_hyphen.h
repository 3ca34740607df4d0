/*
 * Hyphens at line ends: "safe-" + "guarding" is one word, "self-" +
 * "neglect" keeps its hyphen.  The text itself tells, where it has the
 * word elsewhere unbroken.
 */
#ifndef CND_READ_TEXT_HYPHEN_H
#define CND_READ_TEXT_HYPHEN_H

#include "read/text_lines.h"

struct cnd_hyphens {
	struct cnd_buf store; /* of words broken at line ends, sorted */
};

/* Looks up all words that lines break with a hyphen. */
void cnd_hyphens_read(
	struct cnd_hyphens *hyphens, const struct cnd_text_lines *lines);
void cnd_hyphens_dispose(struct cnd_hyphens *hyphens);

/* The line ends in a hyphen that joins it to what follows, so that no
 * blank belongs between. */
bool cnd_hyphen_ends(struct cnd_str line);

/* The hyphen at line's end is only there because the line ends: next goes
 * on in lower case, and nothing says that the word is a compound. */
bool cnd_hyphen_is_soft(const struct cnd_hyphens *hyphens, struct cnd_str line,
	struct cnd_str next);

#endif
