/* From a tree to the list of all it matches, if that is short. */
#include "match/forms.h"

#include <string.h>

enum {
	PRODUCT_MAX = 128, /* forms that a sequence may multiply to … */
	LIST_MAX = 4096, /* … or a list of words with one thing beside it */
	SYMBOLS_MAX = 32, /* symbols of a form */
	REPEAT_MAX = 6, /* times over that are spelt out */
};

static struct cnd_forms
one_form(struct cnd_arena *arena, const struct cnd_symbol *symbol)
{
	struct cnd_form *form = cnd_arena_alloc(arena, sizeof(*form));

	form->symbols = symbol;
	form->count = symbol == NULL ? 0 : 1;
	return (struct cnd_forms){ form, 1 };
}

static struct cnd_form
join(struct cnd_arena *arena, const struct cnd_form *a,
	const struct cnd_form *b)
{
	struct cnd_form joined = { NULL, a->count + b->count };
	struct cnd_symbol *symbols;

	if (a->count == 0)
		return *b;
	if (b->count == 0)
		return *a;
	symbols = cnd_arena_array(arena, joined.count, sizeof(*symbols));
	memcpy(symbols, a->symbols, a->count * sizeof(*symbols));
	memcpy(symbols + a->count, b->symbols, b->count * sizeof(*symbols));
	joined.symbols = symbols;
	return joined;
}

static bool
is_too_many(size_t a, size_t b)
{
	if (a == 1 || b == 1)
		return a * b > LIST_MAX;
	return a * b > PRODUCT_MAX;
}

static bool
multiply(struct cnd_arena *arena, struct cnd_forms a, struct cnd_forms b,
	struct cnd_forms *product)
{
	struct cnd_form *items;
	size_t count = 0;

	if (is_too_many(a.count, b.count))
		return false;
	items = cnd_arena_array(arena, a.count * b.count, sizeof(*items));
	for (size_t i = 0; i < a.count; i++) {
		for (size_t j = 0; j < b.count; j++) {
			items[count] = join(arena, &a.items[i], &b.items[j]);
			if (items[count++].count > SYMBOLS_MAX)
				return false;
		}
	}
	*product = (struct cnd_forms){ items, count };
	return true;
}

static struct cnd_forms
either(struct cnd_arena *arena, struct cnd_forms a, struct cnd_forms b)
{
	struct cnd_form *items =
		cnd_arena_array(arena, a.count + b.count, sizeof(*items));

	memcpy(items, a.items, a.count * sizeof(*items));
	memcpy(items + a.count, b.items, b.count * sizeof(*items));
	return (struct cnd_forms){ items, a.count + b.count };
}

static bool
of_sequence(struct cnd_arena *arena, const struct cnd_node *node,
	struct cnd_forms *forms)
{
	*forms = one_form(arena, NULL);
	for (const struct cnd_node *n = node->child; n != NULL; n = n->next) {
		struct cnd_forms more;

		if (!cnd_forms_of_tree(arena, n, &more) ||
			!multiply(arena, *forms, more, forms))
			return false;
	}
	return true;
}

static bool
of_choice(struct cnd_arena *arena, const struct cnd_node *node,
	struct cnd_forms *forms)
{
	size_t capacity = 0;

	*forms = (struct cnd_forms){ 0 };
	for (const struct cnd_node *n = node->child; n != NULL; n = n->next) {
		struct cnd_forms more;

		if (!cnd_forms_of_tree(arena, n, &more) ||
			forms->count + more.count > LIST_MAX)
			return false;
		for (size_t i = 0; i < more.count; i++) {
			forms->items = cnd_arena_grow(arena, forms->items,
				forms->count, &capacity, sizeof(*forms->items));
			forms->items[forms->count++] = more.items[i];
		}
	}
	return true;
}

static bool
has_empty(struct cnd_forms forms)
{
	for (size_t i = 0; i < forms.count; i++)
		if (forms.items[i].count == 0)
			return true;
	return false;
}

/* r{1,3} as r(r(r)?)?: what is tried first stands first. */
static bool
of_repeat(struct cnd_arena *arena, const struct cnd_node *node,
	struct cnd_forms *forms)
{
	struct cnd_repeat repeat = node->repeat;
	struct cnd_forms nothing = one_form(arena, NULL);
	struct cnd_forms once;

	if (repeat.most > REPEAT_MAX ||
		!cnd_forms_of_tree(arena, node->child, &once))
		return false;
	/* PCRE2 ends a loop at an empty turn, in an order of its own. */
	if (repeat.most > 1 && has_empty(once))
		return false;
	*forms = nothing;
	for (uint32_t i = repeat.most; i > 0; i--) {
		if (!multiply(arena, once, *forms, forms))
			return false;
		if (i > repeat.least)
			*forms = repeat.is_lazy
				? either(arena, nothing, *forms)
				: either(arena, *forms, nothing);
	}
	return true;
}

/* As deep as the tree, which its reader bounds. */
bool
cnd_forms_of_tree(struct cnd_arena *arena, const struct cnd_node *tree,
	struct cnd_forms *forms)
{
	if (!tree->is_exact)
		return false;
	switch (tree->kind) {
	case CND_NODE_NOTHING:
		*forms = one_form(arena, NULL);
		return true;
	case CND_NODE_SYMBOL:
		*forms = one_form(arena, &tree->symbol);
		return tree->symbol.kind != CND_SYMBOL_ANY;
	case CND_NODE_SEQUENCE:
		return of_sequence(arena, tree, forms);
	case CND_NODE_CHOICE:
		return of_choice(arena, tree, forms);
	case CND_NODE_REPEAT:
		return of_repeat(arena, tree, forms);
	case CND_NODE_LINE:
	case CND_NODE_AHEAD:
		break;
	}
	return false;
}
