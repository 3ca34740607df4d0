/*
 * Learns a scale (src/weigh/scales.h) from passages of which it is known
 * what they say, and prints it as a file for rules/weights.
 *
 *	train SCALE DESCRIPTION FILE...
 *
 * Each line of a file is what is known of a passage, a tab, and the passage.
 * Known is a list, separated by blanks: "+commissioned" it says that,
 * "-commissioned" it does not, "-statements" it says no statement that is
 * not listed.  Lines that tell nothing of the scale are passed over.
 *
 * The method is logistic regression by stochastic gradient descent, the
 * weights averaged over the later rounds: first over the passages and all
 * words met twice; then with sentences beside them, of a passage that says
 * it the one that says it most, of the others all; then the same again over
 * the words that turned out to weigh most.  Its order is drawn from a fixed
 * seed: equal files give equal scales.
 */
#include "weigh/wording.h"

#include "base/arena.h"
#include "base/buf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ROUNDS = 40,
	ROUNDS_FORGOTTEN = 10, /* the first, of which no weights are averaged */
	WORDS_KEPT = 30000, /* of a scale: with fewer it errs more */
	LEAST = 2, /* passages that a word must be met in */
};

static const double rate = 0.45; /* of descent */
static const double bias_rate = 0.015;
static const double decay = 0.0007; /* of weights, at each step */

/*
 * What a passage counts that is of no whole report (one whose file's name
 * does not begin with "reports"): among those, what scales are for is much
 * more frequent than it is where they are used.
 */
static const double apart = 0.35;

/* A word or a pair, by its number. */
struct feature {
	uint32_t number;
	struct cnd_str first; /* empty: a word alone */
	struct cnd_str second;
	unsigned passages;
	double weight;
	double sum; /* of the weights that are averaged */
	bool is_known;
};

struct passage {
	bool is_so;
	bool is_learned;
	double counts; /* 1 for as much as others */
	size_t whole; /* of a sentence the passage, of a passage itself */
	uint32_t *features; /* places among the features, each once */
	size_t count;
};

struct lesson {
	struct cnd_arena *arena;
	const char *scale;
	struct feature *features;
	size_t feature_count;
	size_t feature_capacity;
	uint32_t *slots; /* an open table: places, and one more */
	size_t slot_count;
	struct passage *passages; /* each with its sentences behind it */
	size_t passage_count;
	size_t passage_capacity;
	size_t *order; /* their places, shuffled */
	double bias;
	uint64_t seed;
};

/* ---- reading ---- */

static void
die(const char *what, const char *name)
{
	fprintf(stderr, "train: %s: %s\n", what, name);
	exit(1);
}

static struct cnd_str
read_file(struct cnd_arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	struct cnd_buf buf = { 0 };
	struct cnd_str made;
	char part[4096];
	size_t len;

	if (file == NULL)
		die("cannot read", path);
	while ((len = fread(part, 1, sizeof(part), file)) > 0)
		cnd_buf_put(&buf, (struct cnd_str){ part, len });
	fclose(file);
	made = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	return made;
}

static bool
is_statement(const char *scale)
{
	static const char *const others[] = { "dissent", "settled", "vague",
		NULL };

	return !cnd_str_is_one_of(cnd_str_of(scale), others);
}

/* 1 so, 0 not so, -1 it is not told. */
static int
judgement(const char *scale, struct cnd_str known)
{
	struct cnd_str rest = known;
	int told = -1;

	while (rest.len > 0) {
		struct cnd_str item = cnd_str_split(&rest, ' ');
		struct cnd_str name = cnd_str_slice(item, 1, item.len);

		if (cnd_str_equal(name, cnd_str_of(scale)))
			return item.data[0] == '+';
		if (is_statement(scale) &&
			cnd_str_equal(item, CND_STR("-statements")))
			told = 0;
	}
	return told;
}

/* ---- features ---- */

static void
grow_table(struct lesson *lesson)
{
	size_t count = lesson->slot_count == 0 ? 1024 : lesson->slot_count * 2;

	free(lesson->slots);
	lesson->slots = calloc(count, sizeof(*lesson->slots));
	if (lesson->slots == NULL)
		die("no memory", lesson->scale);
	lesson->slot_count = count;
	for (size_t i = 0; i < lesson->feature_count; i++) {
		size_t at = lesson->features[i].number & (count - 1);

		while (lesson->slots[at] != 0)
			at = (at + 1) & (count - 1);
		lesson->slots[at] = (uint32_t)i + 1;
	}
}

static uint32_t
feature_of(struct lesson *lesson, uint32_t number, struct cnd_str first,
	struct cnd_str second)
{
	size_t at;

	if (lesson->feature_count * 2 >= lesson->slot_count)
		grow_table(lesson);
	at = number & (lesson->slot_count - 1);
	while (lesson->slots[at] != 0) {
		if (lesson->features[lesson->slots[at] - 1].number == number)
			return lesson->slots[at] - 1;
		at = (at + 1) & (lesson->slot_count - 1);
	}
	lesson->features = cnd_arena_grow(lesson->arena, lesson->features,
		lesson->feature_count, &lesson->feature_capacity,
		sizeof(*lesson->features));
	lesson->features[lesson->feature_count] = (struct feature){
		.number = number, .first = first, .second = second
	};
	lesson->slots[at] = (uint32_t)++lesson->feature_count;
	return (uint32_t)lesson->feature_count - 1;
}

static void
add_feature(struct passage *passage, uint32_t feature)
{
	for (size_t i = 0; i < passage->count; i++)
		if (passage->features[i] == feature)
			return;
	passage->features[passage->count++] = feature;
}

static size_t
new_passage(struct lesson *lesson, const struct passage *like, size_t bytes)
{
	struct passage *made;

	lesson->passages = cnd_arena_grow(lesson->arena, lesson->passages,
		lesson->passage_count, &lesson->passage_capacity,
		sizeof(*lesson->passages));
	made = &lesson->passages[lesson->passage_count];
	*made = *like;
	made->features = cnd_arena_array(
		lesson->arena, 2 * bytes + 1, sizeof(*made->features));
	return lesson->passage_count++;
}

/* Adds a passage and its sentences. */
static void
add_passage(
	struct lesson *lesson, struct cnd_str text, const struct passage *like)
{
	struct passage sentence = *like;
	size_t whole = new_passage(lesson, like, text.len);
	struct cnd_wording walk = { .text = text };
	struct cnd_weighed_word word;
	struct cnd_weighed_word before = { 0 };
	size_t part = whole;
	size_t from = 0; /* at or before the word */

	lesson->passages[whole].whole = whole;
	sentence.whole = whole;
	while (cnd_wording_next(&walk, &word)) {
		uint32_t alone = feature_of(
			lesson, word.number, (struct cnd_str){ 0 }, word.text);

		if (!word.follows)
			part = new_passage(lesson, &sentence, text.len - from);
		add_feature(&lesson->passages[whole], alone);
		add_feature(&lesson->passages[part], alone);
		if (word.follows) {
			uint32_t pair = feature_of(lesson,
				cnd_wording_pair(before.number, word.number),
				before.text, word.text);

			add_feature(&lesson->passages[whole], pair);
			add_feature(&lesson->passages[part], pair);
		}
		before = word;
		from = walk.at;
	}
	for (size_t i = 0; i < lesson->passages[whole].count; i++)
		lesson->features[lesson->passages[whole].features[i]]
			.passages++;
}

static bool
is_of_reports(const char *path)
{
	const char *slash = strrchr(path, '/');

	return cnd_str_starts_with(cnd_str_of(slash == NULL ? path : slash + 1),
		CND_STR("reports"));
}

static void
read_passages(struct lesson *lesson, const char *path)
{
	struct cnd_str rest = read_file(lesson->arena, path);
	struct passage like = { .counts = is_of_reports(path) ? 1 : apart };

	while (rest.len > 0) {
		struct cnd_str text = cnd_str_split(&rest, '\n');
		struct cnd_str known = cnd_str_split(&text, '\t');
		int told = judgement(lesson->scale, known);

		like.is_so = told == 1;
		if (told >= 0)
			add_passage(lesson, text, &like);
	}
}

/* ---- learning ---- */

/* Forgets, in the passages, what is not known. */
static void
keep_known(struct lesson *lesson)
{
	for (size_t i = 0; i < lesson->passage_count; i++) {
		struct passage *passage = &lesson->passages[i];
		size_t kept = 0;

		for (size_t k = 0; k < passage->count; k++)
			if (lesson->features[passage->features[k]].is_known)
				passage->features[kept++] =
					passage->features[k];
		passage->count = kept;
	}
}

/* xorshift64 (Marsaglia 2003). */
static uint64_t
next_random(struct lesson *lesson)
{
	lesson->seed ^= lesson->seed << 13;
	lesson->seed ^= lesson->seed >> 7;
	lesson->seed ^= lesson->seed << 17;
	return lesson->seed;
}

static void
shuffle(struct lesson *lesson)
{
	for (size_t i = lesson->passage_count; i > 1; i--) {
		size_t other = next_random(lesson) % i;
		size_t kept = lesson->order[i - 1];

		lesson->order[i - 1] = lesson->order[other];
		lesson->order[other] = kept;
	}
}

static double
odds_of(const struct lesson *lesson, const struct passage *passage)
{
	double sum = 0;

	for (size_t i = 0; i < passage->count; i++)
		sum += lesson->features[passage->features[i]].weight;
	return lesson->bias + sum / sqrt((double)passage->count + 1);
}

static void
learn_from(struct lesson *lesson, const struct passage *passage)
{
	double norm = 1 / sqrt((double)passage->count + 1);
	double error = passage->counts *
		(1 / (1 + exp(-odds_of(lesson, passage))) - passage->is_so);

	lesson->bias -= bias_rate * error;
	for (size_t i = 0; i < passage->count; i++) {
		double *weight = &lesson->features[passage->features[i]].weight;

		*weight -= rate * error * norm + decay * *weight;
	}
}

static void
learn_once(struct lesson *lesson)
{
	shuffle(lesson);
	for (size_t i = 0; i < lesson->passage_count; i++) {
		const struct passage *passage =
			&lesson->passages[lesson->order[i]];

		if (passage->is_learned)
			learn_from(lesson, passage);
	}
}

static void
learn(struct lesson *lesson)
{
	const int averaged = ROUNDS - ROUNDS_FORGOTTEN;
	double bias = 0;

	lesson->bias = -2;
	lesson->seed = UINT64_C(0x2545f4914f6cdd1d);
	for (size_t i = 0; i < lesson->feature_count; i++)
		lesson->features[i].weight = lesson->features[i].sum = 0;
	for (size_t i = 0; i < lesson->passage_count; i++)
		lesson->order[i] = i;
	for (int round = 0; round < ROUNDS; round++) {
		learn_once(lesson);
		if (round < ROUNDS_FORGOTTEN)
			continue;
		bias += lesson->bias;
		for (size_t i = 0; i < lesson->feature_count; i++)
			lesson->features[i].sum += lesson->features[i].weight;
	}
	lesson->bias = bias / averaged;
	for (size_t i = 0; i < lesson->feature_count; i++)
		lesson->features[i].weight = lesson->features[i].sum / averaged;
}

/* Learns from passages alone. */
static void
choose_passages(struct lesson *lesson)
{
	for (size_t i = 0; i < lesson->passage_count; i++)
		lesson->passages[i].is_learned = lesson->passages[i].whole == i;
}

/* And from sentences.  Which of those in a passage that says it say it too
 * is not known, but that the likeliest one does. */
static void
choose_sentences(struct lesson *lesson)
{
	size_t best = 0; /* of the passage's; itself, when there is none yet */

	for (size_t i = 0; i < lesson->passage_count; i++) {
		struct passage *passage = &lesson->passages[i];
		bool is_first = best == passage->whole;

		passage->is_learned = true;
		if (passage->whole == i || !passage->is_so) {
			best = passage->whole;
			continue;
		}
		passage->is_learned = is_first ||
			odds_of(lesson, passage) >
				odds_of(lesson, &lesson->passages[best]);
		if (!passage->is_learned)
			continue;
		if (!is_first)
			lesson->passages[best].is_learned = false;
		best = i;
	}
}

/* By weight, the heaviest first; then by their words. */
static int
compare_features(const void *left, const void *right)
{
	const struct feature *a = *(struct feature *const *)left;
	const struct feature *b = *(struct feature *const *)right;
	long first = lround(a->weight * 100);
	long second = lround(b->weight * 100);
	int order;

	if (first != second)
		return first > second ? -1 : 1;
	order = cnd_str_compare(a->second, b->second);
	return order != 0 ? order : cnd_str_compare(a->first, b->first);
}

static int
compare_sizes(const void *left, const void *right)
{
	const struct feature *a = *(struct feature *const *)left;
	const struct feature *b = *(struct feature *const *)right;
	double first = fabs(a->weight);
	double second = fabs(b->weight);

	if (first != second)
		return first > second ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

static struct feature **
sorted(struct lesson *lesson, int (*compare)(const void *, const void *),
	size_t *count)
{
	struct feature **list = cnd_arena_array(
		lesson->arena, lesson->feature_count + 1, sizeof(*list));

	*count = 0;
	for (size_t i = 0; i < lesson->feature_count; i++)
		if (lesson->features[i].is_known)
			list[(*count)++] = &lesson->features[i];
	qsort(list, *count, sizeof(*list), compare);
	return list;
}

static void
keep_heavy(struct lesson *lesson)
{
	size_t count;
	struct feature **list = sorted(lesson, compare_sizes, &count);

	for (size_t i = WORDS_KEPT; i < count; i++)
		list[i]->is_known = false;
}

/* ---- printing ---- */

static void
put_word(struct cnd_str word)
{
	for (size_t i = 0; i < word.len; i++)
		putchar(cnd_to_lower(word.data[i]));
}

static void
print(struct lesson *lesson, const char *description)
{
	size_t count;
	struct feature **list = sorted(lesson, compare_features, &count);
	long last = 0;

	printf("# Made by `make weights` (docs/scales.md).\n"
	       "description: '%s'\nbias: %.2f\nweights:\n",
		description, lesson->bias);
	for (size_t i = 0; i < count; i++) {
		long weight = lround(list[i]->weight * 100);

		if (weight == 0)
			continue;
		if (weight != last)
			printf("  %ld:\n", weight);
		last = weight;
		printf("    - \"");
		if (list[i]->first.len > 0) {
			put_word(list[i]->first);
			putchar(' ');
		}
		put_word(list[i]->second);
		printf("\"\n");
	}
}

int
main(int argc, char **argv)
{
	struct lesson lesson = { .arena = cnd_arena_new() };

	if (argc < 4)
		die("needs a scale, a description and files", argv[0]);
	lesson.scale = argv[1];
	for (int i = 3; i < argc; i++)
		read_passages(&lesson, argv[i]);
	if (lesson.passage_count == 0)
		die("no passage tells of the scale", lesson.scale);
	for (size_t i = 0; i < lesson.feature_count; i++)
		lesson.features[i].is_known =
			lesson.features[i].passages >= LEAST;
	lesson.order = cnd_arena_array(
		lesson.arena, lesson.passage_count, sizeof(*lesson.order));
	keep_known(&lesson);
	choose_passages(&lesson);
	learn(&lesson);
	choose_sentences(&lesson);
	learn(&lesson);
	keep_heavy(&lesson);
	keep_known(&lesson);
	learn(&lesson);
	print(&lesson, argv[2]);
	fprintf(stderr, "%s: %zu passages and sentences\n", lesson.scale,
		lesson.passage_count);
	free(lesson.slots);
	cnd_arena_free(lesson.arena);
	return 0;
}
