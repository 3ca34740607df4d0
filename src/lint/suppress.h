/*
 * Findings put aside by comments in the text, each with its reason:
 * docs/suppressions.md.
 */
#ifndef CND_LINT_SUPPRESS_H
#define CND_LINT_SUPPRESS_H

#include "lint/state.h"

/*
 * Takes the findings that the document's comments put aside out of the
 * job's and gives them to the report.  Comments that say nothing sensible,
 * give no reason or put nothing aside become findings themselves.
 */
void cnd_job_suppress(struct cnd_job *job, struct cnd_report *report);

#endif
