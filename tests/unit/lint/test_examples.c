/* Examples in rule files, run. */
#include "lint/examples.h"

#include "cnd_test.h"
#include "rule/report.h"

static struct cnd_document *
read_lines(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	(void)name;
	(void)err;
	return build_report(source.data);
}

/* "bad fired 'words'", a line for each result that is asked for. */
static void
assert_results(const char *yaml, struct cnd_str only, const char *want)
{
	static const char *const kinds[] = { "bad", "good", "todo", "few",
		"case" };
	struct cnd_rule_file file = { .path = CND_STR("a/rule.yml"),
		.bytes = cnd_str_of(yaml) };
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = cnd_ruleset_new(&file, 1, &err);
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_example_options options = { only, read_lines };
	struct cnd_example_results results;
	struct cnd_buf got = { 0 };

	assert_non_null(set);
	assert_true(cnd_examples_run(set, &options, arena, &results, &err));
	for (size_t i = 0; i < results.count; i++)
		cnd_buf_printf(&got, "%s %s %s'%.*s'\n",
			kinds[results.items[i].kind],
			results.items[i].is_right ? "right" : "wrong",
			results.items[i].has_fired ? "fired " : "",
			CND_STR_ARG(results.items[i].quote));
	cnd_buf_printf(&got, "%zu wrong", results.wrong);
	assert_buf(&got, want);
	cnd_arena_free(arena);
	cnd_ruleset_free(set);
}

#define RULE "extends: existence\nmessage: m\nenabled: false\ntokens: [bad]\n"

static void
bad_must_fire_and_good_must_not(void **state)
{
	(void)state;
	assert_results(RULE "bad: [a bad one, well]\n"
			    "good: [well, a bad one]\ntodo: [a bad one]\n",
		CND_STR(""),
		"bad right fired 'bad'\nbad wrong ''\ngood right ''\n"
		"good wrong fired 'bad'\ntodo right fired 'bad'\n2 wrong");
}

static void
two_of_each_are_needed(void **state)
{
	(void)state;
	assert_results(RULE "bad: [bad]\ngood: [well, good]\n", CND_STR(""),
		"few wrong ''\nbad right fired 'bad'\ngood right ''\n"
		"good right ''\n1 wrong");
}

static void
only_the_rules_asked_for_are_run(void **state)
{
	(void)state;
	assert_results(RULE, CND_STR("b/"), "0 wrong");
	assert_results(RULE, CND_STR("a/"), "few wrong ''\n1 wrong");
	assert_results(RULE, CND_STR("a/rule"), "few wrong ''\n1 wrong");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bad_must_fire_and_good_must_not),
		cmocka_unit_test(two_of_each_are_needed),
		cmocka_unit_test(only_the_rules_asked_for_are_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
