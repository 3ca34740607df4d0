/* What a clue is made of, for clue.c and clue_next.c. */
#ifndef CND_RULE_CLUE_PARTS_H
#define CND_RULE_CLUE_PARTS_H

#include "match/marks.h"
#include "query/query.h"
#include "rule/clue.h"

/* Lists of patterns in one clue: those shipped have four at most. */
enum { CND_CLUE_PARTS = 8 };

struct cnd_clue_parts {
	struct cnd_choices items[CND_CLUE_PARTS];
	size_t count;
};

struct cnd_clue {
	struct cnd_clue_parts sequence;
	struct cnd_clue_parts all;
	struct cnd_choices unwanted; /* `not` */
	const struct cnd_query *antecedent; /* `not-it`, or NULL */
	const struct cnd_query *context; /* or NULL */
	const struct cnd_query *label; /* or NULL */
	const struct cnd_query *behind; /* in it, no later, or NULL */
	const struct cnd_query *under; /* or else in the heading; or NULL */
	const struct cnd_query *beside; /* in the paragraph, or NULL */
	const struct cnd_query *not_behind; /* nor this, or NULL */
	const struct cnd_choices *rarest; /* the part looked for first */
	uint32_t hints; /* tag of its hints */
	bool is_everywhere; /* every sentence of its sections is tried */
	uint32_t roles; /* bits of enum cnd_role */
	uint32_t reach; /* 0: any */
};

#endif
