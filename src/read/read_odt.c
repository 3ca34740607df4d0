/*
 * OpenDocument texts, event by event.  Blanks collapse across elements, so
 * a paragraph remembers whether its last character was one.
 */
#include "read/read.h"

#include "read/hidden.h"
#include "read/label.h"
#include "read/odt_state.h"
#include "read/package.h"
#include "read/tracked.h"

static struct cnd_odt_table *
open_table(struct cnd_odt *odt)
{
	if (odt->table_depth == 0)
		return NULL;
	return &odt->tables[odt->table_depth <= CND_ODT_TABLES
			? odt->table_depth - 1
			: CND_ODT_TABLES - 1];
}

static void
put_in_cell(struct cnd_odt *odt, struct cnd_paragraph *paragraph)
{
	struct cnd_odt_table *table = open_table(odt);

	if (table == NULL || paragraph->host != NULL || odt->in_notes > 0)
		return;
	paragraph->block.kind = CND_BLOCK_CELL;
	paragraph->block.table = table->index;
	paragraph->block.row = table->row;
	paragraph->block.column = table->column;
	if (table->in_header || table->row == 0)
		paragraph->block.flags |= CND_BLOCK_HEADER;
}

static void
give_label(struct cnd_odt *odt, struct cnd_paragraph *paragraph,
	struct cnd_str style_name)
{
	const struct cnd_odt_style *style =
		cnd_odt_style_of(odt->styles, style_name);
	struct cnd_block *block = &paragraph->block;
	uint32_t depth = cnd_odt_lists_depth(odt->lists);

	if (depth == 0) {
		if (block->kind == CND_BLOCK_HEADING)
			paragraph->label =
				cnd_odt_lists_heading(odt->lists, block->level);
		return;
	}
	paragraph->label = cnd_odt_lists_label(odt->lists,
		style == NULL ? (struct cnd_str){ 0 } : style->list);
	if (block->kind != CND_BLOCK_PARAGRAPH)
		return;
	if (paragraph->label.len > 0 &&
		!cnd_label_is_paragraph_number(paragraph->label))
		block->kind = CND_BLOCK_ITEM;
	if (!cnd_label_is_paragraph_number(paragraph->label))
		block->level = depth;
}

/* Only where the file has pages: see read_parts. */
static void
turn_page(struct cnd_odt *odt)
{
	cnd_assembly_page(odt->assembly, ++odt->page);
}

static void
start_paragraph(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	struct cnd_str style =
		cnd_xml_attribute(element, CND_NS_TEXT, "style-name");
	struct cnd_paragraph *paragraph = cnd_assembly_open(odt->assembly, 0);
	struct cnd_block *block = &paragraph->block;
	struct cnd_odt_frame *frame =
		cnd_arena_alloc(odt->arena, sizeof(*frame));
	const struct cnd_odt_style *known =
		cnd_odt_style_of(odt->styles, style);
	uint32_t level = cnd_odt_style_level(odt->styles, style);

	frame->outer = odt->frame;
	frame->ends_in_blank = true;
	frame->is_hidden = known != NULL && known->is_hidden;
	frame->is_all_bold = true;
	cnd_odt_style_look(
		odt->styles, style, &frame->is_bold, &frame->is_italic);
	if (known != NULL && known->breaks_page && odt->page > 0)
		turn_page(odt);
	odt->frame = frame;
	if (odt->in_notes > 0)
		block->kind = CND_BLOCK_NOTE;
	else if (odt->in_contents > 0)
		block->kind = CND_BLOCK_FURNITURE;
	else if (cnd_xml_is(element->name, CND_NS_TEXT, "h")) {
		block->kind = CND_BLOCK_HEADING;
		block->level =
			cnd_str_number(cnd_xml_attribute(element, CND_NS_TEXT,
					       "outline-level"),
				1);
	} else if (level > 0 ||
		cnd_odt_style_descends(odt->styles, style, "Title")) {
		block->kind = CND_BLOCK_HEADING;
		block->level = level > 0 ? level : 1;
	} else if (cnd_odt_style_descends(odt->styles, style, "Caption")) {
		block->kind = CND_BLOCK_CAPTION;
	} else if (cnd_odt_style_descends(odt->styles, style, "Quotations")) {
		block->flags |= CND_BLOCK_QUOTED;
	}
	if (odt->in_notes == 0)
		give_label(odt, paragraph, style);
	put_in_cell(odt, paragraph);
}

/* Bold and italics that the paragraph's own style brings. */
static void
mark_look(struct cnd_odt *odt, struct cnd_paragraph *paragraph)
{
	if (odt->frame->is_bold)
		cnd_paragraph_mark(odt->assembly, NULL, NULL, 0);
	if (odt->frame->is_italic)
		cnd_paragraph_mark(odt->assembly, NULL, "italic", 0);
	if (odt->frame->is_all_bold && paragraph->text.len > 0)
		paragraph->block.flags |= CND_BLOCK_EMPHASIS;
}

static void
end_paragraph(struct cnd_odt *odt)
{
	struct cnd_paragraph *paragraph = cnd_assembly_current(odt->assembly);
	struct cnd_odt_table *table = open_table(odt);

	if (paragraph == NULL || odt->frame == NULL)
		return;
	if (odt->frame->ends_in_blank && paragraph->text.len > 0 &&
		paragraph->text.data[paragraph->text.len - 1] == ' ')
		cnd_paragraph_trim(paragraph, 0);
	if (paragraph->block.kind == CND_BLOCK_CELL) {
		bool has_text =
			paragraph->text.len > 0 || paragraph->label.len > 0;

		if (has_text && table != NULL)
			table->has_text = true;
		if (!has_text)
			paragraph->block.kind = CND_BLOCK_PARAGRAPH;
	}
	mark_look(odt, paragraph);
	odt->frame = odt->frame->outer;
	cnd_assembly_close(odt->assembly);
}

/* ---- tables and lists ---- */

static void
start_table(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->table_depth++;
	*open_table(odt) = (struct cnd_odt_table){
		.index = cnd_builder_table(odt->builder, false),
		.row = CND_NONE, /* the first row makes it 0 */
	};
}

static void
end_table(struct cnd_odt *odt)
{
	odt->table_depth--;
}

static void
start_header(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	struct cnd_odt_table *table = open_table(odt);

	(void)element;
	if (table != NULL)
		table->in_header = true;
}

static void
end_header(struct cnd_odt *odt)
{
	struct cnd_odt_table *table = open_table(odt);

	if (table != NULL)
		table->in_header = false;
}

static void
start_row(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	struct cnd_odt_table *table = open_table(odt);

	(void)element;
	if (table == NULL)
		return;
	table->row++;
	table->column = 0;
}

static void
start_cell(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	struct cnd_odt_table *table = open_table(odt);

	if (table == NULL)
		return;
	table->span = cnd_str_number(cnd_xml_attribute(element, CND_NS_TABLE,
					     "number-columns-repeated"),
		1);
	table->has_text = false;
}

static void
end_cell(struct cnd_odt *odt)
{
	struct cnd_odt_table *table = open_table(odt);

	if (table == NULL)
		return;
	if (!table->has_text && odt->frame == NULL) {
		put_in_cell(odt, cnd_assembly_open(odt->assembly, 0));
		cnd_assembly_close(odt->assembly);
	}
	table->column += table->span == 0 ? 1 : table->span;
}

static void
end_covered(struct cnd_odt *odt)
{
	struct cnd_odt_table *table = open_table(odt);

	if (table != NULL)
		table->column += table->span == 0 ? 1 : table->span;
}

static void
start_list(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	cnd_odt_lists_open(odt->lists,
		cnd_xml_attribute(element, CND_NS_TEXT, "style-name"),
		cnd_xml_attribute(element, CND_NS_XML, "id"),
		cnd_xml_attribute(element, CND_NS_TEXT, "continue-list"),
		cnd_str_equal(cnd_xml_attribute(element, CND_NS_TEXT,
				      "continue-numbering"),
			CND_STR("true")));
}

static void
end_list(struct cnd_odt *odt)
{
	cnd_odt_lists_close(odt->lists);
}

static void
start_item(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	cnd_odt_lists_item(odt->lists,
		cnd_str_number(
			cnd_xml_attribute(element, CND_NS_TEXT, "start-value"),
			0));
}

/* ---- the rest ---- */

static void
start_tab(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	cnd_odt_put_atom(odt, element, CND_STR("\t"));
}

static void
start_break(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	cnd_odt_put_atom(odt, element, CND_STR("\n"));
}

static void
start_page(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	turn_page(odt);
}

static void
start_note(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->in_notes++;
}

static void
end_note(struct cnd_odt *odt)
{
	odt->in_notes--;
}

static void
start_contents(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->in_contents++;
}

static void
end_contents(struct cnd_odt *odt)
{
	odt->in_contents--;
}

static void
start_image(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->images++;
}

static void
start_object(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->objects++;
}

static void
start_body(struct cnd_odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->in_body = true;
}

struct element_row {
	enum cnd_namespace ns;
	const char *local;
	void (*start)(struct cnd_odt *, const struct cnd_xml_element *);
	void (*end)(struct cnd_odt *);
};

static const struct element_row rows[] = {
	{ CND_NS_OFFICE, "text", start_body, NULL },
	{ CND_NS_TEXT, "p", start_paragraph, end_paragraph },
	{ CND_NS_TEXT, "h", start_paragraph, end_paragraph },
	{ CND_NS_TEXT, "span", cnd_odt_start_span, cnd_odt_end_span },
	{ CND_NS_TEXT, "s", cnd_odt_start_spaces, NULL },
	{ CND_NS_TEXT, "tab", start_tab, NULL },
	{ CND_NS_TEXT, "line-break", start_break, NULL },
	{ CND_NS_TEXT, "soft-page-break", start_page, NULL },
	{ CND_NS_TEXT, "bookmark-ref", cnd_odt_start_reference,
		cnd_odt_end_reference },
	{ CND_NS_TEXT, "reference-ref", cnd_odt_start_reference,
		cnd_odt_end_reference },
	{ CND_NS_TEXT, "list", start_list, end_list },
	{ CND_NS_TEXT, "list-item", start_item, NULL },
	{ CND_NS_TEXT, "note-body", start_note, end_note },
	{ CND_NS_TEXT, "table-of-content", start_contents, end_contents },
	{ CND_NS_TABLE, "table", start_table, end_table },
	{ CND_NS_TABLE, "table-header-rows", start_header, end_header },
	{ CND_NS_TABLE, "table-row", start_row, NULL },
	{ CND_NS_TABLE, "table-cell", start_cell, end_cell },
	{ CND_NS_TABLE, "covered-table-cell", start_cell, end_covered },
	{ CND_NS_DRAW, "image", start_image, NULL },
	{ CND_NS_DRAW, "object", start_object, NULL },
};

static const struct element_row *
row_of(struct cnd_xml_name name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (cnd_xml_is(name, rows[i].ns, rows[i].local))
			return &rows[i];
	return NULL;
}

/* Counts what is tracked or commented; such content is not the text's. */
static bool
hides_content(struct cnd_odt *odt, struct cnd_xml_name name)
{
	if (cnd_xml_is(name, CND_NS_OFFICE, "annotation")) {
		odt->comments++;
		odt->in_annotation = true;
		return true;
	}
	return cnd_xml_is(name, CND_NS_TEXT, "note-citation") ||
		cnd_xml_is(name, CND_NS_TEXT, "ruby-text") ||
		cnd_xml_is(name, CND_NS_TEXT, "table-of-content-source") ||
		cnd_xml_is(name, CND_NS_OFFICE, "change-info") ||
		cnd_xml_is(name, CND_NS_TEXT, "hidden-text") ||
		cnd_xml_is(name, CND_NS_TEXT, "hidden-paragraph");
}

/* Inside text:tracked-changes only the kinds are counted. */
static bool
counts_change(struct cnd_odt *odt, struct cnd_xml_name name)
{
	if (cnd_xml_is(name, CND_NS_TEXT, "insertion"))
		odt->insertions++;
	else if (cnd_xml_is(name, CND_NS_TEXT, "deletion"))
		odt->deletions++;
	else if (cnd_xml_is(name, CND_NS_TEXT, "format-change"))
		odt->format_changes++;
	return cnd_xml_is(name, CND_NS_TEXT, "tracked-changes");
}

static bool
is_hidden_section(const struct cnd_xml_element *element)
{
	return cnd_xml_is(element->name, CND_NS_TEXT, "section") &&
		cnd_str_equal(
			cnd_xml_attribute(element, CND_NS_TEXT, "display"),
			CND_STR("none"));
}

/* What candour annotate wrote is no leftover. */
static void
take_creator(struct cnd_odt *odt, struct cnd_str text)
{
	if (!cnd_str_equal(cnd_str_trim(text), CND_STR("Candour")))
		return;
	odt->in_annotation = false;
	odt->comments--;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct cnd_odt *odt = context;
	const struct element_row *row;

	(void)err;
	if (odt->in_annotation &&
		cnd_xml_is(element->name, CND_NS_DC, "creator"))
		odt->in_creator = true;
	if (is_hidden_section(element))
		odt->hidden++;
	if (counts_change(odt, element->name) || is_hidden_section(element) ||
		odt->skipped > 0 || hides_content(odt, element->name)) {
		odt->skipped++;
		return true;
	}
	row = row_of(element->name);
	if (row == NULL)
		return true;
	/* What began outside the body would end in it. */
	if (odt->in_body || (row->start == start_body && odt->outside == 0))
		row->start(odt, element);
	else if (row->end != NULL)
		odt->outside++;
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct cnd_odt *odt = context;
	const struct element_row *row;

	(void)from;
	(void)to;
	(void)err;
	odt->in_creator = false;
	if (odt->skipped > 0) {
		odt->skipped--;
		odt->in_annotation = odt->in_annotation && odt->skipped > 0;
		return true;
	}
	row = row_of(name);
	if (row == NULL || row->end == NULL)
		return true;
	if (odt->in_body)
		row->end(odt);
	else
		odt->outside--;
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct cnd_odt *odt = context;

	(void)err;
	if (cnd_odt_shows(odt))
		cnd_odt_put_text(odt, text, from, to);
	else if (odt->in_creator)
		take_creator(odt, text);
	else
		cnd_odt_pass_over(odt, text);
	return true;
}

/* ---- the package ---- */

static void
say_count(struct cnd_odt *odt, uint32_t count, const char *one)
{
	if (count > 0)
		cnd_builder_not_read(odt->builder,
			cnd_arena_printf(odt->arena, "%u %s%s", count, one,
				count == 1 ? "" : "s"),
			0);
}

static void
say_states(struct cnd_odt *odt)
{
	struct cnd_span start = { 0, 0 };

	cnd_tracked_say(odt->builder, odt->arena,
		(struct cnd_tracked){
			odt->insertions, odt->deletions, odt->format_changes });
	if (odt->comments > 0)
		cnd_builder_state(odt->builder, "publication/leftover-comments",
			start,
			cnd_arena_printf(odt->arena,
				"%u comment%s still in the file", odt->comments,
				odt->comments == 1 ? " is" : "s are"));
	if (odt->hidden > 0)
		cnd_hidden_say(odt->builder, odt->arena, odt->hidden,
			odt->hidden_words);
	say_count(odt, odt->images, "image");
	say_count(odt, odt->objects, "embedded object");
}

/* ODF keeps encryption in the manifest; the parts are then noise. */
static bool
refuse_encrypted(struct cnd_package *package, struct cnd_error *err)
{
	struct cnd_str manifest;

	if (!cnd_package_part(
		    package, CND_STR("META-INF/manifest.xml"), &manifest, err))
		return false;
	if (cnd_str_find(manifest, CND_STR("encryption-data")) != CND_NOT_FOUND)
		return cnd_fail(err, CND_ERR_INPUT,
			"protected by a password; remove it first");
	return true;
}

static bool
read_parts(
	struct cnd_package *package, struct cnd_odt *odt, struct cnd_error *err)
{
	const struct cnd_xml_handler handler = { odt, on_start, on_end,
		on_text };
	struct cnd_str content;
	struct cnd_str styles;

	if (!refuse_encrypted(package, err) ||
		!cnd_package_part(
			package, CND_STR("content.xml"), &content, err) ||
		!cnd_package_part(package, CND_STR("styles.xml"), &styles, err))
		return false;
	if (content.data == NULL)
		return cnd_fail(err, CND_ERR_INPUT,
			"not an OpenDocument text: it has no content.xml");
	odt->styles = cnd_odt_styles_new(odt->arena);
	if (styles.data != NULL &&
		!cnd_odt_styles_read(odt->styles, styles, err))
		return false;
	if (!cnd_odt_styles_read(odt->styles, content, err))
		return false;
	odt->lists = cnd_odt_lists_new(odt->arena, odt->styles);
	cnd_bookmarks_find(odt->arena, content, "bookmark", &odt->bookmarks);
	cnd_bookmarks_find(
		odt->arena, content, "reference-mark", &odt->bookmarks);
	if (cnd_str_find(content, CND_STR("soft-page-break/")) != CND_NOT_FOUND)
		turn_page(odt);
	if (!cnd_xml_parse(content, &handler, err))
		return false;
	if (!odt->in_body)
		return cnd_fail(err, CND_ERR_INPUT,
			"not an OpenDocument text (a spreadsheet or drawing?)");
	say_states(odt);
	return true;
}

struct cnd_document *
cnd_read_odt(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_odt odt = { .arena = arena };
	struct cnd_package *package = cnd_package_open(arena, source, err);
	struct cnd_document *doc = NULL;

	if (package == NULL) {
		cnd_arena_free(arena);
		return NULL;
	}
	odt.builder =
		cnd_builder_new(name, "odt", source, CND_PLACES_PARAGRAPHS);
	odt.assembly = cnd_assembly_new(arena, odt.builder);
	if (read_parts(package, &odt, err))
		doc = cnd_builder_finish(odt.builder, err);
	else
		cnd_builder_free(odt.builder);
	cnd_arena_free(arena);
	return doc;
}
