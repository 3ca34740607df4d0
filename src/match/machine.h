/*
 * A pattern's tree as a machine of states and arcs, each arc a symbol or
 * nothing.  For the files of match/ only.
 */
#ifndef CND_MATCH_MACHINE_H
#define CND_MATCH_MACHINE_H

#include "match/pattern.h"

struct cnd_arc {
	uint32_t to;
	uint32_t next; /* the next arc from the same state, or UINT32_MAX */
	const struct cnd_symbol *symbol; /* NULL: none */
};

/* States count from 0, the start; `accept` has no arcs. */
struct cnd_machine {
	uint32_t *first_arcs; /* by state; UINT32_MAX for none */
	size_t state_count;
	size_t state_capacity;
	struct cnd_arc *arcs;
	size_t arc_count;
	size_t arc_capacity;
	uint32_t accept;
};

/* The machine of a tree; both live as long as the arena. */
struct cnd_machine cnd_machine_of_tree(
	struct cnd_arena *arena, const struct cnd_node *tree);

#endif
