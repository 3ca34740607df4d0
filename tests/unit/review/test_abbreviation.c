/* Short forms that a report defines for itself. */
#include "review_fixture.h"

static void
assert_abbreviations(const char *markdown, const char *expected)
{
	struct report report = read_report(markdown);
	struct cnd_buf out = { 0 };

	for (size_t i = 0; i < report.review->abbreviation_count; i++) {
		const struct cnd_abbreviation *item =
			&report.review->abbreviations[i];

		cnd_buf_put(&out, item->shorter);
		cnd_buf_puts(&out, " = ");
		cnd_buf_put(&out, item->longer);
		cnd_buf_puts(&out, item->is_body ? " (body)\n" : "\n");
	}
	free_report(&report);
	assert_buf(&out, expected);
}

static void
what_a_short_form_means_defines_it(void **state)
{
	(void)state;
	assert_abbreviations(
		"Here \"the Trust\" means Fennock Vale NHS Trust, and \"ECS\" "
		"means Eskdale Council Services, a firm. \"No\" is no.\n",
		"the Trust = Fennock Vale NHS Trust (body)\n"
		"ECS = Eskdale Council Services (body)\n");
}

static void
a_bracket_behind_a_name_defines(void **state)
{
	(void)state;
	assert_abbreviations(
		"The Anyshire Safeguarding Adults Board (ASAB) met.\n",
		"ASAB = Anyshire Safeguarding Adults Board (body)\n");
	assert_abbreviations("The Coast and Harbour Administration (CHA).\n",
		"CHA = Coast and Harbour Administration (body)\n");
	assert_abbreviations(
		"It used attention deficit hyperactivity disorder (ADHD).\n",
		"ADHD = attention deficit hyperactivity disorder\n");
	assert_abbreviations(
		"Fennock Vale NHS Trust (\u201cthe Trust\u201d) agreed.\n",
		"the Trust = Fennock Vale NHS Trust (body)\n");
	assert_abbreviations("Ashdown Safeguarding Children Board (ASCB, or "
			     "\u201cthe Board\u201d) met.\n",
		"ASCB = Ashdown Safeguarding Children Board (body)\n"
		"the Board = Ashdown Safeguarding Children Board (body)\n");
}

static void
a_name_in_the_bracket_defines_too(void **state)
{
	(void)state;
	assert_abbreviations("MASH (Multi-Agency Safeguarding Hub) closed.\n",
		"MASH = Multi-Agency Safeguarding Hub (body)\n");
}

static void
a_glossary_defines(void **state)
{
	(void)state;
	assert_abbreviations("# Review\n\n## Glossary\n\n| | |\n|---|---|\n"
			     "| ICB | Integrated Care Board |\n",
		"ICB = Integrated Care Board (body)\n");
	assert_abbreviations("# Review\n\n## Abbreviations\n\n"
			     "CCG \u2013 Clinical Commissioning Group; "
			     "NRM \u2013 National Referral Mechanism\n",
		"CCG = Clinical Commissioning Group (body)\n"
		"NRM = National Referral Mechanism\n");
}

static void
other_brackets_define_nothing(void **state)
{
	(void)state;
	assert_abbreviations("He left (in May) and (as she said) returned (2) "
			     "(see 4.1).\n",
		"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bracket_behind_a_name_defines),
		cmocka_unit_test(what_a_short_form_means_defines_it),
		cmocka_unit_test(a_name_in_the_bracket_defines_too),
		cmocka_unit_test(a_glossary_defines),
		cmocka_unit_test(other_brackets_define_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
