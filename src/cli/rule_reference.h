/* The rule reference: all rules as one Markdown text. */
#ifndef CND_CLI_RULE_REFERENCE_H
#define CND_CLI_RULE_REFERENCE_H

#include "base/buf.h"
#include "rule/ruleset.h"

/* Appends a section for each rule: what, why, examples, guidance. */
void cnd_rule_reference(const struct cnd_ruleset *set, struct cnd_buf *out);

#endif
