/*
 * A table is where the lines of several heights, one below the other, leave
 * the same gaps free.  Invariant: the columns of a table do not overlap,
 * and each of its lines stands in one, but for lines across.
 */
#include "read/pdf_table.h"

#include <string.h>

enum {
	GAP = 250, /* between two columns, at least, 1/100 pt */
	FEWEST_BANDS = 3, /* with two lines or more */
	MOST_ACROSS = 160, /* bytes of a line over several columns */
	EFFORT = 64, /* bands looked at, by bands there are */
	MOST_LINES = 4 * CND_PDF_COLUMNS, /* of one band */
	PROSE_LINES = 8, /* a column with fewer is no column of a page */
};

/* ---- columns ---- */

static bool
overlaps(const struct cnd_pdf_column *column, const struct cnd_pdf_line *line)
{
	return line->left < column->right + GAP &&
		line->right > column->left - GAP;
}

size_t
cnd_pdf_column_of(
	const struct cnd_pdf_table *table, const struct cnd_pdf_line *line)
{
	size_t column = 0;

	while (column + 1 < table->column_count &&
		line->left >= table->columns[column + 1].left)
		column++;
	return column;
}

static bool
insert_column(struct cnd_pdf_table *table, const struct cnd_pdf_line *line)
{
	size_t at = 0;

	if (table->column_count == CND_PDF_COLUMNS)
		return false;
	while (at < table->column_count && table->columns[at].left < line->left)
		at++;
	memmove(&table->columns[at + 1], &table->columns[at],
		(table->column_count - at) * sizeof(*table->columns));
	table->columns[at] = (struct cnd_pdf_column){ line->left, line->right };
	table->column_count++;
	return true;
}

/* Puts a line into the one column it stands in, or makes it one. */
static bool
add_line(struct cnd_pdf_table *table, const struct cnd_pdf_line *line)
{
	struct cnd_pdf_column *column = NULL;

	for (size_t i = 0; i < table->column_count; i++) {
		if (!overlaps(&table->columns[i], line))
			continue;
		if (column != NULL)
			return false;
		column = &table->columns[i];
	}
	if (column == NULL)
		return insert_column(table, line);
	if (line->left < column->left)
		column->left = line->left;
	if (line->right > column->right)
		column->right = line->right;
	return true;
}

/* The columns with the band's lines in them; false when they clash. */
static bool
add_lines(struct cnd_pdf_table *table, const struct cnd_pdf_band *band)
{
	struct cnd_pdf_table wider = *table;

	if (band->count > MOST_LINES)
		return false;
	for (size_t i = 0; i < band->count; i++)
		if (!add_line(&wider, band->lines[i]))
			return false;
	for (size_t i = 1; i < wider.column_count; i++)
		if (wider.columns[i].left - wider.columns[i - 1].right < GAP)
			return false;
	*table = wider;
	return true;
}

/* ---- where a table ends ---- */

/* One line over several columns among rows: "Theme 1: …". */
static bool
is_across(const struct cnd_pdf_table *table, const struct cnd_pdf_page *page,
	size_t at)
{
	const struct cnd_pdf_band *band = &page->bands[at];
	const struct cnd_pdf_line *line = band->lines[0];
	struct cnd_pdf_table wider = *table;

	return band->count == 1 && at + 1 < page->count &&
		line->text.len < MOST_ACROSS &&
		line->left > table->columns[0].left - GAP &&
		line->left < table->columns[0].right &&
		line->right <
		table->columns[table->column_count - 1].right + GAP &&
		page->bands[at + 1].count > 1 &&
		cnd_pdf_band_parts(&page->bands[at + 1]) > 1 &&
		add_lines(&wider, &page->bands[at + 1]) &&
		wider.column_count == table->column_count;
}

/* A line alone, set off from those above or larger, is text again. */
static bool
is_apart(const struct cnd_pdf_page *page, size_t at)
{
	const struct cnd_pdf_layout *layout = page->layout;
	const struct cnd_pdf_band *band = &page->bands[at];
	const struct cnd_pdf_band *above = &page->bands[at - 1];
	int height = cnd_pdf_line_height(above->lines[0]);
	int space = band->top - above->bottom;

	if (cnd_pdf_band_parts(band) > 1)
		return space > 4 * height;
	return space > layout->leading + height * 3 / 5 ||
		cnd_pdf_line_height(band->lines[0]) > height / 20 * 23;
}

/* The band behind the last that stands in the table's columns. */
static size_t
grow(struct cnd_pdf_table *table, const struct cnd_pdf_page *page, size_t from)
{
	size_t at = from;

	while (at < page->count && (at == from || !is_apart(page, at))) {
		struct cnd_pdf_band *band = &page->bands[at];

		band->is_across = false;
		if (!add_lines(table, band)) {
			if (at == from || !is_across(table, page, at))
				break;
			band->is_across = true;
		}
		at++;
	}
	return at;
}

/* ---- what is a table ---- */

/* Of the lines of a column: how many, how many fill it, how many are
 * numbers or the labels of paragraphs. */
struct tally {
	size_t lines;
	size_t full;
	size_t numbers;
};

static void
count_lines(const struct cnd_pdf_table *table, const struct cnd_pdf_page *page,
	size_t from, size_t to, struct tally *tallies)
{
	for (size_t i = from; i < to; i++) {
		const struct cnd_pdf_band *band = &page->bands[i];

		for (size_t k = 0; k < band->count; k++) {
			const struct cnd_pdf_line *line = band->lines[k];
			size_t at = cnd_pdf_column_of(table, line);
			const struct cnd_pdf_column *column =
				&table->columns[at];

			if (band->is_across)
				continue;
			tallies[at].lines++;
			tallies[at].full += line->right - column->left >
				(column->right - column->left) / 20 * 17;
			tallies[at].numbers += cnd_pdf_is_label(line->text) ||
				cnd_pdf_is_number(line->text);
		}
	}
}

/* Lines that nearly all fill their column are prose set in columns. */
static bool
is_prose(const struct tally *tally)
{
	return tally->lines >= PROSE_LINES &&
		tally->full * 10 >= tally->lines * 7;
}

/*
 * Two columns of prose, or numbers beside paragraphs, are no table, nor are
 * two columns of which one is numbers (a list of contents).
 */
static bool
is_table(const struct cnd_pdf_table *table, const struct cnd_pdf_page *page,
	size_t from, size_t to)
{
	struct tally tallies[CND_PDF_COLUMNS] = { { 0 } };
	size_t bands = 0;
	size_t prose = 0;
	size_t columns = 0;

	count_lines(table, page, from, to, tallies);
	for (size_t i = from; i < to; i++)
		bands += cnd_pdf_band_parts(&page->bands[i]) > 1;
	for (size_t i = 0; i < table->column_count; i++) {
		columns += tallies[i].numbers < tallies[i].lines;
		prose += is_prose(&tallies[i]);
	}
	/* A header and a row at the page's end may be all that is there yet. */
	if (bands + (columns > 2 && to == page->count) < FEWEST_BANDS)
		return false;
	return columns >= 2 && prose < 2 && (columns > 2 || prose == 0);
}

static void
take(struct cnd_pdf_layout *layout, struct cnd_pdf_table *table,
	const struct cnd_pdf_band *band)
{
	struct cnd_pdf_band *kept;

	table->bands =
		cnd_arena_grow(layout->arena, table->bands, table->band_count,
			&table->band_capacity, sizeof(*table->bands));
	kept = &table->bands[table->band_count++];
	*kept = *band;
	kept->columns = 0;
	kept->is_row = false;
	for (size_t i = 0; i < band->count; i++) {
		struct cnd_pdf_line *line = band->lines[i];

		line = line->whole == NULL ? line : line->whole;
		line->table = table;
		line->label = NULL;
		line->is_left_out = false;
	}
}

/* ---- over pages ---- */

/* Whether two bands say the same. */
static bool
is_same(const struct cnd_pdf_band *a, const struct cnd_pdf_band *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!cnd_str_equal(a->lines[i]->text, b->lines[i]->text))
			return false;
	return true;
}

/* How many of the page's first bands repeat the table's from `at` on. */
static size_t
repeated_from(const struct cnd_pdf_table *table,
	const struct cnd_pdf_page *page, size_t at)
{
	size_t count = 0;

	while (at + count < CND_PDF_HEADER && at + count < table->band_count &&
		count < page->count &&
		(count > 0 || cnd_pdf_band_parts(&page->bands[0]) > 1) &&
		is_same(&table->bands[at + count], &page->bands[count]))
		count++;
	return count;
}

/* The header that comes again; its first line may have been taken for a
 * running head. */
static size_t
repeated_bands(
	const struct cnd_pdf_table *table, const struct cnd_pdf_page *page)
{
	size_t most = 0;

	for (size_t at = 0; at < CND_PDF_HEADER; at++) {
		size_t count = repeated_from(table, page, at);

		if (count > most)
			most = count;
	}
	return most;
}

/* Goes on with the table that the last page ended in; the band behind
 * what is left of it, 0 when it is over. */
static size_t
go_on(struct cnd_pdf_table *table, const struct cnd_pdf_page *page)
{
	struct cnd_pdf_table wider = *table;
	size_t end = grow(&wider, page, 0);
	size_t repeated = repeated_bands(table, page);
	size_t bands = 0;

	for (size_t i = 0; i < end; i++)
		bands += cnd_pdf_band_parts(&page->bands[i]) > 1;
	if (bands == 0 || wider.column_count != table->column_count)
		return 0;
	*table = wider;
	for (size_t i = 0; i < end; i++) {
		take(page->layout, table, &page->bands[i]);
		/* A header that comes again is in the table, and no row. */
		table->band_count -= i < repeated;
	}
	return end;
}

/* Finds the tables of a page from a band on; the one it ends in, if any. */
static struct cnd_pdf_table *
find_tables(const struct cnd_pdf_page *page, size_t at)
{
	size_t effort = EFFORT * page->count;
	struct cnd_pdf_table *last = NULL;

	while (at < page->count) {
		struct cnd_pdf_table found = { .column_count = 0 };
		size_t end;

		last = NULL;
		if (cnd_pdf_band_parts(&page->bands[at]) < 2) {
			at++;
			continue;
		}
		end = grow(&found, page, at);
		if (!is_table(&found, page, at, end)) {
			/* Once too much was looked at, what is in it is too. */
			bool is_enough = effort < end - at;

			effort -= is_enough ? 0 : end - at;
			at = is_enough ? end : at + 1;
			continue;
		}
		last = cnd_arena_alloc(page->layout->arena, sizeof(*last));
		*last = found;
		for (; at < end; at++)
			take(page->layout, last, &page->bands[at]);
	}
	return last;
}

void
cnd_pdf_find_tables(struct cnd_pdf_layout *layout)
{
	struct cnd_pdf_table *open = NULL;
	size_t to;

	for (size_t from = 0; from < layout->count; from = to) {
		struct cnd_pdf_page page;
		struct cnd_pdf_table *last;
		size_t at = 0;

		to = cnd_pdf_page_end(layout, from);
		if (to - from >= CND_PDF_PAGE_LINES) {
			open = NULL;
			continue;
		}
		page = cnd_pdf_page_bands(layout, from, to);
		if (open != NULL)
			at = go_on(open, &page);
		last = find_tables(&page, at);
		open = last != NULL || at < page.count ? last : open;
	}
}
