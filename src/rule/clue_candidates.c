/*
 * A part's marks stand in a sentence, or the part does not.  What stands in
 * a list's lead-in counts for the items, too, and the other way round: a
 * part that is sought in the lead-in leads to all of them.
 */
#include "rule/clue_candidates.h"

#include "rule/clue_parts.h"

enum { GROUP = CND_MARKED_GROUP };

static void
add_sentences(uint64_t *bits, const struct cnd_block *block)
{
	uint32_t end = block->first_sentence + block->sentence_count;

	for (uint32_t i = block->first_sentence; i < end; i++)
		bits[i / GROUP] |= (uint64_t)1 << i % GROUP;
}

struct cnd_listed
cnd_clue_listed(const struct cnd_document *doc, struct cnd_arena *arena)
{
	size_t groups = (doc->sentence_count + GROUP - 1) / GROUP;
	struct cnd_listed listed = {
		cnd_arena_array(arena, groups, sizeof(*listed.items)),
		cnd_arena_array(arena, groups, sizeof(*listed.lead_ins)),
	};

	for (size_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->kind != CND_BLOCK_ITEM)
			continue;
		add_sentences(listed.items, block);
		if (block->lead_in != CND_NONE && block->lead_in + 1 == i)
			add_sentences(
				listed.lead_ins, &doc->blocks[block->lead_in]);
	}
	return listed;
}

static uint64_t
part_in(const struct cnd_marked *marked, const struct cnd_choices *part,
	size_t group)
{
	uint64_t held = 0;

	for (size_t i = 0; i < part->count && held != UINT64_MAX; i++)
		held |= cnd_marked_group(marked, part->items[i].marks, group);
	return held;
}

static uint64_t
held_in(const struct cnd_clue_candidates *candidates, size_t group)
{
	const struct cnd_check *check = candidates->check;
	const struct cnd_clue *clue = candidates->clue;
	const struct cnd_marked *marked = candidates->marked;
	bool is_alone = candidates->clues->is_alone;
	uint64_t items = is_alone ? 0 : check->listed.items[group];
	uint64_t lead_ins = is_alone ? 0 : check->listed.lead_ins[group];
	uint64_t rarest = UINT64_MAX;
	uint64_t held;

	if (clue->is_everywhere)
		lead_ins = 0;
	else
		rarest = marked->scanned[group] &
			part_in(marked, clue->rarest, group);
	held = rarest;
	for (size_t i = 0; i < clue->sequence.count && held != 0; i++)
		held &= part_in(marked, &clue->sequence.items[i], group);
	for (size_t i = 0; i < clue->all.count && held != 0; i++)
		held &= items | part_in(marked, &clue->all.items[i], group);
	return held | (rarest & lead_ins);
}

static void
enter(struct cnd_clue_candidates *candidates, size_t group)
{
	candidates->group = group;
	candidates->held = group < candidates->marked->height
		? held_in(candidates, group)
		: 0;
}

struct cnd_clue_candidates
cnd_clue_candidates_of(const struct cnd_check *check,
	const struct cnd_clues *clues, const struct cnd_clue *clue,
	uint32_t from)
{
	struct cnd_clue_candidates candidates = {
		.check = check,
		.clues = clues,
		.clue = clue,
		.marked = check->pass.hits->marked,
	};

	enter(&candidates, from / GROUP);
	return candidates;
}

uint32_t
cnd_clue_candidate(struct cnd_clue_candidates *candidates, uint32_t from)
{
	uint32_t found;

	if (from / GROUP > candidates->group)
		enter(candidates, from / GROUP);
	if (from / GROUP == candidates->group)
		candidates->held &= UINT64_MAX << from % GROUP;
	while (candidates->held == 0) {
		if (candidates->group + 1 >= candidates->marked->height)
			return CND_NONE;
		enter(candidates, candidates->group + 1);
	}
	found = (uint32_t)(GROUP * candidates->group) +
		(uint32_t)__builtin_ctzll(candidates->held);
	return found < candidates->check->doc->sentence_count ? found
							      : CND_NONE;
}
