/* --since and --staged: the files of a run narrowed to what changed. */
#ifndef CND_CLI_CHANGES_H
#define CND_CLI_CHANGES_H

#include "app/run.h"
#include "cli/session.h"

/* Whether --staged is given: the files come from git's index. */
bool cnd_changes_are_staged(const struct cnd_session *session);

/*
 * Fills run with the staged files that a reader is for and that the
 * command's words, if any, name or hold; with their bytes.
 */
bool cnd_changes_find_staged(const struct cnd_session *session,
	struct cnd_run *run, struct cnd_error *err);

/*
 * With --since, leaves out of run the files that did not change and gives
 * the others their former draft.  Without, does nothing.
 */
bool cnd_changes_narrow(const struct cnd_session *session, struct cnd_run *run,
	struct cnd_error *err);

#endif
