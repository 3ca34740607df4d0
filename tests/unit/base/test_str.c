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
assert_alike(const char *a, const char *b, size_t head, size_t tail)
{
	struct cnd_alike got = cnd_str_alike(cnd_str_of(a), cnd_str_of(b));

	assert_int_equal(got.head, head);
	assert_int_equal(got.tail, tail);
}

static void
texts_are_alike_up_to_what_differs(void **state)
{
	(void)state;
	assert_alike("the plan", "the old plan", 4, 4);
	assert_alike("aaa", "aaaaa", 3, 0);
	assert_alike("abab", "ababab", 4, 0);
	assert_alike("same", "same", 4, 0);
	assert_alike("one", "two", 0, 0);
	assert_alike("", "two", 0, 0);
}

/* Where whole stretches are compared at once, a byte counts as it does. */
static void
long_texts_are_alike_to_the_byte(void **state)
{
	enum { LENGTH = 1500 };
	char a[LENGTH];
	char b[LENGTH];

	(void)state;
	memset(a, 'x', LENGTH);
	for (size_t at = 0; at < LENGTH; at++) {
		struct cnd_alike got;

		memset(b, 'x', LENGTH);
		b[at] = 'y';
		got = cnd_str_alike((struct cnd_str){ a, LENGTH },
			(struct cnd_str){ b, LENGTH });
		assert_int_equal(got.head, at);
		assert_int_equal(got.tail, LENGTH - 1 - at);
	}
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
		cmocka_unit_test(texts_are_alike_up_to_what_differs),
		cmocka_unit_test(long_texts_are_alike_to_the_byte),
		cmocka_unit_test(split_takes_parts_until_none_is_left),
		cmocka_unit_test(distance_counts_a_swap_as_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
