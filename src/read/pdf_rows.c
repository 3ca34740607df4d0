/*
 * Rows of a table of which only lines and places are known.  A cell begins
 * at the top of its row, so a column that has a line again where it had
 * none begins a row; else the space above tells, or that a word would have
 * had room on the line before.
 */
#include "read/pdf_table.h"

enum { MOST_TITLE = 48 }; /* bytes of a column's title */

static uint32_t
bit(size_t column)
{
	return (uint32_t)1 << column;
}

static size_t
count_bits(uint32_t bits)
{
	size_t count = 0;

	for (; bits != 0; bits &= bits - 1)
		count++;
	return count;
}

static void
note_columns(struct cnd_pdf_table *table)
{
	for (size_t i = 0; i < table->band_count; i++) {
		struct cnd_pdf_band *band = &table->bands[i];

		for (size_t k = 0; k < band->count; k++)
			band->columns |=
				bit(cnd_pdf_column_of(table, band->lines[k]));
	}
}

/* The last line of a band in a column, or NULL. */
static struct cnd_pdf_line *
line_in(const struct cnd_pdf_table *table, const struct cnd_pdf_band *band,
	size_t column)
{
	struct cnd_pdf_line *found = NULL;

	for (size_t i = 0; i < band->count; i++)
		if (cnd_pdf_column_of(table, band->lines[i]) == column)
			found = band->lines[i];
	return found;
}

/* The width of a line's first word, by that of its letters, and a blank. */
static int
first_word_width(const struct cnd_pdf_line *line)
{
	size_t blank = cnd_str_find_byte(line->text, ' ');
	size_t len = blank == CND_NOT_FOUND ? line->text.len : blank;

	return (int)((size_t)(line->right - line->left) * (len + 1) /
		line->text.len);
}

/* In how many columns the band's first word would have had room on the
 * line above. */
static size_t
count_roomy(const struct cnd_pdf_table *table, const struct cnd_pdf_band *above,
	const struct cnd_pdf_band *band)
{
	size_t count = 0;

	for (size_t i = 0; i < table->column_count; i++) {
		const struct cnd_pdf_line *before = line_in(table, above, i);
		const struct cnd_pdf_line *line = line_in(table, band, i);

		if (before != NULL && line != NULL &&
			before->right + first_word_width(line) <
				table->columns[i].right)
			count++;
	}
	return count;
}

static int
space_above(const struct cnd_pdf_table *table, size_t band)
{
	return table->bands[band].top - table->bands[band - 1].bottom;
}

static bool
is_on_next_page(const struct cnd_pdf_table *table, size_t band)
{
	return table->bands[band].page != table->bands[band - 1].page;
}

/* A column has a line again. */
static bool
has_new_column(const struct cnd_pdf_table *table, size_t band)
{
	return (table->bands[band].columns & ~table->bands[band - 1].columns) !=
		0;
}

/* Spaces between bands, and whether those above a row are larger. */
struct spaces {
	int least;
	bool tell;
};

static bool
is_wide(const struct cnd_pdf_table *table, const struct spaces *spaces,
	size_t band)
{
	int height = cnd_pdf_line_height(table->bands[band].lines[0]);

	return space_above(table, band) > spaces->least + height / 8;
}

/* They tell when all bands known to begin a row have a wide one, and some
 * others have not. */
static struct spaces
measure_spaces(const struct cnd_pdf_table *table)
{
	struct spaces spaces = { .least = INT32_MAX };
	size_t wide = 0;
	size_t narrow = 0;
	size_t usual = 0;

	for (size_t i = 1; i < table->band_count; i++)
		if (!is_on_next_page(table, i) &&
			space_above(table, i) < spaces.least)
			spaces.least = space_above(table, i);
	for (size_t i = 1; i < table->band_count; i++) {
		if (is_on_next_page(table, i))
			continue;
		if (!has_new_column(table, i))
			usual += !is_wide(table, &spaces, i);
		else if (i >= CND_PDF_HEADER)
			*(is_wide(table, &spaces, i) ? &wide : &narrow) += 1;
	}
	spaces.tell = wide > 0 && narrow == 0 && usual > 0;
	return spaces;
}

/* A cell in lower case goes on. */
static bool
goes_on(const struct cnd_pdf_table *table, size_t band)
{
	const struct cnd_pdf_band *here = &table->bands[band];

	for (size_t i = 0; i < here->count; i++)
		if (cnd_pdf_starts_lower(here->lines[i]->text))
			return true;
	return false;
}

static bool
begins_row(const struct cnd_pdf_table *table, const struct spaces *spaces,
	size_t band)
{
	const struct cnd_pdf_band *here = &table->bands[band];
	const struct cnd_pdf_band *above = &table->bands[band - 1];
	size_t columns = count_bits(here->columns);

	if (here->is_across || above->is_across)
		return true;
	if (is_on_next_page(table, band))
		return !goes_on(table, band);
	if (spaces->tell)
		return is_wide(table, spaces, band);
	if (has_new_column(table, band) ||
		(columns == table->column_count && !goes_on(table, band)))
		return true;
	return columns > 1 && count_roomy(table, above, here) * 2 >= columns;
}

/* Titles: a few words in each column, no digit, no full stop at the end
 * of several words. */
static bool
is_title(const struct cnd_pdf_line *line)
{
	if (line->text.len > MOST_TITLE)
		return false;
	for (size_t i = 0; i < line->text.len; i++)
		if (cnd_is_digit(line->text.data[i]))
			return false;
	return !cnd_str_ends_with(line->text, CND_STR(".")) ||
		cnd_str_find_byte(line->text, ' ') == CND_NOT_FOUND;
}

/* The bands of the header: titles in all columns, up to the first row. */
static size_t
header_bands(const struct cnd_pdf_table *table, const struct spaces *spaces)
{
	uint32_t all = bit(table->column_count) - 1;
	uint32_t met = 0;

	if (table->column_count < 3)
		return 0;
	for (size_t i = 0; i < table->band_count && i <= CND_PDF_HEADER; i++) {
		const struct cnd_pdf_band *band = &table->bands[i];

		if (met == all && begins_row(table, spaces, i))
			return i;
		for (size_t k = 0; k < band->count; k++)
			if (!is_title(band->lines[k]))
				return 0;
		met |= band->columns;
	}
	return 0;
}

/* The next line of a cell, below the band `at`; NULL when its row ends. */
static struct cnd_pdf_line *
line_below(const struct cnd_pdf_table *table, size_t at, size_t column)
{
	for (at++; at < table->band_count && !table->bands[at].is_row; at++) {
		struct cnd_pdf_line *line =
			line_in(table, &table->bands[at], column);

		if (line != NULL && line->text.len > 0)
			return line;
	}
	return NULL;
}

/* Not even a narrow letter more would have had room. */
static bool
is_full(const struct cnd_pdf_table *table, const struct cnd_pdf_line *line)
{
	size_t column = cnd_pdf_column_of(table, line);
	int letter = (line->right - line->left) / (int)line->text.len;

	return line->right + letter * 9 / 10 > table->columns[column].right;
}

/* A line's only word takes the rest of itself from the lines below. */
static void
mend_word(struct cnd_arena *arena, const struct cnd_pdf_table *table,
	const struct cnd_pdf_words *words, size_t band,
	struct cnd_pdf_line *line)
{
	size_t column = cnd_pdf_column_of(table, line);
	bool is_tight = line->text.len > 0 && is_full(table, line);

	while (line->text.len > 0 &&
		cnd_str_find_byte(line->text, ' ') == CND_NOT_FOUND) {
		struct cnd_pdf_line *below = line_below(table, band, column);
		struct cnd_str rest;
		struct cnd_str start;

		if (below == NULL)
			break;
		rest = below->text;
		start = cnd_str_split(&rest, ' ');
		if (!cnd_pdf_words_join(words, line->text, start, is_tight))
			break;
		is_tight = is_full(table, below);
		line->text = cnd_arena_printf(arena, "%.*s%.*s",
			CND_STR_ARG(line->text), CND_STR_ARG(start));
		below->text = rest;
		if (rest.len > 0)
			break;
	}
}

void
cnd_pdf_find_rows(struct cnd_arena *arena, struct cnd_pdf_table *table,
	const struct cnd_pdf_words *words)
{
	struct spaces spaces;

	note_columns(table);
	spaces = measure_spaces(table);
	table->header = header_bands(table, &spaces);
	for (size_t i = 0; i < table->band_count; i++)
		table->bands[i].is_row = i == table->header ||
			(i > table->header && begins_row(table, &spaces, i));
	for (size_t i = 0; i < table->band_count; i++)
		for (size_t k = 0; k < table->bands[i].count; k++)
			mend_word(arena, table, words, i,
				table->bands[i].lines[k]);
}
