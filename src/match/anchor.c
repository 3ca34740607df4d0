/*
 * The words to look a pattern up by: of all sets of words that every match
 * must take one from, the one least often met.  Words whose neighbours are
 * known are met less often with the right ones beside them.
 */
#include "match/graph.h"
#include "match/table.h"
#include "match/words.h"

#include <string.h>

struct surroundings {
	const struct cnd_graph *graph;
	uint64_t *steps; /* by step: its word as a neighbour */
	uint64_t *before; /* by point: words that may end before it */
	uint64_t *behind; /* by point: words that may follow */
};

static uint64_t
neighbour(const struct cnd_step *step)
{
	if (step->is_empty)
		return 0;
	if (step->test.before != CND_AFFIX_NONE ||
		step->test.behind != CND_AFFIX_NONE)
		return CND_NEIGHBOURS_ALL;
	return (uint64_t)1 << (step->test.key >> 26);
}

/* Carries what is known along all steps; true while there is news. */
static bool
carry(struct surroundings *around)
{
	const struct cnd_graph *graph = around->graph;
	bool is_news = false;

	for (size_t i = 0; i < graph->step_count; i++) {
		const struct cnd_step *step = &graph->steps[i];
		uint64_t before = step->is_empty ? around->before[step->from]
						 : around->steps[i];
		uint64_t behind = step->is_empty ? around->behind[step->to]
						 : around->steps[i];

		is_news |= (before & ~around->before[step->to]) != 0 ||
			(behind & ~around->behind[step->from]) != 0;
		around->before[step->to] |= before;
		around->behind[step->from] |= behind;
	}
	return is_news;
}

/* A word more than these is no help in telling texts apart. */
enum { CARRY_MAX = 40 };

static struct surroundings
look_around(struct cnd_arena *arena, const struct cnd_graph *graph)
{
	struct surroundings around = { .graph = graph };
	unsigned rounds = 0;

	around.steps =
		cnd_arena_array(arena, graph->step_count, sizeof(uint64_t));
	around.before =
		cnd_arena_array(arena, graph->point_count, sizeof(uint64_t));
	around.behind =
		cnd_arena_array(arena, graph->point_count, sizeof(uint64_t));
	for (size_t i = 0; i < graph->step_count; i++)
		around.steps[i] = neighbour(&graph->steps[i]);
	for (size_t p = 0; p < graph->point_count; p++)
		if (graph->is_open[p])
			around.before[p] = around.behind[p] =
				CND_NEIGHBOURS_ALL;
	while (carry(&around))
		if (rounds++ == CARRY_MAX) {
			memset(around.before, 0xff,
				graph->point_count * sizeof(uint64_t));
			memset(around.behind, 0xff,
				graph->point_count * sizeof(uint64_t));
		}
	return around;
}

static uint32_t
cost_of_step(const struct surroundings *around, const struct cnd_step *step)
{
	enum cnd_anchor_kind kind;
	unsigned cost;

	if (step->is_empty || !cnd_anchor_of_word(&step->test, &kind, &cost))
		return CND_COST_NEVER;
	cost *= 64;
	if (around->before[step->from] != CND_NEIGHBOURS_ALL)
		cost /= 6;
	if (around->behind[step->to] != CND_NEIGHBOURS_ALL)
		cost /= 6;
	return cost + 1;
}

static void
add_anchor(struct cnd_arena *arena, const struct surroundings *around,
	const struct cnd_step *step, struct cnd_sequence *sequence,
	struct cnd_sequences *sequences)
{
	struct cnd_word_test *test = cnd_arena_alloc(arena, sizeof(*test));
	unsigned cost;

	*test = step->test;
	test->letters = cnd_arena_copy(arena, test->letters);
	(void)cnd_anchor_of_word(test, &sequence->kind, &cost);
	sequence->tests = test;
	sequence->count = 1;
	sequence->key = cnd_key_of_anchor(test, sequence->kind);
	sequence->before = around->before[step->from];
	sequence->behind = around->behind[step->to];
	cnd_sequences_add(arena, sequences, sequence);
}

/* A phrase before the anchor that is longer is as good as any. */
enum { LEAD_MAX = 16 };

/*
 * The most words on a way to a point that takes no step of the cut; false
 * when one way is longer than LEAD_MAX or passes where anything may stand.
 */
static bool
find_lead(struct cnd_arena *arena, const struct cnd_graph *graph,
	const bool *cuts, uint32_t *lead)
{
	/* Words on the way so far and one more; 0: no way found yet. */
	uint32_t *words =
		cnd_arena_array(arena, graph->point_count, sizeof(*words));
	bool is_news = true;

	*lead = 0;
	words[CND_POINT_START] = 1;
	for (unsigned round = 0; is_news; round++) {
		is_news = false;
		for (size_t i = 0; i < graph->step_count; i++) {
			const struct cnd_step *step = &graph->steps[i];
			uint32_t there =
				words[step->from] + (step->is_empty ? 0 : 1);

			if (cuts[i] || words[step->from] == 0 ||
				words[step->to] >= there)
				continue;
			if (graph->is_open[step->to] || there > LEAD_MAX ||
				round > 4 * LEAD_MAX)
				return false;
			words[step->to] = there;
			*lead = there - 1 > *lead ? there - 1 : *lead;
			is_news = true;
		}
	}
	return true;
}

/* Chooses the steps to look up; false when there is no way to. */
static bool
choose(struct cnd_arena *arena, const struct surroundings *around, bool *cuts)
{
	const struct cnd_graph *graph = around->graph;
	uint32_t *costs =
		cnd_arena_array(arena, graph->step_count, sizeof(*costs));

	for (size_t i = 0; i < graph->step_count; i++)
		costs[i] = cost_of_step(around, &graph->steps[i]);
	return cnd_graph_cut(arena, graph, costs, cuts);
}

static void
set_keys(struct cnd_graph *graph)
{
	for (size_t i = 0; i < graph->step_count; i++) {
		struct cnd_word_test *test = &graph->steps[i].test;

		if (test->letters.len > 0)
			test->key = cnd_word_key(test->letters);
	}
}

bool
cnd_anchors_of_tree(struct cnd_matcher *matcher, const struct cnd_node *tree,
	uint32_t *lead)
{
	struct cnd_arena *scratch = matcher->scratch;
	struct surroundings around;
	struct cnd_graph graph;
	bool *cuts;

	if (!cnd_graph_of_tree(scratch, tree, &graph))
		return false;
	set_keys(&graph);
	around = look_around(scratch, &graph);
	cuts = cnd_arena_array(scratch, graph.step_count, sizeof(*cuts));
	if (!choose(scratch, &around, cuts))
		return false;
	if (!find_lead(scratch, &graph, cuts, lead))
		*lead = CND_LEAD_ANY;
	for (size_t i = 0; i < graph.step_count; i++) {
		struct cnd_sequence sequence = {
			.pattern = (uint32_t)matcher->pattern_count,
		};

		if (cuts[i])
			add_anchor(matcher->arena, &around, &graph.steps[i],
				&sequence, &matcher->sequences);
	}
	return true;
}

/* Marks are words alone: what stands beside them is not looked at. */
static uint32_t
cost_of_word(const struct cnd_step *step)
{
	enum cnd_anchor_kind kind;
	unsigned cost;

	return !step->is_empty && cnd_anchor_of_word(&step->test, &kind, &cost)
		? cost
		: CND_COST_NEVER;
}

/* One mark for the steps cut, which are not to be taken again. */
static void
add_mark(struct cnd_matcher *matcher, const struct cnd_graph *graph,
	const bool *cuts, uint32_t *costs, uint32_t mark)
{
	for (size_t i = 0; i < graph->step_count; i++) {
		struct cnd_sequence sequence = { .pattern = mark };
		unsigned cost;

		if (!cuts[i])
			continue;
		(void)cnd_anchor_of_word(
			&graph->steps[i].test, &sequence.kind, &cost);
		sequence.key =
			cnd_key_of_anchor(&graph->steps[i].test, sequence.kind);
		cnd_sequences_add(
			matcher->arena, &matcher->marker.sequences, &sequence);
		costs[i] = CND_COST_NEVER;
	}
}

uint32_t
cnd_marks_of_tree(
	struct cnd_matcher *matcher, const struct cnd_node *tree, uint32_t most)
{
	struct cnd_arena *scratch = matcher->scratch;
	struct cnd_graph graph;
	uint32_t *costs;
	uint32_t count = 0;

	if (!cnd_graph_of_tree(scratch, tree, &graph))
		return 0;
	set_keys(&graph);
	costs = cnd_arena_array(scratch, graph.step_count, sizeof(*costs));
	for (size_t i = 0; i < graph.step_count; i++)
		costs[i] = cost_of_word(&graph.steps[i]);
	for (; count < most; count++) {
		bool *cuts = cnd_arena_array(
			scratch, graph.step_count, sizeof(*cuts));

		if (!cnd_graph_cut(scratch, &graph, costs, cuts))
			break;
		add_mark(matcher, &graph, cuts, costs,
			matcher->marker.count + count);
	}
	return count;
}
