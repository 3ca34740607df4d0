/* Candidates and questions as they are collected. */
#include "review/recommendation.h"

struct cnd_candidate *
cnd_candidate_new(struct cnd_finder *finder, uint32_t block)
{
	const struct cnd_block *at = &finder->doc->blocks[block];
	struct cnd_candidate *made;

	finder->items = cnd_arena_grow(finder->arena, finder->items,
		finder->count, &finder->capacity, sizeof(*finder->items));
	made = &finder->items[finder->count++];
	*made = (struct cnd_candidate){
		.rec = { .block = block,
			.section = at->section,
			.heading = finder->agency,
			.finding = CND_NONE },
		.group = at->section,
		.is_summary = cnd_is_in_summary(finder->doc, at->section),
		.may_stand = true,
	};
	finder->taken[block] = (uint32_t)finder->count - 1;
	return made;
}

void
cnd_candidate_add(struct cnd_finder *finder, struct cnd_candidate *candidate,
	struct cnd_span span)
{
	if (cnd_span_is_empty(span))
		return;
	candidate->spans = cnd_arena_grow(finder->arena, candidate->spans,
		candidate->span_count, &candidate->span_capacity,
		sizeof(*candidate->spans));
	candidate->spans[candidate->span_count++] = span;
}

void
cnd_question_add(struct cnd_finder *finder, struct cnd_span span)
{
	finder->questions = cnd_arena_grow(finder->arena, finder->questions,
		finder->question_count, &finder->question_capacity,
		sizeof(*finder->questions));
	finder->questions[finder->question_count++] = span;
}
