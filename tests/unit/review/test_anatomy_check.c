/* What is looked at once the recommended act is done. */
#include "anatomy_test.h"

static void
looking_afterwards_is_a_measure(void **state)
{
	static const struct case_of cases[] = {
		{ "The Trust should buy two lifts and tell the Board how many "
		  "people used them.",
			"stated" },
		{ "The Trust should buy two lifts. The Board will be told how "
		  "many used them.",
			"stated" },
		{ "The Trust should draw forty of the completed forms each "
		  "quarter.",
			"stated" },
		{ "The Trust should hold four lessons in May and count who "
		  "comes.",
			"stated" },
		{ "The Trust should pay for lamps, and have the scheme "
		  "evaluated.",
			"stated" },
		{ "The Trust should teach its mates to row, and report "
		  "completion to the Board.",
			"stated" },
		{ "The Trust should run two lessons and test what those who "
		  "came remember.",
			"stated" },
		{ "The Trust should teach its mates to row, with an evaluation "
		  "after a year.",
			"stated" },
		{ "The Club must ensure that each boat has a lamp and must "
		  "publish the monthly rate of wrecks to its Board.",
			"stated" },
		{ "The Council should replace the form; ten practices to be "
		  "sampled in May.",
			"stated" },
		{ "The Council should pay for a warden and compare the falls "
		  "before and after.",
			"stated" },
		{ "The Council should pay for a warden. Tenants will be asked "
		  "whether they felt safer.",
			"stated" },
		{ "The Trust should ring each family until complaints have "
		  "halved.",
			"stated" },
		{ "The Trust should file each receipt, with the log open to "
		  "inspection.",
			"stated" },
		{ "The Trust should fit alarms, with the faults counted.",
			"stated" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

static void
what_the_act_itself_tells_is_none(void **state)
{
	static const struct case_of cases[] = {
		{ "The Trust should tell the council whenever a post is empty.",
			"none" },
		{ "The Trust should replace the form with one which asks how "
		  "many live there.",
			"none" },
		{ "The Club should amend its guide to state the number of "
		  "crew.",
			"none" },
		{ "The Club should amend its rule, with late boats being "
		  "notified to the harbour.",
			"none" },
		{ "The Club should name a pilot who reads every unanswered "
		  "report in the log.",
			"none" },
		{ "Ensure that staff record how often they called.", "none" },
		{ "The Ministry should review complaints and publish its "
		  "findings.",
			"none" },
		{ "The Board should write to all schools and to parents.",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_MEASURE, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(looking_afterwards_is_a_measure),
		cmocka_unit_test(what_the_act_itself_tells_is_none),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
