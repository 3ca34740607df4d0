/* repetition: the same token twice, and what is not that. */
#include "rule/findings.h"

#define RULE "extends: repetition\nmessage: \"%s again\"\ntokens: ['[^\\s]+']\n"

static void
the_same_word_twice_is_told_on_both(void **state)
{
	(void)state;
	assert_findings(RULE, "It was the the day.", "1:8-1:15 the again\n");
	assert_findings(RULE "action: {name: edit, params: [truncate, ' ']}",
		"the the day", "1:1-1:8 the again => the\n");
}

static void
case_is_ignored_when_asked(void **state)
{
	(void)state;
	assert_findings(RULE, "The the day.", "");
	assert_findings(
		RULE "ignorecase: true", "The the day.", "1:1-1:8 the again\n");
}

static void
alpha_leaves_numbers_alone(void **state)
{
	(void)state;
	assert_findings(
		RULE "alpha: true", "10 10 the the", "1:7-1:14 the again\n");
}

static void
max_lets_so_many_pass(void **state)
{
	(void)state;
	assert_findings(RULE "max: 1", "a a b b b", "1:7-1:10 b again\n");
}

static void
sentences_and_blocks_are_apart(void **state)
{
	(void)state;
	assert_findings("extends: repetition\nmessage: '%s'\ntokens: ['\\w+']",
		"That was it. It was late.\nend\nend", "");
	assert_findings("extends: repetition\nmessage: '%s'\n"
			"tokens: ['\\w+']\nexceptions: [had had]",
		"He had had it. That that.", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_word_twice_is_told_on_both),
		cmocka_unit_test(case_is_ignored_when_asked),
		cmocka_unit_test(alpha_leaves_numbers_alone),
		cmocka_unit_test(max_lets_so_many_pass),
		cmocka_unit_test(sentences_and_blocks_are_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
