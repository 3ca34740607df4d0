/*
 * Follows the text through an automaton's states.  states.h says how these
 * are made; here they are only asked for.
 */
#include "query/automaton.h"

#include "query/classes.h"
#include "query/states.h"

#include <string.h>

enum { PAIRS = CND_SIGNS * CND_SIGNS };

/* The sets that a program asks for, and the pairs of signs. */
struct used {
	struct cnd_arena *arena;
	struct cnd_sign_set *sets;
	size_t count;
	size_t capacity;
	bool *is_used; /* by number of a set */
	uint64_t *pairs; /* a bit for each, by both signs */
};

static void
add_used(struct used *used, struct cnd_sign_set set)
{
	used->sets = cnd_arena_grow(used->arena, used->sets, used->count,
		&used->capacity, sizeof(set));
	used->sets[used->count++] = set;
}

static void
use_set(struct used *used, const struct cnd_program *program, uint32_t number)
{
	if (!used->is_used[number])
		add_used(used, program->sets[number]);
	used->is_used[number] = true;
}

static void
use_pair(struct used *used, uint32_t code)
{
	uint32_t pair = cnd_code_arg(code);
	uint64_t bit = (uint64_t)1 << pair % 64;
	struct cnd_sign_set set = { { 0 } };

	cnd_sign_add(&set, cnd_code_sign(code));
	cnd_sign_add(&set, cnd_code_other_sign(code));
	if ((used->pairs[pair / 64] & bit) == 0)
		add_used(used, set);
	used->pairs[pair / 64] |= bit;
}

/* What others in the program's list tell apart would make rows longer for
 * nothing. */
static struct used
used_sets(struct cnd_arena *arena, const struct cnd_program *program)
{
	struct used used = {
		.arena = arena,
		.is_used = cnd_arena_array(
			arena, program->set_count, sizeof(*used.is_used)),
		.pairs =
			cnd_arena_array(arena, PAIRS / 64, sizeof(*used.pairs)),
	};

	for (uint32_t i = 0; i < program->count; i++) {
		uint32_t code = program->codes[i];
		enum cnd_code_kind kind = cnd_code_kind(code);

		if (kind == CND_CODE_SIGN)
			use_pair(&used, code);
		else if (kind == CND_CODE_SET || kind == CND_CODE_NEXT ||
			kind == CND_CODE_NOT_NEXT)
			use_set(&used, program, cnd_code_arg(code));
	}
	return used;
}

const struct cnd_automaton *
cnd_automaton_new(struct cnd_arena *arena, const struct cnd_program *program)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct cnd_automaton *automaton =
		cnd_arena_alloc(arena, sizeof(*automaton));
	struct used used = used_sets(scratch, program);

	automaton->program = *program;
	automaton->classes = cnd_arena_alloc(arena, (size_t)2 * CND_SIGNS);
	automaton->width = 1 +
		cnd_classes_of(used.sets, (uint32_t)used.count,
			automaton->classes, automaton->classes + CND_SIGNS);
	automaton->sees = cnd_states_sees(program);
	cnd_states_begin(arena, automaton);
	cnd_arena_free(scratch);
	return automaton;
}

const struct cnd_automaton *
cnd_automaton_new_here(
	struct cnd_arena *arena, const struct cnd_automaton *anywhere)
{
	struct cnd_automaton *here;

	if (anywhere->program.beginning != CND_PLACE_EDGE)
		return NULL;
	here = cnd_arena_alloc(arena, sizeof(*here));
	*here = *anywhere;
	here->program.beginning = CND_PLACE_TEXT_START;
	cnd_states_begin(arena, here);
	return here;
}

/* False when the character before is doubtful. */
static bool
context_at(const struct cnd_automaton *automaton, struct cnd_str text,
	size_t at, enum cnd_context *context)
{
	unsigned sign;
	size_t len;

	*context = cnd_context_seen(automaton, CND_BEFORE_TEXT);
	if (at == 0)
		return true;
	at--;
	while (at > 0 && ((unsigned char)text.data[at] & 0xc0) == 0x80)
		at--;
	sign = cnd_sign_at(text, at, &len);
	*context = cnd_context_behind(automaton, sign);
	return sign != CND_SIGN_DOUBTFUL;
}

/* Moves to the next line's start, and to the row there. */
static uint16_t
next_line(
	const struct cnd_automaton *automaton, struct cnd_str text, size_t *at)
{
	struct cnd_str rest = cnd_str_slice(text, *at, text.len);
	size_t newline = cnd_str_find_byte(rest, '\n');

	/* A line begins there, too, in PCRE2's eyes. */
	if (cnd_str_find_byte(cnd_str_slice(rest, 0, newline), '\r') !=
		CND_NOT_FOUND)
		return CND_ENTRY_DOUBTFUL;
	if (newline == CND_NOT_FOUND)
		return CND_ENTRY_DEAD_END;
	*at += newline + 1;
	return cnd_states_start(
		automaton, cnd_context_seen(automaton, CND_BEHIND_NEWLINE));
}

/*
 * Follows rows through ASCII as long as they are made and lead on; *at stays
 * at the first sign that needs more thought.
 */
static inline uint16_t
run(const struct cnd_automaton *automaton, const struct cnd_table *table,
	uint16_t row, struct cnd_str text, size_t *at)
{
	const uint8_t *classes = automaton->classes;
	const _Atomic uint16_t *entries = table->entries;
	const unsigned char *byte = (const unsigned char *)text.data + *at;
	const unsigned char *end = (const unsigned char *)text.data + text.len;

	/* As wide as an address: each step waits for the one before. */
	size_t here = row;

	while (byte < end && *byte < 0x80) {
		size_t next = atomic_load_explicit(
			&entries[here + classes[*byte]], memory_order_acquire);

		if (next <= CND_ENTRY_NEXT_LINE)
			break;
		here = next;
		byte++;
	}
	*at = (size_t)(byte - (const unsigned char *)text.data);
	return (uint16_t)here;
}

enum cnd_answer
cnd_automaton_ask(const struct cnd_automaton *automaton, struct cnd_str text,
	size_t from, size_t *end)
{
	static const enum cnd_answer answers[] = {
		[CND_ENTRY_DEAD_END] = CND_ANSWER_NO,
		[CND_ENTRY_FOUND] = CND_ANSWER_YES,
		[CND_ENTRY_DOUBTFUL] = CND_ANSWER_UNKNOWN,
		[CND_ENTRY_NO_ROOM] = CND_ANSWER_PERHAPS,
	};
	const struct cnd_table *table;
	enum cnd_context context;
	size_t at = from;
	uint16_t row;

	/* Nothing may be added to a null pointer, not even nothing. */
	if (text.data == NULL)
		text.data = "";
	if (!context_at(automaton, text, from, &context))
		return CND_ANSWER_UNKNOWN;
	row = cnd_states_start(automaton, context);
	table = cnd_states_table(automaton);
	while (row > CND_ENTRY_NEXT_LINE) {
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
		if (entry == CND_ENTRY_UNMADE) {
			entry = cnd_states_entry(automaton, row, class);
			table = cnd_states_table(automaton);
		}
		row = entry;
		if (row == CND_ENTRY_NEXT_LINE) {
			/* Another thread's row may stand in a grown table. */
			row = next_line(automaton, text, &at);
			table = cnd_states_table(automaton);
		}
	}
	*end = row == CND_ENTRY_NO_ROOM ? text.len : at;
	return answers[row];
}
