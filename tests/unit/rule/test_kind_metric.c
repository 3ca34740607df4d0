/* metric: formulas over counts, and when they are told. */
#include "rule/findings.h"

#define RULE "extends: metric\nmessage: \"%s\"\n"

static void
counts_are_those_a_reader_would_make(void **state)
{
	static const struct {
		const char *formula;
		const char *want;
	} cases[] = {
		{ "words", "1:3-1:3 10\n" },
		{ "sentences", "1:3-1:3 3\n" },
		{ "paragraphs", "1:3-1:3 1\n" },
		{ "list", "1:3-1:3 1\n" },
		{ "heading.h1 + heading.h2 * 10", "1:3-1:3 11\n" },
		{ "characters", "1:3-1:3 68\n" },
		{ "syllables", "1:3-1:3 25\n" },
		{ "long_words", "1:3-1:3 4\n" },
		{ "polysyllabic_words", "1:3-1:3 4\n" },
		{ "blockquote + pre", "1:3-1:3 2\n" },
		{ "words / sentences", "1:3-1:3 3.33\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf yaml = { 0 };

		cnd_buf_puts(&yaml, RULE "condition: '> 0'\nformula: ");
		cnd_buf_puts(&yaml, cases[i].formula);
		cnd_buf_putc(&yaml, '\0');
		assert_findings(yaml.data,
			"# Title\n## Part\nThey didn't agree. "
			"Safeguarding is everyone's responsibility.\n"
			"- A well-attended caf\xc3\xa9.\n> quoted\n    code",
			cases[i].want);
		cnd_buf_dispose(&yaml);
	}
}

static void
condition_decides(void **state)
{
	(void)state;
	assert_findings(
		RULE "formula: words\ncondition: '> 2'", "One two.", "");
	assert_findings(RULE "formula: words\ncondition: '> 2 || words > 1'",
		"One two.", "1:1-1:1 2\n");
}

static void
a_formula_that_is_none_is_an_error(void **state)
{
	(void)state;
	assert_rule_error(RULE "formula: wordz\ncondition: '> 2'",
		"3:10 'formula': a name that is not known at character 1");
	assert_rule_error(RULE "formula: words", "1:1 'condition' is missing");
}

static void
readability_is_the_mean_of_its_formulas(void **state)
{
	(void)state;
	assert_findings("extends: readability\nmessage: 'grade %s'\n"
			"metrics: [Automated Readability]\ngrade: 8",
		"Multidisciplinary safeguarding arrangements necessitate "
		"organisational accountability.",
		"1:1-1:1 grade 44.37\n");
	assert_findings("extends: readability\nmessage: 'grade %s'\n"
			"metrics: [Flesch-Kincaid, Gunning Fog]\ngrade: 8",
		"The cat sat. The dog ran.", "");
	assert_rule_error("extends: readability\nmessage: m\n"
			  "metrics: [Fog]\ngrade: 8",
		"3:10 'Fog' is not a formula, or one too many: they are "
		"'Gunning Fog', 'Coleman-Liau', 'Flesch-Kincaid', 'SMOG' and "
		"'Automated Readability'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_are_those_a_reader_would_make),
		cmocka_unit_test(condition_decides),
		cmocka_unit_test(a_formula_that_is_none_is_an_error),
		cmocka_unit_test(readability_is_the_mean_of_its_formulas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
