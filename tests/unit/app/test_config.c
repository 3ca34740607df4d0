#include "app/config.h"

#include "base/json_read.h"
#include "cnd_test.h"

#include "folder.h"

static struct cnd_config *
read_text(struct cnd_arena *arena, const char *text, struct cnd_error *err)
{
	return cnd_config_read(
		arena, CND_STR("/house/.candour.yml"), cnd_str_of(text), err);
}

static void
wrong_files_are_told_with_place_and_suggestion(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} cases[] = {
		{ "prfile: sar\n",
			"1:1 key 'prfile' is not known here; did you mean "
			"'profile'?" },
		{ "a: b\nzzz: 1\n", "1:1 key 'a' is not known here" },
		{ "lexicon:\n  agencys: [x]\n",
			"2:3 key 'agencys' is not known here; did you mean "
			"'agencies'?" },
		{ "fail-on: bad\n",
			"1:10 'fail-on' is 'suggestion', 'warning', 'error' or "
			"'never'" },
		{ "rules:\n  language/: loud\n",
			"2:14 a rule is 'off', 'on', 'suggestion', 'warning' "
			"or 'error'" },
		{ "rules: [a]\n",
			"1:8 'rules' must be a map from rules to levels" },
		{ "files:\n  - profile: sar\n",
			"2:5 a section needs 'match': which files it is for" },
		{ "files:\n  - match: a\n    lexicon: {}\n",
			"3:5 key 'lexicon' is not known here" },
		{ "lexicon: {agencies: ['a (b)']}\n",
			"1:22 an agency's name is plain words, without "
			"brackets or stops" },
		{ "- a\n", "1:1 a configuration must be a map of keys" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };
		char got[CND_ERROR_MESSAGE + 32];

		assert_null(read_text(arena, cases[i].text, &err));
		snprintf(got, sizeof(got), "%u:%u %s", err.line, err.column,
			err.message);
		assert_string_equal(got, cases[i].want);
		assert_string_equal(err.path, "/house/.candour.yml");
		assert_int_equal(err.code, CND_ERR_CONFIG);
		cnd_arena_free(arena);
	}
}

static void
empty_file_and_empty_keys_are_nothing_said(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_config *config = read_text(arena,
		"profile:\nrules:\nlexicon:\n  names:\nfiles:\n"
		"rule-folders:\nfail-on:\n",
		&err);

	(void)state;
	assert_non_null(read_text(arena, "", &err));
	assert_non_null(config);
	assert_null(config->all.profile.text.data);
	assert_int_equal(config->all.rule_count, 0);
	assert_int_equal(config->section_count, 0);
	cnd_arena_free(arena);
}

static void
sections_match_as_ignore_files_do(void **state)
{
	static const struct {
		const char *pattern;
		const char *path;
		bool want;
	} cases[] = {
		{ "drafts/", "drafts/a.md", true },
		{ "drafts/", "old/drafts/deep/a.md", true },
		{ "drafts/", "drafts", false },
		{ "*.docx", "a/b.docx", true },
		{ "/a.md", "b/a.md", false },
		{ "2024/**/final*", "2024/x/y/final.md", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };
		struct cnd_str text = cnd_arena_printf(
			arena, "files: [{match: '%s'}]", cases[i].pattern);
		struct cnd_config *config = read_text(arena, text.data, &err);

		assert_non_null(config);
		assert_int_equal(cnd_config_matches(&config->sections[0],
					 cnd_str_of(cases[i].path)),
			cases[i].want);
		cnd_arena_free(arena);
	}
}

static const struct cnd_json_value *
properties(const struct cnd_json_value *schema, enum cnd_config_part part)
{
	const struct cnd_json_value *own = cnd_json_get(schema, "properties");

	if (part == CND_CONFIG_LEXICON)
		return cnd_json_get(cnd_json_get(own, "lexicon"), "properties");
	if (part == CND_CONFIG_SECTION)
		return cnd_json_get(
			cnd_json_get(cnd_json_get(own, "files"), "items"),
			"properties");
	return own;
}

static void
schema_and_table_have_the_same_keys(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf text = { 0 };
	struct cnd_error err = { 0 };
	const struct cnd_json_value *schema;

	(void)state;
	assert_true(cnd_file_read(
		"rules/schema/config.schema.json", 1 << 20, &text, &err));
	schema = cnd_json_parse(arena, cnd_buf_str(&text), &err);
	assert_non_null(schema);
	for (int part = CND_CONFIG_FILE; part <= CND_CONFIG_LEXICON; part++) {
		const struct cnd_json_value *member =
			properties(schema, (enum cnd_config_part)part);
		size_t keys = 0;

		for (member = member->first; member != NULL;
			member = member->next)
			keys++;
		for (size_t i = 0;; i++) {
			const char *key =
				cnd_config_key((enum cnd_config_part)part, i);

			if (key == NULL) {
				assert_int_equal(i, keys);
				break;
			}
			assert_non_null(cnd_json_get(
				properties(schema, (enum cnd_config_part)part),
				key));
		}
	}
	cnd_buf_dispose(&text);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			wrong_files_are_told_with_place_and_suggestion),
		cmocka_unit_test(empty_file_and_empty_keys_are_nothing_said),
		cmocka_unit_test(sections_match_as_ignore_files_do),
		cmocka_unit_test(schema_and_table_have_the_same_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
