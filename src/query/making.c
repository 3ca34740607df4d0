/* Sets of instructions, followed by signs. */
#include "query/making.h"

#include "base/oom.h"

#include <stdlib.h>
#include <string.h>

static enum cnd_look
look_of(unsigned sign)
{
	if (sign == CND_NO_SIGN)
		return CND_LOOK_END;
	if (sign == '\n')
		return CND_LOOK_NEWLINE;
	return cnd_sign_has(&cnd_word_signs, sign) ? CND_LOOK_WORD
						   : CND_LOOK_OTHER;
}

static bool
is_at_place(enum cnd_place place, enum cnd_context before, enum cnd_look next)
{
	bool is_behind_word = before == CND_BEHIND_WORD;

	switch (place) {
	case CND_PLACE_EDGE:
		return (next == CND_LOOK_WORD) != is_behind_word;
	case CND_PLACE_INSIDE:
		return (next == CND_LOOK_WORD) == is_behind_word;
	case CND_PLACE_NO_WORD_BEFORE:
		return !is_behind_word;
	case CND_PLACE_LINE_START:
		return before == CND_BEFORE_TEXT ||
			(before == CND_BEHIND_NEWLINE && next != CND_LOOK_END);
	case CND_PLACE_TEXT_START:
		return before == CND_BEFORE_TEXT;
	case CND_PLACE_TEXT_END:
		return next == CND_LOOK_END;
	case CND_PLACE_LINE_END:
	case CND_PLACE_LAST_LINE_END:
		return next == CND_LOOK_END || next == CND_LOOK_NEWLINE;
	}
	return false;
}

void *
cnd_making_grow(void *items, uint32_t count, uint32_t *capacity, uint32_t more,
	size_t size)
{
	if (count + more <= *capacity)
		return items;
	*capacity = 2 * (count + more);
	return cnd_xrealloc(items, *capacity * size);
}

/* Notes an instruction; false when it was met before. */
static bool
meet(struct cnd_making *making, uint32_t at)
{
	uint64_t bit = (uint64_t)1 << (at & 63);

	if ((making->met[at >> 6] & bit) != 0)
		return false;
	making->met[at >> 6] |= bit;
	if (making->count == making->list_capacity)
		making->list = cnd_making_grow(making->list, making->count,
			&making->list_capacity, 1, sizeof(*making->list));
	making->list[making->count++] = (uint16_t)at;
	return true;
}

/* Adds an instruction, and where it leads to without a sign or a place. */
static void
reach(struct cnd_making *making, const struct cnd_program *program, uint32_t at)
{
	while (meet(making, at)) {
		uint32_t code = program->codes[at];

		switch (cnd_code_kind(code)) {
		case CND_CODE_JUMP:
			at = cnd_code_arg(code);
			break;
		case CND_CODE_EITHER:
			/* Chains of alternatives are long on the other side. */
			reach(making, program, at - 1);
			at = cnd_code_arg(code);
			break;
		case CND_CODE_ELSE:
			reach(making, program, cnd_code_arg(code));
			at--;
			break;
		default:
			return;
		}
	}
}

static bool
has_match(const struct cnd_making *making, const struct cnd_program *program)
{
	for (uint32_t i = 0; i < making->count; i++)
		if (cnd_code_kind(program->codes[making->list[i]]) ==
			CND_CODE_MATCH)
			return true;
	return false;
}

static void
forget(struct cnd_making *making)
{
	for (uint32_t i = 0; i < making->count; i++)
		making->met[making->list[i] >> 6] = 0;
	making->count = 0;
}

/* A short list, nearly in order as most are. */
static void
sort_numbers(uint16_t *items, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		uint16_t late = items[i];
		uint32_t at = i;

		for (; at > 0 && items[at - 1] > late; at--)
			items[at] = items[at - 1];
		items[at] = late;
	}
}

static bool
is_taker(enum cnd_code_kind kind)
{
	return kind == CND_CODE_SIGN || kind == CND_CODE_SET;
}

/* Whether an instruction takes a sign, or asks for something. */
static bool
is_kernel(enum cnd_code_kind kind)
{
	return kind != CND_CODE_EITHER && kind != CND_CODE_ELSE &&
		kind != CND_CODE_JUMP;
}

/* What was met is in order already: number by number. */
static uint32_t
list_met(struct cnd_making *making, const struct cnd_program *program)
{
	uint32_t kept = 0;

	for (uint32_t word = 0; word <= program->count / 64; word++) {
		uint64_t bits = making->met[word];

		making->met[word] = 0;
		for (; bits != 0; bits &= bits - 1) {
			uint32_t at =
				64 * word + (uint32_t)__builtin_ctzll(bits);

			if (is_kernel(cnd_code_kind(program->codes[at])))
				making->list[kept++] = (uint16_t)at;
		}
	}
	return kept;
}

uint32_t
cnd_making_sort(struct cnd_making *making, const struct cnd_program *program)
{
	enum { SHORT = 24 };
	uint32_t count = making->count;
	uint32_t kept = 0;

	making->count = 0;
	if (count > SHORT)
		return list_met(making, program);
	for (uint32_t i = 0; i < count; i++)
		making->met[making->list[i] >> 6] = 0;
	for (uint32_t i = 0; i < count; i++)
		if (is_kernel(cnd_code_kind(program->codes[making->list[i]])))
			making->list[kept++] = making->list[i];
	sort_numbers(making->list, kept);
	return kept;
}

struct cnd_slice
cnd_making_keep(struct cnd_making *making, uint32_t count)
{
	struct cnd_slice kept = { making->item_count, count };
	uint32_t own = making->item_count - making->kept_count;

	making->own = cnd_making_grow(making->own, own, &making->own_capacity,
		count, sizeof(uint16_t));
	if (count > 0)
		memcpy(making->own + own, making->list,
			count * sizeof(uint16_t));
	making->item_count += count;
	return kept;
}

/*
 * Adds what instructions in the list lead to where their places, and what
 * they ask of the next sign, fit.
 */
static void
pass_places(const struct cnd_automaton *automaton, struct cnd_making *making,
	enum cnd_context before, unsigned sign)
{
	const struct cnd_program *program = &automaton->program;
	enum cnd_look next = look_of(sign);

	for (uint32_t i = 0; i < making->count; i++) {
		uint32_t at = making->list[i];
		uint32_t arg = cnd_code_arg(program->codes[at]);
		bool is_next = sign != CND_NO_SIGN;
		bool fits = false;

		switch (cnd_code_kind(program->codes[at])) {
		case CND_CODE_PLACE:
			fits = is_at_place((enum cnd_place)arg, before, next);
			break;
		case CND_CODE_NEXT:
			fits = is_next &&
				cnd_sign_has(&program->sets[arg], sign);
			break;
		case CND_CODE_NOT_NEXT:
			fits = !is_next ||
				!cnd_sign_has(&program->sets[arg], sign);
			break;
		default:
			break;
		}
		if (fits)
			reach(making, program, at - 1);
	}
}

/* What a match can begin with in a context before a sign of such a look. */
static const struct cnd_opening *
opening_of(const struct cnd_automaton *automaton, struct cnd_making *making,
	enum cnd_context before, enum cnd_look next)
{
	const struct cnd_program *program = &automaton->program;
	struct cnd_opening *opening = &making->openings[before][next];
	uint32_t kept = 0;
	uint32_t count;

	if (opening->is_made)
		return opening;
	reach(making, program, program->start);
	for (uint32_t i = 0; i < making->count; i++) {
		uint32_t at = making->list[i];
		uint32_t code = program->codes[at];

		if (cnd_code_kind(code) == CND_CODE_PLACE &&
			is_at_place((enum cnd_place)cnd_code_arg(code), before,
				next))
			reach(making, program, at - 1);
	}
	opening->is_found = has_match(making, program);
	count = cnd_making_sort(making, program);
	for (uint32_t i = 0; i < count; i++)
		if (cnd_code_kind(program->codes[making->list[i]]) !=
			CND_CODE_PLACE)
			making->list[kept++] = making->list[i];
	opening->items = cnd_making_keep(making, kept);
	opening->is_made = true;
	return opening;
}

/* Notes what is behind an instruction that takes the sign. */
static void
take_sign(struct cnd_making *making, const struct cnd_program *program,
	uint32_t at, unsigned sign)
{
	uint32_t code = program->codes[at];

	if (sign != CND_NO_SIGN && cnd_code_takes(program, code, sign))
		making->taken[making->taken_count++] = (uint16_t)(at - 1);
}

/* The same for what items lead to at their place; false at a match. */
static bool
take_at_place(const struct cnd_automaton *automaton, struct cnd_making *making,
	struct cnd_slice items, enum cnd_context before, unsigned sign)
{
	const struct cnd_program *program = &automaton->program;
	bool is_found;

	for (uint32_t i = 0; i < items.count; i++)
		meet(making, cnd_making_items(making, items)[i]);
	pass_places(automaton, making, before, sign);
	is_found = has_match(making, program);
	making->taken = cnd_making_grow(making->taken, 0,
		&making->taken_capacity, making->count, sizeof(*making->taken));
	making->taken_count = 0;
	for (uint32_t i = 0; i < making->count && !is_found; i++)
		take_sign(making, program, making->list[i], sign);
	forget(making);
	return !is_found;
}

/*
 * Goes on with a sign from items: what they lead to is in the list, met.
 * False when a match ends before the sign, and the list is empty.
 */
static bool
go_on(const struct cnd_automaton *automaton, struct cnd_making *making,
	struct cnd_slice items, enum cnd_context before, unsigned sign)
{
	const struct cnd_program *program = &automaton->program;
	bool is_plain = true;

	making->taken_count = 0;
	making->taken = cnd_making_grow(making->taken, 0,
		&making->taken_capacity, items.count, sizeof(*making->taken));
	for (uint32_t i = 0; i < items.count && is_plain; i++) {
		uint32_t at = cnd_making_items(making, items)[i];

		is_plain = is_taker(cnd_code_kind(program->codes[at]));
		take_sign(making, program, at, sign);
	}
	if (!is_plain && !take_at_place(automaton, making, items, before, sign))
		return false;
	for (uint32_t i = 0; i < making->taken_count; i++)
		reach(making, program, making->taken[i]);
	return true;
}

static struct cnd_step *
step_of(const struct cnd_automaton *automaton, struct cnd_making *making,
	enum cnd_context before, unsigned sign)
{
	uint32_t class = sign == CND_NO_SIGN ? automaton->width - 1
					     : automaton->classes[sign];
	struct cnd_step *step =
		&making->steps[(uint32_t)before * automaton->width + class];
	const struct cnd_opening *opening;
	uint32_t count;

	if (step->is_made)
		return step;
	opening = opening_of(automaton, making, before, look_of(sign));
	step->is_found = opening->is_found ||
		!go_on(automaton, making, opening->items, before, sign) ||
		has_match(making, &automaton->program);
	count = cnd_making_sort(making, &automaton->program);
	step->items = cnd_making_keep(making, count);
	step->is_made = true;
	return step;
}

bool
cnd_making_lead(const struct cnd_automaton *automaton,
	struct cnd_making *making, struct cnd_state state, unsigned sign,
	struct cnd_step **alone)
{
	enum cnd_context before = (enum cnd_context)state.context;
	struct cnd_step *step = NULL;
	bool is_found;

	*alone = NULL;
	if (state.has_start)
		step = step_of(automaton, making, before, sign);
	if (step != NULL && step->is_found)
		return false;
	if (state.items.count > 0 &&
		!go_on(automaton, making, state.items, before, sign))
		return false;
	if (making->count == 0)
		*alone = step;
	for (uint32_t i = 0; step != NULL && i < step->items.count; i++)
		meet(making, cnd_making_items(making, step->items)[i]);
	is_found = has_match(making, &automaton->program);
	if (is_found)
		forget(making);
	return !is_found;
}

struct cnd_making *
cnd_making_new(const struct cnd_automaton *automaton)
{
	struct cnd_making *making = cnd_xcalloc(1, sizeof(*making));
	size_t count = automaton->program.count;

	making->met = cnd_xcalloc(count / 64 + 1, sizeof(uint64_t));
	making->steps = cnd_xcalloc((size_t)CND_CONTEXTS * automaton->width,
		sizeof(*making->steps));
	return making;
}

void
cnd_making_free(struct cnd_making *making)
{
	if (making == NULL)
		return;
	free(making->own);
	free(making->steps);
	free(making->list);
	free(making->met);
	free(making->taken);
	free(making);
}
