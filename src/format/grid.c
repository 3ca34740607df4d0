/* A table of words, rendered as text, CSV or Markdown. */
#include "format/grid.h"

#include "format/show.h"

#include <assert.h>
#include <string.h>

enum { NARROWEST = 8, GAP = 2 };

struct cnd_grid
cnd_grid_start(struct cnd_arena *arena, const char *const *titles)
{
	struct cnd_grid grid = { .arena = arena, .columns = titles };

	while (titles[grid.column_count] != NULL)
		grid.column_count++;
	return grid;
}

void
cnd_grid_add(struct cnd_grid *grid, struct cnd_str cell)
{
	grid->cells = cnd_arena_grow(grid->arena, grid->cells, grid->cell_count,
		&grid->capacity, sizeof(*grid->cells));
	grid->cells[grid->cell_count++] = cell;
}

/* The column of a cell, by its index among all. */
static size_t
column_of(const struct cnd_grid *grid, size_t cell)
{
	assert(grid->column_count > 0);
	return cell % grid->column_count;
}

static bool
ends_row(const struct cnd_grid *grid, size_t cell)
{
	return column_of(grid, cell + 1) == 0;
}

/* The widths that the cells ask for, titles included. */
static size_t *
natural_widths(const struct cnd_grid *grid)
{
	size_t *widths = cnd_arena_array(
		grid->arena, grid->column_count, sizeof(*widths));

	for (size_t i = 0; i < grid->column_count; i++)
		widths[i] = strlen(grid->columns[i]);
	for (size_t i = 0; i < grid->cell_count; i++) {
		size_t width = cnd_show_width(grid->cells[i]);

		if (width > widths[column_of(grid, i)])
			widths[column_of(grid, i)] = width;
	}
	return widths;
}

/* Takes from the widest column until the row fits. */
static void
narrow(const struct cnd_grid *grid, size_t *widths, size_t width)
{
	size_t room = width - GAP * (grid->column_count - 1);

	for (size_t i = 0; i < grid->column_count; i++)
		if (widths[i] > width)
			widths[i] = width;
	for (;;) {
		size_t total = 0;
		size_t widest = 0;

		for (size_t i = 0; i < grid->column_count; i++) {
			total += widths[i];
			if (widths[i] > widths[widest])
				widest = i;
		}
		if (total <= room || widths[widest] <= NARROWEST)
			return;
		widths[widest]--;
	}
}

/* One line of one cell, padded unless it is the last; what is left. */
static void
put_piece(struct cnd_str cell, size_t *next, size_t width, bool is_last,
	struct cnd_buf *out)
{
	size_t from = *next;
	size_t end = from;
	struct cnd_str piece;

	if (from < cell.len)
		end = cnd_show_line_end(cell, width, next);
	piece = cnd_str_slice(cell, from, end);
	cnd_buf_put(out, piece);
	if (is_last)
		return;
	for (size_t at = cnd_show_width(piece); at < width + GAP; at++)
		cnd_buf_putc(out, ' ');
}

static void
trim_line(struct cnd_buf *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		out->len--;
	cnd_buf_putc(out, '\n');
}

static void
put_row(const struct cnd_grid *grid, const struct cnd_str *cells,
	const size_t *widths, struct cnd_buf *out)
{
	size_t *next =
		cnd_arena_array(grid->arena, grid->column_count, sizeof(*next));
	bool has_more = true;

	while (has_more) {
		has_more = false;
		for (size_t i = 0; i < grid->column_count; i++) {
			put_piece(cells[i], &next[i], widths[i],
				i + 1 == grid->column_count, out);
			has_more = has_more || next[i] < cells[i].len;
		}
		trim_line(out);
	}
}

void
cnd_grid_text(const struct cnd_grid *grid, size_t width, struct cnd_buf *out)
{
	size_t *widths = natural_widths(grid);
	struct cnd_str *titles = cnd_arena_array(
		grid->arena, grid->column_count, sizeof(*titles));

	assert(column_of(grid, grid->cell_count) == 0);
	narrow(grid, widths, width > 40 ? width : 40);
	for (size_t i = 0; i < grid->column_count; i++)
		titles[i] = cnd_str_of(grid->columns[i]);
	put_row(grid, titles, widths, out);
	for (size_t i = 0; i < grid->cell_count; i += grid->column_count)
		put_row(grid, grid->cells + i, widths, out);
}

/* Whether a byte is one of those in set. */
static bool
is_one_of(char byte, const char *set)
{
	return byte != '\0' && strchr(set, byte) != NULL;
}

static bool
looks_like_formula(struct cnd_str cell)
{
	return cell.len > 0 && is_one_of(cell.data[0], "=+-@\t\r");
}

static void
put_csv_cell(struct cnd_str cell, struct cnd_buf *out)
{
	bool needs_quotes = false;

	for (size_t i = 0; i < cell.len && !needs_quotes; i++)
		needs_quotes = is_one_of(cell.data[i], ",\"\r\n");
	if (needs_quotes)
		cnd_buf_putc(out, '"');
	if (looks_like_formula(cell))
		cnd_buf_putc(out, '\'');
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.data[i] == '"')
			cnd_buf_putc(out, '"');
		cnd_buf_putc(out, cell.data[i]);
	}
	if (needs_quotes)
		cnd_buf_putc(out, '"');
}

void
cnd_grid_csv_rows(const struct cnd_grid *grid, struct cnd_buf *out)
{
	for (size_t i = 0; i < grid->cell_count; i++) {
		put_csv_cell(grid->cells[i], out);
		cnd_buf_puts(out, ends_row(grid, i) ? "\r\n" : ",");
	}
}

void
cnd_grid_csv(const struct cnd_grid *grid, struct cnd_buf *out)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		cnd_buf_puts(out, i == 0 ? "" : ",");
		put_csv_cell(cnd_str_of(grid->columns[i]), out);
	}
	cnd_buf_puts(out, "\r\n");
	cnd_grid_csv_rows(grid, out);
}

void
cnd_markdown_escape(struct cnd_str s, struct cnd_buf *out)
{
	for (size_t i = 0; i < s.len; i++) {
		if (is_one_of(s.data[i], "\\`*_[]<>|#&~!"))
			cnd_buf_putc(out, '\\');
		cnd_buf_putc(out, s.data[i]);
	}
}

void
cnd_grid_markdown(const struct cnd_grid *grid, struct cnd_buf *out)
{
	for (size_t i = 0; i < grid->column_count; i++)
		cnd_buf_printf(out, "| %s ", grid->columns[i]);
	cnd_buf_puts(out, "|\n");
	for (size_t i = 0; i < grid->column_count; i++)
		cnd_buf_puts(out, "|---");
	cnd_buf_puts(out, "|\n");
	for (size_t i = 0; i < grid->cell_count; i++) {
		cnd_buf_puts(out, "| ");
		cnd_markdown_escape(grid->cells[i], out);
		cnd_buf_puts(out, ends_row(grid, i) ? " |\n" : " ");
	}
}
