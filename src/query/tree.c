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

/* The signs to look for. */
struct need {
	struct cnd_sign_set signs;
	unsigned weight;
};

/* A need this light is looked for whatever else there may be. */
enum { LIGHT = 8 };

/* False when there is none. */
static bool
find_need(const struct cnd_term *term, struct need *need)
{
	struct need other;
	bool is_found = false;

	switch (term->kind) {
	case CND_TERM_SET:
		need->signs = term->set->signs;
		need->weight = term->set->weight;
		return true;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next) {
			if (!find_need(term, &other) ||
				(is_found && need->weight <= other.weight))
				continue;
			*need = other;
			is_found = true;
			if (need->weight <= LIGHT)
				break;
		}
		return is_found;
	case CND_TERM_CHOICE:
		*need = (struct need){ 0 };
		for (term = term->child; term != NULL; term = term->next) {
			if (!find_need(term, &other))
				return false;
			cnd_sign_join(&need->signs, &other.signs);
		}
		need->weight = cnd_tree_weigh(&need->signs);
		return true;
	case CND_TERM_REPEAT:
		return term->least > 0 && find_need(term->child, need);
	case CND_TERM_GROUP:
		return find_need(term->child, need);
	default:
		return false;
	}
}

struct cnd_sign_set
cnd_term_need(const struct cnd_term *term)
{
	static const struct cnd_sign_set none = { { 0 } };
	struct need need;

	return find_need(term, &need) ? need.signs : cnd_sign_others(&none);
}

enum { LEAST_MAX = 1 << 20 };

static uint32_t
sum(uint32_t a, uint32_t b)
{
	return a + b < LEAST_MAX ? a + b : LEAST_MAX;
}

/* What it takes; *need: what must follow its beginning, taken or not. */
static uint32_t
find_least(const struct cnd_term *term, uint32_t *need)
{
	uint32_t taken = 0;
	uint32_t other;
	uint32_t more = 0;

	*need = 0;
	switch (term->kind) {
	case CND_TERM_SET:
		taken = 1;
		break;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next) {
			uint32_t length = find_least(term, &more);

			more = sum(taken, more);
			*need = *need > more ? *need : more;
			taken = sum(taken, length);
		}
		break;
	case CND_TERM_CHOICE:
		taken = find_least(term->child, need);
		for (term = term->child->next; term != NULL;
			term = term->next) {
			other = find_least(term, &more);
			taken = taken < other ? taken : other;
			*need = *need < more ? *need : more;
		}
		break;
	case CND_TERM_REPEAT:
		taken = find_least(term->child, &more);
		taken = term->least < LEAST_MAX / 8 && taken < 8
			? taken * term->least
			: 0;
		break;
	case CND_TERM_GROUP:
		taken = find_least(term->child, need);
		break;
	case CND_TERM_AHEAD:
		if (!term->is_negative)
			(void)find_least(term->child, need);
		break;
	default:
		break;
	}
	*need = *need > taken ? *need : taken;
	return taken;
}

uint32_t
cnd_term_least(const struct cnd_term *term)
{
	uint32_t need;

	(void)find_least(term, &need);
	return need;
}
