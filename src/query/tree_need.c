/* What each match of a tree must hold, for a glance to look for. */
#include "query/tree.h"

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

static bool
is_digits(const struct cnd_sign_set *set)
{
	struct cnd_sign_set digits = cnd_signs_of_digits();
	struct cnd_sign_set others = cnd_sign_others(&digits);

	return !cnd_sign_share(set, &others) &&
		!cnd_sign_has(set, CND_SIGN_DOUBTFUL);
}

uint32_t
cnd_term_digits(const struct cnd_term *term)
{
	uint32_t least = 0;

	switch (term->kind) {
	case CND_TERM_SET:
		return is_digits(&term->set->signs);
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next)
			least = sum(least, cnd_term_digits(term));
		return least;
	case CND_TERM_CHOICE:
		least = cnd_term_digits(term->child);
		for (term = term->child->next; term != NULL && least > 0;
			term = term->next) {
			uint32_t other = cnd_term_digits(term);

			least = least < other ? least : other;
		}
		return least;
	case CND_TERM_REPEAT:
		return term->least < LEAST_MAX / 8
			? sum(0, term->least * cnd_term_digits(term->child))
			: 0;
	case CND_TERM_GROUP:
		return cnd_term_digits(term->child);
	default:
		return 0;
	}
}
