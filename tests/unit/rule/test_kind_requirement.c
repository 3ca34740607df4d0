/* requirement: clues, what they take and leave, and the absence. */
#include "rule/findings.h"

#define RULE                                                                   \
	"extends: requirement\nmessage: nobody\nscope: sentence\n"             \
	"ignorecase: true\nkey: signed\n"

static void
print_statement(const struct cnd_document *doc,
	const struct cnd_statement *statement, struct cnd_buf *out)
{
	cnd_buf_printf(out, "%.*s", CND_STR_ARG(statement->key));
	if (!statement->is_present) {
		cnd_buf_puts(out, " absent\n");
		return;
	}
	cnd_buf_printf(out, ":%s %.*s\n", statement->is_early ? " early" : "",
		CND_STR_ARG(cnd_document_text(doc, statement->span)));
}

static void
print_statements(const struct cnd_report *report, struct cnd_buf *out)
{
	for (size_t i = 0; i < report->statement_count; i++)
		print_statement(report->doc, &report->statements[i], out);
}

static void
assert_statement(const char *yaml, const char *text, const char *want)
{
	assert_printed(yaml, text, print_statements, want);
}

static void
a_sentence_that_says_it_is_the_evidence(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{all: [signed, board]}]",
		"# Review\nNothing yet.\nIn its first sitting of the year the "
		"Board signed it, at last.\n",
		"signed: In its first sitting of the year the Board signed "
		"it\n");
	assert_statement(RULE "evidence: [{all: [signed, board]}]",
		"# Review\nNothing yet.\nThe Board signed it, at last.\n",
		"signed: The Board signed it, at last.\n");
}

static void
parts_in_different_sentences_do_not_count(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{all: [signed, board]}]",
		"The Board met. It was signed.\n", "signed absent\n");
}

static void
the_parts_of_a_sequence_stand_in_order(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{seq: [signed, by, board]}]",
		"By the Board it was signed.\nIt was signed by the Board.\n",
		"signed: It was signed by the Board.\n");
}

static void
a_sequence_past_its_reach_does_not_count(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{seq: [signed, board], reach: 20}]",
		"Signed by those whom we name, not the Board.\n",
		"signed absent\n");
	assert_statement(RULE "evidence: [{seq: [signed, board], reach: 20}]",
		"Signed by those whom we name, signed by the Board.\n",
		"signed: early Signed by those whom we name, signed by the "
		"Board.\n");
}

static void
the_rarest_part_does_not_change_what_is_found(void **state)
{
	static const char *const rules[] = {
		RULE "evidence: [{seq: [board, signed], rarest: 1}]",
		RULE "evidence: [{seq: [board, signed], rarest: 2}]",
		RULE "evidence: [{seq: [board, signed], rarest: 0}]",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		assert_statement(rules[i],
			"# Review\nNo.\nIt was signed.\nThe Board signed it.\n",
			"signed: The Board signed it.\n");
}

static void
items_take_part_in_their_lead_in_wherever_the_list_ends(void **state)
{
	static const char *const texts[] = {
		"# Review\nNo.\nIt was signed by:\n- a nurse\n- the Board\n",
		"# Review\nNo.\nIt was signed by:\n- a nurse\n- the Board\n"
		"!\nAt last.\n",
		"# Review\nNo.\nIt was signed by:\n- a nurse\n- the Board\n"
		"At last.\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_statement(RULE "evidence: [{all: [signed, board]}]",
			texts[i], "signed: the Board\n");
}

static void
an_unwanted_word_or_an_exception_makes_it_no_evidence(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{all: signed, not: nurse}]",
		"The nurse signed.\n", "signed absent\n");
	assert_statement(RULE "exceptions: [chart]\n"
			      "evidence: [{all: signed}, {all: chart}]",
		"The chart was signed.\n", "signed absent\n");
}

static void
a_pronoun_is_what_the_sentences_before_it_speak_of(void **state)
{
	static const char rule[] =
		RULE "evidence: [{all: [signed], not-it: [chart]}]";

	(void)state;
	assert_statement(
		rule, "The chart is old. It was signed.\n", "signed absent\n");
	assert_statement(rule, "A chart. It is old. It was signed.\n",
		"signed absent\n");
	assert_statement(rule, "A chart. One more. It was signed.\n",
		"signed: It was signed.\n");
	assert_statement(rule, "A chart. The Board signed.\n",
		"signed: The Board signed.\n");
}

static void
what_stands_behind_a_sentence_is_what_it_speaks_of(void **state)
{
	static const char rule[] =
		RULE "evidence: [{all: [signed], behind: [report], "
		     "under: [sign-off], not-behind: [chart]}]";

	(void)state;
	assert_statement(rule, "A report. One more. It was signed.\n",
		"signed: It was signed.\n");
	assert_statement(rule, "It was signed. A report.\n", "signed absent\n");
	assert_statement(rule, "# Review\n## Sign-off\nIt was signed.\n",
		"signed: It was signed.\n");
	assert_statement(
		rule, "A report. A chart. It was signed.\n", "signed absent\n");
	assert_statement(rule,
		"# Review\n## The chart\nThe report was signed.\n",
		"signed absent\n");
	assert_statement(rule, "The report was signed, not the chart.\n",
		"signed absent\n");
}

static void
a_heading_is_no_label_where_only_labels_count(void **state)
{
	static const char rule[] =
		RULE "evidence: [{label: ['signed by'], all: [board]}]";

	(void)state;
	assert_statement(rule, "# Review\nNo.\nSigned by: the Board\n",
		"signed: Signed by: the Board\n");
	assert_statement(rule, "# Review\n## Signed by\nThe Board.\n",
		"signed absent\n");
}

static void
the_first_clue_that_takes_a_sentence_wins(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{all: signed}, {all: agreed}]",
		"They agreed.\nAll of them.\nIt was signed.\n",
		"signed: It was signed.\n");
}

static void
sections_say_where_it_counts(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{all: signed, sections: terms}]",
		"It was signed.\n", "signed absent\n");
	assert_statement(RULE "not-sections: none\nevidence: [{all: signed}]",
		"It was signed.\n", "signed absent\n");
	assert_statement(RULE "not-sections: none\n"
			      "evidence: [{all: signed, sections: none}]",
		"# Review\nNo.\nIt was signed.\n", "signed: It was signed.\n");
}

static void
a_label_may_stand_before_a_colon_or_above(void **state)
{
	static const char rule[] =
		RULE "evidence: [{context: ['signed by'], all: [board]}]";

	(void)state;
	assert_statement(rule, "# Review\nNo.\nSigned by: the Board\n",
		"signed: Signed by: the Board\n");
	assert_statement(rule, "# Review\n## Signed by\nThe Board.\n",
		"signed: The Board.\n");
	assert_statement(rule, "# Review\nNo.\nSigned by? The Board.\n",
		"signed: The Board.\n");
	assert_statement(rule, "It was signed by a nurse of the Board.\n",
		"signed absent\n");
}

static void
a_heading_is_evidence_only_when_something_stands_below_it(void **state)
{
	static const char rule[] =
		RULE "headings: [sign-off]\nevidence: [{all: signed}]";

	(void)state;
	assert_statement(
		rule, "# Review\n## Sign-off\nIn May.\n", "signed: Sign-off\n");
	assert_statement(rule, "# Review\n## Sign-off\n## Other\nIn May.\n",
		"signed absent\n");
}

static void
quoted_words_are_no_evidence(void **state)
{
	(void)state;
	assert_statement(RULE "evidence: [{all: signed}]", "> It was signed.\n",
		"signed absent\n");
}

static void
an_absence_is_told_once_at_the_title(void **state)
{
	(void)state;
	assert_findings(RULE "evidence: [{all: signed}]",
		"# Review\n## Method\nNothing.\n## Findings\nNothing.\n",
		"1:3-1:9 nobody\n");
	assert_findings(
		RULE "evidence: [{all: signed}]", "It was signed.\n", "");
	assert_findings(
		RULE "evidence: [{all: signed}]", "", "1:1-1:1 nobody\n");
}

static void
mistakes_in_clues_are_errors_with_a_place(void **state)
{
	(void)state;
	assert_rule_error("extends: requirement\nmessage: m\nkey: k\n",
		"1:1 'evidence' is missing");
	assert_rule_error(RULE "evidence: signed",
		"6:11 'evidence' must be a list of clues");
	assert_rule_error(RULE "evidence: [{any: signed}]",
		"6:18 'any' is no key of a clue");
	assert_rule_error(RULE "evidence: [{not: signed}]",
		"6:12 'seq' or 'all' is missing");
	assert_rule_error(RULE "evidence: [{all: a, sections: front-page}]",
		"6:31 section role 'front-page' is not known");
	assert_rule_error(RULE "evidence: [{all: a, rarest: 2}]",
		"6:29 'rarest' must be from 0 to 1");
}

static void
what_goes_on_elsewhere_is_no_evidence(void **state)
{
	static const char rule[] =
		RULE "self: this review\nelsewhere: inquests?\n"
		     "evidence: [{all: [signed, board]}]";

	(void)state;
	assert_statement(rule,
		"The inquest closed. It took a day. The board signed it.\n",
		"signed absent\n");
	assert_statement(rule,
		"# Review\n\n## The inquest\n\nThe board signed it.\n",
		"signed absent\n");
	assert_statement(rule,
		"The inquest closed. The board signed this review.\n",
		"signed: The board signed this review.\n");
	assert_statement(rule,
		"The inquest closed. It held this review up. The board signed "
		"it.\n",
		"signed: The board signed it.\n");
	assert_statement(rule, "The inquest closed.\n\nThe board signed it.\n",
		"signed: The board signed it.\n");
}

static void
a_paragraph_that_is_heavy_enough_says_it(void **state)
{
	static const char rule[] =
		RULE "weighing: {scale: test, enough: 90, least: 10}\n"
		     "evidence: [{all: [signed, board]}]";

	(void)state;
	assert_statement(rule,
		"# Review\nIt took a day. All of those who sat there gladly "
		"put "
		"their names to it.\nNo.\n",
		"signed: All of those who sat there gladly put their names "
		"to it.\n");
	/* In any section, unlike clues. */
	assert_statement(RULE "weighing: {scale: test, enough: 90}\n"
			      "not-sections: [none]\n"
			      "evidence: [{all: [gladly, board]}]",
		"# Review\nNo.\nAll of the board gladly put their names to "
		"it.\n",
		"signed: early All of the board gladly put their names to "
		"it.\n");
	assert_statement(RULE "weighing: {scale: test, enough: 90, not: all}\n"
			      "evidence: [{all: [signed, board]}]",
		"# Review\nAll of those who sat there gladly put their names "
		"to it.\n",
		"signed absent\n");
	assert_statement(
		rule, "# Review\nShe did so gladly.\n", "signed absent\n");
	assert_statement(rule,
		"# Review\n> All of those who sat there gladly put their names "
		"to it.\n",
		"signed absent\n");
}

static void
a_clue_in_a_paragraph_that_is_too_light_is_none(void **state)
{
	static const char rule[] =
		RULE "weighing: {scale: test, enough: 90, least: 10}\n"
		     "evidence: [{all: [signed, board]}]";

	(void)state;
	assert_statement(rule,
		"# Review\nThe nurse signed it, and carried it over to the "
		"board.\nIt was at last signed by all of the board.\n",
		"signed: It was at last signed by all of the board.\n");
	/* What is short is not weighed. */
	assert_statement(rule, "# Review\nA nurse on the board signed it.\n",
		"signed: early A nurse on the board signed it.\n");
}

static void
mistakes_in_a_weighing_are_errors_with_a_place(void **state)
{
	(void)state;
	assert_rule_error(RULE "evidence: [{all: a}]\nweighing: {enough: 3}\n",
		"7:11 'scale' is missing");
	assert_rule_error(RULE
		"evidence: [{all: a}]\nweighing: {scale: none}\n",
		"7:19 there is no scale 'none' (rules/weights)");
	assert_rule_error(RULE "evidence: [{all: a}]\n"
			       "weighing: {scale: test, enough: 101}\n",
		"7:33 'enough' must be 0 to 100 per cent");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_that_says_it_is_the_evidence),
		cmocka_unit_test(parts_in_different_sentences_do_not_count),
		cmocka_unit_test(the_parts_of_a_sequence_stand_in_order),
		cmocka_unit_test(a_sequence_past_its_reach_does_not_count),
		cmocka_unit_test(the_rarest_part_does_not_change_what_is_found),
		cmocka_unit_test(
			items_take_part_in_their_lead_in_wherever_the_list_ends),
		cmocka_unit_test(
			an_unwanted_word_or_an_exception_makes_it_no_evidence),
		cmocka_unit_test(
			a_pronoun_is_what_the_sentences_before_it_speak_of),
		cmocka_unit_test(
			what_stands_behind_a_sentence_is_what_it_speaks_of),
		cmocka_unit_test(a_heading_is_no_label_where_only_labels_count),
		cmocka_unit_test(the_first_clue_that_takes_a_sentence_wins),
		cmocka_unit_test(sections_say_where_it_counts),
		cmocka_unit_test(a_label_may_stand_before_a_colon_or_above),
		cmocka_unit_test(
			a_heading_is_evidence_only_when_something_stands_below_it),
		cmocka_unit_test(quoted_words_are_no_evidence),
		cmocka_unit_test(an_absence_is_told_once_at_the_title),
		cmocka_unit_test(mistakes_in_clues_are_errors_with_a_place),
		cmocka_unit_test(what_goes_on_elsewhere_is_no_evidence),
		cmocka_unit_test(a_paragraph_that_is_heavy_enough_says_it),
		cmocka_unit_test(
			a_clue_in_a_paragraph_that_is_too_light_is_none),
		cmocka_unit_test(
			mistakes_in_a_weighing_are_errors_with_a_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
