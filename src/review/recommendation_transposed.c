/*
 * Action plans that lie on their side: each column is one recommendation,
 * and the first column says what its rows hold.
 */
#include "review/recommendation.h"

enum { LEAST_FIELDS = 2 }; /* rows whose names a plan's columns have */

static const struct cnd_block *
block_at(const struct cnd_finder *finder, uint32_t index)
{
	return &finder->doc->blocks[index];
}

/* What the name in a row's first cell says that the row holds. */
static enum cnd_column
field_of(const struct cnd_finder *finder, uint32_t index)
{
	return cnd_column_of(finder->structure,
		cnd_block_text(finder->doc, block_at(finder, index)));
}

/* A cell of the first row that is no row's name. */
static bool
is_header(const struct cnd_finder *finder, const struct cnd_table *table,
	uint32_t index)
{
	const struct cnd_block *cell = block_at(finder, index);

	return cell->column != 0 &&
		cell->row == block_at(finder, table->first_block)->row;
}

/* The first row names no column of a plan, but for "Recommendation 1". */
static bool
has_plain_header(const struct cnd_finder *finder, const struct cnd_table *table)
{
	for (uint32_t i = table->first_block; i < table->end_block; i++) {
		if (!is_header(finder, table, i))
			continue;
		switch (field_of(finder, i)) {
		case CND_COLUMN_OWNER:
		case CND_COLUMN_TIME:
		case CND_COLUMN_MEASURE:
		case CND_COLUMN_STATUS:
			return false;
		default:
			break;
		}
	}
	return true;
}

/* A cell of the first row tells somebody to do something. */
static bool
header_directs(const struct cnd_finder *finder, const struct cnd_table *table)
{
	for (uint32_t i = table->first_block; i < table->end_block; i++)
		if (is_header(finder, table, i) &&
			cnd_text_directs(finder,
				cnd_block_text(
					finder->doc, block_at(finder, i))))
			return true;
	return false;
}

/*
 * The row that says what is to be done: by its name, or the first one where
 * that tells somebody to.  "Tasks" and "Organisation" alone are parts of a
 * system (SEIPS 2.0, Holden and others 2013) and no plan.
 */
static bool
find_main(const struct cnd_finder *finder, const struct cnd_table *table,
	uint32_t *row)
{
	bool is_named = false;
	bool is_planned = false;
	size_t fields = 0;

	*row = block_at(finder, table->first_block)->row;
	for (uint32_t i = table->first_block; i < table->end_block; i++) {
		const struct cnd_block *cell = block_at(finder, i);
		enum cnd_column field;

		if (cell->column != 0)
			continue;
		field = field_of(finder, i);
		fields += field != CND_COLUMN_NONE;
		is_planned |= field == CND_COLUMN_RECOMMENDATION ||
			field == CND_COLUMN_TIME || field == CND_COLUMN_MEASURE;
		if (field == CND_COLUMN_RECOMMENDATION ||
			(field == CND_COLUMN_ACTION && !is_named)) {
			*row = cell->row;
			is_named = true;
		}
	}
	if (is_named)
		return is_planned && fields > LEAST_FIELDS;
	return fields >= LEAST_FIELDS && header_directs(finder, table);
}

/* The cell in a row and column, or CND_NONE. */
static uint32_t
cell_at(const struct cnd_finder *finder, const struct cnd_table *table,
	uint32_t row, uint32_t column)
{
	for (uint32_t i = table->first_block; i < table->end_block; i++) {
		const struct cnd_block *cell = block_at(finder, i);

		if (cell->row == row && cell->column == column)
			return i;
	}
	return CND_NONE;
}

/* The spans of one column's cells by what their rows hold, but for the
 * main row's. */
static void
read_column(const struct cnd_finder *finder, const struct cnd_table *table,
	uint32_t column, uint32_t main_row,
	struct cnd_span cells[CND_COLUMN_COUNT])
{
	enum cnd_column field = CND_COLUMN_NONE;

	for (uint32_t i = table->first_block; i < table->end_block; i++) {
		const struct cnd_block *cell = block_at(finder, i);

		if (cell->column == 0)
			field = field_of(finder, i);
		if (cell->column != column || cell->row == main_row)
			continue;
		if (is_header(finder, table, i))
			cells[CND_COLUMN_NUMBER] = cell->span;
		else if (field != CND_COLUMN_NONE)
			cells[field] = cell->span;
	}
}

static void
take_column(struct cnd_finder *finder, uint32_t index, uint32_t column,
	uint32_t main_row)
{
	const struct cnd_table *table = &finder->doc->tables[index];
	struct cnd_span cells[CND_COLUMN_COUNT] = { 0 };
	uint32_t block = cell_at(finder, table, main_row, column);
	struct cnd_candidate *made;

	if (block == CND_NONE ||
		cnd_str_trim(
			cnd_block_text(finder->doc, block_at(finder, block)))
				.len == 0)
		return;
	read_column(finder, table, column, main_row, cells);
	made = cnd_candidate_new(finder, block);
	made->is_row = true;
	made->may_stand = true;
	made->group = (uint32_t)finder->doc->section_count + index;
	made->rec.label = cnd_str_trim(
		cnd_document_text(finder->doc, cells[CND_COLUMN_NUMBER]));
	made->number = made->rec.label;
	cnd_candidate_add(finder, made, block_at(finder, block)->span);
	made->main_count = made->span_count;
	for (enum cnd_column i = CND_COLUMN_MEASURE; i < CND_COLUMN_COUNT; i++)
		if (i != CND_COLUMN_THEME)
			cnd_candidate_add(finder, made, cells[i]);
	made->rec.owner_cell = cells[CND_COLUMN_OWNER];
	made->rec.time_cell = cells[CND_COLUMN_TIME];
	made->rec.measure_cell = cells[CND_COLUMN_MEASURE];
}

bool
cnd_take_transposed(struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_table *table = &finder->doc->tables[index];
	uint32_t main_row;

	if (table->columns < 3 || table->columns > CND_PLAN_COLUMNS ||
		table->rows < 3 || !has_plain_header(finder, table) ||
		!find_main(finder, table, &main_row))
		return false;
	for (uint32_t column = 1; column < table->columns; column++)
		take_column(finder, index, column, main_row);
	return true;
}
