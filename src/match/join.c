/*
 * Alternatives of one pattern often lead to the same word, each from other
 * words: "was held back", "were held back".  One look at the word does for
 * all whose neighbours can be told together, without letting more pass.
 */
#include "match/table.h"

static bool
is_same_word(const struct cnd_word_test *a, const struct cnd_word_test *b)
{
	return a->before == b->before && a->behind == b->behind &&
		a->is_fold == b->is_fold &&
		cnd_str_equal(a->letters, b->letters);
}

static bool
holds(uint64_t more, uint64_t less)
{
	return (less & ~more) == 0;
}

/* Widens a to take in b, if what passes either is what passes both. */
static bool
take_in(struct cnd_sequence *a, const struct cnd_sequence *b)
{
	char follower = a->tests->follower;

	if (a->count != 1 || b->count != 1 || !is_same_word(a->tests, b->tests))
		return false;
	if ((follower == '\0' || follower == b->tests->follower) &&
		holds(a->before, b->before) && holds(a->behind, b->behind))
		return true;
	if (follower != b->tests->follower)
		return false;
	if (a->before == b->before)
		a->behind |= b->behind;
	else if (a->behind == b->behind)
		a->before |= b->before;
	else
		return false;
	return true;
}

/* Joins the sequences [from, to), all with one anchor of one pattern; where
 * those that are left end. */
static size_t
join(struct cnd_sequence *items, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		for (size_t k = from; k < to;) {
			if (k == i || !take_in(&items[i], &items[k])) {
				k++;
				continue;
			}
			items[k] = items[--to];
			if (i == to)
				i = k;
			k = from;
		}
	return to;
}

void
cnd_sequences_join(
	struct cnd_sequences *list, const struct cnd_matcher_pattern *patterns)
{
	struct cnd_sequence *items = list->items;
	size_t kept = 0;
	size_t to;

	for (size_t from = 0; from < list->count; from = to) {
		uint32_t pattern = items[from].pattern;
		size_t end;

		for (to = from + 1;
			to < list->count && items[to].pattern == pattern &&
			cnd_sequences_share_key(&items[to], &items[from]);
			to++)
			;
		end = patterns[pattern].is_pure ? to : join(items, from, to);
		while (from < end)
			items[kept++] = items[from++];
	}
	list->count = kept;
}
