/*
 * Reports to bytes.  A format is a record in one table; add one by adding
 * a file and a row (format.c).  Formats see values, never rules or files.
 */
#ifndef CND_FORMAT_FORMAT_H
#define CND_FORMAT_FORMAT_H

#include "base/buf.h"
#include "base/error.h"
#include "lint/lint.h"

/* What is asked for: the table has a row per view and format. */
enum cnd_view {
	CND_VIEW_FINDINGS, /* candour check */
	CND_VIEW_REGISTER,
	CND_VIEW_ASSURANCE,
	CND_VIEW_OUTLINE,
	CND_VIEW_COMPARISON /* of two reports, the old one first */
};

struct cnd_format_options {
	bool has_color; /* ANSI colours in text */
	bool is_redacted; /* no words of the report */
	bool shows_suppressed;
	bool is_quiet; /* text without the summary */
	unsigned width; /* columns of the terminal; 0: 80 */
	struct cnd_str folder; /* absolute: what relative names are below,
	                          where a format needs whole addresses */
};

struct cnd_format {
	const char *name; /* "unix" */
	enum cnd_view view;
	const char *description; /* for --help */
	/* Appends the reports, which are in path order, to out. */
	void (*render)(const struct cnd_report *const *reports, size_t count,
		const struct cnd_format_options *options, struct cnd_buf *out);
};

/* All formats: a table ended by a row with name NULL. */
const struct cnd_format *cnd_formats(void);

/* The format of that name for a view; NULL and err with a suggestion. */
const struct cnd_format *cnd_format_find(
	enum cnd_view view, struct cnd_str name, struct cnd_error *err);

#endif
