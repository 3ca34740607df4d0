/*
 * A set of patterns, and the plain way to scan for them: each pattern on
 * each unit.
 */
#include "match/matcher.h"

#include "base/limits.h"
#include "match/events.h"
#include "match/table.h"

#include <assert.h>

struct cnd_matcher *
cnd_matcher_new(struct cnd_arena *arena)
{
	struct cnd_matcher *matcher = cnd_arena_alloc(arena, sizeof(*matcher));

	matcher->arena = arena;
	return matcher;
}

static void
append(struct cnd_arena *arena, struct cnd_pattern_list *list, size_t pattern)
{
	list->items = cnd_arena_grow(arena, list->items, list->count,
		&list->capacity, sizeof(*list->items));
	list->items[list->count++] = (uint32_t)pattern;
}

bool
cnd_matcher_add(struct cnd_matcher *matcher, struct cnd_str pattern,
	unsigned flags, uint32_t tag, struct cnd_error *err)
{
	struct cnd_pattern added = {
		.tag = tag,
		.is_sentence = (flags & CND_MATCHER_SENTENCE) != 0,
	};
	unsigned regex_flags = flags & ~(unsigned)CND_MATCHER_SENTENCE;
	size_t number = matcher->pattern_count;

	assert(!matcher->is_sealed);
	added.regex = cnd_regex_new(matcher->arena, pattern,
		regex_flags | CND_REGEX_NOT_EMPTY, err);
	if (added.regex == NULL)
		return false;
	matcher->patterns = cnd_arena_grow(matcher->arena, matcher->patterns,
		number, &matcher->pattern_capacity, sizeof(added));
	matcher->patterns[matcher->pattern_count++] = added;
	append(matcher->arena,
		added.is_sentence ? &matcher->of_sentences
				  : &matcher->of_blocks,
		number);
	return true;
}

void
cnd_matcher_seal(struct cnd_matcher *matcher)
{
	matcher->is_sealed = true;
}

static void
try_span(struct cnd_events *events, const struct cnd_pattern_list *list,
	struct cnd_unit_span unit)
{
	uint32_t end = unit.span.to;

	while (unit.span.from < end) {
		unit.span.to = cnd_piece_end(events->text, unit.span.from, end);
		for (size_t i = 0; i < list->count; i++)
			cnd_events_try(events, list->items[i], unit);
		unit.span.from = unit.span.to;
	}
}

void
cnd_matcher_scan_plainly(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits)
{
	struct cnd_events events = {
		.matcher = matcher,
		.text = units->text,
		.scratch = cnd_arena_new(),
		.arena = arena,
	};
	size_t sentence = 0;

	for (uint32_t i = 0; i < units->block_count; i++) {
		struct cnd_span block = units->blocks[i];

		try_span(&events, &matcher->of_blocks,
			(struct cnd_unit_span){ block, i });
		while (sentence < units->sentence_count &&
			units->sentences[sentence].from < block.to) {
			try_span(&events, &matcher->of_sentences,
				(struct cnd_unit_span){
					units->sentences[sentence], i });
			sentence++;
		}
	}
	cnd_events_resolve(&events, hits);
	cnd_arena_free(events.scratch);
}

void
cnd_matcher_scan(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *arena,
	struct cnd_hits *hits)
{
	cnd_matcher_scan_plainly(matcher, units, arena, hits);
}

/* Index of the first hit of tag or of one above. */
static size_t
first_hit(const struct cnd_hits *hits, uint64_t tag)
{
	size_t low = 0;
	size_t high = hits->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (hits->items[middle].tag < tag)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
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
