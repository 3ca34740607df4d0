/*
 * The bands of a page.  A line that runs over columns, as the places of its
 * words tell, is cut into pieces.
 */
#include "read/pdf_table.h"

#include <stdlib.h>

static int
compare_tops(const void *a, const void *b)
{
	const struct cnd_pdf_line *const *left = a;
	const struct cnd_pdf_line *const *right = b;

	if ((*left)->top != (*right)->top)
		return (*left)->top < (*right)->top ? -1 : 1;
	return ((*left)->left > (*right)->left) -
		((*left)->left < (*right)->left);
}

static int
compare_lefts(const void *a, const void *b)
{
	const struct cnd_pdf_line *const *left = a;
	const struct cnd_pdf_line *const *right = b;

	return ((*left)->left > (*right)->left) -
		((*left)->left < (*right)->left);
}

/* The first word of the line from `at` on that stands behind a gap as
 * between columns, or the number of its words. */
static size_t
next_gap(const struct cnd_pdf_layout *layout, const struct cnd_pdf_line *line,
	size_t at)
{
	const struct cnd_pdf_word *words = layout->words + line->first_word;
	int gap = cnd_pdf_line_height(line) * 3 / 5;

	for (at++; at < line->word_count; at++)
		if (words[at].left - words[at - 1].right > gap)
			break;
	return at < line->word_count ? at : line->word_count;
}

/* Words [from, to) of a line as a line of its own. */
static struct cnd_pdf_line *
piece_of(const struct cnd_pdf_layout *layout, struct cnd_pdf_line *line,
	size_t from, size_t to)
{
	const struct cnd_pdf_word *words = layout->words + line->first_word;
	struct cnd_pdf_line *piece =
		cnd_arena_alloc(layout->arena, sizeof(*piece));

	*piece = *line;
	piece->left = words[from].left;
	piece->right = words[to - 1].right;
	piece->text =
		cnd_str_slice(line->text, words[from].from, words[to - 1].to);
	piece->whole = line;
	if (from > 0)
		piece->label = NULL;
	return piece;
}

/* Lines that are being gathered. */
struct gathered {
	struct cnd_pdf_line **lines;
	size_t count;
	size_t capacity;
};

static void
gather(struct cnd_arena *arena, struct gathered *out, struct cnd_pdf_line *line)
{
	if (line->text.len == 0)
		return;
	out->lines = cnd_arena_grow(arena, out->lines, out->count,
		&out->capacity, sizeof(struct cnd_pdf_line *));
	out->lines[out->count++] = line;
}

/* A line, in pieces when it runs over columns. */
static void
gather_line(const struct cnd_pdf_layout *layout, struct gathered *out,
	struct cnd_pdf_line *line)
{
	size_t end = next_gap(layout, line, 0);

	if (end >= line->word_count) {
		gather(layout->arena, out, line);
		return;
	}
	for (size_t from = 0; from < line->word_count; from = end) {
		end = next_gap(layout, line, from);
		gather(layout->arena, out, piece_of(layout, line, from, end));
	}
}

/* The page's lines, numbers that were taken for labels among them. */
static struct gathered
page_lines(const struct cnd_pdf_layout *layout, size_t from, size_t to)
{
	struct gathered out = { 0 };

	for (size_t i = from; i < to; i++) {
		struct cnd_pdf_line *line = &layout->lines[i];

		if (line->is_left_out)
			continue;
		if (line->label != NULL)
			gather(layout->arena, &out, line->label);
		gather_line(layout, &out, line);
	}
	if (out.count > 0)
		qsort(out.lines, out.count, sizeof(struct cnd_pdf_line *),
			compare_tops);
	return out;
}

/* Whether a line stands at the height of a band. */
static bool
is_beside(const struct cnd_pdf_band *band, const struct cnd_pdf_line *line)
{
	int middle = (line->top + line->bottom) / 2;

	return middle < band->bottom - cnd_pdf_line_height(band->lines[0]) / 4;
}

struct cnd_pdf_page
cnd_pdf_page_bands(struct cnd_pdf_layout *layout, size_t from, size_t to)
{
	struct cnd_pdf_page page = { .layout = layout };
	struct gathered all = page_lines(layout, from, to);
	struct cnd_pdf_line **lines = all.lines;

	page.bands = cnd_arena_array(
		layout->arena, all.count + 1, sizeof(*page.bands));
	for (size_t i = 0; i < all.count; i++) {
		struct cnd_pdf_band *band = &page.bands[page.count];

		if (page.count == 0 || !is_beside(band - 1, lines[i])) {
			*band = (struct cnd_pdf_band){ .lines = &lines[i],
				.page = lines[i]->page,
				.top = lines[i]->top,
				.bottom = lines[i]->bottom };
			page.count++;
		} else {
			band--;
		}
		band->count++;
	}
	for (size_t i = 0; i < page.count; i++)
		qsort(page.bands[i].lines, page.bands[i].count,
			sizeof(struct cnd_pdf_line *), compare_lefts);
	return page;
}

size_t
cnd_pdf_band_parts(const struct cnd_pdf_band *band)
{
	size_t parts = band->count;

	for (size_t i = 0; i < band->count; i++)
		parts -= band->count == 2 && band->lines[i]->label != NULL;
	return parts;
}
