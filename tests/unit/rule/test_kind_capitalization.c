/* capitalization: titles, sentences, patterns, names. */
#include "rule/findings.h"

#define RULE                                                                   \
	"extends: capitalization\nmessage: \"'%s': '%s'\"\nscope: heading\n"

static void
headings_are_judged_by_their_words(void **state)
{
	static const struct {
		const char *match;
		const char *heading;
		const char *want;
	} cases[] = {
		{ "$title", "# The Role of the Board", "" },
		{ "$title", "# Learning: An NHS View of eHealth", "" },
		{ "$title", "# the role of the board",
			"1:3-1:24 'the role of the board': 'The Role of the "
			"Board'\n" },
		{ "$title\nstyle: Chicago", "# Working between Agencies", "" },
		{ "$title\nthreshold: 1", "# Working between Agencies",
			"1:3-1:27 'Working between Agencies': 'Working "
			"Between Agencies'\n" },
		{ "$sentence", "# The role of the board", "" },
		{ "$sentence", "# 2. The role of the NHS", "" },
		{ "$sentence", "# the role of it",
			"1:3-1:17 'the role of it': 'The role of it'\n" },
		{ "$sentence", "# The Role Of The Board",
			"1:3-1:24 'The Role Of The Board': 'The role of the "
			"board'\n" },
		{ "$sentence\nexceptions: [Anyshire Council]",
			"# What Anyshire Council did", "" },
		{ "$sentence\nindicators: [':']\nthreshold: 1",
			"# Theme: The board", "" },
		{ "$lower", "# all lower", "" },
		{ "$lower", "# all Lower",
			"1:3-1:12 'all Lower': 'all lower'\n" },
		{ "$upper", "# ALL UPPER 1", "" },
		{ "$upper", "# ALL upper",
			"1:3-1:12 'ALL upper': 'ALL UPPER'\n" },
		{ "'^[0-9]+\\. '", "# 1. Numbered", "" },
		{ "'^[0-9]+\\. '", "# Not numbered",
			"1:3-1:15 'Not numbered': 'Not numbered'\n" },
		{ "$sentence", "# —", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf yaml = { 0 };

		cnd_buf_puts(&yaml, RULE "match: ");
		cnd_buf_puts(&yaml, cases[i].match);
		cnd_buf_putc(&yaml, '\0');
		assert_findings(yaml.data, cases[i].heading, cases[i].want);
		cnd_buf_dispose(&yaml);
	}
}

static void
the_expected_form_is_offered_when_asked_for(void **state)
{
	(void)state;
	assert_findings("extends: capitalization\nmessage: m\nscope: heading\n"
			"match: $sentence\naction: {name: replace}",
		"# The Role Of It", "1:3-1:17 m => The role of it\n");
}

static void
an_unknown_match_is_an_error(void **state)
{
	(void)state;
	assert_rule_error(RULE "match: $titel",
		"4:8 'match' must be '$title', '$sentence', '$lower', "
		"'$upper' or a pattern");
	assert_rule_error(RULE "match: $title\nstyle: MLA",
		"5:8 'style' must be 'AP' or 'Chicago'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_are_judged_by_their_words),
		cmocka_unit_test(the_expected_form_is_offered_when_asked_for),
		cmocka_unit_test(an_unknown_match_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
