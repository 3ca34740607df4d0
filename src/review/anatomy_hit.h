/*
 * Expressions of time in a recommendation, told by their words alone.
 * Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_HIT_H
#define CND_REVIEW_ANATOMY_HIT_H

#include "review/anatomy_date.h"

/* How far an expression binds: a date binds even inside "ensure that". */
struct cnd_time_hit {
	enum cnd_part_value value; /* CND_VALUE_NONE: no expression */
	struct cnd_range range;
	bool is_date;
};

/* The expression of time that opens at token i, if any. */
struct cnd_time_hit cnd_time_hit_at(const struct cnd_tokens *tokens, size_t i);

#endif
