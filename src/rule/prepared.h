/*
 * The built-in rules as the program carries them, compiled when it was
 * built: docs/prepared-rules.md.
 */
#ifndef CND_RULE_PREPARED_H
#define CND_RULE_PREPARED_H

#include "rule/ruleset.h"

/* Valid for ever and never freed; NULL in a program built without them. */
const struct cnd_ruleset *cnd_prepared_rules(void);

#endif
