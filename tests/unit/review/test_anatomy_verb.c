/* Verbs that no lexicon has, and nouns that could be verbs. */
#include "anatomy_test.h"

static void
a_verb_that_is_not_known_is_judged_by_its_object(void **state)
{
	static const struct case_of cases[] = {
		{ "Tear up the form.", "concrete" },
		{ "The Council needs to mend the lift.", "concrete" },
		{ "The Trust should in each case telephone the family.",
			"concrete" },
		{ "Governors should at all times bear in mind the risk.",
			"vague" },
		{ "Better links with the police.", "vague" },
	};

	ASSERT_PARTS(state, CND_PART_ACTION, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_verb_that_is_not_known_is_judged_by_its_object),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
