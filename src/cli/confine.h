/* Which rights a command keeps while it reads reports. */
#ifndef CND_CLI_CONFINE_H
#define CND_CLI_CONFINE_H

#include "app/sandbox.h"
#include "cli/batch.h"

/*
 * Enters the sandbox, once a session, unless --no-sandbox: no more writes
 * but where the session's options name a file (for --fix: to the batches'
 * files), no sockets, no programs.
 */
void cnd_confine_writes(struct cnd_session *session,
	const struct cnd_batch *batches, size_t count);

/* After it: no more reading but of the batches' files and the baseline. */
void cnd_confine_reads(const struct cnd_session *session,
	const struct cnd_batch *batches, size_t count);

#endif
