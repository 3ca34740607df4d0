/* The keys of every rule: what they fill, and what is refused where. */
#include "rule/rule_file.h"

#include "rule/findings.h"

static void
wrong_files_say_what_and_where(void **state)
{
	static const struct {
		const char *yaml;
		const char *want;
	} cases[] = {
		{ "message: m", "1:1 'extends' is missing" },
		{ "extends: existence", "1:1 'message' is missing" },
		{ "- a", "1:1 a rule must be a map of keys" },
		{ "extends: existance\nmessage: m",
			"1:10 kind 'existance' is not known; did you mean "
			"'existence'?" },
		{ "extends: quux\nmessage: m",
			"1:10 kind 'quux' is not known" },
		{ "extends: existence\nmessage: m\ntokenz: [a]",
			"3:1 'tokenz' is not a key of 'existence' rules; did "
			"you mean 'tokens'?" },
		{ "extends: existence\nmessage: m\nswap: {a: b}",
			"3:1 'swap' is not a key of 'existence' rules" },
		{ "extends: existence\nmessage: m\nlevel: warn",
			"3:8 level 'warn' is not known: it is 'error', "
			"'warning' or 'suggestion'" },
		{ "extends: existence\nmessage: m\nignorecase: maybe",
			"3:13 'ignorecase' must be true or false" },
		{ "extends: existence\nmessage: [m]",
			"2:10 'message' must be text" },
		{ "extends: existence\nmessage: m\nsince: last year",
			"3:8 'since' must be a date as in 2024-04-01" },
		{ "extends: existence\nmessage: m\nuntil: 2023-02-29",
			"3:8 'until' must be a date as in 2024-04-01" },
		{ "extends: existence\nmessage: m\nsince: 2015-13",
			"3:8 'since' must be a date as in 2024-04-01" },
		{ "extends: existence\nmessage: m\nuntil: 2015\ntokens: [a]",
			"3:8 'until' needs a 'source': what says from when or "
			"until when the rule holds" },
		{ "extends: existence\nmessage: m\nsource: s\n"
		  "since: 2015-04-01\nuntil: 2015-03\ntokens: [a]",
			"5:8 'until' is before 'since'" },
		{ "extends: existence\nmessage: m\nbad: [{profile: sar}]",
			"3:7 'text' of an example is missing" },
		{ "extends: existence\nmessage: m\n"
		  "bad: [{text: a, name: b}]",
			"3:7 an example has 'text' and 'profile' only" },
		{ "extends: existence\nmessage: m\naction: {name: edti}",
			"3:16 action 'edti' is not known" },
		{ "extends: existence\nmessage: m\n"
		  "action: {name: edit, params: [split]}",
			"3:16 action 'split' has the wrong number of "
			"'params'" },
		{ "extends: existence\nmessage: m\nscope: section(nowhere)",
			"3:8 section role 'nowhere' is not known" },
		{ "extends: existence\nmessage: m\ntokens: ['{{agency}}']",
			"3:10 there is no lexicon 'agency' (at character 1)" },
		{ "extends: anatomy\nmessage: m\npart: owners\nvalues: [none]",
			"3:7 'part' must be 'owner', 'action', 'time' or "
			"'measure'" },
		{ "extends: anatomy\nmessage: m\npart: owner\nvalues: [nome]",
			"4:9 'nome' is not a reading: they are 'none', "
			"'named', 'generic', 'vague', 'concrete' and "
			"'stated'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_rule_error(cases[i].yaml, cases[i].want);
}

static void
common_keys_fill_the_rule(void **state)
{
	struct cnd_ruleset *set = ruleset_of("extends: existence\n"
					     "message: m\n"
					     "description: ' d '\n"
					     "level: error\n"
					     "why: >-\n  because\n  so\n"
					     "fix: f\n"
					     "source: [Care Act, SCIE]\n"
					     "link: https://example.org\n"
					     "since: 2015-04\n"
					     "until: 2015-04-30\n"
					     "profiles: [sar, dhr]\n"
					     "judged: 12\n"
					     "confirmed: 11\n"
					     "tokens: [a]\n"
					     "bad:\n  - one\n"
					     "  - {text: two, profile: sar}\n"
					     "good: three\n");
	const struct cnd_rule_info *info =
		cnd_ruleset_find(set, CND_STR("t/rule"));
	struct cnd_buf got = { 0 };

	(void)state;
	assert_non_null(info);
	cnd_buf_printf(&got,
		"%.*s|%.*s|%s|%.*s|%.*s|%.*s|%.*s|%.*s|%u/%u|%zu,%zu,%zu|"
		"%.*s:%u:%.*s",
		CND_STR_ARG(info->kind), CND_STR_ARG(info->description),
		cnd_level_name(info->level), CND_STR_ARG(info->why),
		CND_STR_ARG(info->source), CND_STR_ARG(info->since),
		CND_STR_ARG(info->until), CND_STR_ARG(info->profiles),
		info->confirmed, info->judged, info->bad_count,
		info->good_count, info->todo_count,
		CND_STR_ARG(info->bad[1].text), info->bad[1].line,
		CND_STR_ARG(info->bad[1].profile));
	assert_buf(&got,
		"existence|d|error|because so|Care Act; SCIE|2015-04|"
		"2015-04-30|sar; dhr|11/12|2,1,0|two:19:sar");
	cnd_ruleset_free(set);
}

static void
a_message_is_filled_in_order(void **state)
{
	(void)state;
	assert_findings("extends: substitution\n"
			"message: '100%% %s, %s, %s, %x'\nswap: {a: b}",
		"a", "1:1-1:2 100% b, a, a, %x => b\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_files_say_what_and_where),
		cmocka_unit_test(common_keys_fill_the_rule),
		cmocka_unit_test(a_message_is_filled_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
