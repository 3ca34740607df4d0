/* A review type's choices among the rules: rules/profiles/<name>.yml. */
#ifndef CND_RULE_PROFILE_H
#define CND_RULE_PROFILE_H

#include "base/yaml.h"
#include "rule/ruleset.h"

/*
 * Reads a map of `title`, `rules` (an id, or a group ending in "/", to
 * off, suggestion, warning or error) and `statements` (a list of keys).
 * `name`, when given, must be the file's.  Strings are the tree's.
 */
bool cnd_profile_read(struct cnd_arena *arena, const struct cnd_yaml *file,
	struct cnd_profile *profile, struct cnd_error *err);

#endif
