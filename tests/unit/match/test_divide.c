/* Long lists of alternatives, divided and whole. */
#include "base/buf.h"
#include "base/regex.h"
#include "match/divide.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* What every long list of a test ends with: enough to be divided. */
enum { FILLERS = 120 };

static void
put_fillers(struct cnd_buf *out)
{
	for (unsigned i = 0; i < FILLERS; i++)
		cnd_buf_printf(out, "|filler%u\\s+word", i);
}

/* The number of parts of the pattern, made long. */
static size_t
parts_of(const char *pattern)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf long_one = { 0 };
	size_t count;

	cnd_buf_puts(&long_one, pattern);
	put_fillers(&long_one);
	(void)cnd_pattern_divide(arena, cnd_buf_str(&long_one), &count);
	cnd_buf_dispose(&long_one);
	cnd_arena_free(arena);
	return count;
}

static void
long_lists_are_divided(void **state)
{
	(void)state;
	assert_true(parts_of("a|b") > 2);
	assert_true(parts_of("(?:a|(?:b|c))") > 2);
	assert_true(parts_of("[|)(]|\\||(?-i:A)|(?=a)b|(a)|(?|a|b)") > 2);
}

static void
short_ones_are_not(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	const struct cnd_str *parts;
	size_t count;

	(void)state;
	parts = cnd_pattern_divide(arena, cnd_str_of("(?:a|b)|c"), &count);
	assert_int_equal(count, 1);
	assert_true(cnd_str_equal(parts[0], cnd_str_of("(?:a|b)|c")));
	cnd_arena_free(arena);
}

static void
what_depends_on_the_whole_is_not(void **state)
{
	static const char *const patterns[] = { "(?i)a", "(a)\\1", "(?<n>a)",
		"(a)(?1)", "(*UTF)a", "\\Qa|b\\E", "a\\Kb", "(?#a|b)c", "(a",
		"a)", "(?(?=a)b)", "(?x:a b)" };

	(void)state;
	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++)
		if (parts_of(patterns[i]) != 1)
			fail_msg("'%s' is divided", patterns[i]);
}

/* A number below `end` from a fixed sequence. */
static unsigned
random_below(uint32_t *seed, unsigned end)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 16) % end;
}

/* An alternative, or at times a group of some. */
static void
put_random(struct cnd_buf *out, uint32_t *seed, unsigned depth)
{
	static const char *const pieces[] = { "a", "b", "ab?", "[a|)]", "\\|",
		"a(?=b)", "(?<!b)a", "(?-i:B)", "b{2}", "(?:a|b)c", "c.?a",
		"\\(b", "[^]c]", "" };
	unsigned count = 1 + random_below(seed, 3);

	if (depth < 3 && random_below(seed, 4) == 0) {
		cnd_buf_puts(out, "(?:");
		for (unsigned i = 0; i < count; i++) {
			if (i > 0)
				cnd_buf_putc(out, '|');
			put_random(out, seed, depth + 1);
		}
		cnd_buf_putc(out, ')');
		return;
	}
	for (unsigned i = 0; i < count; i++)
		cnd_buf_puts(out,
			pieces[random_below(
				seed, sizeof(pieces) / sizeof(pieces[0]))]);
}

static bool
find_in(struct cnd_arena *arena, struct cnd_str pattern, struct cnd_str text,
	struct cnd_match *match)
{
	struct cnd_error err = { 0 };
	const struct cnd_regex *regex =
		cnd_regex_new(arena, pattern, CND_REGEX_FOLD_CASE, &err);

	assert_non_null(regex);
	return cnd_regex_find(regex, text, 0, match) == CND_REGEX_MATCH;
}

/* The first match of the parts is the one of the whole. */
static void
assert_alike(struct cnd_arena *arena, struct cnd_str pattern,
	const struct cnd_str *parts, size_t count, struct cnd_str text)
{
	struct cnd_match want;
	struct cnd_match got = { 0 };
	bool is_found = false;

	for (size_t i = 0; i < count; i++) {
		struct cnd_match own;

		if (find_in(arena, parts[i], text, &own) &&
			(!is_found || own.from[0] < got.from[0])) {
			got = own;
			is_found = true;
		}
	}
	assert_int_equal(is_found, find_in(arena, pattern, text, &want));
	if (is_found) {
		assert_int_equal(got.from[0], want.from[0]);
		assert_int_equal(got.to[0], want.to[0]);
	}
}

static void
parts_find_what_the_whole_finds(void **state)
{
	static const char *const texts[] = { "", "x", "ab", "xxbbca", "x|)y",
		"(b a", "c]ab", "BB cba", "filler7 word ab",
		"bxa filler119\nword" };
	enum { ROUNDS = 60, OWN = 8 };
	uint32_t seed = 11;

	(void)state;
	for (unsigned round = 0; round < ROUNDS; round++) {
		struct cnd_arena *arena = cnd_arena_new();
		struct cnd_buf pattern = { 0 };
		const struct cnd_str *parts;
		size_t count;

		for (unsigned i = 0; i < OWN; i++) {
			cnd_buf_printf(&pattern, "%sfiller%u\\s+word",
				i == 0 ? "" : "|", i);
			put_fillers(&pattern);
			cnd_buf_putc(&pattern, '|');
			put_random(&pattern, &seed, 0);
		}
		parts = cnd_pattern_divide(
			arena, cnd_buf_str(&pattern), &count);
		assert_true(count > OWN);
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			assert_alike(arena, cnd_buf_str(&pattern), parts, count,
				cnd_str_of(texts[i]));
		cnd_buf_dispose(&pattern);
		cnd_arena_free(arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_lists_are_divided),
		cmocka_unit_test(short_ones_are_not),
		cmocka_unit_test(what_depends_on_the_whole_is_not),
		cmocka_unit_test(parts_find_what_the_whole_finds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
