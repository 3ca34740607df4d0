/* Tests of the builder's limits. */
#include "doc/builder.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
more_paragraphs_than_the_limit_are_refused(void **state)
{
	struct cnd_builder *builder = cnd_builder_new(
		CND_STR("t"), "text", CND_STR(""), CND_PLACES_PARAGRAPHS);
	struct cnd_error err = { 0 };

	(void)state;
	for (size_t i = 0; i <= CND_LIMIT_BLOCKS; i++) {
		assert_false(cnd_builder_is_full(builder));
		cnd_builder_open(builder, CND_BLOCK_CELL);
		cnd_builder_close(builder);
	}
	assert_true(cnd_builder_is_full(builder));
	assert_null(cnd_builder_finish(builder, &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	assert_string_equal(
		err.message, "the text has more than 2000000 paragraphs");
}

static void
more_text_than_the_limit_is_refused(void **state)
{
	static char megabyte[1 << 20];
	struct cnd_str text = { megabyte, sizeof(megabyte) };
	struct cnd_builder *builder = cnd_builder_new(
		CND_STR("t"), "text", CND_STR(""), CND_PLACES_PARAGRAPHS);
	struct cnd_error err = { 0 };

	(void)state;
	memset(megabyte, 'a', sizeof(megabyte));
	cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
	for (size_t i = 0; i <= CND_LIMIT_TEXT_BYTES >> 20; i++)
		cnd_builder_text(builder, text, CND_NONE, 0, 0);
	assert_true(cnd_builder_is_full(builder));
	cnd_builder_close(builder);
	assert_null(cnd_builder_finish(builder, &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	assert_string_equal(err.message, "the text is longer than 128 MiB");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_paragraphs_than_the_limit_are_refused),
		cmocka_unit_test(more_text_than_the_limit_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
