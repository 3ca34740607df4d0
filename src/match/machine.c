/* The usual construction: a few states and arcs for each node. */
#include "match/machine.h"

static const struct cnd_symbol symbols[] = {
	[CND_SYMBOL_BLANKS] = { .kind = CND_SYMBOL_BLANKS },
	[CND_SYMBOL_GAP] = { .kind = CND_SYMBOL_GAP },
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

static uint32_t build(
	struct builder *builder, const struct cnd_node *node, uint32_t from);

static uint32_t
build_choice(
	struct builder *builder, const struct cnd_node *node, uint32_t from)
{
	uint32_t to = add_state(builder);

	for (const struct cnd_node *n = node->child; n != NULL; n = n->next)
		add_arc(builder, build(builder, n, from), to, NULL);
	return to;
}

static uint32_t
build_repeat(
	struct builder *builder, const struct cnd_node *node, uint32_t from)
{
	enum cnd_symbol_kind sort;
	uint32_t entry;
	uint32_t end;
	uint32_t to;

	if (node->repeat.most == 0)
		return from;
	to = add_state(builder);
	if (node->repeat.least == 0)
		add_arc(builder, from, to, NULL);
	if (node->repeat.most > 1 && cnd_node_sort(node->child, &sort)) {
		add_arc(builder, from, to, &symbols[sort]);
		return to;
	}
	entry = add_state(builder);
	add_arc(builder, from, entry, NULL);
	end = build(builder, node->child, entry);
	add_arc(builder, end, to, NULL);
	if (node->repeat.most > 1)
		add_arc(builder, end, entry, NULL);
	return to;
}

/* From a state to the one that a match of node leads to; as deep as the
 * tree. */
static uint32_t
build(struct builder *builder, const struct cnd_node *node, uint32_t from)
{
	uint32_t to;

	switch (node->kind) {
	case CND_NODE_NOTHING:
		break;
	case CND_NODE_SYMBOL:
		to = add_state(builder);
		add_arc(builder, from, to, &node->symbol);
		return to;
	case CND_NODE_SEQUENCE:
		for (node = node->child; node != NULL; node = node->next)
			from = build(builder, node, from);
		break;
	case CND_NODE_CHOICE:
		return build_choice(builder, node, from);
	case CND_NODE_REPEAT:
		return build_repeat(builder, node, from);
	}
	return from;
}

struct cnd_machine
cnd_machine_of_tree(struct cnd_arena *arena, const struct cnd_node *tree)
{
	struct builder builder = { .arena = arena };
	uint32_t last = build(&builder, tree, add_state(&builder));

	/* A state of its own, for a loop may lead back from the last. */
	builder.machine.accept = add_state(&builder);
	add_arc(&builder, last, builder.machine.accept, NULL);
	return builder.machine;
}
