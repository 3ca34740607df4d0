/* Recommendations wherever they stand, and what only looks like one. */
#include "review_fixture.h"

#include <stdio.h>

struct example {
	const char *name;
	const char *markdown;
	const char *expected;
};

#define HEADING "# Review\n\n## Recommendations\n\n"

static const struct example found[] = {
	{ "a numbered list", HEADING "1. Write to all schools.\n2. Training.\n",
		"1||Write to all schools.\n2||Training.\n" },
	{ "labels in bold",
		HEADING "**R1.** The Board should audit.\n\n"
			"**Recommendation 2:** Stop it.\n",
		"R1||The Board should audit.\nRecommendation 2||Stop it.\n" },
	{ "numbered paragraphs",
		HEADING "7.1 The Council to publish its plan.\n\n"
			"7.2 That the Trust appoint a lead.\n\n"
			"7.3 Consideration of a pathway.\n",
		"7.1||The Council to publish its plan.\n"
		"7.2||That the Trust appoint a lead.\n"
		"7.3||Consideration of a pathway.\n" },
	{ "a lead-in with a modal",
		HEADING "The Board should:\n\n- write; and\n- publish.\n",
		"|The Board should:|write; and\n|The Board "
		"should:|publish.\n" },
	{ "a lead-in of analysis that suggests to a body, and one that goes on",
		"# Learning Review\n\n## Learning Point 1\n\nThe lamp "
		"failed.\n\nThe Review Team suggests that NHS Lochside:\n\n"
		"- run a clinic;\n- replace the code;\n\n"
		"and that Fenby Council:\n\n- amend its form.\n",
		"|The Review Team suggests that NHS Lochside:|run a clinic;\n"
		"|The Review Team suggests that NHS Lochside:|replace the "
		"code;\n"
		"|and that Fenby Council:|amend its form.\n" },
	{ "what tells where dates are, and what somebody thought of one",
		HEADING
		"The dates and tests in Appendix A belong to these.\n\n"
		"1. Write to all schools.\n\n"
		"The Trust's member asked for thirty days in number 1.\n",
		"1||Write to all schools.\n" },
	{ "behind words that say what a paragraph is about",
		HEADING
		"**Fenby Police.** The Pier Division should write to all "
		"schools.\n\n**Records.** There should be clearer "
		"words.\n\n**Better links are needed with the pier.**\n",
		"||The Pier Division should write to all schools.\n"
		"||There should be clearer words.\n"
		"||Better links are needed with the pier.\n" },
	{ "numbered paragraphs that go on from a lead-in",
		HEADING "The Board should, by May:\n\n4.2 publish a guide;\n\n"
			"4.3 write to all schools.\n\n"
			"4.5 million people saw it.\n",
		"4.2|The Board should, by May:|publish a guide;\n"
		"4.3|The Board should, by May:|write to all schools.\n" },
	{ "a lead-in that says what there should be",
		HEADING "There should also be:\n\n- A lamp.\n- Better ropes.\n",
		"|There should also be:|A lamp.\n"
		"|There should also be:|Better ropes.\n" },
	{ "who the list is for, and where it came from",
		HEADING "Grouped by who has to do them.\n\nThese came out of a "
			"day with those who will have to do them.\n\n"
			"1. Write to all schools.\n",
		"1||Write to all schools.\n" },
	{ "a lead-in that labelled items complete",
		HEADING "By May the Board should:\n\n- R1. write; and\n"
			"- R2. publish.\n",
		"R1|By May the Board should:|write; and\n"
		"R2|By May the Board should:|publish.\n" },
	{ "a line that announces those that tell who is to act",
		HEADING "The Council is asked to agree the following.\n\n"
			"1. The Trust should write to schools.\n"
			"2. Agencies should train.\n",
		"1||The Trust should write to schools.\n"
		"2||Agencies should train.\n" },
	{ "the same above paragraphs, and with a colon",
		HEADING "The Chief Officers are asked to agree what follows:"
			"\n\nThe Trust should write to schools.\n\n"
			"Agencies should train.\n",
		"||The Trust should write to schools.\n"
		"||Agencies should train.\n" },
	{ "what tells of the recommendations and asks for nothing",
		HEADING "Appendix A shows who will lead on each one.\n\n"
			"These are put forward for the Board to weigh.\n\n"
			"1. Publish it.\n",
		"1||Publish it.\n" },
	{ "a bold lead-in",
		HEADING
		"**NHS Lochside should:**\n\n- write; and\n- publish.\n",
		"|NHS Lochside should:|write; and\n|NHS Lochside "
		"should:|publish.\n" },
	{ "a lead-in that items with a modal go on with",
		HEADING "The appointment panel:\n\n- should meet; and\n"
			"- must publish.\n",
		"|The appointment panel:|should meet; and\n"
		"|The appointment panel:|must publish.\n" },
	{ "a lead-in that recommends",
		HEADING "We recommend that the three partners:\n\n"
			"- agree a rota;\n- pay for it.\n",
		"|We recommend that the three partners:|agree a rota;\n"
		"|We recommend that the three partners:|pay for it.\n" },
	{ "a list that spells one out",
		HEADING "1. The Trust should revise its form to include:\n"
			"   - the date;\n   - the name.\n"
			"2. Audit it.\n",
		"1||The Trust should revise its form to include: + the date; "
		"+ the name.\n2||Audit it.\n" },
	{ "a part of one that has parts itself",
		HEADING "1. Ferry owners should consider publishing:\n"
			"   - their names; and\n   - each quarter:\n"
			"     - their meetings;\n     - their costs.\n",
		"1||Ferry owners should consider publishing: + their names; "
		"and + each quarter: + their meetings; + their costs.\n" },
	{ "one that refers to another, above its parts",
		HEADING
		"In addition to Recommendation 10 above, a board should "
		"consider requiring:\n\n1. that ferries write; and\n"
		"2. that a skipper is named.\n",
		"||In addition to Recommendation 10 above, a board should "
		"consider requiring: + that ferries write; and + that a "
		"skipper is named.\n" },
	{ "what a law is to provide",
		HEADING "1. The Report on Boats should be adopted in its "
			"recommendations that the law provide that:\n"
			"   - fines should only be paid once;\n"
			"   - fees should be kept.\n",
		"1||The Report on Boats should be adopted in its "
		"recommendations that the law provide that: + fines should "
		"only be paid once; + fees should be kept.\n" },
	{ "items below an item that goes on from its lead-in",
		HEADING "The Board should:\n\n- in its next report:\n"
			"  - write; and\n  - call.\n",
		"|The Board should:|write; and\n|The Board should:|call.\n" },
	{ "a bold label inside analysis, without a number",
		"# Review\n\n## Analysis\n\nThe pier was dark. "
		"**Recommendation: "
		"the Board should light it.**\n\n"
		"**Recommendation: skippers should look up.** They had lamps. "
		"**Recommendation: the Harbour Master should ring the "
		"bell.**\n",
		"||the Board should light it.\n"
		"||skippers should look up. They had lamps. \n"
		"||the Harbour Master should ring the bell.\n" },
	{ "bold inside analysis",
		"# Review\n\n## Analysis\n\nIt was late.\n\n"
		"**Recommendation 4.** The Force should buy radios.\n\n"
		"It was dark.\n",
		"Recommendation 4||The Force should buy radios.\n" },
	{ "a sentence inside findings",
		"# Review\n\n## Findings\n\nNobody knew. The panel recommends "
		"that the Council tell them.\n",
		"||The panel recommends that the Council tell them.\n" },
	{ "headings that are labels",
		HEADING "### Recommendation 1: Records\n\n"
			"The Trust should keep them.\n\n"
			"This would have helped.\n",
		"Recommendation 1||The Trust should keep them.\n" },
	{ "suggested strategies",
		"# Learning Review\n\n## Suggested strategies\n\n"
		"Strategy 1. Strengthen supervision.\n",
		"Strategy 1||Strengthen supervision.\n" },
	{ "calls to action",
		"# Review\n\n## Calls to action\n\n- Fund the post.\n",
		"||Fund the post.\n" },
	{ "other wordings",
		HEADING "- The Home Office is asked to write.\n"
			"- We call on the Force to act.\n"
			"- It is proposed that the rota ends.\n"
			"- Staff need to know.\n",
		"||The Home Office is asked to write.\n"
		"||We call on the Force to act.\n"
		"||It is proposed that the rota ends.\n"
		"||Staff need to know.\n" },
	{ "a label that only names the next paragraph",
		HEADING "**Recommendation 1: Toolkit**\n\n"
			"The Board should write one. It should include:\n\n"
			"- forms;\n- numbers.\n",
		"Recommendation 1||The Board should write one. It should "
		"include: + forms; + numbers.\n" },
	{ "a box drawn as a quotation",
		"# Review\n\n## Findings\n\nIt was late.\n\n"
		"> **Recommendation 1.** The Board should:\n>\n"
		"> - write;\n> - publish.\n\nIt was dark.\n",
		"Recommendation 1|The Board should:|write;\n"
		"Recommendation 1|The Board should:|publish.\n" },
	{ "bold inside a paragraph",
		"# Review\n\n## Findings\n\nIt was late. **The Council "
		"should publish its waiting times.** Nobody knew.\n",
		"||The Council should publish its waiting times.\n" },
	{ "a label inside a paragraph",
		"# Review\n\n## Findings\n\nIt was late. "
		"Recommendation 2: The Force should buy radios.\n",
		"Recommendation 2||The Force should buy radios.\n" },
	{ "a label behind a sentence",
		"# Review\n\n## Findings\n\nThe Trust needs to count its "
		"falls (Recommendation 3). It was late.\n",
		"3||The Trust needs to count its falls (Recommendation 3).\n" },
	{ "a heading that is an order",
		HEADING "### The Council should fund a nurse\n\n"
			"There was none, and there should have been.\n",
		"||The Council should fund a nurse\n" },
	{ "themes below recommendations",
		HEADING "### Governance\n\n- Publish the minutes.\n\n"
			"### Chronologies\n\nUse one in every case.\n",
		"||Publish the minutes.\n||Use one in every case.\n" },
	{ "several in one paragraph",
		HEADING "The ICB should: (a) write; and (b) publish.\n",
		"|The ICB should: |write; and\n|The ICB should: |publish.\n" },
	{ "counted off",
		HEADING "First, the Board should write. Secondly, the "
			"Trust should publish.\n",
		"||First, the Board should write.\n"
		"||Secondly, the Trust should publish.\n" },
	{ "none where it should stand",
		"# Review\n\n## Findings\n\nIt was late. Anytown Council "
		"should now publish its rota.\n",
		"||Anytown Council should now publish its rota.\n" },
	{ "a heading in capitals",
		"# REVIEW\n\n## RECOMMENDATIONS\n\n1. Write.\n",
		"1||Write.\n" },
	{ "a list behind a line that reports",
		"# Review\n\n## Conclusions and recommendations\n\n"
		"7.1 The panel concluded that it should be seen.\n\n"
		"7.2 The panel recommends that:\n\n"
		"(i) the Force writes.\n",
		"(i)|The panel recommends that:|the Force writes.\n" },
	{ "a continuation inside an item",
		HEADING "1. The Board should write.\n\n"
			"   It should do so by May.\n",
		"1||The Board should write. + It should do so by May.\n" },
	{ "numbers that count on from the line that opens them",
		HEADING "39. It is recommended that:\n\n"
			"39.1 Skippers should look up.\n\n"
			"39.2 The Board writes to them.\n",
		"39.1|It is recommended that:|Skippers should look up.\n"
		"39.2|It is recommended that:|The Board writes to them.\n" },
};

static const struct example none[] = {
	{ "prose around the list",
		HEADING "7.1 The review makes two recommendations.\n\n"
			"7.2 The Board has accepted them all.\n\n"
			"These recommendations are grouped by agency.\n\n"
			"An action plan will be drawn up in due course.\n",
		"" },
	{ "an earlier review's",
		"# Review\n\n## Recommendations from earlier reviews\n\n"
		"1. The Board should audit.\n",
		"" },
	{ "agencies' own, done already",
		"# Review\n\n"
		"## Individual agency recommendations already completed\n\n"
		"- Train all staff.\n",
		"" },
	{ "quoted from elsewhere",
		"# Review\n\n## Analysis\n\nThe 2012 review recommended that "
		"\u201call staff should be told of the policy\u201d.\n\n"
		"> We recommend that you take two a day.\n",
		"" },
	{ "an earlier one in a quotation",
		"# Review\n\n## Findings\n\nThe 2012 review said:\n\n"
		"> Recommendation 4: The Council should audit.\n",
		"" },
	{ "what was found, among recommendations",
		HEADING "The panel found that:\n\n- staff were busy.\n", "" },
	{ "areas for improvement",
		"# Patient Safety Incident Investigation\n\n"
		"## Areas for improvement\n\n"
		"- Area for improvement A: the design of the form\n",
		"" },
	{ "terms of reference",
		"# Review\n\n## Terms of reference\n\nThe review should:\n\n"
		"- consider the records.\n",
		"" },
	{ "what has been done already",
		HEADING "The Trust has since:\n\n- trained all staff;\n"
			"- has written a form.\n",
		"" },
	{ "those who wrote, and whose words are in a list of their own",
		HEADING "What stands here is supplied by:\n\n- the Ministry\n"
			"- those with recommendations:\n  - Portway\n"
			"  - Fennock Rail\n",
		"" },
	{ "what somebody might recommend",
		"# Review\n\n## Analysis\n\nHe said that, should the "
		"inquiry recommend that he consider it, he would.\n",
		"" },
	{ "findings whose heading lost its line",
		HEADING
		"1. The Board should write.\n\nWas it safe? Findings\n\n"
		"1. It was late.\n\n2. A door was shut. Recommendation"
		"\n\n3. The Trust should call.\n",
		"1||The Board should write.\n3||The Trust should call.\n" },
	{ "notes, places and ways to get in touch",
		HEADING "1. Part K, Chapter 7, para 4.5\n"
			"2. See section 3\n"
			"3. Chapter 2, pages 14 and 15\n\n"
			"Telephone orders: 01632 960 001\n\n"
			"Email: post@example.org\n",
		"" },
	{ "those addressed",
		HEADING "- Anytown Council\n- Fennock Vale NHS Trust\n", "" },
	{ "an earlier report's, with what became of them",
		"# Status update on the safety recommendations\n\n"
		"- Anytown should write.\n\nUpdate\n\n"
		"## Status of the recommendations made to the ports\n\n"
		"1. Write.\n",
		"" },
	{ "what an answer to a review lists, and what it says to it",
		"# Government response to the Fellgate inquiry\n\n"
		"## Recommendations of the panel\n\n"
		"The panel recommended that the Ministry of Boats write.\n\n"
		"Update\n\nThe Ministry of Boats will go on to look at it, "
		"and it should be done by May.\n\n"
		"1. Providing training to skippers.\n",
		"" },
	{ "an order that is a telephone number",
		HEADING "1. Write.\n\n### Telephone orders: 01632 960 001\n",
		"1||Write.\n" },
	{ "what one would come to",
		HEADING
		"1. Write.\n\nThe effect of these recommendations would "
		"be that boats should not sail in winter.\n",
		"1||Write.\n" },
	{ "what is told of what was asked for",
		HEADING
		"1. Write.\n\nThe boatyard wrote of recommendation 1 that it "
		"should have been about sails. A review of two years ago said "
		"that \"skippers should look up\". Ferry Line queried whether "
		"strategy 1 had to be met in winter, and the crew replied "
		"with the words \"nothing to add\".\n\n"
		"4.7 The mate had been unsure that 4.6 was fair. He has read "
		"the log, and thinks that it should stand.\n",
		"1||Write.\n" },
	{ "what was found wanting, among what is asked for",
		HEADING
		"- Supervision of the crew.\n"
		"- Oversight is not consistent. Managers do not always "
		"read the file.\n"
		"- The rota is too thin. The Board should pay for more.\n",
		"||Supervision of the crew.\n||The rota is too thin. The "
		"Board should pay for more.\n" },
	{ "what a question below is about",
		HEADING "1. Write.\n\nd) Winter Sailings Not Yet Made\n\n"
			"Is the winter rota safe? Findings\n",
		"1||Write.\n" },
	{ "a judge's",
		"# Review\n\n## Background\n\nThe judge recommended a minimum "
		"term of nine years.\n",
		"" },
};

static void
check(const struct example *example)
{
	print_message("  %s\n", example->name);
	assert_recommendations(example->markdown, example->expected);
}

static void
recommendations_are_found_wherever_they_stand(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++)
		check(&found[i]);
}

static void
what_only_looks_like_one_is_none(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		check(&none[i]);
}

static void
questions_are_listed_apart(void **state)
{
	struct report report = read_report(
		"# Review\n\n## Findings\n\nIt was late.\n\n"
		"**Questions for the Board**\n\n- Who knew?\n- Why not?\n\n"
		"It was dark.\n\n## Recommendations\n\n1. Audit it.\n"
		"2. Should the Board write?\n");
	struct cnd_buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < report.review->question_count; i++) {
		put_span(&out, &report, report.review->questions[i]);
		cnd_buf_putc(&out, '\n');
	}
	put_recommendations(&out, &report);
	free_report(&report);
	assert_buf(&out,
		"Who knew?\nWhy not?\nShould the Board write?\n"
		"1||Audit it.\n");
}

/* The heading of each recommendation, one a line. */
static void
assert_headings(const char *markdown, const char *expected)
{
	struct report report = read_report(markdown);
	struct cnd_buf out = { 0 };

	for (size_t i = 0; i < report.review->recommendation_count; i++) {
		put_span(&out, &report,
			report.review->recommendations[i].heading);
		cnd_buf_putc(&out, '\n');
	}
	free_report(&report);
	assert_buf(&out, expected);
}

static void
an_agency_heading_belongs_to_what_stands_below(void **state)
{
	(void)state;
	assert_headings(HEADING "### Anytown Council\n\n- Write.\n\n"
				"### Voice of the child\n\n- Listen.\n\n"
				"Anytown Police:\n\n- Call.\n",
		"Anytown Council\n\nAnytown Police:\n");
}

static void
a_heading_that_asks_tells_all_below_other_headings(void **state)
{
	(void)state;
	assert_headings("# Review\n\n"
			"## What does the local authority need to improve?\n\n"
			"## Priority actions\n\n1. Write.\n\n"
			"## What the Anytown Trust must do\n\n- Call.\n\n"
			"## Analysis\n\nIt was late.\n\n"
			"## Recommendations\n\n1. Audit.\n",
		"the local authority\nthe Anytown Trust\n\n");
}

static void
a_column_that_lost_its_lines_tells_its_table(void **state)
{
	(void)state;
	assert_headings("# Inspection of Anytown services\n\n"
			"## What we found\n\nIt was late.\n\n"
			"Priority actions\n\nResponsible body\n\n"
			"Anytown Borough Council and\n\nAnytown Trust\n\n"
			"## Priority actions\n\nLeaders should write.\n\n"
			"Leaders should call.\n\n"
			"## Areas for improvement\n\nLeaders should go.\n",
		"Anytown Borough Council and\nAnytown Borough Council and\n"
		"\n");
}

static void
a_chapter_of_a_body_tells_it(void **state)
{
	(void)state;
	assert_headings("# Anyshire Safeguarding Adults Board\n\n"
			"## Recommendations\n\n- Write.\n\n"
			"## Anytown Council\n\nIt is large.\n\n"
			"### Recommendations\n\n- Call.\n\n"
			"### Recommendations to the Anytown Trust\n\n- Go.\n",
		"\nAnytown Council\nthe Anytown Trust\n");
}

static void
near_duplicates_name_the_first(void **state)
{
	struct report report = read_report(HEADING
		"1. The Council should audit fifty closed contacts each "
		"year and publish what it finds.\n"
		"2. Training.\n"
		"3. The Trust should audit fifty closed contacts each "
		"year and publish what it finds.\n");

	(void)state;
	assert_int_equal(report.review->recommendation_count, 3);
	assert_int_equal(report.review->recommendations[1].same_as, 0);
	assert_int_equal(report.review->recommendations[2].same_as, 1);
	free_report(&report);
}

static void
a_finding_is_found_by_its_number(void **state)
{
	struct report report = read_report(
		"# Review\n\n## Findings\n\n### Finding 2: forms\n\n"
		"4.1 It was late.\n\n## Recommendations\n\n"
		"1. Mend the form (finding 2).\n"
		"2. Mend the rota (paragraph 4.1).\n3. Write.\n");
	const struct cnd_recommendation *recs = report.review->recommendations;

	(void)state;
	assert_int_equal(report.review->recommendation_count, 3);
	assert_int_equal(recs[0].finding, 2);
	assert_int_equal(recs[1].finding, 3);
	assert_int_equal(recs[2].finding, CND_NONE);
	free_report(&report);
}

static void
a_finding_that_none_names_is_left_over(void **state)
{
	struct report report = read_report(
		"# Review\n\n## Findings\n\n### Finding 1: forms\n\n"
		"### Finding 2: calls\n\n### Finding 3: rotas\n\n"
		"## Recommendations\n\n1. Mend the form (finding 1).\n"
		"2. Mend the rota (finding 3).\n");

	(void)state;
	assert_int_equal(report.review->unanswered_count, 1);
	assert_int_equal(report.review->unanswered[0], 3);
	free_report(&report);
}

static void
findings_that_nothing_names_are_not_counted(void **state)
{
	struct report report = read_report(
		"# Review\n\n## Findings\n\n### Finding 1: forms\n\n"
		"### Finding 2: calls\n\n"
		"## Recommendations\n\n1. Mend the form.\n");

	(void)state;
	assert_int_equal(report.review->unanswered_count, 0);
	free_report(&report);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recommendations_are_found_wherever_they_stand),
		cmocka_unit_test(what_only_looks_like_one_is_none),
		cmocka_unit_test(questions_are_listed_apart),
		cmocka_unit_test(
			an_agency_heading_belongs_to_what_stands_below),
		cmocka_unit_test(
			a_heading_that_asks_tells_all_below_other_headings),
		cmocka_unit_test(a_column_that_lost_its_lines_tells_its_table),
		cmocka_unit_test(a_chapter_of_a_body_tells_it),
		cmocka_unit_test(near_duplicates_name_the_first),
		cmocka_unit_test(a_finding_is_found_by_its_number),
		cmocka_unit_test(a_finding_that_none_names_is_left_over),
		cmocka_unit_test(findings_that_nothing_names_are_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
