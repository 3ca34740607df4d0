/* JSON as it is written: commas, nesting, escapes. */
#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void
assert_buf(struct cnd_buf *buf, const char *want)
{
	cnd_buf_putc(buf, '\0');
	assert_string_equal(buf->data, want);
	cnd_buf_dispose(buf);
}

static void
write_sample(struct cnd_json *json)
{
	cnd_json_object(json);
	cnd_json_key(json, "a");
	cnd_json_array(json);
	cnd_json_int(json, -1);
	cnd_json_bool(json, true);
	cnd_json_null(json);
	cnd_json_end_array(json);
	cnd_json_key(json, "b");
	cnd_json_object(json);
	cnd_json_end_object(json);
	cnd_json_end_object(json);
}

static void
members_are_parted_by_commas(void **state)
{
	struct cnd_buf buf = { 0 };
	struct cnd_json json = { .out = &buf };

	(void)state;
	write_sample(&json);
	assert_buf(&buf, "{\"a\":[-1,true,null],\"b\":{}}");
}

static void
indent_puts_each_member_on_its_line(void **state)
{
	struct cnd_buf buf = { 0 };
	struct cnd_json json = { .out = &buf, .indent = 1 };

	(void)state;
	write_sample(&json);
	assert_buf(&buf,
		"{\n \"a\": [\n  -1,\n  true,\n  null\n ],\n \"b\": {}\n}");
}

static void
strings_are_escaped(void **state)
{
	static const struct {
		const char *name;
		struct cnd_str text;
		const char *want;
	} cases[] = {
		{ "plain", { "Board", 5 }, "\"Board\"" },
		{ "quote", { "a\"b\\c", 5 }, "\"a\\\"b\\\\c\"" },
		{ "controls", { "\n\t\x01\x7f", 4 },
			"\"\\n\\t\\u0001\\u007f\"" },
		{ "nul", { "a\0b", 3 }, "\"a\\u0000b\"" },
		{ "two bytes", { "caf\xc3\xa9", 5 }, "\"caf\xc3\xa9\"" },
		{ "line separator", { "\xe2\x80\xa8\xe2\x80\xa9", 6 },
			"\"\\u2028\\u2029\"" },
		{ "dash stays", { "\xe2\x80\x94", 3 }, "\"\xe2\x80\x94\"" },
		{ "cut short", { "\xe2\x80", 2 },
			"\"\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "surrogate", { "\xed\xa0\x80", 3 },
			"\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "overlong", { "\xc0\xaf", 2 },
			"\"\xef\xbf\xbd\xef\xbf\xbd\"" },
		{ "past U+10FFFF", { "\xf4\x90\x80\x80", 4 },
			"\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
			"\"" },
		{ "four bytes", { "\xf0\x9f\x98\x80", 4 },
			"\"\xf0\x9f\x98\x80\"" },
		{ "empty", { "", 0 }, "\"\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf buf = { 0 };
		struct cnd_json json = { .out = &buf };

		cnd_json_string(&json, cases[i].text);
		assert_buf(&buf, cases[i].want);
	}
}

static void
no_text_is_null_but_empty_text_is_not(void **state)
{
	struct cnd_buf buf = { 0 };
	struct cnd_json json = { .out = &buf };

	(void)state;
	cnd_json_array(&json);
	cnd_json_string_or_null(&json, (struct cnd_str){ NULL, 0 });
	cnd_json_string_or_null(&json, CND_STR(""));
	cnd_json_end_array(&json);
	assert_buf(&buf, "[null,\"\"]");
}

static void
keys_that_are_text_are_escaped(void **state)
{
	struct cnd_buf buf = { 0 };
	struct cnd_json json = { .out = &buf };

	(void)state;
	cnd_json_object(&json);
	cnd_json_key_of(&json, CND_STR("file:///a \"b\"\n.md"));
	cnd_json_int(&json, 1);
	cnd_json_end_object(&json);
	assert_buf(&buf, "{\"file:///a \\\"b\\\"\\n.md\":1}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_parted_by_commas),
		cmocka_unit_test(indent_puts_each_member_on_its_line),
		cmocka_unit_test(strings_are_escaped),
		cmocka_unit_test(keys_that_are_text_are_escaped),
		cmocka_unit_test(no_text_is_null_but_empty_text_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
