/* The usual construction: a few states and arcs for each node. */
#include "match/machine.h"

static const struct cnd_symbol symbols[] = {
	[CND_SYMBOL_BLANKS] = { .kind = CND_SYMBOL_BLANKS },
	[CND_SYMBOL_GAP] = { .kind = CND_SYMBOL_GAP },
	[CND_SYMBOL_DIGITS] = { .kind = CND_SYMBOL_DIGITS },
	[CND_SYMBOL_WORD] = { .kind = CND_SYMBOL_WORD },
	[CND_SYMBOL_ANY] = { .kind = CND_SYMBOL_ANY },
};

struct builder {
	struct cnd_arena *arena;
	struct cnd_machine machine;
};

static uint32_t
add_state(struct builder *builder)
{
	struct cnd_machine *machine = &builder->machine;

	machine->first_arcs = cnd_arena_grow(builder->arena,
		machine->first_arcs, machine->state_count,
		&machine->state_capacity, sizeof(*machine->first_arcs));
	machine->first_arcs[machine->state_count] = UINT32_MAX;
	return (uint32_t)machine->state_count++;
}

static void
add_arc(struct builder *builder, uint32_t from, uint32_t to,
	const struct cnd_symbol *symbol)
{
	struct cnd_machine *machine = &builder->machine;

	machine->arcs = cnd_arena_grow(builder->arena, machine->arcs,
		machine->arc_count, &machine->arc_capacity,
		sizeof(*machine->arcs));
	machine->arcs[machine->arc_count] = (struct cnd_arc){
		to,
		machine->first_arcs[from],
		symbol,
	};
	machine->first_arcs[from] = (uint32_t)machine->arc_count++;
}

/*
 * From a state to the one that a match of node leads to.  is_last: behind
 * it the pattern takes no more text.
 */
static uint32_t build(struct builder *builder, const struct cnd_node *node,
	uint32_t from, bool is_last);

static uint32_t
build_choice(struct builder *builder, const struct cnd_node *node,
	uint32_t from, bool is_last)
{
	uint32_t to = add_state(builder);

	for (const struct cnd_node *n = node->child; n != NULL; n = n->next)
		add_arc(builder, build(builder, n, from, is_last), to, NULL);
	return to;
}

/* Times that a letter is spelt out: "x{4,}" begins with four. */
enum { SPELT_OUT = 6 };

/* A letter so many times: as often as it must be, then any letters. */
static uint32_t
build_letters(struct builder *builder, const struct cnd_symbol *letters,
	struct cnd_repeat repeat, uint32_t from)
{
	uint32_t least = repeat.least < SPELT_OUT ? repeat.least : SPELT_OUT;
	uint32_t to;

	for (uint32_t i = 0; i < least; i++) {
		to = add_state(builder);
		add_arc(builder, from, to, letters);
		from = to;
	}
	if (repeat.most == least)
		return from;
	to = add_state(builder);
	if (repeat.least == least)
		add_arc(builder, from, to, NULL);
	add_arc(builder, from, to, &symbols[CND_SYMBOL_WORD]);
	return to;
}

static uint32_t
build_repeat(struct builder *builder, const struct cnd_node *node,
	uint32_t from, bool is_last)
{
	enum cnd_symbol_kind sort;
	uint32_t entry;
	uint32_t end;
	uint32_t to;

	if (node->repeat.most == 0)
		return from;
	if (node->repeat.most > 1 && node->child->kind == CND_NODE_SYMBOL &&
		node->child->symbol.kind == CND_SYMBOL_LETTERS)
		return build_letters(
			builder, &node->child->symbol, node->repeat, from);
	to = add_state(builder);
	if (node->repeat.least == 0)
		add_arc(builder, from, to, NULL);
	if (node->repeat.most > 1 && cnd_node_sort(node->child, &sort)) {
		add_arc(builder, from, to, &symbols[sort]);
		return to;
	}
	entry = add_state(builder);
	add_arc(builder, from, entry, NULL);
	end = build(
		builder, node->child, entry, is_last && node->repeat.most == 1);
	add_arc(builder, end, to, NULL);
	if (node->repeat.most > 1)
		add_arc(builder, end, entry, NULL);
	return to;
}

/* Whether one of these takes text, or perhaps one behind the next few. */
static bool
takes_text(const struct cnd_node *node)
{
	enum { LOOKED_AT = 8 };

	for (unsigned i = 0; node != NULL; node = node->next)
		if (i++ == LOOKED_AT ||
			(node->kind != CND_NODE_NOTHING &&
				node->kind != CND_NODE_LINE &&
				node->kind != CND_NODE_AHEAD &&
				(node->kind != CND_NODE_SYMBOL ||
					node->symbol.kind != CND_SYMBOL_EDGE)))
			return true;
	return false;
}

/*
 * What must follow a pattern's end is as good to look up as what is in
 * it.  Elsewhere it would have to be the same text as what comes next.
 */
static uint32_t
build_ahead(struct builder *builder, const struct cnd_node *node, uint32_t from,
	bool is_last)
{
	uint32_t to;

	if (!is_last)
		return from;
	from = build(builder, node->child, from, false);
	to = add_state(builder);
	add_arc(builder, from, to, &symbols[CND_SYMBOL_ANY]);
	return to;
}

/* As deep as the tree. */
static uint32_t
build(struct builder *builder, const struct cnd_node *node, uint32_t from,
	bool is_last)
{
	uint32_t to;

	switch (node->kind) {
	case CND_NODE_NOTHING:
	case CND_NODE_LINE:
		break;
	case CND_NODE_SYMBOL:
		to = add_state(builder);
		add_arc(builder, from, to, &node->symbol);
		return to;
	case CND_NODE_SEQUENCE:
		for (node = node->child; node != NULL; node = node->next)
			from = build(builder, node, from,
				is_last && !takes_text(node->next));
		break;
	case CND_NODE_CHOICE:
		return build_choice(builder, node, from, is_last);
	case CND_NODE_REPEAT:
		return build_repeat(builder, node, from, is_last);
	case CND_NODE_AHEAD:
		return build_ahead(builder, node, from, is_last);
	}
	return from;
}

struct cnd_machine
cnd_machine_of_tree(struct cnd_arena *arena, const struct cnd_node *tree)
{
	struct builder builder = { .arena = arena };
	uint32_t last = build(&builder, tree, add_state(&builder), true);

	/* A state of its own, for a loop may lead back from the last. */
	builder.machine.accept = add_state(&builder);
	add_arc(&builder, last, builder.machine.accept, NULL);
	return builder.machine;
}
