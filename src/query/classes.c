/* Which signs a program's sets do not tell apart. */
#include "query/classes.h"

struct sorting {
	uint8_t *classes; /* by sign */
	uint32_t count;
	uint32_t members[CND_SIGNS]; /* by class */
	uint32_t within[CND_SIGNS]; /* of these, in the set */
	uint32_t moved[CND_SIGNS]; /* where they go, or 0 */
};

/* Puts the signs of a set into classes of their own. */
static void
split(struct sorting *sorting, const struct cnd_sign_set *set)
{
	uint8_t signs[CND_SIGNS];
	size_t count = cnd_sign_list(set, signs);

	for (size_t i = 0; i < count; i++)
		sorting->within[sorting->classes[signs[i]]]++;
	for (size_t i = 0; i < count; i++) {
		uint32_t class = sorting->classes[signs[i]];

		if (sorting->within[class] == sorting->members[class])
			continue;
		if (sorting->moved[class] == 0)
			sorting->moved[class] = sorting->count++;
		sorting->classes[signs[i]] = (uint8_t)sorting->moved[class];
	}
	/* Those that moved left a class with others in it. */
	for (size_t i = 0; i < count; i++)
		sorting->members[sorting->classes[signs[i]]] = 0;
	for (unsigned class = 0; class < sorting->count; class ++) {
		if (sorting->moved[class] != 0)
			sorting->members[class] -= sorting->within[class];
		sorting->within[class] = sorting->moved[class] = 0;
	}
	for (size_t i = 0; i < count; i++)
		sorting->members[sorting->classes[signs[i]]]++;
}

uint32_t
cnd_classes_of(const struct cnd_sign_set *sets, uint32_t count,
	uint8_t classes[CND_SIGNS], uint8_t signs[CND_SIGNS])
{
	static const struct cnd_sign_set newline = { { 1 << '\n', 0, 0, 0 } };
	static const struct cnd_sign_set doubtful = { { 0, 0, 1, 0 } };
	struct sorting sorting = { .classes = classes, .count = 1 };

	sorting.members[0] = CND_SIGNS;
	split(&sorting, &newline);
	split(&sorting, &doubtful);
	split(&sorting, &cnd_word_signs);
	for (uint32_t i = 0; i < count; i++)
		split(&sorting, &sets[i]);
	classes['\r'] = classes[CND_SIGN_DOUBTFUL];
	for (unsigned sign = CND_SIGNS; sign-- > 0;)
		if (sign != '\r')
			signs[classes[sign]] = (uint8_t)sign;
	return sorting.count;
}
