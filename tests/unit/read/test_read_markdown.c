/* Tests of the Markdown reader: what becomes of each construct. */
#include "read/read.h"

#include "base/limits.h"
#include "read/dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct cnd_document *
read_markdown(const char *source)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc =
		cnd_read(CND_STR("t.md"), cnd_str_of(source), &err);

	if (doc == NULL)
		fail_msg("%s", err.message);
	return doc;
}

static const struct reading readings[] = {
	{ "headings give up their numbers",
		"# 4.2 Findings\n\nUnder\n=====\n\n## Recommendation 1: x\n",
		"h1 [4.2] Findings\nh1 Under\nh2 Recommendation 1: x\n" },
	{ "numbered paragraphs, bold or not",
		"4.12 The Board\nmet.\n\n**4.13** *It* met.\n\n"
		"**Recommendation 1.** By May\n",
		"p [4.12] The Board met.\np [4.13] It met.\n"
		"p [Recommendation 1] By May\n" },
	{ "markup is dropped",
		"A *b* **c** `d` [e](http://x.org/y_z) <http://f.org> ~~g~~\n",
		"p A b c d e http://f.org ~~g~~\n" },
	{ "entities and escapes", "a &ndash; b &amp; c \\* d &bogus; &#8217;\n",
		"p a \xe2\x80\x93 b & c * d &bogus; \xe2\x80\x99\n" },
	{ "breaks that wrap and that are meant", "a\nb  \nc\\\nd<br>e\r\nf\n",
		"p a b\\nc\\nd\\ne f\n" },
	{ "bold paragraphs are emphasis",
		"**All of it**\n\n**Not** all\n\n4.1 **Findings**\n",
		"p* All of it\np Not all\np* [4.1] Findings\n" },
	{ "quotations are flagged", "> a\n> b\n>\n> - c\n\nd\n",
		"pq a b\ni1q c\np d\n" },
	{ "lists with levels and numbers",
		"The Board should:\n\n- one\n- two\n  1. three\n  1. four\n\n"
		"7. seven\n\n   more\n\n8. eight\n",
		"p The Board should:\ni1 one\ni1 two\ni2 [1] three\n"
		"i2 [2] four\ni1 [7] seven\np1 more\ni1 [8] eight\n" },
	{ "lists numbered with brackets", "1) one\n2) two\n",
		"i1 [1)] one\ni1 [2)] two\n" },
	{ "lettered paragraphs are items", "(a) one;\n\n(b) two.\n",
		"i1 [(a)] one;\ni1 [(b)] two.\n" },
	{ "items whose text has a label", "- R3: Publish it\n",
		"i1 [R3] Publish it\n" },
	{ "bullets typed by hand make items",
		"\xe2\x96\xaa one\n\n\xe2\x86\x92 That two\n\n"
		"Three:\n\xe2\x80\xa2 four\n\xe2\x80\xa2 five\n\n"
		"Six wraps\n\xe2\x80\x93 here\n\n\xe2\x80\x93 seven\n",
		"i1 one\ni1 That two\np Three:\ni1 four\ni1 five\n"
		"p Six wraps \xe2\x80\x93 here\ni1 seven\n" },
	{ "tables", "| No | What |\n|---|:--|\n| 1 | a **b**<br>c |\n| | d |\n",
		"cell0.0^ No\ncell0.1^ What\ncell1.0 1\ncell1.1 a b\\nc\n"
		"cell2.0 \ncell2.1 d\n" },
	{ "footnotes",
		"The Board[^1] met.[^long-name]\n\n[^1]: First *note*\n    "
		"goes on.\n[^long-name]: Second.\n\n    Its other part.\n",
		"p The Board met.\nnote [1] First note goes on.\n"
		"note [long-name] Second.\nnote Its other part.\n" },
	{ "footnotes of one word", "The Board[^1] met.\n\n[^1]: Ibid.\n",
		"p The Board met.\n" },
	{ "superscript note marks",
		"was:<sup><a href=\"#f\">1</a></sup> so 10<sup>th</sup>\n",
		"p was: so 10th\n" },
	{ "code, and what is only set in",
		"```c\nint a;\n\nint b;\n```\n\n    indented\n",
		"code int a;\\n\\nint b;\np indented\n" },
	{ "raw blocks are flagged", "<div>\n*a*\n</div>\n\nb\n",
		"p! <div>\\n*a*\\n</div>\np b\n" },
	{ "directives stand before the next block or in one",
		"a\n\n<!-- candour: ignore x -->\n\nb <!-- candour: y --> c\n\n"
		"<!-- other -->\n",
		"p a\np b  c\ndirective 3:1 candour: ignore x\n"
		"directive 5:1 candour: y\n" },
	{ "images are counted, their words are not prose",
		"a ![alt *text*](x.png) b <img src=\"y\">\n\n![c](d)\n",
		"p a  b\nnot read: 3 images\n" },
	{ "front matter", "---\ntitle: a\n---\n\n# b\n",
		"front title: a\nh1 b\n" },
	{ "a rule at the start is no front matter", "---\n\na\n", "p a\n" },
	{ "front matter must end", "---\ntitle: a\n", "p title: a\n" },
	{ "captions", "Table 2: who was seen\n\nTable 2 shows it.\n",
		"caption Table 2: who was seen\np Table 2 shows it.\n" },
	{ "a contents list of links is furniture",
		"- [1. Introduction](#one)\n- [2](#two) **x**\n",
		"furniture1 [1] Introduction\ni1 2 x\n" },
	{ "a mark of byte order is skipped", "\xef\xbb\xbf# a\n", "h1 a\n" },
	{ "links to footnotes in text stay where they are no marks",
		"see [a] and [^] and [^b c]\n",
		"p see [a] and [^] and [^b c]\n" },
};

static void
constructs_are_read(void **state)
{
	(void)state;
	assert_readings(
		"t.md", readings, sizeof(readings) / sizeof(readings[0]));
}

static void
assert_place(const char *source, const char *word, unsigned line,
	unsigned column, unsigned end_column)
{
	struct cnd_document *doc = read_markdown(source);
	size_t at = cnd_str_find(doc->text, cnd_str_of(word));
	struct cnd_span span = { (uint32_t)at, (uint32_t)(at + strlen(word)) };
	struct cnd_place place =
		cnd_document_place(doc, span, CND_UNIT_CODE_POINT);

	assert_true(at != CND_NOT_FOUND);
	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
	assert_int_equal(place.end_column, end_column);
	cnd_document_free(doc);
}

static void
places_are_those_of_the_file(void **state)
{
	(void)state;
	assert_place("# T\n\n4.1 The **bold** word\n", "bold word", 3, 11, 22);
	assert_place("a &amp; b\n", "&", 1, 3, 8);
	assert_place("a &amp; b\n", "b", 1, 9, 10);
	assert_place("> one\n> two\n", "two", 2, 3, 6);
	assert_place("> one\r\n> two\r\n", "two", 2, 3, 6);
	assert_place("one[^1] two\n", "two", 1, 9, 12);
	assert_place("a \\* b c\n", "b c", 1, 6, 9);
	assert_place("\xef\xbb\xbfone two\n", "two", 1, 6, 9);
	assert_place("| a | b |\n|---|---|\n| c | dee |\n", "dee", 3, 7, 10);
}

static void
numbers_of_items_know_their_place(void **state)
{
	struct cnd_document *doc =
		read_markdown("- a\n\n  12. **b**\n\n4.1 C\n");

	(void)state;
	assert_int_equal(doc->block_count, 3);
	assert_int_equal(doc->blocks[0].label_source, CND_NONE);
	assert_int_equal(doc->blocks[1].label_source, 7);
	assert_int_equal(doc->blocks[2].label_source, 18);
	cnd_document_free(doc);
}

static void
lists_hang_from_their_lead_in(void **state)
{
	struct cnd_document *doc = read_markdown(
		"# H\n\nThe Board should:\n\n- a\n  - b\n\n  c\n- d\n");

	(void)state;
	assert_int_equal(doc->block_count, 6);
	assert_int_equal(doc->blocks[2].lead_in, 1);
	assert_int_equal(doc->blocks[3].parent_item, 2);
	assert_int_equal(doc->blocks[5].lead_in, 1);
	cnd_document_free(doc);
}

static struct cnd_str
repeated(struct cnd_buf *buf, const char *text, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		cnd_buf_puts(buf, text);
	return cnd_buf_str(buf);
}

static void
deep_nesting_is_read_at_the_deepest_level(void **state)
{
	static const char *const markers[] = { "> ", "- ", "1. " };
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		struct cnd_buf source = { 0 };
		struct cnd_error err = { 0 };
		struct cnd_document *doc;

		repeated(&source, markers[i], 5000);
		cnd_buf_puts(&source, "deep\n");
		doc = cnd_read(CND_STR("t.md"), cnd_buf_str(&source), &err);
		assert_non_null(doc);
		assert_true(doc->block_count >= 1);
		assert_true(doc->blocks[0].level <= CND_LIMIT_NESTING);
		cnd_document_free(doc);
		cnd_buf_dispose(&source);
	}
}

/* What stands behind a text in memory is not the text's. */
static void
a_link_cut_off_by_the_end_stays_cut_off(void **state)
{
	static const char bytes[] = "<![u](u<x)";
	struct cnd_error err = { 0 };
	struct cnd_document *doc;

	(void)state;
	doc = cnd_read(CND_STR("t.md"),
		(struct cnd_str){ bytes, sizeof(bytes) - 2 }, &err);
	assert_non_null(doc);
	assert_true(cnd_str_equal(doc->text, CND_STR("<![u](u<x")));
	cnd_document_free(doc);
}

/* md4c tells that these italics begin, and never that they end. */
static void
italics_end_with_their_block(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(CND_STR("t.md"),
		CND_STR("#*a [b](*#c).\n# *d [e](*f)\n\nplain\n"), &err);

	(void)state;
	assert_non_null(doc);
	for (size_t i = 0; i < doc->slanted_count; i++)
		assert_true(doc->slanted[i].to <=
			doc->blocks[doc->block_count - 1].span.from);
	cnd_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_cut_off_by_the_end_stays_cut_off),
		cmocka_unit_test(constructs_are_read),
		cmocka_unit_test(places_are_those_of_the_file),
		cmocka_unit_test(numbers_of_items_know_their_place),
		cmocka_unit_test(lists_hang_from_their_lead_in),
		cmocka_unit_test(deep_nesting_is_read_at_the_deepest_level),
		cmocka_unit_test(italics_end_with_their_block),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
