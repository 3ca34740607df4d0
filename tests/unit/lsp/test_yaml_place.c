/* Paths of places in YAML, half typed as it is. */
#include "cnd_test.h"

#include "lsp/yaml_place.h"

/* The place of '|' in text as "path: key|value 'word'". */
static void
describe(const char *text, struct cnd_buf *out)
{
	struct cnd_str all = cnd_str_of(text);
	size_t at = cnd_str_find_byte(all, '|');
	struct cnd_buf cut = { 0 };
	struct cnd_yaml_place place;

	assert_true(at != CND_NOT_FOUND);
	cnd_buf_put(&cut, cnd_str_slice(all, 0, at));
	cnd_buf_put(&cut, cnd_str_slice(all, at + 1, all.len));
	place = cnd_yaml_place_at(cnd_buf_str(&cut), at);
	for (size_t i = 0; i < place.path.depth; i++)
		cnd_buf_printf(out, "%s%.*s", i > 0 ? "/" : "",
			place.path.keys[i].len > 0 ? (int)place.path.keys[i].len
						   : 1,
			place.path.keys[i].len > 0 ? place.path.keys[i].data
						   : "-");
	cnd_buf_printf(out, ":%s%s '%.*s'", place.may_be_key ? "k" : "",
		place.may_be_value ? "v" : "",
		CND_STR_ARG(cnd_str_slice(cnd_buf_str(&cut), place.from, at)));
	cnd_buf_dispose(&cut);
}

static void
place_is_told_from_the_lines_above(void **state)
{
	static const struct {
		const char *name;
		const char *text;
		const char *want;
	} cases[] = {
		{ "empty", "|", ":k ''" },
		{ "key at the margin", "ext|", ":k 'ext'" },
		{ "value", "extends: ex|", "extends:v 'ex'" },
		{ "key below a key", "rules:\n  lang|", "rules:k 'lang'" },
		{ "value below a key", "rules:\n  a/b: o|", "rules/a/b:v 'o'" },
		{ "blank line below a key", "rules:\n  |", "rules:k ''" },
		{ "sibling above is passed", "rules:\n  a: off\n  b|",
			"rules:k 'b'" },
		{ "back at the margin", "rules:\n  a: off\npro|", ":k 'pro'" },
		{ "item", "tokens:\n  - wo|", "tokens/-:kv 'wo'" },
		{ "item at the key's column", "tokens:\n- wo|",
			"tokens/-:kv 'wo'" },
		{ "second item", "tokens:\n- one\n- wo|", "tokens/-:kv 'wo'" },
		{ "map in an item", "files:\n  - match: x\n    pro|",
			"files/-:k 'pro'" },
		{ "value in an item's map", "files:\n- match: x\n  profile: s|",
			"files/-/profile:v 's'" },
		{ "map below an item's key",
			"files:\n- match: x\n  rules:\n    la|",
			"files/-/rules:k 'la'" },
		{ "key on the dash's line", "files:\n- rules:\n    la|",
			"files/-/rules:k 'la'" },
		{ "flow list", "sections: [a, b|", "sections/-:v 'b'" },
		{ "flow map's key", "rules: {a|", "rules:k 'a'" },
		{ "flow map's value", "rules: {a: off, b: o|",
			"rules/b:v 'o'" },
		{ "flow map's second key", "rules: {a: off, b|",
			"rules:k 'b'" },
		{ "list in a flow map", "a: {b: [c, d|", "a/b/-:v 'd'" },
		{ "closed list in a flow map", "a: {b: [c], d|", "a:k 'd'" },
		{ "comment and blank between", "rules:\n\n  # x: y\n  l|",
			"rules:k 'l'" },
		{ "quoted key", "swap:\n  'a: b': c|", "swap/a: b:v 'c'" },
		{ "text of a block", "why: >-\n  Some wo|", "why:k 'Some wo'" },
		{ "colon in a word is no key", "link: http://e|",
			"link:v 'http://e'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf got = { 0 };

		describe(cases[i].text, &got);
		if (!cnd_str_equal(
			    cnd_buf_str(&got), cnd_str_of(cases[i].want)))
			fail_msg("%s: got %.*s, want %s", cases[i].name,
				CND_STR_ARG(cnd_buf_str(&got)), cases[i].want);
		cnd_buf_dispose(&got);
	}
}

static void
deep_text_ends_at_the_limit(void **state)
{
	struct cnd_buf text = { 0 };

	(void)state;
	for (int depth = 0; depth < 40; depth++) {
		cnd_buf_printf(&text, "%*skey:\n", depth, "");
		cnd_yaml_place_at(cnd_buf_str(&text), text.len);
	}
	for (int i = 0; i < 40; i++)
		cnd_buf_puts(&text, "[{a: ");
	assert_true(
		cnd_yaml_place_at(cnd_buf_str(&text), text.len).path.depth <=
		CND_PATH_MAX);
	cnd_buf_dispose(&text);
}

static void
key_under_a_place_is_found(void **state)
{
	struct cnd_str text = CND_STR("a: 1\n  - level: warning\n");
	size_t from;
	size_t to;

	(void)state;
	assert_true(cnd_yaml_key_at(text, 11, &from, &to));
	assert_text(cnd_str_slice(text, from, to), "level");
	assert_false(cnd_yaml_key_at(text, 18, &from, &to));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(place_is_told_from_the_lines_above),
		cmocka_unit_test(deep_text_ends_at_the_limit),
		cmocka_unit_test(key_under_a_place_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
