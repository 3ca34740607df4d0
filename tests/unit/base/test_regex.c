/* Patterns: what is matched, what is refused, and when one gives up. */
#include "base/buf.h"
#include "base/limits.h"
#include "base/regex.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* "from-to" of each group, "-" for an idle one; "none", "gave up". */
static void
assert_find(const char *pattern, unsigned flags, struct cnd_str text,
	size_t from, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_regex *regex =
		cnd_regex_new(arena, cnd_str_of(pattern), flags, &err);
	struct cnd_match match = { 0 };
	struct cnd_buf got = { 0 };

	assert_non_null(regex);
	switch (cnd_regex_find(regex, text, from, &match)) {
	case CND_REGEX_NO_MATCH:
		cnd_buf_puts(&got, "none");
		break;
	case CND_REGEX_GAVE_UP:
		cnd_buf_puts(&got, "gave up");
		break;
	case CND_REGEX_MATCH:
		break;
	}
	for (size_t i = 0; i < match.count; i++) {
		if (match.from[i] == CND_NOT_FOUND)
			cnd_buf_puts(&got, "- ");
		else
			cnd_buf_printf(
				&got, "%zu-%zu ", match.from[i], match.to[i]);
	}
	cnd_buf_putc(&got, '\0');
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
	cnd_arena_free(arena);
}

static void
first_match_and_groups_are_told(void **state)
{
	(void)state;
	assert_find("(b)|(c)", 0, CND_STR("a c b"), 0, "2-3 - 2-3 ");
	assert_find("b", 0, CND_STR("b a b"), 1, "4-5 ");
	assert_find("\\bb", 0, CND_STR("ab"), 1, "none");
	assert_find("x*", 0, (struct cnd_str){ 0 }, 0, "0-0 ");
	assert_find("", 0, CND_STR("ab"), 1, "1-1 ");
}

static void
more_groups_than_told_are_dropped(void **state)
{
	char want[128] = "";

	(void)state;
	for (int i = 0; i < CND_REGEX_GROUPS; i++)
		strcat(want, i == 0 ? "0-1 " : "0-0 ");
	assert_find("()()()()()()()()()()()()()()()()()()()()a", 0,
		CND_STR("a"), 0, want);
}

static void
flags_change_case_and_lines(void **state)
{
	(void)state;
	assert_find("board", 0, CND_STR("BOARD"), 0, "none");
	assert_find("board", CND_REGEX_FOLD_CASE, CND_STR("BOARD"), 0, "0-5 ");
	assert_find("skill", CND_REGEX_FOLD_CASE,
		CND_STR("\xc5\xbf\xe2\x84\xaaILL"), 0, "0-8 ");
	assert_find("^b$", 0, CND_STR("a\nb\nc"), 0, "none");
	assert_find("^b$", CND_REGEX_LINES, CND_STR("a\nb\nc"), 0, "2-3 ");
	assert_find("^b$", CND_REGEX_LINES | CND_REGEX_TRUSTED,
		CND_STR("a\nb\nc"), 0, "2-3 ");
	assert_find("a*", CND_REGEX_NOT_EMPTY, CND_STR("baa"), 0, "1-3 ");
	assert_find("a*", CND_REGEX_NOT_EMPTY, CND_STR("bb"), 0, "none");
}

static void
classes_know_unicode(void **state)
{
	(void)state;
	assert_find("^\\w+$", 0, CND_STR("\xc3\xa9t\xc3\xa9"), 0, "0-5 ");
	assert_find("a\\sb", 0,
		CND_STR("a\xc2\xa0"
			"b"),
		0, "0-4 ");
}

static void
marks_are_of_words_as_the_library_says(void **state)
{
	(void)state;
	assert_find("a\\w", 0, CND_STR("a\u0301"), 0,
		cnd_regex_marks_are_word() ? "0-3 " : "none");
}

static void
assert_refused(const char *pattern, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	char got[CND_ERROR_MESSAGE + 32];

	assert_null(cnd_regex_new(arena, cnd_str_of(pattern), 0, &err));
	snprintf(got, sizeof(got), "%u %d %s", (unsigned)err.column,
		(int)err.code, err.message);
	assert_string_equal(got, want);
	cnd_arena_free(arena);
}

static void
bad_patterns_are_refused_at_their_place(void **state)
{
	(void)state;
	assert_refused(
		"\xc3\xa9(a", "4 3 pattern: missing closing parenthesis");
	assert_refused(
		"(*UTF)a", "1 3 '(*' at the start of a pattern is not allowed");
	assert_refused("a\\Cb",
		"4 3 pattern: using \\C is disabled by the application");
}

static void
pattern_past_the_limits_is_refused(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_buf pattern = { 0 };

	(void)state;
	cnd_buf_reserve(&pattern, CND_LIMIT_PATTERN_BYTES + 1);
	memset(pattern.data, 'a', CND_LIMIT_PATTERN_BYTES + 1);
	pattern.len = CND_LIMIT_PATTERN_BYTES + 1;
	assert_null(cnd_regex_new(arena, cnd_buf_str(&pattern), 0, &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	memset(pattern.data, '(', CND_LIMIT_PATTERN_NESTING + 1);
	memset(pattern.data + CND_LIMIT_PATTERN_NESTING + 1, ')',
		CND_LIMIT_PATTERN_NESTING + 1);
	pattern.len = 2 * (CND_LIMIT_PATTERN_NESTING + 1);
	assert_null(cnd_regex_new(arena, cnd_buf_str(&pattern), 0, &err));
	assert_string_equal(
		err.message, "pattern: parentheses are too deeply nested");
	cnd_buf_dispose(&pattern);
	cnd_arena_free(arena);
}

static void
match_begins_no_later_than_asked(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_regex *regex =
		cnd_regex_new(arena, CND_STR("b+"), CND_REGEX_BOUNDED, &err);
	struct cnd_match match;

	(void)state;
	for (int seldom = 0; seldom < 2; seldom++) {
		struct cnd_search search = { 0, 2, seldom != 0 };

		assert_int_equal(cnd_regex_search(regex, CND_STR("aaabb"),
					 search, &match),
			CND_REGEX_NO_MATCH);
		search.last = 3;
		assert_int_equal(cnd_regex_search(regex, CND_STR("aaabb"),
					 search, &match),
			CND_REGEX_MATCH);
		assert_int_equal(match.to[0], 5);
	}
	assert_int_equal(cnd_regex_find(regex, CND_STR("aaabb"), 4, &match),
		CND_REGEX_MATCH);
	cnd_arena_free(arena);
}

static void
repeat_behind_a_choice_is_tried_after_each_branch(void **state)
{
	(void)state;
	assert_find("(?:a b|a)\\s+b c", 0, CND_STR("a b c"), 0, "0-5 ");
	assert_find("\\b(?:(?:care|)\\s*career b)\\b", 0, CND_STR("x,career b"),
		0, "2-10 ");
	assert_find("(?:a|)[ab]*(?>a|ab)", 0, CND_STR("b a  ba"), 0, "2-3 ");
}

/* Without CND_LIMIT_MATCH_STEPS this would take years. */
static void
runaway_pattern_gives_up(void **state)
{
	(void)state;
	assert_find("(a+)+$", 0,
		CND_STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), 0,
		"gave up");
}

static void
match_that_needs_a_larger_stack_is_found(void **state)
{
	char text[4001];

	(void)state;
	memset(text, 'a', sizeof(text) - 1);
	text[4000] = 'z';
	assert_find("(?:a|b)*z", 0, (struct cnd_str){ text, sizeof(text) }, 0,
		"0-4001 ");
}

static void *
find_many_times(void *handle)
{
	const struct cnd_regex *regex = handle;
	size_t found = 0;

	for (int i = 0; i < 2000; i++) {
		struct cnd_match match;

		if (cnd_regex_find(regex, CND_STR("a board"), 0, &match) ==
				CND_REGEX_MATCH &&
			match.from[0] == 2)
			found++;
	}
	return found == 2000 ? handle : NULL;
}

static void
threads_share_a_regex_from_its_first_use(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_regex *regex = cnd_regex_new(
		arena, CND_STR("bo(a)rd"), CND_REGEX_TRUSTED, &err);
	pthread_t threads[4];

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(pthread_create(&threads[i], NULL,
					 find_many_times, regex),
			0);
	for (size_t i = 0; i < 4; i++) {
		void *result = NULL;

		pthread_join(threads[i], &result);
		assert_ptr_equal(result, regex);
	}
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_match_and_groups_are_told),
		cmocka_unit_test(more_groups_than_told_are_dropped),
		cmocka_unit_test(flags_change_case_and_lines),
		cmocka_unit_test(classes_know_unicode),
		cmocka_unit_test(marks_are_of_words_as_the_library_says),
		cmocka_unit_test(bad_patterns_are_refused_at_their_place),
		cmocka_unit_test(pattern_past_the_limits_is_refused),
		cmocka_unit_test(match_begins_no_later_than_asked),
		cmocka_unit_test(
			repeat_behind_a_choice_is_tried_after_each_branch),
		cmocka_unit_test(runaway_pattern_gives_up),
		cmocka_unit_test(match_that_needs_a_larger_stack_is_found),
		cmocka_unit_test(threads_share_a_regex_from_its_first_use),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
