/* ZIP files as they are written: dates, attributes, and what has no room. */
#include "cnd_test.h"

#include "read/zip_write.h"

/* Where the bytes are that begin an entry of the directory, from a start. */
static size_t
find_directory(struct cnd_str bytes, size_t from)
{
	size_t at = cnd_str_find(
		cnd_str_slice(bytes, from, bytes.len), CND_STR("PK\1\2"));

	assert_int_not_equal(at, CND_NOT_FOUND);
	return from + at;
}

/* The date that an entry put at this time has, as DOS had it. */
static size_t
date_of(int64_t time)
{
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&out);
	size_t date = 0;
	size_t at;

	cnd_zip_put(writer, CND_STR("a"), CND_STR("b"), time);
	assert_true(cnd_zip_writer_finish(writer));
	at = find_directory(cnd_buf_str(&out), 0) + 12;
	for (size_t i = 4; i > 0; i--)
		date = date << 8 | (unsigned char)out.data[at + i - 1];
	cnd_buf_dispose(&out);
	return date;
}

static void
dates_are_those_of_the_calendar(void **state)
{
	(void)state;
	/* 29 February 2000, 12:34:56 */
	assert_int_equal(date_of(951827696),
		(20 << 9 | 2 << 5 | 29) << 16 | (12 << 11 | 34 << 5 | 28));
	/* Before ZIP's first year. */
	assert_int_equal(date_of(0), (1 << 5 | 1) << 16);
}

/* An entry of a file of one, copied into a file of one. */
static struct cnd_buf
copy_of(struct cnd_str bytes)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_zip *zip = cnd_zip_open(arena, bytes, 1, &err);
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&out);

	assert_non_null(zip);
	assert_true(cnd_zip_copy(writer, zip, 0));
	assert_true(cnd_zip_writer_finish(writer));
	cnd_arena_free(arena);
	return out;
}

static void
a_copied_entry_is_the_same_bytes(void **state)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&bytes);
	struct cnd_buf copy;
	size_t entry;

	(void)state;
	cnd_zip_put(
		writer, CND_STR("a"), CND_STR("words words words"), 951827696);
	assert_true(cnd_zip_writer_finish(writer));
	/* Attributes that we do not write ourselves. */
	entry = find_directory(cnd_buf_str(&bytes), 0);
	bytes.data[entry + 36] = 1;
	bytes.data[entry + 41] = 2;
	copy = copy_of(cnd_buf_str(&bytes));
	assert_true(cnd_str_equal(cnd_buf_str(&copy), cnd_buf_str(&bytes)));
	cnd_buf_dispose(&bytes);
	cnd_buf_dispose(&copy);
}

static void
what_has_no_room_breaks_the_whole(void **state)
{
	struct cnd_buf name = { 0 };
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&out);

	(void)state;
	for (int i = 0; i <= UINT16_MAX; i++)
		cnd_buf_putc(&name, 'a');
	assert_false(
		cnd_zip_put(writer, cnd_buf_str(&name), CND_STR("words"), 0));
	assert_false(cnd_zip_put(writer, CND_STR("b"), CND_STR("words"), 0));
	assert_false(cnd_zip_writer_finish(writer));
	cnd_buf_dispose(&name);
	cnd_buf_dispose(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_those_of_the_calendar),
		cmocka_unit_test(a_copied_entry_is_the_same_bytes),
		cmocka_unit_test(what_has_no_room_breaks_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
