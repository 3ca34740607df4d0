/* Binary search by halves. */
#include "base/halving.h"

#include "cnd_test.h"

enum { MOST = 9 };

static void
the_first_that_is_not_before_is_found(void **state)
{
	(void)state;
	for (size_t count = 0; count < MOST; count++) {
		for (size_t want = 0; want <= count; want++) {
			struct cnd_halving in = { .high = count };
			size_t asked = 0;

			while (cnd_halving_asks(&in)) {
				assert_true(in.middle < count);
				cnd_halving_tell(&in, in.middle < want);
				asked++;
			}
			assert_int_equal(in.low, want);
			assert_true(asked <= 4);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_that_is_not_before_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
