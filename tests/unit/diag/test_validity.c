/* When a rule holds: dates that exist, and the time they stand for. */
#include "diag/validity.h"

#include "cnd_test.h"

static void
only_days_that_exist_are_dates(void **state)
{
	static const struct {
		const char *text;
		bool want;
	} cases[] = {
		{ "2015", true },
		{ "2015-04", true },
		{ "2015-04-01", true },
		{ "2024-02-29", true },
		{ "2023-02-29", false },
		{ "1900-02-29", false },
		{ "2015-00", false },
		{ "2015-13", false },
		{ "2015-04-31", false },
		{ "2015-4-1", false },
		{ "15-04-01", false },
		{ "2015-04-01 ", false },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		print_message("  '%s'\n", cases[i].text);
		assert_int_equal(
			cnd_is_date(cnd_str_of(cases[i].text)), cases[i].want);
	}
}

static void
a_rule_is_asked_within_its_time(void **state)
{
	static const struct {
		const char *since;
		const char *until;
		const char *date;
		bool want;
	} cases[] = {
		{ "", "", "", true },
		{ "2015-04-01", "", "", true },
		{ "", "2019-09-29", "", false },
		{ "2015-04-01", "", "2015-04-01", true },
		{ "2015-04-01", "", "2015-03-31", false },
		{ "2015-04-01", "", "2015-04", true },
		{ "2015-04-02", "", "2015-04", false },
		{ "2015-04-01", "", "2015", false },
		{ "2015-04-01", "", "2016", true },
		{ "", "2019-09-29", "2019-09-29", true },
		{ "", "2019-09-29", "2019-09-30", false },
		{ "", "2019-09-29", "2019-09", false },
		{ "", "2019", "2019", true },
		{ "2006-04", "2019-09-29", "2016-03", true },
		{ "2006-04", "2019-09-29", "2005", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct cnd_rule_info rule = {
			.since = cnd_str_of(cases[i].since),
			.until = cnd_str_of(cases[i].until),
		};

		print_message("  %zu\n", i);
		assert_int_equal(cnd_rule_holds(&rule, CND_STR("sar"),
					 cnd_str_of(cases[i].date)),
			cases[i].want);
	}
}

static void
a_rule_is_asked_of_its_types_alone(void **state)
{
	const struct cnd_rule_info rule = { .profiles = CND_STR("scr; lcspr") };

	(void)state;
	assert_true(cnd_rule_holds(&rule, CND_STR("scr"), CND_STR("")));
	assert_true(cnd_rule_holds(&rule, CND_STR("lcspr"), CND_STR("")));
	assert_false(cnd_rule_holds(&rule, CND_STR("sar"), CND_STR("")));
	assert_false(cnd_rule_holds(&rule, CND_STR("general"), CND_STR("")));
}

static void
the_period_is_said_in_words(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_rule_info rule = { 0 };
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_buf_put(&got, cnd_rule_period(arena, &rule));
	rule.until = CND_STR("2019-09-29");
	cnd_buf_putc(&got, '|');
	cnd_buf_put(&got, cnd_rule_period(arena, &rule));
	rule.since = CND_STR("2006");
	cnd_buf_putc(&got, '|');
	cnd_buf_put(&got, cnd_rule_period(arena, &rule));
	rule.until = CND_STR("");
	cnd_buf_putc(&got, '|');
	cnd_buf_put(&got, cnd_rule_period(arena, &rule));
	assert_buf(&got, "|until 2019-09-29|2006 to 2019-09-29|since 2006");
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_days_that_exist_are_dates),
		cmocka_unit_test(a_rule_is_asked_within_its_time),
		cmocka_unit_test(a_rule_is_asked_of_its_types_alone),
		cmocka_unit_test(the_period_is_said_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
