/* Levels' names, the order of findings, and what marks them. */
#include "diag/finding.h"

#include "cnd_test.h"
#include "rule/report.h"

static const struct cnd_rule_info rule_a = { .id = { "a", 1 } };
static const struct cnd_rule_info rule_b = { .id = { "b", 1 } };

/* A finding on the first place of words. */
static struct cnd_finding
finding_on(const struct cnd_document *doc, const struct cnd_rule_info *rule,
	const char *words)
{
	size_t at = cnd_str_find(doc->text, cnd_str_of(words));

	assert_int_not_equal(at, CND_NOT_FOUND);
	return (struct cnd_finding){
		.rule = rule,
		.span = { (uint32_t)at,
			(uint32_t)(at + cnd_str_of(words).len) },
	};
}

static uint64_t
mark_of(const char *text, const char *words)
{
	struct cnd_document *doc = build_report(text);
	struct cnd_finding finding = finding_on(doc, &rule_a, words);

	cnd_findings_mark(doc, &finding, 1);
	cnd_document_free(doc);
	return finding.fingerprint;
}

static void
level_names_go_both_ways(void **state)
{
	enum cnd_level level = CND_LEVEL_ERROR;

	(void)state;
	assert_string_equal(cnd_level_name(CND_LEVEL_SUGGESTION), "suggestion");
	assert_true(cnd_level_of_name(CND_STR("warning"), &level));
	assert_int_equal(level, CND_LEVEL_WARNING);
	assert_false(cnd_level_of_name(CND_STR("warn"), &level));
}

static void
findings_are_sorted_by_place_then_id_then_end(void **state)
{
	struct cnd_finding findings[] = {
		{ .rule = &rule_b, .span = { 9, 12 } },
		{ .rule = &rule_b, .span = { 4, 6 } },
		{ .rule = &rule_a, .span = { 4, 9 } },
		{ .rule = &rule_a, .span = { 4, 8 } },
	};
	const struct cnd_document doc = { .text = CND_STR(
						  "Text of a report.") };

	(void)state;
	cnd_findings_sort(&doc, findings, 4);
	assert_int_equal(findings[0].span.to, 8);
	assert_int_equal(findings[1].span.to, 9);
	assert_ptr_equal(findings[2].rule, &rule_b);
	assert_int_equal(findings[3].span.from, 9);
}

static void
findings_on_markup_are_sorted_in_where_they_are_read(void **state)
{
	struct cnd_segment segment = { 0, 16, 4, 16, 0 };
	const struct cnd_document doc = {
		.text = CND_STR("Text of a report"),
		.segments = &segment,
		.segment_count = 1,
	};
	struct cnd_finding findings[] = {
		{ .rule = &rule_a, .span = { 12, 14 } },
		{ .rule = &rule_a,
			.span = cnd_document_raw(
				&doc, (struct cnd_span){ 8, 10 }) },
		{ .rule = &rule_a, .span = { 1, 2 } },
	};

	(void)state;
	cnd_findings_sort(&doc, findings, 3);
	assert_int_equal(findings[0].span.from, 1);
	assert_int_equal(findings[1].span.from, 16 + 1 + 8);
	assert_int_equal(findings[2].span.from, 12);
}

static void
fingerprint_survives_new_text_before_and_new_wrapping(void **state)
{
	uint64_t mark =
		mark_of("One here. The  board\xe2\x80\x99s plan.", "plan");

	(void)state;
	assert_int_equal(
		mark, mark_of("New.\nMore.\nThe board's plan.", "plan"));
	assert_int_not_equal(mark, mark_of("The board's old plan.", "plan"));
}

static void
repeats_in_one_sentence_get_marks_of_their_own(void **state)
{
	struct cnd_document *doc = build_report("Various and various.");
	struct cnd_finding findings[] = {
		finding_on(doc, &rule_a, "Various"),
		finding_on(doc, &rule_a, "various"),
		finding_on(doc, &rule_b, "various"),
	};

	(void)state;
	cnd_findings_mark(doc, findings, 3);
	assert_int_not_equal(findings[0].fingerprint, findings[1].fingerprint);
	assert_int_not_equal(findings[1].fingerprint, findings[2].fingerprint);
	assert_int_equal(findings[0].fingerprint,
		mark_of("Various and various.", "Various"));
	cnd_document_free(doc);
}

static void
absence_is_marked_by_its_rule_alone(void **state)
{
	struct cnd_document *doc = build_report("One. Two.");
	struct cnd_finding one = { .rule = &rule_a, .is_absence = true };
	struct cnd_finding two = {
		.rule = &rule_a, .is_absence = true, .span = { 5, 8 }
	};

	(void)state;
	cnd_findings_mark(doc, &one, 1);
	cnd_findings_mark(doc, &two, 1);
	assert_int_equal(one.fingerprint, two.fingerprint);
	cnd_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(level_names_go_both_ways),
		cmocka_unit_test(findings_are_sorted_by_place_then_id_then_end),
		cmocka_unit_test(
			findings_on_markup_are_sorted_in_where_they_are_read),
		cmocka_unit_test(
			fingerprint_survives_new_text_before_and_new_wrapping),
		cmocka_unit_test(
			repeats_in_one_sentence_get_marks_of_their_own),
		cmocka_unit_test(absence_is_marked_by_its_rule_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
