/*
 * What a recommendation says of who is to act, what, by when, and how it
 * will be known: the four parts, read from its words, its lead-in, its
 * agency heading and its row.
 */
#ifndef CND_REVIEW_ANATOMY_H
#define CND_REVIEW_ANATOMY_H

#include "base/error.h"
#include "match/lexicon.h"
#include "review/review.h"
#include "weigh/scales.h"

/* The lexicons of the four parts, compiled once with the structure. */
struct cnd_anatomy;

/*
 * Compiles the lexicons that the reading uses (anatomy_table.c).  Their
 * entries are plain words; of a verb the base form, or "base|past|
 * participle" where it is irregular.  NULL and err when some are
 * there and one is missing or wrong.  Lives in the arena.
 */
struct cnd_anatomy *cnd_anatomy_new(struct cnd_arena *arena,
	const struct cnd_lexicons *lexicons, struct cnd_error *err);

/* Gives it the scales that may tell a concrete act (the one named "vague"),
 * borrowed; without, words alone decide. */
void cnd_anatomy_weigh(
	struct cnd_anatomy *anatomy, const struct cnd_scales *scales);

/* What cnd_anatomy_new made for this structure (structure.c keeps it). */
const struct cnd_anatomy *cnd_structure_anatomy(
	const struct cnd_structure *structure);

/* What the words of the anatomy's lists begin with, for all recommendations
 * of a report: worked out as they are asked for.  In the arena. */
struct cnd_sieve *cnd_sieve_new(struct cnd_arena *arena);

/* As cnd_anatomy_read below, for one who holds the anatomy itself. */
void cnd_anatomy_judge(const struct cnd_anatomy *anatomy,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena);

/*
 * Fills rec->parts and rec->strength.  Everything else of rec, and
 * review->abbreviations, are there already; review->recommendations are
 * not.  Spans live in the arena.
 */
void cnd_anatomy_read(const struct cnd_structure *structure,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena);

#endif
