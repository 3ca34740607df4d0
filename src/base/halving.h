/*
 * Binary search, in the words of the one who searches:
 *
 *	struct cnd_halving in = { .high = count };
 *
 *	while (cnd_halving_asks(&in))
 *		cnd_halving_tell(&in, items[in.middle].from <= at);
 *
 * leaves in.low at the first item of which false was told, or at count.
 * Invariant: items before low are told true, those from high on false.
 */
#ifndef CND_BASE_HALVING_H
#define CND_BASE_HALVING_H

#include <stdbool.h>
#include <stddef.h>

struct cnd_halving {
	size_t low;
	size_t high;
	size_t middle; /* the item asked about */
};

/* Whether there is an item left to ask about: middle. */
static inline bool
cnd_halving_asks(struct cnd_halving *in)
{
	in->middle = in->low + (in->high - in->low) / 2;
	return in->low < in->high;
}

/* What is sought stands behind middle (true), or else there or before. */
static inline void
cnd_halving_tell(struct cnd_halving *in, bool is_behind)
{
	if (is_behind)
		in->low = in->middle + 1;
	else
		in->high = in->middle;
}

#endif
