/*
 * From forms to words that can be looked up.  A form is read as words and
 * gaps between places where anything may stand; a run of words and gaps
 * without such a place is a sequence.  Whatever is dropped makes the
 * sequence say less, and takes from the pattern that it is pure.
 */
#include "match/table.h"

#include "base/buf.h"

#include <string.h>

/* Words of one sequence: those next to the anchor are what counts. */
enum { SEQUENCE_MAX = 12 };

enum element_kind { ELEMENT_START, ELEMENT_WORD, ELEMENT_GAP, ELEMENT_ANY };

/* A word, with what is known of its edges, and the gap before it. */
struct word {
	struct cnd_word_test test;
	bool is_closed_left; /* the form says that the word begins here */
	bool is_closed_right;
	size_t run; /* which run of words without ANY it is of */
	bool is_first_of_run;
};

struct reading {
	struct cnd_arena *arena;
	struct word *words;
	size_t count;
	enum element_kind last;
	bool has_edge; /* \b stands behind the last element */
	bool is_exact;
	size_t run;
	struct cnd_buf gap; /* bytes of the gap being read */
	bool is_any_gap;
};

static struct word *
last_word(struct reading *reading)
{
	return &reading->words[reading->count - 1];
}

/* The gap read so far, for the word that follows it. */
static struct cnd_str
take_gap(struct reading *reading)
{
	struct cnd_str gap = { 0 };

	if (!reading->is_any_gap)
		gap = cnd_arena_copy(
			reading->arena, cnd_buf_str(&reading->gap));
	cnd_buf_clear(&reading->gap);
	reading->is_any_gap = false;
	return gap;
}

static void
begin_word(struct reading *reading)
{
	struct word *word = &reading->words[reading->count];
	bool is_joined = reading->last == ELEMENT_GAP && reading->count > 0 &&
		reading->words[reading->count - 1].run == reading->run;

	*word = (struct word){
		.is_closed_left =
			reading->has_edge || reading->last == ELEMENT_GAP,
		.run = reading->run,
		.is_first_of_run = !is_joined,
	};
	if (reading->last == ELEMENT_GAP) {
		struct cnd_str gap = take_gap(reading);

		word->test.gap = is_joined ? gap : (struct cnd_str){ 0 };
		reading->is_exact = reading->is_exact && is_joined;
	} else if (!reading->has_edge) {
		reading->is_exact = false;
	}
	reading->count++;
}

static void
add_letters(struct reading *reading, struct cnd_word_test *test,
	const struct cnd_symbol *symbol)
{
	struct cnd_buf joined = { 0 };

	if (test->letters.len == 0) {
		test->letters = symbol->text;
		test->is_fold = symbol->is_fold;
		return;
	}
	if (test->is_fold != symbol->is_fold) {
		/* Folding all of it covers both. */
		test->is_fold = true;
		reading->is_exact = false;
	}
	if (test->behind != CND_AFFIX_NONE) {
		/* "a\w+b": what stands behind "a" is not known. */
		reading->is_exact = false;
		return;
	}
	cnd_buf_put(&joined, test->letters);
	cnd_buf_put(&joined, symbol->text);
	test->letters = cnd_arena_copy(reading->arena, cnd_buf_str(&joined));
	cnd_buf_dispose(&joined);
}

static void
read_word(struct reading *reading, const struct cnd_symbol *symbol)
{
	bool is_new = reading->last != ELEMENT_WORD;
	struct cnd_word_test *test;

	if (is_new)
		begin_word(reading);
	else if (reading->has_edge)
		reading->is_exact = false; /* \b inside a word: never */
	reading->has_edge = false;
	reading->last = ELEMENT_WORD;
	test = &last_word(reading)->test;
	if (symbol->kind == CND_SYMBOL_LETTERS) {
		add_letters(reading, test, symbol);
		return;
	}
	if (is_new) {
		test->before = CND_AFFIX_SOME;
	} else if (test->letters.len == 0) {
		reading->is_exact = false; /* two letters at least */
	} else {
		if (test->before != CND_AFFIX_NONE ||
			test->behind != CND_AFFIX_NONE)
			reading->is_exact = false;
		test->behind = CND_AFFIX_SOME;
	}
}

static bool
is_ascii_mark(struct cnd_str text)
{
	return text.len == 1 && (unsigned char)text.data[0] < 0x80 &&
		!cnd_is_space(text.data[0]);
}

/* Whether what a gap ends with and this symbol could share characters. */
static bool
is_doubtful_gap(const struct reading *reading, const struct cnd_symbol *symbol)
{
	size_t len = reading->gap.len;
	char before = len == 0 ? '\0' : reading->gap.data[len - 1];
	bool is_mark =
		symbol->kind == CND_SYMBOL_MARK && is_ascii_mark(symbol->text);

	if (symbol->kind == CND_SYMBOL_GAP)
		return true;
	if (symbol->kind == CND_SYMBOL_MARK &&
		symbol->text.data[0] == CND_GAP_BLANKS)
		return true;
	if (len == 0)
		return false;
	if (before == CND_GAP_BLANKS)
		return !is_mark;
	return symbol->kind == CND_SYMBOL_BLANKS &&
		((unsigned char)before >= 0x80 || cnd_is_space(before));
}

static void
read_gap(struct reading *reading, const struct cnd_symbol *symbol)
{
	if (reading->last == ELEMENT_WORD) {
		last_word(reading)->is_closed_right = true;
	} else if (reading->has_edge) {
		/* \b before what is no word: something else stands there. */
		reading->is_exact = false;
	}
	if (reading->last != ELEMENT_WORD && reading->last != ELEMENT_GAP)
		reading->is_exact = false;
	if (reading->last != ELEMENT_GAP) {
		cnd_buf_clear(&reading->gap);
		reading->is_any_gap = false;
	}
	reading->last = ELEMENT_GAP;
	reading->has_edge = false;
	if (is_doubtful_gap(reading, symbol)) {
		reading->is_any_gap = true;
		reading->is_exact = false;
	}
	if (symbol->kind == CND_SYMBOL_BLANKS)
		cnd_buf_putc(&reading->gap, CND_GAP_BLANKS);
	else
		cnd_buf_put(&reading->gap, symbol->text);
}

static void
read_any(struct reading *reading)
{
	if (reading->last == ELEMENT_WORD && reading->has_edge)
		last_word(reading)->is_closed_right = true;
	reading->is_exact = false;
	reading->has_edge = false;
	reading->last = ELEMENT_ANY;
	reading->run++;
}

static void
read_symbol(struct reading *reading, const struct cnd_symbol *symbol)
{
	switch (symbol->kind) {
	case CND_SYMBOL_LETTERS:
	case CND_SYMBOL_WORD:
		read_word(reading, symbol);
		break;
	case CND_SYMBOL_MARK:
	case CND_SYMBOL_BLANKS:
	case CND_SYMBOL_GAP:
		read_gap(reading, symbol);
		break;
	case CND_SYMBOL_ANY:
		read_any(reading);
		break;
	case CND_SYMBOL_EDGE:
		reading->has_edge = true;
		break;
	}
}

/* A side where the word may go on is open: more letters may stand there. */
static void
open_sides(struct word *word)
{
	struct cnd_word_test *test = &word->test;

	if (!word->is_closed_left && test->before == CND_AFFIX_NONE)
		test->before = CND_AFFIX_MAYBE;
	if (!word->is_closed_right && test->behind == CND_AFFIX_NONE)
		test->behind = CND_AFFIX_MAYBE;
	if (test->letters.len > 0)
		test->key = cnd_word_key(test->letters);
}

static void
read_form(struct reading *reading, const struct cnd_form *form)
{
	reading->words = cnd_arena_array(
		reading->arena, form->count + 1, sizeof(*reading->words));
	reading->is_exact = form->is_exact;
	for (size_t i = 0; i < form->count; i++)
		read_symbol(reading, &form->symbols[i]);
	if (reading->last == ELEMENT_WORD && reading->has_edge)
		last_word(reading)->is_closed_right = true;
	else
		reading->is_exact = false;
	for (size_t i = 0; i < reading->count; i++)
		open_sides(&reading->words[i]);
}

/* The way to look a word up; false when there is none. */
static bool
anchor_of_word(const struct cnd_word_test *test, enum cnd_anchor_kind *kind,
	unsigned *cost)
{
	if (test->letters.len == 0)
		return false;
	if (test->before == CND_AFFIX_NONE && test->behind == CND_AFFIX_NONE) {
		*kind = CND_ANCHOR_WORD;
		*cost = cnd_word_cost(test->letters);
		return true;
	}
	if (test->letters.len < CND_AFFIX)
		return false;
	*kind = test->before == CND_AFFIX_NONE ? CND_ANCHOR_START
					       : CND_ANCHOR_END;
	*cost = 60;
	return test->before == CND_AFFIX_NONE || test->behind == CND_AFFIX_NONE;
}

/* The index of the best word to look up, or count. */
static size_t
choose_anchor(const struct reading *reading, struct cnd_sequence *sequence)
{
	size_t best = reading->count;
	unsigned best_cost = 0;

	for (size_t i = 0; i < reading->count; i++) {
		enum cnd_anchor_kind kind;
		unsigned cost;

		if (!anchor_of_word(&reading->words[i].test, &kind, &cost))
			continue;
		if (best < reading->count && cost >= best_cost)
			continue;
		best = i;
		best_cost = cost;
		sequence->kind = kind;
	}
	return best;
}

static uint32_t
key_of_anchor(const struct cnd_sequence *sequence)
{
	const struct cnd_word_test *test = &sequence->tests[sequence->anchor];

	switch (sequence->kind) {
	case CND_ANCHOR_START:
		return cnd_start_key(test->letters);
	case CND_ANCHOR_END:
		return cnd_end_key(test->letters);
	default:
		return test->key;
	}
}

/* The run around the anchor, or as much of it as a sequence holds. */
static bool
make_sequence(struct reading *reading, struct cnd_arena *arena,
	struct cnd_sequence *sequence)
{
	size_t anchor = choose_anchor(reading, sequence);
	size_t from = anchor;
	size_t to = anchor + 1;
	struct cnd_word_test *tests;

	if (anchor == reading->count)
		return false;
	while (from > 0 && !reading->words[from].is_first_of_run &&
		anchor - from < SEQUENCE_MAX / 2)
		from--;
	while (to < reading->count && !reading->words[to].is_first_of_run &&
		to - from < SEQUENCE_MAX)
		to++;
	if (from > 0 || to < reading->count)
		reading->is_exact = false;
	tests = cnd_arena_array(arena, to - from, sizeof(*tests));
	for (size_t i = from; i < to; i++) {
		tests[i - from] = reading->words[i].test;
		tests[i - from].letters =
			cnd_arena_copy(arena, tests[i - from].letters);
		tests[i - from].gap =
			cnd_arena_copy(arena, tests[i - from].gap);
	}
	sequence->tests = tests;
	sequence->count = (uint16_t)(to - from);
	sequence->anchor = (uint16_t)(anchor - from);
	sequence->key = key_of_anchor(sequence);
	return true;
}

static bool
is_same_test(const struct cnd_word_test *a, const struct cnd_word_test *b)
{
	return a->before == b->before && a->behind == b->behind &&
		a->is_fold == b->is_fold &&
		cnd_str_equal(a->letters, b->letters) &&
		cnd_str_equal(a->gap, b->gap);
}

static bool
is_same(const struct cnd_sequence *a, const struct cnd_sequence *b)
{
	if (a->pattern != b->pattern || a->count != b->count ||
		a->anchor != b->anchor)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!is_same_test(&a->tests[i], &b->tests[i]))
			return false;
	return true;
}

/* Forms that differ behind ANY alone follow each other: one is enough. */
static void
push(struct cnd_arena *arena, struct cnd_sequences *list,
	const struct cnd_sequence *sequence)
{
	if (list->count > 0 && is_same(&list->items[list->count - 1], sequence))
		return;
	list->items = cnd_arena_grow(arena, list->items, list->count,
		&list->capacity, sizeof(*list->items));
	list->items[list->count++] = *sequence;
}

bool
cnd_sequences_of_forms(struct cnd_arena *arena, struct cnd_forms forms,
	uint32_t pattern, struct cnd_sequences *sequences, bool *is_pure)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct reading reading = { 0 };
	size_t before = sequences->count;
	bool ok = true;

	*is_pure = true;
	for (size_t i = 0; ok && i < forms.count; i++) {
		struct cnd_sequence sequence = {
			.pattern = pattern,
			.priority = (uint32_t)i,
		};
		struct cnd_buf gap = reading.gap;

		cnd_arena_reset(scratch);
		cnd_buf_clear(&gap);
		reading = (struct reading){ .arena = scratch, .gap = gap };
		read_form(&reading, &forms.items[i]);
		ok = make_sequence(&reading, arena, &sequence);
		*is_pure = *is_pure && reading.is_exact;
		if (ok)
			push(arena, sequences, &sequence);
	}
	if (!ok)
		sequences->count = before;
	cnd_buf_dispose(&reading.gap);
	cnd_arena_free(scratch);
	return ok;
}
