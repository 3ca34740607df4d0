/* Which type of review a report says it is. */
#include "review_fixture.h"

struct example {
	const char *markdown;
	const char *profile;
};

static const struct example examples[] = {
	{ "# Serious Case Review: Child A\n\na\n", "scr" },
	{ "# Local Child Safeguarding Practice Review\n\na\n", "lcspr" },
	{ "# Anytown SAB\n\n## Safeguarding Adults Review\n\na\n", "sar" },
	{ "# Domestic Abuse Related Death Review\n\na\n", "dhr" },
	{ "# Independent investigation into the care and treatment of Mr A"
	  "\n\na\n",
		"mhhr" },
	{ "# Patient Safety Incident Investigation\n\na\n", "psii" },
	{ "# Single Unified Safeguarding Review\n\na\n", "susr" },
	{ "# Learning Review: A\n\nThe Child Protection Committee.\n",
		"learning-review" },
	{ "# Regulation 28 report to prevent future deaths\n\na\n", "pfd" },
	{ "Ofsted\n\nFocused visit to Anytown children's services\n\na\n",
		"inspection" },
	{ "# Review\n\nA safeguarding adults review is something else, as "
	  "the reader of these lines will find out before very long, when "
	  "the text has gone on for some time and is prose for certain.\n",
		"general" },
	{ "# Status update on the safety recommendations\n\na\n", "response" },
	{ "# Anytown Council: progress report on the panel's "
	  "recommendations\n\na\n",
		"general" },
	{ "# The Board's response to the Safeguarding Adults Review\n\na\n",
		"response" },
	{ "# Safeguarding Adults Review: the response to a report of harm"
	  "\n\na\n",
		"sar" },
	{ "# Review\n\n## Response to the report\n\na\n", "general" },
	{ "# CHAPTER 4 THE HARBOUR TODAY\n\na\n", "part" },
	{ "# The Fellgate Inquiry | Part L\n\n## Recommendations\n\na\n",
		"part" },
	{ "# Chapter 1: Introduction\n\na\n", "general" },
	{ "# Review\n\n## Part 2: analysis\n\na\n", "general" },
	{ "", "general" },
};

static void
titles_and_statutes_tell_the_type(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		struct report report = read_report(examples[i].markdown);
		struct cnd_buf out = { 0 };

		cnd_buf_put(&out, report.review->profile);
		assert_true(report.review->is_profile_detected);
		free_report(&report);
		assert_buf(&out, examples[i].profile);
	}
}

static void
a_profile_asked_for_is_taken(void **state)
{
	struct report report = read_report("# Serious Case Review\n\na\n");
	const struct cnd_review *review =
		cnd_review_of(cnd_ruleset_structure(report.set), report.doc,
			CND_STR("dhr"), report.arena);

	(void)state;
	assert_true(cnd_str_equal(review->profile, CND_STR("dhr")));
	assert_false(review->is_profile_detected);
	free_report(&report);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles_and_statutes_tell_the_type),
		cmocka_unit_test(a_profile_asked_for_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
