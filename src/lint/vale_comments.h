/* What comments say to Vale: "vale off", "vale Style.Rule = NO". */
#ifndef CND_LINT_VALE_COMMENTS_H
#define CND_LINT_VALE_COMMENTS_H

#include "diag/finding.h"

/* Whether a directive of a document is one of Vale's. */
bool cnd_vale_comment_is(const struct cnd_directive *directive);

/*
 * Whether the comments up to a finding of a style's rule put it aside.
 * is_whole: its rule reads the file as a whole, which only "vale off" that
 * is never taken back reaches.
 */
bool cnd_vale_comments_hold(const struct cnd_document *doc,
	const struct cnd_finding *finding, bool is_whole);

#endif
