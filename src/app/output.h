/* Writing results: a file is replaced whole or not at all. */
#ifndef CND_APP_OUTPUT_H
#define CND_APP_OUTPUT_H

#include "base/error.h"

#include <signal.h>

/*
 * Makes the file at path hold bytes: written beside it, synced, renamed
 * over it, its mode kept; a symbolic link's target is replaced, not the
 * link.  A path that is a device or pipe is written to directly.  On
 * failure the old file stands and nothing is left behind.
 */
bool cnd_output_write(
	const char *path, struct cnd_str bytes, struct cnd_error *err);

/* The same; who may read and write a new file is said by mode (0600 …), as
 * far as the umask lets. */
bool cnd_output_write_as(const char *path, struct cnd_str bytes, unsigned mode,
	struct cnd_error *err);

/*
 * Writes to an open descriptor.  A reader that has gone away (EPIPE) is no
 * error: *is_closed says so.
 */
bool cnd_output_stream(int descriptor, struct cnd_str bytes, bool *is_closed,
	struct cnd_error *err);

/*
 * Keeps away what would end the process, so that no half-made file is left;
 * sigprocmask with before lets it come again.
 */
void cnd_output_hold_signals(sigset_t *before);

#endif
