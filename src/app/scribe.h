/*
 * A process of its own that writes the results, so that the one that reads
 * what strangers made can write nothing at all.
 */
#ifndef CND_APP_SCRIBE_H
#define CND_APP_SCRIBE_H

#include "app/sandbox.h"
#include "base/error.h"

struct cnd_scribe;

/*
 * Starts one that can write the sandbox's outputs, and is confined to
 * that.  The sandbox is borrowed until it ends.  NULL and err when the
 * machine refuses a process.  Before threads are started.
 */
struct cnd_scribe *cnd_scribe_start(
	const struct cnd_sandbox *sandbox, struct cnd_error *err);

/* cnd_output_write_as by the scribe; path is one of the outputs. */
bool cnd_scribe_write(struct cnd_scribe *scribe, const char *path,
	struct cnd_str bytes, unsigned mode, struct cnd_error *err);

/* Waits for its end and frees it; NULL is nobody. */
void cnd_scribe_end(struct cnd_scribe *scribe);

#endif
