/* Words as scales know them: names, numbers, marks, sentences. */
#include "weigh/wording.h"

#include "cnd_test.h"

#include <string.h>

/* The words, each with "+" before it where it follows another. */
static void
assert_words(const char *text, const char *want)
{
	struct cnd_wording walk = { .text = cnd_str_of(text) };
	struct cnd_weighed_word word;
	struct cnd_buf got = { 0 };

	while (cnd_wording_next(&walk, &word)) {
		cnd_buf_puts(&got, got.len > 0 ? " " : "");
		cnd_buf_puts(&got, word.follows ? "+" : "");
		cnd_buf_put(&got, word.text);
	}
	assert_buf(&got, want);
}

static uint32_t
number_of(const char *text)
{
	struct cnd_wording walk = { .text = cnd_str_of(text) };
	struct cnd_weighed_word word;

	assert_true(cnd_wording_next(&walk, &word));
	return word.number;
}

static void
words_follow_each_other_within_a_sentence(void **state)
{
	(void)state;
	assert_words("They read it. Not all agreed!  Why? No.",
		"They +read +it Not +all +agreed Why +? No");
	assert_words("a draft (the third) - late; so: sent",
		"a +draft +the +third +late +; +so +: +sent");
	assert_words("v1.2 of it", "v +# +# +of +it");
	assert_words("", "");
	assert_words("... !? -", "?");
}

static void
a_name_inside_a_sentence_is_one_word(void **state)
{
	(void)state;
	assert_words("The chair, Ann Fell of the Fenby Trust, wrote to NHS "
		     "England and left",
		"The +chair +@ +wrote +to +@ +and +left");
	assert_words(
		"Ann Fell wrote. The Trust read", "Ann +@ +wrote The +@ +read");
	assert_words("what I read", "what +I +read");
	assert_words("on 3 May 2020", "on +# +May +#");
}

static void
case_and_the_form_of_an_apostrophe_do_not_matter(void **state)
{
	(void)state;
	assert_int_equal(number_of("Agreed"), number_of("agreed"));
	assert_int_equal(number_of("didn't"), number_of("Didn\xe2\x80\x99t"));
	assert_int_equal(number_of("17"), number_of("#"));
	assert_int_not_equal(number_of("its"), number_of("it's"));
	assert_int_not_equal(cnd_wording_pair(1, 2), cnd_wording_pair(2, 1));
	assert_words("the trust\xe2\x80\x99s 'draft'",
		"the +trust\xe2\x80\x99s +draft");
}

static void
any_bytes_come_to_an_end(void **state)
{
	(void)state;
	assert_words("caf\xc3\xa9 was \xff\xfe", "caf\xc3\xa9 +was");
	assert_words("\xe2\x80", "");
	assert_words("a \xe2\x80\x99\xe2\x80\x99 b '", "a +b");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_follow_each_other_within_a_sentence),
		cmocka_unit_test(a_name_inside_a_sentence_is_one_word),
		cmocka_unit_test(
			case_and_the_form_of_an_apostrophe_do_not_matter),
		cmocka_unit_test(any_bytes_come_to_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
