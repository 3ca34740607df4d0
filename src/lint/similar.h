/* Texts of two drafts paired by the words they share. */
#ifndef CND_LINT_SIMILAR_H
#define CND_LINT_SIMILAR_H

#include "base/arena.h"

#include <stdint.h>

/* "No text is like it." */
#define CND_UNLIKE UINT32_MAX

/* Some texts; borrowed. */
struct cnd_texts {
	const struct cnd_str *items;
	size_t count;
};

/*
 * For each old text the new one most like it, or CND_UNLIKE when none
 * shares `least` (0 to 1) of the words of both; no new one is taken twice,
 * and equal ones pair first.  Words count by their beginnings, long ones
 * more than short ones, those in very many texts not at all, so that the
 * work stays in proportion to the texts.  The result lives in the arena.
 */
const uint32_t *cnd_similar_pairs(struct cnd_arena *arena,
	struct cnd_texts old_texts, struct cnd_texts new_texts, double least);

#endif
