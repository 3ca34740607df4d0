/*
 * An untagged PDF has lines at places and nothing else.  Running heads are
 * what repeats near the edges of pages, footnotes what is small at a
 * page's end, a number left of a line is that line's; a paragraph ends
 * where the space, the size or the last line's length says so.  The rest
 * (headings, lists, hyphens) is left to the reader of plain text.
 */
#include "read/pdf_parts.h"

#include "read/label.h"
#include "read/pdf_table.h"

#include <limits.h>
#include <stdlib.h>

enum {
	MARGIN = 12, /* percent of a page where running heads stand */
	LABEL_GAP = 8000, /* between a number and its line, 1/100 pt */
	BAND = 600, /* a running head keeps its height on the page */
	COLUMN_SLACK = 4000, /* lines of a column begin this near */
	SIZES = 1000, /* line heights told apart, in 1/10 pt */
};

/* ---- sizes ---- */

/* The height of most letters. */
static int
body_height(struct cnd_pdf_layout *layout)
{
	size_t *letters =
		cnd_arena_array(layout->arena, SIZES, sizeof(*letters));
	size_t most = 0;

	for (size_t i = 0; i < layout->count; i++) {
		int size = cnd_pdf_line_height(&layout->lines[i]) / 10;

		if (size > 0 && size < SIZES)
			letters[size] += layout->lines[i].text.len;
	}
	for (size_t i = 0; i < SIZES; i++)
		if (letters[i] > letters[most])
			most = i;
	return (int)most * 10;
}

static bool
is_small(const struct cnd_pdf_layout *layout, const struct cnd_pdf_line *line)
{
	return cnd_pdf_line_height(line) < layout->body / 100 * 93;
}

/* A raised number stands left of the line. */
static bool
has_note_number(
	const struct cnd_pdf_layout *layout, const struct cnd_pdf_line *line)
{
	const struct cnd_pdf_line *label = line->label;

	return label != NULL && is_small(layout, label) &&
		cnd_pdf_is_number(label->text) &&
		label->top + label->bottom <
		line->top + line->bottom - cnd_pdf_line_height(line) / 6;
}

/* ---- running heads ---- */

struct edge {
	struct cnd_str key; /* the words, each digit as '#' */
	int band; /* how far down the page */
	size_t line;
};

static int
compare_edges(const void *a, const void *b)
{
	const struct edge *left = a;
	const struct edge *right = b;
	int order = cnd_str_compare(left->key, right->key);

	if (order == 0)
		order = left->band - right->band;
	if (order != 0)
		return order;
	return left->line < right->line ? -1 : left->line > right->line;
}

static bool
is_at_edge(const struct cnd_pdf_layout *layout, const struct cnd_pdf_line *line)
{
	int height = layout->heights[line->page - 1];

	/* "2." is a heading's number on many pages, and no running head;
	 * nor are footnotes that say nearly the same, nor their last words. */
	return (line->bottom < height / 100 * MARGIN ||
		       line->top > height / 100 * (100 - MARGIN)) &&
		!cnd_pdf_is_label(line->text) &&
		!has_note_number(layout, line) &&
		(!cnd_pdf_starts_lower(line->text) ||
			cnd_str_starts_with(line->text, CND_STR("page")));
}

static struct cnd_str
key_of(struct cnd_pdf_layout *layout, struct cnd_str text)
{
	char *key = cnd_arena_alloc(layout->arena, text.len + 1);

	for (size_t i = 0; i < text.len; i++)
		key[i] = cnd_is_digit(text.data[i]) ? '#' : text.data[i];
	return (struct cnd_str){ key, text.len };
}

/* "#", "Page # of ##", "- # -": nothing but a page's number. */
static bool
is_page_number(struct cnd_str key)
{
	bool has_digit = false;

	if (cnd_str_equal_fold(cnd_str_slice(key, 0, 4), CND_STR("page")))
		key = cnd_str_slice(key, 4, key.len);
	for (size_t i = 0; i < key.len; i++) {
		char c = key.data[i];

		has_digit = has_digit || c == '#';
		if (cnd_is_alpha(c) && c != 'o' && c != 'f')
			return false;
	}
	return has_digit && key.len <= 12;
}

/* How many pages a run of equal keys stands on. */
static uint32_t
pages_of(const struct cnd_pdf_layout *layout, const struct edge *edges,
	size_t count)
{
	uint32_t pages = 0;
	uint32_t last = 0;

	for (size_t i = 0; i < count; i++) {
		uint32_t page = layout->lines[edges[i].line].page;

		pages += page != last;
		last = page;
	}
	return pages;
}

static void
leave_out_heads(struct cnd_pdf_layout *layout)
{
	struct edge *edges = cnd_arena_array(
		layout->arena, layout->count + 1, sizeof(*edges));
	uint32_t enough = layout->pages / 4 < 2 ? 2 : layout->pages / 4;
	size_t count = 0;

	for (size_t i = 0; i < layout->count; i++)
		if (is_at_edge(layout, &layout->lines[i]))
			edges[count++] = (struct edge){
				key_of(layout, layout->lines[i].text),
				layout->lines[i].top / BAND, i
			};
	qsort(edges, count, sizeof(*edges), compare_edges);
	for (size_t from = 0, to = 0; from < count; from = to) {
		while (to < count && edges[to].band == edges[from].band &&
			cnd_str_equal(edges[to].key, edges[from].key))
			to++;
		if (pages_of(layout, edges + from, to - from) < enough &&
			!is_page_number(edges[from].key))
			continue;
		for (size_t i = from; i < to; i++)
			layout->lines[edges[i].line].is_left_out = true;
	}
}

/* ---- footnotes, numbers ---- */

/* Below all lines of text in the lower half of a page: small lines, and
 * what a line with a raised number begins. */
static void
mark_notes(struct cnd_pdf_layout *layout, size_t from, size_t to)
{
	int lowest = layout->heights[layout->lines[from].page - 1] / 2;
	int first = INT_MAX; /* of those with a raised number */
	int left = 0;

	for (size_t i = from; i < to; i++) {
		const struct cnd_pdf_line *line = &layout->lines[i];

		if (has_note_number(layout, line) && line->top > lowest &&
			line->top < first) {
			first = line->top;
			left = line->left;
		}
	}
	for (size_t i = from; i < to; i++) {
		const struct cnd_pdf_line *line = &layout->lines[i];

		if (!line->is_left_out &&
			(line->table != NULL || !is_small(layout, line)) &&
			line->top > lowest && line->top < first)
			lowest = line->top;
	}
	for (size_t i = from; i < to; i++) {
		struct cnd_pdf_line *line = &layout->lines[i];

		line->is_note = !line->is_left_out && line->table == NULL &&
			line->top > lowest &&
			(is_small(layout, line) ||
				(line->top >= first &&
					abs(line->left - left) < COLUMN_SLACK));
	}
}

/* The line that a number stands left of, at the same height. */
static struct cnd_pdf_line *
line_beside(
	struct cnd_pdf_layout *layout, size_t from, size_t to, size_t number)
{
	struct cnd_pdf_line *label = &layout->lines[number];
	struct cnd_pdf_line *nearest = NULL;

	for (size_t i = from; i < to; i++) {
		struct cnd_pdf_line *line = &layout->lines[i];
		int middle = (line->top + line->bottom) / 2;

		if (i == number || line->is_left_out || line->label != NULL ||
			line->left < label->right ||
			line->left - label->right > LABEL_GAP ||
			middle < label->top || middle > label->bottom)
			continue;
		if (nearest == NULL || line->left < nearest->left)
			nearest = line;
	}
	return nearest;
}

static void
attach_numbers(struct cnd_pdf_layout *layout, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct cnd_pdf_line *line = &layout->lines[i];
		struct cnd_pdf_line *beside;

		if (line->is_left_out ||
			!(cnd_pdf_is_label(line->text) ||
				(is_small(layout, line) &&
					cnd_pdf_is_number(line->text))))
			continue;
		beside = line_beside(layout, from, to, i);
		if (beside == NULL)
			continue;
		beside->label = line;
		line->is_left_out = true;
	}
}

static int
compare_ints(const void *a, const void *b)
{
	const int *left = a;
	const int *right = b;

	return *left < *right ? -1 : *left > *right;
}

/* The middle one of the spaces between lines that follow each other. */
static int
usual_leading(struct cnd_pdf_layout *layout)
{
	int *spaces = cnd_arena_array(
		layout->arena, layout->count + 1, sizeof(*spaces));
	size_t count = 0;

	for (size_t i = 1; i < layout->count; i++) {
		const struct cnd_pdf_line *a = &layout->lines[i - 1];
		const struct cnd_pdf_line *b = &layout->lines[i];
		int space = b->top - a->bottom;

		if (a->page == b->page && space > -layout->body &&
			space < layout->body)
			spaces[count++] = space;
	}
	qsort(spaces, count, sizeof(*spaces), compare_ints);
	return count == 0 ? 0 : spaces[count / 2];
}

static void
sort_out(struct cnd_pdf_layout *layout)
{
	size_t to;

	layout->body = body_height(layout);
	layout->leading = usual_leading(layout);
	for (size_t from = 0; from < layout->count; from = to) {
		to = cnd_pdf_page_end(layout, from);
		if (to - from < CND_PDF_PAGE_LINES)
			attach_numbers(layout, from, to);
	}
	leave_out_heads(layout);
	cnd_pdf_find_tables(layout);
	for (size_t from = 0; from < layout->count; from = to) {
		to = cnd_pdf_page_end(layout, from);
		mark_notes(layout, from, to);
	}
}

/* ---- paragraphs ---- */

static bool
ends_sentence(struct cnd_str text)
{
	static const char *const closing[] = { ".", "!", "?", ":", ";",
		"\xe2\x80\x9d", "\xe2\x80\x99", "\"", ")" };

	for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++)
		if (cnd_str_ends_with(text, cnd_str_of(closing[i])))
			return true;
	return false;
}

/* A number or bullet at the front of a line opens a paragraph. */
static bool
starts_with_label(struct cnd_str text)
{
	struct cnd_label label;
	size_t blank = cnd_str_find_byte(text, ' ');

	return cnd_label_find(text, &label) ||
		(blank != CND_NOT_FOUND &&
			cnd_pdf_is_label(cnd_str_slice(text, 0, blank)));
}

/* The right edge of the column that a line stands in. */
static int
column_edge(
	const struct cnd_pdf_layout *layout, const struct cnd_pdf_line *line)
{
	int edge = line->right;
	const struct cnd_pdf_line *other = line;

	while (other > layout->lines && other[-1].page == line->page)
		other--;
	for (int i = 0; i < CND_PDF_PAGE_LINES &&
		other < layout->lines + layout->count &&
		other->page == line->page;
		i++, other++)
		if (abs(other->left - line->left) < COLUMN_SLACK &&
			other->right > edge)
			edge = other->right;
	return edge;
}

/* The line is cut short of its column by more than a long word. */
static bool
is_short(const struct cnd_pdf_layout *layout, const struct cnd_pdf_line *line)
{
	int edge = column_edge(layout, line);

	return edge - line->right > (edge - line->left) / 6;
}

static bool
begins_paragraph(const struct cnd_pdf_layout *layout,
	const struct cnd_pdf_line *before, const struct cnd_pdf_line *line)
{
	int size = cnd_pdf_line_height(line);
	int change = abs(size - cnd_pdf_line_height(before));
	int space = line->top - before->bottom;

	if (line->label != NULL || change > size / 12 ||
		((ends_sentence(before->text) || is_short(layout, before)) &&
			starts_with_label(line->text)))
		return true;
	/* The next page or column: the sentence tells. */
	if (line->page != before->page || space < -size)
		return ends_sentence(before->text) &&
			!cnd_pdf_starts_lower(line->text);
	if (space > layout->leading + size * 3 / 10)
		return true;
	return is_short(layout, before) &&
		(ends_sentence(before->text) ||
			!cnd_pdf_starts_lower(line->text));
}

void
cnd_pdf_start(
	struct cnd_arena *arena, struct cnd_pdf_plain *plain, uint32_t page)
{
	plain->starts = cnd_arena_grow(arena, plain->starts, plain->count,
		&plain->capacity, sizeof(*plain->starts));
	plain->starts[plain->count++] =
		(struct cnd_pdf_start){ (uint32_t)plain->text.len, page };
}

/* What stands between two lines of a paragraph: where a hyphen breaks a
 * word, the reader of plain text is to see that a line ended. */
static void
put_joint(const struct cnd_pdf_line *before, struct cnd_pdf_plain *plain)
{
	cnd_buf_putc(&plain->text,
		cnd_str_ends_with(before->text, CND_STR("-")) ? '\n' : ' ');
}

/* A blank line, but before the first. */
static void
part(struct cnd_pdf_plain *plain)
{
	if (plain->text.len > 0)
		cnd_buf_puts(&plain->text, "\n\n");
}

/* The table that a line is of, once; false when its lines are text. */
static bool
put_table(struct cnd_pdf_layout *layout, struct cnd_pdf_table *table,
	struct cnd_pdf_plain *plain)
{
	size_t length = plain->text.len;

	if (table->is_done)
		return !table->is_loose;
	table->is_done = true;
	if (layout->known == NULL)
		layout->known = cnd_pdf_words_read(layout);
	cnd_pdf_find_rows(layout->arena, table, layout->known);
	part(plain);
	table->is_loose = !cnd_pdf_put_table(layout->arena, table, plain);
	if (table->is_loose)
		plain->text.len = length;
	return !table->is_loose;
}

static void
put_line(struct cnd_pdf_layout *layout, const struct cnd_pdf_line *before,
	const struct cnd_pdf_line *line, struct cnd_pdf_plain *plain)
{
	if (before != NULL && !begins_paragraph(layout, before, line)) {
		put_joint(before, plain);
	} else {
		part(plain);
		cnd_pdf_start(layout->arena, plain, line->page);
		if (line->label != NULL) {
			cnd_buf_put(&plain->text, line->label->text);
			cnd_buf_putc(&plain->text, ' ');
		}
	}
	cnd_buf_put(&plain->text, line->text);
}

/* The reading order may have what stands above a table behind its first
 * line: it is put before. */
static void
put_lines_above(struct cnd_pdf_layout *layout, size_t from,
	const struct cnd_pdf_line *before, struct cnd_pdf_plain *plain)
{
	const struct cnd_pdf_line *first = &layout->lines[from];
	size_t to = cnd_pdf_page_end(layout, from);

	for (size_t i = from; i < to && i - from < CND_PDF_PAGE_LINES; i++) {
		struct cnd_pdf_line *line = &layout->lines[i];

		if (line->is_left_out || line->is_note || line->table != NULL ||
			line->bottom > first->table->bands[0].bottom)
			continue;
		put_line(layout, before, line, plain);
		line->is_left_out = true;
		before = line;
	}
}

static void
put_body(struct cnd_pdf_layout *layout, struct cnd_pdf_plain *plain)
{
	const struct cnd_pdf_line *before = NULL;

	for (size_t i = 0; i < layout->count; i++) {
		const struct cnd_pdf_line *line = &layout->lines[i];

		if (line->is_left_out || line->is_note)
			continue;
		if (line->table != NULL && !line->table->is_done)
			put_lines_above(layout, i, before, plain);
		if (line->table != NULL &&
			put_table(layout, line->table, plain)) {
			before = NULL;
			continue;
		}
		put_line(layout, before, line, plain);
		before = line;
	}
}

/* Digits that a footnote begins with: its number, and their length. */
static size_t
note_number(struct cnd_str text, unsigned *number)
{
	size_t at = 0;

	*number = 0;
	while (at < text.len && at < 3 && cnd_is_digit(text.data[at]))
		*number = *number * 10 + (unsigned)(text.data[at++] - '0');
	return at < text.len && !cnd_is_digit(text.data[at]) ? at : 0;
}

/* Footnotes, written "[3] …" as the reader of plain text knows them. */
static void
put_notes(struct cnd_pdf_layout *layout, struct cnd_pdf_plain *plain)
{
	unsigned last = 0;

	for (size_t i = 0; i < layout->count; i++) {
		const struct cnd_pdf_line *line = &layout->lines[i];
		struct cnd_str text = line->text;
		unsigned number = 0;
		size_t digits;

		if (!line->is_note || line->is_left_out)
			continue;
		digits = note_number(text, &number);
		if (line->label != NULL)
			number = cnd_str_number(line->label->text, 0);
		else if (digits > 0 && number == last + 1)
			text = cnd_str_trim(
				cnd_str_slice(text, digits, text.len));
		else
			number = last;
		if (number == last && last > 0) {
			cnd_buf_putc(&plain->text, '\n');
		} else {
			cnd_buf_puts(&plain->text, "\n\n");
			cnd_pdf_start(layout->arena, plain, line->page);
			last = number == 0 ? last + 1 : number;
			cnd_buf_printf(&plain->text, "[%u] ", last % 1000);
		}
		cnd_buf_put(&plain->text, text);
	}
}

bool
cnd_pdf_read_layout(struct cnd_arena *arena, struct cnd_str text,
	struct cnd_pdf_plain *plain, struct cnd_error *err)
{
	struct cnd_pdf_layout layout = { .arena = arena };

	if (!cnd_pdf_lines_read(&layout, text, err))
		return false;
	if (layout.count == 0)
		return true;
	sort_out(&layout);
	put_body(&layout, plain);
	put_notes(&layout, plain);
	cnd_buf_putc(&plain->text, '\n');
	return true;
}
