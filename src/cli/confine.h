/* Which rights a command keeps while it reads reports. */
#ifndef CND_CLI_CONFINE_H
#define CND_CLI_CONFINE_H

#include "app/sandbox.h"
#include "cli/batch.h"

/*
 * Enters the sandbox, once a session, unless --no-sandbox: no more writes,
 * no sockets, no programs.  Where the session's options name a file (for
 * --fix: the batches' files), a scribe writes it; cnd_session_write knows.
 * False and err when there can be none.
 */
bool cnd_confine_writes(struct cnd_session *session,
	const struct cnd_batch *batches, size_t count, struct cnd_error *err);

/*
 * The same for a session that writes files of its own beside one path, whose
 * folder it keeps the right to write to.
 */
void cnd_confine_beside(struct cnd_session *session, const char *path);

/* After it: no more reading but of the batches' files and the baseline. */
void cnd_confine_reads(const struct cnd_session *session,
	const struct cnd_batch *batches, size_t count);

#endif
