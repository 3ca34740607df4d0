/* Rules run on one report, for lint.c. */
#ifndef CND_LINT_RUN_RULES_H
#define CND_LINT_RUN_RULES_H

#include "lint/state.h"

/*
 * Runs the rules on what was read and scanned, and adds what the reader
 * and the check saw (lint/state.h).  Scratch must last as long as it runs.
 */
void cnd_job_run_rules(struct cnd_job *job, struct cnd_arena *scratch);

#endif
