/*
 * Where the instructions that a state stands for lead with a sign.
 *
 * A match may begin nearly anywhere, so that each state would hold all that
 * a pattern can begin with: thousands of instructions for a long list of
 * words.  A state only says that it does; where that leads with a sign is
 * worked out once for all states (struct cnd_step).  For states.c only.
 */
#ifndef CND_QUERY_MAKING_H
#define CND_QUERY_MAKING_H

#include "query/states.h"

enum { CND_NO_SIGN = CND_SIGNS /* the text's end */ };

/* Instructions, in order of number, among the items. */
struct cnd_slice {
	uint32_t first;
	uint32_t count;
};

struct cnd_state {
	struct cnd_slice items;
	uint32_t hash; /* of these */
	uint16_t next; /* the next state in its chain, and one more; or 0 */
	uint8_t context; /* enum cnd_context */
	bool has_start; /* a match may begin here, too */
};

/* Where what a match can begin with leads with a sign. */
struct cnd_step {
	struct cnd_slice items;
	bool is_made;
	bool is_found; /* a match ends there */
	uint16_t entry; /* for a state without items, or UNMADE */
};

/* Signs as far as places tell them apart. */
enum cnd_look {
	CND_LOOK_WORD,
	CND_LOOK_NEWLINE,
	CND_LOOK_OTHER,
	CND_LOOK_END,
	CND_LOOKS
};

/* What a match can begin with before a sign of such a look. */
struct cnd_opening {
	struct cnd_slice items;
	bool is_made;
	bool is_found; /* nothing: it ends there */
};

struct cnd_making {
	/* Instructions, of all slices: those kept with the rules first. */
	const uint16_t *kept;
	uint32_t kept_count;
	uint16_t *own; /* the others */
	uint32_t own_capacity;
	uint32_t item_count; /* in all */
	struct cnd_opening openings[CND_CONTEXTS][CND_LOOKS];
	struct cnd_step *steps; /* by context and class */
	/* Instructions in the order met, and whether met. */
	uint16_t *list;
	uint32_t count;
	uint32_t list_capacity;
	uint64_t *met;
	uint16_t *taken; /* those behind a sign */
	uint32_t taken_count;
	uint32_t taken_capacity;
};

/* The instructions of a slice; valid until more are kept. */
static inline const uint16_t *
cnd_making_items(const struct cnd_making *making, struct cnd_slice slice)
{
	return slice.first < making->kept_count
		? making->kept + slice.first
		: making->own + (slice.first - making->kept_count);
}

struct cnd_making *cnd_making_new(const struct cnd_automaton *automaton);
void cnd_making_free(struct cnd_making *making);

/*
 * Puts into the list what a state leads to with a sign, which stands for
 * its class; false when a match ends here, before or behind the sign.
 * *alone receives the step when the list holds nothing else, or NULL.
 */
bool cnd_making_lead(const struct cnd_automaton *automaton,
	struct cnd_making *making, struct cnd_state state, unsigned sign,
	struct cnd_step **alone);

/*
 * Leaves what takes a sign or asks for something, in order of number; what
 * was met is forgotten.  How many are left.
 */
uint32_t cnd_making_sort(
	struct cnd_making *making, const struct cnd_program *program);

/* Copies the first of the list to the items. */
struct cnd_slice cnd_making_keep(struct cnd_making *making, uint32_t count);

/* Room for more of size bytes each behind count of them. */
void *cnd_making_grow(void *items, uint32_t count, uint32_t *capacity,
	uint32_t more, size_t size);

#endif
