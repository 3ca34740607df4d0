/* Finds a report's recommendations: the walk over its blocks. */
#include "review/recommendation.h"

/* Labelled recommendations of each section, before the walk asks. */
static void
count_labelled(struct cnd_finder *finder)
{
	const struct cnd_document *doc = finder->doc;

	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->section == CND_NONE ||
			(block->kind != CND_BLOCK_PARAGRAPH &&
				block->kind != CND_BLOCK_ITEM))
			continue;
		if (cnd_line_of(finder, i).is_explicit)
			finder->labelled[block->section]++;
	}
}

static void
walk(struct cnd_finder *finder)
{
	const struct cnd_document *doc = finder->doc;
	uint32_t table = CND_NONE;

	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (!cnd_block_is_prose(block) ||
			(block->flags & CND_BLOCK_QUOTED) != 0)
			continue;
		if (block->kind == CND_BLOCK_HEADING) {
			cnd_take_heading(finder, i);
		} else if (block->kind == CND_BLOCK_CELL) {
			if (block->table != table && block->table != CND_NONE)
				cnd_take_table(finder, block->table);
			table = block->table;
		} else if (block->kind == CND_BLOCK_PARAGRAPH ||
			block->kind == CND_BLOCK_ITEM) {
			cnd_take_line(finder, i);
		}
	}
}

/* Numbers what stayed, in reading order, and hands it over. */
static void
hand_over(struct cnd_finder *finder, struct cnd_review *review)
{
	struct cnd_recommendation *made = cnd_arena_array(
		finder->arena, finder->count + 1, sizeof(*made));
	uint32_t count = 0;

	for (size_t i = 0; i < finder->count; i++)
		if (!finder->items[i].is_merged)
			finder->items[i].rec.number = ++count;
	count = 0;
	for (size_t i = 0; i < finder->count; i++) {
		struct cnd_candidate *item = &finder->items[i];

		if (item->is_merged)
			continue;
		item->rec.spans = item->spans;
		item->rec.span_count = item->span_count;
		if (item->rec.same_as > 0)
			item->rec.same_as =
				finder->items[item->rec.same_as - 1].rec.number;
		made[count++] = item->rec;
	}
	review->recommendations = made;
	review->recommendation_count = count;
	review->questions = finder->questions;
	review->question_count = finder->question_count;
}

void
cnd_recommendations_find(const struct cnd_structure *structure, size_t type,
	const struct cnd_document *doc, struct cnd_review *review,
	struct cnd_arena *arena)
{
	struct cnd_finder finder = { .structure = structure,
		.type = type,
		.doc = doc,
		.review = review,
		.arena = arena,
		.heading_section = CND_NONE,
		.last_line = CND_NONE,
		.opened = CND_NONE };

	finder.taken = cnd_arena_array(
		arena, doc->block_count + 1, sizeof(*finder.taken));
	finder.lead = cnd_arena_array(
		arena, doc->block_count + 1, sizeof(*finder.lead));
	finder.labelled = cnd_arena_array(
		arena, doc->section_count + 1, sizeof(*finder.labelled));
	for (size_t i = 0; i <= doc->block_count; i++)
		finder.taken[i] = CND_NONE;
	count_labelled(&finder);
	walk(&finder);
	cnd_candidates_merge(&finder);
	cnd_candidates_link(&finder);
	hand_over(&finder, review);
}
