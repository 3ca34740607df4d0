/* What the builder works out from blocks, and places in the file. */
#include "doc/builder.h"

#include "base/limits.h"

#include "cnd_test.h"

/*
 * Builds a document from lines of source: "# x" a heading, "## x" one
 * below, "- x" an item, "  - x" a nested one, the rest paragraphs.
 */
static struct cnd_document *
build(const char *source)
{
	struct cnd_str rest = cnd_str_of(source);
	struct cnd_error err = { 0 };
	struct cnd_builder *builder =
		cnd_builder_new(CND_STR("t"), "test", rest, CND_PLACES_LINES);

	while (rest.len > 0) {
		struct cnd_str line = cnd_str_split(&rest, '\n');
		size_t skip = 0;
		size_t indent = 0;
		struct cnd_block *block;

		while (indent < line.len && line.data[indent] == ' ')
			indent++;
		skip = indent;
		while (skip < line.len &&
			(line.data[skip] == '#' || line.data[skip] == '-'))
			skip++;
		block = cnd_builder_open(builder,
			skip == indent                     ? CND_BLOCK_PARAGRAPH
				: line.data[indent] == '#' ? CND_BLOCK_HEADING
							   : CND_BLOCK_ITEM);
		if (skip > indent)
			block->level = block->kind == CND_BLOCK_HEADING
				? (uint32_t)skip
				: (uint32_t)indent / 2 + 1;
		line = cnd_str_slice(line, skip, line.len);
		cnd_builder_text(builder, line, (uint32_t)(line.data - source),
			(uint32_t)line.len, 0);
		cnd_builder_close(builder);
	}
	return cnd_builder_finish(builder, &err);
}

static void
a_heading_closes_those_of_its_level_and_below(void **state)
{
	struct cnd_document *doc =
		build("Title page\n# One\n## Two\ntext\n# Three\nlast");
	struct cnd_buf got = { 0 };

	(void)state;
	for (size_t i = 0; i < doc->section_count; i++)
		cnd_buf_printf(&got, "%u:%u-%u ", doc->sections[i].level,
			doc->sections[i].first_block,
			doc->sections[i].end_block);
	assert_buf(&got, "0:0-1 1:1-4 2:2-4 1:4-6 ");
	cnd_document_free(doc);
}

static void
items_know_their_lead_in_and_parent(void **state)
{
	struct cnd_document *doc = build(
		"# R\nThe Board should:\n- do\n  - this\n  - that\n- stop");
	struct cnd_buf got = { 0 };

	(void)state;
	for (size_t i = 2; i < doc->block_count; i++)
		cnd_buf_printf(&got, "%d/%d ", (int)doc->blocks[i].lead_in,
			(int)doc->blocks[i].parent_item);
	assert_buf(&got, "1/-1 2/2 2/2 1/-1 ");
	cnd_document_free(doc);
}

static void
quotations_of_four_words_are_found(void **state)
{
	struct cnd_document *doc =
		build("He’s ‘all right’, “as far as I know”.\n"
		      "\"It isn't mine to say\" was the boys' view.");

	(void)state;
	assert_int_equal(doc->quotation_count, 2);
	assert_text(
		cnd_document_text(doc, doc->quotations[0]), "as far as I know");
	assert_text(cnd_document_text(doc, doc->quotations[1]),
		"It isn't mine to say");
	assert_true(cnd_document_is_quoted(doc, doc->quotations[1]));
	cnd_document_free(doc);
}

static void
words_left_open_in_a_transcript_go_on(void **state)
{
	static const struct {
		const char *source;
		size_t want; /* quotations */
	} cases[] = {
		{ "Mr. OTTERY. \"We did not know then.\nIt was felt to be "
		  "safe.\"",
			2 },
		{ "Mr. OTTERY. \"We did not know then.\nNote 12, page 9.\n"
		  "It was felt to be safe.",
			3 },
		{ "Mr. OTTERY. \"We did not know then.\"\n"
		  "It was felt to be safe.",
			1 },
		{ "Mr. OTTERY. \"We did not know then.\nNor did the crew.\"\n"
		  "It was felt to be safe.",
			2 },
		{ "Mr. OTTERY. \"We did not know then.\n# Then\n"
		  "It was felt to be safe.",
			1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_document *doc = build(cases[i].source);

		print_message("  %s\n", cases[i].source);
		assert_int_equal(doc->quotation_count, cases[i].want);
		cnd_document_free(doc);
	}
}

static void
announced_words_and_transcripts_are_quoted(void **state)
{
	static const struct {
		const char *source;
		const char *want; /* of the first quotation, or NULL */
	} cases[] = {
		{ "As he told the panel:\nWe should have seen it coming.",
			"We should have seen it coming." },
		{ "It accepts his conclusions:\nI would have stopped it all.",
			"I would have stopped it all." },
		{ "Mr. OTTERY. We did not know that then.",
			"Mr. OTTERY. We did not know that then." },
		{ "Dr HALE: It was plain to us all.",
			"Dr HALE: It was plain to us all." },
		{ "This report said:\nWe should have seen it coming.", NULL },
		{ "He told the panel so.\nWe should have seen it coming.",
			NULL },
		{ "He said:\n- We should have seen it coming.", NULL },
		{ "Mr Ottery was told of it in May.", NULL },
		{ "Mr B. was told of it in May.", NULL },
		{ "The key questions were:\nWho had seen it coming then?",
			NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_document *doc = build(cases[i].source);

		print_message("  %s\n", cases[i].source);
		assert_int_equal(
			doc->quotation_count, cases[i].want == NULL ? 0 : 1);
		if (cases[i].want != NULL)
			assert_text(cnd_document_text(doc, doc->quotations[0]),
				cases[i].want);
		cnd_document_free(doc);
	}
}

static void
a_span_is_placed_by_line_and_column(void **state)
{
	struct cnd_document *doc = build("# Findings\nThe café was shut.");
	struct cnd_place place;
	uint32_t at = doc->blocks[1].span.from;

	(void)state;
	place = cnd_document_place(doc, (struct cnd_span){ at + 10, at + 13 },
		CND_UNIT_CODE_POINT);
	assert_int_equal(place.line, 2);
	assert_int_equal(place.column, 10);
	assert_int_equal(place.end_column, 13);
	assert_text(cnd_str_slice(doc->source, place.offset,
			    place.offset + place.length),
		"was");
	assert_text(place.section, "Findings");
	cnd_document_free(doc);
}

static void
a_joined_break_maps_to_its_bytes(void **state)
{
	struct cnd_str source = CND_STR("safe-\nguarding board");
	struct cnd_builder *builder =
		cnd_builder_new(CND_STR("t"), "test", source, CND_PLACES_LINES);
	struct cnd_error err = { 0 };
	struct cnd_document *doc;
	struct cnd_place place;

	(void)state;
	cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
	cnd_builder_text(builder, CND_STR("safe"), 0, 4, 0);
	cnd_builder_text(builder, CND_STR("guarding board"), 6, 14, 0);
	cnd_builder_close(builder);
	doc = cnd_builder_finish(builder, &err);
	assert_text(doc->text, "safeguarding board");
	place = cnd_document_place(
		doc, (struct cnd_span){ 0, 12 }, CND_UNIT_BYTE);
	assert_int_equal(place.length, 14);
	assert_int_equal(place.end_line, 2);
	assert_int_equal(cnd_document_text_offset(doc, 6), 4);
	assert_int_equal(cnd_document_text_offset(doc, 99), 18);
	cnd_document_free(doc);
}

static void
empty_blocks_are_dropped(void **state)
{
	struct cnd_document *doc = build("one\n \ntwo");

	(void)state;
	assert_int_equal(doc->block_count, 2);
	assert_text(doc->text, "one\ntwo");
	cnd_document_free(doc);
}

/* Words of seven letters and a blank, no full stop. */
static void
an_endless_sentence_is_cut_before_a_blank(void **state)
{
	enum { WORDS = 2 * CND_LIMIT_SENTENCE / 8 + 1 };
	struct cnd_buf source = { 0 };
	struct cnd_document *doc;

	(void)state;
	for (int i = 0; i < WORDS; i++)
		cnd_buf_puts(&source, i == 0 ? "letters" : " letters");
	cnd_buf_putc(&source, '\0');
	doc = build(source.data);
	assert_int_equal(doc->sentence_count, 3);
	for (size_t i = 0; i < doc->sentence_count; i++) {
		struct cnd_str text =
			cnd_document_text(doc, doc->sentences[i].span);

		assert_true(text.len <= CND_LIMIT_SENTENCE);
		assert_true(cnd_str_starts_with(text, CND_STR("letters")));
		assert_true(cnd_str_ends_with(text, CND_STR("letters")));
	}
	cnd_document_free(doc);
	cnd_buf_dispose(&source);
}

static void
the_rest_of_an_endless_word_is_in_no_sentence(void **state)
{
	struct cnd_buf source = { 0 };
	struct cnd_document *doc;

	(void)state;
	cnd_buf_puts(&source, "It is ");
	for (int i = 0; i < 2 * CND_LIMIT_SENTENCE; i++)
		cnd_buf_putc(&source, 'x');
	cnd_buf_puts(&source, " and over.");
	cnd_buf_putc(&source, '\0');
	doc = build(source.data);
	assert_int_equal(doc->sentence_count, 3);
	assert_true(
		cnd_str_equal(cnd_document_text(doc, doc->sentences[0].span),
			CND_STR("It is")));
	assert_int_equal(
		doc->sentences[1].span.to - doc->sentences[1].span.from,
		CND_LIMIT_SENTENCE);
	assert_true(
		cnd_str_equal(cnd_document_text(doc, doc->sentences[2].span),
			CND_STR("and over.")));
	cnd_document_free(doc);
	cnd_buf_dispose(&source);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_heading_closes_those_of_its_level_and_below),
		cmocka_unit_test(items_know_their_lead_in_and_parent),
		cmocka_unit_test(quotations_of_four_words_are_found),
		cmocka_unit_test(announced_words_and_transcripts_are_quoted),
		cmocka_unit_test(words_left_open_in_a_transcript_go_on),
		cmocka_unit_test(a_span_is_placed_by_line_and_column),
		cmocka_unit_test(a_joined_break_maps_to_its_bytes),
		cmocka_unit_test(empty_blocks_are_dropped),
		cmocka_unit_test(an_endless_sentence_is_cut_before_a_blank),
		cmocka_unit_test(the_rest_of_an_endless_word_is_in_no_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
