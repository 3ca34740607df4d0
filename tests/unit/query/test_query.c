/* What a query answers is what PCRE2 answers. */
#include "query/query.h"
#include "random_patterns.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	ROUNDS = 20000,
	TEXTS = 4,
	WORDS = 14,
};

static void
show(enum cnd_regex_result result, const struct cnd_match *match,
	struct cnd_buf *out)
{
	cnd_buf_clear(out);
	cnd_buf_printf(out, "%d", (int)result);
	for (size_t i = 0; result == CND_REGEX_MATCH && i < match->count; i++)
		cnd_buf_printf(out, " %zd-%zd", (ssize_t)match->from[i],
			(ssize_t)match->to[i]);
}

/* The first answer and the second, as strings; the same but for giving up. */
static void
assert_answers_agree(const struct cnd_query *query, struct cnd_str pattern,
	struct cnd_str text, struct cnd_search search)
{
	struct cnd_match match;
	struct cnd_buf shown[2] = { { 0 }, { 0 } };
	enum cnd_regex_result plain =
		cnd_query_search_plainly(query, text, search, &match);
	enum cnd_regex_result quick;
	enum cnd_regex_result stands;

	show(plain, &match, &shown[1]);
	quick = cnd_query_search(query, text, search, &match);
	show(quick, &match, &shown[0]);
	stands = cnd_query_stands(query, text, search.from);
	if (plain != CND_REGEX_GAVE_UP &&
		(!cnd_str_equal(
			 cnd_buf_str(&shown[0]), cnd_buf_str(&shown[1])) ||
			(search.last == text.len && stands != plain)))
		fail_msg("%.*s on '%.*s' from %zu to %zu: %.*s (%d), PCRE2 "
			 "%.*s",
			CND_STR_ARG(pattern), CND_STR_ARG(text), search.from,
			search.last, CND_STR_ARG(cnd_buf_str(&shown[0])),
			(int)stands, CND_STR_ARG(cnd_buf_str(&shown[1])));
	cnd_buf_dispose(&shown[0]);
	cnd_buf_dispose(&shown[1]);
}

static void
put_text(struct dice *dice, struct cnd_buf *out)
{
	cnd_buf_clear(out);
	for (uint32_t i = draw(dice, WORDS); i > 0; i--) {
		put_any_word(dice, out);
		cnd_buf_puts(out, PICK(dice, gaps));
	}
}

/* A place of the text, at a character's first byte. */
static size_t
pick_place(struct dice *dice, struct cnd_str text)
{
	size_t at = draw(dice, (uint32_t)text.len + 1);

	while (at < text.len && ((unsigned char)text.data[at] & 0xc0) == 0x80)
		at++;
	return at;
}

/* One random pattern on a few texts; whether it is regular. */
static bool
try_pattern(struct dice *dice, struct cnd_buf *pattern, struct cnd_buf *text)
{
	static const unsigned flags[] = { 0, CND_REGEX_FOLD_CASE,
		CND_REGEX_FOLD_CASE | CND_REGEX_LINES,
		CND_REGEX_FOLD_CASE | CND_REGEX_NOT_EMPTY | CND_REGEX_LINES };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_query *query;
	bool is_regular = false;

	put_whole_pattern(dice, pattern);
	query = cnd_query_new(
		arena, cnd_buf_str(pattern), PICK(dice, flags), &err);
	for (int i = 0; query != NULL && i < TEXTS; i++) {
		struct cnd_search search = { 0 };

		put_text(dice, text);
		search.last = text->len;
		if (draw(dice, 3) == 0)
			search.from = pick_place(dice, cnd_buf_str(text));
		if (draw(dice, 4) == 0)
			search.last = pick_place(dice, cnd_buf_str(text));
		if (search.last < search.from)
			search.last = text->len;
		if (draw(dice, 8) == 0)
			cnd_query_forget(query);
		assert_answers_agree(
			query, cnd_buf_str(pattern), cnd_buf_str(text), search);
		is_regular = cnd_query_is_regular(query);
	}
	cnd_arena_free(arena);
	return is_regular;
}

static void
random_patterns_are_answered_as_by_pcre2(void **state)
{
	const char *from_outside = getenv("CANDOUR_SEED");
	struct dice dice = { 0x9e3779b97f4a7c15u, 0 };
	struct cnd_buf pattern = { 0 };
	struct cnd_buf text = { 0 };
	int rounds = ROUNDS;
	int regular = 0;

	(void)state;
	if (from_outside != NULL) {
		dice.state += strtoull(from_outside, NULL, 10) << 20;
		rounds *= 10;
	}
	for (int round = 0; round < rounds; round++) {
		dice.window = (uint32_t)round;
		regular += try_pattern(&dice, &pattern, &text);
	}
	/* A test of patterns that are all PCRE2's would pass, too. */
	assert_true(regular > rounds / 2);
	cnd_buf_dispose(&pattern);
	cnd_buf_dispose(&text);
}

static void
patterns_that_have_a_word_twice_are_known(void **state)
{
	static const struct {
		const char *pattern;
		bool is_doubled;
	} cases[] = {
		{ "\\b([a-z]+)\\s+\\1\\b", true },
		{ "(?<!\\w)([a-z]+)\\s(?=\\w)(?i:\\1)(?![\\w-])", true },
		{ "\\b([a-z]+)\\s+\\1(?=[.,]|\\s+x)", true },
		{ "\\b([a-z]+)\\s+\\1(?=[.,]|x)", false }, /* goes on */
		{ "([a-z]+)\\s+\\1\\b", false }, /* may begin inside a word */
		{ "\\b([a-z]+)\\s+\\1", false }, /* may end inside one */
		{ "\\b([a-z]+),\\s+\\1\\b", false },
		{ "\\b([a-z]+)\\s*\\1\\b", false },
		{ "\\b([a-z]+)\\s+\\1\\b|x", false },
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_str pattern = cnd_str_of(cases[i].pattern);
		struct cnd_query *query =
			cnd_query_new(arena, pattern, 0, &err);

		if (cnd_query_is_doubled(query) != cases[i].is_doubled)
			fail_msg("%s", cases[i].pattern);
	}
	cnd_arena_free(arena);
}

static void
a_glance_looks_for_signs_that_must_stand(void **state)
{
	static const struct {
		const char *pattern;
		const char *text;
		bool is_worth;
	} cases[] = {
		{ "\\w+@\\w+", "a b", false },
		{ "^(?:\\S+\\s+){3}", "one two three", false },
		{ "^(?:\\S+\\s+){3}", "one two\xC2\xA0three four", true },
		{ "^(?=(?:\\S+\\s+){3}\\S)", "one\ttwo\nthree four", true },
		{ "[A-Z][A-Z&]+|[A-Z]\\d", "Some Names In 1988", false },
		{ "[A-Z][A-Z&]+|[A-Z]\\d", "some names: M1", true },
		{ "[A-Z][A-Z&]+|[A-Z]\\d", "in A&E all day", true },
		{ "[A-Z]+|[A-Z]\\d", "Some Names", true },
		{ "\\w+@\\w+", "a@b", true },
		{ "[a-z](?:/|\\\\)", "a|b", false },
		{ "[a-z](?:/|\\\\)", "a\\b", true },
		{ "[a-z]@?", "a b", true },
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_query *query = cnd_query_new(
			arena, cnd_str_of(cases[i].pattern), 0, &err);
		struct cnd_glance glance =
			cnd_glance_at(cnd_str_of(cases[i].text));

		if (cnd_query_is_worth(query, &glance) != cases[i].is_worth)
			fail_msg("%s %s", cases[i].pattern, cases[i].text);
	}
	cnd_arena_free(arena);
}

static void
a_glance_asks_for_signs_and_length(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_query *query = cnd_query_new(
		arena, CND_STR("\\w+@\\w+"), CND_REGEX_FOLD_CASE, &err);
	struct cnd_glance with = cnd_glance_at(CND_STR("a@b"));
	struct cnd_glance without = cnd_glance_at(CND_STR("a at b"));

	(void)state;
	assert_true(cnd_query_is_worth(query, &with));
	assert_false(cnd_query_is_worth(query, &without));
	assert_true(cnd_query_is_long(query, 3));
	assert_false(cnd_query_is_long(query, 2));
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_that_have_a_word_twice_are_known),
		cmocka_unit_test(a_glance_looks_for_signs_that_must_stand),
		cmocka_unit_test(a_glance_asks_for_signs_and_length),
		cmocka_unit_test(random_patterns_are_answered_as_by_pcre2),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
