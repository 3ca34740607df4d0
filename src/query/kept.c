/*
 * States that are part of a rule set: those that the reports of corpus/ met
 * first (docs/prepared-rules.md).
 */
#include "query/kept.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT_MOST = 2048 /* states: those made first are met most */ };

/* What each text reads: the table stands right behind it, for it may hold no
 * address. */
struct cnd_kept_states {
	_Alignas(struct cnd_table) uint16_t starts[CND_CONTEXTS];
};

/* What new states are made with: the items stand behind the states.  It is
 * apart from the tables, which would take twice as many pages with it
 * between them. */
struct cnd_kept_making {
	uint32_t state_count;
	uint32_t item_count;
	struct cnd_chains chains;
	struct cnd_state states[];
};

struct cnd_table *
cnd_kept_table(struct cnd_kept_states *kept)
{
	return (struct cnd_table *)(void *)(kept + 1);
}

void
cnd_kept_take(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	struct cnd_kept_states *kept = automaton->kept;
	const struct cnd_kept_making *made = automaton->kept_making;
	struct cnd_making *making = states->making;

	states->kept = made->states;
	states->kept_count = made->state_count;
	states->state_count = made->state_count;
	states->chains = made->chains;
	making->kept = (const void *)(made->states + made->state_count);
	making->kept_count = made->item_count;
	making->item_count = made->item_count;
	for (size_t i = 0; i < CND_CONTEXTS; i++)
		atomic_store(&states->starts[i], kept->starts[i]);
	atomic_store(&states->table, cnd_kept_table(kept));
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
	struct cnd_table *table = cnd_kept_table(automaton->kept);
	size_t room = cnd_states_entries(automaton, table->capacity);
	size_t end = cnd_states_entries(
		automaton, automaton->kept_making->state_count);

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

/* What is left is kept in two pieces. */
static struct cnd_kept_states *
keep_table(struct cnd_arena *arena, const struct cnd_automaton *automaton,
	struct cnd_states *states)
{
	const struct cnd_table *made = atomic_load(&states->table);
	uint32_t room = room_for(automaton, states->state_count);
	struct cnd_kept_states *kept = cnd_arena_alloc_warm(arena,
		sizeof(*kept) + sizeof(*made) +
			cnd_states_entries(automaton, room) * sizeof(uint16_t));
	struct cnd_table *table = cnd_kept_table(kept);

	for (size_t i = 0; i < CND_CONTEXTS; i++)
		kept->starts[i] = atomic_load(&states->starts[i]);
	table->capacity = room;
	table->is_kept = true;
	memcpy((char *)table + sizeof(*table),
		(const char *)made + sizeof(*made),
		cnd_states_entries(automaton, states->state_count) *
			sizeof(uint16_t));
	return kept;
}

static const struct cnd_kept_making *
keep_making(struct cnd_arena *arena, struct cnd_states *states)
{
	uint32_t item_count;
	uint16_t *items = gather_items(states, &item_count);
	size_t size = states->state_count * sizeof(struct cnd_state);
	struct cnd_kept_making *made = cnd_arena_alloc(
		arena, sizeof(*made) + size + item_count * sizeof(*items));

	made->state_count = states->state_count;
	made->item_count = item_count;
	made->chains = states->chains;
	memcpy(made->states, states->own, size);
	memcpy(made->states + made->state_count, items,
		item_count * sizeof(*items));
	free(items);
	return made;
}

void
cnd_kept_make(struct cnd_arena *arena, void *object)
{
	struct cnd_automaton *automaton = object;
	struct cnd_states *states = atomic_load(automaton->states);

	if (states == NULL || states->state_count == 0)
		return;
	complete(automaton, states);
	forget_rare(automaton, states);
	automaton->kept = keep_table(arena, automaton, states);
	automaton->kept_making = keep_making(arena, states);
}
