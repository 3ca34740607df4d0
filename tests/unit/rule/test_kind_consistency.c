/* consistency: the rarer of two forms is out of place. */
#include "rule/findings.h"

#define RULE                                                                   \
	"extends: consistency\nmessage: \"%s, elsewhere %s\"\n"                \
	"ignorecase: true\neither: {adviser: advisor, focused: focussed}\n"

static void
one_form_alone_is_consistent(void **state)
{
	(void)state;
	assert_findings(RULE, "An adviser.\nThe advisers. Focussed.", "");
}

static void
each_use_of_the_rarer_form_is_told(void **state)
{
	(void)state;
	assert_findings(RULE, "Advisor. Advisor.\nAdviser, adviser, adviser.",
		"1:1-1:8 Advisor, elsewhere Adviser\n"
		"1:10-1:17 Advisor, elsewhere Adviser\n");
}

static void
of_equals_the_later_form_is_told(void **state)
{
	(void)state;
	assert_findings(RULE, "Focussed.\nAn adviser.\nFocused.",
		"3:1-3:8 Focused, elsewhere Focussed\n");
}

static void
uses_out_of_scope_do_not_count(void **state)
{
	(void)state;
	assert_findings(RULE, "An adviser.\n> an advisor", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_form_alone_is_consistent),
		cmocka_unit_test(each_use_of_the_rarer_form_is_told),
		cmocka_unit_test(of_equals_the_later_form_is_told),
		cmocka_unit_test(uses_out_of_scope_do_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
