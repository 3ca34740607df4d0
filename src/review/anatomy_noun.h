/*
 * Noun phrases: their head, and whether it is somebody who could be asked.
 * Inside src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_NOUN_H
#define CND_REVIEW_ANATOMY_NOUN_H

#include "review/anatomy_parts.h"

/* What the subject does: people served own nothing they only receive. */
enum cnd_subject_role {
	CND_SUBJECT_ACTS,
	CND_SUBJECT_RECEIVES,
	CND_SUBJECT_IS,
	CND_SUBJECT_ACTED_ON
};

/* The last word of a conjunct before what hangs on it; CND_NOT_FOUND. */
size_t cnd_noun_head(const struct cnd_tokens *tokens, struct cnd_range range);

/* NAMED, GENERIC or NONE, by the head of a conjunct. */
enum cnd_part_value cnd_noun_owner(const struct cnd_reading *reading,
	struct cnd_range range, size_t head, enum cnd_subject_role role);

/* An acronym, a body, a title: not a person's name. */
bool cnd_noun_is_institution(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head);

#endif
