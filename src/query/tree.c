/* What can be told of a tree without matching it. */
#include "query/tree.h"

bool
cnd_term_is_nullable(const struct cnd_term *term)
{
	switch (term->kind) {
	case CND_TERM_SET:
		return false;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next)
			if (!cnd_term_is_nullable(term))
				return false;
		return true;
	case CND_TERM_CHOICE:
		for (term = term->child; term != NULL; term = term->next)
			if (cnd_term_is_nullable(term))
				return true;
		return false;
	case CND_TERM_REPEAT:
		return term->least == 0 || cnd_term_is_nullable(term->child);
	case CND_TERM_GROUP:
		return cnd_term_is_nullable(term->child);
	default:
		return true;
	}
}

/* Adds what a match of the term may begin with; true when it may be empty. */
static bool
add_first(const struct cnd_term *term, struct cnd_sign_set *first)
{
	bool is_empty = false;

	switch (term->kind) {
	case CND_TERM_SET:
		cnd_sign_join(first, &term->set->signs);
		return false;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next)
			if (!add_first(term, first))
				return false;
		return true;
	case CND_TERM_CHOICE:
		for (term = term->child; term != NULL; term = term->next)
			is_empty |= add_first(term, first);
		return is_empty;
	case CND_TERM_REPEAT:
		is_empty = term->most == 0;
		return (!is_empty && add_first(term->child, first)) ||
			term->least == 0;
	case CND_TERM_GROUP:
		return add_first(term->child, first);
	default:
		return true;
	}
}

struct cnd_sign_set
cnd_term_first(const struct cnd_term *term)
{
	static const struct cnd_sign_set none = { { 0 } };
	struct cnd_sign_set first = none;

	return add_first(term, &first) ? cnd_sign_others(&none) : first;
}

unsigned
cnd_tree_weigh(const struct cnd_sign_set *set)
{
	static const char frequent[] = "k.,vbpygfwmculdrhsniaote ";
	unsigned sum = 0;

	for (unsigned i = 0; i < CND_SIGNS / 64; i++)
		for (uint64_t bits = set->bits[i]; bits != 0; bits &= bits - 1)
			sum += 2;
	for (unsigned i = 0; i < sizeof(frequent) - 1; i++)
		if (cnd_sign_has(set, (unsigned char)frequent[i]))
			sum += 4 * (i + 1);
	return sum;
}

struct cnd_tree_set *
cnd_tree_find_set(struct cnd_arena *arena, struct cnd_tree_sets *sets,
	const struct cnd_sign_set *signs)
{
	struct cnd_tree_set *set = sets->last;

	while (set != NULL && !cnd_sign_equal(&set->signs, signs))
		set = set->next;
	if (set != NULL)
		return set;
	set = cnd_arena_alloc(arena, sizeof(*set));
	set->signs = *signs;
	set->number = CND_SET_UNNUMBERED;
	set->weight = cnd_tree_weigh(signs);
	set->next = sets->last;
	sets->last = set;
	return set;
}

uint32_t
cnd_tree_number_of(struct cnd_tree_sets *sets, struct cnd_tree_set *set)
{
	if (set->number == CND_SET_UNNUMBERED)
		set->number = sets->count++;
	return set->number;
}

/* Letters beyond ASCII may fold to others: those words are not compared. */
static bool
is_within_words(const struct cnd_sign_set *set)
{
	struct cnd_sign_set words = cnd_word_signs;

	words.bits[2] = 0;
	cnd_sign_add(&words, CND_SIGN_DOUBTFUL);
	return cnd_sign_within(set, &words);
}

static bool
covers_words(const struct cnd_sign_set *set)
{
	return cnd_sign_within(&cnd_word_signs, set);
}

/* A list of one term is that term. */
static const struct cnd_term *
inner_of(const struct cnd_term *term)
{
	while (term->kind == CND_TERM_LIST && term->child != NULL &&
		term->child->next == NULL)
		term = term->child;
	return term;
}

/* Whether no word goes on past this place. */
static bool
is_edge(const struct cnd_term *term, enum cnd_term_kind side)
{
	const struct cnd_term *child;
	struct cnd_sign_set first;

	if (term->kind == CND_TERM_PLACE)
		return term->place == CND_PLACE_EDGE ||
			(term->place == CND_PLACE_NO_WORD_BEFORE &&
				side == CND_TERM_BEHIND);
	if (term->kind != side)
		return false;
	if (!term->is_negative && side == CND_TERM_AHEAD) {
		first = cnd_term_first(term->child);
		return !cnd_sign_share(&first, &cnd_word_signs);
	}
	if (!term->is_negative)
		return false;
	child = inner_of(term->child);
	return child->kind == CND_TERM_SET && covers_words(&child->set->signs);
}

/* Signs of one sort, one at least. */
static bool
is_run(const struct cnd_term *term,
	bool (*is_sort)(const struct cnd_sign_set *))
{
	term = inner_of(term);
	if (term->kind == CND_TERM_REPEAT && term->least > 0)
		term = inner_of(term->child);
	if (term->kind == CND_TERM_SET)
		return is_sort(&term->set->signs);
	if (term->kind != CND_TERM_LIST || term->child == NULL)
		return false;
	for (term = term->child; term != NULL; term = term->next)
		if (!is_run(term, is_sort))
			return false;
	return true;
}

static bool
is_within_blanks(const struct cnd_sign_set *set)
{
	struct cnd_sign_set blanks = cnd_signs_of_blanks();

	cnd_sign_add(&blanks, CND_SIGN_DOUBTFUL);
	return cnd_sign_within(set, &blanks);
}

/* Moves on past what only looks; whether one of it is an edge. */
static bool
skip_looks(const struct cnd_term **term, enum cnd_term_kind side)
{
	bool has_edge = false;

	for (; *term != NULL &&
		((*term)->kind == CND_TERM_PLACE ||
			(*term)->kind == CND_TERM_AHEAD ||
			(*term)->kind == CND_TERM_BEHIND);
		*term = (*term)->next)
		has_edge |= is_edge(*term, side);
	return has_edge;
}

bool
cnd_term_is_doubled(const struct cnd_term *tree)
{
	const struct cnd_term *term = inner_of(tree)->child;
	uint32_t group;

	if (inner_of(tree)->kind != CND_TERM_LIST ||
		!skip_looks(&term, CND_TERM_BEHIND) || term == NULL ||
		term->kind != CND_TERM_GROUP ||
		!is_run(term->child, is_within_words))
		return false;
	group = term->group;
	term = term->next;
	if (term == NULL || !is_run(term, is_within_blanks))
		return false;
	term = term->next;
	(void)skip_looks(&term, CND_TERM_BEHIND);
	if (term == NULL || inner_of(term)->kind != CND_TERM_SAME ||
		inner_of(term)->group != group)
		return false;
	term = term->next;
	return skip_looks(&term, CND_TERM_AHEAD) && term == NULL;
}

/* False when what follows the term must be looked at, too. */
static bool
find_beginning(const struct cnd_term *term, enum cnd_place *place)
{
	enum cnd_place other;

	*place = CND_PLACE_EDGE;
	switch (term->kind) {
	case CND_TERM_PLACE:
		if (term->place != CND_PLACE_TEXT_START &&
			term->place != CND_PLACE_LINE_START)
			return false;
		*place = term->place;
		return true;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next)
			if (find_beginning(term, place))
				return true;
		return false;
	case CND_TERM_CHOICE:
		if (!find_beginning(term->child, place))
			*place = CND_PLACE_EDGE;
		for (term = term->child->next; term != NULL; term = term->next)
			if (!find_beginning(term, &other) || other != *place)
				*place = CND_PLACE_EDGE;
		return true;
	case CND_TERM_GROUP:
		return find_beginning(term->child, place);
	case CND_TERM_SET:
	case CND_TERM_REPEAT:
	case CND_TERM_SAME:
		return true;
	default:
		return false;
	}
}

enum cnd_place
cnd_term_beginning(const struct cnd_term *term)
{
	enum cnd_place place;

	(void)find_beginning(term, &place);
	return place;
}
