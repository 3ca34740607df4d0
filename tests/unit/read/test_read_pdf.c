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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
