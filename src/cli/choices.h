/* From --profile, --enable, --disable and --only to lint options. */
#ifndef CND_CLI_CHOICES_H
#define CND_CLI_CHOICES_H

#include "cli/session.h"
#include "lint/lint.h"

/*
 * Fills options from the command line; what they point to lives in the
 * session's arena.  False and err for a profile, rule or group that the
 * set does not have.
 */
bool cnd_choices_read(const struct cnd_session *session,
	const struct cnd_ruleset *set, struct cnd_lint_options *options,
	struct cnd_error *err);

/* The set's rule of that id, or whose id ends with "/name"; NULL, err. */
const struct cnd_rule_info *cnd_choices_find(struct cnd_arena *arena,
	const struct cnd_ruleset *set, struct cnd_str name,
	struct cnd_error *err);

#endif
