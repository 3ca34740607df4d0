/*
 * Where a sentence stands: its block, the lead-in of its list, the label it
 * has, and the part of the report it belongs to.
 */
#ifndef CND_RULE_CLUE_PLACE_H
#define CND_RULE_CLUE_PLACE_H

#include "rule/rule.h"

/* What a sentence is read with; borrowed from the document. */
struct cnd_clue_place {
	const struct cnd_document *doc;
	const struct cnd_block *block;
	uint32_t number; /* of the sentence, in the document */
	struct cnd_span sentence;
	struct cnd_span lead_in; /* empty for none */
	const struct cnd_marked *marked; /* the sentences; NULL: not known */
};

/* The place of a sentence of the document. */
struct cnd_clue_place cnd_clue_place_of(
	const struct cnd_document *doc, uint32_t sentence);

/*
 * The first match of the pattern in the span, from an offset on; false when
 * there is none, or no pattern.
 */
bool cnd_clue_place_find(const struct cnd_document *doc,
	const struct cnd_query *regex, struct cnd_span span, uint32_t from,
	struct cnd_span *found);

/*
 * Whether the pattern is the sentence's label: the cell that names its row
 * or column, the first short sentence of its paragraph, or the words before
 * its colon.
 */
bool cnd_clue_place_has_label(
	const struct cnd_clue_place *place, const struct cnd_query *regex);

/* The document's sentences beside which anything could be their label. */
struct cnd_labelled cnd_clue_place_labelled(
	const struct cnd_document *doc, struct cnd_arena *arena);

/* A label, or the heading or bold line above what is no cell. */
bool cnd_clue_place_has_context(
	const struct cnd_clue_place *place, const struct cnd_query *regex);

/* Whether a match stands in the heading above; never for NULL. */
bool cnd_clue_place_has_heading(
	const struct cnd_clue_place *place, const struct cnd_query *regex);

/*
 * Whether a match stands in the paragraph or in the heading above it; true
 * for NULL.
 */
bool cnd_clue_place_has_beside(
	const struct cnd_clue_place *place, const struct cnd_query *regex);

/*
 * Whether the sentence goes on about what stands before it: it opens with a
 * pronoun, or has one near its head ("The records bore her out").
 */
bool cnd_clue_place_goes_back(const struct cnd_clue_place *place);

/*
 * "It was approved by …": whether what such a sentence speaks of is a
 * match.  It stands in those before it, in the same paragraph, back to one
 * that opens with no pronoun; false for NULL.
 */
bool cnd_clue_place_points_at(
	const struct cnd_clue_place *place, const struct cnd_query *regex);

/*
 * "The inquest closed in May. The report was sent to the Trust": whether
 * the sentence goes on about a match of `elsewhere`, in its section's
 * heading or before it in its paragraph, with no word of the review itself
 * (`self`) in it or since; false for NULL.
 */
bool cnd_clue_place_is_elsewhere(const struct cnd_clue_place *place,
	const struct cnd_query *elsewhere, const struct cnd_query *self);

/*
 * "It has been removed.": whether such a sentence stands behind a match in
 * its paragraph; false for NULL and where it opens with no pronoun.
 */
bool cnd_clue_place_is_behind(
	const struct cnd_clue_place *place, const struct cnd_query *regex);

/*
 * The role of the section.  What a heading does not tell, its place does:
 * behind the first section about the case, the case goes on.
 */
enum cnd_role cnd_clue_place_role(const struct cnd_clue_place *place);

/* Whether the section is one of those that are not about the case. */
bool cnd_clue_place_is_beside_the_case(const struct cnd_clue_place *place);

#endif
