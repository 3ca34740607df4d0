/* One rule file made a rule: the keys common to all kinds. */
#ifndef CND_RULE_RULE_FILE_H
#define CND_RULE_RULE_FILE_H

#include "rule/rule.h"

/* A key that every rule may have, for the schema and the docs. */
struct cnd_rule_key {
	const char *name;
	bool (*read)(struct cnd_rule *rule, size_t offset,
		const struct cnd_yaml *node, struct cnd_compile *compile,
		struct cnd_error *err);
	size_t offset; /* of the member in struct cnd_rule that it fills */
};

/* All of them: a table ended by a row with name NULL. */
const struct cnd_rule_key *cnd_rule_keys(void);

/*
 * Reads compile->file into rule, whose id, file and flags are set by the
 * caller, and lets its kind compile it.  False and err (line and column;
 * the caller adds the path).
 */
bool cnd_rule_read(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err);

#endif
