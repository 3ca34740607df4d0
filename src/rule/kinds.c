/* The table of kinds: what `extends:` may say, by name. */
#include "rule/kinds.h"

static const struct cnd_kind *const kinds[] = {
	&cnd_kind_acknowledgement,
	&cnd_kind_anatomy,
	&cnd_kind_capitalization,
	&cnd_kind_conditional,
	&cnd_kind_consistency,
	&cnd_kind_existence,
	&cnd_kind_metric,
	&cnd_kind_occurrence,
	&cnd_kind_readability,
	&cnd_kind_repetition,
	&cnd_kind_requirement,
	&cnd_kind_sequence,
	&cnd_kind_spelling,
	&cnd_kind_state,
	&cnd_kind_substitution,
	NULL,
};

const struct cnd_kind *const *
cnd_kinds(void)
{
	return kinds;
}

const struct cnd_kind *
cnd_rule_kind(const struct cnd_rule *rule)
{
	return kinds[rule->kind];
}
