/* acknowledgement: a hint, and who, what and outcome told or not. */
#include "base/limits.h"
#include "rule/findings.h"

#define RULE                                                                   \
	"extends: acknowledgement\nmessage: 'not %s'\nscope: sentence\n"       \
	"ignorecase: true\n"                                                   \
	"triggers: [{all: [disagrees?, finding]}]\n"                           \
	"counterparts:\n"                                                      \
	"  who: {tokens: [trust], not: [some], within: sentence, "             \
	"before: [ward wrote]}\n"                                              \
	"  what: {tokens: [because], within: near}\n"                          \
	"  outcome: {tokens: [unchanged], later: [we met], within: rest}\n"

static void
assert_told_by(const char *rule, const char *text, const char *want)
{
	struct cnd_ruleset *set = ruleset_of(rule);
	struct cnd_document *doc = build_report(text);
	struct cnd_error err = { 0 };
	struct cnd_report *report = cnd_lint(set, doc, NULL, &err);
	struct cnd_buf got = { 0 };

	for (size_t i = 0; i < report->disagreement_count; i++) {
		const struct cnd_disagreement *one = &report->disagreements[i];

		cnd_buf_printf(&got, "%s%s%s %.*s\n",
			one->told & CND_DISAGREEMENT_WHO ? "who" : "",
			one->told & CND_DISAGREEMENT_WHAT ? "what" : "",
			one->told & CND_DISAGREEMENT_OUTCOME ? "outcome" : "",
			CND_STR_ARG(cnd_document_text(doc, one->span)));
	}
	assert_buf(&got, want);
	cnd_report_free(report);
	cnd_document_free(doc);
	cnd_ruleset_free(set);
}

static void
assert_told(const char *text, const char *want)
{
	assert_told_by(RULE, text, want);
}

static void
what_is_not_told_is_named(void **state)
{
	(void)state;
	assert_findings(RULE, "The Trust disagrees with this finding.\n",
		"1:1-1:39 not what it was about or what came of it\n");
	assert_findings(RULE, "They disagree with this finding.\n",
		"1:1-1:33 not who it was, what it was about or what came of "
		"it\n");
}

static void
all_three_told_is_no_finding(void **state)
{
	static const char text[] = "The Trust disagrees with the finding "
				   "because it was late. It is unchanged.\n";

	(void)state;
	assert_findings(RULE, text, "");
	assert_told(text,
		"whowhatoutcome The Trust disagrees with the finding because "
		"it was late.\n");
}

static void
an_objector_nobody_can_name_is_not_told(void **state)
{
	(void)state;
	assert_told("Some in the Trust disagree with the finding because it "
		    "is late. It is unchanged.\n",
		"whatoutcome Some in the Trust disagree with the finding "
		"because it is late.\n");
}

static void
later_words_count_only_behind_the_hint(void **state)
{
	(void)state;
	assert_told("When we met, the Trust disagreed. The Trust disagrees "
		    "with the finding.\n",
		"who The Trust disagrees with the finding.\n");
	assert_told("The Trust disagrees with the finding. In May we met.\n",
		"whooutcome The Trust disagrees with the finding.\n");
}

static void
the_next_paragraph_answers_nothing(void **state)
{
	(void)state;
	assert_told("The Trust disagrees with the finding.\nIt is unchanged "
		    "because it is right.\n",
		"who The Trust disagrees with the finding.\n");
}

static void
the_next_paragraph_answers_where_it_goes_back(void **state)
{
	static const char rule[] =
		"extends: acknowledgement\nmessage: 'not %s'\n"
		"scope: sentence\ntriggers: [{all: disagrees}]\n"
		"counterparts:\n  who: {tokens: Trust}\n"
		"  what: {tokens: because}\n"
		"  outcome: {tokens: [unchanged, right], within: next}\n";

	(void)state;
	assert_told_by(rule, "The Trust disagrees.\nIt is unchanged.\n",
		"whooutcome The Trust disagrees.\n");
	assert_told_by(rule, "The Trust disagrees.\nThe log proved it right.\n",
		"whooutcome The Trust disagrees.\n");
	assert_told_by(rule, "The Trust disagrees.\nThe rota is unchanged.\n",
		"who The Trust disagrees.\n");
}

static void
a_paragraph_is_one_passage(void **state)
{
	(void)state;
	assert_told("The Trust disagrees with the finding. It disagrees with "
		    "the finding because it is late. It is unchanged.\n",
		"whowhatoutcome The Trust disagrees with the finding.\n");
}

static void
an_unnamed_objector_behind_a_settled_one_is_apart(void **state)
{
	(void)state;
	assert_told("The Trust disagrees with the finding because it is "
		    "late. It is unchanged. Some disagree with another "
		    "finding.\n",
		"whowhatoutcome The Trust disagrees with the finding because "
		"it is late.\n"
		" Some disagree with another finding.\n");
}

static void
a_pronoun_takes_who_it_was_from_before(void **state)
{
	(void)state;
	assert_told("The ward wrote twice. It disagrees with the finding.\n",
		"who It disagrees with the finding.\n");
	assert_told("The ward wrote twice. One disagrees with the finding.\n",
		" One disagrees with the finding.\n");
}

static void
what_is_told_far_behind_is_not_told(void **state)
{
	(void)state;
	assert_told("The Trust disagrees with this finding. It does so because "
		    "it was late.\n",
		"whowhat The Trust disagrees with this finding.\n");
	assert_told("The Trust disagrees with this finding. It was busy. Not "
		    "because of beds.\n",
		"who The Trust disagrees with this finding.\n");
}

/* What makes a paragraph without end take no more than its length. */
static void
what_is_told_past_the_longest_passage_is_not_told(void **state)
{
	struct cnd_buf text = { 0 };

	(void)state;
	cnd_buf_puts(&text, "The Trust disagrees with this finding.");
	while (text.len < CND_LIMIT_PASSAGE)
		cnd_buf_puts(&text, " It was a busy day on the wards.");
	cnd_buf_puts(&text, " It is unchanged.\n");
	cnd_buf_putc(&text, '\0');
	assert_told(text.data, "who The Trust disagrees with this finding.\n");
	cnd_buf_dispose(&text);
}

static void
a_counterpart_that_is_missing_is_an_error(void **state)
{
	(void)state;
	assert_rule_error("extends: acknowledgement\nmessage: m\n"
			  "triggers: [{all: a}]\n"
			  "counterparts: {who: {tokens: a}}\n",
		"4:15 counterpart 'what' is missing");
	assert_rule_error("extends: acknowledgement\nmessage: m\n"
			  "triggers: [{all: a}]\n"
			  "counterparts: {who: {tokens: a, within: page}}\n",
		"4:41 'within' must be 'sentence', 'near', 'rest', "
		"'paragraph' or 'next'");
}

#define WEIGHED                                                                \
	RULE "weighing: {scale: test, enough: 90, least: 10, not: nobody}\n"

static void
a_paragraph_that_is_heavy_enough_is_a_hint(void **state)
{
	(void)state;
	assert_told_by(WEIGHED,
		"It was read in May. There were people in the room who "
		"objected to it.\n",
		" There were people in the room who objected to it.\n");
	/* One hint to a paragraph, and what a trigger takes comes first. */
	assert_told_by(WEIGHED,
		"The Trust disagrees with this finding. There were others who "
		"objected to it.\n",
		"who The Trust disagrees with this finding.\n");
	assert_told_by(WEIGHED,
		"There was nobody at all in the room who objected to it.\n",
		"");
}

static void
a_trigger_in_a_paragraph_that_is_too_light_is_no_hint(void **state)
{
	(void)state;
	assert_told_by(WEIGHED,
		"The nurse disagrees with this finding of the ward's.\n", "");
}

static void
a_paragraph_may_tell_all_in_other_words(void **state)
{
	static const char rule[] = RULE "settled: {scale: test, enough: 90}\n";

	(void)state;
	assert_told_by(rule,
		"They disagree with this finding. They gladly let it be.\n",
		"whowhatoutcome They disagree with this finding.\n");
	assert_told_by(rule,
		"They disagree with this finding and gladly let it be.\n",
		"whowhatoutcome They disagree with this finding and gladly let "
		"it be.\n");
}

static void
what_is_told_before_a_hint_counts_less_than_what_is_told_in_it(void **state)
{
	static const char rule[] = RULE "settled: {scale: test, enough: 97}\n";

	(void)state;
	assert_told_by(rule,
		"They gladly let it be. It disagrees with this finding, too.\n",
		" It disagrees with this finding, too.\n");
	assert_told_by(rule,
		"It disagrees with this finding, too. They gladly let it be.\n",
		"whowhatoutcome It disagrees with this finding, too.\n");
}

static void
a_hint_in_a_paragraph_that_settles_nothing_is_open(void **state)
{
	static const char rule[] =
		RULE "weighing: {scale: test, enough: 60}\n"
		     "settled: {scale: test, enough: 99.9, least: 99}\n";

	(void)state;
	assert_told_by(rule,
		"The Trust objected and disagrees with the finding because it "
		"was late. It is unchanged.\n",
		"whowhat The Trust objected and disagrees with the finding "
		"because it was late.\n");
	/* Not a hint that only a trigger takes for one, */
	assert_told_by(rule,
		"The Trust disagrees with the finding because it was late. It "
		"is unchanged.\n",
		"whowhatoutcome The Trust disagrees with the finding because "
		"it was late.\n");
	/* nor where the next paragraph may settle it. */
	assert_told_by(rule,
		"The Trust objected, it is unchanged, and it disagrees with "
		"the finding because it was late.\n\nThis is noted.\n",
		"whowhatoutcome The Trust objected, it is unchanged, and it "
		"disagrees with the finding because it was late.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_told_is_named),
		cmocka_unit_test(all_three_told_is_no_finding),
		cmocka_unit_test(an_objector_nobody_can_name_is_not_told),
		cmocka_unit_test(later_words_count_only_behind_the_hint),
		cmocka_unit_test(the_next_paragraph_answers_nothing),
		cmocka_unit_test(the_next_paragraph_answers_where_it_goes_back),
		cmocka_unit_test(a_paragraph_is_one_passage),
		cmocka_unit_test(
			an_unnamed_objector_behind_a_settled_one_is_apart),
		cmocka_unit_test(a_pronoun_takes_who_it_was_from_before),
		cmocka_unit_test(what_is_told_far_behind_is_not_told),
		cmocka_unit_test(
			what_is_told_past_the_longest_passage_is_not_told),
		cmocka_unit_test(a_counterpart_that_is_missing_is_an_error),
		cmocka_unit_test(a_paragraph_that_is_heavy_enough_is_a_hint),
		cmocka_unit_test(
			a_trigger_in_a_paragraph_that_is_too_light_is_no_hint),
		cmocka_unit_test(a_paragraph_may_tell_all_in_other_words),
		cmocka_unit_test(
			what_is_told_before_a_hint_counts_less_than_what_is_told_in_it),
		cmocka_unit_test(
			a_hint_in_a_paragraph_that_settles_nothing_is_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
