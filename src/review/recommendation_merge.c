/*
 * One recommendation may stand in the summary, in its section and in the
 * action plan.  Here they become one, matched by number or by words.
 * Pairs come out of a table of three-word runs, so the work grows with
 * the text and not with the square of the recommendations.
 */
#include "review/recommendation.h"

#include "base/buf.h"
#include "base/hash.h"
#include "text/word.h"

#include <stdlib.h>
#include <string.h>

enum {
	WORDS = 400, /* of one recommendation that are compared */
	KEPT = 6, /* candidates kept for a run of words that many share */
	NUMBER_SHARE = 25, /* per cent of words shared, with equal numbers */
	WORD_SHARE = 60, /* per cent, without */
	WORDS_LEAST = 4, /* and of no fewer words: "Training" is common */
	ALIKE_SHARE = 80 /* per cent of runs: near-duplicates */
};

struct text_key {
	uint32_t *words; /* hashes of its words, sorted, once each */
	size_t word_count;
	uint32_t *runs; /* hashes of its three-word runs, in order */
	size_t run_count;
};

/* What keys are remembered under. */
static const char key_of;

struct slot {
	uint32_t run;
	uint32_t kept[KEPT];
	uint32_t count;
};

/* A candidate's number, hashed. */
struct number {
	uint32_t hash;
	uint32_t index;
};

struct merger {
	struct cnd_finder *finder;
	struct text_key *keys;
	struct slot *slots;
	size_t slot_count; /* a power of two */
	uint32_t *votes; /* of each candidate, for the one being matched */
	uint32_t *voted; /* those with votes */
	size_t voted_count;
	struct number *numbers; /* of those in the text, by hash */
	size_t number_count;
};

static uint32_t
hash_word(struct cnd_str word)
{
	uint32_t hash = CND_HASH32;

	for (size_t i = 0; i < word.len; i++)
		hash = cnd_hash32(
			hash, (unsigned char)cnd_to_lower(word.data[i]));
	return hash;
}

static int
compare_hashes(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left;
	uint32_t b = *(const uint32_t *)right;

	return a < b ? -1 : a > b;
}

static size_t
read_words(const struct cnd_finder *finder,
	const struct cnd_candidate *candidate, uint32_t words[WORDS])
{
	size_t count = 0;

	for (size_t i = 0; i < candidate->main_count; i++) {
		struct cnd_str text =
			cnd_document_text(finder->doc, candidate->spans[i]);
		struct cnd_word word;
		size_t at = 0;

		while (count < WORDS && cnd_word_next(text, &at, &word))
			words[count++] = hash_word(
				cnd_str_slice(text, word.from, word.to));
	}
	return count;
}

static void
make_key(const struct cnd_finder *finder, const struct cnd_candidate *candidate,
	struct text_key *key)
{
	uint32_t words[WORDS];
	size_t count = read_words(finder, candidate, words);

	key->words =
		cnd_arena_array(finder->arena, count + 1, sizeof(*key->words));
	key->runs =
		cnd_arena_array(finder->arena, count + 1, sizeof(*key->runs));
	for (size_t i = 0; i + 2 < count; i++)
		key->runs[key->run_count++] = words[i] * 31u * 31u +
			words[i + 1] * 31u + words[i + 2];
	qsort(words, count, sizeof(*words), compare_hashes);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || words[i] != words[i - 1])
			key->words[key->word_count++] = words[i];
}

/* The key as it was made for these words before; false when it was not. */
static bool
recall_key(struct cnd_str kept, struct cnd_arena *arena, struct text_key *key)
{
	size_t counts[2];
	uint32_t *hashes;

	if (kept.len < sizeof(counts))
		return false;
	memcpy(counts, kept.data, sizeof(counts));
	hashes = cnd_arena_array(
		arena, counts[0] + counts[1] + 1, sizeof(*hashes));
	memcpy(hashes, kept.data + sizeof(counts), kept.len - sizeof(counts));
	*key = (struct text_key){ hashes, counts[0], hashes + counts[0],
		counts[1] };
	return true;
}

static void
keep_key(struct cnd_recall *recall, struct cnd_recalled *text,
	const struct text_key *key)
{
	const size_t counts[] = { key->word_count, key->run_count };
	struct cnd_buf bytes = { 0 };

	cnd_buf_put_bytes(&bytes, counts, sizeof(counts));
	cnd_buf_put_bytes(
		&bytes, key->words, key->word_count * sizeof(*key->words));
	cnd_buf_put_bytes(
		&bytes, key->runs, key->run_count * sizeof(*key->runs));
	cnd_recall_keep_bytes(recall, text, &key_of, cnd_buf_str(&bytes));
	cnd_buf_dispose(&bytes);
}

static void
find_key(struct merger *merger, size_t index)
{
	const struct cnd_finder *finder = merger->finder;
	const struct cnd_candidate *candidate = &finder->items[index];
	struct cnd_recall *recall = finder->structure->recall;
	struct text_key *key = &merger->keys[index];
	struct cnd_recalled *text;

	if (recall == NULL || candidate->main_count != 1) {
		make_key(finder, candidate, key);
		return;
	}
	text = cnd_recall_text(
		recall, cnd_document_text(finder->doc, candidate->spans[0]));
	if (recall_key(cnd_recall_bytes(text, &key_of), finder->arena, key))
		return;
	make_key(finder, candidate, key);
	keep_key(recall, text, key);
}

/* Per cent of the shorter one's words that the other has too. */
static unsigned
share_of_words(const struct text_key *a, const struct text_key *b)
{
	size_t i = 0, j = 0, shared = 0;
	size_t least =
		a->word_count < b->word_count ? a->word_count : b->word_count;

	while (i < a->word_count && j < b->word_count) {
		uint32_t left = a->words[i];
		uint32_t right = b->words[j];

		shared += left == right;
		i += left <= right;
		j += right <= left;
	}
	return least == 0 ? 0 : (unsigned)(shared * 100 / least);
}

static struct slot *
slot_of(const struct merger *merger, uint32_t run)
{
	uint32_t mixed = run * 2654435769u;
	size_t at = mixed & (merger->slot_count - 1);

	while (merger->slots[at].count > 0 && merger->slots[at].run != run)
		at = (at + 1) & (merger->slot_count - 1);
	return &merger->slots[at];
}

static void
keep_runs(struct merger *merger, uint32_t index)
{
	const struct text_key *key = &merger->keys[index];

	for (size_t i = 0; i < key->run_count; i++) {
		struct slot *slot = slot_of(merger, key->runs[i]);

		slot->run = key->runs[i];
		if (slot->count < KEPT &&
			(slot->count == 0 ||
				slot->kept[slot->count - 1] != index))
			slot->kept[slot->count++] = index;
	}
}

/* Counts the runs that earlier candidates share with this one. */
static void
count_votes(struct merger *merger, uint32_t index)
{
	const struct text_key *key = &merger->keys[index];

	for (size_t i = 0; i < merger->voted_count; i++)
		merger->votes[merger->voted[i]] = 0;
	merger->voted_count = 0;
	for (size_t i = 0; i < key->run_count; i++) {
		const struct slot *slot = slot_of(merger, key->runs[i]);

		for (uint32_t k = 0; k < slot->count; k++) {
			uint32_t other = slot->kept[k];

			if (merger->votes[other]++ == 0)
				merger->voted[merger->voted_count++] = other;
		}
	}
}

static bool
same_number(const struct cnd_candidate *a, const struct cnd_candidate *b)
{
	return a->number.len > 0 && cnd_str_equal_fold(a->number, b->number);
}

/* Two places of one recommendation: never two of one list or table. */
static bool
may_be_one(const struct merger *merger, uint32_t a, uint32_t b)
{
	const struct cnd_candidate *first = &merger->finder->items[a];
	const struct cnd_candidate *second = &merger->finder->items[b];
	unsigned share = share_of_words(&merger->keys[a], &merger->keys[b]);

	if (first->is_merged || second->is_merged)
		return false;
	if (first->group == second->group)
		return first->is_row && share == 100 &&
			same_number(first, second);
	if (!first->is_row && !second->is_row && !first->is_summary &&
		!second->is_summary)
		return share >= 95 && same_number(first, second);
	if (same_number(first, second))
		return share >= NUMBER_SHARE;
	return share >= WORD_SHARE &&
		merger->keys[a].word_count >= WORDS_LEAST &&
		merger->keys[b].word_count >= WORDS_LEAST;
}

/* Which of two stays: what stands in the text, then a row, then a summary. */
static int
rank(const struct cnd_candidate *candidate)
{
	if (candidate->is_summary)
		return 2;
	return candidate->is_row ? 1 : 0;
}

static void
fill(struct cnd_span *cell, struct cnd_span with)
{
	if (cnd_span_is_empty(*cell))
		*cell = with;
}

/* The first of its spans that tells more: what a row says it is about, or
 * names by a title, the other says itself. */
static size_t
first_told(const struct cnd_candidate *from, const struct cnd_candidate *into)
{
	if (from->is_row && into->is_row)
		return from->main_count;
	return from->is_named ? 1 : 0;
}

static void
merge(struct merger *merger, uint32_t a, uint32_t b)
{
	struct cnd_finder *finder = merger->finder;
	bool is_first = rank(&finder->items[a]) <= rank(&finder->items[b]);
	struct cnd_candidate *into = &finder->items[is_first ? a : b];
	struct cnd_candidate *from = &finder->items[is_first ? b : a];

	from->is_merged = true;
	into->may_stand = into->may_stand || from->may_stand;
	if (into->rec.label.len == 0)
		into->rec.label = from->rec.label;
	fill(&into->rec.lead_in, from->rec.lead_in);
	fill(&into->rec.heading, from->rec.heading);
	fill(&into->rec.owner_cell, from->rec.owner_cell);
	fill(&into->rec.time_cell, from->rec.time_cell);
	fill(&into->rec.measure_cell, from->rec.measure_cell);
	if (from->is_summary && !from->is_row)
		return;
	for (size_t i = first_told(from, into); i < from->span_count; i++)
		cnd_candidate_add(finder, into, from->spans[i]);
}

/* The earlier candidate most like this one, of those that may be one. */
static uint32_t
best_match(struct merger *merger, uint32_t index)
{
	uint32_t best = CND_NONE;
	uint32_t most = 0;

	count_votes(merger, index);
	for (size_t i = 0; i < merger->voted_count; i++) {
		uint32_t other = merger->voted[i];

		if (merger->votes[other] > most &&
			may_be_one(merger, other, index)) {
			most = merger->votes[other];
			best = other;
		}
	}
	return best;
}

static int
compare_numbers(const void *left, const void *right)
{
	const struct number *a = left;
	const struct number *b = right;

	return a->hash < b->hash ? -1 : a->hash > b->hash;
}

/* Those in the text by the hash of their number, for only_one_numbered. */
static void
list_numbers(struct merger *merger)
{
	const struct cnd_finder *finder = merger->finder;

	merger->numbers = cnd_arena_array(
		finder->arena, finder->count, sizeof(*merger->numbers));
	for (uint32_t i = 0; i < finder->count; i++) {
		const struct cnd_candidate *item = &finder->items[i];

		if (!item->is_row && !item->is_summary && !item->is_reference &&
			item->number.len > 0)
			merger->numbers[merger->number_count++] =
				(struct number){ hash_word(item->number), i };
	}
	qsort(merger->numbers, merger->number_count, sizeof(*merger->numbers),
		compare_numbers);
}

/* The candidate in the text with a row's number, when there is just one. */
static uint32_t
only_one_numbered(const struct merger *merger, uint32_t index)
{
	const struct cnd_candidate *row = &merger->finder->items[index];
	struct number key = { hash_word(row->number), 0 };
	const struct number *found;
	size_t at;

	if (!row->is_row || row->number.len == 0 || merger->number_count == 0)
		return CND_NONE;
	found = bsearch(&key, merger->numbers, merger->number_count,
		sizeof(key), compare_numbers);
	if (found == NULL)
		return CND_NONE;
	at = (size_t)(found - merger->numbers);
	if ((at > 0 && found[-1].hash == key.hash) ||
		(at + 1 < merger->number_count && found[1].hash == key.hash))
		return CND_NONE;
	return found->index;
}

/* A row speaks of what the other does, or is for a body that it tells. */
static bool
agrees(const struct merger *merger, uint32_t index, uint32_t other)
{
	const struct cnd_finder *finder = merger->finder;
	const struct cnd_candidate *row = &finder->items[index];
	const struct cnd_candidate *item = &finder->items[other];
	struct cnd_str owner = cnd_str_trim(
		cnd_document_text(finder->doc, row->rec.owner_cell));

	if (share_of_words(&merger->keys[index], &merger->keys[other]) >=
		NUMBER_SHARE)
		return true;
	for (size_t i = 0; owner.len > 0 && i < item->main_count; i++)
		if (cnd_str_find(cnd_document_text(finder->doc, item->spans[i]),
			    owner) != CND_NOT_FOUND)
			return true;
	return false;
}

/* Rows of a table. */
struct tally {
	uint32_t rows;
	uint32_t known; /* with the number of one recommendation in the text */
	uint32_t agreed; /* and like it */
};

static void
count_row(const struct merger *merger, uint32_t index, struct tally *tally)
{
	uint32_t other = only_one_numbered(merger, index);

	tally->rows++;
	if (other == CND_NONE)
		return;
	tally->known++;
	tally->agreed += agrees(merger, index, other);
}

/*
 * Marks the tables whose rows each have the number of a recommendation in
 * the text, and that leave none of those out, or are all like the one of
 * their number: rows then are what their numbers say, whatever words they
 * use.
 */
static void
match_tables(struct merger *merger)
{
	const struct cnd_finder *finder = merger->finder;
	size_t groups = finder->doc->section_count + finder->doc->table_count;
	struct tally *tallies =
		cnd_arena_array(finder->arena, groups + 1, sizeof(*tallies));

	for (uint32_t i = 0; i < finder->count; i++)
		if (finder->items[i].is_row)
			count_row(merger, i, &tallies[finder->items[i].group]);
	for (size_t i = 0; i < finder->count; i++) {
		struct cnd_candidate *item = &finder->items[i];
		struct tally tally = tallies[item->group];

		if (item->is_row && tally.rows > 1 &&
			tally.known == tally.rows &&
			(merger->number_count <= tally.rows ||
				tally.agreed == tally.rows))
			item->is_by_number = true;
	}
}

/* A recommendation of that number stands in the text with its label. */
static bool
is_number_known(const struct merger *merger, uint32_t index)
{
	struct number key = { hash_word(merger->finder->items[index].number),
		0 };

	return merger->number_count > 0 &&
		bsearch(&key, merger->numbers, merger->number_count,
			sizeof(key), compare_numbers) != NULL;
}

static bool
is_numbered_plainly(const struct merger *merger, uint32_t index)
{
	const struct cnd_candidate *row = &merger->finder->items[index];

	/* "Recommendation 3", or an action under its number alone. */
	return row->is_by_number || row->rec.label.len > row->number.len + 1 ||
		merger->keys[index].word_count < 4;
}

static void
mark_alike(struct merger *merger, uint32_t index)
{
	struct cnd_finder *finder = merger->finder;
	struct cnd_candidate *items = finder->items;
	size_t runs = merger->keys[index].run_count;

	for (size_t i = 0; i < merger->voted_count; i++) {
		uint32_t other = merger->voted[i];
		size_t most = merger->keys[other].run_count > runs
			? merger->keys[other].run_count
			: runs;

		if (items[other].is_merged || items[index].is_merged ||
			most < 4 ||
			(size_t)merger->votes[other] * 100 < ALIKE_SHARE * most)
			continue;
		/* A place among the candidates for now; numbered later. */
		items[index].rec.same_as = other + 1;
		return;
	}
}

static void
prepare(struct merger *merger)
{
	struct cnd_finder *finder = merger->finder;
	size_t runs = 0;

	merger->keys = cnd_arena_array(
		finder->arena, finder->count, sizeof(*merger->keys));
	merger->votes = cnd_arena_array(
		finder->arena, finder->count, sizeof(*merger->votes));
	merger->voted = cnd_arena_array(
		finder->arena, finder->count, sizeof(*merger->voted));
	for (size_t i = 0; i < finder->count; i++) {
		find_key(merger, i);
		runs += merger->keys[i].run_count;
	}
	merger->slot_count = 16;
	while (merger->slot_count < runs * 2)
		merger->slot_count *= 2;
	merger->slots = cnd_arena_array(
		finder->arena, merger->slot_count, sizeof(*merger->slots));
}

/* The candidate before it that is the same one; CND_NONE for none. */
static uint32_t
match_of(struct merger *merger, uint32_t index)
{
	uint32_t match = best_match(merger, index);
	uint32_t numbered = CND_NONE;

	if (merger->finder->items[index].is_by_number ||
		(match == CND_NONE && is_numbered_plainly(merger, index)))
		numbered = only_one_numbered(merger, index);
	if (numbered == CND_NONE && match == CND_NONE) {
		match = cnd_titled_match(merger->finder, index);
		merger->finder->items[index].is_named = match != CND_NONE;
	}
	return numbered != CND_NONE ? numbered : match;
}

void
cnd_candidates_merge(struct cnd_finder *finder)
{
	struct merger merger = { .finder = finder };

	if (finder->count == 0)
		return;
	prepare(&merger);
	list_numbers(&merger);
	match_tables(&merger);
	cnd_titled_order(finder);
	for (uint32_t i = 0; i < finder->count; i++) {
		uint32_t match = match_of(&merger, i);

		if (match != CND_NONE)
			merge(&merger, match, i);
		mark_alike(&merger, i);
		keep_runs(&merger, i);
	}
	cnd_titled_drop(finder);
	for (uint32_t i = 0; i < finder->count; i++)
		if (!finder->items[i].may_stand ||
			(finder->items[i].is_reference &&
				is_number_known(&merger, i)))
			finder->items[i].is_merged = true;
}
