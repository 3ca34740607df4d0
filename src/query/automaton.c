/*
 * The states of an automaton, made as texts ask for them.  Invariant: a
 * table's entry is UNMADE or final.  Tables only grow, into a new one that
 * holds all of the old; a reader may go on with the old one and finds its
 * own way into the new one when it meets UNMADE.
 */
#include "query/automaton.h"

#include "base/oom.h"
#include "query/classes.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* Entries of a table: rows are known by where they begin. */
enum {
	UNMADE,
	DEAD_END, /* no match: the text has ended */
	FOUND,
	DOUBTFUL,
	NO_ROOM,
	NEXT_LINE, /* nothing until the next line begins */
	/* Rows are five entries long or more, and the first two not used. */
	ROWS_BEHIND = 2,
	ENTRIES_MOST = UINT16_MAX,
	ITEMS_MOST = 1 << 16,
	CHAINS = 64,
};

/* What stands before a state's place. */
enum context {
	BEFORE_TEXT, /* nothing */
	BEHIND_WORD,
	BEHIND_NEWLINE,
	BEHIND_OTHER,
	CONTEXTS
};

/* Which of these a program tells apart. */
enum { SEES_WORDS = 1, SEES_LINES = 2, SEES_START = 4 };

struct cnd_automaton {
	struct cnd_program program;
	uint8_t *classes; /* of signs; behind them, a sign of each class */
	uint32_t width; /* of a row: classes, and one for the text's end */
	unsigned sees;
	_Atomic(struct made *) *made; /* NULL until it is first asked */
};

struct state {
	uint32_t first; /* of its items */
	uint32_t count;
	uint32_t hash; /* of these */
	uint32_t next; /* the next state in its chain, and one more; or 0 */
	enum context context;
};

struct table {
	uint32_t capacity; /* states */
	struct table *older;
	_Atomic uint16_t entries[];
};

/* All that is made of an automaton. */
struct made {
	_Atomic(struct table *) table;
	_Atomic uint16_t starts[CONTEXTS];
	_Atomic bool is_busy; /* somebody is making a state */
	struct state *states;
	uint32_t state_count;
	uint32_t state_capacity;
	uint16_t *items; /* instructions, of all states */
	uint32_t item_count;
	uint32_t item_capacity;
	uint32_t chains[CHAINS]; /* by hash: a state's number and one more */
	/* For making one: instructions in the order met, and by number. */
	uint16_t *list;
	uint16_t *places;
	uint16_t *taken;
};

static void
release(void *handle)
{
	_Atomic(struct made *) *place = handle;
	struct made *made = atomic_load(place);
	struct table *table = made == NULL ? NULL : atomic_load(&made->table);

	while (table != NULL) {
		struct table *older = table->older;

		free(table);
		table = older;
	}
	if (made != NULL) {
		free(made->states);
		free(made->items);
		free(made->list);
		free(made->places);
		free(made->taken);
	}
	free(made);
}

static unsigned
sees_of(const struct cnd_program *program)
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

const struct cnd_automaton *
cnd_automaton_new(struct cnd_arena *arena, const struct cnd_program *program)
{
	struct cnd_automaton *automaton =
		cnd_arena_alloc(arena, sizeof(*automaton));

	automaton->program = *program;
	automaton->classes = cnd_arena_alloc(arena, (size_t)2 * CND_SIGNS);
	automaton->width = 1 +
		cnd_classes_of(program->sets, program->set_count,
			automaton->classes, automaton->classes + CND_SIGNS);
	automaton->sees = sees_of(program);
	automaton->made = cnd_arena_alloc_live(arena, sizeof(*automaton->made));
	cnd_arena_defer(arena, release, automaton->made);
	return automaton;
}

const struct cnd_automaton *
cnd_automaton_new_here(
	struct cnd_arena *arena, const struct cnd_program *program)
{
	struct cnd_program here = *program;

	if (program->beginning != CND_PLACE_EDGE)
		return NULL;
	here.beginning = CND_PLACE_TEXT_START;
	return cnd_automaton_new(arena, &here);
}

/* The context as far as the program tells it from others. */
static enum context
seen(const struct cnd_automaton *automaton, enum context context)
{
	if (context == BEFORE_TEXT && (automaton->sees & SEES_START) == 0)
		context = BEHIND_OTHER;
	if (context == BEHIND_NEWLINE && (automaton->sees & SEES_LINES) == 0)
		context = BEHIND_OTHER;
	if (context == BEHIND_WORD && (automaton->sees & SEES_WORDS) == 0)
		context = BEHIND_OTHER;
	return context;
}

static enum context
context_behind(const struct cnd_automaton *automaton, unsigned sign)
{
	if (sign == '\n')
		return seen(automaton, BEHIND_NEWLINE);
	return seen(automaton,
		cnd_sign_has(&cnd_word_signs, sign) ? BEHIND_WORD
						    : BEHIND_OTHER);
}

/* No sign: the text's end. */
enum { NO_SIGN = CND_SIGNS };

static bool
is_at_place(enum cnd_place place, enum context before, unsigned sign)
{
	bool is_word = sign != NO_SIGN && cnd_sign_has(&cnd_word_signs, sign);

	switch (place) {
	case CND_PLACE_EDGE:
		return is_word != (before == BEHIND_WORD);
	case CND_PLACE_INSIDE:
		return is_word == (before == BEHIND_WORD);
	case CND_PLACE_NO_WORD_BEFORE:
		return before != BEHIND_WORD;
	case CND_PLACE_LINE_START:
		return before == BEFORE_TEXT ||
			(before == BEHIND_NEWLINE && sign != NO_SIGN);
	case CND_PLACE_TEXT_START:
		return before == BEFORE_TEXT;
	case CND_PLACE_TEXT_END:
		return sign == NO_SIGN;
	case CND_PLACE_LINE_END:
	case CND_PLACE_LAST_LINE_END:
		return sign == NO_SIGN || sign == '\n';
	}
	return false;
}

/* Instructions reached, each once. */
struct reached {
	const struct cnd_program *program;
	uint16_t *list;
	uint16_t *places;
	uint32_t count;
};

static bool
has_reached(const struct reached *reached, uint32_t at)
{
	return reached->places[at] < reached->count &&
		reached->list[reached->places[at]] == at;
}

/* Adds an instruction, and where it leads to without a sign or a place. */
static void
reach(struct reached *reached, uint32_t at)
{
	while (!has_reached(reached, at)) {
		uint32_t code = reached->program->codes[at];

		reached->places[at] = (uint16_t)reached->count;
		reached->list[reached->count++] = (uint16_t)at;
		switch (cnd_code_kind(code)) {
		case CND_CODE_JUMP:
			at = cnd_code_arg(code);
			break;
		case CND_CODE_EITHER:
			/* Chains of alternatives are long on the other side. */
			reach(reached, at - 1);
			at = cnd_code_arg(code);
			break;
		case CND_CODE_ELSE:
			reach(reached, cnd_code_arg(code));
			at--;
			break;
		default:
			return;
		}
	}
}

static bool
goes_on(const struct cnd_automaton *automaton, uint32_t code,
	enum context before, unsigned sign)
{
	const struct cnd_sign_set *sets = automaton->program.sets;
	uint32_t arg = cnd_code_arg(code);

	switch (cnd_code_kind(code)) {
	case CND_CODE_PLACE:
		return is_at_place((enum cnd_place)arg, before, sign);
	case CND_CODE_NEXT:
		return sign != NO_SIGN && cnd_sign_has(&sets[arg], sign);
	case CND_CODE_NOT_NEXT:
		return sign == NO_SIGN || !cnd_sign_has(&sets[arg], sign);
	default:
		return false;
	}
}

static int
compare_numbers(const void *left, const void *right)
{
	uint16_t a = *(const uint16_t *)left;
	uint16_t b = *(const uint16_t *)right;

	return (a > b) - (a < b);
}

/* Most lists are short, and nearly in order. */
static void
sort_numbers(uint16_t *items, uint32_t count)
{
	if (count > 32) {
		qsort(items, count, sizeof(*items), compare_numbers);
		return;
	}
	for (uint32_t i = 1; i < count; i++) {
		uint16_t late = items[i];
		uint32_t at = i;

		for (; at > 0 && items[at - 1] > late; at--)
			items[at] = items[at - 1];
		items[at] = late;
	}
}

/* Leaves what takes a sign or asks for something, in order of number. */
static uint32_t
keep_kernel(const struct reached *reached)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < reached->count; i++) {
		enum cnd_code_kind kind = cnd_code_kind(
			reached->program->codes[reached->list[i]]);

		if (kind != CND_CODE_EITHER && kind != CND_CODE_ELSE &&
			kind != CND_CODE_JUMP)
			reached->list[kept++] = reached->list[i];
	}
	sort_numbers(reached->list, kept);
	return kept;
}

static bool
has_match(
	const struct cnd_program *program, const uint16_t *list, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (cnd_code_kind(program->codes[list[i]]) == CND_CODE_MATCH)
			return true;
	return false;
}

static bool
grow_table(const struct cnd_automaton *automaton, struct made *made)
{
	struct table *old = atomic_load(&made->table);
	uint32_t capacity = old == NULL ? 8 : 2 * old->capacity;
	uint32_t most = ENTRIES_MOST / automaton->width - ROWS_BEHIND;
	size_t old_size = 0;
	size_t size;
	struct table *table;

	if (old != NULL && made->state_count < old->capacity)
		return true;
	capacity = capacity < most ? capacity : most;
	if (made->state_count >= capacity)
		return false;
	size = (size_t)(capacity + ROWS_BEHIND) * automaton->width;
	if (old != NULL)
		old_size = (size_t)(old->capacity + ROWS_BEHIND) *
			automaton->width;
	table = cnd_xcalloc(1, sizeof(*table) + size * sizeof(uint16_t));
	table->capacity = capacity;
	table->older = old;
	if (old != NULL)
		for (size_t i = 0; i < old_size; i++)
			atomic_store_explicit(&table->entries[i],
				atomic_load_explicit(
					&old->entries[i], memory_order_relaxed),
				memory_order_relaxed);
	atomic_store_explicit(&made->table, table, memory_order_release);
	return true;
}

/* Room for count more of size bytes each. */
static void *
grow(void *items, uint32_t count, uint32_t *capacity, uint32_t more,
	size_t size)
{
	if (count + more <= *capacity)
		return items;
	*capacity = 2 * (count + more);
	return cnd_xrealloc(items, *capacity * size);
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

/* The state of these items, known or new; NO_ROOM when there is none. */
static uint16_t
state_of(const struct cnd_automaton *automaton, struct made *made,
	uint32_t count, enum context context)
{
	uint32_t hash = hash_of(made->list, count) + (uint32_t)context;
	uint32_t *chain = &made->chains[hash % CHAINS];
	struct state *state;

	for (uint32_t i = *chain; i > 0; i = made->states[i - 1].next) {
		state = &made->states[i - 1];
		if (state->hash == hash && state->count == count &&
			state->context == context &&
			memcmp(made->items + state->first, made->list,
				count * sizeof(uint16_t)) == 0)
			return row_of(automaton, i - 1);
	}
	if (made->item_count + count > ITEMS_MOST ||
		!grow_table(automaton, made))
		return NO_ROOM;
	made->items = grow(made->items, made->item_count, &made->item_capacity,
		count, sizeof(uint16_t));
	made->states = grow(made->states, made->state_count,
		&made->state_capacity, 1, sizeof(*made->states));
	state = &made->states[made->state_count];
	*state = (struct state){ made->item_count, count, hash, *chain,
		context };
	*chain = made->state_count + 1;
	if (count > 0)
		memcpy(made->items + made->item_count, made->list,
			count * sizeof(uint16_t));
	made->item_count += count;
	return row_of(automaton, made->state_count++);
}

static struct reached
nothing_reached(const struct cnd_automaton *automaton, struct made *made)
{
	return (struct reached){ &automaton->program, made->list, made->places,
		0 };
}

/* Where a state goes with a sign, which stands for its class. */
static uint16_t
make_entry(const struct cnd_automaton *automaton, struct made *made,
	uint32_t number, unsigned sign)
{
	const struct cnd_program *program = &automaton->program;
	struct state state = made->states[number];
	struct reached reached = nothing_reached(automaton, made);
	uint32_t taken = 0;
	uint32_t here;

	for (uint32_t i = 0; i < state.count; i++)
		reach(&reached, made->items[state.first + i]);
	for (uint32_t i = 0; i < reached.count; i++) {
		uint32_t at = reached.list[i];

		if (goes_on(automaton, program->codes[at], state.context, sign))
			reach(&reached, at - 1);
	}
	here = reached.count;
	if (has_match(program, reached.list, here))
		return FOUND;
	if (sign == NO_SIGN)
		return DEAD_END;
	/* The list is needed for what comes next. */
	for (uint32_t i = 0; i < here; i++) {
		uint32_t code = program->codes[reached.list[i]];

		if (cnd_code_kind(code) == CND_CODE_SET &&
			cnd_sign_has(&program->sets[cnd_code_arg(code)], sign))
			made->taken[taken++] = (uint16_t)(reached.list[i] - 1);
	}
	reached.count = 0;
	for (uint32_t i = 0; i < taken; i++)
		reach(&reached, made->taken[i]);
	if (program->beginning == CND_PLACE_EDGE ||
		(program->beginning == CND_PLACE_LINE_START && sign == '\n'))
		reach(&reached, program->start);
	else if (reached.count == 0)
		return program->beginning == CND_PLACE_LINE_START ? NEXT_LINE
								  : DEAD_END;
	reached.count = keep_kernel(&reached);
	if (has_match(program, reached.list, reached.count))
		return FOUND;
	return state_of(automaton, made, reached.count,
		context_behind(automaton, sign));
}

static uint16_t
make_start(const struct cnd_automaton *automaton, struct made *made,
	enum context context)
{
	struct reached reached = nothing_reached(automaton, made);
	uint16_t start;

	reach(&reached, automaton->program.start);
	reached.count = keep_kernel(&reached);
	start = has_match(&automaton->program, reached.list, reached.count)
		? FOUND
		: state_of(automaton, made, reached.count, context);
	atomic_store_explicit(
		&made->starts[context], start, memory_order_release);
	return start;
}

static struct made *
made_of(const struct cnd_automaton *automaton)
{
	struct made *made =
		atomic_load_explicit(automaton->made, memory_order_acquire);
	struct made *first = NULL;
	uint32_t count = automaton->program.count;

	if (made != NULL)
		return made;
	made = cnd_xcalloc(1, sizeof(*made));
	made->list = cnd_xcalloc(count + 1, sizeof(uint16_t));
	made->places = cnd_xcalloc(count + 1, sizeof(uint16_t));
	made->taken = cnd_xcalloc(count + 1, sizeof(uint16_t));
	if (atomic_compare_exchange_strong(automaton->made, &first, made))
		return made;
	free(made->list);
	free(made->places);
	free(made->taken);
	free(made);
	return first;
}

/* One at a time; making an entry takes microseconds. */
static void
lock(struct made *made)
{
	while (atomic_exchange_explicit(
		&made->is_busy, true, memory_order_acquire))
		;
}

static void
unlock(struct made *made)
{
	atomic_store_explicit(&made->is_busy, false, memory_order_release);
}

static uint16_t
start_of(const struct cnd_automaton *automaton, struct made *made,
	enum context context)
{
	uint16_t start = atomic_load_explicit(
		&made->starts[context], memory_order_acquire);

	if (start != UNMADE)
		return start;
	lock(made);
	start = atomic_load(&made->starts[context]);
	if (start == UNMADE)
		start = make_start(automaton, made, context);
	unlock(made);
	return start;
}

/* What a row that has no entry yet for a class leads to. */
static uint16_t
entry_of(const struct cnd_automaton *automaton, struct made *made, uint16_t row,
	uint32_t class)
{
	uint32_t number = row / automaton->width - ROWS_BEHIND;
	unsigned sign = class + 1 == automaton->width
		? NO_SIGN
		: automaton->classes[CND_SIGNS + class];
	struct table *table;
	uint16_t entry;

	lock(made);
	table = atomic_load(&made->table);
	entry = atomic_load(&table->entries[row + class]);
	if (entry == UNMADE) {
		entry = sign == CND_SIGN_DOUBTFUL
			? DOUBTFUL
			: make_entry(automaton, made, number, sign);
		table = atomic_load(&made->table);
		atomic_store_explicit(&table->entries[row + class], entry,
			memory_order_release);
	}
	unlock(made);
	return entry;
}

/* False when the character before is doubtful. */
static bool
context_at(const struct cnd_automaton *automaton, struct cnd_str text,
	size_t at, enum context *context)
{
	unsigned sign;
	size_t len;

	*context = seen(automaton, BEFORE_TEXT);
	if (at == 0)
		return true;
	at--;
	while (at > 0 && ((unsigned char)text.data[at] & 0xc0) == 0x80)
		at--;
	sign = cnd_sign_at(text, at, &len);
	*context = context_behind(automaton, sign);
	return sign != CND_SIGN_DOUBTFUL;
}

/* Moves to the next line's start, and to the row there. */
static uint16_t
next_line(const struct cnd_automaton *automaton, struct made *made,
	struct cnd_str text, size_t *at)
{
	struct cnd_str rest = cnd_str_slice(text, *at, text.len);
	size_t newline = cnd_str_find_byte(rest, '\n');

	/* A line begins there, too, in PCRE2's eyes. */
	if (cnd_str_find_byte(cnd_str_slice(rest, 0, newline), '\r') !=
		CND_NOT_FOUND)
		return DOUBTFUL;
	if (newline == CND_NOT_FOUND)
		return DEAD_END;
	*at += newline + 1;
	return start_of(automaton, made, seen(automaton, BEHIND_NEWLINE));
}

/*
 * Follows rows through ASCII as long as they are made and lead on; *at stays
 * at the first sign that needs more thought.
 */
static inline uint16_t
run(const struct cnd_automaton *automaton, const struct table *table,
	uint16_t row, struct cnd_str text, size_t *at)
{
	const uint8_t *classes = automaton->classes;
	const unsigned char *byte = (const unsigned char *)text.data + *at;
	const unsigned char *end = (const unsigned char *)text.data + text.len;

	while (byte < end && *byte < 0x80) {
		uint16_t next = atomic_load_explicit(
			&table->entries[row + classes[*byte]],
			memory_order_acquire);

		if (next <= NEXT_LINE)
			break;
		row = next;
		byte++;
	}
	*at = (size_t)(byte - (const unsigned char *)text.data);
	return row;
}

enum cnd_answer
cnd_automaton_ask(const struct cnd_automaton *automaton, struct cnd_str text,
	size_t from, size_t *end)
{
	static const enum cnd_answer answers[] = {
		[DEAD_END] = CND_ANSWER_NO,
		[FOUND] = CND_ANSWER_YES,
		[DOUBTFUL] = CND_ANSWER_UNKNOWN,
		[NO_ROOM] = CND_ANSWER_PERHAPS,
	};
	struct made *made = made_of(automaton);
	const struct table *table;
	enum context context;
	size_t at = from;
	uint16_t row;

	/* Nothing may be added to a null pointer, not even nothing. */
	if (text.data == NULL)
		text.data = "";
	if (!context_at(automaton, text, from, &context))
		return CND_ANSWER_UNKNOWN;
	row = start_of(automaton, made, context);
	table = atomic_load_explicit(&made->table, memory_order_acquire);
	while (row > NEXT_LINE) {
		uint32_t class = automaton->width - 1;
		size_t len = 1;
		uint16_t entry;

		row = run(automaton, table, row, text, &at);
		if (at < text.len) {
			unsigned sign = (unsigned char)text.data[at];

			if (sign >= 0x80)
				sign = cnd_sign_at(text, at, &len);
			class = automaton->classes[sign];
			at += len;
		}
		entry = atomic_load_explicit(
			&table->entries[row + class], memory_order_acquire);
		if (entry == UNMADE) {
			entry = entry_of(automaton, made, row, class);
			table = atomic_load_explicit(
				&made->table, memory_order_acquire);
		}
		row = entry;
		if (row == NEXT_LINE) {
			/* Another thread's row may stand in a grown table. */
			row = next_line(automaton, made, text, &at);
			table = atomic_load_explicit(
				&made->table, memory_order_acquire);
		}
	}
	*end = row == NO_ROOM ? text.len : at;
	return answers[row];
}
