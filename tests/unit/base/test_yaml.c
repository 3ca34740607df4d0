/* YAML as a tree: values, places, limits, and what is refused. */
#include "base/buf.h"
#include "base/limits.h"
#include "base/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
show(const struct cnd_yaml *node, struct cnd_buf *out)
{
	char open = node->kind == CND_YAML_MAP ? '{' : '[';

	if (node->kind == CND_YAML_SCALAR) {
		cnd_buf_putc(out, node->is_plain ? '=' : '"');
		cnd_buf_put(out, node->text);
		return;
	}
	cnd_buf_putc(out, open);
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next) {
		if (n->key != NULL)
			cnd_buf_printf(out, "%.*s:", CND_STR_ARG(n->key->text));
		show(n, out);
		if (n->next != NULL)
			cnd_buf_putc(out, ' ');
	}
	cnd_buf_putc(out, open == '{' ? '}' : ']');
}

/* The tree in one line, or "line:column code message". */
static void
assert_parse_bytes(struct cnd_str source, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	struct cnd_yaml *tree = cnd_yaml_parse(arena, source, &err);

	if (tree != NULL)
		show(tree, &out);
	else
		cnd_buf_printf(&out, "%u:%u %d %s", (unsigned)err.line,
			(unsigned)err.column, (int)err.code, err.message);
	cnd_buf_putc(&out, '\0');
	assert_string_equal(out.data, want);
	cnd_buf_dispose(&out);
	cnd_arena_free(arena);
}

static void
assert_parse(const char *source, const char *want)
{
	assert_parse_bytes(cnd_str_of(source), want);
}

static void
trees_keep_order_and_quotes(void **state)
{
	(void)state;
	assert_parse("a: 1\nb:\n  - x\n  - 'y'\nc: {d: \"\", e: }\n",
		"{a:=1 b:[=x \"y] c:{d:\" e:=}}");
	assert_parse("text: |\n  one\n  two\n", "{text:\"one\ntwo\n}");
	assert_parse("- [a, [b]]\n- - c\n", "[[=a [=b]] [=c]]");
	assert_parse("\xef\xbb\xbf"
		     "a: b\n",
		"{a:=b}");
}

static void
empty_file_is_an_empty_map(void **state)
{
	(void)state;
	assert_parse("", "{}");
	assert_parse("# nothing\n", "{}");
	assert_parse("---\n", "{}");
}

static void
aliases_are_copied(void **state)
{
	(void)state;
	assert_parse("a: &x [p, q]\nb: *x\nc: [*x, *x]\n",
		"{a:[=p =q] b:[=p =q] c:[[=p =q] [=p =q]]}");
	assert_parse("- &x a\n- &x b\n- *x\n", "[=a =b =b]");
}

static void
places_count_from_one_in_code_points(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_yaml *tree = cnd_yaml_parse(
		arena, CND_STR("a: 1\n\"\xc3\xa9\": {x: 2}\n"), &err);
	const struct cnd_yaml *inner = cnd_yaml_get(tree, "\xc3\xa9");

	(void)state;
	assert_non_null(inner);
	assert_int_equal(inner->line, 2);
	assert_int_equal(inner->column, 6);
	assert_int_equal(inner->key->column, 1);
	assert_int_equal(cnd_yaml_get(inner, "x")->column, 10);
	assert_null(cnd_yaml_get(tree, "b"));
	assert_null(cnd_yaml_get(cnd_yaml_get(tree, "a"), "b"));
	assert_int_equal(cnd_yaml_count(tree), 2);
	cnd_arena_free(arena);
}

static void
wrong_files_are_refused_at_their_place(void **state)
{
	static const struct {
		const char *source;
		const char *want;
	} cases[] = {
		{ "a: 1\nb: 2\na: 3\n",
			"3:1 2 key 'a' stands here again, first in line 1" },
		{ "x: {k: 1, k: 2}\n",
			"1:11 2 key 'k' stands here again, first in line 1" },
		{ "a: 1\n---\nb: 2\n",
			"2:1 2 a second document: one file holds one" },
		{ "a: *x\n", "1:4 2 alias of an anchor that is not there" },
		{ "a: &x [*x]\n", "1:8 2 alias inside its own anchor" },
		{ "? [a]\n: b\n",
			"1:3 2 a key must be a word, not a list or a map" },
		{ "a: &x {b: 1}\nc:\n  <<: *x\n",
			"3:3 2 merge keys ('<<') are not supported" },
		{ "a: [1\n", "2:1 2 did not find expected ',' or ']'" },
		{ "a:\n\t- b\n",
			"2:1 2 found character that cannot start any token" },
		{ "a: \"\xc3\xa9\x01\"\n",
			"1:6 2 control characters are not allowed" },
		{ "a: \xff\n", "1:4 2 invalid leading UTF-8 octet" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_parse(cases[i].source, cases[i].want);
}

static void
depth_past_the_limit_is_refused(void **state)
{
	char source[2 * CND_LIMIT_YAML_DEPTH + 3];

	(void)state;
	memset(source, '[', CND_LIMIT_YAML_DEPTH + 1);
	memset(source + CND_LIMIT_YAML_DEPTH + 1, ']',
		CND_LIMIT_YAML_DEPTH + 1);
	source[2 * CND_LIMIT_YAML_DEPTH + 2] = '\0';
	assert_parse(source, "1:33 6 nested too deeply");
}

static void
depth_through_an_alias_counts(void **state)
{
	struct cnd_buf source = { 0 };

	(void)state;
	cnd_buf_puts(&source, "- &x [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]\n");
	cnd_buf_puts(&source, "- [[[[[[[[[[[[[[*x]]]]]]]]]]]]]]\n");
	assert_parse_bytes(cnd_buf_str(&source), "2:17 6 nested too deeply");
	cnd_buf_dispose(&source);
}

static void
bomb_of_aliases_ends_at_the_limit(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf source = { 0 };

	(void)state;
	cnd_buf_puts(&source, "a0: &a0 [x]\n");
	for (int i = 1; i < 12; i++) {
		cnd_buf_printf(&source, "a%d: &a%d [", i, i);
		for (int j = 0; j < 9; j++)
			cnd_buf_printf(&source, "*a%d, ", i - 1);
		cnd_buf_puts(&source, "]\n");
	}
	assert_null(cnd_yaml_parse(arena, cnd_buf_str(&source), &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	assert_true(cnd_arena_used(arena) < 64u << 20);
	cnd_buf_dispose(&source);
	cnd_arena_free(arena);
}

static void
nodes_past_the_limit_are_refused(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf source = { 0 };

	(void)state;
	/* The list is a node too. */
	for (int i = 1; i < CND_LIMIT_YAML_NODES; i++)
		cnd_buf_puts(&source, "- x\n");
	assert_non_null(cnd_yaml_parse(arena, cnd_buf_str(&source), &err));
	cnd_buf_puts(&source, "- x\n");
	assert_null(cnd_yaml_parse(arena, cnd_buf_str(&source), &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	cnd_buf_dispose(&source);
	cnd_arena_free(arena);
}

static void
anchors_past_the_limit_are_refused(void **state)
{
	struct cnd_buf source = { 0 };

	(void)state;
	for (int i = 0; i <= CND_LIMIT_YAML_ANCHORS; i++)
		cnd_buf_printf(&source, "- &a%d x\n", i);
	assert_parse_bytes(cnd_buf_str(&source), "257:3 6 too many anchors");
	cnd_buf_dispose(&source);
}

static void
file_past_the_size_limit_is_refused(void **state)
{
	struct cnd_buf source = { 0 };

	(void)state;
	cnd_buf_reserve(&source, CND_LIMIT_YAML_BYTES + 1);
	memset(source.data, '#', CND_LIMIT_YAML_BYTES + 1);
	source.len = CND_LIMIT_YAML_BYTES + 1;
	assert_parse_bytes(
		cnd_buf_str(&source), "0:0 6 larger than 4194304 bytes");
	cnd_buf_dispose(&source);
}

/* The entry's value as a bool, a number and a string; '!' on failure. */
static void
assert_typed(const char *source, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_yaml *node = cnd_yaml_get(
		cnd_yaml_parse(arena, cnd_str_of(source), &err), "k");
	struct cnd_str text = CND_STR("!");
	char got[80];
	bool flag = false;
	double number = 0;
	bool is_flag = cnd_yaml_bool(node, &flag, &err);
	bool is_number = cnd_yaml_number(node, &number, &err);

	(void)cnd_yaml_string(node, &text, &err);
	snprintf(got, sizeof(got), "%s %g %.*s",
		!is_flag       ? "!"
			: flag ? "true"
			       : "false",
		is_number ? number : -1, CND_STR_ARG(text));
	assert_string_equal(got, want);
	cnd_arena_free(arena);
}

static void
values_are_read_by_type(void **state)
{
	(void)state;
	assert_typed("k: true\n", "true -1 true");
	assert_typed("k: No\n", "false -1 No");
	assert_typed("k: 'true'\n", "! -1 true");
	assert_typed("k: 2.5\n", "! 2.5 2.5");
	assert_typed("k: '2'\n", "! -1 2");
	assert_typed("k: 2 days\n", "! -1 2 days");
	assert_typed("k: inf\n", "! -1 inf");
	assert_typed("k:\n", "! -1 !");
	assert_typed("k: ~\n", "! -1 !");
	assert_typed("k: [a]\n", "! -1 !");
}

static void
wrong_type_names_key_and_place(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_yaml *tree =
		cnd_yaml_parse(arena, CND_STR("level:\n  - x\n"), &err);
	double number;

	(void)state;
	assert_false(cnd_yaml_number(tree->child, &number, &err));
	assert_string_equal(err.message, "'level' must be a number");
	assert_int_equal(err.line, 2);
	assert_int_equal(err.column, 3);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trees_keep_order_and_quotes),
		cmocka_unit_test(empty_file_is_an_empty_map),
		cmocka_unit_test(aliases_are_copied),
		cmocka_unit_test(places_count_from_one_in_code_points),
		cmocka_unit_test(wrong_files_are_refused_at_their_place),
		cmocka_unit_test(depth_past_the_limit_is_refused),
		cmocka_unit_test(depth_through_an_alias_counts),
		cmocka_unit_test(bomb_of_aliases_ends_at_the_limit),
		cmocka_unit_test(nodes_past_the_limit_are_refused),
		cmocka_unit_test(anchors_past_the_limit_are_refused),
		cmocka_unit_test(file_past_the_size_limit_is_refused),
		cmocka_unit_test(values_are_read_by_type),
		cmocka_unit_test(wrong_type_names_key_and_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
