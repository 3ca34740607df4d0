/* sequence, in rules of Vale styles. */
#include "lint/vale_findings.h"

static void
tokens_are_met_in_their_order(void **state)
{
	static const struct alerts table[] = {
		{ "extends: sequence\nmessage: '%s %s'\n"
		  "tokens: [{pattern: due}, {pattern: to}]",
			"It was due to fog; due then to it.\n",
			"1:8 due to\n" },
		{ "extends: sequence\nmessage: '%s'\nignorecase: true\n"
		  "tokens: [{pattern: due}, {pattern: to, negate: true}]",
			"Due to fog, due now.\n", "1:13 due\n" },
		{ "extends: sequence\nmessage: '%s'\n"
		  "tokens: [{pattern: it}, {pattern: is, skip: 2}]",
			"As it then surely is.\n\n- it is\n", "1:4 it\n" },
	};

	(void)state;
	ASSERT_ALERTS(table);
}

static void
parts_of_speech_leave_the_rule_out(void **state)
{
	(void)state;
	assert_alerts("extends: sequence\nmessage: '%s'\n"
		      "tokens: [{tag: NN, pattern: due}]",
		"due\n",
		"left out: 'tag' needs parts of speech, which are not worked "
		"out: the sequence is not looked for\n");
	assert_alerts("extends: sequence\nmessage: '%s'\n"
		      "tokens: [{pattern: due, negate: true}]",
		"due\n",
		"left out: a sequence needs a token with a 'pattern' that is "
		"not negated\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_are_met_in_their_order),
		cmocka_unit_test(parts_of_speech_leave_the_rule_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
