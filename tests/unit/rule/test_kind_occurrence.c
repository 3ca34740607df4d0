/* occurrence: too many and too few, in each part of the scope. */
#include "rule/findings.h"

#define RULE "extends: occurrence\nmessage: \"%s times\"\n"

static void
too_many_are_told_at_the_first(void **state)
{
	(void)state;
	assert_findings(RULE "token: ','\nmax: 2", "a, b, c.\na, b, c, d.",
		"2:2-2:3 3 times\n");
}

static void
sentences_are_counted_apart(void **state)
{
	(void)state;
	assert_findings(RULE "scope: sentence\ntoken: '\\bvery\\b'\nmax: 1",
		"A very small one. Very well. It is very, very late.",
		"1:36-1:40 2 times\n");
}

static void
too_few_are_told_where_the_part_begins(void **state)
{
	(void)state;
	assert_findings(RULE "scope: heading\ntoken: '[0-9]'\nmin: 1",
		"# 1 One\ntext\n# Two", "3:3-3:6 0 times\n");
}

static void
a_whole_report_that_lacks_it_is_told_at_its_start(void **state)
{
	(void)state;
	assert_findings(RULE "scope: raw\ntoken: signed\nmin: 1", "Text.",
		"1:1-1:1 0 times\n");
	assert_findings(RULE "scope: raw\ntoken: signed\nmin: 1",
		"Text.\n\n> signed", "");
}

static void
a_bound_is_needed(void **state)
{
	(void)state;
	assert_rule_error(RULE "token: a", "1:1 'max' or 'min' is missing");
	assert_rule_error(RULE "token: a\nmax: 1.5",
		"4:6 'max' must be a whole number from 0 to 1000000");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(too_many_are_told_at_the_first),
		cmocka_unit_test(sentences_are_counted_apart),
		cmocka_unit_test(too_few_are_told_where_the_part_begins),
		cmocka_unit_test(
			a_whole_report_that_lacks_it_is_told_at_its_start),
		cmocka_unit_test(a_bound_is_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
