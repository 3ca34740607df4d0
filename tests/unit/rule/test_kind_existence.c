/* existence: tokens, raw, exceptions, and how the words are told. */
#include "rule/findings.h"

#define RULE "extends: existence\nmessage: \"'%s'\"\n"

static void
existence_reports_each_occurrence(void **state)
{
	(void)state;
	assert_findings(RULE "ignorecase: true\ntokens: [various]",
		"Various and various.",
		"1:1-1:8 'Various'\n1:13-1:20 'various'\n");
}

static void
case_counts_unless_ignored(void **state)
{
	(void)state;
	assert_findings(RULE "tokens: [various]", "Various and various.",
		"1:13-1:20 'various'\n");
}

static void
tokens_stand_between_word_boundaries(void **state)
{
	(void)state;
	assert_findings(RULE "tokens: [art, able to]",
		"The art of parts, unable to start, able to.",
		"1:5-1:8 'art'\n1:36-1:43 'able to'\n");
	assert_findings(RULE "nonword: true\ntokens: [art]", "A part.",
		"1:4-1:7 'art'\n");
}

static void
the_earlier_token_wins_at_one_place(void **state)
{
	(void)state;
	assert_findings(RULE "tokens: [in due, in due course]", "in due course",
		"1:1-1:7 'in due'\n");
}

static void
raw_is_one_pattern_in_pieces(void **state)
{
	(void)state;
	assert_findings(RULE "raw: ['\\d+ ', 'days?']", "In 10 days.",
		"1:4-1:11 '10 days'\n");
	assert_findings(RULE "raw: [' of cases']\nappend: true\ntokens: [most]",
		"most most of cases", "1:6-1:19 'most of cases'\n");
}

static void
exceptions_that_share_text_with_a_match_silence_it(void **state)
{
	(void)state;
	assert_findings(RULE "tokens: [\"consider(?: \\\\w+)?\"]\n"
			     "exceptions: [will consider, carefully]",
		"They will consider it. Consider. They consider carefully. "
		"We consider that.",
		"1:62-1:75 'consider that'\n");
}

/* Asked of one sentence, or of a paragraph where the scope is one. */
static void
exceptions_keep_to_the_unit_of_the_rule(void **state)
{
	(void)state;
	assert_findings(RULE
		"scope: sentence\nignorecase: true\ntokens: [many]\n"
		"exceptions: ['first.*many']",
		"First of many. At first. Many came. Of many, first many.",
		"1:26-1:30 'Many'\n1:40-1:44 'many'\n");
	assert_findings(RULE
		"scope: paragraph\nignorecase: true\ntokens: [many]\n"
		"exceptions: ['first.*many']",
		"At first. Of many.\n\nMany.", "3:1-3:5 'Many'\n");
}

/* So many are looked for everywhere, and found all the same. */
static void
long_lists_of_exceptions_are_kept(void **state)
{
	struct cnd_buf rule = { 0 };

	(void)state;
	cnd_buf_puts(&rule, RULE "tokens: ['word\\d+']\nexceptions: [");
	for (int i = 1; i <= 200; i++)
		cnd_buf_printf(&rule, "%sword%d", i == 1 ? "" : ", ", i);
	cnd_buf_puts(&rule, "]\n");
	cnd_buf_putc(&rule, '\0');
	assert_findings(rule.data, "word1 word150 word200 word201.",
		"1:23-1:30 'word201'\n");
	cnd_buf_dispose(&rule);
}

static void
matches_cross_no_sentence_when_the_scope_says_so(void **state)
{
	(void)state;
	assert_findings(RULE "raw: ['one.*three']", "one two. And three.",
		"1:1-1:19 'one two. And three'\n");
	assert_findings(RULE "scope: sentence\nraw: ['one.*three']",
		"one two. And three.", "");
}

static void
quotations_and_furniture_are_left_out(void **state)
{
	(void)state;
	assert_findings(RULE "tokens: [various]",
		"> various\n! various\nShe said \"it took various forms\" to "
		"us.\n"
		"    various\n",
		"");
}

static void
actions_offer_an_edit_and_its_words(void **state)
{
	(void)state;
	assert_findings("extends: existence\nmessage: \"%s: %s\"\n"
			"action: {name: edit, params: [split, ' ', '1']}\n"
			"tokens: [very unique]",
		"A very unique case.",
		"1:3-1:14 very unique: unique => unique\n");
	assert_findings("extends: existence\nmessage: no %s\n"
			"action: {name: remove}\ntokens: [very]",
		"A very long one.", "1:3-1:7 no very => \n");
}

static void
words_in_a_message_are_one_bounded_line(void **state)
{
	char text[512];

	(void)state;
	for (size_t i = 0; i < sizeof(text) - 1; i++)
		text[i] = 'a';
	text[sizeof(text) - 1] = '\0';
	{
		struct cnd_buf want = { 0 };

		cnd_buf_puts(&want, "1:1-1:512 '");
		for (size_t i = 0; i < 240; i++)
			cnd_buf_putc(&want, 'a');
		cnd_buf_puts(&want, "…'\n");
		cnd_buf_putc(&want, '\0');
		assert_findings(RULE "tokens: [a+]", text, want.data);
		cnd_buf_dispose(&want);
	}
}

static void
limit_keeps_the_first(void **state)
{
	(void)state;
	assert_findings(RULE "limit: 1\ntokens: [a]", "a a a", "1:1-1:2 'a'\n");
}

static void
no_tokens_is_an_error(void **state)
{
	(void)state;
	assert_rule_error(RULE, "1:1 'tokens' or 'raw' is missing");
	assert_rule_error(RULE "tokens: [ok, '(']",
		"3:14 pattern: missing closing parenthesis (at character 2)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(existence_reports_each_occurrence),
		cmocka_unit_test(case_counts_unless_ignored),
		cmocka_unit_test(tokens_stand_between_word_boundaries),
		cmocka_unit_test(the_earlier_token_wins_at_one_place),
		cmocka_unit_test(raw_is_one_pattern_in_pieces),
		cmocka_unit_test(
			exceptions_that_share_text_with_a_match_silence_it),
		cmocka_unit_test(exceptions_keep_to_the_unit_of_the_rule),
		cmocka_unit_test(long_lists_of_exceptions_are_kept),
		cmocka_unit_test(
			matches_cross_no_sentence_when_the_scope_says_so),
		cmocka_unit_test(quotations_and_furniture_are_left_out),
		cmocka_unit_test(actions_offer_an_edit_and_its_words),
		cmocka_unit_test(words_in_a_message_are_one_bounded_line),
		cmocka_unit_test(limit_keeps_the_first),
		cmocka_unit_test(no_tokens_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
