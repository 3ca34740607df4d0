/* Files read whole, and what is refused. */
#include "app/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/folder.h"

static void
assert_refused(const char *path, size_t limit, const char *want)
{
	struct cnd_buf buf = { 0 };
	struct cnd_error err = { 0 };

	assert_false(cnd_file_read(path, limit, &buf, &err));
	assert_string_equal(err.message, want);
	assert_string_equal(err.path, path);
	cnd_buf_dispose(&buf);
}

static void
a_file_is_read_whole(void **state)
{
	(void)state;
	write_file("a.md", "two\nlines\n");
	assert_file("a.md", "two\nlines\n");
	write_file("empty.md", "");
	assert_file("empty.md", "");
}

static void
what_is_no_file_is_refused(void **state)
{
	(void)state;
	mkdir("folder", 0755);
	mkfifo("pipe", 0644);
	assert_refused("folder", 99, "is a folder");
	assert_refused("pipe", 99, "is a pipe; use '-' to read standard input");
	assert_refused("/dev/null", 99, "is a device");
	assert_refused("gone", 99, "No such file or directory");
}

static void
what_passes_the_limit_is_refused(void **state)
{
	FILE *file = fopen("large", "wb");

	(void)state;
	assert_int_equal(ftruncate(fileno(file), (1 << 20) + 1), 0);
	fclose(file);
	assert_refused("large", 1 << 20, "larger than the limit of 1 MB");
}

static void
kinds_follow_links(void **state)
{
	(void)state;
	mkdir("folder", 0755);
	write_file("file", "x");
	assert_int_equal(symlink("folder", "link"), 0);
	assert_int_equal(cnd_file_kind("link"), CND_FILE_FOLDER);
	assert_int_equal(cnd_file_kind("file"), CND_FILE_REGULAR);
	assert_int_equal(cnd_file_kind("/dev/null"), CND_FILE_OTHER);
	assert_int_equal(cnd_file_kind("gone"), CND_FILE_MISSING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_file_is_read_whole, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			what_is_no_file_is_refused, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			what_passes_the_limit_is_refused, enter_folder,
			leave_folder),
		cmocka_unit_test_setup_teardown(
			kinds_follow_links, enter_folder, leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
