/* Check digits of numbers that must not be published. */
#include "rule/checks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static bool
holds(const char *name, const char *words)
{
	uint32_t row = cnd_digit_check_find(cnd_str_of(name));

	assert_int_not_equal(row, 0);
	return cnd_digit_checks()[row - 1].holds(cnd_str_of(words));
}

static void
nhs_number_needs_its_check_digit(void **state)
{
	(void)state;
	assert_true(holds("nhs-number", "943 476 5919"));
	assert_true(holds("nhs-number", "9434765919"));
	assert_true(holds("nhs-number", "999-111-2227"));
	assert_false(holds("nhs-number", "943 476 5918"));
	assert_true(holds("no-nhs-number", "NHS number 943 476 5918"));
	assert_false(holds("no-nhs-number", "NHS number 943 476 5919"));
	assert_false(holds("nhs-number", "943 476 591"));
	assert_false(holds("nhs-number", "943 476 59190"));
	assert_false(holds("nhs-number", ""));
}

static void
nhs_check_digit_of_ten_is_never_given_out(void **state)
{
	char words[] = "9990000000";

	(void)state;
	/* The weighted sum of 999 000 000 leaves 1: its digit would be 10. */
	for (char c = '0'; c <= '9'; c++) {
		words[9] = c;
		assert_false(holds("nhs-number", words));
	}
}

static void
ni_number_has_a_prefix_that_is_given_out(void **state)
{
	(void)state;
	assert_true(holds("ni-number", "JK 12 34 56 C"));
	assert_true(holds("ni-number", "jk123456c"));
	assert_false(holds("ni-number", "QQ 12 34 56 C"));
	assert_false(holds("ni-number", "AO123456C"));
	assert_false(holds("ni-number", "GB123456A"));
	assert_false(holds("ni-number", "J"));
}

static void
unknown_check_is_not_found(void **state)
{
	(void)state;
	assert_int_equal(cnd_digit_check_find(CND_STR("nhs")), 0);
	assert_string_equal(cnd_digit_checks()[0].name, "nhs-number");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nhs_number_needs_its_check_digit),
		cmocka_unit_test(nhs_check_digit_of_ten_is_never_given_out),
		cmocka_unit_test(ni_number_has_a_prefix_that_is_given_out),
		cmocka_unit_test(unknown_check_is_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
