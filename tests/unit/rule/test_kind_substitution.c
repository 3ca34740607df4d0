/* substitution: the better words, alternatives, groups, capitals. */
#include "rule/findings.h"

#define RULE "extends: substitution\nmessage: \"%s, not %s\"\n"

static void
the_better_words_are_told_and_offered(void **state)
{
	(void)state;
	assert_findings(RULE "swap: {prior to: before}", "Done prior to that.",
		"1:6-1:14 before, not prior to => before\n");
}

static void
alternatives_are_offered_one_by_one(void **state)
{
	(void)state;
	assert_findings(RULE "swap: {service users: 'people|adults|a \\| b'}",
		"For service users.",
		"1:5-1:18 people, adults or a | b, not service users => people "
		"=> adults => a | b\n");
}

static void
the_longer_pattern_wins(void **state)
{
	(void)state;
	assert_findings(RULE "swap: {in due: when, in due course: later}",
		"in due course",
		"1:1-1:14 later, not in due course => later\n");
}

static void
groups_are_carried_over(void **state)
{
	(void)state;
	assert_findings(RULE
		"swap: {'failed to (\\w+) (\\w+)': 'did not $1 $2'}",
		"It failed to see him.",
		"1:4-1:21 did not see him, not failed to see him => did not "
		"see him\n");
}

static void
a_capital_stays_one(void **state)
{
	(void)state;
	assert_findings(RULE "ignorecase: true\nswap: {prior to: before}",
		"Prior to that.", "1:1-1:9 Before, not Prior to => Before\n");
	assert_findings(RULE "ignorecase: true\ncapitalize: false\n"
			     "swap: {prior to: before}",
		"Prior to that.", "1:1-1:9 before, not Prior to => before\n");
}

static void
words_that_are_right_already_are_left_alone(void **state)
{
	(void)state;
	assert_findings(RULE "ignorecase: true\nswap: {nhs: NHS}",
		"The NHS and nhs.", "1:13-1:16 NHS, not nhs => NHS\n");
	assert_findings(RULE "swap: {adviser: advisor}\n"
			     "exceptions: [special adviser]",
		"A special adviser.", "");
}

static void
swap_must_be_a_map(void **state)
{
	(void)state;
	assert_rule_error(RULE, "1:1 'swap' is missing");
	assert_rule_error(RULE "swap: [a]",
		"3:7 'swap' must be a map from patterns to better words");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_better_words_are_told_and_offered),
		cmocka_unit_test(alternatives_are_offered_one_by_one),
		cmocka_unit_test(the_longer_pattern_wins),
		cmocka_unit_test(groups_are_carried_over),
		cmocka_unit_test(a_capital_stays_one),
		cmocka_unit_test(words_that_are_right_already_are_left_alone),
		cmocka_unit_test(swap_must_be_a_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
