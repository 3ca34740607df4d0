/* What time the act is bound to. */
#include "anatomy_test.h"

static void
dates_periods_and_triggers_are_stated(void **state)
{
	static const struct case_of cases[] = {
		{ "By 31 March 2024 the Trust should write to all staff.",
			"stated" },
		{ "The Board should, within six months, audit forty files.",
			"stated" },
		{ "The Council should by the renewal date of 1 April 2030 let "
		  "the pier.",
			"stated" },
		{ "The Club should tell the Board, at six and at twelve "
		  "months, how many boats came in.",
			"stated" },
		{ "The Club should, before the next edition is printed, name a "
		  "pilot.",
			"stated" },
		{ "The Club should call on each crew within 48 hours of "
		  "release.",
			"stated" },
		{ "The Club should tell the Board in each of the next four "
		  "quarters how many boats came in.",
			"stated" },
		{ "Give each crew whose lamp is cracked a new one by 1 April, "
		  "and say how many had none.",
			"stated" },
		{ "Crews should read each log within five school days.",
			"stated" },
		{ "The Council should rewrite the contract when it falls for "
		  "renewal in April, so that crews are paid.",
			"stated" },
		{ "The Harbour should examine each half-term a sample of logs.",
			"stated" },
		{ "Rewrite the log. Please have this done by the end of May.",
			"stated" },
		{ "Stop using the form immediately.", "stated" },
		{ "The Board should report quarterly on progress.", "stated" },
		{ "The Trust should, before the next inspection, train all "
		  "staff.",
			"stated" },
		{ "The council should fund the post for two years from April "
		  "2025.",
			"stated" },
		{ "Referrals must be entered as soon as they are received.",
			"stated" },
		{ "The plan should be published by the end of the year.",
			"stated" },
		{ "Take immediate steps to publish the list.", "stated" },
		{ "The Board should meet again three months from now.",
			"stated" },
		{ "The Club should send a lamp to every crew within three "
		  "months.",
			"stated" },
		{ "The Club should fund lessons for new crews who ask for "
		  "them, from April 2025.",
			"stated" },
		{ "The Club should read 50 logs that were closed and report "
		  "what they say to the Board by December 2023.",
			"stated" },
		{ "The Club should add a box to the log for what the crew was "
		  "told, by the end of July 2023, and read thirty logs.",
			"stated" },
		{ "The Club should count its boats next spring, on the water "
		  "and not on paper.",
			"stated" },
		{ "The Club should buy two lamps by half term so that crews "
		  "can see.",
			"stated" },
		{ "The Club should count its boats twelve months after it "
		  "opens.",
			"stated" },
		{ "The form should be replaced by 31/03/2027.", "stated" },
		{ "The form should be replaced by 31.3.27.", "stated" },
		{ "The form should be replaced by mid-2027.", "stated" },
		{ "The form should be replaced by end-March.", "stated" },
		{ "The form should be replaced by the date of the next "
		  "inspection.",
			"stated" },
		{ "The council should print a page that explains how to "
		  "share a worry about a child, by the end of May 2027.",
			"stated" },
		{ "The Trust should replace the form with one that shows "
		  "each reading, and audit forty of them six months after "
		  "the change.",
			"stated" },
		{ "The council should publish what it was told, and should "
		  "put that letter in front of the Board at its meeting in "
		  "May 2027.",
			"stated" },
		{ "The council should fund a post with no target, to be "
		  "evaluated by the university in spring 2027.",
			"stated" },
		{ "The council should visit each firm with which it has a "
		  "contract at least once before 31 May 2027, and say so.",
			"stated" },
		{ "The Board should require each partner to read ten files, "
		  "and to bring the results to it each November.",
			"stated" },
		{ "The firm should send the council a list each Monday.",
			"stated" },
		{ "The surgery should telephone the family on the day of any "
		  "missed appointment.",
			"stated" },
		{ "The Trust should report six months from publication.",
			"stated" },
	};

	ASSERT_PARTS(state, CND_PART_TIME, cases);
}

/* The body behind the comma is told, too. */
static void
time_may_open_a_sentence(void **state)
{
	static const char *const sentences[] = {
		"This year, Tarn Council should replace the form.",
		"Every six months, Tarn Council should replace the form.",
		"Twice a year, Tarn Council should replace the form.",
		"Each spring, Tarn Council should replace the form.",
		"Starting in September, Tarn Council should replace the form.",
		"Three months after the launch, Tarn Council should replace "
		"it.",
		"No later than May 2027, Tarn Council should replace the form.",
	};

	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
		const struct case_of stated[] = { { sentences[i], "stated" } };
		const struct case_of named[] = { { sentences[i], "named" } };

		ASSERT_PARTS(state, CND_PART_TIME, stated);
		ASSERT_PARTS(state, CND_PART_OWNER, named);
	}
}

static void
gestures_are_vague(void **state)
{
	static const struct case_of cases[] = {
		{ "Better links are needed, as soon as practicable, between "
		  "the piers.",
			"vague" },
		{ "The Trust should close the ward when the opportunity "
		  "arises.",
			"vague" },
		{ "At a suitable moment the Trust should close the ward.",
			"vague" },
		{ "The Trust should, as a priority, replace the form.",
			"vague" },
		{ "The two bodies should sign a note on who pays for a nurse "
		  "when a tenant is taken ill, as soon as possible.",
			"vague" },
		{ "The Club should help its crews to row faster as a priority.",
			"vague" },
		{ "Both clubs should work together to find new boats in the "
		  "near future.",
			"vague" },
		{ "The Club should teach young people in due course.",
			"vague" },
		{ "The clubs should work together to spot leaks in old boats "
		  "as soon as possible.",
			"vague" },
		{ "Urgently review the rota.", "vague" },
		{ "As soon as it can, the Trust should close the ward.",
			"vague" },
		{ "The Board should publish the guide in due course.",
			"vague" },
		{ "As soon as possible, the post should be filled.", "vague" },
	};

	ASSERT_PARTS(state, CND_PART_TIME, cases);
}

static void
standards_and_names_bind_nothing(void **state)
{
	static const struct case_of cases[] = {
		{ "Move the lamp column to the front of the mooring form on "
		  "the visit system.",
			"none" },
		{ "Write a sheet for crews on daily patrol.", "none" },
		{ "The Club should require mates to ring the owner within 24 "
		  "hours of a second lost lamp.",
			"none" },
		{ "The Club should cap the crossings of pilots in their first "
		  "six months at twelve.",
			"none" },
		{ "The Club should add a question about lamps to its yearly "
		  "visit.",
			"none" },
		{ "Ensure that reviews are held within ten days.", "none" },
		{ "Ensure that visits are made promptly.", "none" },
		{ "The firm should pay for a nurse to sit in the office for "
		  "one day a week.",
			"none" },
		{ "The Club should bring back a call within two days for any "
		  "crew that is late.",
			"none" },
		{ "The Club should invite a pilot to every crew meeting.",
			"none" },
		{ "The Club should introduce a weekly check of its lamps.",
			"none" },
		{ "The Club should fund a trial of calls within 48 hours of "
		  "release.",
			"none" },
		{ "Improve the timeliness of reviews.", "none" },
		{ "Disseminate the learning from this review.", "none" },
		{ "Timely and effective planning for all children.", "none" },
		{ "An office to offer a fuller and timely service.", "none" },
		{ "Calls are answered promptly and in full.", "none" },
		{ "There needs to be more timely and clear advice.", "none" },
		{ "Fund a filter whereby calls are sorted promptly.", "none" },
		{ "The Children Act 1989 should be amended.", "none" },
		{ "On 3 May 2020 the Commission recommended that the Authority "
		  "inspect all doors.",
			"none" },
		{ "Audit cases in which a visit took place within five days.",
			"none" },
		{ "Publish the 2020-2025 strategy.", "none" },
		{ "Boats should carry a radio that keeps a continuous watch.",
			"none" },
		{ "The Board should include regular updates in its report.",
			"none" },
		{ "Amend the Act so that a log is covered; it counts if it has "
		  "continuously been kept since it was made.",
			"none" },
		{ "The Panel recognises the pressing need to open the line as "
		  "soon as possible. The Board should pay.",
			"none" },
		{ "The Panel recognizes the need to open the line as soon as "
		  "possible. The Board should pay.",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_TIME, cases);
}

static void
days_meetings_and_starts_are_stated(void **state)
{
	static const struct case_of cases[] = {
		{ "The Club should paint the boats by Lady Day 2026.",
			"stated" },
		{ "The Club should adopt a rule before Ramadan.", "stated" },
		{ "The Club should paint the boats, beginning within a month.",
			"stated" },
		{ "The Club should tell its members each May and October how "
		  "many sank.",
			"stated" },
		{ "The Club should paint the boats inside nine months.",
			"stated" },
		{ "The Club should look at the rule when it meets in June.",
			"stated" },
		{ "The Club should ask each captain for a list, to be laid "
		  "before the Committee's May meeting.",
			"stated" },
		{ "Each month, the Club should count the boats.", "stated" },
		{ "Members should be encouraged to sign as soon as possible.",
			"vague" },
		{ "The Club should sign as soon as it reasonably can.",
			"vague" },
		{ "The Club should sign as quickly as funds allow.", "vague" },
		{ "The Club should sign as soon as the sea is warm.",
			"stated" },
	};

	ASSERT_PARTS(state, CND_PART_TIME, cases);
}

static void
a_note_in_brackets_says_when(void **state)
{
	static const struct case_of cases[] = {
		{ "Paint the boats. (Lead: Commodore, Urgent Repairs. To be "
		  "dry by 2 June 2026.)",
			"stated" },
		{ "Paint the boats. (Harbour Master. As soon as practicable.)",
			"vague" },
		{ "Paint the boats (Harbour Master, winter 2026 refit).",
			"stated" },
		{ "Paint the boats that the law names (Act No. 9 of 2009).",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_TIME, cases);
}

static void
times_of_other_things_bind_nothing(void **state)
{
	static const struct case_of cases[] = {
		{ "The Club should compare wrecks for the six months before "
		  "and after the buoy was laid.",
			"none" },
		{ "The Club should offer a same-day tow.", "none" },
		{ "The Club should print a prompt on each card.", "none" },
		{ "The Club should put a lamp at each pier.", "none" },
		{ "Training should be better for those in their first year.",
			"none" },
		{ "Improve the timeliness of annual surveys.", "none" },
		{ "The Club should require a signature before any boat is "
		  "sold.",
			"none" },
	};

	ASSERT_PARTS(state, CND_PART_TIME, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_periods_and_triggers_are_stated),
		cmocka_unit_test(time_may_open_a_sentence),
		cmocka_unit_test(gestures_are_vague),
		cmocka_unit_test(standards_and_names_bind_nothing),
		cmocka_unit_test(days_meetings_and_starts_are_stated),
		cmocka_unit_test(a_note_in_brackets_says_when),
		cmocka_unit_test(times_of_other_things_bind_nothing),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
