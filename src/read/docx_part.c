/* WordprocessingML, event by event: what each element does. */
#include "read/docx_part.h"

#include "read/docx_state.h"

struct cnd_str
cnd_docx_value(const struct cnd_xml_element *element)
{
	return cnd_xml_attribute(element, CND_NS_W, "val");
}

static void
start_break(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_str type = cnd_xml_attribute(element, CND_NS_W, "type");

	if (type.len == 0 || cnd_str_equal(type, CND_STR("textWrapping")))
		cnd_docx_put_atom(reader, element, CND_STR("\n"));
}

static void
start_rendered_break(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	cnd_assembly_page(reader->docx->assembly, ++reader->docx->page);
}

static void
start_tab(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	cnd_docx_put_atom(reader, element, CND_STR("\t"));
}

static void
start_hyphen(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	cnd_docx_put_atom(reader, element, CND_STR("\xe2\x80\x91"));
}

static void
start_symbol(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	cnd_docx_put_atom(reader, element, CND_STR("\xef\xbf\xbc"));
}

static bool is_understood(struct cnd_str requires)
{
	static const char *const known[] = { "wps", "wpg", "wpc", "wp14", "w14",
		"w15", "w16", "a14", "v", "wpi", "cx" };

	while (requires.len > 0) {
		struct cnd_str one = cnd_str_split(&requires, ' ');
		bool is_known = one.len == 0;

		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			is_known = is_known ||
				cnd_str_equal(one, cnd_str_of(known[i]));
		if (!is_known)
			return false;
	}
	return true;
}

/* Whether an alternative's content is to be left out. */
static bool
is_passed_over(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	unsigned depth = reader->choice_depth;
	bool *taken;

	if (depth == 0 || depth > CND_DOCX_CHOICES)
		return false;
	taken = &reader->choice_taken[depth - 1];
	if (*taken)
		return true;
	if (cnd_xml_is(element->name, CND_NS_MC, "Choice") &&
		!is_understood(
			cnd_xml_attribute(element, CND_NS_NONE, "Requires")))
		return true;
	*taken = true;
	return false;
}

/* What an element does at its start and at its end. */
struct element_row {
	enum cnd_namespace ns;
	const char *local;
	void (*start)(struct cnd_docx_reader *, const struct cnd_xml_element *);
	void (*end)(struct cnd_docx_reader *);
};

static void
on_paragraph(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	cnd_docx_start_paragraph(reader);
}

static void
on_properties(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->in_paragraph_properties++;
}

static void
off_properties(struct cnd_docx_reader *reader)
{
	reader->in_paragraph_properties--;
}

static void
on_old(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->in_old_properties++;
	reader->docx->format_changes++;
}

static void
off_old(struct cnd_docx_reader *reader)
{
	reader->in_old_properties--;
}

static void
on_run(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	cnd_docx_start_run(reader);
}

static void
on_deleted(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_docx_table *table = cnd_docx_open_table(reader);

	(void)element;
	if (reader->in_paragraph_properties > 0)
		return; /* a paragraph's mark: see paragraph_key */
	if (table != NULL &&
		cnd_assembly_current(reader->docx->assembly) == NULL)
		table->is_deleted = true;
	reader->deleted++;
	reader->docx->deletions++;
}

static void
off_deleted(struct cnd_docx_reader *reader)
{
	if (reader->in_paragraph_properties == 0)
		reader->deleted--;
}

static void
on_inserted(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	if (reader->in_paragraph_properties > 0)
		return;
	reader->inserted++;
	reader->docx->insertions++;
}

static void
off_inserted(struct cnd_docx_reader *reader)
{
	if (reader->in_paragraph_properties == 0)
		reader->inserted--;
}

static void
on_table(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	cnd_docx_start_table(reader);
}

static void
off_table(struct cnd_docx_reader *reader)
{
	reader->table_depth--;
}

static void
on_row(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	cnd_docx_start_row(reader);
}

static void
on_cell(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	cnd_docx_start_cell(reader);
}

static void
on_alternatives(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	if (reader->choice_depth < CND_DOCX_CHOICES)
		reader->choice_taken[reader->choice_depth] = false;
	reader->choice_depth++;
}

static void
off_alternatives(struct cnd_docx_reader *reader)
{
	reader->choice_depth--;
}

static void
on_picture(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->docx->images++;
}

static void
on_chart(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->docx->charts++;
}

static void
on_diagram(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->docx->diagrams++;
}

static void
on_object(struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->docx->objects++;
}

static void
on_placeholder(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	reader->is_placeholder = cnd_docx_is_on(element);
}

static void
off_control(struct cnd_docx_reader *reader)
{
	reader->is_placeholder = false;
}

static void
on_instruction(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	(void)element;
	reader->in_instruction = true;
}

static void
off_instruction(struct cnd_docx_reader *reader)
{
	reader->in_instruction = false;
}

/* Where a comment to candour begins, or is referred to. */
static void
on_comment(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_docx *docx = reader->docx;
	struct cnd_str text;

	if (cnd_assembly_current(docx->assembly) == NULL)
		return; /* between paragraphs: its reference is in one */
	text = cnd_docx_comment_place(
		&docx->comments, cnd_xml_attribute(element, CND_NS_W, "id"));
	if (text.data != NULL)
		cnd_paragraph_direct(docx->assembly, text);
}

static const struct element_row rows[] = {
	{ CND_NS_W, "p", on_paragraph, cnd_docx_end_paragraph },
	{ CND_NS_W, "pPr", on_properties, off_properties },
	{ CND_NS_W, "pPrChange", on_old, off_old },
	{ CND_NS_W, "rPrChange", on_old, off_old },
	{ CND_NS_W, "trPrChange", on_old, off_old },
	{ CND_NS_W, "r", on_run, cnd_docx_end_run },
	{ CND_NS_W, "t", cnd_docx_start_text, cnd_docx_end_text },
	{ CND_NS_W, "tab", start_tab, NULL },
	{ CND_NS_W, "br", start_break, NULL },
	{ CND_NS_W, "cr", start_break, NULL },
	{ CND_NS_W, "noBreakHyphen", start_hyphen, NULL },
	{ CND_NS_W, "sym", start_symbol, NULL },
	{ CND_NS_W, "lastRenderedPageBreak", start_rendered_break, NULL },
	{ CND_NS_W, "fldChar", cnd_docx_field, NULL },
	{ CND_NS_W, "fldSimple", cnd_docx_start_simple_field,
		cnd_docx_end_simple_field },
	{ CND_NS_W, "instrText", on_instruction, off_instruction },
	{ CND_NS_W, "del", on_deleted, off_deleted },
	{ CND_NS_W, "moveFrom", on_deleted, off_deleted },
	{ CND_NS_W, "ins", on_inserted, off_inserted },
	{ CND_NS_W, "moveTo", on_inserted, off_inserted },
	{ CND_NS_W, "tbl", on_table, off_table },
	{ CND_NS_W, "tr", on_row, NULL },
	{ CND_NS_W, "tc", on_cell, cnd_docx_end_cell },
	{ CND_NS_W, "showingPlcHdr", on_placeholder, NULL },
	{ CND_NS_W, "sdt", NULL, off_control },
	{ CND_NS_W, "txbxContent", NULL, cnd_docx_settle },
	{ CND_NS_W, "commentRangeStart", on_comment, NULL },
	{ CND_NS_W, "commentReference", on_comment, NULL },
	{ CND_NS_W, "object", on_object, NULL },
	{ CND_NS_W, "altChunk", on_object, NULL },
	{ CND_NS_MC, "AlternateContent", on_alternatives, off_alternatives },
	{ CND_NS_PIC, "pic", on_picture, NULL },
	{ CND_NS_V, "imagedata", on_picture, NULL },
	{ CND_NS_CHART, "chart", on_chart, NULL },
	{ CND_NS_DIAGRAM, "relIds", on_diagram, NULL },
};

static const struct element_row *
row_of(struct cnd_xml_name name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (cnd_xml_is(name, rows[i].ns, rows[i].local))
			return &rows[i];
	return NULL;
}

/* Elements whose content never shows, or shows as one object. */
static bool
hides_content(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_xml_name name = element->name;

	if (cnd_xml_is(name, CND_NS_MC, "Choice") ||
		cnd_xml_is(name, CND_NS_MC, "Fallback"))
		return is_passed_over(reader, element);
	if (cnd_xml_is(name, CND_NS_M, "oMath")) {
		cnd_docx_put_atom(reader, element, CND_STR("\xef\xbf\xbc"));
		return true;
	}
	if (cnd_xml_is(name, CND_NS_W, "footnote") ||
		cnd_xml_is(name, CND_NS_W, "endnote"))
		return cnd_xml_attribute(element, CND_NS_W, "type").len > 0 &&
			!cnd_str_equal(
				cnd_xml_attribute(element, CND_NS_W, "type"),
				CND_STR("normal"));
	return cnd_xml_is(name, CND_NS_W, "rt") ||
		cnd_xml_is(name, CND_NS_W, "sectPr");
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct cnd_docx_reader *reader = context;
	const struct element_row *row;

	(void)err;
	if (reader->skipped > 0 || hides_content(reader, element)) {
		reader->skipped++;
		return true;
	}
	row = row_of(element->name);
	if (row != NULL && row->start != NULL)
		row->start(reader, element);
	if (reader->in_paragraph_properties > 0)
		cnd_docx_paragraph_key(reader, element);
	else if (reader->frame->in_run > 0)
		cnd_docx_run_key(reader, element);
	else
		cnd_docx_table_key(reader, element);
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct cnd_docx_reader *reader = context;
	const struct element_row *row;

	(void)from;
	(void)to;
	(void)err;
	if (reader->skipped > 0) {
		reader->skipped--;
		return true;
	}
	row = row_of(name);
	if (row != NULL && row->end != NULL)
		row->end(reader);
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct cnd_docx_reader *reader = context;

	(void)err;
	if (reader->skipped > 0 || reader->deleted > 0)
		return true;
	if (reader->in_instruction)
		cnd_docx_field_says(reader, text);
	else if (reader->in_text && cnd_docx_shows(reader))
		cnd_paragraph_text(reader->docx->assembly, text, from, to);
	else if (reader->in_text)
		cnd_docx_pass_over(reader, text);
	return true;
}

bool
cnd_docx_read_part(struct cnd_docx *docx, struct cnd_str part, uint32_t index,
	bool is_notes, struct cnd_error *err)
{
	struct cnd_docx_reader reader = {
		.docx = docx, .part = index, .is_notes = is_notes
	};
	const struct cnd_xml_handler handler = { &reader, on_start, on_end,
		on_text };

	reader.frame = &reader.root;
	if (!cnd_xml_parse(part, &handler, err))
		return false;
	while (cnd_assembly_current(docx->assembly) != NULL)
		cnd_assembly_close(docx->assembly);
	return true;
}
