/* The date that a report's front gives it. */
#include "review_fixture.h"

struct example {
	const char *markdown;
	const char *date;
};

static const struct example examples[] = {
	{ "# Review\n\nMay 2024\n\nIt was late.\n", "2024-05" },
	{ "# Review\n\n3rd May 2024\n", "2024-05-03" },
	{ "# Review\n\nPublished: 12 September 2019\n", "2019-09-12" },
	{ "# Review\n\nDate of the report: June, 2016\n", "2016-06" },
	{ "# Review\n\nFinal report, 1 March 2020.\n", "2020-03-01" },
	{ "---\ntitle: A\ndate: 2021-05-02\n---\n\n# Review\n", "2021-05-02" },
	{ "---\ndate: \"2011\"\n---\n\n# Review\n", "2011" },
	{ "# Review\n\nShe died on 3 May 2024.\n", "" },
	{ "# Review\n\nDate of birth: 3 May 2004 or so\n", "" },
	{ "# Review\n\nInspection dates: 3 May 2024\n", "" },
	{ "# Review\n\n45 May 2024\n", "2024-05" },
	{ "", "" },
};

static void
a_line_that_is_a_date_dates_the_report(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		struct report report = read_report(examples[i].markdown);
		struct cnd_buf out = { 0 };

		print_message("  %s\n", examples[i].markdown);
		cnd_buf_put(&out, report.review->date);
		free_report(&report);
		assert_buf(&out, examples[i].date);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_that_is_a_date_dates_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
