/*
 * The words of a pattern as a graph: points between words, and steps from
 * one to another with a word each (or none).  Every match is a way from
 * the first point to the last.  For the files of match/ only.
 */
#ifndef CND_MATCH_GRAPH_H
#define CND_MATCH_GRAPH_H

#include "match/table.h"

/* Points 0 and 1. */
enum { CND_POINT_START, CND_POINT_END };

struct cnd_step {
	uint32_t from;
	uint32_t to;
	bool is_empty; /* no word */
	struct cnd_word_test test; /* what the word must be like */
};

struct cnd_graph {
	struct cnd_step *steps; /* by the point they are from */
	size_t step_count;
	/* By point: anything may stand before it, up to its very place. */
	const bool *is_open;
	size_t point_count;
};

/* The graph of a tree; false when it is too large to be worth the time. */
bool cnd_graph_of_tree(struct cnd_arena *arena, const struct cnd_node *tree,
	struct cnd_graph *graph);

/*
 * The steps of least cost in all of which every way takes one; cuts[i] is
 * set for them.  False when some way takes none that has a cost below
 * CND_COST_NEVER.
 */
enum { CND_COST_NEVER = 1 << 24 };
bool cnd_graph_cut(struct cnd_arena *arena, const struct cnd_graph *graph,
	const uint32_t *costs, bool *cuts);

#endif
