/*
 * The last scan is kept whole.  Blocks are compared byte for byte from
 * both ends; those between are scanned, and what was found in them takes
 * the place of what stood between before.  Since hits are ordered by tag
 * and then place, that is one walk over the old ones.
 */
#include "lint/memory.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

/* A text cut into units, with the sentence that each block begins at. */
struct cut {
	struct cnd_units units;
	const uint32_t *first; /* block_count + 1 of them */
};

/* Room that is used again: there are tens of thousands. */
struct hit_list {
	struct cnd_hit *items;
	size_t capacity;
};

struct cnd_memory {
	struct cnd_arena *arena; /* of the last scan; NULL before any */
	bool is_known; /* what it found; not where a pattern gave up */
	struct cut cut;
	bool is_last; /* the last turn was scanned */
	struct cnd_hits hits; /* in the first of: */
	struct hit_list lists[2]; /* of the last scan, and of the one before */
	struct cnd_recall *recall;
};

/* Blocks [0, head) are as old ones; so are the last `tail`. */
struct change {
	const struct cut *old;
	const struct cut *new;
	size_t head;
	size_t tail;
};

struct cnd_memory *
cnd_memory_new(void)
{
	struct cnd_memory *memory = cnd_xcalloc(1, sizeof(*memory));

	memory->recall = cnd_recall_new();
	return memory;
}

struct cnd_recall *
cnd_memory_begin(struct cnd_memory *memory, struct cnd_str text)
{
	struct cnd_str former = { 0 };

	if (memory->is_known && memory->is_last)
		former = memory->cut.units.text;
	memory->is_last = false;
	cnd_recall_begin(memory->recall, text, cnd_str_alike(former, text));
	return memory->recall;
}

void
cnd_memory_free(struct cnd_memory *memory)
{
	if (memory == NULL)
		return;
	cnd_arena_free(memory->arena);
	cnd_recall_free(memory->recall);
	free(memory->lists[0].items);
	free(memory->lists[1].items);
	free(memory);
}

/* Finds the first sentence at or behind each block's beginning. */
static const uint32_t *
first_sentences(const struct cnd_units *units, struct cnd_arena *arena)
{
	uint32_t *first =
		cnd_arena_array(arena, units->block_count + 1, sizeof(*first));
	uint32_t at = 0;

	for (size_t i = 0; i < units->block_count; i++) {
		while (at < units->sentence_count &&
			units->sentences[at].from < units->blocks[i].from)
			at++;
		first[i] = at;
	}
	first[units->block_count] = (uint32_t)units->sentence_count;
	return first;
}

static bool
is_same_block(const struct cut *a, size_t i, const struct cut *b, size_t j)
{
	struct cnd_span x = a->units.blocks[i];
	struct cnd_span y = b->units.blocks[j];
	uint32_t count = a->first[i + 1] - a->first[i];

	if (a->units.ties[i] != b->units.ties[j] ||
		x.to - x.from != y.to - y.from ||
		count != b->first[j + 1] - b->first[j] ||
		memcmp(a->units.text.data + x.from, b->units.text.data + y.from,
			x.to - x.from) != 0)
		return false;
	for (uint32_t k = 0; k < count; k++) {
		struct cnd_span s = a->units.sentences[a->first[i] + k];
		struct cnd_span t = b->units.sentences[b->first[j] + k];

		if (s.from - x.from != t.from - y.from ||
			s.to - x.from != t.to - y.from)
			return false;
	}
	return true;
}

static struct change
compare(const struct cut *old, const struct cut *new)
{
	struct change change = { old, new, 0, 0 };
	size_t before = old->units.block_count;
	size_t after = new->units.block_count;
	size_t most = before < after ? before : after;

	while (change.head < most &&
		is_same_block(old, change.head, new, change.head))
		change.head++;
	while (change.tail < most - change.head &&
		is_same_block(old, before - 1 - change.tail, new,
			after - 1 - change.tail))
		change.tail++;
	return change;
}

/* Scans the blocks that are new or changed. */
static struct cnd_hits
scan_middle(const struct cnd_matcher *matcher, const struct change *change,
	struct cnd_arena *arena)
{
	const struct cut *cut = change->new;
	size_t end = cut->units.block_count - change->tail;
	struct cnd_units middle = {
		.text = cut->units.text,
		.blocks = cut->units.blocks + change->head,
		.block_count = end - change->head,
		.sentences = cut->units.sentences + cut->first[change->head],
		.sentence_count = cut->first[end] - cut->first[change->head],
	};
	struct cnd_hits hits = { 0 };

	cnd_matcher_scan(matcher, &middle, arena, &hits);
	for (size_t i = 0; i < hits.count; i++)
		hits.items[i].unit += (uint32_t)change->head;
	return hits;
}

static struct cnd_span
moved(struct cnd_span span, uint32_t from, uint32_t to)
{
	return (struct cnd_span){ span.from - from + to, span.to - from + to };
}

/* Where an old block is now: its new number, or CND_NONE. */
static uint32_t
new_number(const struct change *change, uint32_t old)
{
	size_t before = change->old->units.block_count;
	size_t after = change->new->units.block_count;

	if (old < change->head)
		return old;
	if (old < before - change->tail)
		return CND_NONE;
	return (uint32_t)(old + after - before);
}

/* A hit as it is now. */
static struct cnd_hit
moved_hit(const struct change *change, struct cnd_hit hit, uint32_t unit)
{
	hit.span = moved(hit.span, change->old->units.blocks[hit.unit].from,
		change->new->units.blocks[unit].from);
	hit.unit = unit;
	return hit;
}

/* Whether a hit of the middle comes before one that was kept. */
static bool
comes_first(const struct cnd_hit *middle, const struct cnd_hit *kept)
{
	if (middle->tag != kept->tag)
		return middle->tag < kept->tag;
	return middle->unit < kept->unit;
}

static void
merge_hits(const struct change *change, const struct cnd_hits *old,
	const struct cnd_hits *middle, struct cnd_hits *hits)
{
	size_t at = 0;

	for (size_t i = 0; i < old->count; i++) {
		uint32_t unit = new_number(change, old->items[i].unit);
		struct cnd_hit hit;

		if (unit == CND_NONE || old->items[i].is_idle)
			continue;
		hit = moved_hit(change, old->items[i], unit);
		while (at < middle->count &&
			comes_first(&middle->items[at], &hit))
			hits->items[hits->count++] = middle->items[at++];
		hits->items[hits->count++] = hit;
	}
	while (at < middle->count)
		hits->items[hits->count++] = middle->items[at++];
}

/* ---- what is kept ---- */

static void *
copy(struct cnd_arena *arena, const void *items, size_t count, size_t size)
{
	void *made = cnd_arena_array(arena, count + 1, size);

	if (count > 0)
		memcpy(made, items, count * size);
	return made;
}

/* All but the hits, which are kept already. */
static void
keep(struct cnd_memory *memory, const struct cut *cut)
{
	struct cnd_arena *arena = cnd_arena_new();
	const struct cnd_units *units = &cut->units;

	cnd_arena_free(memory->arena);
	memory->arena = arena;
	memory->cut.units = *units;
	memory->cut.units.text = cnd_arena_copy(arena, units->text);
	memory->cut.units.blocks = copy(arena, units->blocks,
		units->block_count, sizeof(*units->blocks));
	memory->cut.units.ties = copy(
		arena, units->ties, units->block_count, sizeof(*units->ties));
	memory->cut.units.sentences = copy(arena, units->sentences,
		units->sentence_count, sizeof(*units->sentences));
	memory->cut.first = copy(
		arena, cut->first, units->block_count + 1, sizeof(*cut->first));
}

/* Room for so many hits where those before the last scan's stood. */
static struct cnd_hit *
next_list(struct cnd_memory *memory, size_t count)
{
	struct hit_list next = memory->lists[1];

	if (next.capacity < count) {
		free(next.items);
		next.capacity = count + count / 8;
		next.items = cnd_xmalloc(next.capacity * sizeof(*next.items));
	}
	memory->lists[1] = memory->lists[0];
	memory->lists[0] = next;
	return next.items;
}

/* What was found before and is there still, and what is new. */
static void
scan_change(struct cnd_memory *memory, const struct cnd_matcher *matcher,
	const struct cut *cut, struct cnd_arena *arena, struct cnd_hits *hits)
{
	struct change change = compare(&memory->cut, cut);
	struct cnd_hits middle = scan_middle(matcher, &change, arena);

	*hits = (struct cnd_hits){
		.items = next_list(
			memory, memory->hits.count + middle.count + 1),
		.gave_up = middle.gave_up,
		.gave_up_count = middle.gave_up_count,
	};
	merge_hits(&change, &memory->hits, &middle, hits);
}

static void
scan_all(struct cnd_memory *memory, const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits)
{
	struct cnd_hit *items;

	cnd_matcher_scan(matcher, units, arena, hits);
	items = next_list(memory, hits->count + 1);
	if (hits->count > 0)
		memcpy(items, hits->items, hits->count * sizeof(*items));
	hits->items = items;
}

void
cnd_memory_scan(struct cnd_memory *memory, const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits)
{
	const struct cut cut = { *units, first_sentences(units, arena) };

	if (memory->is_known)
		scan_change(memory, matcher, &cut, arena, hits);
	else
		scan_all(memory, matcher, units, arena, hits);
	memory->hits =
		(struct cnd_hits){ .items = hits->items, .count = hits->count };
	/* Where a pattern gave up is not kept: such a text is scanned anew. */
	memory->is_known = hits->gave_up_count == 0;
	memory->is_last = memory->is_known;
	if (memory->is_known)
		keep(memory, &cut);
}
