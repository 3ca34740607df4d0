/*
 * A long list of alternatives as several patterns.  An automaton of all of
 * them has a state for each way in which some have begun and others not;
 * those of its parts are few, and most parts are ruled out by their words
 * (match/marks.h) before they are asked.
 */
#ifndef CND_MATCH_DIVIDE_H
#define CND_MATCH_DIVIDE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * Patterns that together match what the one does, where it does: of the
 * first matches that they have, the one that begins first, of the first of
 * them that has it.  *count receives their number, 1 for a pattern that is
 * short, no choice, or not surely known (it sets options, counts groups).
 * They live as long as the arena.
 */
const struct cnd_str *cnd_pattern_divide(
	struct cnd_arena *arena, struct cnd_str pattern, size_t *count);

#endif
