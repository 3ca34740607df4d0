/*
 * The states of automata, and their tables.  Invariant: a table's entry is
 * UNMADE or final.  Tables only grow, into a new one that holds all of the
 * old; a reader may go on with the old one and finds its own way into the
 * new one when it meets UNMADE.
 */
#include "query/states.h"

#include "base/hash.h"
#include "base/oom.h"
#include "query/kept.h"

#include <stdlib.h>
#include <string.h>

enum { ITEMS_MOST = 1 << 16 };

static void
free_states(struct cnd_states *states)
{
	struct cnd_table *table = atomic_load(&states->table);

	while (table != NULL) {
		struct cnd_table *older = table->older;

		if (!table->is_kept)
			free(table);
		table = older;
	}
	cnd_making_free(states->making);
	free(states->own);
	free(states);
}

static void
release(void *handle)
{
	_Atomic(struct cnd_states *) *place = handle;
	struct cnd_states *states = atomic_load(place);

	if (states != NULL)
		free_states(states);
}

struct cnd_table *
cnd_states_table_new(const struct cnd_automaton *automaton, uint32_t capacity,
	const struct cnd_table *old)
{
	struct cnd_table *table = cnd_xcalloc(1,
		sizeof(*table) +
			cnd_states_entries(automaton, capacity) *
				sizeof(uint16_t));

	table->capacity = capacity;
	/* Entries are written by one thread at a time, and this is it. */
	if (old != NULL)
		memcpy((char *)table + sizeof(*table),
			(const char *)old + sizeof(*old),
			cnd_states_entries(automaton, old->capacity) *
				sizeof(uint16_t));
	return table;
}

static bool
grow_table(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	struct cnd_table *old = atomic_load(&states->table);
	uint32_t capacity = old == NULL ? CND_STATES_ROOM : 2 * old->capacity;
	struct cnd_table *table;

	if (old != NULL && states->state_count < old->capacity)
		return true;
	if (capacity > cnd_states_most(automaton))
		capacity = cnd_states_most(automaton);
	if (states->state_count >= capacity)
		return false;
	table = cnd_states_table_new(automaton, capacity, old);
	table->older = old;
	atomic_store_explicit(&states->table, table, memory_order_release);
	return true;
}

static uint32_t
hash_of(const uint16_t *items, uint32_t count)
{
	uint32_t hash = CND_HASH32;

	for (uint32_t i = 0; i < count; i++)
		hash = cnd_hash32(hash, items[i]);
	return hash ^ hash >> 15;
}

static bool
is_like(const struct cnd_states *states, const struct cnd_state *state,
	const struct cnd_state *like)
{
	const struct cnd_making *making = states->making;

	return state->hash == like->hash &&
		state->items.count == like->items.count &&
		state->context == like->context &&
		state->has_start == like->has_start &&
		(like->items.count == 0 ||
			memcmp(cnd_making_items(making, state->items),
				making->list,
				like->items.count * sizeof(uint16_t)) == 0);
}

/*
 * The state of the first of the list, known or new; NO_ROOM when there is
 * none.  like: its other members.
 */
static uint16_t
state_of(const struct cnd_automaton *automaton, struct cnd_states *states,
	struct cnd_state like)
{
	struct cnd_making *making = states->making;
	uint32_t count = like.items.count;
	uint32_t own = states->state_count - states->kept_count;
	uint16_t *chain;

	like.hash = hash_of(making->list, count) + 2u * like.context +
		like.has_start;
	chain = &states->chains.first[like.hash % CND_CHAINS];
	for (uint32_t i = *chain; i > 0; i = cnd_state_at(states, i - 1)->next)
		if (is_like(states, cnd_state_at(states, i - 1), &like))
			return cnd_states_row(automaton, i - 1);
	if (states->is_closed)
		return CND_ENTRY_UNMADE;
	if (making->item_count + count > ITEMS_MOST ||
		!grow_table(automaton, states))
		return CND_ENTRY_NO_ROOM;
	like.items = cnd_making_keep(making, count);
	like.next = *chain;
	states->own = cnd_making_grow(states->own, own, &states->own_capacity,
		1, sizeof(*states->own));
	states->own[own] = like;
	*chain = (uint16_t)(states->state_count + 1);
	return cnd_states_row(automaton, states->state_count++);
}

/* Whether a match may begin behind a sign. */
static bool
may_begin_behind(const struct cnd_program *program, unsigned sign)
{
	return program->beginning == CND_PLACE_EDGE ||
		(program->beginning == CND_PLACE_LINE_START && sign == '\n');
}

/* What the list, made with a sign, stands for. */
static uint16_t
enter(const struct cnd_automaton *automaton, struct cnd_states *states,
	unsigned sign)
{
	const struct cnd_program *program = &automaton->program;
	struct cnd_state state = {
		.items.count = cnd_making_sort(states->making, program),
		.has_start = may_begin_behind(program, sign),
	};

	if (sign == CND_NO_SIGN)
		return CND_ENTRY_DEAD_END;
	if (state.items.count == 0 && !state.has_start)
		return program->beginning == CND_PLACE_LINE_START
			? CND_ENTRY_NEXT_LINE
			: CND_ENTRY_DEAD_END;
	state.context = (uint8_t)cnd_context_behind(automaton, sign);
	return state_of(automaton, states, state);
}

/* Where a state goes with a sign, which stands for its class. */
static uint16_t
make_entry(const struct cnd_automaton *automaton, struct cnd_states *states,
	uint32_t number, unsigned sign)
{
	struct cnd_step *alone;
	uint16_t entry;

	if (sign == CND_SIGN_DOUBTFUL)
		return CND_ENTRY_DOUBTFUL;
	if (!cnd_making_lead(automaton, states->making,
		    *cnd_state_at(states, number), sign, &alone))
		return CND_ENTRY_FOUND;
	/* Most of what had begun ends: then it leads where it did before. */
	if (alone != NULL && alone->entry != CND_ENTRY_UNMADE) {
		(void)cnd_making_sort(states->making, &automaton->program);
		return alone->entry;
	}
	entry = enter(automaton, states, sign);
	if (alone != NULL)
		alone->entry = entry;
	return entry;
}

/* The automaton's states, made when there are none. */
static struct cnd_states *
states_of(const struct cnd_automaton *automaton)
{
	struct cnd_states *states =
		atomic_load_explicit(automaton->states, memory_order_acquire);
	struct cnd_states *first = NULL;

	if (states != NULL)
		return states;
	states = cnd_xcalloc(1, sizeof(*states));
	states->making = cnd_making_new(automaton);
	if (automaton->kept != NULL)
		cnd_kept_take(automaton, states);
	if (atomic_compare_exchange_strong(automaton->states, &first, states))
		return states;
	free_states(states);
	return first;
}

/* One at a time; making an entry takes microseconds. */
static void
lock(struct cnd_states *states)
{
	while (atomic_exchange_explicit(
		&states->is_busy, true, memory_order_acquire))
		;
}

static void
unlock(struct cnd_states *states)
{
	atomic_store_explicit(&states->is_busy, false, memory_order_release);
}

static uint16_t
make_start(const struct cnd_automaton *automaton, enum cnd_context context)
{
	struct cnd_states *states = states_of(automaton);
	uint16_t start;

	lock(states);
	start = atomic_load(&states->starts[context]);
	if (start == CND_ENTRY_UNMADE) {
		start = state_of(automaton, states,
			(struct cnd_state){ .context = (uint8_t)context,
				.has_start = true });
		atomic_store_explicit(
			&states->starts[context], start, memory_order_release);
	}
	unlock(states);
	return start;
}

uint16_t
cnd_states_start(
	const struct cnd_automaton *automaton, enum cnd_context context)
{
	struct cnd_states *states =
		atomic_load_explicit(automaton->states, memory_order_acquire);
	uint16_t start = CND_ENTRY_UNMADE;

	if (states != NULL)
		start = atomic_load_explicit(
			&states->starts[context], memory_order_acquire);
	else if (automaton->kept != NULL)
		start = cnd_kept_start(automaton->kept, context);
	return start != CND_ENTRY_UNMADE ? start
					 : make_start(automaton, context);
}

const struct cnd_table *
cnd_states_table(const struct cnd_automaton *automaton)
{
	struct cnd_states *states =
		atomic_load_explicit(automaton->states, memory_order_acquire);

	if (states == NULL)
		return cnd_kept_table(automaton->kept);
	return atomic_load_explicit(&states->table, memory_order_acquire);
}

uint16_t
cnd_states_entry_at(const struct cnd_automaton *automaton,
	struct cnd_states *states, uint16_t row, uint32_t class)
{
	struct cnd_table *table = atomic_load(&states->table);
	uint16_t entry = atomic_load(&table->entries[row + class]);
	unsigned sign = class + 1 == automaton->width
		? CND_NO_SIGN
		: automaton->classes[CND_SIGNS + class];

	if (entry != CND_ENTRY_UNMADE)
		return entry;
	entry = make_entry(automaton, states,
		row / automaton->width - CND_ROWS_BEHIND, sign);
	table = atomic_load(&states->table);
	atomic_store_explicit(
		&table->entries[row + class], entry, memory_order_release);
	return entry;
}

uint16_t
cnd_states_entry(
	const struct cnd_automaton *automaton, uint16_t row, uint32_t class)
{
	struct cnd_states *states = states_of(automaton);
	uint16_t entry;

	lock(states);
	entry = cnd_states_entry_at(automaton, states, row, class);
	unlock(states);
	return entry;
}

void
cnd_states_begin(struct cnd_arena *arena, struct cnd_automaton *automaton)
{
	automaton->kept = NULL;
	automaton->kept_making = NULL;
	automaton->states =
		cnd_arena_alloc_live(arena, sizeof(*automaton->states));
	cnd_arena_defer(arena, release, automaton->states);
	cnd_arena_settle(arena, cnd_kept_make, automaton);
}

void
cnd_states_forget(const struct cnd_automaton *automaton)
{
	struct cnd_states *states = atomic_load(automaton->states);

	if (states == NULL)
		return;
	atomic_store(automaton->states, NULL);
	free_states(states);
	if (automaton->kept != NULL)
		cnd_kept_clean(automaton);
}
