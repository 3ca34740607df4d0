/*
 * States that are part of a rule set: those that the reports of corpus/ met
 * first (docs/prepared-rules.md).
 */
#include "query/kept.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT_MOST = 2048 /* states: those made first are met most */ };

/*
 * All in one piece, and without an address, which would cost the program's
 * start: its parts stand so many bytes behind its beginning.
 */
struct cnd_kept_states {
	uint32_t table;
	uint32_t states;
	uint32_t items;
	uint32_t state_count;
	uint32_t item_count;
	uint16_t starts[CND_CONTEXTS];
	struct cnd_chains chains;
};

static void *
part_of(struct cnd_kept_states *kept, uint32_t offset)
{
	return (char *)kept + offset;
}

void
cnd_kept_take(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	struct cnd_kept_states *kept = automaton->kept;
	struct cnd_making *making = states->making;

	states->kept = part_of(kept, kept->states);
	states->kept_count = kept->state_count;
	states->state_count = kept->state_count;
	states->chains = kept->chains;
	making->kept = part_of(kept, kept->items);
	making->kept_count = kept->item_count;
	making->item_count = kept->item_count;
	for (size_t i = 0; i < CND_CONTEXTS; i++)
		atomic_store(&states->starts[i], kept->starts[i]);
	atomic_store(&states->table, part_of(kept, kept->table));
}

const struct cnd_table *
cnd_kept_table(const struct cnd_kept_states *kept)
{
	return (const void *)((const char *)kept + kept->table);
}

uint16_t
cnd_kept_start(const struct cnd_kept_states *kept, enum cnd_context context)
{
	return kept->starts[context];
}

/*
 * Pages that nobody wrote to are the program's own file: only what must be
 * is written.
 */
void
cnd_kept_clean(const struct cnd_automaton *automaton)
{
	const struct cnd_kept_states *kept = automaton->kept;
	struct cnd_table *table = part_of(automaton->kept, kept->table);
	size_t room = cnd_states_entries(automaton, table->capacity);
	size_t end = cnd_states_entries(automaton, kept->state_count);

	for (size_t i = 0; i < end; i++)
		if (atomic_load_explicit(
			    &table->entries[i], memory_order_relaxed) >= end)
			atomic_store(&table->entries[i], CND_ENTRY_UNMADE);
	for (size_t i = end; i < room; i++)
		if (atomic_load_explicit(&table->entries[i],
			    memory_order_relaxed) != CND_ENTRY_UNMADE)
			atomic_store(&table->entries[i], CND_ENTRY_UNMADE);
}

/* All entries that lead to states there are. */
static void
complete(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	states->is_closed = true;
	for (uint32_t i = 0; i < states->state_count; i++)
		for (uint32_t class = 0; class < automaton->width; class ++)
			(void)cnd_states_entry_at(automaton, states,
				cnd_states_row(automaton, i), class);
}

/* Leaves the states that were made first. */
static void
forget_rare(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	struct cnd_table *table = atomic_load(&states->table);
	size_t end = cnd_states_entries(automaton, KEPT_MOST);

	if (states->state_count <= KEPT_MOST)
		return;
	for (size_t i = 0; i < end; i++)
		if (atomic_load(&table->entries[i]) >= end)
			atomic_store(&table->entries[i], CND_ENTRY_UNMADE);
	for (size_t i = 0; i < CND_CONTEXTS; i++)
		if (atomic_load(&states->starts[i]) >= end)
			atomic_store(&states->starts[i], CND_ENTRY_UNMADE);
	states->chains = (struct cnd_chains){ { 0 } };
	states->state_count = KEPT_MOST;
	for (uint32_t i = 0; i < KEPT_MOST; i++) {
		struct cnd_state *state = &states->own[i];
		uint16_t *chain =
			&states->chains.first[state->hash % CND_CHAINS];

		state->next = *chain;
		*chain = (uint16_t)(i + 1);
	}
}

/* The items of all states, one behind the other; *count in all. */
static uint16_t *
gather_items(struct cnd_states *states, uint32_t *count)
{
	const struct cnd_making *making = states->making;
	uint16_t *items =
		cnd_xmalloc((making->item_count + 1) * sizeof(*items));

	*count = 0;
	for (uint32_t i = 0; i < states->state_count; i++) {
		struct cnd_slice *slice = &states->own[i].items;

		if (slice->count > 0)
			memcpy(items + *count, making->own + slice->first,
				slice->count * sizeof(*items));
		slice->first = *count;
		*count += slice->count;
	}
	return items;
}

/* Rows for those to come: few reports need more than the eighth part. */
static uint32_t
room_for(const struct cnd_automaton *automaton, uint32_t state_count)
{
	uint32_t room = state_count + state_count / 8 + CND_STATES_ROOM;
	uint32_t most = cnd_states_most(automaton);

	return room < most ? room : most;
}

/* The rows of the states that are left. */
static void
copy_table(const struct cnd_automaton *automaton, struct cnd_states *states,
	struct cnd_table *table)
{
	const struct cnd_table *made = atomic_load(&states->table);

	table->capacity = room_for(automaton, states->state_count);
	table->is_kept = true;
	memcpy((char *)table + sizeof(*table),
		(const char *)made + sizeof(*made),
		cnd_states_entries(automaton, states->state_count) *
			sizeof(uint16_t));
}

/* Bytes, and those left out so that what follows is aligned. */
static uint32_t
aligned(size_t size)
{
	enum { ALIGNMENT = _Alignof(struct cnd_table) };

	return (uint32_t)((size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
}

void
cnd_kept_make(struct cnd_arena *arena, void *object)
{
	struct cnd_automaton *automaton = object;
	struct cnd_states *states = atomic_load(automaton->states);
	struct cnd_kept_states like = { .table = aligned(sizeof(like)) };
	struct cnd_kept_states *kept;
	uint16_t *items;

	if (states == NULL || states->state_count == 0)
		return;
	complete(automaton, states);
	forget_rare(automaton, states);
	items = gather_items(states, &like.item_count);
	like.state_count = states->state_count;
	like.chains = states->chains;
	for (size_t i = 0; i < CND_CONTEXTS; i++)
		like.starts[i] = atomic_load(&states->starts[i]);
	like.states = like.table +
		aligned(sizeof(struct cnd_table) +
			cnd_states_entries(automaton,
				room_for(automaton, like.state_count)) *
				sizeof(uint16_t));
	like.items = like.states +
		aligned(like.state_count * sizeof(struct cnd_state));
	kept = cnd_arena_alloc_warm(
		arena, like.items + like.item_count * sizeof(*items));
	*kept = like;
	copy_table(automaton, states, part_of(kept, like.table));
	memcpy(part_of(kept, like.states), states->own,
		like.state_count * sizeof(struct cnd_state));
	memcpy(part_of(kept, like.items), items,
		like.item_count * sizeof(*items));
	free(items);
	automaton->kept = kept;
}
