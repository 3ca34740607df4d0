/*
 * Pairing by shared words.  A table from each word's stem to the new texts
 * that have it makes candidates of those alone that share a word.
 */
#include "lint/similar.h"

#include "base/buf.h"
#include "base/halving.h"
#include "text/unicode.h"
#include "text/word.h"

#include <stdlib.h>

enum {
	/* "complete" and "completed", "assessed" and "assessment". */
	STEM_BYTES = 5,
	SHORT_BYTES = 3,
	/* A stem in more of the new texts tells them apart no longer. */
	MOST_HOLDERS = 400
};

/* A word's stem in one of the texts. */
struct entry {
	struct cnd_str stem;
	uint32_t text;
};

struct entries {
	struct entry *items;
	size_t count;
	size_t capacity;
};

static unsigned
weight_of(struct cnd_str stem)
{
	return stem.len <= SHORT_BYTES ? 1 : (unsigned)stem.len;
}

static int
compare_entries(const void *left, const void *right)
{
	const struct entry *a = left;
	const struct entry *b = right;
	int order = cnd_str_compare(a->stem, b->stem);

	if (order != 0)
		return order;
	return (a->text > b->text) - (a->text < b->text);
}

/* The stems of a text, each once, sorted. */
static struct entries
stems_of(struct cnd_arena *arena, struct cnd_str text, uint32_t index)
{
	struct entries all = { 0 };
	struct cnd_buf buf = { 0 };
	struct cnd_str folded;
	struct cnd_word word;
	size_t at = 0;
	size_t kept = 0;

	cnd_fold_prose(text, &buf);
	folded = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	while (cnd_word_next(folded, &at, &word)) {
		struct cnd_str stem = cnd_str_slice(folded, word.from, word.to);

		all.items = cnd_arena_grow(arena, all.items, all.count,
			&all.capacity, sizeof(*all.items));
		all.items[all.count++] =
			(struct entry){ cnd_str_slice(stem, 0, STEM_BYTES),
				index };
	}
	if (all.count > 1)
		qsort(all.items, all.count, sizeof(*all.items),
			compare_entries);
	for (size_t i = 0; i < all.count; i++)
		if (kept == 0 ||
			compare_entries(&all.items[kept - 1], &all.items[i]) !=
				0)
			all.items[kept++] = all.items[i];
	all.count = kept;
	return all;
}

struct pairing {
	struct cnd_arena *arena;
	struct entries index; /* of all new texts, by stem */
	unsigned *totals; /* of the new texts' weights */
	unsigned *shared; /* with the old text at hand; else 0 */
	bool *is_taken;
	uint32_t *touched; /* new texts with shared > 0 */
	size_t touched_count;
	double least;
};

static void
make_index(struct pairing *pairing, struct cnd_texts texts)
{
	struct entries *index = &pairing->index;

	for (size_t i = 0; i < texts.count; i++) {
		struct entries stems =
			stems_of(pairing->arena, texts.items[i], (uint32_t)i);

		for (size_t j = 0; j < stems.count; j++) {
			index->items = cnd_arena_grow(pairing->arena,
				index->items, index->count, &index->capacity,
				sizeof(*index->items));
			index->items[index->count++] = stems.items[j];
			pairing->totals[i] += weight_of(stems.items[j].stem);
		}
	}
	if (index->count > 1)
		qsort(index->items, index->count, sizeof(*index->items),
			compare_entries);
}

/* The first entry of a stem. */
static size_t
first_of(const struct entries *index, struct cnd_str stem)
{
	struct cnd_halving in = { .high = index->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in,
			cnd_str_compare(index->items[in.middle].stem, stem) <
				0);
	return in.low;
}

static void
add_shared(struct pairing *pairing, struct cnd_str stem)
{
	const struct entries *index = &pairing->index;
	size_t from = first_of(index, stem);
	size_t to = from;

	while (to < index->count && to - from <= MOST_HOLDERS &&
		cnd_str_equal(index->items[to].stem, stem))
		to++;
	if (to - from > MOST_HOLDERS)
		return;
	for (size_t i = from; i < to; i++) {
		uint32_t text = index->items[i].text;

		if (pairing->shared[text] == 0)
			pairing->touched[pairing->touched_count++] = text;
		pairing->shared[text] += weight_of(stem);
	}
}

/* The new text most like one, and forgets what was counted for it. */
static uint32_t
best_for(struct pairing *pairing, const struct entries *stems)
{
	uint32_t best = CND_UNLIKE;
	double most = pairing->least;
	unsigned total = 0;

	for (size_t i = 0; i < stems->count; i++) {
		total += weight_of(stems->items[i].stem);
		add_shared(pairing, stems->items[i].stem);
	}
	for (size_t i = 0; i < pairing->touched_count; i++) {
		uint32_t text = pairing->touched[i];
		double score = 2.0 * pairing->shared[text] /
			(total + pairing->totals[text]);

		pairing->shared[text] = 0;
		if (!pairing->is_taken[text] &&
			(score > most || (score == most && text < best))) {
			best = text;
			most = score;
		}
	}
	pairing->touched_count = 0;
	return best;
}

/* A text and its place among its draft's. */
struct placed {
	struct cnd_str text;
	uint32_t index;
};

static int
compare_placed(const void *left, const void *right)
{
	const struct placed *a = left;
	const struct placed *b = right;
	int order = cnd_str_compare(a->text, b->text);

	if (order != 0)
		return order;
	return (a->index > b->index) - (a->index < b->index);
}

static struct placed *
sorted_texts(struct cnd_arena *arena, struct cnd_texts texts)
{
	struct placed *sorted =
		cnd_arena_array(arena, texts.count + 1, sizeof(*sorted));

	for (size_t i = 0; i < texts.count; i++)
		sorted[i] = (struct placed){ texts.items[i], (uint32_t)i };
	if (texts.count > 1)
		qsort(sorted, texts.count, sizeof(*sorted), compare_placed);
	return sorted;
}

/* The same bytes are the same text, however common its words. */
static void
pair_equal(struct pairing *pairing, struct cnd_texts old_texts,
	struct cnd_texts new_texts, uint32_t *pairs)
{
	const struct placed *was = sorted_texts(pairing->arena, old_texts);
	const struct placed *is = sorted_texts(pairing->arena, new_texts);
	size_t i = 0;
	size_t j = 0;

	while (i < old_texts.count && j < new_texts.count) {
		int order = cnd_str_compare(was[i].text, is[j].text);

		if (order == 0) {
			pairs[was[i].index] = is[j].index;
			pairing->is_taken[is[j].index] = true;
		}
		i += order <= 0;
		j += order >= 0;
	}
}

const uint32_t *
cnd_similar_pairs(struct cnd_arena *arena, struct cnd_texts old_texts,
	struct cnd_texts new_texts, double least)
{
	/* Two turns: what is the same first, so that a near one that comes
	 * earlier does not take its place. */
	const double bars[] = { 0.95, least };
	struct cnd_arena *scratch = cnd_arena_new();
	struct pairing pairing = { .arena = scratch };
	uint32_t *pairs =
		cnd_arena_array(arena, old_texts.count + 1, sizeof(*pairs));
	size_t count = new_texts.count + 1;

	pairing.totals =
		cnd_arena_array(scratch, count, sizeof(*pairing.totals));
	pairing.shared =
		cnd_arena_array(scratch, count, sizeof(*pairing.shared));
	pairing.touched =
		cnd_arena_array(scratch, count, sizeof(*pairing.touched));
	pairing.is_taken =
		cnd_arena_array(scratch, count, sizeof(*pairing.is_taken));
	make_index(&pairing, new_texts);
	for (size_t i = 0; i < old_texts.count; i++)
		pairs[i] = CND_UNLIKE;
	pair_equal(&pairing, old_texts, new_texts, pairs);
	for (size_t turn = 0; turn < 2; turn++) {
		pairing.least = bars[turn];
		for (size_t i = 0; i < old_texts.count; i++) {
			struct entries stems;

			if (pairs[i] != CND_UNLIKE)
				continue;
			stems = stems_of(scratch, old_texts.items[i], 0);
			pairs[i] = best_for(&pairing, &stems);
			if (pairs[i] != CND_UNLIKE)
				pairing.is_taken[pairs[i]] = true;
		}
	}
	cnd_arena_free(scratch);
	return pairs;
}
