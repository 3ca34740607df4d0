/*
 * Sorting out matches.  Invariant: a tag's hits are chosen in the order of
 * text, each the least event (place, then pattern, then priority) that
 * begins at or after the end of the one before, which is what a search for
 * one alternation of the tag's patterns would find.
 */
#include "match/events.h"

#include "base/limits.h"
#include "match/table.h"

#include <stdlib.h>

struct cnd_events
cnd_events_start(const struct cnd_matcher *matcher, struct cnd_str text,
	struct cnd_arena *scratch, struct cnd_arena *arena)
{
	return (struct cnd_events){
		.matcher = matcher,
		.text = text,
		.scratch = scratch,
		.searches = cnd_arena_array(
			scratch, matcher->pattern_count, sizeof(uint8_t)),
		.arena = arena,
	};
}

void
cnd_events_add(struct cnd_events *events, struct cnd_event event)
{
	events->items = cnd_arena_grow(events->scratch, events->items,
		events->count, &events->capacity, sizeof(event));
	events->items[events->count++] = event;
}

static void
add_gave_up(struct cnd_events *events, const struct cnd_event *event)
{
	events->gave_up = cnd_arena_grow(events->arena, events->gave_up,
		events->gave_up_count, &events->gave_up_capacity,
		sizeof(*events->gave_up));
	events->gave_up[events->gave_up_count++] = (struct cnd_gave_up){
		event->pattern,
		event->tag,
		event->unit.span,
	};
}

/*
 * Moves the event to the pattern's first match that begins in near; its
 * end is included.
 */
static enum cnd_regex_result
find_near(struct cnd_events *events, struct cnd_event *event,
	struct cnd_span near)
{
	struct cnd_span span = event->unit.span;
	struct cnd_str text = cnd_str_slice(events->text, span.from, span.to);
	const struct cnd_matcher_pattern *pattern =
		&events->matcher->patterns[event->pattern];
	struct cnd_match match;
	struct cnd_search search = {
		.from = near.from - span.from,
		.last = near.to - span.from,
		.is_seldom = events->searches[event->pattern] < pattern->seldom,
	};
	enum cnd_regex_result result = events->is_plain
		? cnd_query_search_plainly(pattern->query, text, search, &match)
		: cnd_query_search(pattern->query, text, search, &match);

	if (search.is_seldom)
		events->searches[event->pattern]++;
	if (result == CND_REGEX_GAVE_UP)
		add_gave_up(events, event);
	if (result != CND_REGEX_MATCH)
		return result;
	event->from = span.from + (uint32_t)match.from[0];
	event->to = span.from + (uint32_t)match.to[0];
	/* \K can leave a match with nothing, or behind where it began. */
	if (event->from >= event->to || event->from < near.from)
		return CND_REGEX_GAVE_UP;
	return CND_REGEX_MATCH;
}

/* Moves the event to the next match of its pattern at or after at. */
static bool
find_from(struct cnd_events *events, struct cnd_event *event, uint32_t at)
{
	struct cnd_span near = { at, event->unit.span.to };

	return at < near.to &&
		find_near(events, event, near) == CND_REGEX_MATCH;
}

static void
add_hint(struct cnd_events *events, uint32_t pattern, struct cnd_unit_span unit,
	struct cnd_span word)
{
	cnd_events_add(events,
		(struct cnd_event){
			.tag = events->matcher->patterns[pattern].tag,
			.from = word.from,
			.to = word.to,
			.pattern = pattern,
			.unit = unit,
		});
}

bool
cnd_events_try_near(struct cnd_events *events, uint32_t pattern,
	struct cnd_unit_span unit, struct cnd_span near)
{
	struct cnd_event event = {
		.tag = events->matcher->patterns[pattern].tag,
		.pattern = pattern,
		.has_more = true,
		.unit = unit,
	};
	enum cnd_regex_result result;

	if (events->matcher->patterns[pattern].is_hint) {
		add_hint(events, pattern, unit, near);
		return true;
	}
	result = find_near(events, &event, near);
	if (result == CND_REGEX_MATCH)
		cnd_events_add(events, event);
	return result != CND_REGEX_NO_MATCH;
}

void
cnd_events_try(
	struct cnd_events *events, uint32_t pattern, struct cnd_unit_span unit)
{
	(void)cnd_events_try_near(events, pattern, unit, unit.span);
}

static int
compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
compare_places(const struct cnd_event *a, const struct cnd_event *b)
{
	int order = compare_numbers(a->from, b->from);

	if (order == 0)
		order = compare_numbers(a->pattern, b->pattern);
	return order != 0 ? order : compare_numbers(a->priority, b->priority);
}

static int
compare_events(const void *left, const void *right)
{
	return compare_places(left, right);
}

/* Shifts for each event that it may take to put them in order. */
enum { SHIFTS_MAX = 16 };

/*
 * By tag, and by place within each.  They were found nearly in order of
 * place: counting the tags and then moving the few that are late takes a
 * step for each.
 */
static void
sort_events(struct cnd_events *events)
{
	uint32_t tags = events->matcher->tag_end;
	uint32_t *ends = cnd_arena_array(
		events->scratch, (size_t)tags + 1, sizeof(*ends));
	struct cnd_event *sorted = cnd_arena_array(
		events->scratch, events->count, sizeof(*sorted));

	for (size_t i = 0; i < events->count; i++)
		ends[events->items[i].tag + 1]++;
	for (uint32_t tag = 0; tag < tags; tag++)
		ends[tag + 1] += ends[tag];
	for (size_t i = 0; i < events->count; i++)
		sorted[ends[events->items[i].tag]++] = events->items[i];
	events->items = sorted;
}

/* Puts the events [from, to) in order of place. */
static void
sort_places(struct cnd_event *items, size_t from, size_t to)
{
	size_t moved = 0;

	for (size_t i = from + 1; i < to; i++) {
		struct cnd_event late = items[i];
		size_t at = i;

		for (; at > from && compare_places(&late, &items[at - 1]) < 0;
			at--, moved++)
			items[at] = items[at - 1];
		items[at] = late;
		if (moved > SHIFTS_MAX * (to - from)) {
			qsort(items + from, to - from, sizeof(*items),
				compare_events);
			return;
		}
	}
}

static int
compare_gave_up(const void *left, const void *right)
{
	const struct cnd_gave_up *a = left;
	const struct cnd_gave_up *b = right;
	int order = compare_numbers(a->tag, b->tag);

	if (order == 0)
		order = compare_numbers(a->span.from, b->span.from);
	return order != 0 ? order : compare_numbers(a->pattern, b->pattern);
}

/* Later matches of PCRE2's patterns wait in a heap, the least on top. */
struct heap {
	struct cnd_event *items;
	size_t count;
	size_t capacity;
};

static void
swap(struct cnd_event *a, struct cnd_event *b)
{
	struct cnd_event held = *a;

	*a = *b;
	*b = held;
}

static void
heap_push(struct heap *heap, struct cnd_arena *arena,
	const struct cnd_event *event)
{
	size_t at = heap->count;

	heap->items = cnd_arena_grow(arena, heap->items, heap->count,
		&heap->capacity, sizeof(*event));
	heap->items[heap->count++] = *event;
	while (at > 0 &&
		compare_places(&heap->items[at], &heap->items[(at - 1) / 2]) <
			0) {
		swap(&heap->items[at], &heap->items[(at - 1) / 2]);
		at = (at - 1) / 2;
	}
}

static struct cnd_event
heap_pop(struct heap *heap)
{
	struct cnd_event top = heap->items[0];
	size_t at = 0;

	heap->items[0] = heap->items[--heap->count];
	for (;;) {
		size_t least = at;

		for (size_t c = 2 * at + 1; c <= 2 * at + 2; c++)
			if (c < heap->count &&
				compare_places(&heap->items[c],
					&heap->items[least]) < 0)
				least = c;
		if (least == at)
			return top;
		swap(&heap->items[at], &heap->items[least]);
		at = least;
	}
}

struct chooser {
	struct cnd_events *events;
	struct heap heap;
	struct cnd_hit *hits;
	size_t count;
	size_t capacity;
};

static void
take(struct chooser *chooser, const struct cnd_event *event)
{
	chooser->hits = cnd_arena_grow(chooser->events->arena, chooser->hits,
		chooser->count, &chooser->capacity, sizeof(*chooser->hits));
	chooser->hits[chooser->count++] = (struct cnd_hit){
		event->pattern,
		event->tag,
		event->unit.block,
		{ event->from, event->to },
		false,
	};
}

/* The events [from, to) are those of one tag, in order. */
static void
choose(struct chooser *chooser, size_t from, size_t to)
{
	struct cnd_events *events = chooser->events;
	struct heap *heap = &chooser->heap;
	uint32_t cursor = 0;

	while (from < to || heap->count > 0) {
		struct cnd_event event;

		if (heap->count == 0 ||
			(from < to &&
				compare_places(&events->items[from],
					&heap->items[0]) < 0))
			event = events->items[from++];
		else
			event = heap_pop(heap);
		if (event.from >= cursor) {
			take(chooser, &event);
			cursor = event.to;
		}
		if (event.has_more && find_from(events, &event, cursor))
			heap_push(heap, events->scratch, &event);
	}
}

void
cnd_events_resolve(struct cnd_events *events, struct cnd_hits *hits)
{
	struct chooser chooser = { .events = events };
	size_t from = 0;

	sort_events(events);
	while (from < events->count) {
		size_t to = from + 1;

		while (to < events->count &&
			events->items[to].tag == events->items[from].tag)
			to++;
		sort_places(events->items, from, to);
		choose(&chooser, from, to);
		from = to;
	}
	if (events->gave_up_count > 0)
		qsort(events->gave_up, events->gave_up_count,
			sizeof(*events->gave_up), compare_gave_up);
	hits->items = chooser.hits;
	hits->count = chooser.count;
	hits->gave_up = events->gave_up;
	hits->gave_up_count = events->gave_up_count;
	hits->marked = NULL;
}

uint32_t
cnd_matcher_piece_end(struct cnd_str text, uint32_t from, uint32_t to)
{
	uint32_t end = from + CND_LIMIT_MATCH_SPAN;
	uint32_t at = end;

	if (to - from <= CND_LIMIT_MATCH_SPAN)
		return to;
	while (at > from + 1 && !cnd_is_space(text.data[at]))
		at--;
	if (at > from + 1)
		return at;
	/* No blank: cut before a character. */
	while (((unsigned char)text.data[end] & 0xc0) == 0x80)
		end--;
	return end;
}

void
cnd_events_try_all(struct cnd_events *events,
	const struct cnd_pattern_list *list, struct cnd_unit_span unit)
{
	uint32_t end = unit.span.to;

	while (unit.span.from < end) {
		unit.span.to = cnd_matcher_piece_end(
			events->text, unit.span.from, end);
		for (size_t i = 0; i < list->count; i++)
			cnd_events_try(events, list->items[i], unit);
		unit.span.from = unit.span.to;
	}
}
