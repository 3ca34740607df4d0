/*
 * The built-in rules as the program carries them, compiled when it was
 * built: docs/prepared-rules.md.
 */
#ifndef CND_RULE_PREPARED_H
#define CND_RULE_PREPARED_H

#include "base/home.h"
#include "rule/ruleset.h"

/* What tools/prepare writes. */
struct cnd_prepared {
	const struct cnd_home_part *parts;
	size_t count; /* 0: a program built without */
	size_t root; /* byte of the first part at which the set stands */
};
extern const struct cnd_prepared cnd_prepared;

/* Valid for ever and never freed; NULL in a program built without them. */
const struct cnd_ruleset *cnd_prepared_rules(void);

#endif
