/* What a recommendation rests on, and whether it is several in one. */
#include "review/recommendation.h"

#include "base/halving.h"

#include <stdlib.h>

enum {
	ACTS = 3, /* as many acts make a recommendation compound */
	PARTS = 2, /* or as many items that spell it out */
	ACTS_BYTES = 8192
};

/* A place that recommendations refer to. */
struct place {
	struct cnd_str name; /* "4.12", or a finding's "3" */
	uint32_t block;
};

struct places {
	struct place *items;
	size_t count;
	size_t capacity;
	bool is_sorted; /* by name: few reports refer to any */
};

static int
compare_places(const void *left, const void *right)
{
	const struct place *a = left;
	const struct place *b = right;
	int order = cnd_str_compare(a->name, b->name);

	if (order != 0)
		return order;
	return a->block < b->block ? -1 : a->block > b->block;
}

static void
add_place(struct cnd_finder *finder, struct places *places, struct cnd_str name,
	uint32_t block)
{
	places->items = cnd_arena_grow(finder->arena, places->items,
		places->count, &places->capacity, sizeof(*places->items));
	places->items[places->count++] = (struct place){ name, block };
}

static void
sort(struct places *places)
{
	if (places->count > 1 && !places->is_sorted)
		qsort(places->items, places->count, sizeof(*places->items),
			compare_places);
	places->is_sorted = true;
}

/* The first place of that name, or CND_NONE. */
static uint32_t
find_place(struct places *places, struct cnd_str name)
{
	struct cnd_halving in = { .high = places->count };

	sort(places);
	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in,
			cnd_str_compare(places->items[in.middle].name, name) <
				0);
	if (in.low < places->count &&
		cnd_str_equal(places->items[in.low].name, name))
		return places->items[in.low].block;
	return CND_NONE;
}

/* The number of a finding that a block names: "Finding 3: …". */
static struct cnd_str
finding_number(const struct cnd_finder *finder, const struct cnd_block *block)
{
	const struct cnd_query *cue =
		finder->structure->cues[CND_CUE_FINDING_HEADING];
	struct cnd_str text = cnd_block_text(finder->doc, block);
	struct cnd_match match;

	if (block->label.len > 0 &&
		cnd_cue_find(finder->structure, cue, block->label, &match))
		return cnd_match_group(block->label, &match, 1);
	if (block->kind == CND_BLOCK_HEADING &&
		cnd_cue_find(finder->structure, cue, text, &match))
		return cnd_match_group(text, &match, 1);
	return (struct cnd_str){ 0 };
}

static void
list_places(struct cnd_finder *finder, struct places *findings,
	struct places *paragraphs)
{
	const struct cnd_document *doc = finder->doc;

	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];
		struct cnd_str number;

		if (block->kind != CND_BLOCK_HEADING && block->label.len == 0)
			continue;
		number = finding_number(finder, block);
		if (number.len > 0)
			add_place(finder, findings, number, i);
		else if (cnd_str_find_byte(block->label, '.') != CND_NOT_FOUND)
			add_place(finder, paragraphs, block->label, i);
	}
}

static uint32_t
find_reference(const struct cnd_finder *finder, struct cnd_span span,
	enum cnd_cue cue, struct places *places)
{
	struct cnd_str text = cnd_document_text(finder->doc, span);
	struct cnd_match match;

	if (!cnd_cue_find(finder->structure, finder->structure->cues[cue], text,
		    &match))
		return CND_NONE;
	return find_place(places, cnd_match_group(text, &match, 1));
}

/* The finding whose section it stands in. */
static uint32_t
finding_above(const struct cnd_finder *finder, uint32_t section)
{
	const struct cnd_document *doc = finder->doc;

	while (section != CND_NONE) {
		uint32_t heading = doc->sections[section].heading;

		if (heading != CND_NONE &&
			finding_number(finder, &doc->blocks[heading]).len > 0)
			return heading;
		section = doc->sections[section].parent;
	}
	return CND_NONE;
}

static uint32_t
finding_of(const struct cnd_finder *finder,
	const struct cnd_candidate *candidate, struct places *findings,
	struct places *paragraphs)
{
	uint32_t found = CND_NONE;

	for (size_t i = 0; i < candidate->span_count && found == CND_NONE; i++)
		found = find_reference(finder, candidate->spans[i],
			CND_CUE_FINDING_REFERENCE, findings);
	for (size_t i = 0; i < candidate->span_count && found == CND_NONE; i++)
		found = find_reference(finder, candidate->spans[i],
			CND_CUE_PARAGRAPH_REFERENCE, paragraphs);
	return found != CND_NONE
		? found
		: finding_above(finder, candidate->rec.section);
}

static size_t
count_acts(const struct cnd_finder *finder, struct cnd_span span)
{
	const struct cnd_query *cue = finder->structure->cues[CND_CUE_ACT];
	struct cnd_str text = cnd_document_text(finder->doc, span);
	struct cnd_match match;
	size_t count = 0, at = 0;

	if (text.len > ACTS_BYTES)
		return ACTS;
	while (count < ACTS && at < text.len &&
		(at == 0 ? cnd_ask_find(
				   finder->structure->recall, cue, text, &match)
			 : cnd_query_find(cue, text, at, &match)) ==
			CND_REGEX_MATCH) {
		count++;
		at = match.to[0] > at ? match.to[0] : text.len;
	}
	return count;
}

static int
compare_blocks(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left;
	uint32_t b = *(const uint32_t *)right;

	return a < b ? -1 : a > b;
}

/*
 * Lists the findings that nothing leads from, in reading order.  A report
 * whose recommendations name no finding at all says nothing by that.
 */
static void
list_unanswered(struct cnd_finder *finder, struct places *findings)
{
	uint32_t *answered = cnd_arena_array(
		finder->arena, finder->count + 1, sizeof(*answered));
	size_t count = 0;

	for (size_t i = 0; i < finder->count; i++)
		if (!finder->items[i].is_merged &&
			finder->items[i].rec.finding != CND_NONE)
			answered[count++] = finder->items[i].rec.finding;
	finder->unanswered = cnd_arena_array(finder->arena, findings->count + 1,
		sizeof(*finder->unanswered));
	if (count == 0)
		return;
	qsort(answered, count, sizeof(*answered), compare_blocks);
	sort(findings);
	for (size_t i = 0; i < findings->count; i++) {
		uint32_t block = findings->items[i].block;

		/* The same number again, as in a summary: one of them. */
		if (i > 0 &&
			cnd_str_equal(findings->items[i - 1].name,
				findings->items[i].name))
			continue;
		if (finder->doc->blocks[block].kind == CND_BLOCK_HEADING &&
			bsearch(&block, answered, count, sizeof(block),
				compare_blocks) == NULL)
			finder->unanswered[finder->unanswered_count++] = block;
	}
	qsort(finder->unanswered, finder->unanswered_count,
		sizeof(*finder->unanswered), compare_blocks);
}

void
cnd_candidates_link(struct cnd_finder *finder)
{
	struct places findings = { 0 };
	struct places paragraphs = { 0 };

	if (finder->count == 0)
		return;
	list_places(finder, &findings, &paragraphs);
	for (size_t i = 0; i < finder->count; i++) {
		struct cnd_candidate *item = &finder->items[i];
		size_t acts = 0;

		if (item->is_merged)
			continue;
		for (size_t k = 0; k < item->main_count; k++)
			acts += count_acts(finder, item->spans[k]);
		item->rec.is_compound =
			acts >= ACTS || item->part_count >= PARTS;
		item->rec.finding =
			finding_of(finder, item, &findings, &paragraphs);
	}
	list_unanswered(finder, &findings);
}
