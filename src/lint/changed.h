/* Only what changed: findings on sentences that a former draft lacks. */
#ifndef CND_LINT_CHANGED_H
#define CND_LINT_CHANGED_H

#include "lint/lint.h"

/*
 * Leaves out of report the findings, suppressed ones too, on sentences
 * (outside prose: paragraphs) that stood in the former report, whatever
 * their place there, case or line breaks.  One that stands there once and
 * here twice counts as new once.  What the whole report lacks is kept only
 * if the former one had it.  former is NULL for a report that is new.
 */
void cnd_report_keep_changed(
	struct cnd_report *report, const struct cnd_report *former);

#endif
