/* Counts of a report's running text, for formulas. */
#ifndef CND_RULE_STATISTICS_H
#define CND_RULE_STATISTICS_H

#include "rule/rule.h"

/*
 * Values by the numbers of the names; as doubles, for cnd_expression.  The
 * first is a formula's own value, for its condition.
 */
enum { CND_STATISTIC_VALUE, CND_STATISTICS = 20 };

/* "value", "words", "sentences", …; ended by NULL. */
const char *const *cnd_statistics_names(void);

/*
 * Fills values for the paragraphs and list items that are in the rule's
 * scope (headings, code and quotations are counted as such).  Returns the
 * number of words.
 */
size_t cnd_statistics_of(struct cnd_check *check, const struct cnd_rule *rule,
	double values[CND_STATISTICS]);

#endif
