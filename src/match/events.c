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
cnd_events_start(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *scratch,
	struct cnd_arena *arena)
{
	return (struct cnd_events){
		.matcher = matcher,
		.text = units->text,
		.has_hints = !units->is_marked,
		.scratch = scratch,
		.searches = cnd_arena_array(
			scratch, matcher->pattern_count, sizeof(uint8_t)),
		.lists = cnd_arena_array(scratch, matcher->tag_end,
			sizeof(struct cnd_event_list)),
		.arena = arena,
	};
}

void
cnd_events_enter(struct cnd_events *events, struct cnd_unit_span *unit)
{
	events->units = cnd_arena_grow(events->scratch, events->units,
		events->unit_count, &events->unit_capacity, sizeof(*unit));
	unit->number = (uint32_t)events->unit_count + 1;
	events->units[events->unit_count++] = *unit;
}

static struct cnd_unit_span
unit_of(const struct cnd_events *events, const struct cnd_event *event)
{
	return events->units[event->unit - 1];
}

static uint32_t
tag_of(const struct cnd_events *events, const struct cnd_event *event)
{
	return events->matcher->patterns[event->pattern].tag;
}

static struct cnd_event_chunk *
add_chunk(struct cnd_events *events, struct cnd_event_list *list)
{
	struct cnd_event_chunk *chunk =
		cnd_arena_alloc(events->scratch, sizeof(*chunk));

	if (list->last == NULL)
		list->first = chunk;
	else
		list->last->next = chunk;
	list->last = chunk;
	return chunk;
}

void
cnd_events_add(struct cnd_events *events, struct cnd_event event)
{
	struct cnd_event_list *list = &events->lists[tag_of(events, &event)];
	struct cnd_event_chunk *chunk = list->last;

	if (chunk == NULL || chunk->count == CND_EVENTS_IN_CHUNK)
		chunk = add_chunk(events, list);
	chunk->items[chunk->count++] = event;
	events->count++;
}

static void
add_gave_up(struct cnd_events *events, const struct cnd_event *event)
{
	events->gave_up = cnd_arena_grow(events->arena, events->gave_up,
		events->gave_up_count, &events->gave_up_capacity,
		sizeof(*events->gave_up));
	events->gave_up[events->gave_up_count++] = (struct cnd_gave_up){
		event->pattern,
		tag_of(events, event),
		unit_of(events, event).span,
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
	struct cnd_span span = unit_of(events, event).span;
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
	struct cnd_span near = { at, unit_of(events, event).span.to };

	return at < near.to &&
		find_near(events, event, near) == CND_REGEX_MATCH;
}

bool
cnd_events_try_near(struct cnd_events *events, uint32_t pattern,
	struct cnd_unit_span unit, struct cnd_span near)
{
	struct cnd_event event = {
		.from = near.from,
		.to = near.to,
		.pattern = pattern,
		.unit = unit.number,
	};
	enum cnd_regex_result result;

	if (events->matcher->patterns[pattern].is_hint) {
		if (events->has_hints)
			cnd_events_add(events, event);
		return true;
	}
	event.has_more = true;
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

/* A tag's events in order of place; or, of PCRE2's patterns, those whose
 * later matches wait: a heap, the least on top. */
struct event_array {
	struct cnd_event *items;
	size_t count;
	size_t capacity;
};

static void
push(struct event_array *array, struct cnd_arena *arena,
	const struct cnd_event *event)
{
	array->items = cnd_arena_grow(arena, array->items, array->count,
		&array->capacity, sizeof(*event));
	array->items[array->count++] = *event;
}

/* A tag's events, one behind the other. */
static void
fill_queue(const struct cnd_events *events, const struct cnd_event_list *list,
	struct event_array *queue)
{
	queue->count = 0;
	for (const struct cnd_event_chunk *chunk = list->first; chunk != NULL;
		chunk = chunk->next)
		for (uint32_t i = 0; i < chunk->count; i++)
			push(queue, events->scratch, &chunk->items[i]);
}

/* Shifts for each event that it may take to put them in order. */
enum { SHIFTS_MAX = 16 };

/* In order of place.  They were found nearly so: few are late. */
static void
sort_queue(struct event_array *queue)
{
	struct cnd_event *items = queue->items;
	size_t moved = 0;

	for (size_t i = 1; i < queue->count; i++) {
		struct cnd_event late = items[i];
		size_t at = i;

		for (; at > 0 && compare_places(&late, &items[at - 1]) < 0;
			at--, moved++)
			items[at] = items[at - 1];
		items[at] = late;
		if (moved > SHIFTS_MAX * queue->count) {
			qsort(items, queue->count, sizeof(*items),
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

static void
swap(struct cnd_event *a, struct cnd_event *b)
{
	struct cnd_event held = *a;

	*a = *b;
	*b = held;
}

static void
heap_push(struct event_array *heap, struct cnd_arena *arena,
	const struct cnd_event *event)
{
	size_t at = heap->count;

	push(heap, arena, event);
	while (at > 0 &&
		compare_places(&heap->items[at], &heap->items[(at - 1) / 2]) <
			0) {
		swap(&heap->items[at], &heap->items[(at - 1) / 2]);
		at = (at - 1) / 2;
	}
}

static struct cnd_event
heap_pop(struct event_array *heap)
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
	struct event_array queue; /* of the tag, in order */
	struct event_array heap;
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
		tag_of(chooser->events, event),
		unit_of(chooser->events, event).block,
		{ event->from, event->to },
		false,
	};
}

static void
choose(struct chooser *chooser)
{
	const struct event_array *queue = &chooser->queue;
	struct event_array *heap = &chooser->heap;
	uint32_t cursor = 0;
	size_t from = 0;

	while (from < queue->count || heap->count > 0) {
		struct cnd_event event;

		if (heap->count == 0 ||
			(from < queue->count &&
				compare_places(&queue->items[from],
					&heap->items[0]) < 0))
			event = queue->items[from++];
		else
			event = heap_pop(heap);
		if (event.from >= cursor) {
			take(chooser, &event);
			cursor = event.to;
		}
		if (event.has_more &&
			find_from(chooser->events, &event, cursor))
			heap_push(heap, chooser->events->scratch, &event);
	}
}

void
cnd_events_resolve(struct cnd_events *events, struct cnd_hits *hits)
{
	/* A quarter more, for matches behind those: most often enough. */
	size_t room = events->count + events->count / 4;
	struct chooser chooser = {
		.events = events,
		.hits = cnd_arena_array(
			events->arena, room, sizeof(*chooser.hits)),
		.capacity = room,
	};

	for (uint32_t tag = 0; tag < events->matcher->tag_end; tag++) {
		if (events->lists[tag].first == NULL)
			continue;
		fill_queue(events, &events->lists[tag], &chooser.queue);
		sort_queue(&chooser.queue);
		choose(&chooser);
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
		cnd_events_enter(events, &unit);
		for (size_t i = 0; i < list->count; i++)
			cnd_events_try(events, list->items[i], unit);
		unit.span.from = unit.span.to;
	}
}
