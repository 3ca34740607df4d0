/* Roles from headings' words. */
#include "review_fixture.h"

static void
assert_roles(const char *markdown, const char *expected)
{
	struct report report = read_report(markdown);
	struct cnd_buf out = { 0 };

	for (size_t i = 0; i < report.doc->section_count; i++) {
		const struct cnd_section *section = &report.doc->sections[i];

		cnd_buf_puts(&out, cnd_role_name(section->role));
		cnd_buf_puts(&out, section->has_own_role ? " own\n" : "\n");
	}
	free_report(&report);
	assert_buf(&out, expected);
}

static void
assert_lacks_role(const char *markdown, enum cnd_role role)
{
	struct report report = read_report(markdown);

	for (size_t i = 0; i < report.doc->section_count; i++)
		assert_int_not_equal(report.doc->sections[i].role, role);
	free_report(&report);
}

static void
headings_give_roles_whatever_their_number(void **state)
{
	(void)state;
	assert_roles("# Serious Case Review\n\n## 1. Introduction\n\na\n\n"
		     "## 2 Terms of reference\n\na\n\n"
		     "## Part 3 \u2013 Chronology\n\na\n\n"
		     "## IV. ANALYSIS\n\na\n\n"
		     "## 5) Key findings and lessons\n\na\n\n"
		     "## 6. Conclusions and recommendations\n\na\n\n"
		     "## Appendix B: Action plan\n\na\n\n"
		     "## Appendix C: Form X\n\na\n\n## Glossary\n\na\n",
		"front\ngovernance own\nterms own\nnarrative own\n"
		"analysis own\nfindings own\nrecommendations own\n"
		"action-plan own\nappendix own\nreferences own\n");
}

static void
how_the_review_was_made_is_governance(void **state)
{
	(void)state;
	assert_roles(
		"# Review\n\n## Overview report\n\na\n\n"
		"## Part One: Preliminary\n\na\n\n"
		"## Part Two: Constitution and conduct of the review\n\na\n\n"
		"## Chapter three \u2013 By whom this report was made\n\na\n\n"
		"## A word about how this was done\n\na\n\n"
		"## Who sat on the panel\n\na\n\n"
		"## Governance of the ward\n\na\n",
		"front\nnone\ngovernance own\ngovernance own\n"
		"governance own\ngovernance own\ngovernance own\nnone\n");
}

static void
what_ought_to_be_done_is_recommended(void **state)
{
	static const char *const headings[] = { "What ought now to be done",
		"What the author should like to see", "What I suggest",
		"What has to be put right", "Matters for action",
		"Action to be taken", "Advice to the Council",
		"Where we go from here", "Acting on what we learned" };
	static const char *const others[] = { "What should have happened",
		"What the guidance says must be done", "What went wrong" };
	struct cnd_buf text = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
		cnd_buf_clear(&text);
		cnd_buf_printf(
			&text, "# Review\n\n## %s\n\na\n%c", headings[i], '\0');
		assert_roles(text.data, "front\nrecommendations own\n");
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		cnd_buf_clear(&text);
		cnd_buf_printf(
			&text, "# Review\n\n## %s\n\na\n%c", others[i], '\0');
		assert_lacks_role(text.data, CND_ROLE_RECOMMENDATIONS);
	}
	cnd_buf_dispose(&text);
}

static void
a_heading_that_says_nothing_inherits(void **state)
{
	(void)state;
	assert_roles("# Review\n\n## Recommendations\n\na\n\n"
		     "### Anytown Council\n\na\n\n## Raymond\n\na\n",
		"front\nrecommendations own\nrecommendations\nnone\n");
}

static void
a_line_of_enquiry_in_the_analysis_is_a_theme(void **state)
{
	(void)state;
	assert_roles("# Review\n\n## Lines of enquiry\n\na\n\n"
		     "## Analysis\n\na\n\n"
		     "### Line of enquiry 1: housing\n\na\n",
		"front\nterms own\nanalysis own\nanalysis\n");
}

static void
recommendations_of_others_are_a_response(void **state)
{
	(void)state;
	assert_roles("# Review\n\n## Recommendations from earlier reviews\n\n"
		     "a\n\n## Progress on recommendations\n\na\n\n"
		     "## Board response\n\na\n\n## Police response\n\na\n\n"
		     "## Individual agency recommendations already completed"
		     "\n\na\n\n## National recommendations\n\na\n",
		"front\nresponse own\nresponse own\nresponse own\nnone\n"
		"response own\nrecommendations own\n");
}

static void
questions_and_enquiry_are_told_apart(void **state)
{
	(void)state;
	assert_roles("# Review\n\n## Questions for the Board\n\na\n\n"
		     "## Key lines of enquiry\n\na\n\n"
		     "## Considerations for the Partnership\n\na\n",
		"front\nquestions own\nterms own\nquestions own\n");
}

static void
behind_the_introduction_a_bare_heading_opens_the_story(void **state)
{
	struct report report = read_report(
		"# Review\n\n## Rafferty\n\na\n\n## Introduction\n\na\n\n"
		"## Chapter 1: The upstairs flat\n\na\n\n"
		"### A cold spring\n\na\n\n## Who read the draft\n\na\n\n"
		"## Analysis\n\na\n\n## Recommendations\n\na\n");
	struct cnd_buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < report.doc->section_count; i++)
		cnd_buf_putc(&out,
			report.doc->sections[i].tells_the_case ? 'c' : '-');
	free_report(&report);
	assert_buf(&out, "---cc-c-");
}

static void
behind_what_is_asked_for_the_story_is_over(void **state)
{
	struct report report = read_report(
		"# Review\n\n## Introduction\n\na\n\n## The upstairs flat\n\n"
		"a\n\n## Recommendations\n\na\n\n## A second winter\n\na\n\n"
		"## Action plan\n\na\n\n## From here on\n\na\n\n"
		"## Chronology\n\na\n\n## Its keeping\n\na\n");
	struct cnd_buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < report.doc->section_count; i++)
		cnd_buf_putc(&out,
			report.doc->sections[i].is_in_the_case ? 'c' : '-');
	free_report(&report);
	assert_buf(&out, "--cccc-cc");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_give_roles_whatever_their_number),
		cmocka_unit_test(how_the_review_was_made_is_governance),
		cmocka_unit_test(what_ought_to_be_done_is_recommended),
		cmocka_unit_test(a_heading_that_says_nothing_inherits),
		cmocka_unit_test(a_line_of_enquiry_in_the_analysis_is_a_theme),
		cmocka_unit_test(recommendations_of_others_are_a_response),
		cmocka_unit_test(questions_and_enquiry_are_told_apart),
		cmocka_unit_test(
			behind_the_introduction_a_bare_heading_opens_the_story),
		cmocka_unit_test(behind_what_is_asked_for_the_story_is_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
