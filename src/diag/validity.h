/* When, and for which types of review, a rule holds. */
#ifndef CND_DIAG_VALIDITY_H
#define CND_DIAG_VALIDITY_H

#include "diag/finding.h"

/* "2015", "2015-04" or "2015-04-01", of a month and a day that exist. */
bool cnd_is_date(struct cnd_str text);

/* Whether a begins before b ends; both are dates as above. */
bool cnd_is_before(struct cnd_str a, struct cnd_str b);

/*
 * Whether a rule is asked of a report of this type and date.  A report of
 * no known date is held to what has no end: the rules as they now stand.
 * One dated by its month or year alone is held to a rule when all of that
 * time lies within the rule's.
 */
bool cnd_rule_holds(const struct cnd_rule_info *rule, struct cnd_str profile,
	struct cnd_str date);

/* "since 2015-04-01", "until 2019-09-29", "2006-04-01 to 2019-09-29", "". */
struct cnd_str cnd_rule_period(
	struct cnd_arena *arena, const struct cnd_rule_info *rule);

#endif
