/* Word paragraphs: their kind, level and visible number. */
#include "read/docx_state.h"

#include "read/label.h"

void
cnd_docx_start_paragraph(struct cnd_docx_reader *reader)
{
	struct cnd_docx_frame *frame = reader->frame;

	if (frame->is_joined) { /* the mark before was deleted */
		frame->is_joined = false;
		return;
	}
	cnd_assembly_open(reader->docx->assembly, reader->part);
	frame = cnd_arena_alloc(reader->docx->arena, sizeof(*frame));
	frame->outer = reader->frame;
	frame->style = cnd_docx_default_style(reader->docx->styles);
	frame->is_all_bold = true;
	reader->frame = frame;
}

static void
number_paragraph(struct cnd_docx_reader *reader,
	struct cnd_paragraph *paragraph, const struct cnd_docx_style *style)
{
	uint32_t list = reader->frame->has_list ? reader->frame->list
		: style->has_list               ? style->list
						: 0;
	uint32_t level = reader->frame->has_list_level
		? reader->frame->list_level
		: style->list_level;

	if (list == 0)
		return;
	if (!reader->frame->has_list_level)
		level = cnd_numbering_style_level(reader->docx->numbering, list,
			style->list_style, level);
	paragraph->label =
		cnd_numbering_next(reader->docx->numbering, list, level);
	if (paragraph->block.kind == CND_BLOCK_PARAGRAPH &&
		paragraph->label.len > 0 &&
		!cnd_label_is_paragraph_number(paragraph->label)) {
		paragraph->block.kind = CND_BLOCK_ITEM;
		paragraph->block.level = level + 1;
	}
}

static void
give_kind(struct cnd_docx_reader *reader, struct cnd_paragraph *paragraph,
	const struct cnd_docx_style *style)
{
	struct cnd_block *block = &paragraph->block;

	if (reader->is_notes)
		block->kind = CND_BLOCK_NOTE;
	else if (reader->frame->has_outline && reader->frame->outline < 9) {
		block->kind = CND_BLOCK_HEADING;
		block->level = reader->frame->outline + 1;
	} else if (style->use == CND_STYLE_HEADING) {
		block->kind = CND_BLOCK_HEADING;
		block->level = style->level;
	} else if (style->use == CND_STYLE_CONTENTS)
		block->kind = CND_BLOCK_FURNITURE;
	else if (style->use == CND_STYLE_CAPTION)
		block->kind = CND_BLOCK_CAPTION;
	if (style->use == CND_STYLE_QUOTE)
		block->flags |= CND_BLOCK_QUOTED;
	if (reader->frame->is_all_bold && paragraph->text.len > 0)
		block->flags |= CND_BLOCK_EMPHASIS;
}

void
cnd_docx_end_paragraph(struct cnd_docx_reader *reader)
{
	struct cnd_paragraph *paragraph =
		cnd_assembly_current(reader->docx->assembly);
	struct cnd_docx_style style;

	if (paragraph == NULL || reader->frame->outer == NULL ||
		reader->frame->is_joined)
		return;
	style = cnd_docx_style_of(reader->docx->styles, reader->frame->style);
	give_kind(reader, paragraph, &style);
	number_paragraph(reader, paragraph, &style);
	cnd_docx_put_in_cell(reader, paragraph);
	if (paragraph->block.kind == CND_BLOCK_CELL &&
		paragraph->text.len == 0 && paragraph->label.len == 0)
		paragraph->block.kind = CND_BLOCK_PARAGRAPH; /* dropped */
	cnd_assembly_close(reader->docx->assembly);
	reader->frame = reader->frame->outer;
}

void
cnd_docx_settle(struct cnd_docx_reader *reader)
{
	if (!reader->frame->is_joined)
		return;
	reader->frame->is_joined = false;
	cnd_docx_end_paragraph(reader);
}

void
cnd_docx_paragraph_key(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_str value = cnd_docx_value(element);
	struct cnd_xml_name name = element->name;

	if (reader->in_old_properties > 0)
		return;
	if (cnd_xml_is(name, CND_NS_W, "pStyle")) {
		reader->frame->style =
			cnd_arena_copy(reader->docx->arena, value);
	} else if (cnd_xml_is(name, CND_NS_W, "numId")) {
		reader->frame->has_list = true;
		reader->frame->list = cnd_str_number(value, 0);
	} else if (cnd_xml_is(name, CND_NS_W, "ilvl")) {
		reader->frame->has_list_level = true;
		reader->frame->list_level = cnd_str_number(value, 0);
	} else if (cnd_xml_is(name, CND_NS_W, "outlineLvl")) {
		reader->frame->has_outline = true;
		reader->frame->outline = cnd_str_number(value, 0);
	} else if (cnd_xml_is(name, CND_NS_W, "del")) {
		reader->frame->is_joined = reader->frame->outer != NULL;
		reader->docx->deletions++;
	} else if (cnd_xml_is(name, CND_NS_W, "ins")) {
		reader->docx->insertions++;
	}
}
