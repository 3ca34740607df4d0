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
			.heading = cnd_span_is_empty(finder->agency)
				? finder->column
				: finder->agency,
			.finding = CND_NONE },
		.period = finder->period,
		.group = at->section,
		.in_order = CND_NONE,
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

struct cnd_candidate *
cnd_line_candidate(struct cnd_finder *finder, const struct cnd_line *line,
	struct cnd_span span)
{
	struct cnd_candidate *made = cnd_candidate_new(finder, line->index);

	made->rec.label = line->label;
	made->number = line->number.len > 0 ? line->number : line->label;
	if (!cnd_span_is_empty(line->addressee) &&
		cnd_is_body(finder->structure,
			cnd_document_text(finder->doc, line->addressee)))
		made->rec.heading = line->addressee;
	cnd_candidate_add(finder, made, span);
	made->main_count = made->span_count;
	return made;
}

/* Adds a line to a recommendation that an earlier block began. */
void
cnd_line_join(
	struct cnd_finder *finder, const struct cnd_line *line, uint32_t taken)
{
	struct cnd_candidate *candidate = &finder->items[taken];

	cnd_candidate_add(finder, candidate, line->block->span);
	candidate->main_count = candidate->span_count;
	candidate->part_count++;
	finder->taken[line->index] = taken;
}
