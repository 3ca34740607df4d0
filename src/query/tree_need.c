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

/* The sorts of signs that are counted. */
enum sort { EACH, DIGITS, BLANKS };

static bool
is_of(const struct cnd_sign_set *set, enum sort sort)
{
	struct cnd_sign_set wanted;

	if (sort == EACH)
		return true;
	wanted = sort == DIGITS ? cnd_signs_of_digits() : cnd_signs_of_blanks();
	return cnd_sign_within(set, &wanted);
}

/*
 * How many signs of a sort it takes; *need: how many must follow its
 * beginning, taken or not.
 */
static uint32_t
count(const struct cnd_term *term, enum sort sort, uint32_t *need)
{
	uint32_t taken = 0;
	uint32_t other;
	uint32_t more = 0;

	*need = 0;
	switch (term->kind) {
	case CND_TERM_SET:
		taken = is_of(&term->set->signs, sort);
		break;
	case CND_TERM_LIST:
		for (term = term->child; term != NULL; term = term->next) {
			uint32_t length = count(term, sort, &more);

			more = sum(taken, more);
			*need = *need > more ? *need : more;
			taken = sum(taken, length);
		}
		break;
	case CND_TERM_CHOICE:
		taken = count(term->child, sort, need);
		for (term = term->child->next; term != NULL;
			term = term->next) {
			other = count(term, sort, &more);
			taken = taken < other ? taken : other;
			*need = *need < more ? *need : more;
		}
		break;
	case CND_TERM_REPEAT:
		taken = count(term->child, sort, &more);
		taken = term->least < LEAST_MAX / 8 && taken < 8
			? taken * term->least
			: 0;
		break;
	case CND_TERM_GROUP:
		taken = count(term->child, sort, need);
		break;
	case CND_TERM_AHEAD:
		if (!term->is_negative)
			(void)count(term->child, sort, need);
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

	(void)count(term, EACH, &need);
	return need;
}

uint32_t
cnd_term_digits(const struct cnd_term *term)
{
	uint32_t need;

	(void)count(term, DIGITS, &need);
	return need;
}

uint32_t
cnd_term_blanks(const struct cnd_term *term)
{
	uint32_t need;

	(void)count(term, BLANKS, &need);
	return need;
}

/* Of ASCII: a capital; a capital, a digit or "&", as in "A&E" and "M25".
 * Every set of every pattern is held against them. */
static const struct cnd_sign_set capitals = { { 0, 0x07fffffe, 0, 0 } };
static const struct cnd_sign_set followers = { {
	0x03ff000000000000 | (uint64_t)1 << '&',
	0x07fffffe,
	0,
	0,
} };

/* What is known of each match of a term. */
struct pairing {
	bool begins; /* with a sign that may be second */
	bool ends; /* with a sign that may be first */
	bool has_pair;
};

static struct pairing pairing_of(const struct cnd_term *term);

/* A look takes nothing: what stands around it stands together. */
static bool
is_look(const struct cnd_term *term)
{
	return term->kind == CND_TERM_PLACE || term->kind == CND_TERM_AHEAD ||
		term->kind == CND_TERM_BEHIND;
}

static struct pairing
pairing_of_list(const struct cnd_term *term)
{
	struct pairing all = { 0 };
	bool is_first = true;

	for (term = term->child; term != NULL; term = term->next) {
		struct pairing one;

		if (is_look(term))
			continue;
		one = pairing_of(term);
		all.has_pair |= one.has_pair || (all.ends && one.begins);
		all.begins = is_first ? one.begins : all.begins;
		all.ends = one.ends;
		is_first = false;
	}
	return all;
}

static struct pairing
pairing_of_choice(const struct cnd_term *term)
{
	struct pairing all = { true, true, true };

	for (term = term->child; term != NULL; term = term->next) {
		struct pairing one = pairing_of(term);

		all.begins &= one.begins;
		all.ends &= one.ends;
		all.has_pair &= one.has_pair;
	}
	return all;
}

static struct pairing
pairing_of(const struct cnd_term *term)
{
	struct pairing pairing = { 0 };

	switch (term->kind) {
	case CND_TERM_SET:
		pairing.begins = cnd_sign_within(&term->set->signs, &followers);
		pairing.ends = cnd_sign_within(&term->set->signs, &capitals);
		return pairing;
	case CND_TERM_LIST:
		return pairing_of_list(term);
	case CND_TERM_CHOICE:
		return pairing_of_choice(term);
	case CND_TERM_REPEAT:
		if (term->least == 0)
			return pairing;
		pairing = pairing_of(term->child);
		pairing.has_pair |=
			term->least > 1 && pairing.begins && pairing.ends;
		return pairing;
	case CND_TERM_GROUP:
		return pairing_of(term->child);
	default:
		return pairing;
	}
}

bool
cnd_term_has_capitals(const struct cnd_term *term)
{
	return pairing_of(term).has_pair;
}
