/* Names of parts and values, there and back. */
#include "review/review.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
each_part_is_found_by_its_name(void **state)
{
	(void)state;
	for (int i = 0; i < CND_PART_COUNT; i++) {
		enum cnd_part part = CND_PART_COUNT;
		const char *name = cnd_part_name((enum cnd_part)i);

		assert_true(cnd_part_of_name(cnd_str_of(name), &part));
		assert_int_equal(part, i);
	}
}

static void
each_value_is_found_by_its_name(void **state)
{
	(void)state;
	for (int i = CND_VALUE_NONE; i <= CND_VALUE_STATED; i++) {
		enum cnd_part_value value = CND_VALUE_NONE;
		const char *name = cnd_part_value_name((enum cnd_part_value)i);

		assert_true(cnd_part_value_of_name(cnd_str_of(name), &value));
		assert_int_equal(value, i);
	}
}

static void
unknown_names_are_not_found(void **state)
{
	enum cnd_part part;
	enum cnd_part_value value;

	(void)state;
	assert_false(cnd_part_of_name(CND_STR("ownr"), &part));
	assert_false(cnd_part_value_of_name(CND_STR(""), &value));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_part_is_found_by_its_name),
		cmocka_unit_test(each_value_is_found_by_its_name),
		cmocka_unit_test(unknown_names_are_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
