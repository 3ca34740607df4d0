/* Cutting, comparing and searching borrowed bytes. */
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
assert_str(struct cnd_str got, const char *want)
{
	assert_int_equal(got.len, cnd_str_of(want).len);
	assert_true(cnd_str_equal(got, cnd_str_of(want)));
}

static void
slice_past_the_end_is_clamped(void **state)
{
	(void)state;
	assert_str(cnd_str_slice(CND_STR("board"), 2, 99), "ard");
	assert_str(cnd_str_slice(CND_STR("board"), 7, 9), "");
	assert_str(cnd_str_slice(CND_STR("board"), 3, 1), "");
}

static void
find_gives_the_first_place(void **state)
{
	(void)state;
	assert_int_equal(cnd_str_find(CND_STR("a report"), CND_STR("rep")), 2);
	assert_int_equal(cnd_str_find(CND_STR("rerep"), CND_STR("rep")), 2);
	assert_int_equal(
		cnd_str_find(CND_STR("rep"), CND_STR("report")), CND_NOT_FOUND);
}

static void
split_takes_parts_until_none_is_left(void **state)
{
	struct cnd_str rest = CND_STR("a/b");

	(void)state;
	assert_str(cnd_str_split(&rest, '/'), "a");
	assert_str(cnd_str_split(&rest, '/'), "b");
	assert_int_equal(rest.len, 0);
}

static void
distance_counts_a_swap_as_one(void **state)
{
	(void)state;
	assert_int_equal(
		cnd_str_distance(CND_STR("sentense"), CND_STR("sentence")), 1);
	assert_int_equal(
		cnd_str_distance(CND_STR("scpoe"), CND_STR("scope")), 1);
	assert_int_equal(cnd_str_distance(CND_STR(""), CND_STR("abc")), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slice_past_the_end_is_clamped),
		cmocka_unit_test(find_gives_the_first_place),
		cmocka_unit_test(split_takes_parts_until_none_is_left),
		cmocka_unit_test(distance_counts_a_swap_as_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
