/*
 * Scanning with anchors finds what trying every pattern on every unit
 * finds, and marks rule no sentence out that holds a match: random patterns
 * on random text, the same on every run.
 */
#include "match/marks.h"
#include "random_patterns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	ROUNDS = 700,
	PATTERNS = 12,
	TEXTS = 4,
	UNITS = 256,
	WORDS = 120,
	WORDS_MOST = 1200, /* more than 64 sentences */
};

/* A matcher, and by pattern the marks of those that match in sentences. */
struct marked_matcher {
	struct cnd_matcher *matcher;
	struct cnd_marks marks[PATTERNS];
};

/* Adds random patterns; their texts, one a line, to sources. */
static struct marked_matcher
make_matcher(
	struct dice *dice, struct cnd_arena *arena, struct cnd_buf *sources)
{
	struct marked_matcher made = { .matcher = cnd_matcher_new(arena) };
	struct cnd_buf pattern = { 0 };
	int count = 0;

	for (int i = 0; i < PATTERNS; i++) {
		struct cnd_error err = { 0 };
		uint32_t tag = draw(dice, 4);
		unsigned flags = 0;

		put_whole_pattern(dice, &pattern);
		if (draw(dice, 2) == 0)
			flags |= CND_REGEX_FOLD_CASE;
		if (draw(dice, 3) == 0)
			flags |= CND_MATCHER_SENTENCE;
		/* Those that PCRE2 refuses are no loss. */
		if (!cnd_matcher_add(made.matcher, cnd_buf_str(&pattern), flags,
			    tag, &err))
			continue;
		if ((flags & CND_MATCHER_SENTENCE) != 0)
			made.marks[count] = cnd_matcher_mark(
				made.matcher, cnd_buf_str(&pattern), flags);
		count++;
		cnd_buf_printf(sources, "%u %x %.*s\n", (unsigned)tag, flags,
			(int)pattern.len, pattern.data);
	}
	cnd_buf_dispose(&pattern);
	cnd_matcher_seal(made.matcher);
	return made;
}

struct layout {
	struct cnd_buf text;
	struct cnd_span blocks[UNITS];
	struct cnd_span sentences[UNITS];
	struct cnd_units units;
};

/* A sentence ends here; sometimes the block does, too. */
static void
end_sentence(struct dice *dice, struct layout *layout, uint32_t *sentence,
	uint32_t *block)
{
	struct cnd_units *units = &layout->units;
	uint32_t at = (uint32_t)layout->text.len;

	if (units->sentence_count == UNITS || at == *sentence)
		return;
	layout->sentences[units->sentence_count++] =
		(struct cnd_span){ *sentence, at };
	if (draw(dice, 3) == 0) {
		layout->blocks[units->block_count++] =
			(struct cnd_span){ *block, at };
		cnd_buf_puts(&layout->text, "\n\n");
		*block = at + 2;
	} else if (draw(dice, 4) > 0) {
		cnd_buf_puts(&layout->text, " ");
	}
	*sentence = (uint32_t)layout->text.len;
}

static void
lay_out(struct dice *dice, struct layout *layout)
{
	uint32_t sentence = 0;
	uint32_t block = 0;
	int words = draw(dice, 16) == 0 ? WORDS_MOST : WORDS;

	cnd_buf_clear(&layout->text);
	layout->units = (struct cnd_units){
		.blocks = layout->blocks,
		.sentences = layout->sentences,
		.is_marked = true,
	};
	for (int i = 0; i < words; i++) {
		put_any_word(dice, &layout->text);
		/* Now and then inside a word, where no sentence ends. */
		if (draw(dice, 12) == 0)
			end_sentence(dice, layout, &sentence, &block);
		else
			cnd_buf_puts(&layout->text, PICK(dice, gaps));
	}
	end_sentence(dice, layout, &sentence, &block);
	if (block < layout->text.len)
		layout->blocks[layout->units.block_count++] =
			(struct cnd_span){ block, (uint32_t)layout->text.len };
	layout->units.text = cnd_buf_str(&layout->text);
}

static void
show(const struct cnd_hits *hits, struct cnd_str text, struct cnd_buf *out)
{
	cnd_buf_clear(out);
	for (size_t i = 0; i < hits->count; i++) {
		const struct cnd_hit *hit = &hits->items[i];
		struct cnd_str words =
			cnd_str_slice(text, hit->span.from, hit->span.to);

		cnd_buf_printf(out, "%u/%u@%u %u-%u %.*s\n", (unsigned)hit->tag,
			(unsigned)hit->pattern, (unsigned)hit->unit,
			(unsigned)hit->span.from, (unsigned)hit->span.to,
			CND_STR_ARG(words));
	}
}

/* The first line that differs: cmocka cuts long strings short. */
static void
assert_same(const struct cnd_buf *shown, const struct cnd_buf *sources,
	struct cnd_str text)
{
	struct cnd_str quick = cnd_buf_str(&shown[0]);
	struct cnd_str plain = cnd_buf_str(&shown[1]);

	if (cnd_str_equal(quick, plain))
		return;
	print_error("patterns:\n%.*s\ntext:\n%.*s\n", (int)sources->len,
		sources->data, CND_STR_ARG(text));
	while (quick.len + plain.len > 0) {
		struct cnd_str a = cnd_str_split(&quick, '\n');
		struct cnd_str b = cnd_str_split(&plain, '\n');

		if (!cnd_str_equal(a, b))
			fail_msg("quick: %.*s, plain: %.*s", CND_STR_ARG(a),
				CND_STR_ARG(b));
	}
}

/* The sentence that an offset stands in, or the count of them. */
static uint32_t
sentence_at(const struct cnd_units *units, uint32_t at)
{
	uint32_t i = 0;

	while (i < units->sentence_count && units->sentences[i].to <= at)
		i++;
	return i;
}

/* How often marks told that nothing stands in the sentence before. */
static size_t
check_marks(const struct marked_matcher *made, const struct cnd_units *units,
	const struct cnd_hits *plain, const struct cnd_marked *marked)
{
	size_t told = 0;

	for (size_t i = 0; i < plain->count; i++) {
		const struct cnd_hit *hit = &plain->items[i];
		struct cnd_marks marks = made->marks[hit->pattern];
		uint32_t at = sentence_at(units, hit->span.from);

		if (marks.count > 0 &&
			!cnd_marked_may_hold(marked, marks, at, at + 1))
			fail_msg("pattern %u, sentence %u",
				(unsigned)hit->pattern, (unsigned)at);
		if (at < units->sentence_count)
			assert_true(cnd_marked_group(marked, marks,
					    at / CND_MARKED_GROUP) >>
					(at % CND_MARKED_GROUP) &
				1);
		if (at > 0 && !cnd_marked_may_hold(marked, marks, at - 1, at))
			told++;
	}
	return told;
}

struct tally {
	size_t hits;
	size_t told;
};

/* Scans one text both ways. */
static void
compare_scans(struct dice *dice, const struct marked_matcher *made,
	const struct cnd_buf *sources, struct cnd_buf *shown,
	struct tally *tally)
{
	const struct cnd_matcher *matcher = made->matcher;
	struct cnd_arena *arena = cnd_arena_new();
	struct layout layout = { 0 };
	struct cnd_hits quick = { 0 };
	struct cnd_hits plain = { 0 };

	lay_out(dice, &layout);
	cnd_matcher_scan(matcher, &layout.units, arena, &quick);
	cnd_matcher_scan_plainly(matcher, &layout.units, arena, &plain);
	if (plain.gave_up_count + quick.gave_up_count == 0) {
		tally->hits += plain.count;
		tally->told +=
			check_marks(made, &layout.units, &plain, quick.marked);
		show(&quick, layout.units.text, &shown[0]);
		show(&plain, layout.units.text, &shown[1]);
		assert_same(shown, sources, layout.units.text);
	}
	cnd_buf_dispose(&layout.text);
	cnd_arena_free(arena);
}

static void
scan_finds_what_trying_all_finds(void **state)
{
	const char *from_outside = getenv("CANDOUR_SEED");
	struct dice dice = { 0x9e3779b97f4a7c15u, 0 };
	struct cnd_buf shown[2] = { { 0 }, { 0 } };
	struct tally tally = { 0 };
	int rounds = ROUNDS;

	(void)state;
	if (from_outside != NULL) {
		dice.state += strtoull(from_outside, NULL, 10) << 20;
		rounds *= 10;
	}
	for (int round = 0; round < rounds; round++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_buf sources = { 0 };
		struct marked_matcher made;

		dice.window = (uint32_t)round;
		made = make_matcher(&dice, arena, &sources);
		for (int i = 0; i < TEXTS; i++)
			compare_scans(&dice, &made, &sources, shown, &tally);
		cnd_buf_dispose(&sources);
		cnd_arena_free(arena);
	}
	/* A test that compares nothing would pass, too. */
	assert_true(tally.hits > 20000);
	assert_true(tally.told > 1000);
	cnd_buf_dispose(&shown[0]);
	cnd_buf_dispose(&shown[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scan_finds_what_trying_all_finds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
