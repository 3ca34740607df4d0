/*
 * A table of words, built once and rendered as text, CSV or Markdown:
 * the register and the assurance table are made of these.
 */
#ifndef CND_FORMAT_GRID_H
#define CND_FORMAT_GRID_H

#include "base/arena.h"
#include "base/buf.h"

/*
 * Held by value; started by cnd_grid_start.  Cells are added row by row,
 * and must be clean (cnd_show_cleaned) and live as long as the arena.
 */
struct cnd_grid {
	struct cnd_arena *arena;
	const char *const *columns; /* titles; borrowed */
	size_t column_count;
	struct cnd_str *cells;
	size_t cell_count;
	size_t capacity;
};

/* An empty grid; titles end with NULL. */
struct cnd_grid cnd_grid_start(
	struct cnd_arena *arena, const char *const *titles);

void cnd_grid_add(struct cnd_grid *grid, struct cnd_str cell);

/* Columns side by side, cells wrapped so that the whole keeps to width. */
void cnd_grid_text(
	const struct cnd_grid *grid, size_t width, struct cnd_buf *out);

/*
 * RFC 4180.  A cell that a spreadsheet would take for a formula (it opens
 * with = + - @, a tab or a CR) gets an apostrophe before it.
 */
void cnd_grid_csv(const struct cnd_grid *grid, struct cnd_buf *out);

/* Its rows alone, below those of the same columns. */
void cnd_grid_csv_rows(const struct cnd_grid *grid, struct cnd_buf *out);

void cnd_grid_markdown(const struct cnd_grid *grid, struct cnd_buf *out);

/* Appends s with what Markdown would take for markup escaped. */
void cnd_markdown_escape(struct cnd_str s, struct cnd_buf *out);

#endif
