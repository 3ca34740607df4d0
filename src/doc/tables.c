/* Tables from their cells, which readers hand over in reading order. */
#include "doc/shape.h"

static void
count_cell(
	struct cnd_table *table, const struct cnd_block *cell, uint32_t index)
{
	if (table->first_block == CND_NONE) {
		table->first_block = index;
		table->section = cell->section;
	}
	table->end_block = index + 1;
	if (cell->row >= table->rows)
		table->rows = cell->row + 1;
	if (cell->column >= table->columns)
		table->columns = cell->column + 1;
	if ((cell->flags & CND_BLOCK_HEADER) != 0)
		table->has_header = true;
}

void
cnd_shape_tables(struct cnd_document *doc)
{
	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->table < doc->table_count)
			count_cell(&doc->tables[block->table], block, i);
	}
	for (size_t i = 0; i < doc->table_count; i++)
		if (doc->tables[i].first_block == CND_NONE)
			doc->tables[i].first_block = 0;
}
