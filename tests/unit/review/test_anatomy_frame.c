/*
 * Frames: who is asked, how, and what is looked at afterwards.  All four
 * parts of sentences invented here.
 */
#include "anatomy_test.h"

static const struct case_of cases[] = {
	{ "It falls to Larkfield Council to buy a second telephone line for "
	  "the night team by the end of August.",
		"named concrete stated none" },
	{ "It falls to the Board to think again about its rota.",
		"named vague none none" },
	{ "We look to Corvane Rail to fit a second alarm at each of its eleven "
	  "desks before winter, and to tell the inspectorate when the last is "
	  "in.",
		"named concrete stated none" },
	{ "Northway Hospitals NHS Trust is invited to stop discharging people "
	  "who live alone after noon on Fridays, with the exceptions counted "
	  "and shown to its board in November.",
		"named concrete none stated" },
	{ "The onus is on Hartley Homes to write to every tenant over 70 each "
	  "September.",
		"named concrete stated none" },
	{ "Penrose Trust is expected to show all risk entries on one page from "
	  "1 July 2025.",
		"named concrete stated none" },
	{ "The Home Office is hereby asked to add a field to its index.",
		"named concrete none none" },
	{ "That the Chief Constable issue an order under which the data are "
	  "seized within a week.",
		"named concrete none none" },
	{ "That consideration be given to a second car.",
		"none vague none none" },
	{ "Everyone: be kinder.", "generic vague none none" },
	{ "Ministry of Corrections: put a second officer on each range at "
	  "night by April 2026 and publish the number of nights on which there "
	  "was one.",
		"named concrete stated stated" },
	{ "Our advice to Tarn District Council is to check the other eleven "
	  "buildings and to print the list on its website by Easter.",
		"named concrete stated none" },
	{ "I invite the Care Quality Commission to ask, at its next "
	  "inspection, whether the alarms were answered.",
		"named concrete stated none" },
	{ "I would ask the Department for Transport to say in its next annual "
	  "report what has become of the seven earlier warnings.",
		"named concrete stated none" },
	{ "It would help if Wessex Water were to print the number on every "
	  "bill.",
		"named concrete none none" },
	{ "It would be good to see more foster carers.",
		"none vague none none" },
	{ "Drivers might do worse than remember that a green light is not a "
	  "promise.",
		"generic vague none none" },
	{ "Health visitors may like to reflect on how fathers are greeted.",
		"generic vague none none" },
	{ "The Committee would do well to publish the list each month.",
		"named concrete stated none" },
	{ "Fife Council could usefully give some thought to its letters.",
		"named vague none none" },
	{ "Governors should at all times bear in mind that silence is not "
	  "consent.",
		"generic vague none none" },
	{ "Recommendation 3 is therefore that Fenby Council open, before the "
	  "start of the summer term, a list of all such children.",
		"named concrete stated none" },
	{ "Recommendation 4 is addressed to the Trust: buy a second hoist.",
		"named concrete none none" },
	{ "Our third suggestion is that Fenby Homes swap the two beds.",
		"named concrete none none" },
	{ "It would help if the police recorded the name of each adult.",
		"named concrete none none" },
	{ "The review asks the Home Secretary to lay the guidance before "
	  "Parliament this session.",
		"named concrete stated none" },
	{ "Fenby Police, Fenby Council and Marle Trust to write one form.",
		"named concrete none none" },
	{ "Both trusts are asked to agree in writing who prescribes, and to "
	  "tell the ICB in six months whether the agreement is kept.",
		"named concrete stated stated" },
	{ "When the contract is next let, the council should require the "
	  "provider to keep a log.",
		"named concrete stated none" },
	{ "The Board, with effect from April, is to fund a visitor.",
		"named concrete stated none" },
	{ "Fund a post for people who cannot get to a clinic, starting in "
	  "September 2026.",
		"none concrete stated none" },
	{ "Publish a standard for use when a worker leaves, and audit 25 "
	  "cases against it by December 2026.",
		"none concrete stated stated" },
	{ "By the time the ward opens, the Trust should have trained each "
	  "nurse; completion to be shown on the staff record.",
		"named concrete stated stated" },
	{ "Where possible, practitioners should involve fathers.",
		"generic vague none none" },
	{ "The Home Office should publish a separate count of carers.",
		"named concrete none none" },
	{ "The Force should pay for a car, and should publish how many calls "
	  "it answered.",
		"named concrete none stated" },
	{ "The Trust should rewrite the rule. Its audit group should read "
	  "every such discharge.",
		"named concrete none stated" },
	{ "That each hospital in the region open a ward.",
		"generic concrete none none" },
	{ "Fenby Police: an inspector to sign off every such decision.",
		"named concrete none none" },
	{ "To print the number of falls on each ward door.",
		"none concrete none none" },
	{ "Tear up the form.", "none concrete none none" },
	{ "Pull thirty files in the spring and see whether the name of the "
	  "father is there.",
		"none concrete stated stated" },
	{ "Ring each family on the day of discharge. Thirty calls a month to "
	  "be listened to by the carers' council.",
		"none concrete stated stated" },
	{ "Better links with the police.", "none vague none none" },
	{ "More kindness.", "none vague none none" },
	{ "A calmer tone in letters.", "none vague none none" },
	{ "Reflect on the culture of the unit in due course.",
		"none vague vague none" },
	{ "Nurture curiosity.", "none vague none none" },
	{ "Handover should be better.", "none vague none none" },
	{ "Letters to families should be clearer.", "none vague none none" },
	{ "Let midwives call the consultant directly.",
		"none concrete none none" },
	{ "Staff to show more curiosity as and when time allows.",
		"generic vague vague none" },
	{ "The Trust must not issue the summary while the box is empty.",
		"named concrete none none" },
	{ "Eastmere Council will put a second worker on every visit to a "
	  "family that has threatened one. In place by 1 June 2026.",
		"named concrete stated none" },
	{ "The ICB, to buy interpreting by video for all eleven surgeries from "
	  "April 2025; it will publish the number of calls each quarter.",
		"named concrete stated stated" },
	{ "The Partnership should write to each school by Easter, and ask "
	  "again a year later how many have changed their policy.",
		"named concrete stated stated" },
	{ "The two police forces must, by the end of 2024, sign one protocol, "
	  "with the first forty returns audited.",
		"named concrete stated stated" },
	{ "Carers' assessments should be looked at in the light of this "
	  "review.",
		"none vague none none" },
	{ "Someone should own the list.", "generic vague none none" },
	{ "The Trust should build the confidence of ward staff on an ongoing "
	  "basis.",
		"named vague vague none" },
	{ "Pay for two days a week of an advocate's time until March 2027, and "
	  "compare the number of complaints before and after.",
		"none concrete stated stated" },
	{ "Marsham Borough Council needs to mend the lift at Delph Court.",
		"named concrete none none" },
	{ "Midwives ought to be braver.", "generic vague none none" },
	{ "Ask night staff each month whether the alarms went off, and post "
	  "the answer on the ward.",
		"none concrete stated stated" },
	{ "Commissioners should explore capacity.", "generic vague none none" },
	{ "The Director of Nursing should have every open incident read by "
	  "somebody from another ward before the end of the quarter, and bring "
	  "a table of what was found to the Quality Committee.",
		"named concrete stated stated" },
	{ "Put both records on one screen by spring 2026.",
		"none concrete stated none" },
	{ "Swap the paper diary for the shared one, straight away.",
		"none concrete stated none" },
	{ "It is recommended that thought be given to the way in which lodgers "
	  "come to notice.",
		"none vague none none" },
	{ "The review recommends to the Secretary of State for Justice that "
	  "rule 12 be amended to require a second officer.",
		"named concrete none none" },
	{ "We want Ashdown School to shut the gate at nine, and its governors "
	  "to walk the fence each term and minute what they see.",
		"named concrete stated none" },
	{ "Having heard both engineers, I recommend that Carefare Buses run "
	  "one more service from January and report to the council how many "
	  "people used it.",
		"named concrete stated stated" },
	{ "The Lead Reviewer proposes that Tannery Homes tell the council "
	  "within a day whenever heating fails in a flat let to someone over "
	  "75.",
		"named concrete stated none" },
	{ "Professionals need to keep the father in mind.",
		"generic vague none none" },
	{ "Make sure that nobody is discharged without a telephone number that "
	  "is answered at night.",
		"none concrete none none" },
	{ "Take the old chart out of use on all four wards by October; the "
	  "weekly count of charts found should be nil by December.",
		"none concrete stated stated" },
	{ "Scope a joint pathway.", "none vague none none" },
	{ "Foster a culture in which questions are welcome.",
		"none vague none none" },
	{ "The Housing Ombudsman is asked to look into the way complaints are "
	  "closed.",
		"named vague none none" },
	{ "Work with partners to raise awareness of exploitation.",
		"none vague none none" },
};

static void
whoever_is_asked_in_whatever_frame(void **state)
{
	assert_wholes(state, cases, sizeof(cases) / sizeof(cases[0]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whoever_is_asked_in_whatever_frame),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
