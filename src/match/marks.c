/*
 * A pattern's marks are sets of words of which every match must take one:
 * the cheapest set, and then the cheapest of those that share no word's
 * place with it.  Each key has the bits of the marks that it sets.
 */
#include "match/marks.h"

#include "match/table.h"

/* Sets to a pattern: a third one would seldom tell more. */
enum { MARKS_MAX = 2 };

struct cnd_marks
cnd_matcher_mark(
	struct cnd_matcher *matcher, struct cnd_str pattern, unsigned flags)
{
	struct cnd_marker *marker = &matcher->marker;
	struct cnd_marks marks = { marker->count, 0 };
	struct cnd_node *tree = cnd_pattern_read(
		matcher->scratch, pattern, (flags & CND_REGEX_FOLD_CASE) != 0);

	if (tree != NULL)
		marks.count = cnd_marks_of_tree(matcher, tree, MARKS_MAX);
	marker->count += marks.count;
	cnd_arena_reset(matcher->scratch);
	return marks;
}

/* Whether both are bits of one word of one key. */
static bool
share_bits(const struct cnd_sequence *a, const struct cnd_sequence *b)
{
	return cnd_sequences_share_key(a, b) &&
		a->pattern / 64 == b->pattern / 64;
}

void
cnd_marks_seal(struct cnd_matcher *matcher)
{
	struct cnd_marker *marker = &matcher->marker;
	struct cnd_sequences *list = &marker->sequences;
	size_t kept = 0;

	cnd_sequences_sort(list);
	marker->width = (marker->count + 63) / 64;
	for (size_t i = 0; i < list->count; i++)
		kept += i == 0 ||
			!share_bits(&list->items[i - 1], &list->items[i]);
	marker->bits =
		cnd_arena_array(matcher->arena, kept, sizeof(*marker->bits));
	kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct cnd_sequence *sequence = &list->items[i];
		uint32_t mark = sequence->pattern;

		if (kept == 0 || !share_bits(&list->items[kept - 1], sequence))
			list->items[kept++] = *sequence;
		marker->bits[kept - 1].at = mark / 64;
		marker->bits[kept - 1].bits |= (uint64_t)1 << (mark % 64);
	}
	list->count = kept;
}

static bool
has_mark(const struct cnd_marked *marked, uint32_t mark, uint32_t from,
	uint32_t to)
{
	for (; from < to; from++)
		if ((*cnd_marked_word(marked, mark, from / CND_MARKED_GROUP) >>
				    from % CND_MARKED_GROUP &
			    1) != 0)
			return true;
	return false;
}

bool
cnd_marked_may_hold(const struct cnd_marked *marked, struct cnd_marks marks,
	uint32_t from, uint32_t to)
{
	if (marked == NULL)
		return true;
	for (uint32_t i = 0; i < marks.count; i++)
		if (!has_mark(marked, marks.first + i, from, to))
			return false;
	return true;
}

uint64_t
cnd_marked_group(
	const struct cnd_marked *marked, struct cnd_marks marks, size_t group)
{
	uint64_t held = UINT64_MAX;

	for (uint32_t i = marks.first; i < marks.first + marks.count; i++)
		held &= *cnd_marked_word(marked, i, group);
	return held;
}
