/* Words that a scan has met: the same is told of them as when looked up. */
#include "match/marks.h"
#include "match/seen.h"
#include "match/words.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Patterns with an anchor of each kind, and two lists with marks. */
static struct cnd_matcher *
make_matcher(struct cnd_arena *arena)
{
	static const char *const patterns[] = { "\\bboard\\b", "\\bplan\\w*",
		"\\b\\w+ing\\b", "\\bre\\w+", "\\w+ly\\b", "\\b\\d+\\b" };
	static const char *const lists[] = { "\\b(?:board|panel)\\b",
		"\\bthe (?:plan|ring)\\b" };
	struct cnd_matcher *matcher = cnd_matcher_new(arena);

	for (uint32_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++)
		assert_true(cnd_matcher_add(matcher, cnd_str_of(patterns[i]),
			CND_REGEX_FOLD_CASE, i, NULL));
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		assert_int_not_equal(
			cnd_matcher_mark(matcher, cnd_str_of(lists[i]),
				CND_REGEX_FOLD_CASE)
				.count,
			0);
	cnd_matcher_seal(matcher);
	return matcher;
}

/* The sequences that a stretch leads to, as bits of their patterns. */
static unsigned
patterns_of(const struct cnd_matcher *matcher, const struct cnd_seen_word *word)
{
	unsigned patterns = 0;

	for (uint8_t i = 0; i < word->sequence_count; i++)
		for (uint32_t k = 0; k < word->stretches[i].count; k++)
			patterns |= 1u
				<< matcher->packed[word->stretches[i].first + k]
					   .pattern;
	return patterns;
}

/* The marks that a word sets, as bits. */
static uint64_t
marks_of(const struct cnd_matcher *matcher, const struct cnd_seen_word *word)
{
	const struct cnd_stretch *marks =
		word->stretches + word->sequence_count;
	uint64_t bits = 0;

	for (uint8_t i = 0; i < word->mark_count; i++)
		for (uint32_t k = 0; k < marks[i].count; k++)
			bits |= matcher->marker.bits[marks[i].first + k].bits;
	return bits;
}

static const struct cnd_seen_word *
look(struct cnd_seen *seen, size_t from, size_t len)
{
	struct cnd_str word = cnd_str_slice(seen->text, from, from + len);

	return cnd_seen_look(
		seen, (uint32_t)from, (uint16_t)len, cnd_word_key(word));
}

static void
each_kind_of_anchor_is_told(void **state)
{
	static const struct {
		const char *word;
		unsigned patterns;
		bool is_marked;
	} cases[] = { { "Board", 1, true }, { "board", 1, true },
		{ "planned", 2, false }, { "ringing", 4, false },
		{ "really", 8 | 16, false }, { "2030", 32, false },
		{ "x", 0, false }, { "panel", 0, true }, { "plan", 2, true } };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = make_matcher(arena);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_str text = cnd_str_of(cases[i].word);
		struct cnd_seen seen =
			cnd_seen_start(matcher, text, true, arena);

		for (int again = 0; again < 2; again++) {
			const struct cnd_seen_word *word =
				look(&seen, 0, text.len);

			assert_int_equal(
				patterns_of(matcher, word), cases[i].patterns);
			assert_int_equal(marks_of(matcher, word) != 0,
				cases[i].is_marked);
		}
	}
	cnd_arena_free(arena);
}

/* Far more words than there are places, each met again later. */
static void
words_without_a_place_are_told_all_the_same(void **state)
{
	enum { WORDS = 50000, LEN = 7 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = make_matcher(arena);
	struct cnd_buf text = { 0 };
	struct cnd_seen seen;

	(void)state;
	for (unsigned i = 0; i < WORDS; i++)
		cnd_buf_printf(&text, i % 3 == 0 ? "w%05uly" : "w%05uer", i);
	seen = cnd_seen_start(matcher, cnd_buf_str(&text), true, arena);
	for (int again = 0; again < 2; again++)
		for (size_t i = 0; i < WORDS; i++) {
			const struct cnd_seen_word *word =
				look(&seen, i * (LEN + 1), LEN + 1);

			assert_int_equal(patterns_of(matcher, word),
				i % 3 == 0 ? 16 : 0);
		}
	cnd_buf_dispose(&text);
	cnd_arena_free(arena);
}

static void
a_word_is_kept_once(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = make_matcher(arena);
	struct cnd_seen seen = cnd_seen_start(
		matcher, CND_STR("board board Board"), true, arena);
	const struct cnd_seen_word *first = look(&seen, 0, 5);

	(void)state;
	assert_ptr_equal(look(&seen, 6, 5), first);
	assert_ptr_not_equal(look(&seen, 12, 5), first);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_of_anchor_is_told),
		cmocka_unit_test(words_without_a_place_are_told_all_the_same),
		cmocka_unit_test(a_word_is_kept_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
