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

struct cnd_format;

/* A rendering under way. */
struct cnd_rendering {
	const struct cnd_format *format;
	const struct cnd_format_options *options;
	struct cnd_buf *out;
	struct cnd_arena *arena; /* until it ends */
	void *state; /* the format's own, in the arena */
};

/*
 * How a format renders a report at a time and keeps none of them: start,
 * put for each in path order, finish.  Those that are NULL do nothing.
 * What is complete may be taken out of rendering->out between the steps.
 */
struct cnd_format_steps {
	void (*start)(struct cnd_rendering *rendering);
	void (*put)(struct cnd_rendering *rendering,
		const struct cnd_report *report);
	void (*finish)(struct cnd_rendering *rendering);
};

struct cnd_format {
	const char *name; /* "unix" */
	enum cnd_view view;
	const char *description; /* for --help */
	/* NULL: all reports are needed at once, and render does it. */
	const struct cnd_format_steps *steps;
	void (*render)(const struct cnd_report *const *reports, size_t count,
		const struct cnd_format_options *options, struct cnd_buf *out);
};

/* All formats: a table ended by a row with name NULL. */
const struct cnd_format *cnd_formats(void);

/* The format of that name for a view; NULL and err with a suggestion. */
const struct cnd_format *cnd_format_find(
	enum cnd_view view, struct cnd_str name, struct cnd_error *err);

/* Appends the reports, which are in path order, to out. */
void cnd_format_render(const struct cnd_format *format,
	const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out);

/*
 * Starts a rendering of a format that has steps; put each report, then
 * finish, which frees what the rendering holds.  out stays the caller's.
 */
struct cnd_rendering cnd_rendering_start(const struct cnd_format *format,
	const struct cnd_format_options *options, struct cnd_buf *out);
void cnd_rendering_put(
	struct cnd_rendering *rendering, const struct cnd_report *report);
void cnd_rendering_finish(struct cnd_rendering *rendering);

#endif
