/* The words and tokens that Vale cuts a text into. */
#include "rule/vale_words.h"

#include "cnd_test.h"

typedef bool next_piece(struct cnd_str text, size_t *at, struct cnd_span *span);

static void
assert_pieces(next_piece *next, const char *text, const char *want)
{
	struct cnd_str all = cnd_str_of(text);
	struct cnd_buf got = { 0 };
	struct cnd_span span;
	size_t at = 0;

	while (next(all, &at, &span))
		cnd_buf_printf(&got, "%.*s|",
			CND_STR_ARG(cnd_str_slice(all, span.from, span.to)));
	assert_buf(&got, want);
}

static void
words_lose_the_marks_around_them(void **state)
{
	(void)state;
	assert_pieces(cnd_vale_word_next, "(\"One,\" it's two-three.)",
		"One|it's|two-three|");
	assert_pieces(cnd_vale_word_next,
		"\xe2\x80\x9c"
		"Don\xe2\x80\x99t\xe2\x80\x9d 12 -- e.g. U.S. Dr. end.",
		"Don\xe2\x80\x99t|e.g.|U.S.|Dr.|end|");
	assert_pieces(cnd_vale_word_next, "$ ((( ''' ", "");
}

static void
tokens_are_words_endings_and_marks(void **state)
{
	(void)state;
	assert_pieces(cnd_vale_token_next, "They don't (it's), 1.5.",
		"They|do|n't|(|it|'s|)|,|1.5|.|");
	assert_pieces(cnd_vale_token_next, "  ", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_lose_the_marks_around_them),
		cmocka_unit_test(tokens_are_words_endings_and_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
