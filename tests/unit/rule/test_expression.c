/* Arithmetic of rule files: values, and what is refused. */
#include "rule/expression.h"

#include "base/limits.h"

#include <math.h>

#include "cnd_test.h"

static const char *const names[] = { "words", "heading_h1", NULL };
static const double values[] = { 12, 3 };

static double
value_of(const char *text)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_expression *expression =
		cnd_expression_new(arena, cnd_str_of(text), names, &err);
	double value;

	if (expression == NULL)
		fail_msg("%s: %s", text, err.message);
	value = cnd_expression_value(expression, values);
	cnd_arena_free(arena);
	return value;
}

static void
expressions_have_their_value(void **state)
{
	static const struct {
		const char *text;
		double want;
	} cases[] = {
		{ "1 + 2 * 3", 7 },
		{ "(1 + 2) * 3", 9 },
		{ "10 - 4 - 3", 3 },
		{ "-2 * -3", 6 },
		{ "2 - -1", 3 },
		{ "7 % 4", 3 },
		{ "words / heading.h1", 4 },
		{ "words/heading_h1+.5", 4.5 },
		{ "math.sqrt(words + 4) * 2", 8 },
		{ "abs(-(1 + 1))", 2 },
		{ "words > 10 && words < 20", 1 },
		{ "words == 12 || 0", 1 },
		{ "words != 12", 0 },
		{ "!(1 >= 2)", 1 },
		{ "1 <= 1", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (fabs(value_of(cases[i].text) - cases[i].want) > 1e-9)
			fail_msg("%s is %f", cases[i].text,
				value_of(cases[i].text));
}

static void
division_by_nothing_has_no_value(void **state)
{
	(void)state;
	assert_true(isnan(value_of("words / 0")));
	assert_true(isnan(value_of("1 / 0 + 1")));
}

static void
what_is_no_expression_is_refused(void **state)
{
	static const struct {
		const char *text;
		const char *want;
	} cases[] = {
		{ "", "a number or a name is missing at character 1" },
		{ "1 +", "a number or a name is missing at character 4" },
		{ "(1", "')' is missing at character 3" },
		{ "1)", "')' without '(' at character 3" },
		{ "wordz", "a name that is not known at character 1" },
		{ "sin(1)",
			"a function that is not known, before '(' at "
			"character 5" },
		{ "1 2", "an operator is missing at character 3" },
		{ "()", "a number or a name is missing at character 2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_error err = { 0 };

		assert_null(cnd_expression_new(
			arena, cnd_str_of(cases[i].text), names, &err));
		assert_string_equal(err.message, cases[i].want);
		cnd_arena_free(arena);
	}
}

static void
endless_nesting_reaches_the_limit(void **state)
{
	char text[CND_LIMIT_EXPRESSION_STEPS * 2 + 1];
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = '(';
	assert_null(cnd_expression_new(
		arena, (struct cnd_str){ text, sizeof(text) }, names, &err));
	assert_string_equal(
		err.message, "the expression is too deep at character 130");
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = i % 2 == 0 ? '1' : '+';
	assert_null(cnd_expression_new(
		arena, (struct cnd_str){ text, sizeof(text) }, names, &err));
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(expressions_have_their_value),
		cmocka_unit_test(division_by_nothing_has_no_value),
		cmocka_unit_test(what_is_no_expression_is_refused),
		cmocka_unit_test(endless_nesting_reaches_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
