/* Changes made in a file's bytes, and shown. */
#include "app/fix.h"

#include "cnd_test.h"

static const char source[] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13";

static void
changes_are_made_in_place(void **state)
{
	static const struct cnd_change items[] = {
		{ 0, 1, CND_STR_INIT("one") },
		{ 3, 4, CND_STR_INIT(" ") }, /* joins two lines */
		{ 27, 29, CND_STR_INIT("end") },
	};
	static const struct cnd_changes changes = { items, 3 };
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_fix_apply(&changes, CND_STR(source), &got);
	assert_buf(&got, "one\n2 3\n4\n5\n6\n7\n8\n9\n10\n11\n12\nend");
	got = (struct cnd_buf){ 0 };
	cnd_fix_diff(&changes, CND_STR(source), CND_STR("a"), &got);
	assert_buf(&got,
		"--- a/a\n+++ b/a\n"
		"@@ -1,6 +1,5 @@\n-1\n-2\n-3\n+one\n+2 3\n 4\n 5\n 6\n"
		"@@ -10,4 +9,4 @@\n 10\n 11\n 12\n-13\n"
		"\\ No newline at end of file\n+end\n"
		"\\ No newline at end of file\n");
}

static void
near_changes_share_a_hunk(void **state)
{
	static const struct cnd_change items[] = {
		{ 4, 5, CND_STR_INIT("three") },
		{ 16, 17, CND_STR_INIT("nine") },
	};
	static const struct cnd_changes changes = { items, 2 };
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_fix_diff(&changes, CND_STR(source), CND_STR("a"), &got);
	assert_buf(&got,
		"--- a/a\n+++ b/a\n"
		"@@ -1,12 +1,12 @@\n 1\n 2\n-3\n+three\n 4\n 5\n 6\n 7\n 8\n"
		"-9\n+nine\n 10\n 11\n 12\n");
}

static void
nothing_to_change_is_no_diff(void **state)
{
	static const struct cnd_changes changes = { 0 };
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_fix_diff(&changes, CND_STR(source), CND_STR("a"), &got);
	assert_buf(&got, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(changes_are_made_in_place),
		cmocka_unit_test(near_changes_share_a_hunk),
		cmocka_unit_test(nothing_to_change_is_no_diff),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
