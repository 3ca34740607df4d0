/*
 * Between finding and telling: every place where a pattern of a tag may
 * begin a match, and the choice among them that one alternation of the
 * tag's patterns would make.  For the files of match/ only.
 */
#ifndef CND_MATCH_EVENTS_H
#define CND_MATCH_EVENTS_H

#include "match/matcher.h"

/* A stretch of text that is matched apart from the rest. */
struct cnd_unit_span {
	struct cnd_span span;
	uint32_t block; /* index of the block it stands in */
	uint32_t number; /* cnd_events_enter's; 0: not entered */
};

/*
 * A match that a pattern has at `from`.  With has_more the pattern is
 * PCRE2's and the event its first match in the unit: others are asked for
 * when this one is taken or passed.  Without, all of the pattern's matches
 * are events of their own.  A long report has hundreds of thousands.
 */
struct cnd_event {
	uint32_t from;
	uint32_t to;
	uint32_t pattern;
	uint32_t unit; /* its number */
	uint32_t priority : 31; /* among matches of a pattern from one place */
	uint32_t has_more : 1;
};

/* Some events of one tag, as they were found. */
enum { CND_EVENTS_IN_CHUNK = 12 };
struct cnd_event_chunk {
	struct cnd_event_chunk *next;
	uint32_t count;
	struct cnd_event items[CND_EVENTS_IN_CHUNK];
};

/* All of one tag: they lie together, for a text may hold millions. */
struct cnd_event_list {
	struct cnd_event_chunk *first; /* NULL: none */
	struct cnd_event_chunk *last;
};

/* A scan in the making: what was found so far in the text. */
struct cnd_events {
	const struct cnd_matcher *matcher;
	struct cnd_str text;
	bool is_plain; /* only PCRE2 is asked */
	bool has_hints; /* they are told */
	struct cnd_arena *scratch; /* of the scan */
	uint8_t *searches; /* by pattern: how many, up to a few */
	struct cnd_event_list *lists; /* by tag; in scratch */
	size_t count; /* of all events */
	struct cnd_unit_span *units; /* by number, from 1 */
	size_t unit_count;
	size_t unit_capacity;
	struct cnd_arena *arena; /* of the result */
	struct cnd_gave_up *gave_up; /* in arena */
	size_t gave_up_count;
	size_t gave_up_capacity;
};

/* A scan of the units that has found nothing yet; scratch is the caller's. */
struct cnd_events cnd_events_start(const struct cnd_matcher *matcher,
	const struct cnd_units *units, struct cnd_arena *scratch,
	struct cnd_arena *arena);

/* Gives the unit its number. */
void cnd_events_enter(struct cnd_events *events, struct cnd_unit_span *unit);

/* Adds an event; its unit was entered. */
void cnd_events_add(struct cnd_events *events, struct cnd_event event);

/* Asks PCRE2 for a pattern's first match in a unit: an event, if any. */
void cnd_events_try(
	struct cnd_events *events, uint32_t pattern, struct cnd_unit_span unit);

/*
 * Asks for the first match that begins in near, its end included; true when no more need be asked in this unit: there is an event,
 * or the pattern gave up.
 */
bool cnd_events_try_near(struct cnd_events *events, uint32_t pattern,
	struct cnd_unit_span unit, struct cnd_span near);

/* Tries all of these patterns in a span of any length, piece by piece. */
struct cnd_pattern_list;
void cnd_events_try_all(struct cnd_events *events,
	const struct cnd_pattern_list *patterns, struct cnd_unit_span unit);

/* Chooses among the events and tells what is left, in order. */
void cnd_events_resolve(struct cnd_events *events, struct cnd_hits *hits);

#endif
