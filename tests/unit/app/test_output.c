/* Results written whole or not at all. */
#include "app/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/folder.h"

#include <dirent.h>

static size_t
entries_here(void)
{
	DIR *dir = opendir(".");
	size_t count = 0;

	while (readdir(dir) != NULL)
		count++;
	closedir(dir);
	return count - 2;
}

static void
a_new_file_is_made(void **state)
{
	struct cnd_error err = { 0 };

	(void)state;
	assert_true(cnd_output_write("new.txt", CND_STR("words"), &err));
	assert_file("new.txt", "words");
	assert_int_equal(entries_here(), 1);
}

static void
an_old_file_keeps_its_mode(void **state)
{
	struct cnd_error err = { 0 };
	struct stat now;

	(void)state;
	write_file("old.txt", "a longer text than the new one");
	chmod("old.txt", 0640);
	assert_true(cnd_output_write("old.txt", CND_STR("new"), &err));
	assert_file("old.txt", "new");
	stat("old.txt", &now);
	assert_int_equal(now.st_mode & 0777, 0640);
	assert_int_equal(entries_here(), 1);
}

static void
a_link_stays_a_link(void **state)
{
	struct cnd_error err = { 0 };
	struct stat now;

	(void)state;
	write_file("target.txt", "old");
	assert_int_equal(symlink("target.txt", "link.txt"), 0);
	assert_true(cnd_output_write("link.txt", CND_STR("new"), &err));
	assert_file("target.txt", "new");
	lstat("link.txt", &now);
	assert_true(S_ISLNK(now.st_mode));
}

static void
a_folder_is_refused(void **state)
{
	struct cnd_error err = { 0 };

	(void)state;
	mkdir("folder", 0755);
	assert_false(cnd_output_write("folder", CND_STR("x"), &err));
	assert_int_equal(err.code, CND_ERR_OUTPUT);
	assert_string_equal(err.path, "folder");
}

static void
what_cannot_be_written_leaves_nothing(void **state)
{
	struct cnd_error err = { 0 };

	(void)state;
	assert_false(cnd_output_write("no/such/file", CND_STR("x"), &err));
	assert_string_equal(
		err.message, "cannot be written: No such file or directory");
	assert_int_equal(entries_here(), 0);
}

static void
a_device_is_written_directly(void **state)
{
	struct cnd_error err = { 0 };

	(void)state;
	assert_true(cnd_output_write("/dev/null", CND_STR("x"), &err));
	assert_false(cnd_output_write("/dev/full", CND_STR("x"), &err));
	assert_string_equal(
		err.message, "cannot be written: No space left on device");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_new_file_is_made, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			an_old_file_keeps_its_mode, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			a_link_stays_a_link, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			a_folder_is_refused, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			what_cannot_be_written_leaves_nothing, enter_folder,
			leave_folder),
		cmocka_unit_test_setup_teardown(a_device_is_written_directly,
			enter_folder, leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
