/*
 * The states of automata, and their tables.  Invariant: a table's entry is
 * UNMADE or final.  Tables only grow, into a new one that holds all of the
 * old; a reader may go on with the old one and finds its own way into the
 * new one when it meets UNMADE.
 */
#include "query/states.h"

#include "base/oom.h"
#include "query/making.h"

#include <stdlib.h>
#include <string.h>

enum {
	/* Rows are six entries long or more, and the first two not used. */
	ROWS_BEHIND = 2,
	ENTRIES_MOST = UINT16_MAX,
	ITEMS_MOST = 1 << 16,
	CHAINS = 32,
	ROOM = 8, /* states that a table begins with, or is opened for */
	KEPT_MOST = 256, /* states: those made first are met most */
};

/* Which contexts a program tells apart. */
enum { SEES_WORDS = 1, SEES_LINES = 2, SEES_START = 4 };

/* By hash: a state's number and one more. */
struct chains {
	uint16_t first[CHAINS];
};

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
	struct chains chains;
};

struct cnd_states {
	_Atomic(struct cnd_table *) table;
	_Atomic uint16_t starts[CND_CONTEXTS];
	_Atomic bool is_busy; /* somebody is making a state */
	bool is_closed; /* no new states, but what leads to those there are */
	struct cnd_state *states;
	uint32_t state_count;
	uint32_t state_capacity;
	struct chains chains;
	struct cnd_making *making;
};

static void
free_states(struct cnd_states *states)
{
	struct cnd_table *table = atomic_load(&states->table);

	while (table != NULL) {
		struct cnd_table *older = table->older;

		free(table);
		table = older;
	}
	cnd_making_free(states->making);
	free(states->states);
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

unsigned
cnd_states_sees(const struct cnd_program *program)
{
	unsigned sees = 0;

	for (uint32_t i = 0; i < program->count; i++) {
		if (cnd_code_kind(program->codes[i]) != CND_CODE_PLACE)
			continue;
		switch ((enum cnd_place)cnd_code_arg(program->codes[i])) {
		case CND_PLACE_EDGE:
		case CND_PLACE_INSIDE:
		case CND_PLACE_NO_WORD_BEFORE:
			sees |= SEES_WORDS;
			break;
		case CND_PLACE_LINE_START:
			sees |= SEES_LINES | SEES_START;
			break;
		case CND_PLACE_TEXT_START:
			sees |= SEES_START;
			break;
		default:
			break;
		}
	}
	return sees;
}

enum cnd_context
cnd_context_seen(
	const struct cnd_automaton *automaton, enum cnd_context context)
{
	if (context == CND_BEFORE_TEXT && (automaton->sees & SEES_START) == 0)
		context = CND_BEHIND_OTHER;
	if (context == CND_BEHIND_NEWLINE &&
		(automaton->sees & SEES_LINES) == 0)
		context = CND_BEHIND_OTHER;
	if (context == CND_BEHIND_WORD && (automaton->sees & SEES_WORDS) == 0)
		context = CND_BEHIND_OTHER;
	return context;
}

enum cnd_context
cnd_context_behind(const struct cnd_automaton *automaton, unsigned sign)
{
	if (sign == '\n')
		return cnd_context_seen(automaton, CND_BEHIND_NEWLINE);
	return cnd_context_seen(automaton,
		cnd_sign_has(&cnd_word_signs, sign) ? CND_BEHIND_WORD
						    : CND_BEHIND_OTHER);
}

static size_t
entries_of(const struct cnd_automaton *automaton, uint32_t states)
{
	return (size_t)(states + ROWS_BEHIND) * automaton->width;
}

/* A table with room for so many states, and the rows of an older one. */
static struct cnd_table *
new_table(const struct cnd_automaton *automaton, uint32_t capacity,
	const struct cnd_table *old)
{
	struct cnd_table *table = cnd_xcalloc(1,
		sizeof(*table) +
			entries_of(automaton, capacity) * sizeof(uint16_t));

	table->capacity = capacity;
	/* Entries are written by one thread at a time, and this is it. */
	if (old != NULL)
		memcpy((char *)table + sizeof(*table),
			(const char *)old + sizeof(*old),
			entries_of(automaton, old->capacity) *
				sizeof(uint16_t));
	return table;
}

static uint32_t
most_states(const struct cnd_automaton *automaton)
{
	return ENTRIES_MOST / automaton->width - ROWS_BEHIND;
}

static bool
grow_table(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	struct cnd_table *old = atomic_load(&states->table);
	uint32_t capacity = old == NULL ? ROOM : 2 * old->capacity;
	struct cnd_table *table;

	if (old != NULL && states->state_count < old->capacity)
		return true;
	if (capacity > most_states(automaton))
		capacity = most_states(automaton);
	if (states->state_count >= capacity)
		return false;
	table = new_table(automaton, capacity, old);
	table->older = old;
	atomic_store_explicit(&states->table, table, memory_order_release);
	return true;
}

/* The row of a state, behind the entries that lead to none. */
static uint16_t
row_of(const struct cnd_automaton *automaton, uint32_t state)
{
	return (uint16_t)((state + ROWS_BEHIND) * automaton->width);
}

static uint32_t
hash_of(const uint16_t *items, uint32_t count)
{
	uint32_t hash = 2166136261u;

	for (uint32_t i = 0; i < count; i++)
		hash = (hash ^ items[i]) * 16777619u;
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
			memcmp(making->items + state->items.first, making->list,
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
	uint16_t *chain;

	like.hash = hash_of(making->list, count) + 2u * like.context +
		like.has_start;
	chain = &states->chains.first[like.hash % CHAINS];
	for (uint32_t i = *chain; i > 0; i = states->states[i - 1].next)
		if (is_like(states, &states->states[i - 1], &like))
			return row_of(automaton, i - 1);
	if (states->is_closed)
		return CND_ENTRY_UNMADE;
	if (making->item_count + count > ITEMS_MOST ||
		!grow_table(automaton, states))
		return CND_ENTRY_NO_ROOM;
	like.items = cnd_making_keep(making, count);
	like.next = *chain;
	states->states = cnd_making_grow(states->states, states->state_count,
		&states->state_capacity, 1, sizeof(*states->states));
	states->states[states->state_count] = like;
	*chain = (uint16_t)(states->state_count + 1);
	return row_of(automaton, states->state_count++);
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
	if (!cnd_making_lead(automaton, states->making, states->states[number],
		    sign, &alone))
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

static const void *
part_of(const struct cnd_kept_states *kept, uint32_t offset)
{
	return (const char *)kept + offset;
}

/* Goes on with what was kept. */
static void
take_kept(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	const struct cnd_kept_states *kept = automaton->kept;
	uint32_t room = kept->state_count + kept->state_count / 2 + ROOM;
	struct cnd_making *making = states->making;

	if (room > most_states(automaton))
		room = most_states(automaton);
	states->states = cnd_xmalloc(room * sizeof(*states->states));
	memcpy(states->states, part_of(kept, kept->states),
		kept->state_count * sizeof(*states->states));
	states->state_count = kept->state_count;
	states->state_capacity = room;
	states->chains = kept->chains;
	making->items = cnd_xmalloc((kept->item_count + 1) * sizeof(uint16_t));
	memcpy(making->items, part_of(kept, kept->items),
		kept->item_count * sizeof(uint16_t));
	making->item_count = kept->item_count;
	making->item_capacity = kept->item_count + 1;
	for (size_t i = 0; i < CND_CONTEXTS; i++)
		atomic_store(&states->starts[i], kept->starts[i]);
	atomic_store(&states->table,
		new_table(automaton, room, part_of(kept, kept->table)));
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
		take_kept(automaton, states);
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
		start = automaton->kept->starts[context];
	return start != CND_ENTRY_UNMADE ? start
					 : make_start(automaton, context);
}

const struct cnd_table *
cnd_states_table(const struct cnd_automaton *automaton)
{
	struct cnd_states *states =
		atomic_load_explicit(automaton->states, memory_order_acquire);

	if (states == NULL)
		return part_of(automaton->kept, automaton->kept->table);
	return atomic_load_explicit(&states->table, memory_order_acquire);
}

/* The entry at a row and class, made where it is not; locked. */
static uint16_t
entry_at(const struct cnd_automaton *automaton, struct cnd_states *states,
	uint16_t row, uint32_t class)
{
	struct cnd_table *table = atomic_load(&states->table);
	uint16_t entry = atomic_load(&table->entries[row + class]);
	unsigned sign = class + 1 == automaton->width
		? CND_NO_SIGN
		: automaton->classes[CND_SIGNS + class];

	if (entry != CND_ENTRY_UNMADE)
		return entry;
	entry = make_entry(
		automaton, states, row / automaton->width - ROWS_BEHIND, sign);
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
	entry = entry_at(automaton, states, row, class);
	unlock(states);
	return entry;
}

/* All entries that lead to states there are. */
static void
complete(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	states->is_closed = true;
	for (uint32_t i = 0; i < states->state_count; i++)
		for (uint32_t class = 0; class < automaton->width; class ++)
			(void)entry_at(
				automaton, states, row_of(automaton, i), class);
}

/* Leaves the states that were made first. */
static void
forget_rare(const struct cnd_automaton *automaton, struct cnd_states *states)
{
	struct cnd_table *table = atomic_load(&states->table);
	size_t end = entries_of(automaton, KEPT_MOST);

	if (states->state_count <= KEPT_MOST)
		return;
	for (size_t i = 0; i < end; i++)
		if (atomic_load(&table->entries[i]) >= end)
			atomic_store(&table->entries[i], CND_ENTRY_UNMADE);
	for (size_t i = 0; i < CND_CONTEXTS; i++)
		if (atomic_load(&states->starts[i]) >= end)
			atomic_store(&states->starts[i], CND_ENTRY_UNMADE);
	states->chains = (struct chains){ { 0 } };
	states->state_count = KEPT_MOST;
	for (uint32_t i = 0; i < KEPT_MOST; i++) {
		struct cnd_state *state = &states->states[i];
		uint16_t *chain = &states->chains.first[state->hash % CHAINS];

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
		struct cnd_slice *slice = &states->states[i].items;

		if (slice->count > 0)
			memcpy(items + *count, making->items + slice->first,
				slice->count * sizeof(*items));
		slice->first = *count;
		*count += slice->count;
	}
	return items;
}

/* The table with its first rows alone. */
static void
copy_table(const struct cnd_automaton *automaton, struct cnd_states *states,
	struct cnd_table *table)
{
	const struct cnd_table *made = atomic_load(&states->table);

	table->capacity = states->state_count;
	memcpy((char *)table + sizeof(*table),
		(const char *)made + sizeof(*made),
		entries_of(automaton, table->capacity) * sizeof(uint16_t));
}

/* Bytes, and those left out so that what follows is aligned. */
static uint32_t
aligned(size_t size)
{
	enum { ALIGNMENT = _Alignof(struct cnd_table) };

	return (uint32_t)((size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
}

/* Keeps in the arena what texts have made. */
static void
keep(struct cnd_arena *arena, void *object)
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
			entries_of(automaton, like.state_count) *
				sizeof(uint16_t));
	like.items = like.states +
		aligned(like.state_count * sizeof(struct cnd_state));
	kept = cnd_arena_alloc(
		arena, like.items + like.item_count * sizeof(*items));
	*kept = like;
	copy_table(automaton, states, (void *)((char *)kept + like.table));
	memcpy((char *)kept + like.states, states->states,
		like.state_count * sizeof(struct cnd_state));
	memcpy((char *)kept + like.items, items,
		like.item_count * sizeof(*items));
	free(items);
	automaton->kept = kept;
}

void
cnd_states_begin(struct cnd_arena *arena, struct cnd_automaton *automaton)
{
	automaton->kept = NULL;
	automaton->states =
		cnd_arena_alloc_live(arena, sizeof(*automaton->states));
	cnd_arena_defer(arena, release, automaton->states);
	cnd_arena_settle(arena, keep, automaton);
}
