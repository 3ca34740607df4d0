/*
 * How a failure is told: an out-parameter, last, never NULL.  An error is
 * about something candour could not do; a finding about a report is never
 * an error.
 */
#ifndef CND_BASE_ERROR_H
#define CND_BASE_ERROR_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum cnd_error_code {
	CND_OK = 0,
	CND_ERR_USAGE, /* the command line's words are off */
	CND_ERR_CONFIG, /* a configuration file is wrong */
	CND_ERR_RULE, /* a rule file is wrong */
	CND_ERR_INPUT, /* a report could not be read */
	CND_ERR_OUTPUT, /* a result could not be written */
	CND_ERR_LIMIT, /* an input passes a limit of limits.h */
	CND_ERR_SYSTEM, /* the machine refused (file, process, thread) */
};

enum { CND_ERROR_PLACE = 256, CND_ERROR_MESSAGE = 512 };

/* Held by value; zeroed before use.  path is "" and line 0 if not known. */
struct cnd_error {
	enum cnd_error_code code;
	uint32_t line; /* from 1; 0: no line */
	uint32_t column; /* from 1, in code points; 0: no column */
	char path[CND_ERROR_PLACE];
	char message[CND_ERROR_MESSAGE]; /* one line, no full stop */
};

/* Fills err with a message (control bytes become '?'); always false. */
bool cnd_fail(struct cnd_error *err, enum cnd_error_code code,
	const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Adds the place to an error made below, unless it has one; always false. */
bool cnd_fail_at(struct cnd_error *err, struct cnd_str path, uint32_t line,
	uint32_t column);

/*
 * The candidate most like name, for "did you mean"; empty when none is
 * near (more than a third of its letters differ).
 */
struct cnd_str cnd_nearest(
	struct cnd_str name, const struct cnd_str *candidates, size_t count);

#endif
