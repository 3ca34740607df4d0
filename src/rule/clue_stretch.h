/*
 * A clue's part, a list of patterns, sought in a stretch of the report: the
 * choices that the stretch's words do not rule out are asked, and no other.
 */
#ifndef CND_RULE_CLUE_STRETCH_H
#define CND_RULE_CLUE_STRETCH_H

#include "rule/rule.h"

/* A stretch within sentences [first, end); borrowed from the document. */
struct cnd_clue_stretch {
	const struct cnd_document *doc;
	const struct cnd_marked *marked; /* the sentences; NULL: not known */
	struct cnd_span span;
	uint32_t first;
	uint32_t end;
};

/* The stretch of all of sentences [first, end), of which there is one. */
struct cnd_clue_stretch cnd_clue_stretch_of(
	const struct cnd_check *check, uint32_t first, uint32_t end);

/* False when the part surely is not in the stretch. */
bool cnd_clue_part_may_stand(
	const struct cnd_choices *part, const struct cnd_clue_stretch *stretch);

/*
 * The first match of the part, from an offset of the document on, as if it
 * were one pattern; false when there is none.
 */
bool cnd_clue_part_find(const struct cnd_choices *part,
	const struct cnd_clue_stretch *stretch, uint32_t from,
	struct cnd_span *found);

/* Whether there is one; never for a part without choices. */
bool cnd_clue_part_stands(
	const struct cnd_choices *part, const struct cnd_clue_stretch *stretch);

#endif
