/* conditional: what must stand where something else does. */
#include "rule/findings.h"

#define DEFINED                                                                \
	"extends: conditional\nmessage: \"'%s' is not defined\"\n"             \
	"first: '\\b[A-Z]{3,5}\\b'\n"                                          \
	"second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n"

static void
words_captured_before_are_met(void **state)
{
	(void)state;
	assert_findings(DEFINED,
		"The Health Care Team (HCT) met.\nThe HCT agreed.", "");
	assert_findings(DEFINED,
		"The HCT met.\nThe Health Care Team (HCT) agreed.",
		"1:5-1:8 'HCT' is not defined\n");
}

static void
exceptions_need_no_definition(void **state)
{
	(void)state;
	assert_findings(DEFINED "exceptions: [NHS, BBC]", "NHS and DHR.",
		"1:9-1:12 'DHR' is not defined\n");
}

static void
without_a_group_the_block_decides(void **state)
{
	static const char rule[] = "extends: conditional\n"
				   "message: \"'%s' alone\"\n"
				   "first: '\\bsection 42\\b'\n"
				   "second: 'Care Act'\n";

	(void)state;
	assert_findings(rule,
		"A section 42 enquiry.\nThe Care Act says section 42.",
		"1:3-1:13 'section 42' alone\n");
}

static void
both_keys_are_needed(void **state)
{
	(void)state;
	assert_rule_error("extends: conditional\nmessage: m\nfirst: a",
		"1:1 'second' is missing");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_captured_before_are_met),
		cmocka_unit_test(exceptions_need_no_definition),
		cmocka_unit_test(without_a_group_the_block_decides),
		cmocka_unit_test(both_keys_are_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
