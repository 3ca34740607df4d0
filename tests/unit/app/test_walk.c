/* From paths to the files to read. */
#include "app/walk.h"

#include "base/limits.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/folder.h"

/* "a.md b/c.md" and ", 2 skipped" of a walk over path. */
static void
assert_walk(const char *path, const char *want)
{
	struct cnd_walk walk = { .arena = cnd_arena_new() };
	struct cnd_buf got = { 0 };

	cnd_walk_add(&walk, path);
	cnd_walk_finish(&walk);
	for (size_t i = 0; i < walk.count; i++) {
		cnd_buf_put(&got, walk.files[i]);
		cnd_buf_putc(&got, ' ');
	}
	cnd_buf_printf(&got, "skipped %zu, errors %zu", walk.skipped,
		walk.error_count);
	cnd_buf_putc(&got, '\0');
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
	cnd_arena_free(walk.arena);
}

static void
files_come_sorted_and_hidden_ones_stay_out(void **state)
{
	(void)state;
	mkdir("b", 0755);
	mkdir(".git", 0755);
	write_file("z.md", "");
	write_file("b/a.txt", "");
	write_file("a.md", "");
	write_file(".secret.md", "");
	write_file(".git/x.md", "");
	write_file("photo.png", "");
	assert_walk(".", "a.md b/a.txt z.md skipped 1, errors 0");
	assert_walk("b/", "b/a.txt skipped 0, errors 0");
	assert_walk("./b", "./b/a.txt skipped 0, errors 0");
}

static void
ignored_files_stay_out_unless_named(void **state)
{
	(void)state;
	mkdir(".git", 0755);
	mkdir("b", 0755);
	mkdir("b/out", 0755);
	write_file(".gitignore", "out/\ndraft*\n");
	write_file("b/.candourignore", "!draft1.md\n/old.md\n");
	write_file("b/draft1.md", "");
	write_file("b/draft2.md", "");
	write_file("b/old.md", "");
	write_file("b/out/x.md", "");
	assert_walk(".", "b/draft1.md skipped 0, errors 0");
	assert_walk("b", "b/draft1.md skipped 0, errors 0");
	assert_walk("b/draft2.md", "b/draft2.md skipped 0, errors 0");
}

static void
links_to_folders_are_not_followed(void **state)
{
	(void)state;
	mkdir("b", 0755);
	write_file("b/a.md", "");
	assert_int_equal(symlink("..", "b/loop"), 0);
	assert_int_equal(symlink("a.md", "b/link.md"), 0);
	assert_int_equal(symlink("gone.md", "b/dangling.md"), 0);
	assert_walk("b", "b/a.md b/link.md skipped 0, errors 0");
}

static void
pdfs_of_a_folder_are_taken_where_they_can_be_read(void **state)
{
	struct cnd_walk walk = { .arena = cnd_arena_new(), .takes_pdfs = true };

	(void)state;
	mkdir("b", 0755);
	write_file("b/.candourignore", "hidden.docx\n");
	write_file("b/plan.PDF", "");
	write_file("b/report.docx", "");
	write_file("b/report.pdf", "");
	write_file("b/report.v2.pdf", "");
	write_file("b/hidden.docx", "");
	write_file("b/hidden.pdf", "");
	assert_walk("b", "b/report.docx skipped 0, errors 0");
	assert_walk("b/plan.PDF", "b/plan.PDF skipped 0, errors 0");
	cnd_walk_add(&walk, "b");
	cnd_walk_finish(&walk);
	assert_int_equal(walk.count, 4);
	assert_int_equal(walk.copies, 1); /* of report.docx */
	assert_int_equal(walk.pdfs, 0);
	cnd_arena_free(walk.arena);
	walk = (struct cnd_walk){ .arena = cnd_arena_new() };
	cnd_walk_add(&walk, "b");
	assert_int_equal(walk.pdfs, 3);
	cnd_arena_free(walk.arena);
}

static void
a_file_named_twice_is_read_once(void **state)
{
	struct cnd_walk walk = { .arena = cnd_arena_new() };

	(void)state;
	write_file("a.md", "");
	cnd_walk_add(&walk, "a.md");
	cnd_walk_add(&walk, "a.md");
	cnd_walk_finish(&walk);
	assert_int_equal(walk.count, 1);
	cnd_arena_free(walk.arena);
}

static void
folders_too_deep_are_an_error(void **state)
{
	char path[256] = "d";

	(void)state;
	for (int i = 0; i <= CND_LIMIT_FOLDER_DEPTH; i++) {
		assert_int_equal(mkdir(path, 0755), 0);
		strcat(path, "/d");
	}
	assert_walk("d", "skipped 0, errors 0");
	assert_int_equal(mkdir(path, 0755), 0);
	assert_walk("d", "skipped 0, errors 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			files_come_sorted_and_hidden_ones_stay_out,
			enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(
			ignored_files_stay_out_unless_named, enter_folder,
			leave_folder),
		cmocka_unit_test_setup_teardown(
			links_to_folders_are_not_followed, enter_folder,
			leave_folder),
		cmocka_unit_test_setup_teardown(
			pdfs_of_a_folder_are_taken_where_they_can_be_read,
			enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(a_file_named_twice_is_read_once,
			enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(folders_too_deep_are_an_error,
			enter_folder, leave_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
