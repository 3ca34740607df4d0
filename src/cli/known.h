/* --baseline, --write-baseline, --prune-baseline: what is known already. */
#ifndef CND_CLI_KNOWN_H
#define CND_CLI_KNOWN_H

#include "cli/batch.h"

/*
 * Takes the findings that a baseline knows out of the batch's reports, or
 * writes them all to one.  False and err for a baseline that cannot be
 * read or written; nothing to do is true.
 */
bool cnd_known_apply(const struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err);

#endif
