/* A table as text, CSV, Markdown, HTML. */
#include "format/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const titles[] = { "Id", "Words", NULL };

static void
assert_buf(struct cnd_buf *buf, const char *want)
{
	cnd_buf_putc(buf, '\0');
	assert_string_equal(buf->data, want);
	cnd_buf_dispose(buf);
}

static struct cnd_grid
grid_of(const char *a, const char *b)
{
	struct cnd_grid grid = cnd_grid_start(cnd_arena_new(), titles);

	cnd_grid_add(&grid, cnd_str_of(a));
	cnd_grid_add(&grid, cnd_str_of(b));
	return grid;
}

static void
csv_is_quoted_and_no_formula(void **state)
{
	static const struct {
		const char *name;
		const char *cell;
		const char *want;
	} cases[] = {
		{ "plain", "the Board", "the Board" },
		{ "comma", "a, b", "\"a, b\"" },
		{ "quote", "say \"no\"", "\"say \"\"no\"\"\"" },
		{ "line break", "a\nb", "\"a\nb\"" },
		{ "formula", "=cmd()", "'=cmd()" },
		{ "formula, comma", "=a(1,2)", "\"'=a(1,2)\"" },
		{ "plus", "+44", "'+44" },
		{ "minus", "-1", "'-1" },
		{ "at", "@x", "'@x" },
		{ "tab", "\t=x", "'\t=x" },
		{ "inside", "a=b", "a=b" },
		{ "empty", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_grid grid = grid_of("R1", cases[i].cell);
		struct cnd_buf got = { 0 };
		struct cnd_buf want = { 0 };

		cnd_grid_csv(&grid, &got);
		cnd_buf_printf(&want, "Id,Words\r\nR1,%s\r\n", cases[i].want);
		cnd_buf_putc(&want, '\0');
		assert_buf(&got, want.data);
		cnd_buf_dispose(&want);
		cnd_arena_free(grid.arena);
	}
}

static void
markdown_escapes_its_markup(void **state)
{
	struct cnd_grid grid = grid_of("R1", "a|b *c* <d>");
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_grid_markdown(&grid, &got);
	assert_buf(&got,
		"| Id | Words |\n|---|---|\n"
		"| R1 | a\\|b \\*c\\* \\<d\\> |\n");
	cnd_arena_free(grid.arena);
}

static void
text_wraps_its_widest_column(void **state)
{
	struct cnd_grid grid = grid_of("R1",
		"the Board should ask each agency what it has done since");
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_grid_text(&grid, 40, &got);
	assert_buf(&got,
		"Id  Words\n"
		"R1  the Board should ask each agency\n"
		"    what it has done since\n");
	cnd_arena_free(grid.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(csv_is_quoted_and_no_formula),
		cmocka_unit_test(markdown_escapes_its_markup),
		cmocka_unit_test(text_wraps_its_widest_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
