/*
 * From forms to sequences of words that stand where a pattern matches and
 * nowhere else: the pure patterns.  A form that leaves anything open makes
 * its pattern impure, and then this file says nothing of it.
 */
#include "match/table.h"

#include "base/buf.h"
#include "match/forms.h"
#include "match/words.h"

#include <stdlib.h>
#include <string.h>

/* Words of a sequence: phrases longer than this are left to PCRE2. */
enum { WORDS_MAX = 12 };

enum element { ELEMENT_START, ELEMENT_WORD, ELEMENT_GAP };

struct reading {
	struct cnd_arena *arena;
	struct cnd_word_test words[WORDS_MAX];
	size_t count;
	enum element last;
	bool has_edge; /* \b stands behind the last element */
	struct cnd_buf gap; /* bytes of the gap being read */
};

static struct cnd_word_test *
last_word(struct reading *reading)
{
	return &reading->words[reading->count - 1];
}

/* Adds to the word being read; false when that says more than a test. */
static bool
extend_word(struct reading *reading, const struct cnd_symbol *symbol)
{
	struct cnd_word_test *test = last_word(reading);
	struct cnd_buf joined = { 0 };

	if (test->behind != CND_AFFIX_NONE)
		return false;
	if (symbol->kind == CND_SYMBOL_WORD) {
		/* "a\w+", but neither "\w+\w+" nor "\w+a\w+". */
		test->behind = CND_AFFIX_SOME;
		return test->letters.len > 0 && test->before == CND_AFFIX_NONE;
	}
	if (test->letters.len == 0) {
		test->letters = symbol->text;
		test->is_fold = symbol->is_fold;
		return true;
	}
	cnd_buf_put(&joined, test->letters);
	cnd_buf_put(&joined, symbol->text);
	test->letters = cnd_arena_copy(reading->arena, cnd_buf_str(&joined));
	cnd_buf_dispose(&joined);
	return test->is_fold == symbol->is_fold;
}

static bool
read_word(struct reading *reading, const struct cnd_symbol *symbol)
{
	struct cnd_word_test test = { 0 };

	/* \b inside a word never holds, and never is meant. */
	if (reading->last == ELEMENT_WORD)
		return !reading->has_edge && extend_word(reading, symbol);
	if (reading->last == ELEMENT_START && !reading->has_edge)
		return false;
	if (reading->count == WORDS_MAX)
		return false;
	if (symbol->kind == CND_SYMBOL_WORD) {
		test.before = CND_AFFIX_SOME;
	} else {
		test.letters = symbol->text;
		test.is_fold = symbol->is_fold;
	}
	if (reading->last == ELEMENT_GAP)
		test.gap = cnd_arena_copy(
			reading->arena, cnd_buf_str(&reading->gap));
	cnd_buf_clear(&reading->gap);
	reading->words[reading->count++] = test;
	reading->last = ELEMENT_WORD;
	reading->has_edge = false;
	return true;
}

static bool
is_ascii_mark(struct cnd_str text)
{
	return text.len == 1 && (unsigned char)text.data[0] < 0x80 &&
		!cnd_is_space(text.data[0]);
}

/* Whether what a gap ends with and this symbol cannot share characters. */
static bool
is_clear_gap(const struct reading *reading, const struct cnd_symbol *symbol)
{
	size_t len = reading->gap.len;
	char before = len == 0 ? '\0' : reading->gap.data[len - 1];

	if (symbol->kind == CND_SYMBOL_MARK &&
		symbol->text.data[0] == CND_GAP_BLANKS)
		return false;
	if (len == 0)
		return true;
	if (before == CND_GAP_BLANKS)
		return symbol->kind == CND_SYMBOL_MARK &&
			is_ascii_mark(symbol->text);
	return symbol->kind != CND_SYMBOL_BLANKS ||
		((unsigned char)before < 0x80 && !cnd_is_space(before));
}

static bool
read_gap(struct reading *reading, const struct cnd_symbol *symbol)
{
	if (reading->last == ELEMENT_START || !is_clear_gap(reading, symbol))
		return false;
	/* \b inside a gap never holds. */
	if (reading->last == ELEMENT_GAP && reading->has_edge)
		return false;
	reading->last = ELEMENT_GAP;
	reading->has_edge = false;
	if (symbol->kind == CND_SYMBOL_BLANKS)
		cnd_buf_putc(&reading->gap, CND_GAP_BLANKS);
	else
		cnd_buf_put(&reading->gap, symbol->text);
	return true;
}

static bool
read_symbol(struct reading *reading, const struct cnd_symbol *symbol)
{
	switch (symbol->kind) {
	case CND_SYMBOL_LETTERS:
	case CND_SYMBOL_WORD:
		return read_word(reading, symbol);
	case CND_SYMBOL_MARK:
	case CND_SYMBOL_BLANKS:
		return read_gap(reading, symbol);
	case CND_SYMBOL_EDGE:
		reading->has_edge = true;
		return true;
	default:
		return false;
	}
}

static bool
read_form(struct reading *reading, const struct cnd_form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (!read_symbol(reading, &form->symbols[i]))
			return false;
	return reading->last == ELEMENT_WORD && reading->has_edge;
}

/* By its first or last letters: two of them, better three. */
static bool
anchor_of_affix(const struct cnd_word_test *test, enum cnd_anchor_kind *kind,
	unsigned *cost)
{
	size_t len = test->letters.len;

	if (len < 2 ||
		(test->before != CND_AFFIX_NONE &&
			test->behind != CND_AFFIX_NONE))
		return false;
	if (test->before == CND_AFFIX_NONE)
		*kind = len > 2 ? CND_ANCHOR_START : CND_ANCHOR_START_OF_TWO;
	else
		*kind = len > 2 ? CND_ANCHOR_END : CND_ANCHOR_END_OF_TWO;
	*cost = len > 4 ? 20 : len > 2 ? 40 : 150;
	return true;
}

bool
cnd_anchor_of_word(const struct cnd_word_test *test, enum cnd_anchor_kind *kind,
	unsigned *cost)
{
	if (test->letters.len > 0 && test->before == CND_AFFIX_NONE &&
		test->behind == CND_AFFIX_NONE) {
		*kind = CND_ANCHOR_WORD;
		*cost = cnd_word_cost(test->letters);
		return true;
	}
	if (anchor_of_affix(test, kind, cost))
		return true;
	*kind = test->starts_with_digit ? CND_ANCHOR_START_DIGIT
					: CND_ANCHOR_END_DIGIT;
	*cost = 400;
	return test->starts_with_digit || test->ends_with_digit;
}

uint32_t
cnd_key_of_anchor(const struct cnd_word_test *test, enum cnd_anchor_kind kind)
{
	switch (kind) {
	case CND_ANCHOR_WORD:
		return cnd_word_key(test->letters);
	case CND_ANCHOR_START:
		return cnd_start_key(test->letters, 3);
	case CND_ANCHOR_START_OF_TWO:
		return cnd_start_key(test->letters, 2);
	case CND_ANCHOR_END:
		return cnd_end_key(test->letters, 3);
	case CND_ANCHOR_END_OF_TWO:
		return cnd_end_key(test->letters, 2);
	default:
		return CND_DIGIT_KEY;
	}
}

/* The word that is best to look up; false when none can be. */
static bool
choose_anchor(const struct cnd_word_test *words, struct cnd_sequence *sequence)
{
	unsigned best = 0;
	bool has_one = false;

	for (uint16_t i = 0; i < sequence->count; i++) {
		enum cnd_anchor_kind kind;
		unsigned cost;

		if (!cnd_anchor_of_word(&words[i], &kind, &cost) ||
			(has_one && cost >= best))
			continue;
		has_one = true;
		best = cost;
		sequence->anchor = i;
		sequence->kind = kind;
	}
	if (has_one)
		sequence->key = cnd_key_of_anchor(
			&words[sequence->anchor], sequence->kind);
	return has_one;
}

static bool
make_sequence(struct reading *reading, struct cnd_arena *arena,
	struct cnd_sequence *sequence)
{
	struct cnd_word_test *tests;

	sequence->count = (uint16_t)reading->count;
	if (!choose_anchor(reading->words, sequence))
		return false;
	tests = cnd_arena_array(arena, reading->count, sizeof(*tests));
	for (size_t i = 0; i < reading->count; i++) {
		tests[i] = reading->words[i];
		tests[i].letters = cnd_arena_copy(arena, tests[i].letters);
		tests[i].gap = cnd_arena_copy(arena, tests[i].gap);
		if (tests[i].letters.len > 0)
			tests[i].key = cnd_word_key(tests[i].letters);
	}
	sequence->tests = tests;
	return true;
}

void
cnd_sequences_add(struct cnd_arena *arena, struct cnd_sequences *list,
	const struct cnd_sequence *sequence)
{
	list->items = cnd_arena_grow(arena, list->items, list->count,
		&list->capacity, sizeof(*list->items));
	list->items[list->count++] = *sequence;
}

static int
compare_sequences(const void *left, const void *right)
{
	const struct cnd_sequence *a = left;
	const struct cnd_sequence *b = right;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->is_hint != b->is_hint)
		return a->is_hint ? 1 : -1;
	if (a->pattern != b->pattern)
		return a->pattern < b->pattern ? -1 : 1;
	return (a->priority > b->priority) - (a->priority < b->priority);
}

void
cnd_sequences_sort(struct cnd_sequences *list)
{
	if (list->count > 0)
		qsort(list->items, list->count, sizeof(*list->items),
			compare_sequences);
}

bool
cnd_sequences_share_key(
	const struct cnd_sequence *a, const struct cnd_sequence *b)
{
	return a->kind == b->kind && a->key == b->key;
}

bool
cnd_sequences_of_tree(struct cnd_matcher *matcher, const struct cnd_node *tree)
{
	struct reading reading = { .arena = matcher->scratch };
	struct cnd_sequences *sequences = &matcher->sequences;
	struct cnd_forms forms = { 0 };
	size_t before = sequences->count;
	bool ok = cnd_forms_of_tree(matcher->scratch, tree, &forms);

	for (size_t i = 0; ok && i < forms.count; i++) {
		struct cnd_sequence sequence = {
			.pattern = (uint32_t)matcher->pattern_count,
			.priority = (uint32_t)i,
			.before = CND_NEIGHBOURS_ALL,
			.behind = CND_NEIGHBOURS_ALL,
		};

		reading.count = 0;
		reading.last = ELEMENT_START;
		reading.has_edge = false;
		cnd_buf_clear(&reading.gap);
		ok = read_form(&reading, &forms.items[i]) &&
			make_sequence(&reading, matcher->arena, &sequence);
		if (ok)
			cnd_sequences_add(matcher->arena, sequences, &sequence);
	}
	if (!ok)
		sequences->count = before;
	cnd_buf_dispose(&reading.gap);
	return ok;
}
