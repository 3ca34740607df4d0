/* Tests of what the outline says of each block. */
#include "format/outline.h"

#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
lines_are_those_on_which_blocks_begin(void **state)
{
	static const char source[] = "# One\n\n**1.1** Two\nthree.\n\n- 4\n"
				     "\n  &amp;\n\n| a | b |\n|---|---|\n"
				     "| | c |\n";
	static const uint32_t lines[] = { 1, 3, 6, 8, 10, 10, 12, 12 };
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("t.md"), cnd_str_of(source), &err);

	(void)state;
	assert_non_null(doc);
	assert_int_equal(doc->block_count, 8);
	for (uint32_t i = 0; i < 8; i++)
		assert_int_equal(cnd_outline_line(doc, i), lines[i]);
	cnd_document_free(doc);
}

static void
flags_are_named_one_by_one(void **state)
{
	struct cnd_block block = {
		.kind = CND_BLOCK_CELL,
		.flags = CND_BLOCK_QUOTED | CND_BLOCK_HEADER,
	};

	(void)state;
	assert_string_equal(cnd_outline_kind(&block), "cell");
	assert_string_equal(cnd_outline_flag(&block, 0), "quoted");
	assert_string_equal(cnd_outline_flag(&block, 1), "header");
	assert_null(cnd_outline_flag(&block, 2));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_those_on_which_blocks_begin),
		cmocka_unit_test(flags_are_named_one_by_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
