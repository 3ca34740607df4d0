/*
 * Visible numbers of Word paragraphs ("4.12", "Recommendation 3:"), from
 * the numbering part's definitions (ECMA-376 part 1, 17.9).
 */
#ifndef CND_READ_NUMBERING_H
#define CND_READ_NUMBERING_H

#include "base/arena.h"
#include "base/error.h"

#include <stdint.h>

enum { CND_NUMBERING_LEVELS = 9 };

struct cnd_numbering;

/*
 * Reads a numbering part; an empty one gives a numbering without lists.
 * NULL and err when the part is broken.  Lives in the arena; its counters
 * start anew.
 */
struct cnd_numbering *cnd_numbering_new(
	struct cnd_arena *arena, struct cnd_str part, struct cnd_error *err);

/*
 * Counts a paragraph of list `num` at `level` (from 0) and returns its
 * visible number, in the arena: "" for none, cnd_label_bullet for
 * a bullet, whatever its character.
 */
struct cnd_str cnd_numbering_next(
	struct cnd_numbering *numbering, uint32_t num, uint32_t level);

/* The level of list `num` that the style is tied to, or `level`. */
uint32_t cnd_numbering_style_level(const struct cnd_numbering *numbering,
	uint32_t num, struct cnd_str style, uint32_t level);

#endif
