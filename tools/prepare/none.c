/* No prepared rules: for tools/prepare, which makes them. */
#include "rule/prepared.h"

const struct cnd_ruleset *
cnd_prepared_rules(void)
{
	return NULL;
}
