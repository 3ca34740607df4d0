/*
 * An untagged PDF has lines at places and nothing else.  Running heads are
 * what repeats near the edges of pages, footnotes what is small at a
 * page's end, a number left of a line is that line's; a paragraph ends
 * where the space, the size or the last line's length says so.  The rest
 * (headings, lists, hyphens) is left to the reader of plain text.
 */
#include "read/pdf_parts.h"

#include "read/label.h"
#include "read/xml.h"

#include <limits.h>
#include <stdlib.h>

enum {
	PAGE_LINES = 2000, /* more is no prose: their places are not compared */
	MARGIN = 12, /* percent of a page where running heads stand */
	LABEL_GAP = 8000, /* between a number and its line, 1/100 pt */
	BAND = 600, /* a running head keeps its height on the page */
	COLUMN_SLACK = 4000, /* lines of a column begin this near */
	SIZES = 1000, /* line heights told apart, in 1/10 pt */
};

struct line {
	uint32_t page;
	int left, top, right, bottom; /* 1/100 pt, from the top */
	struct cnd_str text;
	const struct line *label; /* the number left of it */
	bool is_left_out; /* a running head, or a number taken */
	bool is_note;
};

struct layout {
	struct cnd_arena *arena;
	struct line *lines;
	size_t count;
	size_t capacity;
	struct cnd_buf word_store; /* of the line being read */
	bool in_line;
	bool in_word;
	bool is_raised; /* the word is */
	size_t word_start; /* in word_store, its blank included */
	uint32_t pages;
	int *heights; /* of pages */
	size_t height_capacity;
	int body; /* height of most lines */
	int leading; /* usual space between two lines of a paragraph */
};

/* ---- reading ---- */

/* "72.103" in 1/100. */
static int
hundredths(struct cnd_str number)
{
	struct cnd_str rest = number;
	struct cnd_str whole = cnd_str_split(&rest, '.');
	int value = (int)(cnd_str_number(whole, 0) % 1000000) * 100;

	if (rest.len > 0 && cnd_is_digit(rest.data[0]))
		value += (rest.data[0] - '0') * 10;
	if (rest.len > 1 && cnd_is_digit(rest.data[1]))
		value += rest.data[1] - '0';
	return value;
}

static int
place(const struct cnd_xml_element *element, const char *name)
{
	return hundredths(cnd_xml_attribute(element, CND_NS_NONE, name));
}

static void
start_page(struct layout *layout, const struct cnd_xml_element *element)
{
	layout->heights =
		cnd_arena_grow(layout->arena, layout->heights, layout->pages,
			&layout->height_capacity, sizeof(*layout->heights));
	layout->heights[layout->pages++] = place(element, "height");
}

static void
start_line(struct layout *layout, const struct cnd_xml_element *element)
{
	layout->lines = cnd_arena_grow(layout->arena, layout->lines,
		layout->count, &layout->capacity, sizeof(*layout->lines));
	layout->lines[layout->count++] = (struct line){
		.page = layout->pages,
		.left = place(element, "xMin"),
		.top = place(element, "yMin"),
		.right = place(element, "xMax"),
		.bottom = place(element, "yMax"),
	};
	layout->in_line = true;
	cnd_buf_clear(&layout->word_store);
}

static bool
is_number(struct cnd_str text)
{
	size_t at = 0;

	while (at < text.len && cnd_is_digit(text.data[at]))
		at++;
	return at > 0 && at == text.len && at < 4;
}

/* Small beside the rest of its line: a raised number is a note's mark. */
static bool
is_raised(const struct layout *layout, const struct cnd_xml_element *word)
{
	const struct line *line = &layout->lines[layout->count - 1];
	int height = place(word, "yMax") - place(word, "yMin");

	return height < (line->bottom - line->top) / 4 * 3;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct layout *layout = context;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_NONE, "page"))
		start_page(layout, element);
	else if (cnd_xml_is(element->name, CND_NS_NONE, "line") &&
		layout->pages > 0)
		start_line(layout, element);
	else if (cnd_xml_is(element->name, CND_NS_NONE, "word")) {
		layout->in_word = layout->in_line;
		layout->is_raised =
			layout->in_line && is_raised(layout, element);
		layout->word_start = layout->word_store.len;
		if (layout->in_line && layout->word_store.len > 0)
			cnd_buf_putc(&layout->word_store, ' ');
	}
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct layout *layout = context;

	(void)from;
	(void)to;
	(void)err;
	if (layout->in_word && layout->is_raised && layout->word_start > 0 &&
		is_number(cnd_str_trim(
			cnd_str_slice(cnd_buf_str(&layout->word_store),
				layout->word_start, layout->word_store.len))))
		layout->word_store.len = layout->word_start;
	layout->in_word = false;
	if (!cnd_xml_is(name, CND_NS_NONE, "line") || !layout->in_line)
		return true;
	layout->in_line = false;
	layout->lines[layout->count - 1].text = cnd_arena_copy(
		layout->arena, cnd_str_trim(cnd_buf_str(&layout->word_store)));
	if (layout->lines[layout->count - 1].text.len == 0)
		layout->count--;
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct layout *layout = context;

	(void)from;
	(void)to;
	(void)err;
	if (layout->in_word)
		cnd_buf_put(&layout->word_store, text);
	return true;
}

/* The part between <doc> and </doc>, without controls, which no XML has:
 * before it stands a document type, which the parser refuses. */
static struct cnd_str
inner_part(struct cnd_arena *arena, struct cnd_str layout)
{
	size_t from = cnd_str_find(layout, CND_STR("<doc>"));
	size_t to = cnd_str_find(layout, CND_STR("</doc>"));
	struct cnd_str part = { 0 };
	char *bytes;

	if (from == CND_NOT_FOUND || to == CND_NOT_FOUND || to < from)
		return part;
	part = cnd_str_slice(layout, from, to + 6);
	bytes = cnd_arena_alloc(arena, part.len);
	for (size_t i = 0; i < part.len; i++)
		bytes[i] =
			(unsigned char)part.data[i] < ' ' ? ' ' : part.data[i];
	return (struct cnd_str){ bytes, part.len };
}

/* ---- sizes ---- */

static int
height_of(const struct line *line)
{
	return line->bottom - line->top;
}

/* The height of most letters. */
static int
body_height(struct layout *layout)
{
	size_t *letters =
		cnd_arena_array(layout->arena, SIZES, sizeof(*letters));
	size_t most = 0;

	for (size_t i = 0; i < layout->count; i++) {
		int size = height_of(&layout->lines[i]) / 10;

		if (size > 0 && size < SIZES)
			letters[size] += layout->lines[i].text.len;
	}
	for (size_t i = 0; i < SIZES; i++)
		if (letters[i] > letters[most])
			most = i;
	return (int)most * 10;
}

static bool
is_small(const struct layout *layout, const struct line *line)
{
	return height_of(line) < layout->body / 100 * 93;
}

/* A raised number stands left of the line. */
static bool
has_note_number(const struct layout *layout, const struct line *line)
{
	const struct line *label = line->label;

	return label != NULL && is_small(layout, label) &&
		is_number(label->text) &&
		label->top + label->bottom <
		line->top + line->bottom - height_of(line) / 6;
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
starts_lower(struct cnd_str text)
{
	return text.len > 0 && text.data[0] >= 'a' && text.data[0] <= 'z';
}

static bool
is_at_edge(const struct layout *layout, const struct line *line)
{
	int height = layout->heights[line->page - 1];

	/* "2." is a heading's number on many pages, and no running head;
	 * nor are footnotes that say nearly the same, nor their last words. */
	return (line->bottom < height / 100 * MARGIN ||
		       line->top > height / 100 * (100 - MARGIN)) &&
		!cnd_pdf_is_label(line->text) &&
		!has_note_number(layout, line) &&
		(!starts_lower(line->text) ||
			cnd_str_starts_with(line->text, CND_STR("page")));
}

static struct cnd_str
key_of(struct layout *layout, struct cnd_str text)
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
pages_of(const struct layout *layout, const struct edge *edges, size_t count)
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
leave_out_heads(struct layout *layout)
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
mark_notes(struct layout *layout, size_t from, size_t to)
{
	int lowest = layout->heights[layout->lines[from].page - 1] / 2;
	int first = INT_MAX; /* of those with a raised number */
	int left = 0;

	for (size_t i = from; i < to; i++) {
		const struct line *line = &layout->lines[i];

		if (has_note_number(layout, line) && line->top > lowest &&
			line->top < first) {
			first = line->top;
			left = line->left;
		}
	}
	for (size_t i = from; i < to; i++) {
		const struct line *line = &layout->lines[i];

		if (!line->is_left_out && !is_small(layout, line) &&
			line->top > lowest && line->top < first)
			lowest = line->top;
	}
	for (size_t i = from; i < to; i++) {
		struct line *line = &layout->lines[i];

		line->is_note = !line->is_left_out && line->top > lowest &&
			(is_small(layout, line) ||
				(line->top >= first &&
					abs(line->left - left) < COLUMN_SLACK));
	}
}

/* The line that a number stands left of, at the same height. */
static struct line *
line_beside(struct layout *layout, size_t from, size_t to, size_t number)
{
	const struct line *label = &layout->lines[number];
	struct line *nearest = NULL;

	for (size_t i = from; i < to; i++) {
		struct line *line = &layout->lines[i];
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
attach_numbers(struct layout *layout, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct line *line = &layout->lines[i];
		struct line *beside;

		if (line->is_left_out ||
			!(cnd_pdf_is_label(line->text) ||
				(is_small(layout, line) &&
					is_number(line->text))))
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
usual_leading(struct layout *layout)
{
	int *spaces = cnd_arena_array(
		layout->arena, layout->count + 1, sizeof(*spaces));
	size_t count = 0;

	for (size_t i = 1; i < layout->count; i++) {
		const struct line *a = &layout->lines[i - 1];
		const struct line *b = &layout->lines[i];
		int space = b->top - a->bottom;

		if (a->page == b->page && space > -layout->body &&
			space < layout->body)
			spaces[count++] = space;
	}
	qsort(spaces, count, sizeof(*spaces), compare_ints);
	return count == 0 ? 0 : spaces[count / 2];
}

/* The line after the last one of the page that `from` stands on. */
static size_t
page_end(const struct layout *layout, size_t from)
{
	size_t to = from;

	while (to < layout->count &&
		layout->lines[to].page == layout->lines[from].page)
		to++;
	return to;
}

static void
sort_out(struct layout *layout)
{
	size_t to;

	layout->body = body_height(layout);
	layout->leading = usual_leading(layout);
	for (size_t from = 0; from < layout->count; from = to) {
		to = page_end(layout, from);
		if (to - from < PAGE_LINES)
			attach_numbers(layout, from, to);
	}
	leave_out_heads(layout);
	for (size_t from = 0; from < layout->count; from = to) {
		to = page_end(layout, from);
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
column_edge(const struct layout *layout, const struct line *line)
{
	int edge = line->right;
	const struct line *other = line;

	while (other > layout->lines && other[-1].page == line->page)
		other--;
	for (int i = 0;
		i < PAGE_LINES && other < layout->lines + layout->count &&
		other->page == line->page;
		i++, other++)
		if (abs(other->left - line->left) < COLUMN_SLACK &&
			other->right > edge)
			edge = other->right;
	return edge;
}

/* The line is cut short of its column by more than a long word. */
static bool
is_short(const struct layout *layout, const struct line *line)
{
	int edge = column_edge(layout, line);

	return edge - line->right > (edge - line->left) / 6;
}

static bool
begins_paragraph(const struct layout *layout, const struct line *before,
	const struct line *line)
{
	int size = height_of(line);
	int change = abs(size - height_of(before));
	int space = line->top - before->bottom;

	if (line->label != NULL || change > size / 12 ||
		((ends_sentence(before->text) || is_short(layout, before)) &&
			starts_with_label(line->text)))
		return true;
	/* The next page or column: the sentence tells. */
	if (line->page != before->page || space < -size)
		return ends_sentence(before->text) && !starts_lower(line->text);
	if (space > layout->leading + size * 3 / 10)
		return true;
	return is_short(layout, before) &&
		(ends_sentence(before->text) || !starts_lower(line->text));
}

static void
add_start(struct layout *layout, struct cnd_pdf_plain *plain, uint32_t page)
{
	plain->starts = cnd_arena_grow(layout->arena, plain->starts,
		plain->count, &plain->capacity, sizeof(*plain->starts));
	plain->starts[plain->count++] =
		(struct cnd_pdf_start){ (uint32_t)plain->text.len, page };
}

/* What stands between two lines of a paragraph: where a hyphen breaks a
 * word, the reader of plain text is to see that a line ended. */
static void
put_joint(const struct line *before, struct cnd_pdf_plain *plain)
{
	cnd_buf_putc(&plain->text,
		cnd_str_ends_with(before->text, CND_STR("-")) ? '\n' : ' ');
}

static void
put_body(struct layout *layout, struct cnd_pdf_plain *plain)
{
	const struct line *before = NULL;

	for (size_t i = 0; i < layout->count; i++) {
		const struct line *line = &layout->lines[i];

		if (line->is_left_out || line->is_note)
			continue;
		if (before == NULL || begins_paragraph(layout, before, line)) {
			cnd_buf_puts(
				&plain->text, before == NULL ? "" : "\n\n");
			add_start(layout, plain, line->page);
			if (line->label != NULL) {
				cnd_buf_put(&plain->text, line->label->text);
				cnd_buf_putc(&plain->text, ' ');
			}
		} else {
			put_joint(before, plain);
		}
		cnd_buf_put(&plain->text, line->text);
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
put_notes(struct layout *layout, struct cnd_pdf_plain *plain)
{
	unsigned last = 0;

	for (size_t i = 0; i < layout->count; i++) {
		const struct line *line = &layout->lines[i];
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
			add_start(layout, plain, line->page);
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
	struct layout layout = { .arena = arena };
	const struct cnd_xml_handler handler = { &layout, on_start, on_end,
		on_text };
	struct cnd_str part = inner_part(arena, text);
	bool ok = part.len > 0 && cnd_xml_parse(part, &handler, err);

	cnd_buf_dispose(&layout.word_store);
	if (!ok || layout.count == 0)
		return ok;
	sort_out(&layout);
	put_body(&layout, plain);
	put_notes(&layout, plain);
	cnd_buf_putc(&plain->text, '\n');
	return true;
}
