/* Plans whose columns are known by what stands in them. */
#include "review_fixture.h"

/* A report in small, and its recommendations as put_recommendations has
 * them. */
struct example {
	const char *name;
	const char *markdown;
	const char *expected;
};

static const struct example examples[] = {
	{ "plan odd",
		"# Learning review\n"
		"\n"
		"## 8. Putting it right\n"
		"\n"
		"| | The change | Held by | Finish | Sight of success |\n"
		"|---|---|---|---|---|\n"
		"| A | Give each foster carer the out-of-hours number of a "
		"named social worker | Head of Fostering, Elsby Council | "
		"30/11/25 | Carers' survey in spring 2026 |\n"
		"| B | A calmer approach to contact | Everyone | When "
		"resources allow | |\n"
		"| C | Foster carers' logs to be read monthly by the "
		"supervising worker | Elsby Council | from January | Sample of "
		"20 logs each quarter |\n"
		"\n"
		"The plan belongs to the Corporate Parenting Board.\n",
		"A||Give each foster carer the out-of-hours number of a named "
		"social worker + Head of Fostering, Elsby Council + 30/11/25 + "
		"Carers' survey in spring 2026\n"
		"B||A calmer approach to contact + Everyone + When resources "
		"allow\n"
		"C||Foster carers' logs to be read monthly by the supervising "
		"worker + Elsby Council + from January + Sample of 20 logs "
		"each quarter\n" },
	{ "plan nohead",
		"# Review\n"
		"\n"
		"## Recommendations and plan\n"
		"\n"
		"| 1 | The Trust should replace the paper diary | Chief Nurse "
		"| June 2025 |\n"
		"|---|---|---|---|\n"
		"| 2 | Publish the rota each Monday | Ward managers | at once "
		"|\n"
		"| 3 | Think about a second phone line | Executive | ongoing "
		"|\n",
		"1||The Trust should replace the paper diary + Chief Nurse + "
		"June 2025\n"
		"2||Publish the rota each Monday + Ward managers + at once\n"
		"3||Think about a second phone line + Executive + ongoing\n" },
	{ "table agency rows",
		"# Domestic Homicide Review\n"
		"\n"
		"## 14. Multi-agency improvement table\n"
		"\n"
		"| Agency | Improvement sought | Timing | Assurance |\n"
		"|---|---|---|---|\n"
		"| Combe Police | Log every breach of an order as a crime "
		"within 24 hours | In force since publication; review at 6 "
		"months | Force crime registrar to inspect 50 |\n"
		"| Combe and Vale ICB | Pay surgeries for a yearly "
		"safeguarding half-day | 2025/26 contract | - |\n"
		"| Housing | Better links with police | - | - |\n"
		"| | A single number for neighbours to ring | Spring 2025 | "
		"Calls logged |\n",
		"||Log every breach of an order as a crime within 24 hours + "
		"Combe Police + In force since publication; review at 6 months "
		"+ Force crime registrar to inspect 50\n"
		"||Pay surgeries for a yearly safeguarding half-day + Combe "
		"and Vale ICB + 2025/26 contract\n"
		"||Better links with police + Housing\n"
		"||A single number for neighbours to ring + Spring 2025 + "
		"Calls logged\n" },
	{ "per rec table",
		"# MHHR\n"
		"\n"
		"## Recommendation 1\n"
		"\n"
		"| | |\n"
		"|---|---|\n"
		"| Who | Severnside Mental Health Trust |\n"
		"| What | Ring the family before every discharge and write "
		"down what they say |\n"
		"| When | By the end of March 2025 |\n"
		"| How it will be checked | Thirty discharges a month, by the "
		"carers' council |\n"
		"\n"
		"## Recommendation 2\n"
		"\n"
		"| | |\n"
		"|---|---|\n"
		"| Who | All clinicians |\n"
		"| What | Recognise that families know things |\n"
		"| When | Now and always |\n"
		"| How it will be checked | |\n",
		"Recommendation 1||Ring the family before every discharge and "
		"write down what they say + Severnside Mental Health Trust + "
		"By the end of March 2025 + Thirty discharges a month, by the "
		"carers' council\n"
		"Recommendation 2||Recognise that families know things + All "
		"clinicians + Now and always\n" },
	{ "a column says how progress is shown, and none how far it is",
		"# Review\n"
		"\n"
		"## Recommendations\n"
		"\n"
		"| No. | Recommendation | For | By | How progress will be "
		"shown "
		"|\n"
		"|---|---|---|---|---|\n"
		"| 1 | Replace the log | The Trust | May 2025 | A weekly count "
		"|\n"
		"| 2 | Ring each family | The Trust | May 2025 | Calls heard "
		"|\n",
		"1||Replace the log + The Trust + May 2025 + A weekly count\n"
		"2||Ring each family + The Trust + May 2025 + Calls heard\n" },
	{ "no column says what it holds",
		"# Review of the death of Ann\n"
		"\n"
		"## 1. What happened\n"
		"\n"
		"1.1 She fell.\n"
		"\n"
		"## 2. Where next\n"
		"\n"
		"| Matter | Hands | Season | Sign |\n"
		"|---|---|---|---|\n"
		"| Pay for a second warden | Anytown Council | Summer 2025 | "
		"Rota |\n"
		"| Ring each family on the day of discharge | The Trust | at "
		"once | Thirty calls listened to in May |\n"
		"| Better lighting | Everyone | in time | |\n"
		"\n"
		"## 3. Thanks\n"
		"\n"
		"3.1 We thank the wardens.\n",
		"||Pay for a second warden + Anytown Council + Summer 2025 + "
		"Rota\n"
		"||Ring each family on the day of discharge + The Trust + at "
		"once + Thirty calls listened to in May\n"
		"||Better lighting + Everyone + in time\n" },
};

static void
columns_are_known_by_their_cells(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		print_message("  %s\n", examples[i].name);
		assert_recommendations(
			examples[i].markdown, examples[i].expected);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_known_by_their_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
