/*
 * Builds instructions, and finds those there are.  Invariant: each number in
 * `known` is that of an instruction that will not change.
 */
#include "query/emit.h"

#include <assert.h>
#include <string.h>

enum {
	CODES_MAX =
		60000, /* numbers have 16 bits; 12,000 are the most shipped */
	KNOWN_LEAST = 256,
};

/* What an instruction does, and where it goes on: all that tells it apart. */
struct meaning {
	enum cnd_code_kind kind; /* EITHER for both kinds of choice */
	uint32_t arg; /* of a choice: what is tried last */
	uint32_t to;
};

/* Where the instruction behind a number leads to without a sign. */
static uint32_t
following(const struct cnd_emitter *emitter, uint32_t number)
{
	uint32_t code = emitter->codes[number - 1];

	return cnd_code_kind(code) == CND_CODE_JUMP ? cnd_code_arg(code)
						    : number - 1;
}

static struct meaning
meaning_of(const struct cnd_emitter *emitter, uint32_t number)
{
	uint32_t code = emitter->codes[number];
	struct meaning meaning = { cnd_code_kind(code), cnd_code_arg(code),
		following(emitter, number) };

	if (meaning.kind == CND_CODE_ELSE)
		return (struct meaning){ CND_CODE_EITHER, meaning.to,
			meaning.arg };
	return meaning;
}

static bool
is_like(struct meaning a, struct meaning b)
{
	return a.kind == b.kind && a.arg == b.arg && a.to == b.to;
}

/* The place of a meaning among those known, or of none where it would be. */
static uint32_t *
place_of(const struct cnd_emitter *emitter, struct meaning meaning)
{
	uint32_t mask = emitter->known_capacity - 1;
	uint32_t hash = (uint32_t)meaning.kind * 0x9e3779b1u +
		meaning.arg * 0x85ebca77u + meaning.to * 0xc2b2ae3du;
	uint32_t at = (hash ^ hash >> 15) & mask;

	while (emitter->known[at] != 0 &&
		!is_like(meaning_of(emitter, emitter->known[at]), meaning))
		at = (at + 1) & mask;
	return &emitter->known[at];
}

/* Room for one more; what is known has as many places twice over. */
static void
make_room(struct cnd_emitter *emitter)
{
	uint32_t *old = emitter->known;
	uint32_t capacity = emitter->known_capacity;

	if (2 * (emitter->count + 1) < capacity)
		return;
	emitter->known_capacity = capacity == 0 ? KNOWN_LEAST : 2 * capacity;
	emitter->known = cnd_arena_array(emitter->arena,
		emitter->known_capacity, sizeof(*emitter->known));
	for (uint32_t i = 0; i < capacity; i++)
		if (old[i] != 0)
			*place_of(emitter, meaning_of(emitter, old[i])) =
				old[i];
}

/* Adds an instruction that is followed by the one before it. */
static uint32_t
append(struct cnd_emitter *emitter, enum cnd_code_kind kind, uint32_t arg)
{
	if (emitter->count == CODES_MAX) {
		emitter->has_failed = true;
		return 0;
	}
	emitter->codes = cnd_arena_grow(emitter->arena, emitter->codes,
		emitter->count, &emitter->capacity, sizeof(*emitter->codes));
	emitter->codes[emitter->count] = (uint32_t)kind | arg << 8;
	return emitter->count++;
}

/* Adds one that is followed by `to`. */
static uint32_t
append_to(struct cnd_emitter *emitter, enum cnd_code_kind kind, uint32_t arg,
	uint32_t to)
{
	if (emitter->count > 0 && to + 1 != emitter->count)
		append(emitter, CND_CODE_JUMP, to);
	return append(emitter, kind, arg);
}

static uint32_t
append_meaning(struct cnd_emitter *emitter, struct meaning meaning)
{
	/* Without a jump, where what is tried last was built last. */
	if (meaning.kind == CND_CODE_EITHER &&
		meaning.arg + 1 == emitter->count)
		return append(emitter, CND_CODE_ELSE, meaning.to);
	return append_to(emitter, meaning.kind, meaning.arg, meaning.to);
}

static uint32_t
find_or_append(struct cnd_emitter *emitter, struct meaning meaning)
{
	uint32_t *place;

	make_room(emitter);
	place = place_of(emitter, meaning);
	if (*place == 0)
		*place = append_meaning(emitter, meaning);
	return *place;
}

uint32_t
cnd_emit(struct cnd_emitter *emitter, enum cnd_code_kind kind, uint32_t arg,
	uint32_t to)
{
	if (kind == CND_CODE_MATCH)
		return append(emitter, kind, arg);
	return find_or_append(emitter, (struct meaning){ kind, arg, to });
}

uint32_t
cnd_emit_known(const struct cnd_emitter *emitter, enum cnd_code_kind kind,
	uint32_t arg, uint32_t to)
{
	return emitter->known_capacity == 0
		? 0
		: *place_of(emitter, (struct meaning){ kind, arg, to });
}

uint32_t
cnd_emit_either(struct cnd_emitter *emitter, uint32_t to, uint32_t other)
{
	if (to == other)
		return to;
	return find_or_append(
		emitter, (struct meaning){ CND_CODE_EITHER, other, to });
}

uint32_t
cnd_emit_loop(struct cnd_emitter *emitter, uint32_t next)
{
	return append_to(emitter, CND_CODE_EITHER, 0, next);
}

void
cnd_emit_turn(
	struct cnd_emitter *emitter, uint32_t loop, uint32_t body, bool is_lazy)
{
	if (emitter->has_failed)
		return;
	emitter->codes[loop] = body << 8 |
		(uint32_t)(is_lazy ? CND_CODE_EITHER : CND_CODE_ELSE);
}
