/* Word tables: rows, grid columns, merged and empty cells. */
#include "read/docx_state.h"

struct cnd_docx_table *
cnd_docx_open_table(struct cnd_docx_reader *reader)
{
	unsigned depth = reader->table_depth;

	if (depth == 0)
		return NULL;
	return &reader->tables[depth < CND_DOCX_TABLES ? depth - 1
						       : CND_DOCX_TABLES - 1];
}

void
cnd_docx_start_table(struct cnd_docx_reader *reader)
{
	struct cnd_docx_table *table;

	reader->table_depth++;
	table = cnd_docx_open_table(reader);
	*table = (struct cnd_docx_table){
		.index = cnd_builder_table(reader->docx->builder, false),
		.row = CND_NONE, /* the first row makes it 0 */
	};
}

void
cnd_docx_start_row(struct cnd_docx_reader *reader)
{
	struct cnd_docx_table *table = cnd_docx_open_table(reader);

	if (table == NULL)
		return;
	table->row++;
	table->column = 0;
	table->is_header = table->row == 0;
	table->is_deleted = false;
}

void
cnd_docx_start_cell(struct cnd_docx_reader *reader)
{
	struct cnd_docx_table *table = cnd_docx_open_table(reader);

	if (table == NULL)
		return;
	table->span = 1;
	table->is_continued = false;
	table->has_text = false;
}

/* An empty cell still counts: its block keeps the columns apart. */
void
cnd_docx_end_cell(struct cnd_docx_reader *reader)
{
	struct cnd_docx_table *table = cnd_docx_open_table(reader);

	cnd_docx_settle(reader);
	if (table == NULL)
		return;
	if (!table->has_text && !table->is_continued &&
		cnd_assembly_current(reader->docx->assembly) == NULL) {
		struct cnd_paragraph *paragraph =
			cnd_assembly_open(reader->docx->assembly, reader->part);

		cnd_docx_put_in_cell(reader, paragraph);
		cnd_assembly_close(reader->docx->assembly);
	}
	table->column += table->span == 0 ? 1 : table->span;
}

void
cnd_docx_table_key(
	struct cnd_docx_reader *reader, const struct cnd_xml_element *element)
{
	struct cnd_docx_table *table = cnd_docx_open_table(reader);
	struct cnd_xml_name name = element->name;

	if (table == NULL || reader->in_old_properties > 0)
		return;
	if (cnd_xml_is(name, CND_NS_W, "tblHeader"))
		table->is_header = table->is_header || cnd_docx_is_on(element);
	else if (cnd_xml_is(name, CND_NS_W, "gridSpan"))
		table->span = cnd_str_number(cnd_docx_value(element), 0);
	else if (cnd_xml_is(name, CND_NS_W, "vMerge"))
		table->is_continued = !cnd_str_equal(
			cnd_docx_value(element), CND_STR("restart"));
}

void
cnd_docx_put_in_cell(
	struct cnd_docx_reader *reader, struct cnd_paragraph *paragraph)
{
	struct cnd_docx_table *table = cnd_docx_open_table(reader);
	struct cnd_block *block = &paragraph->block;

	if (table == NULL || paragraph->host != NULL)
		return;
	block->kind = CND_BLOCK_CELL;
	block->table = table->index;
	block->row = table->row;
	block->column = table->column;
	if (table->is_header)
		block->flags |= CND_BLOCK_HEADER;
	if (paragraph->text.len > 0 || paragraph->label.len > 0)
		table->has_text = true;
}
