/* JSON as editors send it, and what is no JSON. */
#include "base/json_read.h"

#include "base/limits.h"
#include "cnd_test.h"

/* Writes a value again, plainly, to compare whole trees. */
static void
show(const struct cnd_json_value *value, struct cnd_buf *out)
{
	static const char *const words[] = { "null", "false", "true" };

	if (value->kind <= CND_JSON_TRUE) {
		cnd_buf_puts(out, words[value->kind]);
	} else if (value->kind == CND_JSON_NUMBER) {
		cnd_buf_put(out, value->text);
	} else if (value->kind == CND_JSON_STRING) {
		cnd_buf_printf(out, "'%.*s'", CND_STR_ARG(value->text));
	} else {
		cnd_buf_putc(out, value->kind == CND_JSON_ARRAY ? '[' : '{');
		for (const struct cnd_json_value *at = value->first; at != NULL;
			at = at->next) {
			if (value->kind == CND_JSON_OBJECT)
				cnd_buf_printf(
					out, "%.*s:", CND_STR_ARG(at->key));
			show(at, out);
			cnd_buf_putc(out, ' ');
		}
		cnd_buf_putc(out, value->kind == CND_JSON_ARRAY ? ']' : '}');
	}
}

static void
values_are_read_as_they_nest(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf got = { 0 };

	(void)state;
	show(cnd_json_parse(arena,
		     CND_STR(" {\"a\": [1, -2.5e3, true, null],"
			     "\"b\": {}, \"c\": [], \"d\": \"x\\ny\"} "),
		     &err),
		&got);
	assert_buf(&got, "{a:[1 -2.5e3 true null ] b:{} c:[] d:'x\ny' }");
	cnd_arena_free(arena);
}

static void
what_is_not_unicode_becomes_a_mark(void **state)
{
	static const struct {
		const char *source;
		const char *want;
	} cases[] = {
		{ "\"\\ud83d\\ude00\"", "😀" },
		{ "\"\\ud83d\"", "\xef\xbf\xbd" },
		{ "\"\\ud83dx\"", "\xef\xbf\xbdx" },
		{ "\"\\ude00\"", "\xef\xbf\xbd" },
		{ "\"a\xff\"", "a\xef\xbf\xbd" },
		{ "\"é\"", "é" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };

		assert_text(cnd_json_text(cnd_json_parse(
				    arena, cnd_str_of(cases[i].source), &err)),
			cases[i].want);
		cnd_arena_free(arena);
	}
}

static void
a_zero_character_does_not_end_a_string(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_str got = cnd_json_text(
		cnd_json_parse(arena, CND_STR("\"a\\u0000b\""), &err));

	(void)state;
	assert_int_equal(got.len, 3);
	cnd_arena_free(arena);
}

static void
what_is_no_json_is_told_with_its_place(void **state)
{
	static const struct {
		const char *source;
		const char *message;
		uint32_t column;
	} cases[] = {
		{ "", "not JSON: a value was expected", 1 },
		{ "[1,]", "not JSON: a value was expected", 4 },
		{ "{\"a\" 1}", "not JSON: ':' was expected", 6 },
		{ "[1 2]", "not JSON: ',' or an end was expected", 4 },
		{ "\"a", "not JSON: a string without end", 3 },
		{ "\"\\x\"", "not JSON: an escape that does not exist", 4 },
		{ "01", "not JSON: a number that begins with 0", 3 },
		{ "1.", "not JSON: no digit after the point", 3 },
		{ "{} x", "not JSON: something stands after the value", 4 },
		{ "nul", "not JSON: a value was expected", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };

		assert_null(cnd_json_parse(
			arena, cnd_str_of(cases[i].source), &err));
		assert_string_equal(err.message, cases[i].message);
		assert_int_equal(err.column, cases[i].column);
		cnd_arena_free(arena);
	}
}

static void
depth_is_bounded(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf source = { 0 };

	(void)state;
	for (int i = 0; i < CND_LIMIT_JSON_DEPTH; i++)
		cnd_buf_putc(&source, '[');
	for (int i = 0; i < CND_LIMIT_JSON_DEPTH; i++)
		cnd_buf_putc(&source, ']');
	assert_non_null(cnd_json_parse(arena, cnd_buf_str(&source), &err));
	cnd_buf_clear(&source);
	for (int i = 0; i <= CND_LIMIT_JSON_DEPTH; i++)
		cnd_buf_putc(&source, '[');
	assert_null(cnd_json_parse(arena, cnd_buf_str(&source), &err));
	assert_string_equal(err.message, "not JSON: values nest too deep");
	cnd_buf_dispose(&source);
	cnd_arena_free(arena);
}

static void
look_ups_can_be_chained(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_json_value *value = cnd_json_parse(
		arena, CND_STR("{\"a\":{\"b\":1,\"b\":7}}"), &err);

	(void)state;
	assert_int_equal(
		cnd_json_integer(
			cnd_json_get(cnd_json_get(value, "a"), "b"), -1),
		7);
	assert_int_equal(
		cnd_json_integer(
			cnd_json_get(cnd_json_get(value, "x"), "b"), -1),
		-1);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read_as_they_nest),
		cmocka_unit_test(what_is_not_unicode_becomes_a_mark),
		cmocka_unit_test(a_zero_character_does_not_end_a_string),
		cmocka_unit_test(what_is_no_json_is_told_with_its_place),
		cmocka_unit_test(depth_is_bounded),
		cmocka_unit_test(look_ups_can_be_chained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
