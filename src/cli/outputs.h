/* --format and --output, which may each be given several times. */
#ifndef CND_CLI_OUTPUTS_H
#define CND_CLI_OUTPUTS_H

#include "cli/session.h"

/* More formats than any view has. */
enum { CND_MOST_OUTPUTS = 16 };

struct cnd_output {
	const struct cnd_format *format;
	const char *path; /* NULL: standard output */
};

/* Held by value, zeroed first. */
struct cnd_outputs {
	struct cnd_output items[CND_MOST_OUTPUTS];
	size_t count;
};

/*
 * The first --output is the first --format's, and so on; without any
 * --format the view's first is meant.  False and err for an unknown
 * format, for outputs without a format, and when two results would go to
 * one place.
 */
bool cnd_outputs_read(const struct cnd_session *session,
	struct cnd_outputs *outputs, struct cnd_error *err);

/* Whether each is rendered a report at a time. */
bool cnd_outputs_have_steps(const struct cnd_outputs *outputs);

/* A rendering of each output, under way; held by value. */
struct cnd_printing {
	const struct cnd_session *session;
	const struct cnd_outputs *outputs;
	struct cnd_format_options options;
	struct cnd_rendering renderings[CND_MOST_OUTPUTS];
	struct cnd_buf bytes[CND_MOST_OUTPUTS];
	bool have_failed[CND_MOST_OUTPUTS]; /* told already */
};

/*
 * Starts in place, for the renderings point into it; put each report, then
 * finish.  What goes to standard output goes there as it comes.  Finish is
 * false after a complaint.
 */
void cnd_printing_start(struct cnd_printing *printing,
	const struct cnd_session *session, const struct cnd_outputs *outputs);
void cnd_printing_put(
	struct cnd_printing *printing, const struct cnd_report *report);
bool cnd_printing_finish(struct cnd_printing *printing);

/* Renders and prints all; false after a complaint. */
bool cnd_outputs_print(const struct cnd_session *session,
	const struct cnd_outputs *outputs,
	const struct cnd_report *const *reports, size_t count);

#endif
