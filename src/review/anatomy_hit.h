/*
 * Expressions of time in a recommendation, told by their words alone.
 * Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_HIT_H
#define CND_REVIEW_ANATOMY_HIT_H

#include "review/anatomy_parts.h"

/* How far an expression binds: a date binds even inside "ensure that". */
struct cnd_time_hit {
	enum cnd_part_value value; /* CND_VALUE_NONE: no expression */
	struct cnd_range range;
	bool is_date;
};

/* The expression of time that opens at token i, if any. */
struct cnd_time_hit cnd_time_hit_at(const struct cnd_tokens *tokens, size_t i);

/* "31 March 2024", "March 2024", "2024/25": its length in tokens, or 0. */
size_t cnd_time_date_length(const struct cnd_tokens *tokens, size_t i);

/* A number, in digits or words. */
bool cnd_time_is_number(const struct cnd_tokens *tokens, size_t i);

/* A month by its name; "may" only where it can be no verb. */
bool cnd_time_is_month(const struct cnd_tokens *tokens, size_t i);

/* A feast that falls on a known day. */
bool cnd_time_is_feast(const struct cnd_tokens *tokens, size_t i);

#endif
