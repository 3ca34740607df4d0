/* A rule's `action`: how the words found become the words offered. */
#ifndef CND_RULE_ACTION_H
#define CND_RULE_ACTION_H

#include "base/yaml.h"

struct cnd_action;

/*
 * Compiles a map of `name` and `params`: remove, replace (with the first
 * of the params), edit (truncate, split, trim, trim_left, trim_right,
 * remove, regex), convert (simple: plain words in lower case), suggest
 * (spellings; a script is read and does nothing).
 */
bool cnd_action_compile(struct cnd_arena *arena, const struct cnd_yaml *node,
	const struct cnd_action **action, struct cnd_error *err);

/* Whether it is `suggest` with `spellings`: the dictionary's words. */
bool cnd_action_is_spellings(const struct cnd_action *action);

/* Whether it is `replace` without words of its own: a swap offers its. */
bool cnd_action_is_replace(const struct cnd_action *action);

/* The text offered instead of match; false when it offers none. */
bool cnd_action_apply(const struct cnd_action *action, struct cnd_str match,
	struct cnd_arena *arena, struct cnd_str *better);

#endif
