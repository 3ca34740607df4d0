/* Scans with a memory, edit after edit, against scans without one. */
#include "cnd_test.h"

#include "lint/memory.h"
#include "rule/prepared.h"
#include "text/sentence.h"

#include <string.h>

enum { EDITS = 400, BLOCKS = 40 };

static const char *const lines[] = {
	"They met prior to noon.",
	"There was disagreement among panel members about this finding.",
	"Agencies should consider strengthening their oversight. The Board "
	"should audit 20 files by June 2027. Staff were reminded.",
	"",
	"The review was commissioned by the Board.  It was agreed.",
	"With hindsight, it was clear that he failed to engage.",
	"é 😀 Various and various, where appropriate.",
	"A plain sentence stands here.",
	"A plain sentence stands here.",
};

enum { LINES = sizeof(lines) / sizeof(lines[0]) };

struct text {
	const char *blocks[BLOCKS];
	size_t count;
	struct cnd_buf bytes;
	struct cnd_span spans[BLOCKS];
	struct cnd_span sentences[BLOCKS * 8];
	enum cnd_tie ties[BLOCKS];
	struct cnd_units units;
};

static void
cut_sentences(struct text *text, struct cnd_str block, uint32_t start)
{
	size_t at = 0;
	size_t from;
	size_t to;

	while (cnd_sentence_next(block, &at, &from, &to))
		text->sentences[text->units.sentence_count++] =
			(struct cnd_span){ start + (uint32_t)from,
				start + (uint32_t)to };
}

/* Lays the blocks one behind another, with a gap as documents have it. */
static void
lay(struct text *text)
{
	cnd_buf_clear(&text->bytes);
	text->units = (struct cnd_units){ .blocks = text->spans,
		.block_count = text->count,
		.sentences = text->sentences,
		.ties = text->ties };
	for (size_t i = 0; i < text->count; i++) {
		uint32_t start = (uint32_t)text->bytes.len;
		struct cnd_str block = cnd_str_of(text->blocks[i]);

		cnd_buf_put(&text->bytes, block);
		text->spans[i] =
			(struct cnd_span){ start, (uint32_t)text->bytes.len };
		cnd_buf_putc(&text->bytes, '\n');
		cut_sentences(text, block, start);
	}
	text->units.text = cnd_buf_str(&text->bytes);
}

static uint32_t
next(uint32_t *seed, size_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return below == 0 ? 0 : (*seed >> 8) % (uint32_t)below;
}

/* Changes, adds or takes away some blocks. */
static void
edit(struct text *text, uint32_t *seed)
{
	size_t at = next(seed, text->count + 1);
	size_t gone = next(seed, 3);
	size_t added = next(seed, 3);

	if (gone > text->count - at)
		gone = text->count - at;
	if (text->count - gone + added > BLOCKS)
		added = 0;
	memmove(text->blocks + at + added, text->blocks + at + gone,
		(text->count - at - gone) * sizeof(text->blocks[0]));
	for (size_t i = 0; i < added; i++)
		text->blocks[at + i] = lines[next(seed, LINES)];
	text->count += added - gone;
}

static void
assert_same_hits(const struct cnd_hits *got, const struct cnd_hits *want)
{
	assert_int_equal(got->count, want->count);
	for (size_t i = 0; i < got->count; i++) {
		const struct cnd_hit *a = &got->items[i];
		const struct cnd_hit *b = &want->items[i];

		if (a->pattern != b->pattern || a->tag != b->tag ||
			a->unit != b->unit || a->span.from != b->span.from ||
			a->span.to != b->span.to)
			fail_msg("hit %zu: tag %u unit %u at %u, not tag %u "
				 "unit %u at %u",
				i, (unsigned)a->tag, (unsigned)a->unit,
				(unsigned)a->span.from, (unsigned)b->tag,
				(unsigned)b->unit, (unsigned)b->span.from);
	}
	assert_int_equal(got->gave_up_count, want->gave_up_count);
}

static void
assert_remembers(struct cnd_memory *memory, const struct cnd_matcher *matcher,
	const struct cnd_units *units)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_hits got = { 0 };
	struct cnd_hits want = { 0 };

	cnd_memory_scan(memory, matcher, units, arena, &got);
	cnd_matcher_scan(matcher, units, arena, &want);
	assert_same_hits(&got, &want);
	cnd_arena_free(arena);
}

static void
edits_find_what_a_scan_of_all_finds(void **state)
{
	const struct cnd_ruleset *set = cnd_prepared_rules();
	struct cnd_memory *memory = cnd_memory_new();
	struct text text = { 0 };
	uint32_t seed = 5;

	(void)state;
	if (set == NULL)
		skip();
	for (int i = 0; i < EDITS; i++) {
		edit(&text, &seed);
		lay(&text);
		assert_remembers(memory, cnd_ruleset_matcher(set), &text.units);
	}
	cnd_buf_dispose(&text.bytes);
	cnd_memory_free(memory);
}

/* Sentences cut otherwise, in the same bytes, are scanned again. */
static void
sentences_are_compared_as_well(void **state)
{
	static const struct cnd_span block = { 0, 11 };
	static const struct cnd_span one[] = { { 0, 11 } };
	static const struct cnd_span two[] = { { 0, 5 }, { 6, 11 } };
	static const enum cnd_tie tie = CND_TIE_NONE;
	struct cnd_units units = { CND_STR("a b. c d. e"), &block, 1, one, 1,
		&tie, false };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_memory *memory = cnd_memory_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };

	(void)state;
	assert_true(cnd_matcher_add(
		matcher, CND_STR("b\\. c"), CND_MATCHER_SENTENCE, 0, &err));
	cnd_matcher_seal(matcher);
	assert_remembers(memory, matcher, &units);
	units.sentences = two;
	units.sentence_count = 2;
	assert_remembers(memory, matcher, &units);
	cnd_memory_free(memory);
	cnd_arena_free(arena);
}

/* How many hits a scan finds; the first is called idle if it is wished. */
static size_t
scan_for(struct cnd_memory *memory, const struct cnd_matcher *matcher,
	const struct cnd_units *units, bool is_idle)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_hits hits = { 0 };

	cnd_memory_scan(memory, matcher, units, arena, &hits);
	if (is_idle)
		hits.items[0].is_idle = true;
	cnd_arena_free(arena);
	return hits.count;
}

static void
idle_hints_are_forgotten_until_the_block_has_another_tie(void **state)
{
	static const struct cnd_span block = { 0, 11 };
	enum cnd_tie tie = CND_TIE_NONE;
	struct cnd_units units = { CND_STR("b c. a b. d"), &block, 1, &block, 1,
		&tie, false };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_memory *memory = cnd_memory_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };

	(void)state;
	assert_true(cnd_matcher_add(matcher, CND_STR("a"),
		CND_MATCHER_SENTENCE | CND_MATCHER_HINT, 0, &err));
	assert_true(cnd_matcher_add(matcher, CND_STR("b"),
		CND_MATCHER_SENTENCE | CND_MATCHER_HINT, 1, &err));
	cnd_matcher_seal(matcher);
	assert_int_equal(scan_for(memory, matcher, &units, true), 2);
	assert_int_equal(scan_for(memory, matcher, &units, false), 1);
	tie = CND_TIE_ITEMS;
	assert_int_equal(scan_for(memory, matcher, &units, false), 2);
	cnd_memory_free(memory);
	cnd_arena_free(arena);
}

static void
text_on_which_a_pattern_gives_up_is_scanned_anew(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_memory *memory = cnd_memory_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };
	struct cnd_hits hits = { 0 };
	struct cnd_buf long_block = { 0 };
	enum cnd_tie tie = CND_TIE_NONE;
	struct cnd_span block;
	struct cnd_units units;

	(void)state;
	assert_true(cnd_matcher_add(matcher, CND_STR("(a+)+\\1c"), 0, 0, &err));
	cnd_matcher_seal(matcher);
	for (int i = 0; i < 40; i++)
		cnd_buf_putc(&long_block, 'a');
	cnd_buf_puts(&long_block, "b c");
	block = (struct cnd_span){ 0, (uint32_t)long_block.len };
	units = (struct cnd_units){ cnd_buf_str(&long_block), &block, 1, NULL,
		0, &tie, false };
	for (int i = 0; i < 3; i++)
		assert_remembers(memory, matcher, &units);
	cnd_memory_scan(memory, matcher, &units, arena, &hits);
	assert_int_equal(hits.gave_up_count, 1);
	cnd_buf_dispose(&long_block);
	cnd_memory_free(memory);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edits_find_what_a_scan_of_all_finds),
		cmocka_unit_test(sentences_are_compared_as_well),
		cmocka_unit_test(
			idle_hints_are_forgotten_until_the_block_has_another_tie),
		cmocka_unit_test(
			text_on_which_a_pattern_gives_up_is_scanned_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
