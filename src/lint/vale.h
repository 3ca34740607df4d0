/*
 * A report as Vale cuts it: blocks with their selectors, their sentences,
 * the file as it is written, the running text as a whole.  Rules of Vale
 * styles are run on these, own rules never.
 */
#ifndef CND_LINT_VALE_H
#define CND_LINT_VALE_H

#include "lint/state.h"

/* The passes of one report; held by value, zeroed when no style is used. */
struct cnd_vale {
	struct cnd_pass *passes;
	size_t count;
	struct cnd_arena *scratch; /* of the hits */
};

/*
 * Cuts and scans the report, as far as the set's styles ask for it.  The
 * hits live in scratch, as long as the rules run.
 */
struct cnd_vale cnd_vale_of(struct cnd_job *job, struct cnd_arena *scratch);

/* Runs one rule of a style on all passes that it looks at. */
void cnd_vale_run(struct cnd_job *job, const struct cnd_vale *vale,
	const struct cnd_rule *rule);

/* Says which rules gave up on some passage. */
void cnd_vale_add_given_up(struct cnd_job *job, const struct cnd_vale *vale);

#endif
