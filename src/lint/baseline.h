/*
 * Known findings: a list kept beside the reports, so that only what is new
 * is told.  A finding is known by its rule and its sentence, not by its
 * place or file: it stays known when text moves, is wrapped or numbered
 * anew, or goes from Word to Markdown and back.
 */
#ifndef CND_LINT_BASELINE_H
#define CND_LINT_BASELINE_H

#include "base/buf.h"
#include "lint/lint.h"

struct cnd_baseline;

/* An empty one, in the arena. */
struct cnd_baseline *cnd_baseline_new(struct cnd_arena *arena);

/*
 * One from what cnd_baseline_write wrote.  NULL and err (with a line, where
 * the text is no JSON) for anything else.
 */
struct cnd_baseline *cnd_baseline_read(
	struct cnd_arena *arena, struct cnd_str bytes, struct cnd_error *err);

/* Makes all findings of a report known. */
void cnd_baseline_add(
	struct cnd_baseline *baseline, const struct cnd_report *report);

/*
 * Takes what is known out of a report; how many.  What the whole report
 * lacks is known of a file of the same name, whatever its ending, or when
 * is_only says that there is one report, and the baseline is of one too.
 * Each entry is good for as many findings as it counts, over all reports.
 */
size_t cnd_baseline_apply(
	struct cnd_baseline *baseline, struct cnd_report *report, bool is_only);

/* Forgets what no report had since it was read; how many findings. */
size_t cnd_baseline_prune(struct cnd_baseline *baseline);

/* Appends it as JSON: equal content gives equal bytes. */
void cnd_baseline_write(struct cnd_baseline *baseline, struct cnd_buf *out);

#endif
