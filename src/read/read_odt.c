/*
 * OpenDocument texts, event by event.  Blanks collapse across elements, so
 * a paragraph remembers whether its last character was one.
 */
#include "read/read.h"

#include "base/limits.h"
#include "read/assembly.h"
#include "read/odt_lists.h"
#include "read/package.h"
#include "read/xml.h"

enum { TABLES_MAX = 32 };

struct table {
	uint32_t index;
	uint32_t row;
	uint32_t column;
	uint32_t span;
	bool in_header;
	bool has_text;
};

/* An open paragraph; those of a note or a box stand inside another. */
struct frame {
	struct frame *outer;
	bool ends_in_blank; /* or is empty: a blank now would be dropped */
	bool is_note;
};

/* What an open text:span hides or blackens. */
struct span {
	struct span *outer;
	bool is_hidden;
	bool is_black;
	bool is_bold;
	size_t start;
};

struct odt {
	struct cnd_arena *arena;
	struct cnd_builder *builder;
	struct cnd_assembly *assembly;
	struct cnd_odt_styles *styles;
	struct cnd_odt_lists *lists;
	struct frame *frame;
	struct span *span;
	struct table tables[TABLES_MAX];
	unsigned table_depth;
	unsigned skipped;
	unsigned in_notes;
	unsigned in_contents;
	bool in_body;
	uint32_t insertions;
	uint32_t deletions;
	uint32_t format_changes;
	uint32_t comments;
	uint32_t images;
	uint32_t objects;
};

static struct table *
open_table(struct odt *odt)
{
	if (odt->table_depth == 0)
		return NULL;
	return &odt->tables[odt->table_depth <= TABLES_MAX
			? odt->table_depth - 1
			: TABLES_MAX - 1];
}

static void
put_in_cell(struct odt *odt, struct cnd_paragraph *paragraph)
{
	struct table *table = open_table(odt);

	if (table == NULL || paragraph->host != NULL || odt->in_notes > 0)
		return;
	paragraph->block.kind = CND_BLOCK_CELL;
	paragraph->block.table = table->index;
	paragraph->block.row = table->row;
	paragraph->block.column = table->column;
	if (table->in_header || table->row == 0)
		paragraph->block.flags |= CND_BLOCK_HEADER;
}

/* "4.12": digits with a dot between them. */
static bool
is_paragraph_number(struct cnd_str label)
{
	bool has_inner_dot = false;

	for (size_t i = 0; i < label.len; i++) {
		if (label.data[i] == '.')
			has_inner_dot = has_inner_dot || i + 1 < label.len;
		else if (!cnd_is_digit(label.data[i]))
			return false;
	}
	return has_inner_dot;
}

static void
give_label(struct odt *odt, struct cnd_paragraph *paragraph,
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
	if (paragraph->label.len > 0 && !is_paragraph_number(paragraph->label))
		block->kind = CND_BLOCK_ITEM;
	if (!is_paragraph_number(paragraph->label))
		block->level = depth;
}

static void
start_paragraph(struct odt *odt, const struct cnd_xml_element *element)
{
	struct cnd_str style =
		cnd_xml_attribute(element, CND_NS_TEXT, "style-name");
	struct cnd_paragraph *paragraph = cnd_assembly_open(odt->assembly, 0);
	struct cnd_block *block = &paragraph->block;
	struct frame *frame = cnd_arena_alloc(odt->arena, sizeof(*frame));

	frame->outer = odt->frame;
	frame->ends_in_blank = true;
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
	} else if (cnd_odt_style_descends(odt->styles, style, "Title")) {
		block->kind = CND_BLOCK_HEADING;
		block->level = 1;
	} else if (cnd_odt_style_descends(odt->styles, style, "Caption")) {
		block->kind = CND_BLOCK_CAPTION;
	} else if (cnd_odt_style_descends(odt->styles, style, "Quotations")) {
		block->flags |= CND_BLOCK_QUOTED;
	}
	if (odt->in_notes == 0)
		give_label(odt, paragraph, style);
	put_in_cell(odt, paragraph);
}

static void
end_paragraph(struct odt *odt)
{
	struct cnd_paragraph *paragraph = cnd_assembly_current(odt->assembly);
	struct table *table = open_table(odt);

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
	odt->frame = odt->frame->outer;
	cnd_assembly_close(odt->assembly);
}

/* ---- text ---- */

static bool
shows(const struct odt *odt)
{
	return odt->skipped == 0 && odt->frame != NULL &&
		(odt->span == NULL || !odt->span->is_hidden);
}

static void
put_atom(struct odt *odt, const struct cnd_xml_element *element,
	struct cnd_str text)
{
	if (!shows(odt))
		return;
	cnd_paragraph_text(odt->assembly, text, element->from, element->to);
	odt->frame->ends_in_blank = false;
}

/*
 * Characters as XML has them: each run of blanks is one space, none at the
 * paragraph's start.  len == to - from when nothing was decoded, and then
 * stretches map byte for byte.
 */
static void
put_collapsed(struct odt *odt, struct cnd_str text, uint32_t from, uint32_t to)
{
	bool is_exact = text.len == to - from;

	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t first = is_exact ? from + (uint32_t)start : from;

		if (cnd_is_space(text.data[at])) {
			while (at < text.len && cnd_is_space(text.data[at]))
				at++;
			if (!odt->frame->ends_in_blank)
				cnd_paragraph_text(odt->assembly, CND_STR(" "),
					first,
					is_exact ? from + (uint32_t)at : to);
			odt->frame->ends_in_blank = true;
			continue;
		}
		while (at < text.len && !cnd_is_space(text.data[at]))
			at++;
		cnd_paragraph_text(odt->assembly,
			cnd_str_slice(text, start, at), first,
			is_exact ? from + (uint32_t)at : to);
		odt->frame->ends_in_blank = false;
	}
}

static void
start_spaces(struct odt *odt, const struct cnd_xml_element *element)
{
	uint32_t count =
		cnd_str_number(cnd_xml_attribute(element, CND_NS_TEXT, "c"), 1);

	if (count == 0 || count > 1000)
		count = 1;
	put_atom(odt, element,
		cnd_arena_printf(odt->arena, "%*s", (int)count, ""));
}

static size_t
text_length(const struct odt *odt)
{
	const struct cnd_paragraph *paragraph =
		cnd_assembly_current(odt->assembly);

	return paragraph == NULL ? 0 : paragraph->text.len;
}

static void
start_span(struct odt *odt, const struct cnd_xml_element *element)
{
	const struct cnd_odt_style *style = cnd_odt_style_of(odt->styles,
		cnd_xml_attribute(element, CND_NS_TEXT, "style-name"));
	struct span *span = cnd_arena_alloc(odt->arena, sizeof(*span));

	span->outer = odt->span;
	span->is_hidden = (odt->span != NULL && odt->span->is_hidden) ||
		(style != NULL && style->is_hidden);
	span->is_black = style != NULL && style->is_black;
	span->is_bold = style != NULL && style->is_bold;
	span->start = text_length(odt);
	odt->span = span;
}

static void
end_span(struct odt *odt)
{
	if (odt->span == NULL)
		return;
	if (odt->span->is_black)
		cnd_paragraph_mark(odt->assembly,
			"publication/failed-redaction",
			"black over live text: the words can be copied out",
			odt->span->start);
	if (odt->span->is_bold)
		cnd_paragraph_mark(odt->assembly, NULL, NULL, odt->span->start);
	odt->span = odt->span->outer;
}

/* ---- tables and lists ---- */

static void
start_table(struct odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->table_depth++;
	*open_table(odt) = (struct table){
		.index = cnd_builder_table(odt->builder, false),
		.row = CND_NONE, /* the first row makes it 0 */
	};
}

static void
end_table(struct odt *odt)
{
	odt->table_depth--;
}

static void
start_header(struct odt *odt, const struct cnd_xml_element *element)
{
	struct table *table = open_table(odt);

	(void)element;
	if (table != NULL)
		table->in_header = true;
}

static void
end_header(struct odt *odt)
{
	struct table *table = open_table(odt);

	if (table != NULL)
		table->in_header = false;
}

static void
start_row(struct odt *odt, const struct cnd_xml_element *element)
{
	struct table *table = open_table(odt);

	(void)element;
	if (table == NULL)
		return;
	table->row++;
	table->column = 0;
}

static void
start_cell(struct odt *odt, const struct cnd_xml_element *element)
{
	struct table *table = open_table(odt);

	if (table == NULL)
		return;
	table->span = cnd_str_number(cnd_xml_attribute(element, CND_NS_TABLE,
					     "number-columns-repeated"),
		1);
	table->has_text = false;
}

static void
end_cell(struct odt *odt)
{
	struct table *table = open_table(odt);

	if (table == NULL)
		return;
	if (!table->has_text && odt->frame == NULL) {
		put_in_cell(odt, cnd_assembly_open(odt->assembly, 0));
		cnd_assembly_close(odt->assembly);
	}
	table->column += table->span == 0 ? 1 : table->span;
}

static void
end_covered(struct odt *odt)
{
	struct table *table = open_table(odt);

	if (table != NULL)
		table->column += table->span == 0 ? 1 : table->span;
}

static void
start_list(struct odt *odt, const struct cnd_xml_element *element)
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
end_list(struct odt *odt)
{
	cnd_odt_lists_close(odt->lists);
}

static void
start_item(struct odt *odt, const struct cnd_xml_element *element)
{
	cnd_odt_lists_item(odt->lists,
		cnd_str_number(
			cnd_xml_attribute(element, CND_NS_TEXT, "start-value"),
			0));
}

/* ---- the rest ---- */

static void
start_tab(struct odt *odt, const struct cnd_xml_element *element)
{
	put_atom(odt, element, CND_STR("\t"));
}

static void
start_break(struct odt *odt, const struct cnd_xml_element *element)
{
	put_atom(odt, element, CND_STR("\n"));
}

static void
start_note(struct odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->in_notes++;
}

static void
end_note(struct odt *odt)
{
	odt->in_notes--;
}

static void
start_contents(struct odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->in_contents++;
}

static void
end_contents(struct odt *odt)
{
	odt->in_contents--;
}

static void
start_image(struct odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->images++;
}

static void
start_object(struct odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->objects++;
}

static void
start_body(struct odt *odt, const struct cnd_xml_element *element)
{
	(void)element;
	odt->in_body = true;
}

struct element_row {
	enum cnd_namespace ns;
	const char *local;
	void (*start)(struct odt *, const struct cnd_xml_element *);
	void (*end)(struct odt *);
};

static const struct element_row rows[] = {
	{ CND_NS_OFFICE, "text", start_body, NULL },
	{ CND_NS_TEXT, "p", start_paragraph, end_paragraph },
	{ CND_NS_TEXT, "h", start_paragraph, end_paragraph },
	{ CND_NS_TEXT, "span", start_span, end_span },
	{ CND_NS_TEXT, "s", start_spaces, NULL },
	{ CND_NS_TEXT, "tab", start_tab, NULL },
	{ CND_NS_TEXT, "line-break", start_break, NULL },
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
hides_content(struct odt *odt, struct cnd_xml_name name)
{
	if (cnd_xml_is(name, CND_NS_OFFICE, "annotation")) {
		odt->comments++;
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
counts_change(struct odt *odt, struct cnd_xml_name name)
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
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct odt *odt = context;
	const struct element_row *row;

	(void)err;
	if (counts_change(odt, element->name) || odt->skipped > 0 ||
		hides_content(odt, element->name)) {
		odt->skipped++;
		return true;
	}
	row = row_of(element->name);
	if (row != NULL && row->start != NULL &&
		(odt->in_body || row->start == start_body))
		row->start(odt, element);
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct odt *odt = context;
	const struct element_row *row;

	(void)from;
	(void)to;
	(void)err;
	if (odt->skipped > 0) {
		odt->skipped--;
		return true;
	}
	row = row_of(name);
	if (odt->in_body && row != NULL && row->end != NULL)
		row->end(odt);
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct odt *odt = context;

	(void)err;
	if (shows(odt))
		put_collapsed(odt, text, from, to);
	return true;
}

/* ---- the package ---- */

static void
say_count(struct odt *odt, uint32_t count, const char *one)
{
	if (count > 0)
		cnd_builder_not_read(odt->builder,
			cnd_arena_printf(odt->arena, "%u %s%s", count, one,
				count == 1 ? "" : "s"),
			0);
}

static void
say_states(struct odt *odt)
{
	uint32_t changes =
		odt->insertions + odt->deletions + odt->format_changes;
	struct cnd_span start = { 0, 0 };

	if (changes > 0)
		cnd_builder_state(odt->builder, "publication/tracked-changes",
			start,
			cnd_arena_printf(odt->arena,
				"%u tracked changes are pending (%u "
				"insertions, %u deletions, %u of format)",
				changes, odt->insertions, odt->deletions,
				odt->format_changes));
	if (odt->comments > 0)
		cnd_builder_state(odt->builder, "publication/leftover-comments",
			start,
			cnd_arena_printf(odt->arena,
				"%u comment%s still in the file", odt->comments,
				odt->comments == 1 ? " is" : "s are"));
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
read_parts(struct cnd_package *package, struct odt *odt, struct cnd_error *err)
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
	struct odt odt = { .arena = arena };
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
