/*
 * Runs and text.  Properties stand before the text they govern, so what is
 * known at a text event decides whether it shows.
 */
#include "read/docx_state.h"

#include "read/label.h"

bool
cnd_docx_shows(const struct cnd_docx_reader *reader)
{
	if (reader->skipped > 0 || reader->deleted > 0 ||
		reader->frame->run.is_hidden)
		return false;
	for (unsigned i = 0; i < reader->field_depth && i < CND_DOCX_FIELDS;
		i++)
		if (!reader->field_shows[i])
			return false;
	return reader->table_depth == 0 ||
		!reader->tables[reader->table_depth <= CND_DOCX_TABLES
				       ? reader->table_depth - 1
				       : CND_DOCX_TABLES - 1]
			 .is_deleted;
}

void
cnd_docx_put_atom(struct cnd_docx_reader *reader,
	const struct cnd_xml_element *element, struct cnd_str text)
{
	if (reader->frame->in_run > 0 && cnd_docx_shows(reader))
		cnd_paragraph_text(reader->docx->assembly, text, element->from,
			element->to);
}

static size_t
text_length(const struct cnd_docx_reader *reader)
{
	const struct cnd_paragraph *paragraph =
		cnd_assembly_current(reader->docx->assembly);

	return paragraph == NULL ? 0 : paragraph->text.len;
}

void
cnd_docx_pass_over(struct cnd_docx_reader *reader, struct cnd_str text)
{
	struct cnd_docx *docx = reader->docx;

	text = cnd_str_trim(text);
	if (!reader->frame->run.is_hidden || text.len == 0)
		return;
	if (!reader->frame->run.has_hidden && docx->hidden++ == 0)
		docx->hidden_words = cnd_arena_copy(docx->arena, text);
	reader->frame->run.has_hidden = true;
}

void
cnd_docx_start_text(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	reader->in_text = true;
	reader->is_preserved =
		cnd_str_equal(cnd_xml_attribute(element, CND_NS_XML, "space"),
			CND_STR("preserve"));
	reader->text_start = text_length(reader);
}

void
cnd_docx_end_text(struct cnd_docx_reader *reader)
{
	struct cnd_paragraph *paragraph =
		cnd_assembly_current(reader->docx->assembly);

	reader->in_text = false;
	if (paragraph != NULL && !reader->is_preserved)
		cnd_paragraph_trim(paragraph, reader->text_start);
	if (paragraph != NULL && !reader->frame->run.is_bold &&
		paragraph->text.len > reader->text_start)
		reader->frame->is_all_bold = false;
	if (reader->frame->run.is_bold)
		cnd_paragraph_mark(
			reader->docx->assembly, NULL, NULL, reader->text_start);
	if (reader->frame->run.is_italic)
		cnd_paragraph_mark(reader->docx->assembly, NULL, "italic",
			reader->text_start);
}

/* What runs are like where they do not say otherwise. */
static void
know_look(struct cnd_docx_reader *reader)
{
	struct cnd_docx_frame *frame = reader->frame;
	struct cnd_docx_style style;

	if (frame->has_look)
		return;
	style = cnd_docx_style_of(reader->docx->styles, frame->style);
	frame->has_look = true;
	frame->is_bold = style.is_bold;
	frame->is_italic = style.is_italic;
}

void
cnd_docx_start_run(struct cnd_docx_reader *reader)
{
	know_look(reader);
	reader->frame->in_run++;
	reader->frame->run = (struct cnd_docx_run){
		.is_bold = reader->frame->is_bold,
		.is_italic = reader->frame->is_italic,
		.start = text_length(reader),
	};
}

void
cnd_docx_end_run(struct cnd_docx_reader *reader)
{
	struct cnd_assembly *assembly = reader->docx->assembly;
	struct cnd_paragraph *paragraph = cnd_assembly_current(assembly);

	if (reader->frame->in_run > 0)
		reader->frame->in_run--;
	if (paragraph == NULL)
		return;
	if (reader->frame->run.is_raised &&
		cnd_label_is_note_mark(
			cnd_str_slice(cnd_buf_str(&paragraph->text),
				reader->frame->run.start, paragraph->text.len)))
		cnd_paragraph_cut(paragraph, reader->frame->run.start);
	if (reader->frame->run.is_blackened && !reader->frame->run.is_white)
		cnd_paragraph_mark(assembly, "publication/failed-redaction",
			"black over live text: the words can be copied out",
			reader->frame->run.start);
	if (reader->is_placeholder && cnd_docx_shows(reader))
		cnd_paragraph_mark(assembly, "publication/empty-control",
			"a content control that was never filled in",
			reader->frame->run.start);
	if (reader->inserted > 0 &&
		paragraph->text.len > reader->frame->run.start)
		paragraph->block.flags |= CND_BLOCK_INSERTED;
	if (reader->deleted > 0)
		paragraph->block.flags |= CND_BLOCK_DELETED;
	reader->frame->run = (struct cnd_docx_run){ 0 };
}

/* Word shows an error in place of such a reference once it is updated. */
static void
check_reference(struct cnd_docx_reader *reader, struct cnd_docx_field *field)
{
	struct cnd_str rest = cnd_str_trim(
		(struct cnd_str){ field->instruction, field->len });
	struct cnd_str kind = cnd_str_split(&rest, ' ');
	struct cnd_str target;

	rest = cnd_str_trim(rest);
	target = cnd_str_split(&rest, ' ');
	if (!cnd_str_equal_fold(kind, CND_STR("REF")) &&
		!cnd_str_equal_fold(kind, CND_STR("PAGEREF")) &&
		!cnd_str_equal_fold(kind, CND_STR("NOTEREF")))
		return;
	if (field->len < sizeof(field->instruction) && target.len > 0 &&
		!cnd_bookmarks_have(&reader->docx->bookmarks, target))
		cnd_paragraph_mark(reader->docx->assembly,
			"publication/broken-reference",
			"a reference to a place that is no longer in the file",
			field->start);
}

static struct cnd_docx_field *
open_field(struct cnd_docx_reader *reader)
{
	unsigned depth = reader->field_depth;

	return depth == 0 || depth > CND_DOCX_FIELDS
		? NULL
		: &reader->fields[depth - 1];
}

void
cnd_docx_field_says(struct cnd_docx_reader *reader, struct cnd_str text)
{
	struct cnd_docx_field *field = open_field(reader);

	for (size_t i = 0; field != NULL && i < text.len &&
		field->len < sizeof(field->instruction);
		i++)
		field->instruction[field->len++] = text.data[i];
}

void
cnd_docx_start_simple_field(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	if (reader->field_depth < CND_DOCX_FIELDS) {
		reader->field_shows[reader->field_depth] = true;
		reader->fields[reader->field_depth] =
			(struct cnd_docx_field){ .start = text_length(reader) };
	}
	reader->field_depth++;
	cnd_docx_field_says(
		reader, cnd_xml_attribute(element, CND_NS_W, "instr"));
}

void
cnd_docx_end_simple_field(struct cnd_docx_reader *reader)
{
	struct cnd_docx_field *field = open_field(reader);

	if (field != NULL)
		check_reference(reader, field);
	if (reader->field_depth > 0)
		reader->field_depth--;
}

void
cnd_docx_field(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_str type =
		cnd_xml_attribute(element, CND_NS_W, "fldCharType");
	unsigned depth = reader->field_depth;

	if (cnd_str_equal(type, CND_STR("begin"))) {
		if (depth < CND_DOCX_FIELDS) {
			reader->field_shows[depth] = false;
			reader->fields[depth] = (struct cnd_docx_field){ 0 };
		}
		reader->field_depth++;
	} else if (cnd_str_equal(type, CND_STR("separate"))) {
		if (depth > 0 && depth <= CND_DOCX_FIELDS) {
			reader->field_shows[depth - 1] = true;
			reader->fields[depth - 1].start = text_length(reader);
		}
	} else if (cnd_str_equal(type, CND_STR("end")) && depth > 0) {
		cnd_docx_end_simple_field(reader);
	}
}

/* "Strong", "Emphasis" and the like. */
static void
use_run_style(struct cnd_docx_reader *reader, struct cnd_str id)
{
	struct cnd_docx_run *run = &reader->frame->run;
	struct cnd_docx_style style =
		cnd_docx_style_of(reader->docx->styles, id);

	run->is_hidden |= style.is_hidden;
	run->is_bold |= style.is_bold;
	run->is_italic |= style.is_italic;
}

void
cnd_docx_run_key(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_xml_name name = element->name;
	struct cnd_str value = cnd_docx_value(element);

	if (reader->in_old_properties > 0)
		return;
	if (cnd_xml_is(name, CND_NS_W, "vanish"))
		reader->frame->run.is_hidden = cnd_docx_is_on(element);
	else if (cnd_xml_is(name, CND_NS_W, "b"))
		reader->frame->run.is_bold = cnd_docx_is_on(element);
	else if (cnd_xml_is(name, CND_NS_W, "i"))
		reader->frame->run.is_italic = cnd_docx_is_on(element);
	else if (cnd_xml_is(name, CND_NS_W, "rStyle"))
		use_run_style(reader, value);
	else if (cnd_xml_is(name, CND_NS_W, "vertAlign"))
		reader->frame->run.is_raised =
			cnd_str_equal(value, CND_STR("superscript"));
	else if (cnd_xml_is(name, CND_NS_W, "color"))
		reader->frame->run.is_white =
			cnd_str_equal_fold(value, CND_STR("ffffff"));
	else if (cnd_xml_is(name, CND_NS_W, "highlight"))
		reader->frame->run.is_blackened =
			cnd_str_equal(value, CND_STR("black"));
	else if (cnd_xml_is(name, CND_NS_W, "shd"))
		reader->frame->run.is_blackened =
			reader->frame->run.is_blackened ||
			cnd_str_equal(
				cnd_xml_attribute(element, CND_NS_W, "fill"),
				CND_STR("000000"));
}
