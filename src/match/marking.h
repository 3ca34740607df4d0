/*
 * Marks being noted: a row for each sentence while its words are looked up,
 * and from 64 rows a word of each mark's column.  For the files of match/
 * only.
 */
#ifndef CND_MATCH_MARKING_H
#define CND_MATCH_MARKING_H

#include "match/marks.h"

struct cnd_marking {
	struct cnd_marked *marked; /* NULL: nothing is noted */
	uint64_t *rows; /* of the group's sentences */
	size_t width; /* words of a row */
	size_t group; /* 64 sentences: those from 64 * group on */
};

/* Nothing noted yet; the columns in arena, the rows in scratch. */
struct cnd_marking cnd_marking_start(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *scratch,
	struct cnd_arena *arena);

/*
 * The empty row of a sentence, which is scanned and stands behind those
 * before; NULL when its words are not told, and all marks may be there.
 */
uint64_t *cnd_marking_enter(
	struct cnd_marking *marking, size_t sentence, bool is_told);

/* Fills the columns to their end. */
void cnd_marking_finish(struct cnd_marking *marking);

#endif
