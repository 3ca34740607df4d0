/*
 * A table that lost its lines: "Responsible body" on a line by itself, the
 * body's name on the next, and behind them what it is told to do.
 */
#include "review/recommendation.h"

enum {
	HEADER_BYTES = 30, /* a longer line is no column's name */
	CELL_BYTES = 60,
	CELL_LINES = 5 /* of the first cell below the column's name */
};

/* A body's name, perhaps broken in the line: "Tarn Council and". */
static bool
names_body(const struct cnd_finder *finder, struct cnd_str text)
{
	if (cnd_str_ends_with(text, CND_STR(" and")))
		text = cnd_str_slice(text, 0, text.len - 4);
	return text.len <= CELL_BYTES && cnd_text_is_agency(finder, text);
}

/* Whether a body is named on the lines below a column's name. */
static struct cnd_span
first_cell(const struct cnd_finder *finder, uint32_t header)
{
	const struct cnd_document *doc = finder->doc;

	for (uint32_t i = header + 1;
		i < doc->block_count && i <= header + CELL_LINES; i++) {
		const struct cnd_block *block = &doc->blocks[i];
		struct cnd_str text = cnd_str_trim(cnd_block_text(doc, block));

		if (block->kind != CND_BLOCK_PARAGRAPH &&
			block->kind != CND_BLOCK_HEADING)
			break;
		if (names_body(finder, text))
			return block->span;
	}
	return (struct cnd_span){ 0, 0 };
}

/* A section that holds other recommendations ends the table; the words
 * above the column's name only stand again above the other column. */
static bool
ends_table(const struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = &doc->blocks[index];
	struct cnd_str text = cnd_str_trim(cnd_block_text(doc, block));

	return block->kind == CND_BLOCK_HEADING &&
		doc->sections[block->section].has_own_role &&
		!cnd_str_equal_fold(text, finder->column_title);
}

void
cnd_take_lost_column(struct cnd_finder *finder, uint32_t index)
{
	const struct cnd_document *doc = finder->doc;
	const struct cnd_block *block = &doc->blocks[index];
	struct cnd_str text = cnd_str_trim(cnd_block_text(doc, block));

	if (ends_table(finder, index))
		finder->column = (struct cnd_span){ 0, 0 };
	if (index == 0 || text.len > HEADER_BYTES ||
		block->kind != CND_BLOCK_PARAGRAPH ||
		cnd_column_of(finder->structure, text) != CND_COLUMN_OWNER)
		return;
	finder->column = first_cell(finder, index);
	finder->column_title =
		cnd_str_trim(cnd_block_text(doc, &doc->blocks[index - 1]));
}
