/* Counts of a report's running text, for formulas. */
#ifndef CND_RULE_STATISTICS_H
#define CND_RULE_STATISTICS_H

#include "rule/rule.h"

/* The numbers of the names. */
enum cnd_statistic {
	CND_STATISTIC_VALUE, /* a formula's own, for its condition */
	CND_STATISTIC_WORDS,
	CND_STATISTIC_SENTENCES,
	CND_STATISTIC_PARAGRAPHS,
	CND_STATISTIC_CHARACTERS,
	CND_STATISTIC_SYLLABLES,
	CND_STATISTIC_COMPLEX_WORDS, /* three syllables without a common ending */
	CND_STATISTIC_POLYSYLLABIC_WORDS, /* three syllables */
	CND_STATISTIC_LONG_WORDS, /* over six letters */
	CND_STATISTIC_LIST,
	CND_STATISTIC_BLOCKQUOTE,
	CND_STATISTIC_PRE,
	CND_STATISTIC_TABLES,
	CND_STATISTIC_HEADING_H1,
	CND_STATISTIC_HEADING_H6 = CND_STATISTIC_HEADING_H1 + 5,
	CND_STATISTIC_RECOMMENDATIONS,
	CND_STATISTIC_COUNT
};

/* Values by those numbers; as doubles, for cnd_expression. */
enum { CND_STATISTICS = 20 };

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
