/* A line on standard error that is written over. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

/* Below this a run is over before anyone has read the line. */
enum { LONG_RUN = 50 };

struct cnd_progress
cnd_progress_start(size_t total, bool is_quiet)
{
	return (struct cnd_progress){
		.total = total,
		.is_shown = !is_quiet && total >= LONG_RUN &&
			isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO),
	};
}

void
cnd_progress_step(struct cnd_progress *progress)
{
	size_t before = progress->done * 100 / (progress->total + 1);

	progress->done++;
	/* A hundred lines are enough for any run. */
	if (progress->is_shown &&
		progress->done * 100 / (progress->total + 1) != before)
		fprintf(stderr, "\r%zu of %zu reports", progress->done,
			progress->total);
}

void
cnd_progress_clear(const struct cnd_progress *progress)
{
	if (progress->is_shown)
		fputs("\r\033[K", stderr);
}
