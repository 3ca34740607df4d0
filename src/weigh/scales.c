/*
 * A table from the numbers of words and pairs to what they weigh.  A
 * passage's chance is that of a logistic regression: each word counts once,
 * however often it stands there, and the sum is divided by the root of how
 * many are known, so that long passages do not outweigh short ones.
 */
#include "weigh/scales.h"

#include "base/utf8.h"
#include "weigh/wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a word weighs on one scale, as files have it. */
struct weight {
	uint32_t word; /* its number, or its pair's */
	uint8_t scale;
	int16_t hundredths;
};

/* What a word weighs on each scale; 0 where it is not known. */
struct row {
	int16_t hundredths[CND_SCALES_MOST];
};

struct slot {
	uint32_t word;
	uint32_t row;
};

struct scale {
	struct cnd_str name;
	double bias;
};

struct cnd_scales {
	struct cnd_arena *arena;
	struct scale items[CND_SCALES_MOST];
	size_t count;
	struct weight *weights; /* until they are sealed */
	size_t weight_count;
	size_t weight_capacity;
	struct row *rows; /* of words */
	struct slot *slots; /* an open table of words */
	/* Bits of each slot's word, or 0 where it is free: most words that are
	 * not known are told by these, which the nearest cache holds. */
	uint8_t *tags;
	size_t slot_count; /* a power of two */
};

struct cnd_scales *
cnd_scales_new(struct cnd_arena *arena)
{
	struct cnd_scales *scales = cnd_arena_alloc(arena, sizeof(*scales));

	scales->arena = arena;
	return scales;
}

/* ---- reading ---- */

static bool
fail(struct cnd_error *err, const struct cnd_yaml *node, const char *words)
{
	cnd_fail(err, CND_ERR_RULE, "%s", words);
	return cnd_fail_at(
		err, (struct cnd_str){ 0 }, node->line, node->column);
}

/* The number of a word or pair as a scale's file has it; 0 for neither. */
static uint32_t
number_of(struct cnd_str words)
{
	struct cnd_wording walk = { .text = words };
	struct cnd_weighed_word first;
	struct cnd_weighed_word second;
	struct cnd_weighed_word third;

	if (!cnd_wording_next(&walk, &first))
		return 0;
	if (!cnd_wording_next(&walk, &second))
		return first.number;
	return cnd_wording_next(&walk, &third)
		? 0
		: cnd_wording_pair(first.number, second.number);
}

static bool
read_weight(struct cnd_scales *scales, const struct cnd_yaml *list,
	struct cnd_error *err)
{
	char *end;
	long weight = strtol(list->key->text.data, &end, 10);

	if (weight == 0 || *end != '\0' || weight < INT16_MIN ||
		weight > INT16_MAX)
		return fail(err, list->key,
			"a weight is a whole number of hundredths");
	if (list->kind != CND_YAML_LIST)
		return fail(err, list, "a weight has a list of words");
	for (const struct cnd_yaml *n = list->child; n != NULL; n = n->next) {
		uint32_t word = number_of(n->text);

		if (word == 0)
			return fail(err, n, "what weighs is one word or two");
		scales->weights = cnd_arena_grow(scales->arena, scales->weights,
			scales->weight_count, &scales->weight_capacity,
			sizeof(*scales->weights));
		scales->weights[scales->weight_count++] = (struct weight){ word,
			(uint8_t)scales->count, (int16_t)weight };
	}
	return true;
}

bool
cnd_scales_add(struct cnd_scales *scales, struct cnd_str name,
	const struct cnd_yaml *file, struct cnd_error *err)
{
	static const char *const keys[] = { "description", "bias", "weights",
		NULL };
	const struct cnd_yaml *bias = cnd_yaml_get(file, "bias");
	const struct cnd_yaml *weights = cnd_yaml_get(file, "weights");

	for (const struct cnd_yaml *n = file->child;
		file->kind == CND_YAML_MAP && n != NULL; n = n->next)
		if (!cnd_str_is_one_of(n->key->text, keys))
			return fail(err, n->key,
				"a scale has 'description', 'bias' and "
				"'weights'");
	if (scales->count == CND_SCALES_MOST)
		return fail(err, file, "there are too many scales");
	if (bias == NULL || weights == NULL || weights->kind != CND_YAML_MAP)
		return fail(err, file,
			"a scale has a 'bias' and a map of 'weights'");
	scales->items[scales->count].name = cnd_arena_copy(scales->arena, name);
	if (!cnd_yaml_number(bias, &scales->items[scales->count].bias, err))
		return false;
	for (const struct cnd_yaml *n = weights->child; n != NULL; n = n->next)
		if (!read_weight(scales, n, err))
			return false;
	scales->count++;
	return true;
}

/* ---- the table ---- */

static uint8_t
tag_of(uint32_t word)
{
	return (uint8_t)(word >> 24 | 1);
}

/* Where the slots of a word may begin. */
static size_t
home_of(const struct cnd_scales *scales, uint32_t word)
{
	return (word ^ word >> 15) & (scales->slot_count - 1);
}

static size_t
next_slot(const struct cnd_scales *scales, size_t at)
{
	return (at + 1) & (scales->slot_count - 1);
}

/* The slot of a word, or the free one where it would be. */
static size_t
slot_of(const struct cnd_scales *scales, uint32_t word)
{
	uint8_t tag = tag_of(word);
	size_t at = home_of(scales, word);

	while (scales->tags[at] != 0 &&
		(scales->tags[at] != tag || scales->slots[at].word != word))
		at = next_slot(scales, at);
	return at;
}

static int
compare_words(const void *left, const void *right)
{
	const struct weight *a = left;
	const struct weight *b = right;

	return (a->word > b->word) - (a->word < b->word);
}

/* How many words there are among weights, which it puts in order of them. */
static size_t
count_words(struct weight *weights, size_t weight_count)
{
	size_t count = 0;

	if (weight_count > 0)
		qsort(weights, weight_count, sizeof(*weights), compare_words);
	for (size_t i = 0; i < weight_count; i++)
		count += i == 0 || weights[i].word != weights[i - 1].word;
	return count;
}

/* A word that a file has twice weighs both; never more than a number holds. */
static void
add_weight(struct row *row, const struct weight *weight)
{
	int sum = row->hundredths[weight->scale] + weight->hundredths;

	if (sum > INT16_MAX)
		sum = INT16_MAX;
	if (sum < INT16_MIN)
		sum = INT16_MIN;
	row->hundredths[weight->scale] = (int16_t)sum;
}

/* Gives a word that comes for the first time the next row. */
static void
put_weight(struct cnd_scales *scales, const struct weight *weight,
	uint32_t *row_count)
{
	size_t at = slot_of(scales, weight->word);

	if (scales->tags[at] == 0) {
		scales->tags[at] = tag_of(weight->word);
		scales->slots[at] =
			(struct slot){ weight->word, (*row_count)++ };
	}
	add_weight(&scales->rows[scales->slots[at].row], weight);
}

void
cnd_scales_seal(struct cnd_scales *scales)
{
	size_t words = count_words(scales->weights, scales->weight_count);
	uint32_t row_count = 0;

	scales->slot_count = 16;
	while (scales->slot_count < words * 2)
		scales->slot_count *= 2;
	scales->slots = cnd_arena_array(
		scales->arena, scales->slot_count, sizeof(*scales->slots));
	scales->tags = cnd_arena_array(
		scales->arena, scales->slot_count, sizeof(*scales->tags));
	scales->rows = cnd_arena_array(
		scales->arena, words + 1, sizeof(*scales->rows));
	for (size_t i = 0; i < scales->weight_count; i++)
		put_weight(scales, &scales->weights[i], &row_count);
	scales->weights = NULL;
}

bool
cnd_scales_find(
	const struct cnd_scales *scales, struct cnd_str name, uint32_t *scale)
{
	for (size_t i = 0; i < scales->count; i++) {
		if (cnd_str_equal(scales->items[i].name, name)) {
			*scale = (uint32_t)i;
			return true;
		}
	}
	return false;
}

/* ---- weighing ---- */

enum {
	SEEN = 1024, /* a power of two */
	SEEN_MOST = SEEN / 2, /* known words and pairs; a page has 300 */
	WAITING = 64
};

/* What the words of a text weigh on each scale, each word once. */
struct sum {
	int hundredths[CND_SCALES_MOST];
	unsigned known[CND_SCALES_MOST];
};

/* A walk over a passage's words. */
struct weighing {
	const struct cnd_scales *scales;
	/* An open table of those that are known: slots, and one more, and the
	 * sentence that each was last met in. */
	uint32_t seen[SEEN];
	uint8_t met[SEEN];
	size_t seen_count;
	uint32_t waiting[WAITING]; /* words whose slots are on their way */
	size_t waiting_count;
	uint8_t sentence; /* its number: 1, 2 … 255, 1; 0 before the first */
	bool is_first; /* no sentence has ended yet */
	struct sum whole;
	struct sum part; /* of the sentence */
	float best[CND_SCALES_MOST]; /* odds that a sentence had */
};

/* A word's place among those seen. */
static size_t
place_of(const struct weighing *weighing, size_t slot)
{
	size_t at = slot & (SEEN - 1);

	while (weighing->seen[at] != 0 && weighing->seen[at] != slot + 1)
		at = (at + 1) & (SEEN - 1);
	return at;
}

static void
add_row(struct sum *sum, const struct row *row)
{
	for (size_t i = 0; i < CND_SCALES_MOST; i++) {
		sum->hundredths[i] += row->hundredths[i];
		sum->known[i] += row->hundredths[i] != 0;
	}
}

/* The word's slot, where it is known and the sentence has not met it yet. */
static void
add(struct weighing *weighing, size_t slot)
{
	const struct row *row =
		&weighing->scales->rows[weighing->scales->slots[slot].row];
	size_t at = place_of(weighing, slot);
	bool is_new = weighing->seen[at] == 0;

	if (weighing->met[at] == weighing->sentence ||
		(is_new && weighing->seen_count == SEEN_MOST))
		return;
	weighing->seen_count += is_new;
	weighing->seen[at] = (uint32_t)slot + 1;
	weighing->met[at] = weighing->sentence;
	add_row(&weighing->part, row);
	if (is_new)
		add_row(&weighing->whole, row);
}

/*
 * The table is larger than the nearest caches: its slots are sent for as
 * the words are read, and looked at when many are.
 */
static void
send_for(struct weighing *weighing, uint32_t word)
{
	const struct cnd_scales *scales = weighing->scales;
	size_t home = home_of(scales, word);

	__builtin_prefetch(&scales->tags[home]);
	__builtin_prefetch(&scales->slots[home]);
	weighing->waiting[weighing->waiting_count++] = word;
}

static void
add_waiting(struct weighing *weighing)
{
	const struct cnd_scales *scales = weighing->scales;
	size_t known[WAITING];
	size_t count = 0;

	for (size_t i = 0; i < weighing->waiting_count; i++) {
		size_t slot = slot_of(scales, weighing->waiting[i]);

		if (scales->tags[slot] == 0)
			continue;
		__builtin_prefetch(&scales->rows[scales->slots[slot].row]);
		known[count++] = slot;
	}
	for (size_t i = 0; i < count; i++)
		add(weighing, known[i]);
	weighing->waiting_count = 0;
}

static float
odds_of(const struct cnd_scales *scales, size_t scale, const struct sum *sum)
{
	return (float)(scales->items[scale].bias +
		sum->hundredths[scale] / 100.0 / sqrt(sum->known[scale] + 1.0));
}

static void
end_sentence(struct weighing *weighing)
{
	add_waiting(weighing);
	for (size_t i = 0; i < weighing->scales->count; i++) {
		float odds = odds_of(weighing->scales, i, &weighing->part);

		if (weighing->is_first || odds > weighing->best[i])
			weighing->best[i] = odds;
	}
	weighing->is_first = false;
	weighing->part = (struct sum){ 0 };
}

static void
add_all(struct weighing *weighing, struct cnd_str passage)
{
	struct cnd_wording walk = { .text = passage };
	struct cnd_weighed_word word;
	uint32_t before = 0;

	while (cnd_wording_next(&walk, &word)) {
		if (!word.follows && weighing->sentence > 0)
			end_sentence(weighing);
		if (!word.follows)
			weighing->sentence = weighing->sentence % 255 + 1;
		if (weighing->waiting_count > WAITING - 2)
			add_waiting(weighing);
		send_for(weighing, word.number);
		if (word.follows)
			send_for(weighing,
				cnd_wording_pair(before, word.number));
		before = word.number;
	}
	end_sentence(weighing);
}

/* What the telling sentence counts beside the whole (docs/scales.md). */
static const float share_of_best = 0.6F;

void
cnd_scales_weigh(const struct cnd_scales *scales, struct cnd_str passage,
	float odds[CND_SCALES_MOST])
{
	struct weighing weighing = { .scales = scales, .is_first = true };

	add_all(&weighing, cnd_utf8_front(passage, CND_SCALES_TEXT));
	for (size_t i = 0; i < scales->count; i++)
		odds[i] = (odds_of(scales, i, &weighing.whole) +
				  share_of_best * weighing.best[i]) /
			(1 + share_of_best);
}

float
cnd_scales_odds(double chance)
{
	return (float)log(chance / (1 - chance));
}

int
cnd_scales_pull(
	const struct cnd_scales *scales, uint32_t scale, struct cnd_str part)
{
	struct weighing weighing = { .scales = scales, .is_first = true };

	add_all(&weighing, cnd_utf8_front(part, CND_SCALES_TEXT));
	return weighing.whole.hundredths[scale];
}
