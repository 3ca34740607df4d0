/* What will show that the recommended act was done. */
#include "anatomy_test.h"

static void
what_goes_to_those_who_asked_is_a_measure(void **state)
{
	static const struct case_of cases[] = {
		{ "The Trust should buy two lifts and have their use audited.",
			"stated" },
		{ "Two lifts should be bought and their use audited each year.",
			"stated" },
		{ "The Trust should buy two lifts, auditing their use.",
			"stated" },
		{ "The Trust should buy two lifts, with monthly figures to the "
		  "Board.",
			"stated" },
		{ "The Trust should buy two lifts. Breakdowns, floor by floor, "
		  "and their totals should go to the Estates Committee.",
			"stated" },
		{ "The Trust should buy two lifts and bring the engineer's "
		  "return back to the Board.",
			"stated" },
		{ "The Trust should buy two lifts and provide the Board with "
		  "photographs of them.",
			"stated" },
		{ "The Trust should buy two lifts and show the Partnership the "
		  "log.",
			"stated" },
		{ "Every school should send six letters which show that the "
		  "new wording is used.",
			"stated" },
		{ "The Trust should send a report to the family's solicitor.",
			"none" },
		{ "Each plan should show that the tenant was asked.", "none" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

static void
a_test_or_a_level_named_is_a_measure(void **state)
{
	static const struct case_of cases[] = {
		{ "The Council should plant hedges, with the number of birds "
		  "as the test of success.",
			"stated" },
		{ "The Council should plant hedges; success will be judged by "
		  "what nests there.",
			"stated" },
		{ "The Council should plant hedges, measured by the length in "
		  "leaf.",
			"stated" },
		{ "The Council should answer letters so that complaints fall "
		  "from ninety a month to single figures.",
			"stated" },
		{ "The Council should mend lamps until none is reported dark, "
		  "and set a ceiling for the wait.",
			"stated" },
		{ "The Council should mend lamps. At least nine in ten of them "
		  "should be lit.",
			"stated" },
		{ "The Council should mend lamps, confirmed by the tenant's "
		  "social worker.",
			"none" },
		{ "Agencies' measures of success should be kinder.", "none" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

static void
a_look_at_the_act_is_a_measure(void **state)
{
	static const struct case_of cases[] = {
		{ "The Board should print a card, and its officers should ring "
		  "ten shops to find out whether it is in the window.",
			"stated" },
		{ "The Board should print a card and test this by visiting "
		  "shops at random.",
			"stated" },
		{ "The Board should print a card. Its use should be checked in "
		  "May.",
			"stated" },
		{ "The Board should print a card and survey shopkeepers on "
		  "whether it is read.",
			"stated" },
		{ "The Board should print a card. An independent evaluation "
		  "will follow.",
			"stated" },
		{ "The Board should print a card and will count the calls.",
			"stated" },
		{ "Ensure that a nurse checks it each hour.", "none" },
		{ "The Board should ensure a sound evaluation of the weather "
		  "that gardeners watch.",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

static void
reasons_and_findings_are_no_measure(void **state)
{
	static const struct case_of cases[] = {
		{ "The Board should drop the course, because counts of those "
		  "present never told anyone whether it worked.",
			"none" },
		{ "Nobody asked whether the leaflet had been read. The Board "
		  "should pulp it.",
			"none" },
		{ "The Council should put a direct telephone number for the "
		  "warden in each hall.",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_goes_to_those_who_asked_is_a_measure),
		cmocka_unit_test(a_test_or_a_level_named_is_a_measure),
		cmocka_unit_test(a_look_at_the_act_is_a_measure),
		cmocka_unit_test(reasons_and_findings_are_no_measure),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
