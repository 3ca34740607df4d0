/*
 * Recommendations in tables and action plans.  Columns are known by their
 * header's words; a row is one recommendation, and rows without one of
 * their own go with the row above.
 */
#include "review/recommendation.h"

struct table {
	struct cnd_finder *finder;
	const struct cnd_table *table;
	uint32_t index;
	struct cnd_columns columns;
	bool may_stand; /* rows count even when nothing matches them */
	uint32_t current; /* the candidate that rows go with, or CND_NONE */
};

/* A row's cells by their column's meaning; empty spans for none. */
struct row {
	uint32_t first_block;
	uint32_t end_block;
	size_t cells;
	struct cnd_span columns[CND_COLUMN_COUNT];
	struct cnd_str label; /* of the first cell that has one */
};

static const struct cnd_block *
block_at(const struct table *table, uint32_t index)
{
	return &table->finder->doc->blocks[index];
}

static enum cnd_column
column_at(const struct table *table, const struct cnd_block *cell)
{
	return cell->column < CND_PLAN_COLUMNS ? table->columns.at[cell->column]
					       : CND_COLUMN_NONE;
}

/* One past the last block of the row that opens at a block. */
static uint32_t
row_end(const struct table *table, uint32_t first)
{
	uint32_t end = first;

	while (end < table->table->end_block &&
		block_at(table, end)->row == block_at(table, first)->row)
		end++;
	return end;
}

static bool
has_column(const struct table *table, enum cnd_column column)
{
	return cnd_columns_have(&table->columns, column);
}

/* The heading above speaks of what was done. */
static bool
looks_back(const struct table *table)
{
	const struct cnd_finder *finder = table->finder;

	return cnd_cue_holds(finder->structure, CND_CUE_LOOKING_BACK,
		cnd_section_title(finder->doc, table->table->section));
}

/* Whether the table's place and columns make it a plan of this review. */
static bool
is_plan(struct table *table)
{
	const struct cnd_finder *finder = table->finder;
	bool recommends = has_column(table, CND_COLUMN_RECOMMENDATION);
	bool acts = has_column(table, CND_COLUMN_ACTION);
	bool owned = has_column(table, CND_COLUMN_OWNER);
	bool timed = has_column(table, CND_COLUMN_TIME);
	bool known = has_column(table, CND_COLUMN_MEASURE);
	bool by_number = table->columns.is_by_number &&
		(owned || cnd_is_bearing(finder, table->table->section));
	enum cnd_role role = table->table->section != CND_NONE
		? finder->doc->sections[table->table->section].role
		: CND_ROLE_NONE;

	table->may_stand = true;
	if (cnd_is_bearing(finder, table->table->section))
		return recommends || acts || by_number;
	switch (role) {
	case CND_ROLE_RESPONSE:
		table->may_stand = owned && timed && !looks_back(table);
		return recommends || (acts && table->may_stand) ||
			(by_number && !looks_back(table));
	case CND_ROLE_NONE:
	case CND_ROLE_SUMMARY:
	case CND_ROLE_ANALYSIS:
	case CND_ROLE_FINDINGS:
	case CND_ROLE_CONCLUSION:
	case CND_ROLE_APPENDIX:
		return by_number ||
			(recommends &&
				(acts || owned || timed || known ||
					!has_column(
						table, CND_COLUMN_STATUS))) ||
			(acts && owned && (timed || known));
	case CND_ROLE_NARRATIVE:
	case CND_ROLE_TERMS:
	case CND_ROLE_METHOD:
	case CND_ROLE_REFERENCES:
		return false;
	default:
		return by_number || (recommends && owned && (timed || known));
	}
}

static struct row
read_row(const struct table *table, uint32_t first)
{
	struct row row = { .first_block = first,
		.end_block = row_end(table, first) };
	uint32_t column = CND_NONE;

	for (uint32_t i = first; i < row.end_block; i++) {
		const struct cnd_block *cell = block_at(table, i);
		struct cnd_span *span = &row.columns[column_at(table, cell)];

		if (cell->column != column)
			row.cells++;
		if (row.label.len == 0)
			row.label = cell->label;
		/* A cell's further paragraphs; a second column of a kind. */
		if (cnd_span_is_empty(*span))
			*span = cell->span;
		else if (cell->column == column)
			span->to = cell->span.to;
		column = cell->column;
	}
	return row;
}

/* "Recommendation 3:", "3." off the front of a cell. */
static void
take_label(const struct cnd_finder *finder, struct cnd_span *cell,
	struct cnd_candidate *made)
{
	const struct cnd_structure *structure = finder->structure;
	struct cnd_str text = cnd_document_text(finder->doc, *cell);
	struct cnd_match match;

	if (!cnd_cue_find(
		    structure, structure->cues[CND_CUE_LABEL], text, &match) &&
		!cnd_cue_find(structure, structure->cues[CND_CUE_ROW_NUMBER],
			text, &match))
		return;
	if (made->number.len == 0)
		made->number = cnd_match_group(text, &match, 1);
	if (made->rec.label.len == 0 && match.from[1] != CND_NOT_FOUND)
		made->rec.label = cnd_str_slice(text, 0, match.to[1]);
	cell->from += (uint32_t)match.to[0];
}

/* The words of a label that a reader split off, or of the number cell. */
static void
take_number(const struct cnd_finder *finder, struct row *row,
	struct cnd_candidate *made)
{
	struct cnd_str text = row->label;
	struct cnd_match match;

	if (text.len == 0)
		text = cnd_str_trim(cnd_document_text(
			finder->doc, row->columns[CND_COLUMN_NUMBER]));
	if (text.len == 0 || text.len > 32)
		return;
	made->rec.label = text;
	made->number = text;
	if (cnd_cue_find(finder->structure,
		    finder->structure->cues[CND_CUE_LABEL_CODE], text,
		    &match) ||
		cnd_cue_find(finder->structure,
			finder->structure->cues[CND_CUE_ROW_NUMBER], text,
			&match))
		made->number = cnd_match_group(text, &match, 1);
}

/* A dash or "n/a" in a cell says nothing. */
static struct cnd_span
meaningful(const struct cnd_finder *finder, struct cnd_span cell)
{
	struct cnd_str text =
		cnd_str_trim(cnd_document_text(finder->doc, cell));

	for (size_t i = 0; i < text.len; i++)
		if (cnd_is_alpha(text.data[i]) || cnd_is_digit(text.data[i]))
			return cell;
	return (struct cnd_span){ 0, 0 };
}

static void
fill(struct cnd_span *cell, struct cnd_span with)
{
	if (cnd_span_is_empty(*cell))
		*cell = with;
}

/* Gives a candidate what its row says besides what is recommended. */
static void
add_fields(
	struct table *table, const struct row *row, struct cnd_candidate *made)
{
	static const enum cnd_column columns[] = { CND_COLUMN_ACTION,
		CND_COLUMN_OWNER, CND_COLUMN_TIME, CND_COLUMN_MEASURE };
	struct cnd_span cells[4];

	for (size_t i = 0; i < 4; i++) {
		cells[i] = meaningful(table->finder, row->columns[columns[i]]);
		cnd_candidate_add(table->finder, made, cells[i]);
	}
	fill(&made->rec.owner_cell, cells[1]);
	fill(&made->rec.time_cell, cells[2]);
	fill(&made->rec.measure_cell, cells[3]);
}

static void
claim(struct table *table, const struct row *row, uint32_t candidate)
{
	for (uint32_t i = row->first_block; i < row->end_block; i++)
		table->finder->taken[i] = candidate;
}

static struct cnd_candidate *
new_row(struct table *table, const struct row *row)
{
	struct cnd_finder *finder = table->finder;
	struct cnd_candidate *made =
		cnd_candidate_new(finder, row->first_block);

	made->is_row = true;
	made->may_stand = table->may_stand;
	made->group = (uint32_t)finder->doc->section_count + table->index;
	table->current = (uint32_t)finder->count - 1;
	claim(table, row, table->current);
	return made;
}

/* A row of one cell: an agency's name, or a recommendation above its
 * actions. */
static void
take_group(struct table *table, struct row *row)
{
	struct cnd_finder *finder = table->finder;
	const struct cnd_block *cell = block_at(table, row->first_block);
	struct cnd_span span = { cell->span.from,
		block_at(table, row->end_block - 1)->span.to };
	struct cnd_str text = cnd_document_text(finder->doc, span);
	struct cnd_candidate *made;

	if (cnd_text_is_agency(finder, text)) {
		finder->agency = span;
		table->current = CND_NONE;
		return;
	}
	if (row->label.len == 0 &&
		!cnd_cue_holds(finder->structure, CND_CUE_LABEL, text))
		return;
	made = new_row(table, row);
	take_number(finder, row, made);
	take_label(finder, &span, made);
	cnd_candidate_add(finder, made, span);
	made->main_count = made->span_count;
}

static bool
is_header_again(const struct table *table, struct cnd_str words)
{
	return words.len < 40 &&
		cnd_column_of(table->finder->structure, words) ==
		CND_COLUMN_RECOMMENDATION &&
		!cnd_cue_holds(table->finder->structure, CND_CUE_LABEL, words);
}

/* "The recommendation was accepted": what became of one. */
static bool
tells_of_one(const struct table *table, struct cnd_str words)
{
	return cnd_cue_holds(table->finder->structure, CND_CUE_ASIDE, words);
}

/* A row that neither recommends nor has a number goes on with the last. */
static bool
goes_with_above(const struct table *table, const struct row *row)
{
	if (table->current == CND_NONE)
		return false;
	if (has_column(table, CND_COLUMN_RECOMMENDATION))
		return true;
	return has_column(table, CND_COLUMN_NUMBER) && row->label.len == 0 &&
		cnd_span_is_empty(row->columns[CND_COLUMN_NUMBER]);
}

/* Who, when or how known, of the recommendation with the row's number. */
static void
take_fields(struct table *table, struct row *row)
{
	struct cnd_candidate *made = new_row(table, row);

	take_number(table->finder, row, made);
	add_fields(table, row, made);
	made->is_by_number = true;
	made->may_stand = false;
}

static void
take_row(struct table *table, struct row *row)
{
	struct cnd_finder *finder = table->finder;
	struct cnd_span main =
		meaningful(finder, row->columns[CND_COLUMN_RECOMMENDATION]);
	struct cnd_span action =
		meaningful(finder, row->columns[CND_COLUMN_ACTION]);
	struct cnd_candidate *made;

	if (cnd_span_is_empty(main) && cnd_span_is_empty(action))
		return;
	if (is_header_again(table, cnd_document_text(finder->doc, main)) ||
		tells_of_one(table, cnd_document_text(finder->doc, main)))
		return;
	if (cnd_span_is_empty(main) && goes_with_above(table, row)) {
		add_fields(table, row, &finder->items[table->current]);
		claim(table, row, table->current);
		return;
	}
	made = new_row(table, row);
	take_number(finder, row, made);
	if (!cnd_span_is_empty(main))
		take_label(finder, &main, made);
	cnd_candidate_add(finder, made, main);
	made->main_count = made->span_count;
	made->is_title = cnd_is_title_row(finder,
		cnd_document_text(
			finder->doc, made->main_count > 0 ? main : action));
	add_fields(table, row, made);
	if (made->main_count == 0) {
		made->main_count = made->span_count > 0;
		made->is_by_number = true;
	}
}

/* The heading right above is a recommendation's label. */
static bool
names_its_table(const struct table *table)
{
	return table->finder->heading_section != CND_NONE &&
		table->finder->heading_section == table->table->section;
}

/* Rows "Owner | The Trust": what each says is in its first cell. */
static bool
is_upright(const struct table *table)
{
	const struct cnd_finder *finder = table->finder;
	bool recommends = false;
	size_t known = 0;

	if (table->table->columns != 2 || table->table->rows < 2)
		return false;
	for (uint32_t i = table->table->first_block;
		i < table->table->end_block; i++) {
		const struct cnd_block *cell = block_at(table, i);
		enum cnd_column column;

		if (cell->column != 0)
			continue;
		column = cnd_column_of(
			finder->structure, cnd_block_text(finder->doc, cell));
		known += column != CND_COLUMN_NONE;
		recommends = recommends ||
			column == CND_COLUMN_RECOMMENDATION ||
			(column == CND_COLUMN_ACTION &&
				(names_its_table(table) ||
					cnd_is_bearing(finder,
						table->table->section)));
	}
	return recommends && known >= 2;
}

/* What the keys of an upright table make of the row's value. */
static void
take_upright_row(struct table *table, const struct row *row,
	enum cnd_column main, struct row *waiting)
{
	struct cnd_finder *finder = table->finder;
	const struct cnd_block *key = block_at(table, row->first_block);
	enum cnd_column column = cnd_column_of(
		finder->structure, cnd_block_text(finder->doc, key));
	struct cnd_span value;

	if (row->end_block - row->first_block < 2 || column == CND_COLUMN_NONE)
		return;
	value = (struct cnd_span){
		block_at(table, row->first_block + 1)->span.from,
		block_at(table, row->end_block - 1)->span.to
	};
	if (column == main) {
		struct cnd_span name = key->span;
		struct cnd_candidate *made = new_row(table, row);

		take_label(finder, &name, made);
		take_label(finder, &value, made);
		if (made->rec.label.len == 0 && names_its_table(table)) {
			made->rec.label = finder->heading_label;
			made->number = finder->heading_number;
		}
		cnd_candidate_add(finder, made, value);
		made->main_count = made->span_count;
		add_fields(table, waiting, made);
		*waiting = (struct row){ 0 };
	} else if (table->current == CND_NONE) {
		waiting->columns[column] = value;
	} else {
		struct row own = *row;

		own.columns[column] = value;
		add_fields(table, &own, &finder->items[table->current]);
		claim(table, &own, table->current);
	}
}

/* A key that says what is to be done; "What" counts where none says more. */
static enum cnd_column
main_key(const struct table *table)
{
	const struct cnd_finder *finder = table->finder;

	for (uint32_t i = table->table->first_block;
		i < table->table->end_block; i++)
		if (block_at(table, i)->column == 0 &&
			cnd_column_of(finder->structure,
				cnd_block_text(
					finder->doc, block_at(table, i))) ==
				CND_COLUMN_RECOMMENDATION)
			return CND_COLUMN_RECOMMENDATION;
	return CND_COLUMN_ACTION;
}

static void
take_upright(struct table *table)
{
	uint32_t first = table->table->first_block;
	enum cnd_column main = main_key(table);
	struct row waiting = { 0 }; /* fields above what they belong to */

	table->may_stand = cnd_is_bearing(table->finder, table->table->section);
	if (names_its_table(table))
		table->may_stand = true;
	while (first < table->table->end_block) {
		struct row row = { .first_block = first,
			.end_block = row_end(table, first) };

		take_upright_row(table, &row, main, &waiting);
		first = row.end_block;
	}
	if (names_its_table(table))
		table->finder->heading_section = CND_NONE;
}

/*
 * A box: a cell with a recommendation's label, and its words in the same
 * cell or in the next one.
 */
static void
take_boxes(struct table *table)
{
	struct cnd_finder *finder = table->finder;
	const struct cnd_query *cue = finder->structure->cues[CND_CUE_LABEL];
	uint32_t end = table->table->end_block;

	for (uint32_t i = table->table->first_block; i < end; i++) {
		struct row row = { .first_block = i, .end_block = i + 1 };
		struct cnd_span words = block_at(table, i)->span;
		struct cnd_str text = cnd_document_text(finder->doc, words);
		struct cnd_candidate *made;
		struct cnd_match match;

		if (!cnd_cue_find(finder->structure, cue, text, &match))
			continue;
		if (match.to[0] >= text.len) {
			if (i + 1 >= end)
				return;
			words = block_at(table, ++i)->span;
			row.end_block++;
		} else {
			words.from += (uint32_t)match.to[0];
		}
		table->may_stand = true;
		made = new_row(table, &row);
		made->number = cnd_match_group(text, &match, 1);
		if (match.to[1] > match.from[1])
			made->rec.label = cnd_str_slice(text, 0, match.to[1]);
		cnd_candidate_add(finder, made, words);
		made->main_count = made->span_count;
	}
}

/* Its first cell is a label: what stands there names no column. */
static bool
opens_with_label(const struct table *table)
{
	const struct cnd_finder *finder = table->finder;
	struct cnd_match match;

	return cnd_cue_find(finder->structure,
		       finder->structure->cues[CND_CUE_LABEL],
		       cnd_block_text(finder->doc,
			       block_at(table, table->table->first_block)),
		       &match) &&
		match.to[1] > match.from[1];
}

static bool
may_hold_boxes(const struct table *table)
{
	uint32_t section = table->table->section;

	return section != CND_NONE &&
		!cnd_role_is_closed(table->finder->doc->sections[section].role);
}

void
cnd_take_table(struct cnd_finder *finder, uint32_t index)
{
	struct table table = { .finder = finder,
		.table = &finder->doc->tables[index],
		.index = index,
		.current = CND_NONE };
	struct cnd_span agency = finder->agency;
	bool is_plan_read = false;
	bool is_guessed = false;
	uint32_t first;

	if (is_upright(&table)) {
		take_upright(&table);
		return;
	}
	if (may_hold_boxes(&table) && cnd_take_transposed(finder, index))
		return;
	if (!opens_with_label(&table)) {
		is_plan_read =
			cnd_columns_read(finder, table.table, &table.columns) &&
			is_plan(&table);
		is_guessed = !is_plan_read &&
			cnd_columns_guess(finder, table.table, &table.columns);
	}
	if (!is_plan_read && !is_guessed) {
		if (may_hold_boxes(&table))
			take_boxes(&table);
		return;
	}
	table.may_stand = table.may_stand || is_guessed ||
		cnd_is_bearing(finder, table.table->section);
	first = table.columns.first_row;
	while (first < table.table->end_block) {
		struct row row = read_row(&table, first);

		if (row.cells == 1 && table.table->columns > 1)
			take_group(&table, &row);
		else if (table.columns.is_by_number)
			take_fields(&table, &row);
		else
			take_row(&table, &row);
		first = row.end_block;
	}
	finder->agency = agency;
}
