/* The rules built in: every pattern compiles, every example is right. */
#include "lint/examples.h"
#include "read/read.h"

#include <stdlib.h>

#include "cnd_test.h"

/* Built-in patterns are trusted when run; here they are not. */
static struct cnd_ruleset *
compile_untrusted(struct cnd_error *err)
{
	size_t count;
	const struct cnd_rule_file *builtin = cnd_builtin_rules(&count);
	struct cnd_rule_file *files = calloc(count + 1, sizeof(*files));
	struct cnd_ruleset *set;

	assert_non_null(files);
	for (size_t i = 0; i < count; i++) {
		files[i] = builtin[i];
		files[i].is_trusted = false;
	}
	set = cnd_ruleset_new(files, count, err);
	free(files);
	return set;
}

static void
every_pattern_compiles(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile_untrusted(&err);

	(void)state;
	if (set == NULL)
		fail_msg("%s:%u:%u: %s", err.path, err.line, err.column,
			err.message);
	cnd_ruleset_free(set);
}

static void
put_result(struct cnd_buf *out, const struct cnd_example_result *result)
{
	static const char *const words[] = {
		[CND_EXAMPLE_BAD] = "a bad example that does not fire",
		[CND_EXAMPLE_GOOD] = "a good example that fires",
		[CND_EXAMPLE_TODO] = "",
		[CND_EXAMPLE_TOO_FEW] = "fewer than two bad or good examples",
	};

	cnd_buf_printf(out, "\n%.*s:%u: %s", CND_STR_ARG(result->rule->file),
		result->example == NULL ? 1 : result->example->line,
		words[result->kind]);
	if (result->quote.len > 0)
		cnd_buf_printf(out, " on \"%.*s\"", CND_STR_ARG(result->quote));
}

static void
assert_examples(const struct cnd_ruleset *set)
{
	struct cnd_error err = { 0 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_example_options options = { .read = cnd_read };
	struct cnd_example_results results;
	struct cnd_buf wrong = { 0 };

	assert_non_null(set);
	assert_true(cnd_examples_run(set, &options, arena, &results, &err));
	for (size_t i = 0; i < results.count; i++)
		if (!results.items[i].is_right)
			put_result(&wrong, &results.items[i]);
	if (results.wrong > 0)
		fail_msg("%zu of %zu wrong:%.*s", results.wrong, results.count,
			CND_STR_ARG(cnd_buf_str(&wrong)));
	cnd_buf_dispose(&wrong);
	cnd_arena_free(arena);
}

static void
every_example_is_right(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_ruleset *set = compile_untrusted(&err);

	(void)state;
	assert_examples(set);
	cnd_ruleset_free(set);
}

/* The prepared set, whose states go on with those that it brings. */
static void
what_matching_made_can_be_forgotten(void **state)
{
	struct cnd_error err = { 0 };
	size_t count;
	const struct cnd_rule_file *files = cnd_builtin_rules(&count);
	struct cnd_ruleset *set = cnd_ruleset_new(files, count, &err);

	(void)state;
	for (int turn = 0; turn < 2; turn++) {
		assert_examples(set);
		cnd_ruleset_forget(set);
	}
	assert_examples(set);
	cnd_ruleset_free(set);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_pattern_compiles),
		cmocka_unit_test(every_example_is_right),
		cmocka_unit_test(what_matching_made_can_be_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
