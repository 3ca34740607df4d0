/* Data at home, and where its home is taken. */
#define _GNU_SOURCE

#include "base/home.h"

#include "cnd_test.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { WORDS = 2 * CND_HOME_PAGE / sizeof(uintptr_t) };

/* A home beside that of the rules, which the process may use itself. */
#define FIRST_AT (CND_HOME_64 - 64 * CND_HOME_PAGE)
#define SECOND_AT (FIRST_AT + sizeof(first))

static _Alignas(CND_HOME_PAGE) const uintptr_t first[WORDS] = {
	[1] = 42,
	[2] = (uintptr_t)(FIRST_AT + sizeof(uintptr_t)),
	[WORDS - 1] = (uintptr_t)(SECOND_AT + 3 * sizeof(uintptr_t)),
};
static _Alignas(CND_HOME_PAGE) uintptr_t second[WORDS] = { [3] = 7 };

static const struct cnd_home_part parts[] = {
	{ (void *)(uintptr_t)first, sizeof(first), (char *)FIRST_AT },
	{ second, sizeof(second), (char *)SECOND_AT },
};

static void
assert_whole(const uintptr_t *words)
{
	assert_int_equal(words[0], 0);
	assert_int_equal(words[1], 42);
	assert_int_equal(words[2], (uintptr_t)&words[1]);
	assert_int_equal(*(uintptr_t *)words[WORDS - 1], 7);
}

static void
addresses_in_a_copy_are_those_of_the_process(void **state)
{
	const uintptr_t *copy = cnd_home_copy(parts, 2);

	(void)state;
	assert_whole(copy);
	assert_ptr_equal((void *)copy[WORDS - 1], &second[3]);
	free((void *)(uintptr_t)copy);
}

static void
nothing_is_driven_from_a_home(void **state)
{
	void *taken = mmap((void *)(uintptr_t)SECOND_AT, CND_HOME_PAGE,
		PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)state;
	if (taken != (void *)(uintptr_t)SECOND_AT)
		skip();
	*(char *)taken = 'x';
	assert_false(cnd_home_move(parts, 2));
	assert_int_equal(*(char *)taken, 'x');
	assert_int_equal(first[1], 42);
	assert_int_equal(second[3], 7);
	munmap(taken, CND_HOME_PAGE);
}

/* The last test: parts move once. */
static void
addresses_at_home_need_no_change(void **state)
{
	(void)state;
	if (sizeof(uintptr_t) < sizeof(uint64_t) || !cnd_home_move(parts, 2))
		skip();
	assert_whole((const uintptr_t *)FIRST_AT);
	((uintptr_t *)SECOND_AT)[3] = 8;
	assert_int_equal(
		*(uintptr_t *)((const uintptr_t *)FIRST_AT)[WORDS - 1], 8);
	assert_int_equal(second[3], 7);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_in_a_copy_are_those_of_the_process),
		cmocka_unit_test(nothing_is_driven_from_a_home),
		cmocka_unit_test(addresses_at_home_need_no_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
