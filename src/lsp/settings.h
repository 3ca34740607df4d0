/*
 * What an editor's settings say: the review's type, rules off or at a
 * level.  {"profile": "sar", "rules": {"language/": "off"}}
 */
#ifndef CND_LSP_SETTINGS_H
#define CND_LSP_SETTINGS_H

#include "base/json_read.h"
#include "lint/lint.h"

/* Held by value, zeroed first. */
struct cnd_settings {
	struct cnd_arena *arena; /* of the options; NULL for none yet */
	struct cnd_lint_options options;
	uint64_t hash; /* changes whenever the options do */
};

/*
 * Takes settings from a value, which may be null, of another shape, or
 * wrap them in {"candour": …}: what is not understood is passed over.
 * Profiles and rules that the set does not know are passed over too.
 * True when anything changed.
 */
bool cnd_settings_take(struct cnd_settings *settings,
	const struct cnd_json_value *value, const struct cnd_ruleset *set);

void cnd_settings_dispose(struct cnd_settings *settings);

#endif
