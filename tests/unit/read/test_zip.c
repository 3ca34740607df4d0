/* The ZIP format: what is written is read again, and what lies is caught. */
#include "cnd_test.h"

#include "base/flate.h"
#include "read/package.h"
#include "read/zip.h"

static struct cnd_zip_entry
entry_of(const char *name, struct cnd_str content)
{
	return (struct cnd_zip_entry){
		.name = cnd_str_of(name),
		.checksum = cnd_crc32(content),
		.packed = content.len,
		.size = content.len,
	};
}

/* A package of two stored entries. */
static struct cnd_buf
make_package(void)
{
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer writer = { .out = &out };
	struct cnd_zip_entry first = entry_of("a.xml", CND_STR("first"));
	struct cnd_zip_entry second = entry_of("b/c.xml", CND_STR("second"));

	cnd_zip_put(&writer, &first, CND_STR("first"));
	cnd_zip_put(&writer, &second, CND_STR("second"));
	cnd_zip_finish(&writer);
	return out;
}

static void
assert_part(struct cnd_arena *arena, struct cnd_str bytes, const char *name,
	const char *wanted)
{
	struct cnd_error err = { 0 };
	struct cnd_package *package = cnd_package_open(arena, bytes, &err);
	struct cnd_str part = { 0 };

	assert_non_null(package);
	assert_true(cnd_package_part(package, cnd_str_of(name), &part, &err));
	assert_true(cnd_str_equal(part, cnd_str_of(wanted)));
}

static void
entries_written_are_read(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf package = make_package();

	(void)state;
	assert_part(arena, cnd_buf_str(&package), "a.xml", "first");
	assert_part(arena, cnd_buf_str(&package), "B/C.XML", "second");
	cnd_arena_free(arena);
	cnd_buf_dispose(&package);
}

static void
rewriting_changes_one_and_adds_one(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf bytes = make_package();
	struct cnd_error err = { 0 };
	struct cnd_package *package =
		cnd_package_open(arena, cnd_buf_str(&bytes), &err);
	const struct cnd_package_change items[] = {
		{ CND_STR("a.xml"), CND_STR("changed") },
		{ CND_STR("new.xml"), CND_STR("new") },
	};
	const struct cnd_package_changes changes = { items, 2, 1000000000 };
	struct cnd_buf out = { 0 };

	(void)state;
	assert_true(cnd_package_rewrite(package, &changes, &out, &err));
	assert_part(arena, cnd_buf_str(&out), "a.xml", "changed");
	assert_part(arena, cnd_buf_str(&out), "b/c.xml", "second");
	assert_part(arena, cnd_buf_str(&out), "new.xml", "new");
	cnd_arena_free(arena);
	cnd_buf_dispose(&bytes);
	cnd_buf_dispose(&out);
}

static void
every_cut_and_every_wrong_byte_is_survived(void **state)
{
	struct cnd_buf package = make_package();
	struct cnd_str bytes = cnd_buf_str(&package);

	(void)state;
	for (size_t i = 0; i < bytes.len; i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };
		struct cnd_str part;
		struct cnd_package *opened;

		assert_null(cnd_package_open(
			arena, cnd_str_slice(bytes, 0, i), &err));
		assert_true(err.message[0] != '\0');
		package.data[i] = (char)(package.data[i] ^ 0xff);
		opened = cnd_package_open(arena, bytes, &err);
		if (opened != NULL)
			cnd_package_part(
				opened, CND_STR("b/c.xml"), &part, &err);
		package.data[i] = (char)(package.data[i] ^ 0xff);
		cnd_arena_free(arena);
	}
	cnd_buf_dispose(&package);
}

/* The error of opening, or of reading b/c.xml, with one byte changed. */
static void
assert_refused(size_t at, char byte, const char *message)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf bytes = make_package();
	struct cnd_error err = { 0 };
	struct cnd_package *package;
	struct cnd_str part;

	bytes.data[at] = byte;
	package = cnd_package_open(arena, cnd_buf_str(&bytes), &err);
	if (package != NULL)
		assert_false(cnd_package_part(
			package, CND_STR("b/c.xml"), &part, &err));
	assert_string_equal(err.message, message);
	cnd_arena_free(arena);
	cnd_buf_dispose(&bytes);
}

static void
lies_are_refused(void **state)
{
	enum {
		SECOND = 30 + 5 + 5, /* its local header */
		SECOND_CONTENT = SECOND + 30 + 7,
		DIRECTORY = SECOND_CONTENT + 6,
		SECOND_ENTRY = DIRECTORY + 46 + 5,
	};

	(void)state;
	assert_refused(SECOND_CONTENT, 'S',
		"the package is damaged: a checksum or a size is wrong");
	assert_refused(SECOND + 30, 'x',
		"the package is damaged: an entry is not where it should be");
	assert_refused(SECOND_ENTRY + 10, 1,
		"the package is damaged: packed in a way that is not known");
	assert_refused(SECOND_ENTRY + 8, 1, "the package is encrypted");
	assert_refused(SECOND_ENTRY + 46, '/',
		"the package has an entry with an unsafe name");
}

static void
dates_are_those_of_the_calendar(void **state)
{
	struct cnd_zip_entry entry = { 0 };

	(void)state;
	cnd_zip_date(&entry, 951827696); /* 29 February 2000, 12:34:56 */
	assert_int_equal(entry.date, 20 << 9 | 2 << 5 | 29);
	assert_int_equal(entry.time, 12 << 11 | 34 << 5 | 28);
	cnd_zip_date(&entry, 0); /* before ZIP's first year */
	assert_int_equal(entry.date, 1 << 5 | 1);
	assert_int_equal(entry.time, 0);
}

static void
inflating_stops_at_the_bound(void **state)
{
	struct cnd_buf plain = { 0 };
	struct cnd_buf packed = { 0 };
	struct cnd_buf out = { 0 };

	(void)state;
	for (int i = 0; i < 300000; i++)
		cnd_buf_putc(&plain, (char)('a' + i % 23));
	cnd_deflate(cnd_buf_str(&plain), &packed);
	assert_int_equal(cnd_inflate(cnd_buf_str(&packed), 299999, &out),
		CND_INFLATE_TOO_LARGE);
	cnd_buf_clear(&out);
	assert_int_equal(cnd_inflate(cnd_buf_str(&packed), 300000, &out),
		CND_INFLATE_DONE);
	assert_true(cnd_str_equal(cnd_buf_str(&out), cnd_buf_str(&plain)));
	cnd_buf_putc(&packed, 'x');
	cnd_buf_clear(&out);
	assert_int_equal(cnd_inflate(cnd_buf_str(&packed), 300000, &out),
		CND_INFLATE_DAMAGED);
	cnd_buf_dispose(&plain);
	cnd_buf_dispose(&packed);
	cnd_buf_dispose(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_written_are_read),
		cmocka_unit_test(rewriting_changes_one_and_adds_one),
		cmocka_unit_test(every_cut_and_every_wrong_byte_is_survived),
		cmocka_unit_test(lies_are_refused),
		cmocka_unit_test(dates_are_those_of_the_calendar),
		cmocka_unit_test(inflating_stops_at_the_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
