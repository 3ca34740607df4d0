/*
 * state: what the reader, or the check itself, saw of the file (bytes that
 * are not UTF-8, a pattern that gave up).  The rule file holds the words;
 * lint/ makes the findings.
 */
#include "rule/kinds.h"

static const char *const keys[] = { NULL };

static bool
compile_state(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	(void)rule;
	(void)compile;
	(void)err;
	return true;
}

static void
check_state(const struct cnd_rule *rule, struct cnd_check *check)
{
	(void)rule;
	(void)check;
}

const struct cnd_kind cnd_kind_state = {
	.name = "state",
	.keys = keys,
	.compile = compile_state,
	.check = check_state,
};
