/* Scales read from their files, and what they say of passages. */
#include "weigh/scales.h"

#include "cnd_test.h"

#include <math.h>

static struct cnd_scales *
scales_of(struct cnd_arena *arena, const char *const *files, size_t count)
{
	struct cnd_scales *scales = cnd_scales_new(arena);
	struct cnd_error err = { 0 };

	for (size_t i = 0; i < count; i++) {
		char name[2] = { (char)('a' + i), '\0' };
		struct cnd_yaml *file =
			cnd_yaml_parse(arena, cnd_str_of(files[i]), &err);

		assert_non_null(file);
		if (!cnd_scales_add(scales, cnd_str_of(name), file, &err))
			fail_msg(
				"%u:%u: %s", err.line, err.column, err.message);
	}
	cnd_scales_seal(scales);
	return scales;
}

static double
odds_of(const struct cnd_scales *scales, uint32_t scale, const char *passage)
{
	float odds[CND_SCALES_MOST];

	cnd_scales_weigh(scales, cnd_str_of(passage), odds);
	return odds[scale];
}

static void
assert_odds(double got, double want)
{
	assert_true(fabs(got - want) < 0.0001);
}

static void
a_word_that_a_file_has_twice_weighs_both(void **state)
{
	static const char *const files[] = {
		"bias: -1\nweights: {300: [objected], -100: [objected]}",
		"bias: 0\nweights: {32000: [objected], 31000: [objected]}",
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_scales *scales = scales_of(arena, files, 2);

	(void)state;
	assert_odds(odds_of(scales, 0, "Objected, as they had to"),
		-1 + 2 / sqrt(2));
	assert_odds(odds_of(scales, 1, "Objected, as they had to"),
		327.67 / sqrt(2));
	cnd_arena_free(arena);
}

static void
known_words_and_pairs_weigh_once_each(void **state)
{
	static const char *const files[] = {
		"bias: -1\nweights: {300: [objected], -200: [not objected]}",
		"bias: 0\nweights: {100: [objected, '# days', '@']}",
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_scales *scales = scales_of(arena, files, 2);

	(void)state;
	assert_odds(odds_of(scales, 0, "nobody minded"), -1);
	assert_odds(odds_of(scales, 0, "Objected, as they had to"),
		-1 + 3 / sqrt(2));
	assert_odds(
		odds_of(scales, 0, "objected and objected"), -1 + 3 / sqrt(2));
	assert_odds(odds_of(scales, 0, "they had not objected"),
		-1 + (3 - 2) / sqrt(3));
	assert_odds(odds_of(scales, 0, "not. Objected"), -1 + 3 / sqrt(2));
	assert_odds(odds_of(scales, 1, "for 14 days the Fenby Trust objected"),
		3 / sqrt(4));
	cnd_arena_free(arena);
}

static void
the_heaviest_sentence_counts_beside_the_whole(void **state)
{
	static const char *const files[] = {
		"bias: -1\nweights: {300: [objected], -100: [boats, piers]}",
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_scales *scales = scales_of(arena, files, 1);
	double whole = -1 + (3 - 1 - 1) / sqrt(4);
	double best = -1 + 3 / sqrt(2);

	(void)state;
	assert_odds(odds_of(scales, 0,
			    "Boats left the piers. Some objected. More boats "
			    "left."),
		(whole + 0.6 * best) / 1.6);
	cnd_arena_free(arena);
}

static void
words_far_behind_do_not_weigh(void **state)
{
	static const char *const files[] = {
		"bias: 0\nweights: {100: [last]}"
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_scales *scales = scales_of(arena, files, 1);
	struct cnd_buf text = { 0 };
	float odds[CND_SCALES_MOST];

	(void)state;
	while (text.len < CND_SCALES_TEXT)
		cnd_buf_puts(&text, "a b c ");
	cnd_buf_puts(&text, "last");
	cnd_scales_weigh(scales, cnd_buf_str(&text), odds);
	assert_odds(odds[0], 0);
	cnd_buf_dispose(&text);
	cnd_arena_free(arena);
}

static void
more_known_words_than_are_kept_do_no_harm(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_buf file = { 0 };
	struct cnd_buf text = { 0 };
	struct cnd_scales *scales;
	const char *files[1];

	(void)state;
	cnd_buf_puts(&file, "bias: 0\nweights:\n  100:\n");
	for (int i = 0; i < 1000; i++) {
		char word[] = { (char)('a' + i / 100),
			(char)('a' + i / 10 % 10), (char)('a' + i % 10), '\0' };

		cnd_buf_printf(&file, "  - '%s'\n", word);
		cnd_buf_printf(&text, "%s ", word);
	}
	files[0] = cnd_arena_copy(arena, cnd_buf_str(&file)).data;
	scales = scales_of(arena, files, 1);
	assert_true(
		odds_of(scales, 0,
			cnd_arena_copy(arena, cnd_buf_str(&text)).data) > 20);
	cnd_buf_dispose(&file);
	cnd_buf_dispose(&text);
	cnd_arena_free(arena);
}

static void
the_part_that_says_it_pulls_most(void **state)
{
	static const char *const files[] = {
		"bias: 0\nweights: {200: [objected], -100: [well]}",
	};
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_scales *scales = scales_of(arena, files, 1);
	uint32_t scale = 7;

	(void)state;
	assert_true(cnd_scales_find(scales, CND_STR("a"), &scale));
	assert_int_equal(scale, 0);
	assert_false(cnd_scales_find(scales, CND_STR("b"), &scale));
	assert_int_equal(
		cnd_scales_pull(scales, 0, CND_STR("They objected.")), 200);
	assert_int_equal(
		cnd_scales_pull(scales, 0, CND_STR("All is well.")), -100);
	cnd_arena_free(arena);
}

static void
assert_error(const char *file, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_scales *scales = cnd_scales_new(arena);
	struct cnd_error err = { 0 };
	struct cnd_yaml *read = cnd_yaml_parse(arena, cnd_str_of(file), &err);
	struct cnd_buf got = { 0 };

	assert_non_null(read);
	assert_false(cnd_scales_add(scales, CND_STR("a"), read, &err));
	cnd_buf_printf(&got, "%u:%u %s", err.line, err.column, err.message);
	cnd_arena_free(arena);
	assert_buf(&got, want);
}

static void
mistakes_in_the_file_are_errors_with_a_place(void **state)
{
	(void)state;
	assert_error("- a\n",
		"1:1 a scale has a 'bias' and a map of "
		"'weights'");
	assert_error("bias: 1\nwieghts: {}\n",
		"2:1 a scale has 'description', 'bias' and 'weights'");
	assert_error("bias: no\nweights: {}\n", "1:7 'bias' must be a number");
	assert_error("bias: 1\nweights: {1.5: [a]}\n",
		"2:11 a weight is a whole number of hundredths");
	assert_error("bias: 1\nweights: {99999: [a]}\n",
		"2:11 a weight is a whole number of hundredths");
	assert_error("bias: 1\nweights: {'': [a]}\n",
		"2:11 a weight is a whole number of hundredths");
	assert_error("bias: 1\nweights: {3: a}\n",
		"2:14 a weight has a list of words");
	assert_error("bias: 1\nweights: {3: [a b c]}\n",
		"2:15 what weighs is one word or two");
	assert_error("bias: 1\nweights: {3: ['-']}\n",
		"2:15 what weighs is one word or two");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_that_a_file_has_twice_weighs_both),
		cmocka_unit_test(known_words_and_pairs_weigh_once_each),
		cmocka_unit_test(the_heaviest_sentence_counts_beside_the_whole),
		cmocka_unit_test(words_far_behind_do_not_weigh),
		cmocka_unit_test(more_known_words_than_are_kept_do_no_harm),
		cmocka_unit_test(the_part_that_says_it_pulls_most),
		cmocka_unit_test(mistakes_in_the_file_are_errors_with_a_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
