/* --fix and --diff: edits that need no thought. */
#ifndef CND_CLI_MEND_H
#define CND_CLI_MEND_H

#include "cli/batch.h"

/*
 * With --fix, mends the text files of a batch that was linted and lints
 * those again.  False and err when a file cannot be written.
 */
bool cnd_mend(const struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err);

/* Prints what would be mended as a unified diff; the exit status. */
int cnd_mend_show(const struct cnd_session *session, struct cnd_batch *batch);

#endif
