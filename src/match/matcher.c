/*
 * A set of patterns with the tables of their anchors, and the plain way to
 * scan for them: each pattern on each unit.
 */
#include "match/matcher.h"

#include "base/halving.h"
#include "base/limits.h"
#include "match/events.h"
#include "match/table.h"

#include <assert.h>

static void
free_scratch(void *handle)
{
	struct cnd_matcher *matcher = handle;

	cnd_arena_free(matcher->scratch);
	matcher->scratch = NULL;
}

struct cnd_matcher *
cnd_matcher_new(struct cnd_arena *arena)
{
	struct cnd_matcher *matcher = cnd_arena_alloc(arena, sizeof(*matcher));

	matcher->arena = arena;
	matcher->scratch = cnd_arena_new();
	cnd_arena_defer(arena, free_scratch, matcher);
	return matcher;
}

static void
append(struct cnd_arena *arena, struct cnd_pattern_list *list, size_t pattern)
{
	list->items = cnd_arena_grow(arena, list->items, list->count,
		&list->capacity, sizeof(*list->items));
	list->items[list->count++] = (uint32_t)pattern;
}

/* Works out the pattern's sequences, if it has any. */
static void
find_anchors(struct cnd_matcher *matcher, struct cnd_str text, bool is_fold,
	struct cnd_matcher_pattern *pattern)
{
	struct cnd_node *tree =
		cnd_pattern_read(matcher->scratch, text, is_fold);
	size_t first = matcher->sequences.count;

	if (tree != NULL) {
		pattern->is_pure = cnd_sequences_of_tree(matcher, tree);
		pattern->is_anchored = pattern->is_pure ||
			cnd_anchors_of_tree(matcher, tree, &pattern->lead);
		pattern->begins_line = cnd_tree_begins_lines(tree);
	}
	for (size_t i = first; i < matcher->sequences.count; i++)
		matcher->sequences.items[i].is_hint = pattern->is_hint;
	cnd_arena_reset(matcher->scratch);
}

/* Longer patterns take JIT longer, by measure about like this. */
static uint8_t
seldom_of(struct cnd_str pattern)
{
	size_t searches = 8 + pattern.len / 128;

	return searches < UINT8_MAX ? (uint8_t)searches : UINT8_MAX;
}

bool
cnd_matcher_add(struct cnd_matcher *matcher, struct cnd_str pattern,
	unsigned flags, uint32_t tag, struct cnd_error *err)
{
	struct cnd_matcher_pattern added = {
		.tag = tag,
		.is_sentence = (flags & CND_MATCHER_SENTENCE) != 0,
		.is_hint = (flags & CND_MATCHER_HINT) != 0,
		.seldom = seldom_of(pattern),
	};
	unsigned regex_flags = flags &
		~((unsigned)CND_MATCHER_SENTENCE | (unsigned)CND_MATCHER_HINT);
	size_t number = matcher->pattern_count;

	assert(!matcher->is_sealed);
	if (!added.is_hint)
		added.query = cnd_query_new(matcher->arena, pattern,
			regex_flags | CND_REGEX_NOT_EMPTY, err);
	if (!added.is_hint && added.query == NULL)
		return false;
	find_anchors(
		matcher, pattern, (flags & CND_REGEX_FOLD_CASE) != 0, &added);
	matcher->patterns = cnd_arena_grow(matcher->arena, matcher->patterns,
		number, &matcher->pattern_capacity, sizeof(added));
	matcher->patterns[matcher->pattern_count++] = added;
	if (tag >= matcher->tag_end)
		matcher->tag_end = tag + 1;
	append(matcher->arena,
		added.is_sentence ? &matcher->of_sentences
				  : &matcher->of_blocks,
		number);
	return true;
}

/* Keys are products whose high bits are the best mixed. */
static uint32_t
slot_of(const struct cnd_slots *slots, uint32_t key)
{
	return (key >> 15 ^ key) & slots->mask;
}

struct cnd_slot
cnd_slots_find(const struct cnd_slots *slots, uint32_t key)
{
	uint32_t at = slot_of(slots, key);

	while (slots->items[at].count > 0 && slots->items[at].key != key)
		at = (at + 1) & slots->mask;
	return slots->items[at];
}

/* The keys of sequences [from, to), which are in order of them. */
static size_t
count_keys(const struct cnd_sequence *items, size_t from, size_t to)
{
	size_t count = 0;

	for (size_t i = from; i < to; i++)
		count += i == from || items[i].key != items[i - 1].key;
	return count;
}

/* The sequences [from, to) are all those of one kind. */
static void
fill_slots(struct cnd_arena *arena, const struct cnd_sequence *items,
	struct cnd_slots *slots, size_t from, size_t to)
{
	size_t keys = count_keys(items, from, to);
	uint32_t size = 4;

	while (size < 2 * keys)
		size *= 2;
	slots->mask = size - 1;
	slots->items = cnd_arena_array(arena, size, sizeof(*slots->items));
	while (from < to) {
		size_t end = from;
		uint32_t key = items[from].key;
		uint32_t at = slot_of(slots, key);
		uint32_t hints = 0;

		while (end < to && items[end].key == key)
			hints += items[end++].is_hint;
		while (slots->items[at].count > 0)
			at = (at + 1) & slots->mask;
		slots->items[at] = (struct cnd_slot){ key, (uint32_t)from,
			(uint32_t)(end - from), hints };
		from = end;
	}
}

/* The slots of each kind, for a list in order of kind and key. */
static void
fill_all_slots(struct cnd_arena *arena, const struct cnd_sequences *list,
	struct cnd_slots slots[CND_ANCHOR_KINDS])
{
	size_t from = 0;

	for (unsigned kind = 0; kind < CND_ANCHOR_KINDS; kind++) {
		size_t to = from;

		while (to < list->count && list->items[to].kind == kind)
			to++;
		fill_slots(arena, list->items, &slots[kind], from, to);
		from = to;
	}
}

static void
list_bare(struct cnd_matcher *matcher)
{
	for (size_t i = 0; i < matcher->pattern_count; i++) {
		const struct cnd_matcher_pattern *pattern =
			&matcher->patterns[i];

		if (!pattern->is_anchored)
			append(matcher->arena,
				pattern->is_sentence
					? &matcher->bare_of_sentences
					: &matcher->bare_of_blocks,
				i);
	}
}

void
cnd_matcher_seal(struct cnd_matcher *matcher)
{
	struct cnd_sequences *list = &matcher->sequences;
	struct cnd_marker *marker = &matcher->marker;

	matcher->is_sealed = true;
	cnd_sequences_sort(list);
	cnd_sequences_join(list, matcher->patterns);
	fill_all_slots(matcher->arena, list, matcher->slots);
	cnd_marks_seal(matcher);
	fill_all_slots(matcher->arena, &marker->sequences, marker->slots);
	matcher->marks_are_doubtful = cnd_regex_marks_are_word();
	/* Its slots and bits say all that is asked of it from now on. */
	marker->sequences = (struct cnd_sequences){ 0 };
	cnd_matcher_pack(matcher);
	list_bare(matcher);
	free_scratch(matcher);
}

void
cnd_matcher_scan_plainly(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct cnd_events events =
		cnd_events_start(matcher, units, scratch, arena);
	size_t sentence = 0;

	events.is_plain = true;
	for (uint32_t i = 0; i < units->block_count; i++) {
		struct cnd_span block = units->blocks[i];

		cnd_events_try_all(&events, &matcher->of_blocks,
			(struct cnd_unit_span){ block, i, 0 });
		while (sentence < units->sentence_count &&
			units->sentences[sentence].from < block.to) {
			cnd_events_try_all(&events, &matcher->of_sentences,
				(struct cnd_unit_span){
					units->sentences[sentence], i, 0 });
			sentence++;
		}
	}
	cnd_events_resolve(&events, hits);
	cnd_arena_free(scratch);
}

/* Index of the first hit of tag or of one above. */
static size_t
first_hit(const struct cnd_hits *hits, uint64_t tag)
{
	struct cnd_halving in = { .high = hits->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, hits->items[in.middle].tag < tag);
	return in.low;
}

struct cnd_hits
cnd_hits_of_tag(const struct cnd_hits *hits, uint32_t tag)
{
	size_t from = first_hit(hits, tag);
	struct cnd_hits slice = {
		.items = hits->count == 0 ? NULL : hits->items + from,
		.count = first_hit(hits, (uint64_t)tag + 1) - from,
	};
	size_t i = 0;

	while (i < hits->gave_up_count && hits->gave_up[i].tag < tag)
		i++;
	slice.gave_up = hits->gave_up_count == 0 ? NULL : hits->gave_up + i;
	while (i + slice.gave_up_count < hits->gave_up_count &&
		hits->gave_up[i + slice.gave_up_count].tag == tag)
		slice.gave_up_count++;
	return slice;
}

bool
cnd_matcher_is_anchored(const struct cnd_matcher *matcher, uint32_t pattern)
{
	assert(pattern < matcher->pattern_count);
	return matcher->patterns[pattern].is_anchored;
}

struct cnd_matcher_cost
cnd_matcher_cost_of(
	const struct cnd_matcher *matcher, uint32_t first, uint32_t end)
{
	struct cnd_matcher_cost cost = { 0 };

	for (size_t i = 0; i < matcher->pattern_count; i++) {
		const struct cnd_matcher_pattern *pattern =
			&matcher->patterns[i];

		if (pattern->tag < first || pattern->tag >= end)
			continue;
		if (pattern->is_pure)
			cost.phrases++;
		else if (pattern->is_anchored)
			cost.anchored++;
		else
			cost.unanchored++;
		if (!pattern->is_pure && !pattern->is_hint &&
			!cnd_query_is_filtered(pattern->query))
			cost.foreign++;
	}
	return cost;
}

void
cnd_matcher_forget(const struct cnd_matcher *matcher)
{
	for (size_t i = 0; i < matcher->pattern_count; i++)
		if (matcher->patterns[i].query != NULL)
			cnd_query_forget(matcher->patterns[i].query);
}
