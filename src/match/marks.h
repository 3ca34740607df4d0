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

/*
 * Which marks stand in which sentence of the units that were scanned: bit
 * s % 64 of a word of bits is sentence s of a group of 64.
 */
enum { CND_MARKED_GROUP = 64, CND_MARKED_GROUPS = 4 };
struct cnd_marked {
	/* For each four groups, the columns of all marks: what is written
	 * together lies together, and what is read. */
	uint64_t *columns;
	size_t width; /* columns */
	uint64_t *scanned; /* sentences that were looked at; by group */
	size_t height; /* groups */
};

/* The word of a mark's column for a group. */
static inline uint64_t *
cnd_marked_word(const struct cnd_marked *marked, uint32_t mark, size_t group)
{
	return &marked->columns[(group / CND_MARKED_GROUPS * marked->width +
					mark) *
			CND_MARKED_GROUPS +
		group % CND_MARKED_GROUPS];
}

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

/* The sentences of a group in which a match may stand, if all of it stands
 * in one; bits behind the last sentence mean nothing. */
uint64_t cnd_marked_group(
	const struct cnd_marked *marked, struct cnd_marks marks, size_t group);

#endif
