/*
 * Runs and text.  Properties stand before the text they govern, so what is
 * known at a text event decides whether it shows.
 */
#include "read/docx_state.h"

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
}

void
cnd_docx_start_run(struct cnd_docx_reader *reader)
{
	reader->frame->in_run++;
	reader->frame->run =
		(struct cnd_docx_run){ .start = text_length(reader) };
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
	if (reader->frame->run.is_blackened)
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

void
cnd_docx_field(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_str type =
		cnd_xml_attribute(element, CND_NS_W, "fldCharType");
	unsigned depth = reader->field_depth;

	if (cnd_str_equal(type, CND_STR("begin"))) {
		if (depth < CND_DOCX_FIELDS)
			reader->field_shows[depth] = false;
		reader->field_depth++;
	} else if (cnd_str_equal(type, CND_STR("separate"))) {
		if (depth > 0 && depth <= CND_DOCX_FIELDS)
			reader->field_shows[depth - 1] = true;
	} else if (cnd_str_equal(type, CND_STR("end")) && depth > 0) {
		reader->field_depth--;
	}
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
	else if (cnd_xml_is(name, CND_NS_W, "rStyle"))
		reader->frame->run.is_hidden = reader->frame->run.is_hidden ||
			cnd_docx_style_of(reader->docx->styles, value)
				.is_hidden;
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
