/* How far a long run is, on a terminal that shows nothing else meanwhile. */
#ifndef CND_CLI_PROGRESS_H
#define CND_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct cnd_progress {
	size_t total;
	size_t done;
	bool is_shown;
};

/*
 * The progress of a run over so many files.  Shown if standard error is a
 * terminal, the results go elsewhere, and the run is long.
 */
struct cnd_progress cnd_progress_start(size_t total, bool is_quiet);

/* One more file is done. */
void cnd_progress_step(struct cnd_progress *progress);

/* Takes the line away, for a message or at the end. */
void cnd_progress_clear(const struct cnd_progress *progress);

#endif
