/*
 * From a machine to the graph of its words: from each point all ways are
 * walked to the end of the first word.  Where a walk comes back to its own
 * way, the word is left open: the graph may hold more than the pattern,
 * never less.
 */
#include "match/graph.h"

#include "base/buf.h"
#include "match/machine.h"

#include <string.h>

enum {
	POINTS_MAX = 400,
	STEPS_MAX = 6000,
	WALK_MAX = 60000, /* arcs taken, in all */
	DEPTH_MAX = 600, /* arcs of one walk */
};

/* The word being walked. */
struct piece {
	struct cnd_word_test test;
	bool has_begun;
	bool is_closed_left;
	bool is_closed_right;
};

struct walker {
	struct cnd_arena *arena;
	struct cnd_machine machine;
	uint32_t *points; /* by 2 * state + is_open: its point, or 0 */
	uint32_t *states; /* by point */
	bool *is_open; /* by point */
	size_t point_count;
	struct cnd_step *steps;
	size_t step_count;
	size_t step_capacity;
	bool *on_way; /* by state */
	uint32_t from; /* the point walked from */
	size_t walked;
	unsigned depth;
	bool has_failed;
};

static uint32_t
point_at(struct walker *walker, uint32_t state, bool is_open)
{
	uint32_t *known = &walker->points[2 * state + (is_open ? 1 : 0)];

	if (*known != 0)
		return *known;
	if (walker->point_count == POINTS_MAX) {
		walker->has_failed = true;
		return CND_POINT_END;
	}
	walker->states[walker->point_count] = state;
	walker->is_open[walker->point_count] = is_open;
	*known = (uint32_t)walker->point_count++;
	return *known;
}

static void
add_step(struct walker *walker, uint32_t to, const struct piece *piece)
{
	struct cnd_step step = {
		.from = walker->from,
		.to = to,
		.is_empty = !piece->has_begun,
		.test = piece->test,
	};

	if (walker->step_count == STEPS_MAX) {
		walker->has_failed = true;
		return;
	}
	step.test.starts_with_digit &= piece->is_closed_left;
	step.test.ends_with_digit &= piece->is_closed_right;
	if (!piece->is_closed_left && step.test.before == CND_AFFIX_NONE)
		step.test.before = CND_AFFIX_MAYBE;
	if (!piece->is_closed_right && step.test.behind == CND_AFFIX_NONE)
		step.test.behind = CND_AFFIX_MAYBE;
	walker->steps = cnd_arena_grow(walker->arena, walker->steps,
		walker->step_count, &walker->step_capacity, sizeof(step));
	walker->steps[walker->step_count++] = step;
}

static void
add_letters(struct walker *walker, struct piece *piece,
	const struct cnd_symbol *symbol)
{
	struct cnd_word_test *test = &piece->test;
	struct cnd_buf joined = { 0 };

	if (test->letters.len == 0) {
		test->letters = symbol->text;
		test->is_fold = symbol->is_fold;
		return;
	}
	/* Folding all of it covers both. */
	test->is_fold = test->is_fold || symbol->is_fold;
	if (test->behind != CND_AFFIX_NONE)
		return;
	cnd_buf_put(&joined, test->letters);
	cnd_buf_put(&joined, symbol->text);
	test->letters = cnd_arena_copy(walker->arena, cnd_buf_str(&joined));
	cnd_buf_dispose(&joined);
}

/* Whether the symbol's first, or last, character is a digit. */
static bool
is_digit(const struct cnd_symbol *symbol, bool is_first)
{
	struct cnd_str text = symbol->text;

	if (symbol->kind != CND_SYMBOL_LETTERS)
		return symbol->kind == CND_SYMBOL_DIGITS;
	return cnd_is_digit(text.data[is_first ? 0 : text.len - 1]);
}

/* Lengthens the word by a symbol; false when none can follow. */
static bool
lengthen(struct walker *walker, struct piece *piece,
	const struct cnd_symbol *symbol)
{
	if (piece->is_closed_right)
		return false;
	if (symbol->kind == CND_SYMBOL_LETTERS)
		add_letters(walker, piece, symbol);
	else if (piece->test.letters.len == 0)
		piece->test.before = CND_AFFIX_SOME;
	else
		piece->test.behind = CND_AFFIX_SOME;
	if (!piece->has_begun)
		piece->test.starts_with_digit = is_digit(symbol, true);
	piece->test.ends_with_digit = is_digit(symbol, false);
	piece->has_begun = true;
	return true;
}

static char
follower_of(const struct cnd_symbol *symbol)
{
	if (symbol->kind == CND_SYMBOL_BLANKS)
		return ' ';
	return symbol->kind == CND_SYMBOL_MARK ? symbol->text.data[0] : '\0';
}

static void walk(struct walker *walker, uint32_t state, struct piece piece);

static void
take_arc(struct walker *walker, const struct cnd_arc *arc, struct piece piece)
{
	if (arc->symbol == NULL) {
		walk(walker, arc->to, piece);
		return;
	}
	switch (arc->symbol->kind) {
	case CND_SYMBOL_LETTERS:
	case CND_SYMBOL_WORD:
	case CND_SYMBOL_DIGITS:
		if (lengthen(walker, &piece, arc->symbol))
			walk(walker, arc->to, piece);
		break;
	case CND_SYMBOL_MARK:
	case CND_SYMBOL_BLANKS:
	case CND_SYMBOL_GAP:
		piece.is_closed_right = true;
		piece.test.follower = follower_of(arc->symbol);
		add_step(walker, point_at(walker, arc->to, false), &piece);
		break;
	case CND_SYMBOL_ANY:
		add_step(walker, point_at(walker, arc->to, true), &piece);
		break;
	case CND_SYMBOL_EDGE:
		if (piece.has_begun)
			piece.is_closed_right = true;
		else
			piece.is_closed_left = true;
		walk(walker, arc->to, piece);
		break;
	}
}

static void
walk(struct walker *walker, uint32_t state, struct piece piece)
{
	uint32_t arc = walker->machine.first_arcs[state];

	if (walker->has_failed)
		return;
	if (++walker->walked > WALK_MAX || walker->depth == DEPTH_MAX) {
		walker->has_failed = true;
		return;
	}
	if (state == walker->machine.accept) {
		add_step(walker, CND_POINT_END, &piece);
		return;
	}
	if (walker->on_way[state]) {
		if (piece.has_begun)
			add_step(walker, point_at(walker, state, true), &piece);
		return;
	}
	walker->on_way[state] = true;
	walker->depth++;
	for (; arc != UINT32_MAX; arc = walker->machine.arcs[arc].next)
		take_arc(walker, &walker->machine.arcs[arc], piece);
	walker->depth--;
	walker->on_way[state] = false;
}

bool
cnd_graph_of_tree(struct cnd_arena *arena, const struct cnd_node *tree,
	struct cnd_graph *graph)
{
	struct walker walker = {
		.arena = arena,
		.machine = cnd_machine_of_tree(arena, tree),
	};
	size_t states = walker.machine.state_count;

	walker.points = cnd_arena_array(arena, 2 * states, sizeof(uint32_t));
	walker.on_way = cnd_arena_array(arena, states, sizeof(bool));
	walker.states = cnd_arena_array(arena, POINTS_MAX, sizeof(uint32_t));
	walker.is_open = cnd_arena_array(arena, POINTS_MAX, sizeof(bool));
	walker.is_open[CND_POINT_START] = true;
	walker.is_open[CND_POINT_END] = true;
	walker.point_count = 2;
	for (uint32_t p = 0; p < walker.point_count && !walker.has_failed;
		p++) {
		struct piece piece = { .is_closed_left = !walker.is_open[p] };

		walker.from = p;
		if (p != CND_POINT_END)
			walk(&walker, walker.states[p], piece);
	}
	*graph = (struct cnd_graph){ walker.steps, walker.step_count,
		walker.is_open, walker.point_count };
	return !walker.has_failed;
}
