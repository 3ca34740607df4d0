/*
 * Marks: words without which a pattern matches nowhere.  They are noted for
 * each sentence while its words are looked up anyway, and tell of most
 * sentences that a pattern is not in them before it is asked.
 */
#ifndef CND_MATCH_MARKS_H
#define CND_MATCH_MARKS_H

#include "match/matcher.h"

/* A pattern's marks, [first, first + count): all stand where it matches.
 * Without any, nothing is told of it. */
struct cnd_marks {
	uint32_t first;
	uint32_t count;
};

/* Which marks stand in which sentence of the units that were scanned. */
struct cnd_marked {
	uint64_t *rows; /* `width` of them for each sentence */
	size_t width;
};

/*
 * The marks of a pattern that is not added: it is only told where it may
 * stand.  Flags as for cnd_regex_new; equal patterns are marked twice.
 */
struct cnd_marks cnd_matcher_mark(
	struct cnd_matcher *matcher, struct cnd_str pattern, unsigned flags);

/*
 * Whether a match may stand in the text of sentences [from, to); always
 * when marked is NULL.
 */
bool cnd_marked_may_hold(const struct cnd_marked *marked,
	struct cnd_marks marks, uint32_t from, uint32_t to);

#endif
