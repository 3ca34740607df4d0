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

/* Renders and prints all; false after a complaint. */
bool cnd_outputs_print(const struct cnd_session *session,
	const struct cnd_outputs *outputs,
	const struct cnd_report *const *reports, size_t count);

#endif
