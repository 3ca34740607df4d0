/* The assurance table as values that its formats print. */
#ifndef CND_FORMAT_ASSURANCE_H
#define CND_FORMAT_ASSURANCE_H

#include "format/format.h"
#include "format/grid.h"

/* What a statement's key asks, for people: "who commissioned it". */
struct cnd_str cnd_assurance_question(struct cnd_str key);

/* "open" or "acknowledged". */
const char *cnd_assurance_status(const struct cnd_disagreement *disagreement);

/*
 * The parts of a disagreement as its output names them ("who", "what",
 * "outcome"); ends with a row of part 0.
 */
struct cnd_assurance_part {
	enum cnd_disagreement_part part;
	const char *name;
	const char *question; /* "who disagreed" */
};
const struct cnd_assurance_part *cnd_assurance_parts(void);

/* How much of the report's text stands before a place, in per cent. */
unsigned cnd_assurance_position(
	const struct cnd_document *doc, struct cnd_span span);

/* Where a statement stands: "1.6, line 14, 3 % in". */
struct cnd_str cnd_assurance_place(struct cnd_arena *arena,
	const struct cnd_document *doc, struct cnd_span span);

/*
 * What law or guidance asks for a statement, and since when or until when:
 * rows for those that are asked for by date alone.
 */
struct cnd_grid cnd_assurance_basis(
	struct cnd_arena *arena, const struct cnd_report *report);

/* The two tables of a report; rows only for what there is. */
struct cnd_grid cnd_assurance_statements(struct cnd_arena *arena,
	const struct cnd_report *report,
	const struct cnd_format_options *options);
struct cnd_grid cnd_assurance_disagreements(struct cnd_arena *arena,
	const struct cnd_report *report,
	const struct cnd_format_options *options);

/* "7 of 9 statements present; 1 open disagreement, 2 acknowledged". */
struct cnd_str cnd_assurance_totals(
	struct cnd_arena *arena, const struct cnd_report *report);

#endif
