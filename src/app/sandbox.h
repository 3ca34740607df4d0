/*
 * Giving up rights before a report is read: on Linux, by seccomp and
 * Landlock.  Where the system has neither, nothing is given up, and
 * nothing is said; cnd_sandbox_describe tells which there is.
 */
#ifndef CND_APP_SANDBOX_H
#define CND_APP_SANDBOX_H

#include "base/buf.h"

#include <stdbool.h>

/* What a process still needs. */
struct cnd_sandbox {
	/*
	 * Files it will write, by cnd_output_write.  Landlock knows folders:
	 * others beside them could be written too, which is why a scribe
	 * (app/scribe.h) writes them.  No output: no write.
	 */
	const char *const *outputs;
	size_t output_count;
	/* A checker traces the process at its end: no seccomp. */
	bool is_traced;
};

/*
 * From here on this thread, and what it starts, can make no socket, start
 * no program, signal and trace no process, and write no file but beside
 * the outputs.  Refused calls fail with EPERM or EACCES.  Descriptors that
 * are open stay as they are.  Call it before threads are started.
 */
void cnd_sandbox_enter(const struct cnd_sandbox *sandbox);

/*
 * From here on no file is opened for reading but these, and those below
 * these folders; the folders of outputs can be listed.  After
 * cnd_sandbox_enter, of the same sandbox.
 */
void cnd_sandbox_read_only(const struct cnd_sandbox *sandbox,
	const char *const *paths, size_t count);

/*
 * For a process that becomes another program, which reads what strangers
 * made: it can write no file, make no socket, and signal and trace no
 * other.  It may read, and start what it is to become.  Safe after a fork.
 */
void cnd_sandbox_enter_program(void);

/*
 * From here on the process takes no more than CND_LIMIT_MEMORY, or less
 * where the system says so: past it, it ends for want of memory.
 */
void cnd_sandbox_cap_memory(void);

/* Whether the system has any of it for such a process. */
bool cnd_sandbox_is_there(const struct cnd_sandbox *sandbox);

/* Appends what this system has: "seccomp, Landlock 7" or "none". */
void cnd_sandbox_describe(struct cnd_buf *out);

#endif
