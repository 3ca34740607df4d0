/* Cutting words by masks: the same words as one by one. */
#include "match/words.h"

#include "base/buf.h"
#include "text/word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Words as "from-to ", cut one by one and by masks. */
static void
assert_cut_alike(struct cnd_str text)
{
	struct cnd_words *words = calloc(1, sizeof(*words));
	struct cnd_span piece = { 0, (uint32_t)text.len };
	struct cnd_word word;
	size_t at = 0;
	size_t count = 0;

	assert_true(cnd_words_cut(words, text, piece, false));
	while (cnd_word_next(text, &at, &word)) {
		assert_int_equal(words->edges[2 * count], word.from);
		assert_int_equal(words->edges[2 * count + 1], word.to);
		count++;
	}
	assert_int_equal(words->count, count);
	free(words);
}

static void
words_are_those_of_the_text_layer(void **state)
{
	static const char *const pieces[] = { "a", "Board", "_", "7", " ", "  ",
		"-", "\u00e9", "caf\u00e9", "\u2019", "\u20ac", "\u0416",
		"\u4e2d", "\U00020000", "\u00b2", "\u0301", "\n", "\u00a0" };
	uint64_t seed = 88172645463325252u;
	struct cnd_buf text = { 0 };

	(void)state;
	for (int round = 0; round < 400; round++) {
		cnd_buf_clear(&text);
		for (int i = 0; i < 60; i++) {
			seed ^= seed << 13;
			seed ^= seed >> 7;
			seed ^= seed << 17;
			cnd_buf_puts(&text,
				pieces[(seed >> 33) %
					(sizeof(pieces) / sizeof(*pieces))]);
		}
		assert_cut_alike(cnd_buf_str(&text));
	}
	cnd_buf_dispose(&text);
}

static void
word_at_a_block_or_piece_edge_is_whole(void **state)
{
	char text[200];

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		for (size_t i = 0; i < len; i++)
			text[i] = i % 64 == 62 ? ' ' : 'w';
		assert_cut_alike((struct cnd_str){ text, len });
	}
}

static void
text_that_versions_read_otherwise_is_not_told(void **state)
{
	struct cnd_words *words = calloc(1, sizeof(*words));
	struct cnd_str mark = CND_STR("e\u0301");

	(void)state;
	assert_false(cnd_words_cut(
		words, CND_STR("\u017fo"), (struct cnd_span){ 0, 3 }, false));
	assert_false(cnd_words_cut(
		words, CND_STR("\u212a"), (struct cnd_span){ 0, 3 }, false));
	assert_true(
		cnd_words_cut(words, mark, (struct cnd_span){ 0, 3 }, false));
	assert_false(
		cnd_words_cut(words, mark, (struct cnd_span){ 0, 3 }, true));
	free(words);
}

static void
keys_do_not_look_at_case(void **state)
{
	(void)state;
	assert_int_equal(cnd_word_key(CND_STR("Safeguarding")),
		cnd_word_key(CND_STR("safeGUARDING")));
	assert_int_not_equal(
		cnd_word_key(CND_STR("a")), cnd_word_key(CND_STR("a\0")));
	assert_int_equal(cnd_start_key(CND_STR("Care"), 3),
		cnd_start_key(CND_STR("CARer"), 3));
	assert_int_not_equal(cnd_start_key(CND_STR("aba"), 3),
		cnd_end_key(CND_STR("aba"), 3));
	assert_int_equal(
		cnd_end_key(CND_STR("used"), 2), cnd_end_key(CND_STR("ED"), 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_those_of_the_text_layer),
		cmocka_unit_test(word_at_a_block_or_piece_edge_is_whole),
		cmocka_unit_test(text_that_versions_read_otherwise_is_not_told),
		cmocka_unit_test(keys_do_not_look_at_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
