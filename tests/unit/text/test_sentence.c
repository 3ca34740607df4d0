/* Where sentences end and where they do not. */
#include "text/sentence.h"

#include "cnd_test.h"

/* The sentences of text, each in brackets. */
static void
assert_sentences(const char *text, const char *want)
{
	struct cnd_str s = cnd_str_of(text);
	struct cnd_buf got = { 0 };
	size_t at = 0;
	size_t from;
	size_t to;

	while (cnd_sentence_next(s, &at, &from, &to)) {
		cnd_buf_putc(&got, '[');
		cnd_buf_put(&got, cnd_str_slice(s, from, to));
		cnd_buf_putc(&got, ']');
	}
	assert_buf(&got, want);
}

static void
full_stops_end_sentences(void **state)
{
	(void)state;
	assert_sentences("The Board met. It agreed.  Did it? Yes!",
		"[The Board met.][It agreed.][Did it?][Yes!]");
}

static void
abbreviations_do_not(void **state)
{
	static const char *const cases[] = {
		"Enquiries under s.47 began, e.g. Dr. Okoro's.",
		"She lived at No. 4 Elm Close.",
		"See para. 4.12 and pp. 3-4.",
		"Mr. J. R. Hartley of St. Anne's wrote it.",
		"The U.K. Government replied.",
		"It rose by 3.5 per cent.",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf want = { 0 };

		cnd_buf_printf(&want, "[%s]", cases[i]);
		cnd_buf_putc(&want, '\0');
		assert_sentences(cases[i], want.data);
		cnd_buf_dispose(&want);
	}
}

static void
no_before_a_word_is_an_answer(void **state)
{
	(void)state;
	assert_sentences("He said no. She left.", "[He said no.][She left.]");
}

static void
closing_quotes_and_note_marks_go_with_the_sentence(void **state)
{
	(void)state;
	assert_sentences("He said “stop.” Then he left.² She stayed.",
		"[He said “stop.”][Then he left.²][She stayed.]");
	assert_sentences(
		"(It was late.) They went.", "[(It was late.)][They went.]");
}

static void
an_ellipsis_in_mid_sentence_goes_on(void **state)
{
	(void)state;
	assert_sentences("She was… not sure. Or... was she? Well… Perhaps.",
		"[She was… not sure.][Or... was she?][Well…][Perhaps.]");
}

static void
a_forced_break_before_a_capital_ends_one(void **state)
{
	(void)state;
	assert_sentences("Lead agency\nThe Trust", "[Lead agency][The Trust]");
	assert_sentences("in the\nsame line", "[in the\nsame line]");
}

static void
blank_text_has_none(void **state)
{
	(void)state;
	assert_sentences("", "");
	assert_sentences(" \n\t ", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_stops_end_sentences),
		cmocka_unit_test(abbreviations_do_not),
		cmocka_unit_test(no_before_a_word_is_an_answer),
		cmocka_unit_test(
			closing_quotes_and_note_marks_go_with_the_sentence),
		cmocka_unit_test(an_ellipsis_in_mid_sentence_goes_on),
		cmocka_unit_test(a_forced_break_before_a_capital_ends_one),
		cmocka_unit_test(blank_text_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
