/* Tests of PDF files, from what poppler's programs print of them. */
#include "read/read_pdf.h"

#include "read/dump.h"

#include <string.h>

static struct cnd_document *
read_pdf(const char *pages, const char *tree, const char *layout,
	struct cnd_error *err)
{
	const struct cnd_pdf_text pdf = { cnd_str_of(tree), cnd_str_of(pages),
		cnd_str_of(layout) };

	return cnd_read_pdf(
		CND_STR("report.pdf"), CND_STR("%PDF-1.7"), &pdf, err);
}

static void
assert_tree(const char *tree, const char *expected)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc = read_pdf("some text", tree, "", &err);
	struct cnd_buf found = { 0 };

	assert_non_null(doc);
	dump_document(doc, &found);
	cnd_buf_putc(&found, '\0');
	assert_string_equal(found.data, expected);
	cnd_buf_dispose(&found);
	cnd_document_free(doc);
}

static void
numbers_are_labels(void **state)
{
	(void)state;
	assert_tree("Document\n"
		    "  H1 (block):\n"
		    "     /Placement /Block\n"
		    "    \"1.\"\n"
		    "    \"Introduction\"\n"
		    "  L (block)\n"
		    "    LI (block)\n"
		    "      LBody (block)\n"
		    "        P (block)\n"
		    "          \"1.1\"\n"
		    "          \"The Board met \"\n"
		    "          \"twice.\"\n"
		    "    LI (block)\n"
		    "      Lbl (block)\n"
		    "        \"(a)\"\n"
		    "      LBody (block)\n"
		    "        \"in May\"\n",
		"h1 [1.] Introduction\n"
		"p [1.1] The Board met twice.\n"
		"i1 [(a)] in May\n");
}

static void
a_hyphen_by_itself_only_ends_a_line(void **state)
{
	(void)state;
	assert_tree("Document\n"
		    "  P (block)\n"
		    "    \"The prac\"\n"
		    "    Span (inline)\n"
		    "      \"-\"\n"
		    "    \"titioner saw self-\"\n"
		    "    \"neglect.\"\n",
		"p The practitioner saw self-neglect.\n");
}

static void
notes_stand_behind_their_paragraph(void **state)
{
	(void)state;
	assert_tree("Document\n"
		    "  P (block)\n"
		    "    \"It met.\"\n"
		    "    Link (inline)\n"
		    "      \"1\"\n"
		    "      Object 299 0\n"
		    "    Note (block)\n"
		    "      P (block)\n"
		    "        \"1\"\n"
		    "        \"Care Act.\"\n"
		    "    \" Twice.\"\n",
		"p It met. Twice.\nnote Care Act.\n");
}

static void
cells_that_span_keep_the_columns(void **state)
{
	(void)state;
	assert_tree("Document\n"
		    "  Table (block)\n"
		    "    TR (block)\n"
		    "      TH (block):\n"
		    "         /RowSpan 2\n"
		    "        \"Owner\"\n"
		    "      TH (block):\n"
		    "         /ColSpan 2\n"
		    "        \"When\"\n"
		    "    TR (block)\n"
		    "      TD (block)\n"
		    "        \"May\"\n"
		    "      TD (block)\n"
		    "        \"June\"\n",
		"cell0.0^ Owner\ncell0.1^ When\ncell1.1 May\ncell1.2 June\n");
}

static void
contents_and_quotations_are_told_apart(void **state)
{
	(void)state;
	assert_tree("Document\n"
		    "  TOC (block)\n"
		    "    TOCI (block)\n"
		    "      \"Analysis 3\"\n"
		    "  BlockQuote (block)\n"
		    "    P (block)\n"
		    "      \"She \"said\" so.\"\n"
		    "  Figure (block)\n",
		"furniture Analysis 3\np"
		"q She \"said\" so.\n"
		"not read: 1 image\n");
}

static void
pages_follow_the_text_of_the_pages(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc = read_pdf(
		"Head 1\nThe Board met twice in the month of May.\fHead 2\n"
		"It then agreed on a plan for the whole of the county.\f",
		"Document\n"
		"  P (block)\n"
		"    \"The Board met twice in the month of May.\"\n"
		"  P (block)\n"
		"    \"It then agreed on a plan for the whole of the "
		"county.\"\n",
		"", &err);

	(void)state;
	assert_non_null(doc);
	assert_int_equal(doc->blocks[0].page, 1);
	assert_int_equal(doc->blocks[1].page, 2);
	cnd_document_free(doc);
}

static void
tags_on_a_part_only_are_not_trusted(void **state)
{
	const struct cnd_pdf_text whole = {
		CND_STR("Document\n  P\n    \"All of it.\"\n"),
		CND_STR("Head\nAll of it."), CND_STR("")
	};
	const struct cnd_pdf_text part = {
		CND_STR("Document\n  P\n    \"All of it.\"\n"),
		CND_STR("All of it, and far more than that was tagged."),
		CND_STR("")
	};

	(void)state;
	assert_true(cnd_pdf_is_tagged(&whole));
	assert_false(cnd_pdf_is_tagged(&part));
}

static void
pictures_of_text_are_refused(void **state)
{
	struct cnd_error err = { 0 };

	(void)state;
	assert_null(read_pdf("\f\f", "", "<doc></doc>", &err));
	assert_int_equal(err.code, CND_ERR_INPUT);
}

static void
a_layout_that_is_no_xml_leaves_the_pages(void **state)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc = read_pdf(
		"The Board met twice in May.\f", "", "<doc><page></doc>", &err);

	(void)state;
	assert_non_null(doc);
	assert_true(cnd_str_starts_with(doc->text, CND_STR("The Board met")));
	cnd_document_free(doc);
}

/* A line at a place, 6 pt for each letter, 12 pt high. */
struct place {
	int page, left, top;
	const char *text;
};

static void
put_words(const struct place *place, struct cnd_buf *out)
{
	struct cnd_str rest = cnd_str_of(place->text);
	int left = place->left;

	while (rest.len > 0) {
		struct cnd_str word = cnd_str_split(&rest, ' ');
		int right = left + 6 * (int)word.len;

		cnd_buf_printf(out,
			"<word xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" "
			"yMax=\"%d\">%.*s</word>",
			left, place->top, right, place->top + 12,
			CND_STR_ARG(word));
		left = right + 3;
	}
}

static void
put_layout(const struct place *places, size_t count, struct cnd_buf *out)
{
	int page = 0;

	cnd_buf_puts(out, "<doc>");
	for (size_t i = 0; i < count; i++) {
		if (places[i].page != page)
			cnd_buf_printf(out, "%s<page height=\"842\">",
				page == 0 ? "" : "</page>");
		page = places[i].page;
		cnd_buf_printf(out,
			"<line xMin=\"%d\" yMin=\"%d\" xMax=\"%d\" "
			"yMax=\"%d\">",
			places[i].left, places[i].top,
			places[i].left + 6 * (int)strlen(places[i].text),
			places[i].top + 12);
		put_words(&places[i], out);
		cnd_buf_puts(out, "</line>");
	}
	cnd_buf_puts(out, "</page></doc>");
}

static void
assert_layout(const struct place *places, size_t count, const char *expected)
{
	struct cnd_error err = { 0 };
	struct cnd_buf layout = { 0 };
	struct cnd_buf found = { 0 };
	struct cnd_document *doc;

	put_layout(places, count, &layout);
	cnd_buf_putc(&layout, '\0');
	doc = read_pdf("some text", "", layout.data, &err);
	assert_non_null(doc);
	dump_document(doc, &found);
	found.len = cnd_str_find(cnd_buf_str(&found), CND_STR("state "));
	cnd_buf_putc(&found, '\0');
	assert_string_equal(found.data, expected);
	cnd_buf_dispose(&layout);
	cnd_buf_dispose(&found);
	cnd_document_free(doc);
}

#define ASSERT_LAYOUT(places, expected)                                        \
	assert_layout(places, sizeof(places) / sizeof((places)[0]), expected)

/* As the programs give it: the long column first, no space above a row. */
static void
columns_of_lines_are_a_table(void **state)
{
	static const struct place places[] = {
		{ 1, 72, 200, "No." },
		{ 1, 120, 200, "Recommendation" },
		{ 1, 72, 214, "1" },
		{ 1, 120, 214, "Practitioners will" },
		{ 1, 120, 228, "be told of it." },
		{ 1, 72, 242, "2" },
		{ 1, 120, 242, "The Board must" },
		{ 1, 120, 256, "publish it." },
		{ 1, 300, 200, "Owner" },
		{ 1, 400, 200, "By when" },
		{ 1, 300, 214, "All agencies" },
		{ 1, 400, 214, "Ongoing" },
		{ 1, 300, 242, "The Board" },
		{ 1, 400, 242, "31 March 2027" },
	};

	(void)state;
	ASSERT_LAYOUT(places,
		"cell0.0^ No.\ncell0.1^ Recommendation\ncell0.2^ Owner\n"
		"cell0.3^ By when\n"
		"cell1.0 1\ncell1.1 Practitioners will be told of it.\n"
		"cell1.2 All agencies\ncell1.3 Ongoing\n"
		"cell2.0 2\ncell2.1 The Board must publish it.\n"
		"cell2.2 The Board\ncell2.3 31 March 2027\n");
}

static void
a_line_over_two_cells_is_cut(void **state)
{
	static const struct place places[] = {
		{ 1, 72, 200, "Action" },
		{ 1, 200, 200, "Owner" },
		{ 1, 300, 200, "By when" },
		{ 1, 72, 220, "Audit the files" },
		{ 1, 200, 220, "The Board" },
		{ 1, 300, 220, "May" },
		{ 1, 72, 240, "Publish the plan" },
		{ 1, 200, 240, "The council" },
		{ 1, 300, 240, "June" },
	};
	struct cnd_buf layout = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_document *doc;
	struct cnd_str text;
	size_t at;

	(void)state;
	put_layout(places, sizeof(places) / sizeof(places[0]), &layout);
	/* "Publish the plan" and "The council" as one line. */
	text = cnd_buf_str(&layout);
	at = cnd_str_find(
		text, CND_STR("</line><line xMin=\"200\" yMin=\"240\""));
	assert_int_not_equal(at, CND_NOT_FOUND);
	memset(layout.data + at, ' ', strlen("</line>"));
	for (at += strlen("</line>"); layout.data[at] != '>'; at++)
		layout.data[at] = ' ';
	layout.data[at] = ' ';
	cnd_buf_putc(&layout, '\0');
	doc = read_pdf("some text", "", layout.data, &err);
	assert_non_null(doc);
	assert_int_equal(doc->block_count, 9);
	assert_true(cnd_str_equal(cnd_document_text(doc, doc->blocks[7].span),
		CND_STR("The council")));
	cnd_buf_dispose(&layout);
	cnd_document_free(doc);
}

static void
a_word_that_a_column_broke_is_whole(void **state)
{
	static const struct place places[] = {
		{ 1, 72, 100,
			"The recommendation is made to a clinician here." },
		{ 1, 72, 200, "Recommendati" },
		{ 1, 160, 200, "Owner" },
		{ 1, 72, 214, "on" },
		{ 1, 240, 200, "By when" },
		{ 1, 72, 230, "Write a plan" },
		{ 1, 160, 230, "The lead" },
		{ 1, 160, 244, "clinicia" },
		{ 1, 160, 258, "n for it" },
		{ 1, 240, 230, "May" },
		{ 1, 72, 274, "Publish it" },
		{ 1, 160, 274, "Board" },
		{ 1, 240, 274, "June" },
	};

	(void)state;
	ASSERT_LAYOUT(places,
		"p The recommendation is made to a clinician here.\n"
		"cell0.0^ Recommendation\ncell0.1^ Owner\n"
		"cell0.2^ By when\n"
		"cell1.0 Write a plan\ncell1.1 The lead clinician for it\n"
		"cell1.2 May\n"
		"cell2.0 Publish it\ncell2.1 Board\ncell2.2 June\n");
}

static void
a_table_goes_on_over_the_page(void **state)
{
	static const struct place places[] = {
		{ 1, 72, 700, "Action" },
		{ 1, 200, 700, "Owner" },
		{ 1, 300, 700, "By when" },
		{ 1, 72, 720, "Audit the files and" },
		{ 1, 200, 720, "The Board" },
		{ 1, 300, 720, "May" },
		{ 2, 72, 120, "Action" },
		{ 2, 200, 120, "Owner" },
		{ 2, 300, 120, "By when" },
		{ 2, 72, 140, "publish the result." },
		{ 2, 72, 160, "Write a plan" },
		{ 2, 200, 160, "The council" },
		{ 2, 300, 160, "June" },
		{ 2, 72, 180, "Fund it" },
		{ 2, 200, 180, "The council" },
		{ 2, 300, 180, "July" },
	};

	(void)state;
	ASSERT_LAYOUT(places,
		"cell0.0^ Action\ncell0.1^ Owner\ncell0.2^ By when\n"
		"cell1.0 Audit the files and publish the result.\n"
		"cell1.1 The Board\ncell1.2 May\n"
		"cell2.0 Write a plan\ncell2.1 The council\ncell2.2 June\n"
		"cell3.0 Fund it\ncell3.1 The council\ncell3.2 July\n");
}

static void
numbers_beside_paragraphs_are_no_table(void **state)
{
	static const struct place places[] = {
		{ 1, 72, 200, "4.1" },
		{ 1, 120, 200, "The Board met twice in the month of May." },
		{ 1, 72, 230, "4.2" },
		{ 1, 120, 230, "It then agreed on a plan for the county." },
		{ 1, 72, 260, "4.3" },
		{ 1, 120, 260, "The plan was published in the month of June." },
	};

	(void)state;
	ASSERT_LAYOUT(places,
		"p [4.1] The Board met twice in the month of May.\n"
		"p [4.2] It then agreed on a plan for the county.\n"
		"p [4.3] The plan was published in the month of June.\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_labels),
		cmocka_unit_test(a_hyphen_by_itself_only_ends_a_line),
		cmocka_unit_test(notes_stand_behind_their_paragraph),
		cmocka_unit_test(cells_that_span_keep_the_columns),
		cmocka_unit_test(contents_and_quotations_are_told_apart),
		cmocka_unit_test(pages_follow_the_text_of_the_pages),
		cmocka_unit_test(tags_on_a_part_only_are_not_trusted),
		cmocka_unit_test(pictures_of_text_are_refused),
		cmocka_unit_test(a_layout_that_is_no_xml_leaves_the_pages),
		cmocka_unit_test(columns_of_lines_are_a_table),
		cmocka_unit_test(a_line_over_two_cells_is_cut),
		cmocka_unit_test(a_word_that_a_column_broke_is_whole),
		cmocka_unit_test(a_table_goes_on_over_the_page),
		cmocka_unit_test(numbers_beside_paragraphs_are_no_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
