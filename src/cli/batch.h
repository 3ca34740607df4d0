/* What check, register, assure and outline share: paths to reports. */
#ifndef CND_CLI_BATCH_H
#define CND_CLI_BATCH_H

#include "app/run.h"
#include "cli/session.h"

/* Held by value, zeroed first; cnd_batch_dispose frees it. */
struct cnd_batch {
	struct cnd_projects projects;
	struct cnd_run run;
	const struct cnd_report *const *reports;
	size_t count;
	bool has_trouble; /* an input could not be read; told already */
};

/*
 * Finds the files that the command's words name ("-" is standard input; no
 * word is the current folder), and has PDFs taken apart.  What cannot be
 * found is told on standard error.  False and err for wrong options.
 */
bool cnd_batch_find(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err);

/*
 * Finds the rules for each file found.  False and err for wrong options and
 * rules.  Rights are given up on the way: all batches are to be found
 * before the first is prepared, and only what was prepared can be run then.
 */
bool cnd_batch_prepare(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err);

/*
 * Reads and lints them.  What cannot be read is told on standard error
 * and left out.
 */
bool cnd_batch_run(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err);

/* All of it for one batch: find, prepare, confine, run. */
bool cnd_batch_lint(struct cnd_session *session, struct cnd_batch *batch,
	struct cnd_error *err);

void cnd_batch_dispose(struct cnd_batch *batch);

/*
 * The whole of a command that prints reports in a format: lints, renders,
 * prints.  The status is CND_EXIT_FINDINGS when fails(report) holds for
 * any of them; fails may be NULL.
 */
int cnd_batch_command(struct cnd_session *session,
	bool (*fails)(const struct cnd_report *report, enum cnd_level level));

#endif
