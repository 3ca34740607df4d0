/*
 * Lines out of pdftotext's places of words.  A word much smaller than its
 * line that is a number is a note's mark, and left out.
 */
#include "read/pdf_lines.h"

#include "read/xml.h"

/* Where the parser is. */
struct reading {
	struct cnd_pdf_layout *layout;
	struct cnd_buf word_store; /* of the line being read */
	bool in_line;
	bool in_word;
	bool is_raised; /* the word is */
	int left, right; /* of the word */
	size_t word_start; /* in word_store, its blank included */
};

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
start_page(struct cnd_pdf_layout *layout, const struct cnd_xml_element *element)
{
	layout->heights =
		cnd_arena_grow(layout->arena, layout->heights, layout->pages,
			&layout->height_capacity, sizeof(*layout->heights));
	layout->heights[layout->pages++] = place(element, "height");
}

static void
start_line(struct reading *reading, const struct cnd_xml_element *element)
{
	struct cnd_pdf_layout *layout = reading->layout;

	layout->lines = cnd_arena_grow(layout->arena, layout->lines,
		layout->count, &layout->capacity, sizeof(*layout->lines));
	layout->lines[layout->count++] = (struct cnd_pdf_line){
		.page = layout->pages,
		.left = place(element, "xMin"),
		.top = place(element, "yMin"),
		.right = place(element, "xMax"),
		.bottom = place(element, "yMax"),
		.first_word = layout->word_count,
	};
	reading->in_line = true;
	cnd_buf_clear(&reading->word_store);
}

bool
cnd_pdf_is_number(struct cnd_str text)
{
	size_t at = 0;

	while (at < text.len && cnd_is_digit(text.data[at]))
		at++;
	return at > 0 && at == text.len && at < 4;
}

/* Small beside the rest of its line: a raised number is a note's mark. */
static bool
is_raised(
	const struct cnd_pdf_layout *layout, const struct cnd_xml_element *word)
{
	const struct cnd_pdf_line *line = &layout->lines[layout->count - 1];
	int height = place(word, "yMax") - place(word, "yMin");

	return height < (line->bottom - line->top) / 4 * 3;
}

static void
start_word(struct reading *reading, const struct cnd_xml_element *element)
{
	reading->in_word = reading->in_line;
	reading->is_raised =
		reading->in_line && is_raised(reading->layout, element);
	reading->left = place(element, "xMin");
	reading->right = place(element, "xMax");
	reading->word_start = reading->word_store.len;
	if (reading->in_line && reading->word_store.len > 0)
		cnd_buf_putc(&reading->word_store, ' ');
}

static void
end_word(struct reading *reading)
{
	struct cnd_pdf_layout *layout = reading->layout;
	size_t start = reading->word_start;
	size_t end = reading->word_store.len;
	struct cnd_str text =
		cnd_str_slice(cnd_buf_str(&reading->word_store), start, end);

	reading->in_word = false;
	if (reading->is_raised && start > 0 &&
		cnd_pdf_is_number(cnd_str_trim(text))) {
		reading->word_store.len = start;
		return;
	}
	layout->words =
		cnd_arena_grow(layout->arena, layout->words, layout->word_count,
			&layout->word_capacity, sizeof(*layout->words));
	layout->words[layout->word_count++] = (struct cnd_pdf_word){
		.left = reading->left,
		.right = reading->right,
		.from = (uint32_t)(start > 0 ? start + 1 : start),
		.to = (uint32_t)end,
	};
}

static void
end_line(struct reading *reading)
{
	struct cnd_pdf_layout *layout = reading->layout;
	struct cnd_pdf_line *line = &layout->lines[layout->count - 1];

	reading->in_line = false;
	line->word_count = layout->word_count - line->first_word;
	line->text = cnd_arena_copy(
		layout->arena, cnd_str_trim(cnd_buf_str(&reading->word_store)));
	if (line->text.len == 0)
		layout->count--;
}

static bool
on_start(void *context, const struct cnd_xml_element *element,
	struct cnd_error *err)
{
	struct reading *reading = context;
	struct cnd_pdf_layout *layout = reading->layout;

	(void)err;
	if (cnd_xml_is(element->name, CND_NS_NONE, "page"))
		start_page(layout, element);
	else if (cnd_xml_is(element->name, CND_NS_NONE, "line") &&
		layout->pages > 0)
		start_line(reading, element);
	else if (cnd_xml_is(element->name, CND_NS_NONE, "word"))
		start_word(reading, element);
	return true;
}

static bool
on_end(void *context, struct cnd_xml_name name, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct reading *reading = context;

	(void)from;
	(void)to;
	(void)err;
	if (reading->in_word)
		end_word(reading);
	if (reading->in_line && cnd_xml_is(name, CND_NS_NONE, "line"))
		end_line(reading);
	return true;
}

static bool
on_text(void *context, struct cnd_str text, uint32_t from, uint32_t to,
	struct cnd_error *err)
{
	struct reading *reading = context;

	(void)from;
	(void)to;
	(void)err;
	if (reading->in_word)
		cnd_buf_put(&reading->word_store, text);
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

bool
cnd_pdf_lines_read(struct cnd_pdf_layout *layout, struct cnd_str text,
	struct cnd_error *err)
{
	struct reading reading = { .layout = layout };
	const struct cnd_xml_handler handler = { &reading, on_start, on_end,
		on_text };
	struct cnd_str part = inner_part(layout->arena, text);
	bool ok = part.len > 0 && cnd_xml_parse(part, &handler, err);

	cnd_buf_dispose(&reading.word_store);
	return ok;
}

int
cnd_pdf_line_height(const struct cnd_pdf_line *line)
{
	return line->bottom - line->top;
}

size_t
cnd_pdf_page_end(const struct cnd_pdf_layout *layout, size_t from)
{
	size_t to = from;

	while (to < layout->count &&
		layout->lines[to].page == layout->lines[from].page)
		to++;
	return to;
}

bool
cnd_pdf_starts_lower(struct cnd_str text)
{
	return text.len > 0 && text.data[0] >= 'a' && text.data[0] <= 'z';
}
