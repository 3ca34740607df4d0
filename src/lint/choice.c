/* From switches and levels, the more special the stronger, to a setting. */
#include "lint/choice.h"

static bool
fits(const struct cnd_rule_choice *choice, struct cnd_str id)
{
	if (cnd_str_ends_with(choice->rule, CND_STR("/")))
		return cnd_str_starts_with(id, choice->rule);
	return cnd_str_equal(id, choice->rule);
}

const struct cnd_rule_choice *
cnd_choice_for(
	const struct cnd_rule_choice *choices, size_t count, struct cnd_str id)
{
	const struct cnd_rule_choice *best = NULL;

	for (size_t i = 0; i < count; i++)
		if (fits(&choices[i], id) &&
			(best == NULL || choices[i].rule.len >= best->rule.len))
			best = &choices[i];
	return best;
}

static void
apply(struct cnd_setting *setting, struct cnd_str id,
	const struct cnd_rule_choice *choices, size_t count)
{
	const struct cnd_rule_choice *best = cnd_choice_for(choices, count, id);

	if (best == NULL)
		return;
	setting->is_on = best->is_on;
	if (best->has_level)
		setting->level = best->level;
}

struct cnd_setting
cnd_setting_of(const struct cnd_rule *rule, const struct cnd_profile *profile,
	const struct cnd_rule_choice *choices, size_t choice_count)
{
	struct cnd_setting setting = { rule->is_on, rule->info.level };

	if (profile != NULL)
		apply(&setting, rule->info.id, profile->choices,
			profile->choice_count);
	apply(&setting, rule->info.id, choices, choice_count);
	return setting;
}
