/* Tests of tags and comments in Markdown. */
#include "read/comment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
tags_are_told_by_their_whole_name(void **state)
{
	(void)state;
	assert_true(cnd_comment_is_tag(CND_STR("<br>"), "br"));
	assert_true(cnd_comment_is_tag(CND_STR("<BR/>"), "br"));
	assert_true(cnd_comment_is_tag(CND_STR("</sup>"), "/sup"));
	assert_false(cnd_comment_is_tag(CND_STR("<brx>"), "br"));
	assert_false(cnd_comment_is_tag(CND_STR("<b"), "br"));
	assert_false(cnd_comment_is_tag(CND_STR(""), "br"));
}

static void
only_comments_to_candour_are_directives(void **state)
{
	struct cnd_str inside;

	(void)state;
	assert_true(cnd_comment_directive(
		CND_STR("<!--  candour: ignore x -->"), &inside));
	assert_true(cnd_str_equal(inside, CND_STR("candour: ignore x")));
	assert_false(cnd_comment_directive(CND_STR("<!-- x -->"), &inside));
	assert_false(
		cnd_comment_directive(CND_STR("<!-- candour: x"), &inside));
	assert_false(cnd_comment_directive(CND_STR("<!---->"), &inside));
}

static void
comments_in_a_block_are_found_in_order(void **state)
{
	struct cnd_comments comments = {
		CND_STR("<p><!-- candour: a --><!-- b -->\n<!--candour: c-->"),
		0
	};
	struct cnd_str inside;

	(void)state;
	assert_true(cnd_comment_next(&comments, &inside));
	assert_true(cnd_str_equal(inside, CND_STR("candour: a")));
	assert_true(cnd_comment_next(&comments, &inside));
	assert_true(cnd_str_equal(inside, CND_STR("candour: c")));
	assert_false(cnd_comment_next(&comments, &inside));
	assert_false(cnd_comment_next(&comments, &inside));
}

static void
a_block_of_comments_alone_is_told(void **state)
{
	(void)state;
	assert_true(cnd_comment_is_all(CND_STR("<!-- a -->\n <!-- b -->\n")));
	assert_false(cnd_comment_is_all(CND_STR("<!-- a --> b")));
	assert_false(cnd_comment_is_all(CND_STR("<!-- a")));
}

static void
hyphens_in_comments_to_candour_are_masked_and_put_back(void **state)
{
	static const char source[] =
		"a -- b <!-- x -- y --> <!-- candour: on r -- why --> <!--";
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str masked = cnd_comment_mask(arena, CND_STR(source));
	struct cnd_str back = cnd_comment_unmask(arena, masked);

	(void)state;
	assert_int_equal(masked.len, sizeof(source) - 1);
	assert_string_equal(back.data, source);
	assert_int_equal(cnd_str_find(cnd_str_slice(masked, 30, masked.len),
				 CND_STR("r -- why")),
		CND_NOT_FOUND);
	assert_int_equal(cnd_str_find(masked, CND_STR("x -- y")), 12);
	cnd_arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			hyphens_in_comments_to_candour_are_masked_and_put_back),
		cmocka_unit_test(tags_are_told_by_their_whole_name),
		cmocka_unit_test(only_comments_to_candour_are_directives),
		cmocka_unit_test(comments_in_a_block_are_found_in_order),
		cmocka_unit_test(a_block_of_comments_alone_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
