/*
 * What a plan's columns hold: by the words above them, and where those say
 * nothing by what most of their cells are like.
 */
#include "review/recommendation.h"

enum {
	HEADER_ROWS = 3, /* above the header a table may have a title */
	HEADER_BYTES = 120,
	HEADER_WORDS_BYTES = 20, /* a shorter order may be a column's name */
	NUMBER_BYTES = 8, /* "SA 10", "R12(b)" */
	WORDS_BYTES = 20 /* a column of shorter cells holds codes or names */
};

/* What a cell may be like; it may be several. */
enum likeness {
	TELLING, /* somebody to do something */
	DATING,
	NAMING, /* a body or post */
	MEASURING,
	LIKENESSES
};

/* How many cells of a column are filled, and what they are like. */
struct tally {
	size_t filled;
	size_t bytes;
	size_t like[LIKENESSES];
};

/* One past the last block of the row that opens at a block. */
static uint32_t
row_end(const struct cnd_finder *finder, const struct cnd_table *table,
	uint32_t first)
{
	const struct cnd_block *blocks = finder->doc->blocks;
	uint32_t end = first;

	while (end < table->end_block && blocks[end].row == blocks[first].row)
		end++;
	return end;
}

bool
cnd_columns_have(const struct cnd_columns *columns, enum cnd_column column)
{
	for (size_t i = 0; i < CND_PLAN_COLUMNS; i++)
		if (columns->at[i] == column)
			return true;
	return false;
}

static bool
says_what(const struct cnd_columns *columns)
{
	return cnd_columns_have(columns, CND_COLUMN_RECOMMENDATION) ||
		cnd_columns_have(columns, CND_COLUMN_ACTION);
}

/* Reads a row as a header; how many columns of a plan it names. */
static size_t
read_header(const struct cnd_finder *finder, uint32_t first, uint32_t end,
	struct cnd_columns *columns)
{
	size_t known = 0;

	for (size_t i = 0; i < CND_PLAN_COLUMNS; i++)
		columns->at[i] = CND_COLUMN_NONE;
	for (uint32_t i = first; i < end; i++) {
		const struct cnd_block *cell = &finder->doc->blocks[i];
		struct cnd_str words = cnd_block_text(finder->doc, cell);
		enum cnd_column column;

		if (cell->column >= CND_PLAN_COLUMNS ||
			words.len > HEADER_BYTES)
			continue;
		column = cnd_column_of(finder->structure, words);
		columns->at[cell->column] = column;
		known += column != CND_COLUMN_NONE;
	}
	return known;
}

/* Looks at each cell below the header once. */
static void
count_cells(const struct cnd_finder *finder, const struct cnd_table *table,
	const struct cnd_columns *columns,
	struct tally tallies[CND_PLAN_COLUMNS])
{
	const struct cnd_structure *structure = finder->structure;

	for (uint32_t i = columns->first_row; i < table->end_block; i++) {
		const struct cnd_block *cell = &finder->doc->blocks[i];
		struct cnd_str text =
			cnd_str_trim(cnd_block_text(finder->doc, cell));
		struct tally *tally;

		if (cell->column >= CND_PLAN_COLUMNS ||
			columns->at[cell->column] != CND_COLUMN_NONE ||
			text.len < 2)
			continue;
		tally = &tallies[cell->column];
		tally->filled++;
		tally->bytes += text.len;
		tally->like[TELLING] += cnd_text_directs(finder, text);
		tally->like[NAMING] += cnd_is_body(structure, text);
		tally->like[DATING] +=
			cnd_cue_holds(structure, CND_CUE_TIME_CELL, text);
		tally->like[MEASURING] +=
			cnd_cue_holds(structure, CND_CUE_MEASURE_CELL, text);
	}
}

/* The first nameless column of which most filled cells are so, or none. */
static size_t
column_of_most(const struct cnd_columns *columns,
	const struct tally tallies[CND_PLAN_COLUMNS], enum likeness likeness)
{
	for (size_t i = 0; i < CND_PLAN_COLUMNS; i++) {
		size_t count = tallies[i].like[likeness];

		if (columns->at[i] == CND_COLUMN_NONE && count > 0 &&
			count * 2 >= tallies[i].filled)
			return i;
	}
	return CND_NOT_FOUND;
}

/* The nameless column that most often tells somebody to do something. */
static size_t
telling_column(const struct cnd_columns *columns,
	const struct tally tallies[CND_PLAN_COLUMNS], size_t rows)
{
	size_t best = CND_NOT_FOUND;

	for (size_t i = 0; i < CND_PLAN_COLUMNS; i++) {
		size_t count = tallies[i].like[TELLING];

		if (columns->at[i] == CND_COLUMN_NONE && count * 2 > rows &&
			(best == CND_NOT_FOUND ||
				count > tallies[best].like[TELLING]))
			best = i;
	}
	return best;
}

/*
 * The longest nameless column beside two that say who, when or how known:
 * what is to be done, if in no more than a noun ("A seat at the table").
 */
static size_t
column_of_words(const struct cnd_columns *columns,
	const struct tally tallies[CND_PLAN_COLUMNS])
{
	size_t best = CND_NOT_FOUND;

	if (cnd_columns_have(columns, CND_COLUMN_STATUS) ||
		cnd_columns_have(columns, CND_COLUMN_OWNER) +
				cnd_columns_have(columns, CND_COLUMN_TIME) +
				cnd_columns_have(columns, CND_COLUMN_MEASURE) <
			2)
		return CND_NOT_FOUND;
	for (size_t i = 0; i < CND_PLAN_COLUMNS; i++)
		if (columns->at[i] == CND_COLUMN_NONE &&
			tallies[i].bytes >= tallies[i].filled * WORDS_BYTES &&
			tallies[i].filled > 0 &&
			(best == CND_NOT_FOUND ||
				tallies[i].bytes > tallies[best].bytes))
			best = i;
	return best;
}

/* Most of a column's cells below the header say when. */
static bool
is_dated(const struct cnd_finder *finder, const struct cnd_table *table,
	const struct cnd_columns *columns, uint32_t column)
{
	size_t filled = 0;
	size_t dated = 0;

	for (uint32_t i = columns->first_row; i < table->end_block; i++) {
		struct cnd_str text = cnd_str_trim(
			cnd_block_text(finder->doc, &finder->doc->blocks[i]));

		if (finder->doc->blocks[i].column != column || text.len < 2)
			continue;
		filled++;
		dated += cnd_cue_holds(
			finder->structure, CND_CUE_TIME_CELL, text);
	}
	return filled > 0 && dated * 2 > filled;
}

/* "Milestone" and "Assurance": of two columns that tell how anyone will
 * know, one full of dates says when, where no other does. */
static void
redate(const struct cnd_finder *finder, const struct cnd_table *table,
	struct cnd_columns *columns)
{
	size_t measures = 0;

	for (uint32_t i = 0; i < CND_PLAN_COLUMNS; i++)
		measures += columns->at[i] == CND_COLUMN_MEASURE;
	if (measures < 2 || cnd_columns_have(columns, CND_COLUMN_TIME))
		return;
	for (uint32_t i = 0; i < CND_PLAN_COLUMNS; i++) {
		if (columns->at[i] != CND_COLUMN_MEASURE ||
			!is_dated(finder, table, columns, i))
			continue;
		columns->at[i] = CND_COLUMN_TIME;
		return;
	}
}

/* Gives the nameless columns their meaning, by their cells. */
static void
fill_by_cells(const struct cnd_finder *finder, const struct cnd_table *table,
	struct cnd_columns *columns)
{
	static const enum cnd_column kinds[LIKENESSES] = {
		[DATING] = CND_COLUMN_TIME,
		[NAMING] = CND_COLUMN_OWNER,
		[MEASURING] = CND_COLUMN_MEASURE,
	};
	struct tally tallies[CND_PLAN_COLUMNS] = { 0 };
	size_t at;

	count_cells(finder, table, columns, tallies);
	if (!says_what(columns)) {
		at = telling_column(columns, tallies,
			table->rows -
				(columns->first_row > table->first_block));
		if (at == CND_NOT_FOUND &&
			cnd_is_bearing(finder, table->section))
			at = column_of_words(columns, tallies);
		if (at == CND_NOT_FOUND)
			return;
		columns->at[at] = CND_COLUMN_RECOMMENDATION;
		if (at > 0 && columns->at[0] == CND_COLUMN_NONE)
			columns->at[0] = CND_COLUMN_NUMBER;
	}
	for (enum likeness i = DATING; i < LIKENESSES; i++) {
		if (cnd_columns_have(columns, kinds[i]))
			continue;
		at = column_of_most(columns, tallies, i);
		if (at != CND_NOT_FOUND)
			columns->at[at] = kinds[i];
	}
}

/* The first column's cells number the rows: most are "R3" or "3", and no
 * longer than so many bytes. */
static bool
opens_with_numbers(const struct cnd_finder *finder,
	const struct cnd_table *table, uint32_t first, size_t longest)
{
	const struct cnd_structure *structure = finder->structure;
	size_t cells = 0;
	size_t numbers = 0;

	for (uint32_t i = first; i < table->end_block; i++) {
		const struct cnd_block *cell = &finder->doc->blocks[i];
		struct cnd_str text =
			cnd_str_trim(cnd_block_text(finder->doc, cell));

		if (cell->column != 0)
			continue;
		cells++;
		numbers += (cell->label.len > 0 && text.len <= longest) ||
			(text.len > 0 && text.len <= longest &&
				(cnd_cue_holds(
					 structure, CND_CUE_LABEL_CODE, text) ||
					cnd_cue_holds(structure,
						CND_CUE_ROW_NUMBER, text)));
	}
	return numbers > 0 && numbers * 2 > cells;
}

/* "Action" above "1", "2": which one a row is about, and not what. */
static void
renumber(const struct cnd_finder *finder, const struct cnd_table *table,
	struct cnd_columns *columns)
{
	if ((columns->at[0] == CND_COLUMN_ACTION ||
		    columns->at[0] == CND_COLUMN_RECOMMENDATION) &&
		opens_with_numbers(
			finder, table, columns->first_row, NUMBER_BYTES))
		columns->at[0] = CND_COLUMN_NUMBER;
}

/*
 * A plan that tells what it is about by numbers alone: who, and when or how
 * known, of recommendations that stand elsewhere.  Long cells without a name
 * would be what is told instead.
 */
static bool
is_by_number(const struct cnd_finder *finder, const struct cnd_table *table,
	struct cnd_columns *columns)
{
	struct tally tallies[CND_PLAN_COLUMNS] = { 0 };
	size_t fields = (size_t)cnd_columns_have(columns, CND_COLUMN_OWNER) +
		cnd_columns_have(columns, CND_COLUMN_TIME) +
		cnd_columns_have(columns, CND_COLUMN_MEASURE);

	if (says_what(columns) || fields < 2 ||
		(columns->at[0] != CND_COLUMN_NUMBER &&
			columns->at[0] != CND_COLUMN_NONE) ||
		!opens_with_numbers(
			finder, table, columns->first_row, SIZE_MAX))
		return false;
	columns->at[0] = CND_COLUMN_NUMBER;
	count_cells(finder, table, columns, tallies);
	return column_of_words(columns, tallies) == CND_NOT_FOUND;
}

bool
cnd_columns_read(const struct cnd_finder *finder, const struct cnd_table *table,
	struct cnd_columns *columns)
{
	uint32_t first = table->first_block;
	size_t least = table->has_header ? 1 : 2;
	bool is_bearing = cnd_is_bearing(finder, table->section);

	for (size_t i = 0; i < HEADER_ROWS; i++) {
		size_t known;

		if (first >= table->end_block)
			return false;
		columns->first_row = row_end(finder, table, first);
		known = read_header(finder, first, columns->first_row, columns);
		renumber(finder, table, columns);
		if (known >= least && (is_bearing || says_what(columns)))
			fill_by_cells(finder, table, columns);
		columns->is_by_number =
			known >= least && is_by_number(finder, table, columns);
		if (columns->is_by_number ||
			(known >= least && says_what(columns))) {
			redate(finder, table, columns);
			return true;
		}
		least = 2;
		first = columns->first_row;
	}
	return false;
}

/* The first row names columns; an order in it is a row itself. */
static bool
names_columns(const struct cnd_finder *finder, const struct cnd_table *table)
{
	uint32_t end = row_end(finder, table, table->first_block);

	for (uint32_t i = table->first_block; i < end; i++) {
		struct cnd_str text =
			cnd_block_text(finder->doc, &finder->doc->blocks[i]);

		if (text.len > HEADER_WORDS_BYTES &&
			cnd_text_directs(finder, text))
			return false;
	}
	return table->has_header;
}

/* Where a plan may stand whose place does not say so. */
static bool
may_be_plan(const struct cnd_finder *finder, const struct cnd_table *table)
{
	if (table->section == CND_NONE)
		return false;
	switch (finder->doc->sections[table->section].role) {
	case CND_ROLE_ANALYSIS:
	case CND_ROLE_FINDINGS:
	case CND_ROLE_SUMMARY:
	case CND_ROLE_APPENDIX:
		return true;
	default:
		return cnd_may_tell(finder, table->section);
	}
}

bool
cnd_columns_guess(const struct cnd_finder *finder,
	const struct cnd_table *table, struct cnd_columns *columns)
{
	bool is_bearing = cnd_is_bearing(finder, table->section);

	if (!is_bearing && !may_be_plan(finder, table))
		return false;
	for (size_t i = 0; i < CND_PLAN_COLUMNS; i++)
		columns->at[i] = CND_COLUMN_NONE;
	columns->first_row = names_columns(finder, table)
		? row_end(finder, table, table->first_block)
		: table->first_block;
	fill_by_cells(finder, table, columns);
	return says_what(columns) &&
		(is_bearing ||
			(cnd_columns_have(columns, CND_COLUMN_OWNER) &&
				cnd_columns_have(columns, CND_COLUMN_TIME)));
}
