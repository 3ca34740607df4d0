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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_told_by_their_whole_name),
		cmocka_unit_test(only_comments_to_candour_are_directives),
		cmocka_unit_test(comments_in_a_block_are_found_in_order),
		cmocka_unit_test(a_block_of_comments_alone_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
