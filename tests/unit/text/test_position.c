/* Lines and columns in three units, there and back. */
#include "text/position.h"

#include "base/buf.h"

#include "cnd_test.h"

static void
lines_end_at_lf_crlf_and_cr(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_lines lines =
		cnd_lines_of(arena, CND_STR("one\ntwo\r\nthree\rfour\r\n"));

	(void)state;
	assert_int_equal(lines.count, 5);
	assert_text(cnd_lines_line(&lines, 1), "one");
	assert_text(cnd_lines_line(&lines, 2), "two");
	assert_text(cnd_lines_line(&lines, 3), "three");
	assert_text(cnd_lines_line(&lines, 4), "four");
	assert_text(cnd_lines_line(&lines, 5), "");
	assert_text(cnd_lines_line(&lines, 6), "");
	cnd_arena_free(arena);
}

static void
columns_count_in_the_unit_asked_for(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_lines lines = cnd_lines_of(arena, CND_STR("x\né😀z"));
	static const struct {
		enum cnd_unit unit;
		uint32_t column;
	} cases[] = {
		{ CND_UNIT_BYTE, 7 },
		{ CND_UNIT_CODE_POINT, 3 },
		{ CND_UNIT_UTF16, 4 },
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct cnd_position got =
			cnd_lines_position(&lines, 8, cases[i].unit);

		assert_int_equal(got.line, 2);
		assert_int_equal(got.column, cases[i].column);
		assert_int_equal(
			cnd_lines_offset(&lines, got, cases[i].unit), 8);
	}
	cnd_arena_free(arena);
}

static void
positions_past_the_end_are_clamped(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_lines lines = cnd_lines_of(arena, CND_STR("ab\ncd"));

	(void)state;
	assert_int_equal(
		cnd_lines_offset(
			&lines, (struct cnd_position){ 1, 99 }, CND_UNIT_UTF16),
		2);
	assert_int_equal(cnd_lines_offset(&lines, (struct cnd_position){ 9, 1 },
				 CND_UNIT_BYTE),
		5);
	assert_int_equal(
		cnd_lines_position(&lines, 99, CND_UNIT_BYTE).column, 3);
	cnd_arena_free(arena);
}

static void
an_empty_text_has_one_line(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_lines lines = cnd_lines_of(arena, CND_STR(""));

	(void)state;
	assert_int_equal(lines.count, 1);
	assert_int_equal(
		cnd_lines_position(&lines, 0, CND_UNIT_BYTE).column, 1);
	cnd_arena_free(arena);
}

static void
columns_far_into_a_line_count_as_near_ones_do(void **state)
{
	/* Two, three and four bytes, over several strides of the census. */
	static const char unit[] = "\xc3\xa9\xe2\x80\x99\xf0\x9f\x98\x80x";
	enum { TIMES = 3000 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf text = { 0 };
	struct cnd_lines lines;

	(void)state;
	for (int i = 0; i < TIMES; i++)
		cnd_buf_puts(&text, unit);
	lines = cnd_lines_of(arena, cnd_buf_str(&text));
	for (uint32_t i = 0; i <= TIMES; i += 7) {
		size_t at = i * (sizeof(unit) - 1);

		assert_int_equal(
			cnd_lines_position(&lines, at, CND_UNIT_CODE_POINT)
				.column,
			i * 4 + 1);
		assert_int_equal(
			cnd_lines_position(&lines, at, CND_UNIT_UTF16).column,
			i * 5 + 1);
		assert_int_equal(
			cnd_lines_position(&lines, at, CND_UNIT_BYTE).column,
			at + 1);
	}
	cnd_buf_dispose(&text);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_at_lf_crlf_and_cr),
		cmocka_unit_test(columns_count_in_the_unit_asked_for),
		cmocka_unit_test(positions_past_the_end_are_clamped),
		cmocka_unit_test(an_empty_text_has_one_line),
		cmocka_unit_test(columns_far_into_a_line_count_as_near_ones_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
