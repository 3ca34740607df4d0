/*
 * Dates as they are written, of which anatomy_hit.h's expressions of time
 * are made.  Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_DATE_H
#define CND_REVIEW_ANATOMY_DATE_H

#include "review/anatomy_parts.h"

/* "31 March 2024", "March 2024", "2024/25", "31/03/2024", "mid-May": its
 * length in tokens, or 0. */
size_t cnd_time_date_length(const struct cnd_tokens *tokens, size_t i);

/* A number, in digits or words. */
bool cnd_time_is_number(const struct cnd_tokens *tokens, size_t i);

/* A month by its name; "may" only where it can be no verb. */
bool cnd_time_is_month(const struct cnd_tokens *tokens, size_t i);

/* A feast that falls on a known day. */
bool cnd_time_is_feast(const struct cnd_tokens *tokens, size_t i);

/* "Lady Day", "St Swithin's Day": its length in tokens, or 0. */
size_t cnd_time_day_length(const struct cnd_tokens *tokens, size_t i);

/* "before Easter", "by 31 March": a date or a feast stands in the range. */
bool cnd_time_names_day(
	const struct cnd_tokens *tokens, struct cnd_range range);

#endif
