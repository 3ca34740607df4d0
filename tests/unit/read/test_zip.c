/* The ZIP format: what is written is read again, and what lies is caught. */
#include "cnd_test.h"

#include "read/package.h"
#include "read/zip_write.h"

/* A package of two entries. */
static struct cnd_buf
make_package(void)
{
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&out);

	assert_true(cnd_zip_put(
		writer, CND_STR("a.xml"), CND_STR("first"), 1000000000));
	assert_true(cnd_zip_put(
		writer, CND_STR("b/c.xml"), CND_STR("second"), 1000000000));
	assert_true(cnd_zip_writer_finish(writer));
	return out;
}

/* Where the bytes are that begin an entry of the directory, from a start. */
static size_t
find_directory(struct cnd_str bytes, size_t from)
{
	size_t at = cnd_str_find(
		cnd_str_slice(bytes, from, bytes.len), CND_STR("PK\1\2"));

	assert_int_not_equal(at, CND_NOT_FOUND);
	return from + at;
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

/* What b/c.xml holds in bytes that may be damaged; nothing when refused. */
static struct cnd_str
read_part(struct cnd_arena *arena, struct cnd_str bytes)
{
	struct cnd_error err = { 0 };
	struct cnd_package *package = cnd_package_open(arena, bytes, &err);
	struct cnd_str part = { 0 };

	if (package != NULL)
		cnd_package_part(package, CND_STR("b/c.xml"), &part, &err);
	return part;
}

static void
no_cut_and_no_wrong_byte_gives_other_content(void **state)
{
	struct cnd_buf package = make_package();
	struct cnd_str bytes = cnd_buf_str(&package);

	(void)state;
	for (size_t i = 0; i < bytes.len; i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_str cut =
			read_part(arena, cnd_str_slice(bytes, 0, i));
		struct cnd_str changed;

		package.data[i] = (char)(package.data[i] ^ 0xff);
		changed = read_part(arena, bytes);
		package.data[i] = (char)(package.data[i] ^ 0xff);
		assert_true(
			cut.len == 0 || cnd_str_equal(cut, CND_STR("second")));
		assert_true(changed.len == 0 ||
			cnd_str_equal(changed, CND_STR("second")));
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

	assert_true(bytes.data[at] != byte);
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
	struct cnd_buf package = make_package();
	struct cnd_str bytes = cnd_buf_str(&package);
	size_t name = cnd_str_find(bytes, CND_STR("b/c.xml"));
	size_t first = find_directory(bytes, 0);
	size_t second = find_directory(bytes, first + 4);

	(void)state;
	/* The content, the name before it, and what the directory says. */
	assert_refused(name + 7 + 3, '\xff',
		"the package is damaged: an entry is not as it should be");
	assert_refused(name, 'x',
		"the package is damaged: an entry is not as it should be");
	assert_refused(second + 10, 1,
		"the package is damaged: packed in a way that is not known");
	assert_refused(second + 8, 1, "the package is encrypted");
	assert_refused(second + 46, '/',
		"the package has an entry with an unsafe name");
	cnd_buf_dispose(&package);
}

static void
unpacking_stops_at_the_bound(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf plain = { 0 };
	struct cnd_buf bytes = { 0 };
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&bytes);
	struct cnd_zip *zip;

	(void)state;
	for (int i = 0; i < 300000; i++)
		cnd_buf_putc(&plain, (char)('a' + i % 23));
	cnd_zip_put(writer, CND_STR("a"), cnd_buf_str(&plain), 0);
	assert_true(cnd_zip_writer_finish(writer));
	zip = cnd_zip_open(arena, cnd_buf_str(&bytes), 1, &err);
	assert_non_null(zip);
	assert_int_equal(
		cnd_zip_unpack(zip, 0, 299999, &out), CND_ZIP_TOO_LARGE);
	cnd_buf_clear(&out);
	assert_int_equal(cnd_zip_unpack(zip, 0, 300000, &out), CND_ZIP_DONE);
	assert_true(cnd_str_equal(cnd_buf_str(&out), cnd_buf_str(&plain)));
	assert_null(cnd_zip_open(arena, cnd_buf_str(&bytes), 0, &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	cnd_arena_free(arena);
	cnd_buf_dispose(&plain);
	cnd_buf_dispose(&bytes);
	cnd_buf_dispose(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entries_written_are_read),
		cmocka_unit_test(rewriting_changes_one_and_adds_one),
		cmocka_unit_test(no_cut_and_no_wrong_byte_gives_other_content),
		cmocka_unit_test(lies_are_refused),
		cmocka_unit_test(unpacking_stops_at_the_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
