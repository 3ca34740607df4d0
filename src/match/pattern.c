/* Nodes of a pattern's tree. */
#include "match/pattern.h"

struct cnd_node *
cnd_node_new(struct cnd_arena *arena, enum cnd_node_kind kind, bool is_exact)
{
	struct cnd_node *node = cnd_arena_alloc(arena, sizeof(*node));

	node->kind = kind;
	node->is_exact = is_exact;
	return node;
}

struct cnd_node *
cnd_node_symbol(
	struct cnd_arena *arena, struct cnd_symbol symbol, bool is_exact)
{
	struct cnd_node *node = cnd_node_new(arena, CND_NODE_SYMBOL, is_exact);

	node->symbol = symbol;
	return node;
}

static bool
sort_of_symbol(enum cnd_symbol_kind kind, enum cnd_symbol_kind *sort)
{
	switch (kind) {
	case CND_SYMBOL_LETTERS:
	case CND_SYMBOL_WORD:
		*sort = CND_SYMBOL_WORD;
		return true;
	case CND_SYMBOL_MARK:
	case CND_SYMBOL_GAP:
		*sort = CND_SYMBOL_GAP;
		return true;
	case CND_SYMBOL_BLANKS:
	case CND_SYMBOL_DIGITS:
	case CND_SYMBOL_ANY:
		*sort = kind;
		return true;
	default:
		return false;
	}
}

static bool
is_of_words(enum cnd_symbol_kind sort)
{
	return sort == CND_SYMBOL_WORD || sort == CND_SYMBOL_DIGITS;
}

/* The sort that covers both; false when none does. */
static bool
join_sorts(enum cnd_symbol_kind *sort, enum cnd_symbol_kind other)
{
	if (*sort == other)
		return true;
	if (other == CND_SYMBOL_ANY || *sort == CND_SYMBOL_ANY ||
		is_of_words(other) != is_of_words(*sort))
		return false;
	*sort = is_of_words(other) ? CND_SYMBOL_WORD : CND_SYMBOL_GAP;
	return true;
}

bool
cnd_node_sort(const struct cnd_node *node, enum cnd_symbol_kind *sort)
{
	enum cnd_symbol_kind other;

	if (node->kind == CND_NODE_SYMBOL)
		return sort_of_symbol(node->symbol.kind, sort);
	if (node->kind == CND_NODE_SEQUENCE && node->child != NULL &&
		node->child->next == NULL)
		return cnd_node_sort(node->child, sort);
	if (node->kind != CND_NODE_CHOICE || !cnd_node_sort(node->child, sort))
		return false;
	for (node = node->child->next; node != NULL; node = node->next)
		if (!cnd_node_sort(node, &other) || !join_sorts(sort, other))
			return false;
	return true;
}
