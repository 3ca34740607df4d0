/*
 * Alternatives with a common beginning, "agency|agencies|agent", become
 * one that branches where they part: what walks the tree then looks at
 * each sign of the text once.  Invariant: an alternative moves to an
 * earlier place only past those that cannot match where it does, for they
 * begin with other signs.
 */
#include "query/tree.h"

/* Alternatives that begin with the same set. */
struct bundle {
	struct cnd_sign_set first;
	struct cnd_term *head; /* the first of them, a list */
	struct cnd_term *tail;
	bool is_closed; /* takes no more */
};

struct factoring {
	struct cnd_arena *arena;
	bool is_ordered;
};

static void factor(struct factoring *factoring, struct cnd_term *term);

/* The alternative as a list, alone. */
static struct cnd_term *
list_of(struct cnd_arena *arena, struct cnd_term *term)
{
	struct cnd_term *list = term;

	if (term->kind != CND_TERM_LIST) {
		list = cnd_term_new(arena, CND_TERM_LIST);
		list->child = term;
	}
	term->next = NULL;
	return list;
}

/* The single term that a list holds, through lists in lists; or itself. */
static struct cnd_term *
inner_of(struct cnd_term *term)
{
	while (term->kind == CND_TERM_LIST && term->child != NULL &&
		term->child->next == NULL)
		term = term->child;
	return term;
}

/* Puts the terms of a list that opens another in that list's place. */
static void
open_lists(struct cnd_term *list)
{
	while (list->child != NULL && list->child->kind == CND_TERM_LIST) {
		struct cnd_term *inner = list->child;
		struct cnd_term *last = inner->child;

		if (last == NULL) {
			list->child = inner->next;
			continue;
		}
		while (last->next != NULL)
			last = last->next;
		last->next = inner->next;
		list->child = inner->child;
	}
}

struct bundles {
	struct bundle *items;
	size_t count;
	size_t capacity;
};

static bool
begins_with_set(const struct cnd_term *list)
{
	return list->child != NULL && list->child->kind == CND_TERM_SET;
}

static void
add_alternative(struct factoring *factoring, struct bundles *bundles,
	struct cnd_term *list)
{
	struct bundle made = { cnd_term_first(list), list, list, false };
	struct bundle *found = NULL;

	for (size_t i = 0; i < bundles->count; i++) {
		struct bundle *bundle = &bundles->items[i];

		if (found == NULL && !bundle->is_closed &&
			begins_with_set(list) &&
			begins_with_set(bundle->head) &&
			bundle->head->child->set == list->child->set)
			found = bundle;
		else if (factoring->is_ordered && !bundle->is_closed)
			bundle->is_closed =
				cnd_sign_share(&bundle->first, &made.first);
	}
	if (found != NULL) {
		found->tail->next = list;
		found->tail = list;
		return;
	}
	bundles->items = cnd_arena_grow(factoring->arena, bundles->items,
		bundles->count, &bundles->capacity, sizeof(made));
	bundles->items[bundles->count++] = made;
}

/* Alternatives of alternatives are alternatives. */
static void
add_alternatives(struct factoring *factoring, struct bundles *bundles,
	struct cnd_term *choice)
{
	struct cnd_term *next;

	for (struct cnd_term *n = choice->child; n != NULL; n = next) {
		struct cnd_term *inner = inner_of(n);
		struct cnd_term *list;

		next = n->next;
		if (inner->kind == CND_TERM_CHOICE) {
			add_alternatives(factoring, bundles, inner);
			continue;
		}
		list = list_of(factoring->arena, n);
		open_lists(list);
		add_alternative(factoring, bundles, list);
	}
}

/* Whether all alternatives of the bundle begin with the same set still. */
static bool
are_alike(const struct cnd_term *head)
{
	if (!begins_with_set(head))
		return false;
	for (const struct cnd_term *n = head->next; n != NULL; n = n->next)
		if (!begins_with_set(n) || n->child->set != head->child->set)
			return false;
	return true;
}

/* One list: what is common, and then a choice among what is left. */
static struct cnd_term *
join(struct factoring *factoring, struct cnd_term *head)
{
	struct cnd_term *list = cnd_term_new(factoring->arena, CND_TERM_LIST);
	struct cnd_term *choice =
		cnd_term_new(factoring->arena, CND_TERM_CHOICE);
	struct cnd_term **tail = &list->child;

	while (are_alike(head)) {
		*tail = head->child;
		tail = &head->child->next;
		for (struct cnd_term *n = head; n != NULL; n = n->next) {
			struct cnd_term *taken = n->child;

			n->child = taken->next;
			open_lists(n);
		}
	}
	choice->child = head;
	*tail = choice;
	return list;
}

static void
factor_choice(struct factoring *factoring, struct cnd_term *choice)
{
	struct bundles bundles = { NULL, 0, 0 };
	struct cnd_term **tail = &choice->child;

	add_alternatives(factoring, &bundles, choice);
	for (size_t i = 0; i < bundles.count; i++) {
		struct bundle *bundle = &bundles.items[i];

		*tail = bundle->head == bundle->tail
			? bundle->head
			: join(factoring, bundle->head);
		tail = &(*tail)->next;
	}
	*tail = NULL;
}

/* As deep as the tree, and as alternatives share beginnings. */
static void
factor(struct factoring *factoring, struct cnd_term *term)
{
	if (term->kind == CND_TERM_CHOICE)
		factor_choice(factoring, term);
	for (struct cnd_term *n = term->child; n != NULL; n = n->next)
		factor(factoring, n);
}

void
cnd_tree_factor(struct cnd_arena *arena, struct cnd_term *tree, bool is_ordered)
{
	struct factoring factoring = { arena, is_ordered };

	factor(&factoring, tree);
}
