/*
 * What automata's states are made of, for states.c and kept.c.
 */
#ifndef CND_QUERY_KEPT_H
#define CND_QUERY_KEPT_H

#include "query/making.h"

enum {
	/* Rows are six entries long or more, and the first two not used. */
	CND_ROWS_BEHIND = 2,
	CND_ENTRIES_MOST = UINT16_MAX,
	CND_CHAINS = 32,
	CND_STATES_ROOM = 8, /* that a table begins with, or is opened for */
};

/* By hash: a state's number and one more. */
struct cnd_chains {
	uint16_t first[CND_CHAINS];
};

struct cnd_states {
	_Atomic(struct cnd_table *) table;
	_Atomic uint16_t starts[CND_CONTEXTS];
	_Atomic bool is_busy; /* somebody is making a state */
	bool is_closed; /* no new states, but what leads to those there are */
	const struct cnd_state *kept; /* the first of them; or NULL */
	uint32_t kept_count;
	struct cnd_state *own; /* the others */
	uint32_t own_capacity;
	uint32_t state_count; /* in all */
	struct cnd_chains chains;
	struct cnd_making *making;
};

static inline const struct cnd_state *
cnd_state_at(const struct cnd_states *states, uint32_t number)
{
	return number < states->kept_count
		? &states->kept[number]
		: &states->own[number - states->kept_count];
}

/* Entries of a table for so many states. */
static inline size_t
cnd_states_entries(const struct cnd_automaton *automaton, uint32_t states)
{
	return (size_t)(states + CND_ROWS_BEHIND) * automaton->width;
}

/* States that there can be. */
static inline uint32_t
cnd_states_most(const struct cnd_automaton *automaton)
{
	return CND_ENTRIES_MOST / automaton->width - CND_ROWS_BEHIND;
}

/* The row of a state, behind the entries that lead to none. */
static inline uint16_t
cnd_states_row(const struct cnd_automaton *automaton, uint32_t state)
{
	return (uint16_t)((state + CND_ROWS_BEHIND) * automaton->width);
}

/* A table with room for so many states, and the rows of an older one. */
struct cnd_table *cnd_states_table_new(const struct cnd_automaton *automaton,
	uint32_t capacity, const struct cnd_table *old);

/* The entry at a row and class, made where it is not; locked. */
uint16_t cnd_states_entry_at(const struct cnd_automaton *automaton,
	struct cnd_states *states, uint16_t row, uint32_t class);

/* The table that was kept. */
struct cnd_table *cnd_kept_table(struct cnd_kept_states *kept);

/* The row to begin with in a context, or UNMADE. */
uint16_t cnd_kept_start(
	const struct cnd_kept_states *kept, enum cnd_context context);

/* Makes new states go on with what was kept, where it is. */
void cnd_kept_take(
	const struct cnd_automaton *automaton, struct cnd_states *states);

/* Takes out of what was kept all that leads to states made since. */
void cnd_kept_clean(const struct cnd_automaton *automaton);

/* Keeps in the arena what texts have made: for cnd_arena_settle. */
void cnd_kept_make(struct cnd_arena *arena, void *automaton);

#endif
