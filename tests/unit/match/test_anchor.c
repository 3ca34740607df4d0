/* What a pattern is looked up by, or that it cannot be. */
#include "match/table.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* "=board " of a whole word, "plan~" of a start, "~ing" of an end, "#" of
 * a digit; in order of the alphabet. */
static void
show_anchors(const struct cnd_matcher *matcher, struct cnd_buf *out)
{
	char rows[64][40];
	size_t count = matcher->packed_count;

	assert_true(count <= 64);
	for (size_t i = 0; i < count; i++) {
		const struct cnd_packed_sequence *s = &matcher->packed[i];
		const struct cnd_packed_test *test =
			&matcher->tests[s->first + s->anchor];
		bool is_digit = s->kind == CND_ANCHOR_START_DIGIT ||
			s->kind == CND_ANCHOR_END_DIGIT;

		snprintf(rows[i], sizeof(rows[i]), "%s%.*s%s ",
			is_digit                             ? "#"
				: s->kind == CND_ANCHOR_WORD ? "="
				: s->kind == CND_ANCHOR_START ||
					s->kind == CND_ANCHOR_START_OF_TWO
				? ""
				: "~",
			is_digit ? 0 : (int)test->letters_len,
			matcher->texts + test->letters,
			s->kind == CND_ANCHOR_START ||
					s->kind == CND_ANCHOR_START_OF_TWO
				? "~"
				: "");
	}
	qsort(rows, count, sizeof(rows[0]), compare_strings);
	for (size_t i = 0; i < count; i++)
		cnd_buf_puts(out, rows[i]);
}

/* "pure", "anchored" or "bare", and the anchors. */
static void
assert_anchors(const char *pattern, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };
	struct cnd_buf got = { 0 };

	assert_true(cnd_matcher_add(
		matcher, cnd_str_of(pattern), CND_REGEX_FOLD_CASE, 1, &err));
	cnd_matcher_seal(matcher);
	cnd_buf_puts(&got,
		matcher->patterns[0].is_pure               ? "pure "
			: matcher->patterns[0].is_anchored ? "anchored "
							   : "bare ");
	show_anchors(matcher, &got);
	cnd_buf_putc(&got, '\0');
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
	cnd_arena_free(arena);
}

static void
phrases_are_pure(void **state)
{
	(void)state;
	assert_anchors("\\b(?:the\\s+board)\\b", "pure =board ");
	assert_anchors("\\b(?:plans?|rota)\\b", "pure =plan =plans =rota ");
	assert_anchors("\\bmulti[- ]agency\\b", "pure =multi =multi ");
	assert_anchors("\\bimplement\\w*\\b", "pure =implement implement~ ");
	assert_anchors("\\b\\w+isation\\b", "pure ~isation ");
	assert_anchors("\\b(?:should\\s+(?:\\w+\\s+)?consider)\\b",
		"pure =consider =consider ");
}

static void
what_leaves_anything_open_is_not_pure(void **state)
{
	(void)state;
	assert_anchors("\\bboard\\b.*\\bagreed\\b", "anchored =agreed ");
	assert_anchors("\\bhindsight(?!\\s+bias)\\b", "anchored =hindsight ");
	assert_anchors("\\b(?:the\\s+\\s+board)\\b", "anchored =board ");
	assert_anchors("\\b(\\w+)\\s+chair\\s+\\1\\b", "anchored =chair ");
	assert_anchors("hindsight", "bare ");
	assert_anchors("\\bhindsight", "anchored hindsight~ ");
}

static void
the_cheapest_cut_is_looked_up(void **state)
{
	(void)state;
	assert_anchors("\\b(?:the|a|an)\\b.*\\b(?:rota|memo)\\b",
		"anchored =memo =rota ");
	assert_anchors("\\b(?:rota|memo)\\b.*\\b(?:the|a|an)\\b",
		"anchored =memo =rota ");
	assert_anchors(
		"\\bx.*\\b(?:sign(?:ed|s)?\\s+off)\\b", "anchored =off ");
	assert_anchors("\\b(?:rota|the)?\\b\\W+memo\\b", "anchored =memo ");
	assert_anchors("\\b(?:rota|\\w+)\\b(?!x)", "bare ");
}

static void
digits_are_looked_up_when_nothing_better_is(void **state)
{
	(void)state;
	assert_anchors("(?<![\\w-])\\d{3}-\\d{4}(?!\\w)", "anchored # ");
	assert_anchors("\\b07\\d{3}\\b", "anchored 07~ ");
	assert_anchors("\\d+", "bare ");
}

static void
what_must_follow_counts(void **state)
{
	(void)state;
	assert_anchors("\\b\\w+(?=\\s+board\\b)", "anchored =board ");
	assert_anchors("\\b\\w+(?=\\s+board\\b)\\s+x\\b", "anchored =x ");
}

static void
what_is_not_understood_is_bare(void **state)
{
	(void)state;
	assert_anchors("(?x) \\b board \\b", "bare ");
	assert_anchors("\\bboard\\b(?(?=a)b|c)", "bare ");
	assert_anchors("\\bboard\\ca", "bare ");
	assert_anchors("\\bbe(?#x)+\\b", "bare ");
}

static void
pattern_that_begins_a_line_is_known(void **state)
{
	static const struct {
		const char *pattern;
		bool begins_line;
	} cases[] = {
		{ "^a", true },
		{ "\\b(?:^a|^b)", true },
		{ "(?:^a|b)", false },
		{ "a^", false },
		{ "(?:^)?a", false },
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_true(cnd_matcher_add(
			matcher, cnd_str_of(cases[i].pattern), 0, 1, &err));
		assert_int_equal(
			matcher->patterns[i].begins_line, cases[i].begins_line);
	}
	cnd_arena_free(arena);
}

static void
huge_patterns_cost_little(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };
	struct cnd_buf pattern = { 0 };

	(void)state;
	for (int i = 0; i < 3000; i++)
		cnd_buf_puts(&pattern, "(?:a|b)");
	(void)cnd_matcher_add(
		matcher, cnd_buf_str(&pattern), CND_REGEX_TRUSTED, 1, &err);
	cnd_buf_clear(&pattern);
	for (int i = 0; i < 5000; i++)
		cnd_buf_puts(&pattern, "a?\\s?");
	(void)cnd_matcher_add(
		matcher, cnd_buf_str(&pattern), CND_REGEX_TRUSTED, 1, &err);
	cnd_matcher_seal(matcher);
	assert_false(cnd_matcher_is_anchored(matcher, 0));
	assert_false(cnd_matcher_is_anchored(matcher, 1));
	assert_true(cnd_arena_used(arena) < 4u << 20);
	cnd_buf_dispose(&pattern);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(phrases_are_pure),
		cmocka_unit_test(what_leaves_anything_open_is_not_pure),
		cmocka_unit_test(the_cheapest_cut_is_looked_up),
		cmocka_unit_test(digits_are_looked_up_when_nothing_better_is),
		cmocka_unit_test(what_must_follow_counts),
		cmocka_unit_test(what_is_not_understood_is_bare),
		cmocka_unit_test(pattern_that_begins_a_line_is_known),
		cmocka_unit_test(huge_patterns_cost_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
