/*
 * Tables of an untagged PDF: lines at one height, whose places leave the
 * same gaps down the page.  For pdf_layout.c only.
 */
#ifndef CND_READ_PDF_TABLE_H
#define CND_READ_PDF_TABLE_H

#include "base/buf.h"
#include "read/pdf_lines.h"
#include "read/pdf_parts.h"
#include "read/pdf_words.h"

/* Columns of one table, at most: as in plain text (text_columns.h). */
enum { CND_PDF_COLUMNS = 12 };

/* Lines of a header, at most: titles break in narrow columns. */
enum { CND_PDF_HEADER = 6 };

/* Lines that stand at one height: band->lines[0 .. count). */
struct cnd_pdf_band {
	struct cnd_pdf_line **lines; /* from left to right */
	size_t count;
	uint32_t page;
	int top, bottom;
	uint32_t columns; /* those with a line, a bit each */
	bool is_across; /* one line over several columns */
	bool is_row; /* the first of a row */
};

struct cnd_pdf_column {
	int left, right; /* of its widest line */
};

struct cnd_pdf_table {
	struct cnd_pdf_column columns[CND_PDF_COLUMNS];
	size_t column_count;
	struct cnd_pdf_band *bands;
	size_t band_count;
	size_t band_capacity;
	size_t header; /* bands that name the columns */
	bool is_done; /* written, or not to be */
	bool is_loose; /* its lines are text: it was too wide */
};

/* The bands of one page, from the top. */
struct cnd_pdf_page {
	struct cnd_pdf_layout *layout;
	struct cnd_pdf_band *bands;
	size_t count;
};

/* pdf_bands.c: those of the lines [from, to), which are a page's. */
struct cnd_pdf_page cnd_pdf_page_bands(
	struct cnd_pdf_layout *layout, size_t from, size_t to);

/* pdf_bands.c: a band's lines; a number and what it is the label of count
 * as one. */
size_t cnd_pdf_band_parts(const struct cnd_pdf_band *band);

/*
 * Finds the tables of all pages: their lines point at them, and a number
 * taken for a label is a cell's line again.  Running heads are known.
 */
void cnd_pdf_find_tables(struct cnd_pdf_layout *layout);

/* The column that a line of the table stands in. */
size_t cnd_pdf_column_of(
	const struct cnd_pdf_table *table, const struct cnd_pdf_line *line);

/*
 * pdf_rows.c: tells rows apart, and which are the header, and makes words
 * whole that a narrow column broke.
 */
void cnd_pdf_find_rows(struct cnd_arena *arena, struct cnd_pdf_table *table,
	const struct cnd_pdf_words *words);

/*
 * pdf_table_text.c: appends the table as the reader of plain text knows them,
 * with a rule above, below the header, and at the end.  False when it is
 * wider than that reader takes.
 */
bool cnd_pdf_put_table(struct cnd_arena *arena,
	const struct cnd_pdf_table *table, struct cnd_pdf_plain *plain);

#endif
