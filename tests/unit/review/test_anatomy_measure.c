/* How anyone will know. */
#include "anatomy_test.h"

static void
ways_of_knowing_are_stated(void **state)
{
	static const struct case_of cases[] = {
		{ "The Trust should audit forty records.", "stated" },
		{ "Train the crews, and test a tenth of calls each quarter.",
			"stated" },
		{ "Train all staff and evaluate the impact.", "stated" },
		{ "The council should report on progress to the Board.",
			"stated" },
		{ "Submit quarterly progress reports.", "stated" },
		{ "The council should offer a place, and evaluate the offer "
		  "after its first year.",
			"stated" },
		{ "The council should fund a post, to be evaluated by the "
		  "university.",
			"stated" },
		{ "The ward should remove the drug; the monthly stock report "
		  "should show none.",
			"stated" },
		{ "The Trust should replace the phrase, and send the Board a "
		  "copy of the letters.",
			"stated" },
		{ "The partners should restore the post, and measure the "
		  "number of people who come.",
			"stated" },
		{ "Increase attendance to 90%.", "stated" },
		{ "Light both piers for a year, and measure the trial "
		  "against the wrecks of the last.",
			"stated" },
		{ "Ensure that the effect of the training is evaluated.",
			"stated" },
		{ "Monitor the impact of the new form.", "stated" },
		{ "The Board should pay for a nurse, asking the families "
		  "after a year what it was worth.",
			"stated" },
		{ "The Board should fund it, evaluating in May how many "
		  "came.",
			"stated" },
		{ "The council should visit each home and confirm to the "
		  "Board that it has been seen.",
			"stated" },
		{ "The kitchens should repaint the lids. Keep a count of the "
		  "mistakes.",
			"stated" },
		{ "The ward should replace the sheet. An observation of ten "
		  "handovers will be made.",
			"stated" },
		{ "The Trust should cut the wait from 12 weeks to 4.",
			"stated" },
		{ "That the farm samples each week and publishes the number "
		  "of eggs found.",
			"stated" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

static void
the_rest_is_none(void **state)
{
	static const struct case_of cases[] = {
		{ "Strengthen quality assurance arrangements.", "none" },
		{ "Improve the audit system.", "none" },
		{ "Review the test results procedure.", "none" },
		{ "Crews whose result is low should be given a lamp by May.",
			"none" },
		{ "The Trust should write to all staff.", "none" },
		{ "The surgery should put a poster with tear-off numbers in "
		  "the hall.",
			"none" },
		{ "The firm should replace its letter with a visit once two "
		  "letters have had no answer.",
			"none" },
		{ "The council should study who lends, and evaluate the nature "
		  "of the loans.",
			"none" },
		{ "Ensure that children are visited.", "none" },
		{ "Present the strategy to the Committee.", "none" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ways_of_knowing_are_stated),
		cmocka_unit_test(the_rest_is_none),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
