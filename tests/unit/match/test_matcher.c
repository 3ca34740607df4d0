/* Many patterns over one text: which matches are told, and in what order. */
#include "base/buf.h"
#include "base/limits.h"
#include "match/matcher.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A pattern that starts with "N:" has the tag N, others tag 1. */
static struct cnd_matcher *
make_matcher(
	struct cnd_arena *arena, const char *const *patterns, unsigned flags)
{
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };

	for (; *patterns != NULL; patterns++) {
		struct cnd_str pattern = cnd_str_of(*patterns);
		uint32_t tag = 1;

		if (pattern.len > 2 && pattern.data[1] == ':') {
			tag = (uint32_t)(pattern.data[0] - '0');
			pattern = cnd_str_slice(pattern, 2, pattern.len);
		}
		assert_true(
			cnd_matcher_add(matcher, pattern, flags, tag, &err));
	}
	cnd_matcher_seal(matcher);
	return matcher;
}

enum { UNITS = 16 };

/* Blocks are parted by '|', sentences inside them by '/'. */
struct layout {
	struct cnd_span blocks[UNITS];
	struct cnd_span sentences[UNITS];
	struct cnd_units units;
};

static size_t
cut(struct cnd_str text, const char *edges, struct cnd_span *spans)
{
	uint32_t from = 0;
	size_t count = 0;

	for (uint32_t i = 0; i <= text.len; i++) {
		if (i < text.len && strchr(edges, text.data[i]) == NULL)
			continue;
		assert_true(count < UNITS);
		spans[count++] = (struct cnd_span){ from, i };
		from = i + 1;
	}
	return count;
}

static void
lay_out(struct cnd_str text, struct layout *layout)
{
	layout->units = (struct cnd_units){
		.text = text,
		.blocks = layout->blocks,
		.block_count = cut(text, "|", layout->blocks),
		.sentences = layout->sentences,
		.sentence_count = cut(text, "|/", layout->sentences),
	};
}

static void
show(const struct cnd_hits *hits, struct cnd_buf *out)
{
	for (size_t i = 0; i < hits->count; i++)
		cnd_buf_printf(out, "%u/%u@%u:%u-%u ",
			(unsigned)hits->items[i].tag,
			(unsigned)hits->items[i].pattern,
			(unsigned)hits->items[i].unit,
			(unsigned)hits->items[i].span.from,
			(unsigned)hits->items[i].span.to);
	for (size_t i = 0; i < hits->gave_up_count; i++)
		cnd_buf_printf(out, "!%u/%u:%u-%u ",
			(unsigned)hits->gave_up[i].tag,
			(unsigned)hits->gave_up[i].pattern,
			(unsigned)hits->gave_up[i].span.from,
			(unsigned)hits->gave_up[i].span.to);
	cnd_buf_putc(out, '\0');
}

/* "tag/pattern@block:from-to " for each hit, both ways of scanning. */
static void
assert_scan(const char *const *patterns, unsigned flags, const char *text,
	const char *want)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = make_matcher(arena, patterns, flags);
	struct layout layout;
	struct cnd_hits hits;
	struct cnd_buf got = { 0 };

	lay_out(cnd_str_of(text), &layout);
	cnd_matcher_scan(matcher, &layout.units, arena, &hits);
	show(&hits, &got);
	assert_string_equal(got.data, want);
	cnd_buf_clear(&got);
	cnd_matcher_scan_plainly(matcher, &layout.units, arena, &hits);
	show(&hits, &got);
	assert_string_equal(got.data, want);
	cnd_buf_dispose(&got);
	cnd_arena_free(arena);
}

#define PATTERNS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
matches_stand_in_order_of_tag_and_place(void **state)
{
	(void)state;
	assert_scan(PATTERNS("2:\\bb\\b", "1:\\ba\\b", "1:\\bb\\b"), 0, "b a|b",
		"1/2@0:0-1 1/1@0:2-3 1/2@1:4-5 2/0@0:0-1 2/0@1:4-5 ");
}

static void
leftmost_wins_then_the_pattern_added_first(void **state)
{
	(void)state;
	assert_scan(
		PATTERNS("\\bb c\\b", "\\ba b\\b"), 0, "a b c", "1/1@0:0-3 ");
	assert_scan(PATTERNS("\\ba\\b", "\\ba b\\b"), 0, "a b", "1/0@0:0-1 ");
	assert_scan(PATTERNS("\\ba b\\b", "\\ba\\b"), 0, "a b", "1/0@0:0-3 ");
}

static void
pattern_is_found_again_behind_a_hit_that_hid_it(void **state)
{
	(void)state;
	/* "b c" would hide "c d" from its own search. */
	assert_scan(PATTERNS("a b", "(?:b c|c d)"), 0, "a b c d",
		"1/0@0:0-3 1/1@0:4-7 ");
	assert_scan(PATTERNS("a+", "1:[ab]+c"), 0, "aab abc",
		"1/0@0:0-2 1/0@0:4-5 1/1@0:5-7 ");
}

static void
tags_do_not_hide_each_other(void **state)
{
	(void)state;
	assert_scan(PATTERNS("1:a b", "2:b"), 0, "a b", "1/0@0:0-3 2/1@0:2-3 ");
}

static void
empty_matches_are_left_out(void **state)
{
	(void)state;
	assert_scan(PATTERNS("b*"), 0, "abba", "1/0@0:1-3 ");
	assert_scan(PATTERNS("x*|a"), 0, "a", "1/0@0:0-1 ");
	assert_scan(PATTERNS("ab\\K", "b\\Kc"), 0, "abc", "1/1@0:2-3 ");
}

static void
match_crosses_no_edge_of_its_unit(void **state)
{
	(void)state;
	assert_scan(PATTERNS("a.b"), 0, "a|b a/b", "1/0@1:4-7 ");
	assert_scan(PATTERNS("a.b"), CND_MATCHER_SENTENCE, "a|b a/b a b",
		"1/0@1:8-11 ");
	assert_scan(PATTERNS("^b"), CND_MATCHER_SENTENCE, "a|b a/b",
		"1/0@1:2-3 1/0@1:6-7 ");
}

static void
case_is_folded_when_asked(void **state)
{
	(void)state;
	assert_scan(PATTERNS("\\bsk\\b"), CND_REGEX_FOLD_CASE,
		"SK \xc5\xbfk s\xe2\x84\xaa ask",
		"1/0@0:0-2 1/0@0:3-6 1/0@0:7-11 ");
	assert_scan(PATTERNS("\\bSk\\b"), 0, "SK Sk sk", "1/0@0:3-5 ");
}

static void
pattern_that_gives_up_is_told_once_for_each_unit(void **state)
{
	(void)state;
	assert_scan(PATTERNS("1:(a+)+\\1c", "2:ab"), 0,
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab c|c|"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab c",
		"2/1@0:35-37 2/1@2:77-79 !1/0:0-39 !1/0:42-81 ");
}

static void
bad_pattern_is_refused(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = cnd_matcher_new(arena);
	struct cnd_error err = { 0 };

	(void)state;
	assert_false(cnd_matcher_add(matcher, CND_STR("(a"), 0, 1, &err));
	assert_int_equal(err.code, CND_ERR_RULE);
	assert_int_equal(err.column, 3);
	cnd_arena_free(arena);
}

static void
hits_of_a_tag_are_a_slice(void **state)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = make_matcher(
		arena, PATTERNS("1:\\ba\\b", "3:\\bb\\b", "3:(a+)+\\1c"), 0);
	struct layout layout;
	struct cnd_hits hits;
	struct cnd_hits slice;

	(void)state;
	lay_out(CND_STR("b a b aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab c"),
		&layout);
	cnd_matcher_scan(matcher, &layout.units, arena, &hits);
	slice = cnd_hits_of_tag(&hits, 3);
	assert_int_equal(slice.count, 2);
	assert_int_equal(slice.items[0].span.from, 0);
	assert_int_equal(slice.gave_up_count, 1);
	assert_int_equal(cnd_hits_of_tag(&hits, 1).count, 1);
	assert_int_equal(cnd_hits_of_tag(&hits, 1).gave_up_count, 0);
	assert_int_equal(cnd_hits_of_tag(&hits, 2).count, 0);
	assert_int_equal(cnd_hits_of_tag(&hits, 4).count, 0);
	assert_int_equal(cnd_hits_of_tag(&(struct cnd_hits){ 0 }, 1).count, 0);
	cnd_arena_free(arena);
}

/* One block of `length` bytes; how often pattern is found in it. */
static size_t
count_in_block(const char *pattern, struct cnd_str text)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_matcher *matcher = make_matcher(arena, PATTERNS(pattern), 0);
	struct cnd_span block = { 0, (uint32_t)text.len };
	struct cnd_units units = { text, &block, 1, &block, 1, NULL, false };
	struct cnd_hits hits;
	size_t count;

	cnd_matcher_scan(matcher, &units, arena, &hits);
	count = hits.count;
	cnd_matcher_scan_plainly(matcher, &units, arena, &hits);
	assert_int_equal(hits.count, count);
	cnd_arena_free(arena);
	return count;
}

static void
long_block_is_cut_at_blanks(void **state)
{
	size_t len = 3 * (size_t)CND_LIMIT_MATCH_SPAN;
	char *text = malloc(len);

	(void)state;
	for (size_t i = 0; i < len; i++)
		text[i] = "board "[i % 6];
	assert_int_equal(
		count_in_block("\\bboard\\b", (struct cnd_str){ text, len }),
		len / 6);
	/* Without blanks it is cut between characters: é is two bytes. */
	for (size_t i = 0; i < len; i++)
		text[i] = "\xc3\xa9"[(i + 1) % 2];
	len -= 100;
	text[0] = 'a';
	text[len - 1] = 'z';
	assert_int_equal(
		count_in_block("\u00e9z", (struct cnd_str){ text, len }), 1);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(matches_stand_in_order_of_tag_and_place),
		cmocka_unit_test(leftmost_wins_then_the_pattern_added_first),
		cmocka_unit_test(
			pattern_is_found_again_behind_a_hit_that_hid_it),
		cmocka_unit_test(tags_do_not_hide_each_other),
		cmocka_unit_test(empty_matches_are_left_out),
		cmocka_unit_test(match_crosses_no_edge_of_its_unit),
		cmocka_unit_test(case_is_folded_when_asked),
		cmocka_unit_test(
			pattern_that_gives_up_is_told_once_for_each_unit),
		cmocka_unit_test(bad_pattern_is_refused),
		cmocka_unit_test(hits_of_a_tag_are_a_slice),
		cmocka_unit_test(long_block_is_cut_at_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
