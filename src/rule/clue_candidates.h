/*
 * The sentences that a clue need be asked of: those whose words do not rule
 * it out, found for 64 sentences at once.
 */
#ifndef CND_RULE_CLUE_CANDIDATES_H
#define CND_RULE_CLUE_CANDIDATES_H

#include "rule/clue.h"

/* A document's lists; the bits live in the arena. */
struct cnd_listed cnd_clue_listed(
	const struct cnd_document *doc, struct cnd_arena *arena);

/* Those of one clue, in a document whose sentences were marked. */
struct cnd_clue_candidates {
	const struct cnd_check *check;
	const struct cnd_clues *clues;
	const struct cnd_clue *clue;
	const struct cnd_marked *marked; /* of the check */
	size_t group; /* 64 sentences: those from 64 * group on */
	uint64_t held; /* of these, the candidates not passed yet */
};

/* Those from sentence `from` on. */
struct cnd_clue_candidates cnd_clue_candidates_of(const struct cnd_check *check,
	const struct cnd_clues *clues, const struct cnd_clue *clue,
	uint32_t from);

/*
 * Moves on to the first candidate from sentence `from` on, no less than
 * before: one that the clue may take, or that leads to items that it may.
 * CND_NONE when there is none.
 */
uint32_t cnd_clue_candidate(
	struct cnd_clue_candidates *candidates, uint32_t from);

#endif
