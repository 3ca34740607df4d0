/* Words as PCRE2 has \w, and prose folded for comparing. */
#include "text/word.h"

#include "text/unicode.h"

#include "cnd_test.h"

static void
words_are_runs_of_letters_digits_and_underscores(void **state)
{
	struct cnd_str text = CND_STR("didn’t re-open 4.12 naïve_x £5 日本");
	struct cnd_buf got = { 0 };
	struct cnd_word word;

	(void)state;
	for (size_t at = 0; cnd_word_next(text, &at, &word);) {
		cnd_buf_put(&got, cnd_str_slice(text, word.from, word.to));
		cnd_buf_putc(&got, '|');
	}
	assert_buf(&got, "didn|t|re|open|4|12|naïve_x|5|日本|");
}

static void
folded_prose_is_plain_and_lower_case(void **state)
{
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_fold_prose(CND_STR("  The “Board’s”\n  É–K \xc2\xa0view "), &got);
	assert_buf(&got, "the \"board's\" é-k view");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			words_are_runs_of_letters_digits_and_underscores),
		cmocka_unit_test(folded_prose_is_plain_and_lower_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
