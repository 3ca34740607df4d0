/* Linting many files: PDFs, which are taken apart before. */
#include "app/run.h"

#include "base/limits.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* No program is there, so nothing but their number is asked of the bytes. */
static void
pdfs_past_the_memory_for_them_are_refused(void **state)
{
	struct cnd_run_file files[3] = { { .name = CND_STR_INIT("a.pdf") },
		{ .name = CND_STR_INIT("b.md") },
		{ .name = CND_STR_INIT("c.pdf") } };
	struct cnd_run run = { .files = files, .count = 3 };

	(void)state;
	setenv("PATH", "/nowhere", 1);
	files[0].is_given = true;
	files[0].bytes.len = CND_LIMIT_PDFS_BYTES;
	cnd_run_open_pdfs(&run);
	assert_int_equal(files[0].err.code, CND_ERR_INPUT);
	assert_int_equal(files[1].err.code, CND_OK);
	assert_int_equal(files[2].err.code, CND_ERR_LIMIT);
	assert_non_null(strstr(files[2].err.message, "512 MiB"));
	cnd_run_dispose(&run);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pdfs_past_the_memory_for_them_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
