/*
 * Other programs, run as child processes: no shell, arguments as they are,
 * what they read and print held in memory.
 */
#ifndef CND_APP_PROCESS_H
#define CND_APP_PROCESS_H

#include "base/buf.h"
#include "base/error.h"

/* What to run, and what it may take.  All borrowed. */
struct cnd_process {
	const char *program; /* looked for on PATH, never in "." */
	const char *const *words; /* its arguments; ends with NULL */
	const char *const *environment; /* "NAME=value" on top of ours; ends
	                                   with NULL */
	struct cnd_str input; /* its standard input; empty for none */
	size_t most; /* bytes that it may print */
	unsigned seconds; /* of work, and by the clock; 0: any */
	size_t memory; /* bytes of address space; 0: any.  Not 0 also
	                  means that it may write no file and open no
	                  socket (cnd_sandbox_enter_program). */
};

enum cnd_process_end {
	CND_PROCESS_ENDED, /* by itself, with a status */
	CND_PROCESS_MISSING, /* there is no such program */
	CND_PROCESS_SAID_TOO_MUCH,
	CND_PROCESS_TOOK_TOO_LONG,
	CND_PROCESS_LOST, /* what it prints cannot be read */
	CND_PROCESS_DIED /* by a signal: a fault, or over a limit */
};

struct cnd_process_result {
	enum cnd_process_end end;
	int status; /* of one that ended */
	struct cnd_buf errors; /* what it said on standard error, its start;
	                          the caller's to dispose of */
};

/* Whether there is such a program to run. */
bool cnd_process_is_there(const char *program);

/*
 * Runs it to its end and appends what it prints to out.  False and err only
 * when the machine refuses a process; how it went is in the result.  May be
 * called by several threads at once.
 */
bool cnd_process_run(const struct cnd_process *process, struct cnd_buf *out,
	struct cnd_process_result *result, struct cnd_error *err);

#endif
