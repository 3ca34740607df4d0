/* Tables and action plans: columns by their headers' words, rows merged. */
#include "review_fixture.h"

static void
put_cells(struct cnd_buf *out, const struct report *report)
{
	for (size_t i = 0; i < report->review->recommendation_count; i++) {
		const struct cnd_recommendation *rec =
			&report->review->recommendations[i];

		cnd_buf_put(out, rec->label);
		cnd_buf_puts(out, " owner ");
		put_span(out, report, rec->owner_cell);
		cnd_buf_puts(out, ", time ");
		put_span(out, report, rec->time_cell);
		cnd_buf_puts(out, ", measure ");
		put_span(out, report, rec->measure_cell);
		cnd_buf_putc(out, '\n');
	}
}

static void
assert_cells(const char *markdown, const char *expected)
{
	struct report report = read_report(markdown);
	struct cnd_buf out = { 0 };

	put_cells(&out, &report);
	free_report(&report);
	assert_buf(&out, expected);
}

static void
a_plan_on_its_side_is_read_by_columns(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Action plan\n\n"
		     "| | Action 1 | Action 2 |\n|---|---|---|\n"
		     "| What | Write a policy | Audit files |\n"
		     "| Who | Fenby Council | All |\n"
		     "| By when | June | |\n"
		     "| How we will know | It is online | Report |\n",
		"Action 1 owner Fenby Council, time June, measure It is "
		"online\n"
		"Action 2 owner All, time , measure Report\n");
}

static void
the_longest_column_says_what_where_none_does(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## What must change\n\n"
		     "| The thing | Whose | When |\n|---|---|---|\n"
		     "| A seat for families at the table | The Chair | May |\n",
		" owner The Chair, time May, measure \n");
}

#define BOLD                                                                   \
	"# Review\n\n## Analysis\n\nThe lamp failed.\n\n"                      \
	"**Fenby Harbour Board should buy a brighter lamp.**\n\n"              \
	"The rope broke.\n\n"                                                  \
	"**Fenby Police should be reminded of the knots.**\n\n"                \
	"Nobody came.\n\n"                                                     \
	"**Fenby Council should ring the pier each night.**\n\n"

static void
rows_of_short_titles_go_where_they_point(void **state)
{
	(void)state;
	assert_cells(BOLD "## Annex: action plan\n\n"
			  "| No. | Short title | Lead | Timescale |\n"
			  "|---|---|---|---|\n"
			  "| 1 | Lamp | The Harbour | May |\n"
			  "| 2 | Ropes and safety | Crews | ongoing |\n"
			  "| 3 | Nightly ring | Council | June |\n",
		"1 owner The Harbour, time May, measure \n"
		"2 owner Crews, time ongoing, measure \n"
		"3 owner Council, time June, measure \n");
}

static void
columns_are_known_by_synonyms(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Action plan\n\n"
		     "| Ref | Safety action | By whom | By when | "
		     "How we will know |\n|---|---|---|---|---|\n"
		     "| 1 | Buy radios | Chief Nurse | May | Count them |\n",
		"1 owner Chief Nurse, time May, measure Count them\n");
	assert_cells("# Review\n\n## Appendix B: Improvement plan\n\n"
		     "| Recommendation | Lead agency | Timescale | "
		     "Evidence of completion |\n|---|---|---|---|\n"
		     "| 1. Buy radios | The Force | June | – |\n",
		"1 owner The Force, time June, measure \n");
}

static void
a_row_that_says_what_became_of_one_is_none(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Appendix: definitions\n\n"
		     "| Response to recs | Definition | Reporting required? |\n"
		     "|---|---|---|\n"
		     "| Met | The recommendation was accepted and met | No |\n"
		     "| Open | The recommendation was accepted, and is "
		     "being, or will be, implemented | Yes |\n"
		     "| Rejected | The recommendation will not be implemented "
		     "| No |\n",
		"");
}

static void
a_row_and_its_text_are_one(void **state)
{
	(void)state;
	assert_recommendations(
		"# Review\n\n## Recommendations\n\n"
		"**Recommendation 1.** The Force should buy new radios for "
		"every car.\n\n"
		"**Recommendation 2.** The Trust should write to carers.\n\n"
		"## Action plan\n\n"
		"| Recommendation | Action | Lead |\n|---|---|---|\n"
		"| 1. Buy new radios for every car | Tender | The Force |\n"
		"| 2 | Draft a letter | The Trust |\n",
		"Recommendation 1||The Force should buy new radios for every "
		"car. + Buy new radios for every car + Tender + The Force\n"
		"Recommendation 2||The Trust should write to carers. + "
		"Draft a letter + The Trust\n");
}

static void
a_row_without_a_recommendation_goes_with_the_one_above(void **state)
{
	(void)state;
	assert_recommendations(
		"# Review\n\n## Action plan\n\n"
		"| Recommendation | Action | Lead |\n|---|---|---|\n"
		"| 1. Buy radios | Tender | The Force |\n"
		"| | Train users | The Force |\n"
		"| 2. Write | Draft | The Trust |\n",
		"1||Buy radios + Tender + The Force + Train users + The "
		"Force\n2||Write + Draft + The Trust\n");
}

static void
a_plan_of_some_of_them_says_them_in_short(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Recommendations\n\n"
		     "1. Fenby Council should paint the pier in white.\n"
		     "2. The Harbour Master should ring the bell at noon.\n"
		     "3. Fenby Council should feed the gulls no more.\n\n"
		     "## The plan\n\n"
		     "| Rec. | In brief | Lead | By when |\n|---|---|---|---|\n"
		     "| 1 | New colours | Fenby Council | June |\n"
		     "| 2 | Twelve strokes | The Harbour Master | May |\n",
		"1 owner Fenby Council, time June, measure \n"
		"2 owner The Harbour Master, time May, measure \n"
		"3 owner , time , measure \n");
}

static void
a_plan_may_tell_what_it_is_about_by_number_alone(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Recommendations\n\n"
		     "- **R1.** Fenby Council should paint the pier in white.\n"
		     "- **R2.** The Harbour Master should ring the bell.\n\n"
		     "## Appendix A: who and when\n\n"
		     "| Para. | Lead | By when | How it is checked |\n"
		     "|---|---|---|---|\n"
		     "| R1 | Fenby Council | June | A walk along it |\n"
		     "| R2 | The Harbour Master | May | - |\n"
		     "| R3 | The Verger | April | - |\n",
		"R1 owner Fenby Council, time June, measure A walk along it\n"
		"R2 owner The Harbour Master, time May, measure \n");
	/* Paragraphs of analysis, which count where there is no list. */
	assert_cells("# Review\n\n## 4 What we make of it\n\n"
		     "4.1 The pier was white. It is not now.\n\n"
		     "4.2 It was painted once, in May.\n\n"
		     "4.3 Fenby Council should paint the pier in white.\n\n"
		     "4.4 Nobody looked at it after that.\n\n"
		     "## Appendix 1. Action plan\n\n"
		     "| Para. | Lead | Date |\n|---|---|---|\n"
		     "| 4.3 | The Clerk | June |\n",
		"4.3 owner The Clerk, time June, measure \n");
	/* What is told stands in a column without a name. */
	assert_cells("# Review\n\n## Recommendations\n\n"
		     "1. Fenby Council should paint the pier in white.\n\n"
		     "## Findings\n\n"
		     "| No. | Agency | Date | Event |\n|---|---|---|---|\n"
		     "| 1 | Fenby Council | 3 May 2020 | "
		     "The pier was found to be in a bad way |\n",
		"1 owner , time , measure \n");
}

static void
a_row_may_name_its_recommendation_by_a_title(void **state)
{
	(void)state;
	assert_cells(
		"# Review\n\n## Recommendations\n\n"
		"1. The Harbour Board should require two signatures before "
		"a berth is closed.\n"
		"2. The Harbour Master should ring the bell in fog.\n"
		"3. Gulls should be fed less.\n\n"
		"## Action plan\n\n"
		"| Subject | Lead | To be done by |\n|---|---|---|\n"
		"| Closing of berths, two signatures | The clerk | May |\n"
		"| Ringing of the bell in fog | The Master | April |\n"
		"| Paintwork of the pier | The Verger | March |\n",
		"1 owner The clerk, time May, measure \n"
		"2 owner The Master, time April, measure \n"
		"3 owner , time , measure \n");
}

static void
parts_of_a_system_are_no_plan(void **state)
{
	(void)state;
	assert_recommendations(
		"# Review\n\n## Appendix\n\n"
		"| Part | What helped | What got in the way |\n|---|---|---|\n"
		"| Tasks | Times on a board | Handover from memory |\n"
		"| Tools | Working bells | A torn chart |\n"
		"| Organisation | The clerk could be reached | No one number "
		"|\n",
		"");
}

static void
a_row_may_name_its_recommendation_by_number(void **state)
{
	(void)state;
	assert_recommendations(
		"# Review\n\n## Recommendations\n\n"
		"1. Write to carers.\n2. Buy radios.\n\n"
		"## Action plan\n\n"
		"| Rec No. | Action required | Responsible |\n|---|---|---|\n"
		"| 1 | Draft a letter | The Trust |\n"
		"| 2 | Tender | The Force |\n",
		"1||Write to carers. + Draft a letter + The Trust\n"
		"2||Buy radios. + Tender + The Force\n");
}

static void
upright_tables_are_read_row_by_row(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Action plan\n\n| | |\n|---|---|\n"
		     "| Recommendation 1 | Write to carers |\n"
		     "| Lead | The Trust |\n| By when | May |\n",
		"Recommendation 1 owner The Trust, time May, measure \n");
}

static void
a_box_drawn_as_a_table_is_one(void **state)
{
	(void)state;
	assert_recommendations("# Review\n\n## Findings\n\nIt was late.\n\n"
			       "| Recommendation 1 |\n|---|\n"
			       "| The Council should audit its files. |\n",
		"Recommendation 1||The Council should audit its files.\n");
}

static void
columns_without_names_are_told_by_their_cells(void **state)
{
	(void)state;
	assert_cells("# Review\n\n## Recommendations\n\n| | | |\n"
		     "|---|---|---|\n"
		     "| 1 | The Trust should count falls | Chief Nurse |\n"
		     "| 2 | Write to carers | Medical Director |\n",
		"1 owner Chief Nurse, time , measure \n"
		"2 owner Medical Director, time , measure \n");
}

static void
other_tables_hold_none(void **state)
{
	(void)state;
	assert_recommendations("# Review\n\n## Chronology\n\n"
			       "| Date | Event | Action |\n|---|---|---|\n"
			       "| May | Call | Visit should be made |\n",
		"");
	assert_recommendations(
		"# Review\n\n## Progress against previous recommendations\n\n"
		"| Recommendation | Lead | Status |\n|---|---|---|\n"
		"| 1. Audit it | The Board | Green |\n",
		"");
}

static void
a_summary_repeats_and_adds_none(void **state)
{
	(void)state;
	assert_recommendations(
		"# Review\n\n## Executive summary\n\n### Recommendations\n\n"
		"1. The Force should buy new radios for every car.\n\n"
		"## Recommendations\n\n"
		"1. The Force should buy new radios for every car by May.\n",
		"1||The Force should buy new radios for every car by May.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_short_titles_go_where_they_point),
		cmocka_unit_test(columns_are_known_by_synonyms),
		cmocka_unit_test(a_row_that_says_what_became_of_one_is_none),
		cmocka_unit_test(a_plan_on_its_side_is_read_by_columns),
		cmocka_unit_test(the_longest_column_says_what_where_none_does),
		cmocka_unit_test(a_row_and_its_text_are_one),
		cmocka_unit_test(
			a_row_without_a_recommendation_goes_with_the_one_above),
		cmocka_unit_test(a_plan_of_some_of_them_says_them_in_short),
		cmocka_unit_test(
			a_plan_may_tell_what_it_is_about_by_number_alone),
		cmocka_unit_test(a_row_may_name_its_recommendation_by_number),
		cmocka_unit_test(a_row_may_name_its_recommendation_by_a_title),
		cmocka_unit_test(parts_of_a_system_are_no_plan),
		cmocka_unit_test(upright_tables_are_read_row_by_row),
		cmocka_unit_test(a_box_drawn_as_a_table_is_one),
		cmocka_unit_test(columns_without_names_are_told_by_their_cells),
		cmocka_unit_test(other_tables_hold_none),
		cmocka_unit_test(a_summary_repeats_and_adds_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
