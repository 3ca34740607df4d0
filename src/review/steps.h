/*
 * The steps by which cnd_review_of understands a document, in their order.
 * Nothing above review/ includes this.
 */
#ifndef CND_REVIEW_STEPS_H
#define CND_REVIEW_STEPS_H

#include "review/cues.h"
#include "review/review.h"

/* A place in structure->types that stands for "general". */
#define CND_TYPE_GENERAL SIZE_MAX

/* The type of that name; CND_TYPE_GENERAL for "general" or none. */
size_t cnd_type_of_name(
	const struct cnd_structure *structure, struct cnd_str name);

/* What the document's titles and the law it cites say it is. */
size_t cnd_type_detect(
	const struct cnd_structure *structure, const struct cnd_document *doc);

/* The date that the report's front says it has, ISO; empty for none. */
struct cnd_str cnd_report_date(const struct cnd_structure *structure,
	const struct cnd_document *doc, struct cnd_arena *arena);

/* A heading's words without its number or "Appendix B:". */
struct cnd_str cnd_heading_words(
	const struct cnd_structure *structure, struct cnd_str heading);

/*
 * The role that a heading's (or heading-like line's) words give, or
 * CND_ROLE_NONE.
 */
enum cnd_role cnd_role_of_heading(const struct cnd_structure *structure,
	size_t type, struct cnd_str heading);

/* Gives every section of doc its role. */
void cnd_roles_assign(const struct cnd_structure *structure, size_t type,
	struct cnd_document *doc);

/* Fills review->abbreviations. */
void cnd_abbreviations_find(const struct cnd_structure *structure,
	const struct cnd_document *doc, struct cnd_review *review,
	struct cnd_arena *arena);

/*
 * Fills review->recommendations (but not their parts) and
 * review->questions.  Roles and abbreviations are there already.
 */
void cnd_recommendations_find(const struct cnd_structure *structure,
	size_t type, const struct cnd_document *doc, struct cnd_review *review,
	struct cnd_arena *arena);

#endif
