/* Tests of visible numbers at the front of paragraphs. */
#include "read/label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct label_case {
	const char *text;
	const char *expected; /* "label|rest", or "" for none */
};

static void
assert_label(bool (*find)(struct cnd_str, struct cnd_label *),
	const struct label_case *test)
{
	char found[256] = "";
	struct cnd_str text = cnd_str_of(test->text);
	struct cnd_label label;

	if (find(text, &label))
		snprintf(found, sizeof(found), "%.*s|%s",
			CND_STR_ARG(label.text), test->text + label.rest);
	if (strcmp(found, test->expected) != 0)
		fail_msg("'%s': '%s' is not '%s'", test->text, found,
			test->expected);
}

static void
numbers_letters_and_names_are_labels(void **state)
{
	static const struct label_case cases[] = {
		{ "4.12 The Board met.", "4.12|The Board met." },
		{ "4.12. The Board met.", "4.12|The Board met." },
		{ "4.3a The Board", "4.3a|The Board" },
		{ "1.2.3\tText", "1.2.3|Text" },
		{ "4.12(b) Text", "4.12(b)|Text" },
		{ "B.2 Text", "B.2|Text" },
		{ "4.12 \xe2\x80\x9cNo\xe2\x80\x9d",
			"4.12|\xe2\x80\x9cNo\xe2\x80\x9d" },
		{ "4.12\xc2\xa0Text", "4.12|Text" },
		{ "12. The Board", "12|The Board" },
		{ "12. publish it;", "12|publish it;" },
		{ "(a) publish it;", "(a)|publish it;" },
		{ "(iv) publish", "(iv)|publish" },
		{ "a) publish", "a)|publish" },
		{ "3) publish", "3)|publish" },
		{ "a. publish", "a|publish" },
		{ "A.  Publish", "A|Publish" },
		{ "R3: The Board", "R3|The Board" },
		{ "R3 The Board", "R3|The Board" },
		{ "R3 \xe2\x80\x93 The Board", "R3|The Board" },
		{ "Recommendation 3: The", "Recommendation 3|The" },
		{ "Recommendation 3. The", "Recommendation 3|The" },
		{ "RECOMMENDATION 3.1 \xe2\x80\x93 The",
			"RECOMMENDATION 3.1|The" },
		{ "Strategy 10. COG should", "Strategy 10|COG should" },
		{ "Area for improvement 2: x", "Area for improvement 2|x" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_label(cnd_label_find, &cases[i]);
}

static void
prose_that_begins_with_a_number_has_no_label(void **state)
{
	static const struct label_case cases[] = {
		{ "4.5 million people", "" },
		{ "2.15 a.m. he rang", "" },
		{ "30.11.2016 Fergus", "" },
		{ "14 practitioners came", "" },
		{ "2008. Between April", "" },
		{ "Recommendation 3 was accepted.", "" },
		{ "Recommendation 3:", "" },
		{ "R2 unit", "" },
		{ "A. Smith said", "" },
		{ "A child", "" },
		{ "(and) so", "" },
		{ "i.e. this", "" },
		{ "4.12", "" },
		{ "4.12 ", "" },
		{ "", "" },
		{ "12%. Then", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_label(cnd_label_find, &cases[i]);
}

static void
headings_give_up_numbers_but_keep_names(void **state)
{
	static const struct label_case cases[] = {
		{ "4.2 Findings", "4.2|Findings" },
		{ "4 Findings", "4|Findings" },
		{ "4. Findings", "4|Findings" },
		{ "R3: Supervision", "R3|Supervision" },
		{ "2019 review", "" },
		{ "Recommendation 3: Supervision", "" },
		{ "Theme 1: a child", "" },
		{ "4.2", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_label(cnd_label_find_heading, &cases[i]);
}

static void
labels_alone_need_a_stop_or_parts(void **state)
{
	static const struct label_case cases[] = {
		{ "12.", "12|" },
		{ "4.12", "4.12|" },
		{ "4.12.", "4.12|" },
		{ "12", "" },
		{ "12. x", "" },
		{ "1234.", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_label(cnd_label_is_alone, &cases[i]);
}

static void
captions_close_their_number(void **state)
{
	(void)state;
	assert_true(cnd_label_is_caption(CND_STR("Table 3: who was seen")));
	assert_true(cnd_label_is_caption(
		CND_STR("Figure 1 \xe2\x80\x93 the family")));
	assert_false(cnd_label_is_caption(CND_STR("Table 3 shows it.")));
	assert_false(cnd_label_is_caption(CND_STR("Table 3:")));
	assert_false(cnd_label_is_caption(CND_STR("table 3: x")));
}

static void
paragraph_numbers_have_a_dot_inside(void **state)
{
	(void)state;
	assert_true(cnd_label_is_paragraph_number(CND_STR("4.12")));
	assert_true(cnd_label_is_paragraph_number(CND_STR("4.12.")));
	assert_false(cnd_label_is_paragraph_number(CND_STR("4.")));
	assert_false(cnd_label_is_paragraph_number(CND_STR("4.1a")));
	assert_false(cnd_label_is_paragraph_number(CND_STR("")));
}

static void
note_marks_are_digits_and_signs(void **state)
{
	(void)state;
	assert_true(cnd_label_is_note_mark(CND_STR("12")));
	assert_true(cnd_label_is_note_mark(CND_STR("[2]")));
	assert_false(cnd_label_is_note_mark(CND_STR("2nd")));
	assert_false(cnd_label_is_note_mark(CND_STR("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_letters_and_names_are_labels),
		cmocka_unit_test(prose_that_begins_with_a_number_has_no_label),
		cmocka_unit_test(headings_give_up_numbers_but_keep_names),
		cmocka_unit_test(labels_alone_need_a_stop_or_parts),
		cmocka_unit_test(captions_close_their_number),
		cmocka_unit_test(paragraph_numbers_have_a_dot_inside),
		cmocka_unit_test(note_marks_are_digits_and_signs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
