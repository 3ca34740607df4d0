/* candour's own files in an editor: errors, completion, hover. */
#include "session.h"

static const char rule[] = "file:///house/rules/group/mine.yml";
static const char config[] = "file:///house/.candour.yml";

/* What is told of a text at an address. */
static void
assert_told(const char *uri, const char *text, const char *words)
{
	struct session session;

	session_start(&session, "{}");
	session_open(&session, uri, "yaml", text);
	assert_has(session_work(&session), words);
	session_end(&session);
}

static void
loader_errors_are_diagnostics_at_their_place(void **state)
{
	static const struct {
		const char *uri;
		const char *text;
		const char *words;
	} cases[] = {
		{ rule, "extends: existense\nmessage: x\n",
			"\"range\":{\"start\":{\"line\":0,\"character\":9},"
			"\"end\":{\"line\":0,\"character\":18}},\"severity\":1,"
			"\"code\":\"rule-file\",\"source\":\"candour\","
			"\"message\":\"kind 'existense' is not known; did you "
			"mean 'existence'?\"" },
		{ rule, "extends: existence\nmessage: x\ntokens: ['a(']\n",
			"{\"line\":2," },
		{ rule,
			"extends: existence\nmessage: x\nlevl: error\n"
			"tokens: [a]\n",
			"did you mean 'level'?" },
		{ rule, "extends: existence\nmessage: [\n", "\"severity\":1" },
		{ "file:///house/rules/lexicon/a.yml", "tokens: ['(a']\n",
			"\"severity\":1" },
		{ "file:///house/rules/profiles/a.yml", "ruls: {}\n",
			"'ruls' is not a key of profiles" },
		{ config, "profile: sarr\n",
			"profile 'sarr' is not known; did you mean 'sar'?" },
		{ config, "rules:\n  languge/: off\n",
			"\"range\":{\"start\":{\"line\":1,\"character\":2}" },
		{ config, "rule-folders: [nowhere]\n",
			"there is no folder of rules 'nowhere'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_told(cases[i].uri, cases[i].text, cases[i].words);
}

static void
examples_that_do_not_come_out_are_warnings(void **state)
{
	static const char text[] = "extends: existence\n"
				   "message: x\n"
				   "tokens: [various]\n"
				   "bad:\n"
				   "  - some various things.\n"
				   "  - Nothing here.\n"
				   "good:\n"
				   "  - Some things.\n"
				   "  - A various thing.\n";

	(void)state;
	assert_told(rule, text,
		"{\"line\":5,\"character\":2},\"end\":{\"line\":5,"
		"\"character\":17}},\"severity\":2,\"code\":\"example\"");
	assert_told(rule, text, "This 'bad' example does not make the rule");
	assert_told(rule, text, "makes the rule fire on “various”");
	assert_told("untitled:Untitled-1", text, "makes the rule fire");
}

static void
right_files_and_foreign_yaml_have_no_diagnostics(void **state)
{
	static const struct {
		const char *uri;
		const char *text;
	} cases[] = {
		{ config, "profile: sar\nrules: {language/: off}\n" },
		{ config, "" },
		{ rule, "services:\n  - they utilize this\n" },
		{ "file:///house/docker.yml", "extends: [prior to\n" },
		{ "file:///house/values.yml", "rules: {a: b}\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_told(cases[i].uri, cases[i].text, "\"diagnostics\":[]}");
}

/* The answer to completion at '|'. */
static struct cnd_str
complete(struct session *session, const char *uri, const char *text)
{
	struct cnd_str all = cnd_str_of(text);
	size_t at = cnd_str_find_byte(all, '|');
	struct cnd_buf cut = { 0 };
	int line = 0;
	int column = 0;

	for (size_t i = 0; i < at; i++) {
		column = text[i] == '\n' ? 0 : column + 1;
		line += text[i] == '\n';
	}
	cnd_buf_put(&cut, cnd_str_slice(all, 0, at));
	cnd_buf_put(&cut, cnd_str_slice(all, at + 1, all.len));
	cnd_buf_putc(&cut, '\0');
	session_start(session, "{}");
	session_open(session, uri, "yaml", cut.data);
	cnd_buf_dispose(&cut);
	return session_ask_at(
		session, "textDocument/completion", uri, line, column);
}

static void
completion_offers_what_may_stand_there(void **state)
{
	static const char profile[] = "file:///h/rules/profiles/x.yml";
	static const struct {
		const char *uri;
		const char *text;
		const char *has;
		const char *lacks;
	} cases[] = {
		{ rule, "ex|", "\"newText\":\"extends: \"", "\"profile\"" },
		{ rule, "extends: |", "\"label\":\"substitution\"", "message" },
		{ rule, "extends: metric\n|", "\"label\":\"formula\"",
			"\"label\":\"swap\"" },
		{ rule, "level: w|", "\"label\":\"warning\"", "existence" },
		{ rule, "scope: |", "\"label\":\"heading.h1\"", "existence" },
		{ rule, "scope: [text, |", "\"label\":\"section(governance)\"",
			"existence" },
		{ rule, "ignorecase: |", "\"label\":\"true\"", "warning" },
		{ rule, "tokens:\n  - '{{|", "\"label\":\"month-date\"",
			"\"label\":\"extends\"" },
		{ rule, "values: [na|", "\"label\":\"named\"", "warning" },
		{ rule, "sections: |", "\"label\":\"action-plan\"", "warning" },
		{ rule, "counterparts:\n  who:\n    with|",
			"\"label\":\"within\"", "extends" },
		{ config, "|", "\"label\":\"fail-on\"", "extends" },
		{ config, "profile: |", "\"label\":\"sar\"", "fail-on" },
		{ config, "fail-on: |", "\"label\":\"never\"", "fail-on" },
		{ config, "rules:\n  lan|",
			"\"newText\":\"language/plain-words: \"", "fail-on" },
		{ config, "rules:\n  lan|", "\"newText\":\"language/: \"",
			"fail-on" },
		{ config, "rules:\n  language/: |", "\"label\":\"off\"",
			"plain-words" },
		{ config, "files:\n- match: x\n  |", "\"label\":\"rules\"",
			"lexicon" },
		{ config, "lexicon:\n  |", "\"label\":\"agencies\"",
			"fail-on" },
		{ profile, "statements:\n  - |", "\"label\":\"signed-off\"",
			"\"title\"" },
		{ profile, "|", "\"label\":\"statements\"", "fail-on" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct session session;
		struct cnd_str got =
			complete(&session, cases[i].uri, cases[i].text);

		assert_has(got, cases[i].has);
		assert_lacks(got, cases[i].lacks);
		session_end(&session);
	}
}

static void
completion_replaces_the_word_that_is_typed(void **state)
{
	struct session session;

	(void)state;
	assert_has(complete(&session, config, "rules:\n  language/pl|"),
		"\"textEdit\":{\"range\":{\"start\":{\"line\":1,\"character\":"
		"2}"
		",\"end\":{\"line\":1,\"character\":13}}");
	session_end(&session);
}

static void
reports_have_no_completion(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, "file:///r.md", "markdown", "extends: ");
	assert_has(session_ask_at(&session, "textDocument/completion",
			   "file:///r.md", 0, 9),
		"\"result\":[]");
	session_end(&session);
}

static void
hover_explains_keys_rules_and_lexicons(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, rule, "yaml",
		"extends: existence\ntokens: ['{{month-date}} a']\n");
	assert_has(session_ask_at(&session, "textDocument/hover", rule, 0, 2),
		"The kind of rule: what it looks for");
	assert_has(session_ask_at(&session, "textDocument/hover", rule, 1, 15),
		"tokens:");
	assert_has(session_ask_at(&session, "textDocument/hover", rule, 1, 31),
		"\"result\":null");
	session_open(&session, config, "yaml",
		"rules:\n  language/plain-words: off\n");
	assert_has(
		session_ask_at(&session, "textDocument/hover", config, 1, 15),
		"Heavy words with a plain twin.");
	assert_has(session_ask_at(&session, "textDocument/hover", config, 0, 1),
		"off, on, or a level");
	session_end(&session);
}

static void
schemas_are_json_with_words_for_each_key(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_schema_word word;

	(void)state;
	for (int kind = 0; kind < CND_SCHEMA_COUNT; kind++) {
		const struct cnd_json_value *schema =
			cnd_schema_parse(arena, (enum cnd_schema_kind)kind);
		size_t i = 0;

		assert_non_null(schema);
		for (; cnd_schema_key(schema, schema, i, &word); i++)
			if (word.description.len == 0)
				fail_msg("'%.*s' is not described",
					CND_STR_ARG(word.word));
		assert_true(i > 0);
	}
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(loader_errors_are_diagnostics_at_their_place),
		cmocka_unit_test(examples_that_do_not_come_out_are_warnings),
		cmocka_unit_test(
			right_files_and_foreign_yaml_have_no_diagnostics),
		cmocka_unit_test(completion_offers_what_may_stand_there),
		cmocka_unit_test(completion_replaces_the_word_that_is_typed),
		cmocka_unit_test(reports_have_no_completion),
		cmocka_unit_test(schemas_are_json_with_words_for_each_key),
		cmocka_unit_test(hover_explains_keys_rules_and_lexicons),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
