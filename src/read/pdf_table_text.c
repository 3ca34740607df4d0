/*
 * A table as plain text: a rule, the header, a rule with the columns, rows
 * with a blank line between, a rule.  Each line of a cell stands on a line.
 */
#include "read/pdf_table.h"

#include "base/utf8.h"

/* Bytes of a line: the reader of plain text takes 400. */
enum { MOST_WIDTH = 360 };

static size_t
code_points(struct cnd_str text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len; count++)
		cnd_utf8_next(text, &at);
	return count;
}

/* The text of a cell's line: all that stands there, blanks between. */
static struct cnd_str
cell_text(struct cnd_arena *arena, const struct cnd_pdf_table *table,
	const struct cnd_pdf_band *band, size_t column)
{
	struct cnd_str text = { NULL, 0 };

	for (size_t i = 0; i < band->count; i++) {
		const struct cnd_pdf_line *line = band->lines[i];

		if (cnd_pdf_column_of(table, line) != column ||
			line->text.len == 0)
			continue;
		text = text.len == 0
			? line->text
			: cnd_arena_printf(arena, "%.*s %.*s",
				  CND_STR_ARG(text), CND_STR_ARG(line->text));
	}
	return text;
}

static void
put_blanks(size_t count, char blank, struct cnd_buf *out)
{
	while (count-- > 0)
		cnd_buf_putc(out, blank);
}

static void
put_band(struct cnd_arena *arena, const struct cnd_pdf_table *table,
	const struct cnd_pdf_band *band, const size_t *widths,
	struct cnd_buf *out)
{
	size_t owed = 0; /* blanks before the next cell */
	size_t start = out->len;

	for (size_t i = 0; i < table->column_count; i++) {
		struct cnd_str text = cell_text(arena, table, band, i);

		if (text.len > 0) {
			put_blanks(owed, ' ', out);
			owed = 0;
			cnd_buf_put(out, text);
		}
		owed += widths[i] + 2 - code_points(text);
	}
	/* Nothing may be left: a blank line would part rows. */
	if (out->len > start)
		cnd_buf_putc(out, '\n');
}

static void
put_rule(const struct cnd_pdf_table *table, const size_t *widths, char gap,
	struct cnd_buf *out)
{
	for (size_t i = 0; i < table->column_count; i++) {
		put_blanks(widths[i], '-', out);
		put_blanks(2, i + 1 < table->column_count ? gap : '-', out);
	}
	cnd_buf_putc(out, '\n');
}

/* The widths of the columns in letters; false when no reader takes such
 * long lines. */
static bool
measure_widths(struct cnd_arena *arena, const struct cnd_pdf_table *table,
	size_t *widths)
{
	size_t bytes = 0;

	for (size_t i = 0; i < table->column_count; i++) {
		size_t most = 0;

		widths[i] = 3; /* a rule has three signs or more */
		for (size_t k = 0; k < table->band_count; k++) {
			struct cnd_str text =
				cell_text(arena, table, &table->bands[k], i);

			if (code_points(text) > widths[i])
				widths[i] = code_points(text);
			if (text.len > most)
				most = text.len;
		}
		bytes += (most > widths[i] ? most : widths[i]) + 2;
	}
	return bytes < MOST_WIDTH;
}

bool
cnd_pdf_put_table(struct cnd_arena *arena, const struct cnd_pdf_table *table,
	struct cnd_pdf_plain *plain)
{
	size_t widths[CND_PDF_COLUMNS];

	if (!measure_widths(arena, table, widths))
		return false;
	cnd_pdf_start(arena, plain, table->bands[0].page);
	put_rule(table, widths, '-', &plain->text);
	for (size_t i = 0; i < table->header; i++)
		put_band(arena, table, &table->bands[i], widths, &plain->text);
	put_rule(table, widths, ' ', &plain->text);
	for (size_t i = table->header; i < table->band_count; i++) {
		const struct cnd_pdf_band *band = &table->bands[i];

		if (band->is_row) {
			if (i > table->header)
				cnd_buf_putc(&plain->text, '\n');
			cnd_pdf_start(arena, plain, band->page);
		}
		put_band(arena, table, band, widths, &plain->text);
	}
	put_rule(table, widths, '-', &plain->text);
	return true;
}
