/* Lexicon files, and patterns written with them. */
#include "base/buf.h"
#include "base/limits.h"
#include "base/regex.h"
#include "match/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static const struct cnd_str agencies[] = {
	{ "the Board", 9 },
	{ "police|probation", 16 },
};
static const struct cnd_str modals[] = { { "should", 6 }, { "must", 4 } };
static const struct cnd_str duties[] = {
	{ "{{agency}} {{modal}}", 20 },
};
static const struct cnd_str circle[] = { { "a{{loop}}", 9 } };
static struct cnd_lexicon items[] = {
	{ { "agency", 6 }, agencies, 2 },
	{ { "duty", 4 }, duties, 1 },
	{ { "loop", 4 }, circle, 1 },
	{ { "modal", 5 }, modals, 2 },
};
static const struct cnd_lexicons lexicons = { items, 4 };

/* The expanded pattern, which PCRE2 must accept; or "column message". */
static void
assert_expand(const char *pattern, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_str got = { 0 };
	char text[CND_ERROR_MESSAGE + 16];

	if (cnd_pattern_expand(
		    arena, &lexicons, cnd_str_of(pattern), &got, &err)) {
		assert_non_null(cnd_regex_new(arena, got, 0, &err));
		assert_string_equal(got.data, want);
	} else {
		snprintf(text, sizeof(text), "%u %s", (unsigned)err.column,
			err.message);
		assert_string_equal(text, want);
	}
	cnd_arena_free(arena);
}

static void
lexicons_become_groups(void **state)
{
	(void)state;
	assert_expand("{{modal}} be", "(?:should|must)\\s+be");
	assert_expand("({{duty}})?",
		"((?:(?:the\\s+Board|police|probation)\\s+"
		"(?:should|must)))?");
	assert_expand("a{2}", "a{2}");
}

static void
blanks_match_any_run_of_blanks(void **state)
{
	(void)state;
	assert_expand("as  soon\tas", "as\\s+soon\\s+as");
	assert_expand("a ?b *c +d ??e", "a\\s*b\\s*c\\s+d\\s*?e");
	assert_expand("a {2}b", "a(?:\\s+){2}b");
	assert_expand("a {{modal}}", "a\\s+(?:should|must)");
	assert_expand("[ ]a\\ b", "[ ]a\\ b");
}

static void
quotes_match_their_curly_forms(void **state)
{
	(void)state;
	assert_expand("didn't", "didn['\u2018\u2019]t");
	assert_expand("\"so\"", "[\"\u201c\u201d]so[\"\u201c\u201d]");
	assert_expand("['] \\'", "[']\\s+\\'");
}

static void
classes_escapes_and_names_are_left_alone(void **state)
{
	(void)state;
	assert_expand("[] ']a", "[] ']a");
	assert_expand("[^] ']a", "[^] ']a");
	assert_expand("[[:alpha:] ']a", "[[:alpha:] ']a");
	assert_expand("[\\] ']a b", "[\\] ']a\\s+b");
	assert_expand("\\Qa 'b\\E c", "\\Qa 'b\\E\\s+c");
	assert_expand("(?'n'a) \\k'n'", "(?'n'a)\\s+\\k'n'");
	assert_expand("(?'n'a)?(?('n')b)", "(?'n'a)?(?('n')b)");
}

static void
unknown_lexicon_is_told_with_the_nearest(void **state)
{
	(void)state;
	assert_expand("\u00e9 {{agancy}}",
		"3 there is no lexicon 'agancy'; did you mean 'agency'?");
	assert_expand("{{zzzzzz}}", "1 there is no lexicon 'zzzzzz'");
}

static void
circle_of_lexicons_is_an_error(void **state)
{
	(void)state;
	assert_expand("x {{loop}}", "3 lexicon 'loop' uses itself");
}

static void
chain_past_the_depth_limit_is_an_error(void **state)
{
	struct cnd_lexicon chain[CND_LIMIT_LEXICON_DEPTH + 1];
	struct cnd_str entries[CND_LIMIT_LEXICON_DEPTH + 1];
	char names[CND_LIMIT_LEXICON_DEPTH + 2][8];
	struct cnd_lexicons set = { chain, CND_LIMIT_LEXICON_DEPTH + 1 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_str got;

	(void)state;
	for (int i = 0; i <= CND_LIMIT_LEXICON_DEPTH + 1; i++)
		snprintf(names[i], sizeof(names[i]), "{{%c}}", 'a' + i);
	for (int i = 0; i <= CND_LIMIT_LEXICON_DEPTH; i++) {
		entries[i] = cnd_str_of(names[i + 1]);
		chain[i] = (struct cnd_lexicon){
			cnd_str_slice(cnd_str_of(names[i]), 2, 3), &entries[i],
			1
		};
	}
	assert_false(
		cnd_pattern_expand(arena, &set, CND_STR("{{a}}"), &got, &err));
	assert_string_equal(err.message, "lexicons use each other 8 deep");
	cnd_arena_free(arena);
}

static void
expansion_past_the_size_limit_is_an_error(void **state)
{
	struct cnd_str wide[64];
	struct cnd_lexicon sets[2] = {
		{ { "a", 1 }, wide, 64 },
		{ { "b", 1 }, NULL, 64 },
	};
	struct cnd_str deep[64];
	struct cnd_lexicons set = { sets, 2 };
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_str got;

	(void)state;
	for (size_t i = 0; i < 64; i++) {
		wide[i] = CND_STR("{{b}}{{b}}");
		deep[i] = CND_STR("a list of many words for one entry");
	}
	sets[1].entries = deep;
	assert_false(
		cnd_pattern_expand(arena, &set, CND_STR("{{a}}"), &got, &err));
	assert_int_equal(err.code, CND_ERR_LIMIT);
	cnd_arena_free(arena);
}

/* Entries between bars, or "line:column message". */
static void
assert_read(const char *source, const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_yaml *file = cnd_yaml_parse(arena, cnd_str_of(source), &err);
	struct cnd_lexicon lexicon;
	struct cnd_buf got = { 0 };

	assert_non_null(file);
	if (cnd_lexicon_read(arena, CND_STR("x"), file, &lexicon, &err))
		for (size_t i = 0; i < lexicon.count; i++)
			cnd_buf_printf(
				&got, "%.*s|", CND_STR_ARG(lexicon.entries[i]));
	else
		cnd_buf_printf(&got, "%u:%u %s", (unsigned)err.line,
			(unsigned)err.column, err.message);
	cnd_buf_putc(&got, '\0');
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
	cnd_arena_free(arena);
}

static void
files_are_read_or_refused_at_their_place(void **state)
{
	(void)state;
	assert_read("description: who\ntokens: [the Board, 'police?']\n",
		"the Board|police?|");
	assert_read("description: who\n",
		"1:1 'tokens' must be a list of patterns");
	assert_read("tokens: []\n", "1:9 'tokens' must be a list of patterns");
	assert_read("- a\n", "1:1 'tokens' must be a list of patterns");
	assert_read("tokens:\n  - a\n  - ''\n",
		"3:5 an entry of 'tokens' is empty");
	assert_read("tokens:\n  - [a]\n", "2:5 'value' must be text");
	assert_read("tokens: [a]\ntoken: [b]\n",
		"2:1 'token' is no key of a lexicon ('description', "
		"'tokens')");
}

static void
find_gives_the_lexicon_of_that_name(void **state)
{
	(void)state;
	assert_ptr_equal(
		cnd_lexicon_find(&lexicons, CND_STR("modal")), &items[3]);
	assert_null(cnd_lexicon_find(&lexicons, CND_STR("moda")));
	assert_null(cnd_lexicon_find(NULL, CND_STR("modal")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lexicons_become_groups),
		cmocka_unit_test(blanks_match_any_run_of_blanks),
		cmocka_unit_test(quotes_match_their_curly_forms),
		cmocka_unit_test(classes_escapes_and_names_are_left_alone),
		cmocka_unit_test(unknown_lexicon_is_told_with_the_nearest),
		cmocka_unit_test(circle_of_lexicons_is_an_error),
		cmocka_unit_test(chain_past_the_depth_limit_is_an_error),
		cmocka_unit_test(expansion_past_the_size_limit_is_an_error),
		cmocka_unit_test(files_are_read_or_refused_at_their_place),
		cmocka_unit_test(find_gives_the_lexicon_of_that_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
