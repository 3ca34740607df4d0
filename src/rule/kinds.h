/* The kinds of rules, one a file (kind_<name>.c). */
#ifndef CND_RULE_KINDS_H
#define CND_RULE_KINDS_H

#include "rule/rule.h"

extern const struct cnd_kind cnd_kind_acknowledgement;
extern const struct cnd_kind cnd_kind_anatomy;
extern const struct cnd_kind cnd_kind_capitalization;
extern const struct cnd_kind cnd_kind_conditional;
extern const struct cnd_kind cnd_kind_consistency;
extern const struct cnd_kind cnd_kind_existence;
extern const struct cnd_kind cnd_kind_metric;
extern const struct cnd_kind cnd_kind_occurrence;
extern const struct cnd_kind cnd_kind_readability;
extern const struct cnd_kind cnd_kind_repetition;
extern const struct cnd_kind cnd_kind_requirement;
extern const struct cnd_kind cnd_kind_sequence;
extern const struct cnd_kind cnd_kind_spelling;
extern const struct cnd_kind cnd_kind_state;
extern const struct cnd_kind cnd_kind_substitution;

#endif
