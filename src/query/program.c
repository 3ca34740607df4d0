/*
 * Builds programs from their end: each term is given the instruction that
 * follows it and returns the one to begin with, so that nothing needs to be
 * mended afterwards but loops.
 */
#include "query/program.h"

#include "base/limits.h"
#include "base/regex.h"
#include "query/emit.h"

#include <assert.h>
#include <string.h>

enum {
	SETS_MAX = 4000,
	LOOSE_TURNS = 4, /* turns of a loop that a loose program counts */
};

struct builder {
	struct cnd_arena *arena;
	struct cnd_tree_sets *sets;
	struct cnd_program *program;
	struct cnd_emitter emitter;
	struct cnd_part *parts;
	size_t part_capacity;
	struct cnd_run *runs;
	size_t run_capacity;
	bool is_loose;
	bool has_failed;
};

static bool
has_failed(const struct builder *builder)
{
	return builder->has_failed || builder->emitter.has_failed;
}

/* Adds an instruction that is followed by `to`. */
static uint32_t
add(struct builder *builder, enum cnd_code_kind kind, uint32_t arg, uint32_t to)
{
	return cnd_emit(&builder->emitter, kind, arg, to);
}

/* Takes a sign of the set: most hold a letter and its capital. */
static uint32_t
add_set(struct builder *builder, struct cnd_tree_set *set, uint32_t to)
{
	uint8_t signs[CND_SIGNS];
	uint32_t count = cnd_sign_list(&set->signs, signs);

	if (count == 1 || count == 2)
		return add(builder, CND_CODE_SIGN,
			signs[0] | (uint32_t)signs[count - 1] << 8, to);
	return add(builder, CND_CODE_SET,
		cnd_tree_number_of(builder->sets, set), to);
}

static uint32_t
add_either(struct builder *builder, uint32_t to, uint32_t other)
{
	return cnd_emit_either(&builder->emitter, to, other);
}

static uint32_t build(
	struct builder *builder, const struct cnd_term *term, uint32_t next);

static uint32_t
build_list(struct builder *builder, const struct cnd_term *child, uint32_t next)
{
	const struct cnd_term *items[64];
	size_t count = 0;

	/* The last first; long lists in parts, so that no stack is deep. */
	for (; child != NULL && count < 64; child = child->next)
		items[count++] = child;
	if (child != NULL)
		next = build_list(builder, child, next);
	while (count > 0 && !has_failed(builder))
		next = build(builder, items[--count], next);
	return next;
}

static bool
begins_with_set(const struct cnd_term *term)
{
	while (term->kind == CND_TERM_LIST && term->child != NULL)
		term = term->child;
	return term->kind == CND_TERM_SET;
}

/*
 * One of several: with a look at the next sign where the alternative does
 * not begin with one of its own, for most are not worth to be entered.
 */
static uint32_t
build_alternative(
	struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	uint32_t at = build(builder, term, next);
	struct cnd_sign_set first;

	if (builder->is_loose || has_failed(builder) || begins_with_set(term) ||
		cnd_term_is_nullable(term))
		return at;
	first = cnd_term_first(term);
	return add(builder, CND_CODE_NEXT,
		cnd_tree_number_of(builder->sets,
			cnd_tree_find_set(
				builder->arena, builder->sets, &first)),
		at);
}

static uint32_t
build_choice(
	struct builder *builder, const struct cnd_term *child, uint32_t next)
{
	const struct cnd_term *items[64];
	size_t count = 0;
	uint32_t rest;

	assert(child != NULL);
	for (; child != NULL && count < 64; child = child->next)
		items[count++] = child;
	rest = child != NULL ? build_choice(builder, child, next)
			     : build_alternative(builder, items[--count], next);
	while (count > 0 && !has_failed(builder))
		rest = add_either(builder,
			build_alternative(builder, items[--count], next), rest);
	return rest;
}

/* A loop around the child: its first instruction is the way in. */
static uint32_t
build_loop(struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	uint32_t loop = cnd_emit_loop(&builder->emitter, next);
	uint32_t body = build(builder, term->child, loop);

	cnd_emit_turn(&builder->emitter, loop, body,
		term->is_lazy && !builder->is_loose);
	return loop;
}

/* Once or not at all. */
static uint32_t
build_option(struct builder *builder, const struct cnd_term *term,
	uint32_t body, uint32_t next)
{
	return term->is_lazy && !builder->is_loose
		? add_either(builder, next, body)
		: add_either(builder, body, next);
}

static bool
is_same_run(const struct cnd_run *a, const struct cnd_run *b)
{
	return a->set == b->set && a->is_lazy == b->is_lazy &&
		a->is_possessive == b->is_possessive && a->least == b->least &&
		a->most == b->most;
}

/* The number of such a run that goes on alike, or 0. */
static uint32_t
known_run(
	const struct builder *builder, const struct cnd_run *run, uint32_t next)
{
	uint32_t known = 0;

	for (uint32_t i = 0; i < builder->program->run_count && known == 0; i++)
		if (is_same_run(&builder->runs[i], run))
			known = cnd_emit_known(
				&builder->emitter, CND_CODE_RUN, i, next);
	return known;
}

static uint32_t
build_run(struct builder *builder, const struct cnd_term *term,
	struct cnd_tree_set *set, uint32_t next)
{
	struct cnd_program *program = builder->program;
	struct cnd_run run = {
		.set = (uint16_t)cnd_tree_number_of(builder->sets, set),
		.is_lazy = term->is_lazy,
		.is_possessive = term->is_possessive,
		.least = term->least,
		.most = term->most,
	};
	uint32_t known = known_run(builder, &run, next);

	if (known != 0)
		return known;
	if (program->run_count == SETS_MAX) {
		builder->has_failed = true;
		return next;
	}
	builder->runs = cnd_arena_grow(builder->arena, builder->runs,
		program->run_count, &builder->run_capacity, sizeof(run));
	builder->runs[program->run_count] = run;
	return add(builder, CND_CODE_RUN, program->run_count++, next);
}

/* A list of one set is that set. */
static struct cnd_tree_set *
set_in(const struct cnd_term *term)
{
	while (term->kind == CND_TERM_LIST && term->child != NULL &&
		term->child->next == NULL)
		term = term->child;
	return term->kind == CND_TERM_SET ? term->set : NULL;
}

static uint32_t
build_turns(struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	uint32_t end = next;

	if (term->most == UINT32_MAX)
		next = build_loop(builder, term, next);
	else
		for (uint32_t i = term->least; i < term->most; i++) {
			if (has_failed(builder))
				return next;
			next = build_option(builder, term,
				build(builder, term->child, next), end);
		}
	for (uint32_t i = 0; i < term->least && !has_failed(builder); i++)
		next = build(builder, term->child, next);
	return next;
}

/*
 * As many turns as need be, up to a few, and then none, or any number:
 * counting them would take an automaton many states.
 */
static uint32_t
build_loose_turns(
	struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	uint32_t turns = term->least < LOOSE_TURNS ? term->least : LOOSE_TURNS;

	if (term->least == 0 && term->most == 1) {
		next = build_option(
			builder, term, build(builder, term->child, next), next);
	} else if (term->most > turns) {
		builder->program->is_exact &=
			term->most == UINT32_MAX && term->least == turns;
		next = build_loop(builder, term, next);
	}
	for (uint32_t i = 0; i < turns && !has_failed(builder); i++)
		next = build(builder, term->child, next);
	return next;
}

static uint32_t
build_repeat(
	struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	struct cnd_tree_set *one = set_in(term->child);

	if (term->most == 0)
		return next;
	if (builder->is_loose) {
		builder->program->is_exact &= !term->is_possessive;
		return build_loose_turns(builder, term, next);
	}
	if (one != NULL && (term->most > 1 || term->is_possessive))
		return build_run(builder, term, one, next);
	return build_turns(builder, term, next);
}

static uint32_t
build_group(struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	if (builder->is_loose || term->group >= CND_REGEX_GROUPS)
		return build(builder, term->child, next);
	next = add(builder, CND_CODE_KEEP, 2 * term->group + 1, next);
	next = build(builder, term->child, next);
	return add(builder, CND_CODE_KEEP, 2 * term->group, next);
}

/* A part that is matched apart from the rest. */
static uint32_t
build_apart(struct builder *builder, enum cnd_code_kind kind,
	const struct cnd_term *term, uint32_t next)
{
	struct cnd_program *program = builder->program;
	struct cnd_part part = { 0, term->length };

	/* What matches it ends as all does, with instruction 0. */
	part.start = build(builder, term->child, 0);
	for (uint32_t i = 0; i < program->part_count; i++)
		if (builder->parts[i].start == part.start &&
			builder->parts[i].length == part.length)
			return add(builder, kind, i, next);
	if (program->part_count == SETS_MAX)
		builder->has_failed = true;
	if (has_failed(builder))
		return next;
	builder->parts = cnd_arena_grow(builder->arena, builder->parts,
		program->part_count, &builder->part_capacity, sizeof(part));
	builder->parts[program->part_count] = part;
	return add(builder, kind, program->part_count++, next);
}

static uint32_t
build_look(struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	struct cnd_tree_set *one = set_in(term->child);
	bool is_ahead = term->kind == CND_TERM_AHEAD;

	if (is_ahead && one != NULL)
		return add(builder,
			term->is_negative ? CND_CODE_NOT_NEXT : CND_CODE_NEXT,
			cnd_tree_number_of(builder->sets, one), next);
	if (builder->is_loose) {
		builder->program->is_exact = false;
		return next;
	}
	if (is_ahead)
		return build_apart(builder,
			term->is_negative ? CND_CODE_NOT_AHEAD : CND_CODE_AHEAD,
			term, next);
	return build_apart(builder,
		term->is_negative ? CND_CODE_NOT_BEHIND : CND_CODE_BEHIND, term,
		next);
}

/* Any signs: the tree is read loosely, and there is no exact program. */
static uint32_t
build_same(struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	uint32_t loop = cnd_emit_loop(&builder->emitter, next);
	uint32_t body = add_set(builder, term->set, loop);

	builder->program->is_exact = false;
	cnd_emit_turn(&builder->emitter, loop, body, false);
	return loop;
}

/* As deep as the tree. */
static uint32_t
build(struct builder *builder, const struct cnd_term *term, uint32_t next)
{
	if (has_failed(builder))
		return next;
	switch (term->kind) {
	case CND_TERM_NOTHING:
		return next;
	case CND_TERM_SET:
		return add_set(builder, term->set, next);
	case CND_TERM_PLACE:
		if (term->place == CND_PLACE_LAST_LINE_END)
			builder->program->is_exact &= !builder->is_loose;
		return add(builder, CND_CODE_PLACE, term->place, next);
	case CND_TERM_LIST:
		return build_list(builder, term->child, next);
	case CND_TERM_CHOICE:
		return build_choice(builder, term->child, next);
	case CND_TERM_REPEAT:
		return build_repeat(builder, term, next);
	case CND_TERM_GROUP:
		return build_group(builder, term, next);
	case CND_TERM_AHEAD:
	case CND_TERM_BEHIND:
		return build_look(builder, term, next);
	case CND_TERM_SAME:
		return build_same(builder, term, next);
	}
	return next;
}

const struct cnd_sign_set *
cnd_program_sets(struct cnd_arena *arena, const struct cnd_tree_sets *sets)
{
	struct cnd_sign_set *kept =
		cnd_arena_array(arena, sets->count, sizeof(*kept));

	for (const struct cnd_tree_set *s = sets->last; s != NULL; s = s->next)
		if (s->number != CND_SET_UNNUMBERED)
			kept[s->number] = s->signs;
	return kept;
}

static bool
build_program(struct cnd_arena *arena, const struct cnd_term *tree,
	struct cnd_tree_sets *sets, bool is_loose, struct cnd_program *program)
{
	struct builder builder = {
		.arena = arena,
		.sets = sets,
		.program = program,
		.emitter.arena = arena,
		.is_loose = is_loose,
	};

	program->is_exact = true;
	program->start =
		build(&builder, tree, add(&builder, CND_CODE_MATCH, 0, 0));
	program->first = cnd_term_first(tree);
	program->beginning = cnd_term_beginning(tree);
	program->codes = builder.emitter.codes;
	program->count = builder.emitter.count;
	program->runs = builder.runs;
	program->parts = builder.parts;
	return !has_failed(&builder);
}

bool
cnd_program_exact(struct cnd_arena *arena, const struct cnd_term *tree,
	struct cnd_tree_sets *sets, struct cnd_program *program)
{
	return build_program(arena, tree, sets, false, program);
}

bool
cnd_program_loose(struct cnd_arena *arena, const struct cnd_term *tree,
	struct cnd_tree_sets *sets, struct cnd_program *program)
{
	return build_program(arena, tree, sets, true, program);
}

static const void *
copy(struct cnd_arena *arena, const void *items, size_t size)
{
	void *kept = cnd_arena_alloc(arena, size);

	if (size > 0)
		memcpy(kept, items, size);
	return kept;
}

void
cnd_program_keep(struct cnd_arena *arena, struct cnd_program *program)
{
	program->codes =
		copy(arena, program->codes, program->count * sizeof(uint32_t));
	program->runs = copy(arena, program->runs,
		program->run_count * sizeof(*program->runs));
	program->parts = copy(arena, program->parts,
		program->part_count * sizeof(*program->parts));
}
