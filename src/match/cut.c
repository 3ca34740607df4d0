/*
 * The cheapest cut of a graph, by the greatest flow: capacity is cost, and
 * what the full arcs cut off is the answer.  Augmenting along shortest
 * ways keeps the count of rounds small.
 */
#include "match/graph.h"

#include <stdlib.h>
#include <string.h>

/* Rounds after which a graph is given up. */
enum { ROUNDS_MAX = 400 };

/* Steps between the same points are one pipe; pipe i ^ 1 is its reverse. */
struct pipe {
	uint32_t from;
	uint32_t to;
	uint32_t room;
	uint32_t next; /* from the same point, or UINT32_MAX */
};

struct flow {
	struct pipe *pipes;
	uint32_t pipe_count;
	uint32_t *first; /* by point */
	uint32_t *come_by; /* by point: the pipe it was reached by */
	uint32_t *queue;
	size_t point_count;
};

static void
add_pipe(struct flow *flow, uint32_t from, uint32_t to, uint32_t room)
{
	flow->pipes[flow->pipe_count] =
		(struct pipe){ from, to, room, flow->first[from] };
	flow->first[from] = flow->pipe_count++;
}

static uint32_t
add_costs(uint32_t a, uint32_t b)
{
	return a + b < CND_COST_NEVER ? a + b : CND_COST_NEVER;
}

/* Steps from one point follow each other: see cnd_graph_of_tree. */
static void
add_step(struct flow *flow, const struct cnd_step *step, uint32_t cost)
{
	uint32_t *known = &flow->come_by[step->to];

	if (*known != UINT32_MAX && flow->pipes[*known].from == step->from) {
		flow->pipes[*known].room =
			add_costs(flow->pipes[*known].room, cost);
		return;
	}
	*known = flow->pipe_count;
	add_pipe(flow, step->from, step->to, cost);
	add_pipe(flow, step->to, step->from, 0);
}

static struct flow
make_flow(struct cnd_arena *arena, const struct cnd_graph *graph,
	const uint32_t *costs)
{
	size_t points = graph->point_count;
	struct flow flow = { .point_count = points };

	flow.pipes = cnd_arena_array(
		arena, 2 * graph->step_count + 2, sizeof(*flow.pipes));
	flow.first = cnd_arena_array(arena, points, sizeof(uint32_t));
	flow.come_by = cnd_arena_array(arena, points, sizeof(uint32_t));
	flow.queue = cnd_arena_array(arena, points, sizeof(uint32_t));
	memset(flow.first, 0xff, points * sizeof(uint32_t));
	/* While pipes are laid: the last one to each point. */
	memset(flow.come_by, 0xff, points * sizeof(uint32_t));
	for (size_t i = 0; i < graph->step_count; i++)
		add_step(&flow, &graph->steps[i], costs[i]);
	return flow;
}

/* Finds a way with room to the end; come_by tells all that has one. */
static bool
find_way(struct flow *flow)
{
	size_t head = 0;
	size_t tail = 0;

	memset(flow->come_by, 0xff, flow->point_count * sizeof(uint32_t));
	flow->queue[tail++] = CND_POINT_START;
	while (head < tail) {
		uint32_t at = flow->queue[head++];

		for (uint32_t p = flow->first[at]; p != UINT32_MAX;
			p = flow->pipes[p].next) {
			uint32_t to = flow->pipes[p].to;

			if (flow->pipes[p].room == 0 || to == CND_POINT_START ||
				flow->come_by[to] != UINT32_MAX)
				continue;
			flow->come_by[to] = p;
			flow->queue[tail++] = to;
		}
	}
	return flow->come_by[CND_POINT_END] != UINT32_MAX;
}

/* Fills the way found; false when nothing on it can be cut. */
static bool
fill_way(struct flow *flow)
{
	uint32_t room = CND_COST_NEVER;
	uint32_t at = CND_POINT_END;

	while (at != CND_POINT_START) {
		const struct pipe *pipe = &flow->pipes[flow->come_by[at]];

		room = pipe->room < room ? pipe->room : room;
		at = pipe->from;
	}
	if (room >= CND_COST_NEVER)
		return false;
	for (at = CND_POINT_END; at != CND_POINT_START;) {
		uint32_t p = flow->come_by[at];

		if (flow->pipes[p].room < CND_COST_NEVER)
			flow->pipes[p].room -= room;
		flow->pipes[p ^ 1].room =
			add_costs(flow->pipes[p ^ 1].room, room);
		at = flow->pipes[p].from;
	}
	return true;
}

bool
cnd_graph_cut(struct cnd_arena *arena, const struct cnd_graph *graph,
	const uint32_t *costs, bool *cuts)
{
	struct flow flow = make_flow(arena, graph, costs);
	unsigned rounds = 0;

	while (find_way(&flow))
		if (rounds++ == ROUNDS_MAX || !fill_way(&flow))
			return false;
	for (size_t i = 0; i < graph->step_count; i++) {
		const struct cnd_step *step = &graph->steps[i];
		bool from = step->from == CND_POINT_START ||
			flow.come_by[step->from] != UINT32_MAX;
		bool to = step->to == CND_POINT_START ||
			flow.come_by[step->to] != UINT32_MAX;

		cuts[i] = from && !to;
	}
	return true;
}
