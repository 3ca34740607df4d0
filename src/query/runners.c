/* Alternatives of a pattern, divided. */
#include "query/runners.h"

enum {
	RUNNERS_LEAST = 2, /* one alone multiplies nothing */
	RUNNERS_MOST = 32,
};

static struct cnd_term *
read_tree(struct cnd_arena *arena, const struct cnd_runners_pattern *pattern,
	struct cnd_tree_sets *sets)
{
	return pattern->is_known
		? cnd_tree_read(arena, pattern->text, pattern->flags, sets)
		: cnd_tree_read_loosely(
			  arena, pattern->text, pattern->flags, sets);
}

/* The alternatives that are the whole tree, or NULL. */
static struct cnd_term *
choice_in(struct cnd_term *tree)
{
	while (tree->kind == CND_TERM_LIST && tree->child != NULL &&
		tree->child->next == NULL)
		tree = tree->child;
	return tree->kind == CND_TERM_CHOICE ? tree : NULL;
}

/* Whether it may take any number of signs before it must take a certain one. */
static bool
is_runner(const struct cnd_term *alternative)
{
	const struct cnd_term *term = alternative->kind == CND_TERM_LIST
		? alternative->child
		: alternative;

	for (; term != NULL; term = term->next) {
		if (term->kind == CND_TERM_REPEAT && term->most > 1)
			return true;
		if (term->kind == CND_TERM_GROUP && is_runner(term->child))
			return true;
		if (term->kind != CND_TERM_PLACE &&
			term->kind != CND_TERM_AHEAD &&
			(term->kind != CND_TERM_REPEAT || term->least > 0))
			return false;
	}
	return false;
}

static uint32_t
count_runners(const struct cnd_term *choice)
{
	uint32_t count = 0;

	for (const struct cnd_term *t = choice->child; t != NULL; t = t->next)
		count += is_runner(t);
	return count;
}

/* Leaves the runner of that number, from 1; 0: what is none. */
static void
leave(struct cnd_term *choice, uint32_t number)
{
	struct cnd_term **link = &choice->child;
	uint32_t count = 0;

	while (*link != NULL) {
		uint32_t own = is_runner(*link) ? ++count : 0;

		if (own == number)
			link = &(*link)->next;
		else
			*link = (*link)->next;
	}
}

/* NULL when nothing is left, or it is too large. */
static const struct cnd_automaton *
make_one(struct cnd_arena *arena, const struct cnd_runners_pattern *pattern,
	uint32_t number)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct cnd_tree_sets sets = { 0 };
	struct cnd_program program = { 0 };
	struct cnd_term *tree = read_tree(scratch, pattern, &sets);
	struct cnd_term *choice = choice_in(tree);
	const struct cnd_automaton *automaton = NULL;

	leave(choice, number);
	cnd_tree_factor(scratch, tree, false);
	if (choice->child != NULL &&
		cnd_program_loose(scratch, tree, &sets, &program)) {
		program.sets = cnd_program_sets(arena, &sets);
		program.set_count = sets.count;
		cnd_program_keep(arena, &program);
		automaton = cnd_automaton_new(arena, &program);
	}
	cnd_arena_free(scratch);
	return automaton;
}

struct cnd_runners
cnd_runners_new(
	struct cnd_arena *arena, const struct cnd_runners_pattern *pattern)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct cnd_tree_sets sets = { 0 };
	struct cnd_term *tree = read_tree(scratch, pattern, &sets);
	struct cnd_term *choice = choice_in(tree);
	struct cnd_runners runners = { 0 };
	uint32_t count = 0;
	bool has_others = false;

	if (choice != NULL &&
		cnd_term_beginning(tree) == CND_PLACE_TEXT_START) {
		count = count_runners(choice);
		leave(choice, 0);
		has_others = choice->child != NULL;
	}
	cnd_arena_free(scratch);
	if (count < RUNNERS_LEAST || count > RUNNERS_MOST)
		return runners;
	runners.items = cnd_arena_array(
		arena, (size_t)count + 1, sizeof(*runners.items));
	for (uint32_t i = has_others ? 0 : 1; i <= count; i++) {
		runners.items[runners.count] = make_one(arena, pattern, i);
		if (runners.items[runners.count++] == NULL)
			return (struct cnd_runners){ 0 };
	}
	return runners;
}
