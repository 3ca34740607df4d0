/* The recommendation register as values that its formats print. */
#ifndef CND_FORMAT_REGISTER_H
#define CND_FORMAT_REGISTER_H

#include "format/format.h"
#include "format/grid.h"

/* The whole text of a recommendation, its row included, on one line. */
struct cnd_str cnd_register_text(struct cnd_arena *arena,
	const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation);

/* The same for people: with a dot between the cells of a row. */
struct cnd_str cnd_register_shown(struct cnd_arena *arena,
	const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation);

/* The words that decided a part, joined by "; "; empty for none. */
struct cnd_str cnd_register_words(struct cnd_arena *arena,
	const struct cnd_document *doc, const struct cnd_part_reading *part);

/* Whether a part is as a recommendation should have it. */
bool cnd_register_has(
	const struct cnd_recommendation *recommendation, enum cnd_part part);

bool cnd_register_is_complete(const struct cnd_recommendation *recommendation);

/* How many recommendations of a review have all four parts. */
size_t cnd_register_complete(const struct cnd_review *review);

/* "owner (generic), time (none)"; empty when it is complete. */
struct cnd_str cnd_register_missing(struct cnd_arena *arena,
	const struct cnd_recommendation *recommendation);

/*
 * "several acts in one; same as R2; no finding leads here"; the last only
 * where the review ties its other recommendations to findings.
 */
struct cnd_str cnd_register_notes(struct cnd_arena *arena,
	const struct cnd_review *review,
	const struct cnd_recommendation *recommendation);

/* "6 recommendations, 2 complete". */
struct cnd_str cnd_register_totals(
	struct cnd_arena *arena, const struct cnd_review *review);

/*
 * For spreadsheets: a column for each thing known, the file's name first.
 * For pages: what a person reads, values and words in one column.
 */
struct cnd_grid cnd_register_sheet(struct cnd_arena *arena);
void cnd_register_sheet_rows(struct cnd_grid *sheet,
	const struct cnd_report *report,
	const struct cnd_format_options *options);
struct cnd_grid cnd_register_page(struct cnd_arena *arena,
	const struct cnd_report *report,
	const struct cnd_format_options *options);

/* Where a recommendation opens, for people. */
struct cnd_str cnd_register_place(struct cnd_arena *arena,
	const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation);

#endif
