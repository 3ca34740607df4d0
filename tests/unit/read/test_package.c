/* Each limit on packages is reached: by many entries, and by few bytes
 * that inflate to many. */
#include "cnd_test.h"

#include "base/limits.h"
#include "read/package.h"
#include "read/zip_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Adds an entry of so many bytes; without letters it packs very well. */
static void
put_blanks(struct cnd_zip_writer *writer, const char *name, size_t size,
	bool has_letters)
{
	char *blanks = malloc(size);

	assert_non_null(blanks);
	memset(blanks, ' ', size);
	for (size_t i = 0; has_letters && i < size; i += 97)
		blanks[i] = (char)('a' + i / 97 % 26);
	assert_true(cnd_zip_put(
		writer, cnd_str_of(name), (struct cnd_str){ blanks, size }, 0));
	free(blanks);
}

/* The message of reading all parts named "0", "1", …, or "". */
static void
assert_parts(const struct cnd_buf *bytes, size_t count, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_package *package =
		cnd_package_open(arena, cnd_buf_str(bytes), &err);
	struct cnd_str part;

	for (size_t i = 0; package != NULL && i < count; i++) {
		const char name[] = { (char)('0' + i), '\0' };

		if (!cnd_package_part(package, cnd_str_of(name), &part, &err))
			break;
	}
	assert_string_equal(err.message, want);
	cnd_arena_free(arena);
}

static void
more_entries_than_the_limit_are_refused(void **state)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&bytes);
	char name[16];

	(void)state;
	for (int i = 0; i <= CND_LIMIT_PACKAGE_ENTRIES; i++) {
		snprintf(name, sizeof(name), "%d", i);
		assert_true(
			cnd_zip_put(writer, cnd_str_of(name), CND_STR(""), 0));
	}
	assert_true(cnd_zip_writer_finish(writer));
	assert_parts(&bytes, 1, "the package has more than 10000 entries");
	cnd_buf_dispose(&bytes);
}

static void
one_part_is_unpacked_up_to_the_limit(void **state)
{
	(void)state;
	for (size_t past = 0; past < 2; past++) {
		struct cnd_buf bytes = { 0 };
		struct cnd_zip_writer *writer = cnd_zip_writer_new(&bytes);

		put_blanks(writer, "0", CND_LIMIT_PART_BYTES + past, true);
		assert_true(cnd_zip_writer_finish(writer));
		assert_parts(&bytes, 1,
			past == 0 ? ""
				  : "the package inflates to more than 64 MiB");
		cnd_buf_dispose(&bytes);
	}
}

_Static_assert(2 * CND_LIMIT_PART_BYTES <= CND_LIMIT_PACKAGE_BYTES &&
		3 * CND_LIMIT_PART_BYTES > CND_LIMIT_PACKAGE_BYTES,
	"two parts at their limit fit, three do not");

static void
all_parts_are_unpacked_up_to_their_limit(void **state)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&bytes);

	(void)state;
	put_blanks(writer, "0", CND_LIMIT_PART_BYTES, true);
	put_blanks(writer, "1", CND_LIMIT_PART_BYTES, true);
	put_blanks(writer, "2", CND_LIMIT_PART_BYTES, true);
	assert_true(cnd_zip_writer_finish(writer));
	assert_parts(&bytes, 2, "");
	assert_parts(&bytes, 3, "the package inflates to more than 64 MiB");
	cnd_buf_dispose(&bytes);
}

/* Blanks alone pack to a 1,030th, past CND_LIMIT_PACKAGE_RATIO. */
static void
a_ratio_past_the_limit_is_refused(void **state)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&bytes);

	(void)state;
	put_blanks(writer, "0", 1 << 19, false);
	put_blanks(writer, "1", 4 << 20, false);
	assert_true(cnd_zip_writer_finish(writer));
	assert_parts(&bytes, 1, "");
	assert_parts(&bytes, 2,
		"a part of the package inflates to over 1000 times its size");
	cnd_buf_dispose(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_entries_than_the_limit_are_refused),
		cmocka_unit_test(one_part_is_unpacked_up_to_the_limit),
		cmocka_unit_test(all_parts_are_unpacked_up_to_their_limit),
		cmocka_unit_test(a_ratio_past_the_limit_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
