/* The counts of a report as Vale makes them, for its formulas. */
#ifndef CND_RULE_VALE_STATISTICS_H
#define CND_RULE_VALE_STATISTICS_H

#include "rule/statistics.h"

struct cnd_syllables;

/*
 * Makes what syllables are counted by, and sets the rule's scope: the
 * running text.  For a rule that is none of Vale's, nothing.
 */
bool cnd_vale_statistics_prepare(struct cnd_rule *rule,
	struct cnd_compile *compile, const struct cnd_syllables **syllables,
	struct cnd_error *err);

/*
 * Fills values by the numbers of cnd_statistics_names, counted in a pass
 * over the running text as a whole.  Returns the number of words; 0 in any
 * other pass.
 */
size_t cnd_vale_statistics_of(const struct cnd_syllables *syllables,
	const struct cnd_check *check, double values[CND_STATISTICS]);

#endif
