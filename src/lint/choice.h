/* Which rules run on a report, and how much each weighs. */
#ifndef CND_LINT_CHOICE_H
#define CND_LINT_CHOICE_H

#include "rule/rule.h"
#include "rule/ruleset.h"

struct cnd_setting {
	bool is_on;
	enum cnd_level level;
};

/*
 * Of choices the one whose name fits a rule's id and is longest, the last
 * of equals; NULL when none fits.
 */
const struct cnd_rule_choice *cnd_choice_for(
	const struct cnd_rule_choice *choices, size_t count, struct cnd_str id);

/*
 * A rule's setting: its own, then the profile's choice (NULL for none),
 * then the caller's.  Within each the longest name that fits decides, the
 * last of equals.
 */
struct cnd_setting cnd_setting_of(const struct cnd_rule *rule,
	const struct cnd_profile *profile,
	const struct cnd_rule_choice *choices, size_t choice_count);

#endif
