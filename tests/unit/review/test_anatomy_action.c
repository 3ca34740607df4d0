/* Whether an act could be seen done. */
#include "anatomy_test.h"

static void
acts_without_trace_are_vague(void **state)
{
	static const struct case_of cases[] = {
		{ "The Trust should consider a new form.", "vague" },
		{ "The Board should, as a matter of urgency, raise awareness "
		  "of stalking.",
			"vague" },
		{ "That the lessons of this review be disseminated.", "vague" },
		{ "The safety of crews must be central to all planning.",
			"vague" },
		{ "Ensure that a spare oar is considered at the earliest "
		  "opportunity.",
			"vague" },
		{ "The Club should look at the use of oars as soon as is "
		  "practicable.",
			"vague" },
		{ "The Ministry should introduce greater powers.", "vague" },
		{ "Share the learning from this review widely.", "vague" },
		{ "Shops should be made more aware of neglect.", "vague" },
		{ "Explore options to introduce a single record.", "vague" },
		{ "Staff should be aware of coercion.", "vague" },
		{ "Agencies should be reminded of the need to share.",
			"vague" },
		{ "Strengthen management oversight.", "vague" },
		{ "Crews on all boats to be mindful of fog.", "vague" },
		{ "Captains should support crews who have been hurt.",
			"vague" },
		{ "Strengthen the approach to boats that do not call.",
			"vague" },
		{ "Lamps need to be offered more consistently.", "vague" },
		{ "Crews should continue to share what they know.", "vague" },
		{ "To give thought to the ways in which lamps may be hung.",
			"vague" },
		{ "Links between the piers to be strengthened.", "vague" },
		{ "The Board should seek assurance that staff understand.",
			"vague" },
		{ "Improve the quality of chronologies.", "vague" },
		{ "Review the policy.", "vague" },
		{ "Review the policy to improve outcomes.", "vague" },
		{ "Ensure that all staff understand the pathway.", "vague" },
		{ "Ensure that plans are of good quality.", "vague" },
		{ "Ensure the timely completion of reports.", "vague" },
		{ "Take action to improve communication.", "vague" },
		{ "Continue to develop relationships with partners.", "vague" },
		{ "Interpreters to be used where possible.", "vague" },
		{ "The Trust should replace the form, funds permitting.",
			"vague" },
		{ "The Trust should replace the form where it is practicable.",
			"vague" },
		{ "The Trust should replace the form if it thinks fit.",
			"vague" },
		{ "There should be better joint working.", "vague" },
		{ "The effectiveness of supervision.", "vague" },
		{ "Ensure that prompt decisions are made.", "vague" },
		{ "The Board should look at this. This should include a "
		  "survey.",
			"vague" },
	};

	ASSERT_PARTS(state, CND_PART_ACTION, cases);
}

static void
acts_that_can_be_seen_are_concrete(void **state)
{
	static const struct case_of cases[] = {
		{ "The landlord should, as soon as possible, fit alarms.",
			"concrete" },
		{ "Share the lessons of this review through six briefings.",
			"concrete" },
		{ "The Trust should publish the audit.", "concrete" },
		{ "The partners should each publish the audit.", "concrete" },
		{ "The Trust should each year publish the audit.", "concrete" },
		{ "The Trust should (by May) publish the audit.", "concrete" },
		{ "The Trust should at once appoint a lead nurse.",
			"concrete" },
		{ "The Trust should as a first step publish the audit.",
			"concrete" },
		{ "The Trust should in future publish the audit.", "concrete" },
		{ "Write a rule and match the proposed boats to it.",
			"concrete" },
		{ "Improve oversight by auditing twenty files a month.",
			"concrete" },
		{ "Strengthen induction through a checklist.", "concrete" },
		{ "Strengthen plans so that they contain dates and names.",
			"concrete" },
		{ "Review the policy to ensure that every driver is tested.",
			"concrete" },
		{ "Ensure that every child has an allocated social worker.",
			"concrete" },
		{ "Ensure that strategy meetings include the police.",
			"concrete" },
		{ "Ensure that decisions are recorded on the file.",
			"concrete" },
		{ "Ensure that visits are completed within ten days.",
			"concrete" },
		{ "Take steps to publish the figures.", "concrete" },
		{ "Engage with the Treasury to increase the grant.",
			"concrete" },
		{ "The form should be replaced.", "concrete" },
		{ "Raise awareness of the pathway and send each practice a "
		  "leaflet.",
			"concrete" },
		{ "Increase the budget by 5%.", "concrete" },
		{ "Develop a protocol with the coroner.", "concrete" },
	};

	ASSERT_PARTS(state, CND_PART_ACTION, cases);
}

static void
every_vague_wording_is_told(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_recommendation rec = { 0 };
	struct cnd_document doc;
	const struct cnd_part_reading *action = &rec.parts[CND_PART_ACTION];

	read_text(state,
		"The Board should consider training and strengthen oversight.",
		&rec, &doc, arena);
	assert_int_equal(action->span_count, 2);
	assert_text(
		cnd_document_text(&doc, action->spans[0]), "consider training");
	assert_text(cnd_document_text(&doc, action->spans[1]),
		"strengthen oversight");
	cnd_arena_free(arena);
}

static void
what_only_sounds_like_an_act_is_vague(void **state)
{
	static const struct case_of cases[] = {
		{ "Good lighting should become everyone's business.", "vague" },
		{ "Good lighting should be at the heart of harbour life.",
			"vague" },
		{ "News of storms should be shared in a timely manner.",
			"vague" },
		{ "The lessons of the storm should be disseminated widely.",
			"vague" },
		{ "The lessons of the storm should be sent to all harbours.",
			"concrete" },
		{ "The harbour's lighting requires attention.", "vague" },
		{ "Lighting at night to be made more effective.", "vague" },
		{ "Make the gate impossible to leave open.", "concrete" },
		{ "Captains must start taking fog seriously.", "vague" },
		{ "Captains are reminded to document.", "vague" },
		{ "The Club should be invited to reflect on the storm.",
			"vague" },
		{ "Ensure that logs are neat and involve the crew where "
		  "appropriate.",
			"vague" },
		{ "Improve lighting and receive evidence of what has changed.",
			"vague" },
		{ "Embed good lighting; audits should demonstrate that it is "
		  "there.",
			"vague" },
	};

	ASSERT_PARTS(state, CND_PART_ACTION, cases);
}

static void
what_others_are_told_to_do_is_the_act(void **state)
{
	static const struct case_of cases[] = {
		{ "The Club should require every captain to log each lamp.",
			"concrete" },
		{ "The Club should require every captain to be mindful of fog.",
			"vague" },
		{ "Set the alarm system to ring the harbour master.",
			"concrete" },
		{ "The Club should keep a list of lamps.", "concrete" },
		{ "Logs should have the side written out in full.",
			"concrete" },
		{ "Ensure that each wreck is considered at the next meeting.",
			"concrete" },
		{ "Share the lessons with each crew by letter.", "concrete" },
		{ "The Ministry should create a power for a court to seize a "
		  "boat.",
			"concrete" },
		{ "The Club should evaluate its lamps by counting wrecks.",
			"concrete" },
		{ "A training needs analysis should be undertaken.",
			"concrete" },
		{ "Make sure that return trips are offered within ten days by "
		  "another captain.",
			"concrete" },
	};

	ASSERT_PARTS(state, CND_PART_ACTION, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(acts_without_trace_are_vague),
		cmocka_unit_test(acts_that_can_be_seen_are_concrete),
		cmocka_unit_test(every_vague_wording_is_told),
		cmocka_unit_test(what_only_sounds_like_an_act_is_vague),
		cmocka_unit_test(what_others_are_told_to_do_is_the_act),
	};

	return cmocka_run_group_tests(tests, anatomy_setup, anatomy_teardown);
}
