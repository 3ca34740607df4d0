/* A rule of kind requirement: its keys are read, nothing is found yet. */
#include "rule/kinds.h"

static bool
compile(struct cnd_rule *rule, struct cnd_compile *compiling,
	struct cnd_error *err)
{
	(void)rule;
	(void)compiling;
	(void)err;
	return true;
}

static void
check(const struct cnd_rule *rule, struct cnd_check *checking)
{
	(void)rule;
	(void)checking;
}

static const char *const keys[] = { "key", "any", "near", "within",
	"exceptions", "sections", "not-sections", "headings", NULL };

const struct cnd_kind cnd_kind_requirement = {
	.name = "requirement",
	.keys = keys,
	.compile = compile,
	.check = check,
	.is_assuring = true,
};
