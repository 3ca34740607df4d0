/* Who is told to act. */
#include "anatomy_test.h"

static void
bodies_and_posts_are_named(void **state)
{
	static const struct case_of cases[] = {
		{ "The council where the boat was moored should buy a lamp.",
			"named" },
		{ "It was felt that the Fenby Council should buy a lamp.",
			"named" },
		{ "The Board should publish its threshold guide.", "named" },
		{ "Merrowdale Council must fund two posts.", "named" },
		{ "Merrowdale Home Care should fit a tape.", "named" },
		{ "the local authority needs to replace the form.", "named" },
		{ "The Director of Adult Services should write to all staff.",
			"named" },
		{ "The Department for Transport should amend the code.",
			"named" },
		{ "NHS Pellbridge ICB and its providers should agree a tariff.",
			"named" },
		{ "The Scottish Government should legislate.", "named" },
		{ "It is recommended that Tarn Housing install alarms.",
			"named" },
		{ "On 4 May 2021 the Commission recommended to the Chief "
		  "Executive of Coastline Ferries that he fit new doors.",
			"named" },
		{ "We call on the Home Office to publish the figures.",
			"named" },
		{ "The Committee recommends that the Agency table a plan.",
			"named" },
		{ "By 31 March 2024 Harrow Vale Police should change the form.",
			"named" },
		{ "The form should be revised by the Trust.", "named" },
		{ "The council's recording of visits needs to improve.",
			"named" },
		{ "However, the Ferry Board should paint its boats.", "named" },
		{ "The Ferry Board ought now to paint its boats.", "named" },
		{ "The Ferry Board ought, wherever it can, to paint its boats.",
			"named" },
		{ "The catering department to colour the lids of all tins.",
			"named" },
		{ "The three safeguarding partners should meet.", "named" },
		{ "Adult social care must change the form.", "named" },
		{ "The Panel requests that the new Office of Boat Safety "
		  "conduct a survey. The new office should also be asked.",
			"named" },
	};

	ASSERT_PARTS(state, CND_PART_OWNER, cases);
}

/* Where no sentence tells anybody, what stands behind it may. */
static void
a_body_behind_the_words_is_told(void **state)
{
	static const struct case_of cases[] = {
		{ "Paint the boats (Fenby Council).", "named" },
		{ "Paint the boats [Fenby Council].", "named" },
		{ "Paint the boats (for the Harbour Director).", "named" },
		{ "Paint the boats (Tarn Police; Fenby NHS Trust).", "named" },
		{ "Paint the boats (all agencies).", "generic" },
		{ "Paint the boats \u2013 Fenby Council.", "named" },
		{ "Paint the boats \u2013 Fenby Council \u2013 by May 2027.",
			"named" },
		{ "Paint the boats. Fenby Council.", "named" },
		{ "Paint the boats (see section 4).", "none" },
		{ "Paint the boats (the Fenby Protocol).", "none" },
		{ "Paint the boats with partners (Tarn Police, Fenby NHS "
		  "Trust).",
			"none" },
		{ "All agencies should paint the boats (Fenby Council).",
			"generic" },
	};

	ASSERT_PARTS(state, CND_PART_OWNER, cases);
}

static void
who_holds_a_power_or_is_recommended_to_is_told(void **state)
{
	static const struct case_of cases[] = {
		{ "The role of keeping the list should fall on Tarn Council.",
			"named" },
		{ "The power to set the fee should lie with the Board.",
			"named" },
		{ "Responsibility for the list shall rest with a new body.",
			"generic" },
		{ "The choice of a skipper should be made by an appointment "
		  "panel.",
			"generic" },
		{ "The levy should be settled in agreement between the trade "
		  "and the Board, which pays it.",
			"named" },
		{ "The three safeguarding partners should share the list.",
			"named" },
		{ "As soon as it can, Tarn Council shall set up a body which "
		  "shall, when called upon to do so, run the scheme.",
			"named" },
		{ "Adult social care to review its policy on alarms.",
			"named" },
		{ "Health and social care should share the list.", "generic" },
		{ "The fire service should be told of each new alarm.",
			"none" },
		{ "The fire service should be told to count the alarms.",
			"named" },
		{ "The practice of the crew should be reviewed.", "none" },
		{ "Safe practice should be supported by a protocol.", "none" },
		{ "The practice should write to its patients.", "named" },
		{ "The strategy should be informed by a study of training "
		  "given by different agencies.",
			"none" },
		{ "The Commission recommended that Tarn Ferries review clause "
		  "9 of the rule.",
			"named" },
		{ "The Commission recommended that Tarn Ferries, in making its "
		  "plans, consider the weather.",
			"named" },
		{ "As a first step, political leaders should reflect on the "
		  "merits of a list that says, for the public, which approach "
		  "they propose to take.",
			"generic" },
	};

	ASSERT_PARTS(state, CND_PART_OWNER, cases);
}

static void
people_in_general_are_generic(void **state)
{
	static const struct case_of cases[] = {
		{ "Agencies should share the plan.", "generic" },
		{ "Host and placing authorities should meet.", "generic" },
		{ "Ward sisters to keep the charts.", "generic" },
		{ "All partners must attend.", "generic" },
		{ "Staff should be reminded of the policy.", "generic" },
		{ "Team managers to sign every plan.", "generic" },
		{ "The Government should publish a strategy.", "generic" },
		{ "All levels of government should act.", "generic" },
		{ "A new regulator should be given the power to inspect; the "
		  "new regulator should publish its findings.",
			"generic" },
		{ "You review the instructions.", "generic" },
		{ "Each agency should name a lead.", "generic" },
		{ "Local authorities should fund advocates.", "generic" },
		{ "The relevant authority should decide.", "generic" },
	};

	ASSERT_PARTS(state, CND_PART_OWNER, cases);
}

static void
things_and_bare_verbs_are_nobody(void **state)
{
	static const struct case_of cases[] = {
		{ "Strengthen management oversight.", "none" },
		{ "Guidance should be reviewed.", "none" },
		{ "There should be a lead nurse on each ward.", "none" },
		{ "All strategy meetings should record who was invited.",
			"none" },
		{ "Ensure that managers read every file.", "none" },
		{ "The Committee recommends filling the vacancies.", "none" },
		{ "The quality of supervision.", "none" },
		{ "When a child is missing, tell the parents.", "none" },
		{ "Children should have their teeth checked.", "none" },
		{ "This should be recorded.", "none" },
		{ "The Aviation Act should be amended.", "none" },
		{ "Oversight is weak. Managers do not always read the file.",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_OWNER, cases);
}

static void
names_of_many_and_second_clauses_are_named(void **state)
{
	static const struct case_of cases[] = {
		{ "Marlpit Schools should ring a bell.", "named" },
		{ "Secondary Schools should ring a bell.", "generic" },
		{ "Acute Hospitals should ring a bell.", "generic" },
		{ "All three councils should ring a bell.", "named" },
		{ "Anytown Council's officers should ring a bell.", "named" },
		{ "The business manager should ring a bell.", "named" },
		{ "Every shop should have a bell, and the partnership should "
		  "ring ten of them.",
			"named" },
		{ "Every shop should have a bell, and shopkeepers should ring "
		  "it.",
			"none" },
		{ "NHS England should, before the next bell is cast, say who "
		  "rings it.",
			"named" },
		{ "The Welsh Ministers should ring a bell.", "named" },
		{ "All who work with bells should wear a cap.", "generic" },
		{ "No child should hear a bell.", "none" },
	};

	ASSERT_PARTS(state, CND_PART_OWNER, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bodies_and_posts_are_named),
		cmocka_unit_test(a_body_behind_the_words_is_told),
		cmocka_unit_test(
			who_holds_a_power_or_is_recommended_to_is_told),
		cmocka_unit_test(people_in_general_are_generic),
		cmocka_unit_test(things_and_bare_verbs_are_nobody),
		cmocka_unit_test(names_of_many_and_second_clauses_are_named),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
