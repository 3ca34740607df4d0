/* Words in their sentence, cut to a length. */
#include "format/excerpt.h"

#include "format/show.h"

struct cnd_span
cnd_excerpt_around(const struct cnd_document *doc, struct cnd_span span)
{
	uint32_t last = span.to > span.from ? span.to - 1 : span.from;
	uint32_t first_sentence = cnd_document_sentence_at(doc, span.from);
	uint32_t last_sentence = cnd_document_sentence_at(doc, last);
	uint32_t block = cnd_document_block_at(doc, span.from);
	struct cnd_span around = span;

	if (first_sentence != CND_NONE)
		around.from = doc->sentences[first_sentence].span.from;
	else if (block != CND_NONE)
		around.from = doc->blocks[block].span.from;
	if (last_sentence != CND_NONE)
		around.to = doc->sentences[last_sentence].span.to;
	else if (block != CND_NONE && doc->blocks[block].span.to > span.to)
		around.to = doc->blocks[block].span.to;
	if (around.from > span.from)
		around.from = span.from;
	if (around.to < span.to)
		around.to = span.to;
	return around;
}

/* The last start of a word at or before at, looking back to floor. */
static uint32_t
word_start(struct cnd_str text, uint32_t at, uint32_t floor)
{
	while (at > floor && text.data[at - 1] != ' ')
		at--;
	return at;
}

static uint32_t
word_end(struct cnd_str text, uint32_t at, uint32_t ceiling)
{
	while (at < ceiling && text.data[at] != ' ')
		at++;
	return at;
}

/*
 * Cuts around to about limit bytes with the span in it; a span that fills
 * the limit alone loses its end.
 */
static struct cnd_span
clip(struct cnd_str text, struct cnd_span around, struct cnd_span *span,
	size_t limit)
{
	uint32_t side;
	struct cnd_span cut = around;

	if (around.to - around.from <= limit)
		return around;
	if (span->to - span->from > limit)
		span->to =
			word_end(text, span->from + (uint32_t)limit, span->to);
	side = span->to - span->from < limit
		? (uint32_t)(limit - (span->to - span->from)) / 2
		: 0;
	if (span->from - around.from > side)
		cut.from = word_start(text, span->from - side, around.from);
	if (around.to > span->to && around.to - span->to > side)
		cut.to = word_end(text, span->to + side, around.to);
	return cut;
}

/* From the first span's start to the last one's end. */
static struct cnd_span
hull_of(const struct cnd_span *spans, size_t count)
{
	struct cnd_span hull = spans[0];

	for (size_t i = 1; i < count; i++) {
		if (spans[i].from < hull.from)
			hull.from = spans[i].from;
		if (spans[i].to > hull.to)
			hull.to = spans[i].to;
	}
	return hull;
}

static bool
is_in_any(const struct cnd_span *spans, size_t count, uint32_t at)
{
	for (size_t i = 0; i < count; i++)
		if (at >= spans[i].from && at < spans[i].to)
			return true;
	return false;
}

/* Where the run of bytes at `at`, all marked or all not, ends. */
static uint32_t
run_end(const struct cnd_span *spans, size_t count, uint32_t at, uint32_t end)
{
	for (size_t i = 0; i < count; i++) {
		if (spans[i].from > at && spans[i].from < end)
			end = spans[i].from;
		if (spans[i].to > at && spans[i].to < end)
			end = spans[i].to;
	}
	return end;
}

/* An excerpt as it is put together; marks has a byte for each of text. */
struct draft {
	struct cnd_buf text;
	struct cnd_buf marks;
};

static void
extend_marks(struct draft *draft, bool is_marked)
{
	while (draft->marks.len < draft->text.len)
		cnd_buf_putc(&draft->marks, is_marked ? 1 : 0);
}

static struct cnd_excerpt
finish(struct cnd_arena *arena, struct draft *draft)
{
	size_t len = draft->text.len;
	bool *marks = cnd_arena_array(arena, len + 1, sizeof(*marks));
	struct cnd_excerpt excerpt = { .marks = marks, .from = len };

	for (size_t i = 0; i < len; i++) {
		marks[i] = draft->marks.data[i] != 0;
		if (marks[i] && excerpt.from == len)
			excerpt.from = i;
		if (marks[i])
			excerpt.to = i + 1;
	}
	if (excerpt.to == 0)
		excerpt.to = len;
	excerpt.text = cnd_arena_copy(arena, cnd_buf_str(&draft->text));
	cnd_buf_dispose(&draft->text);
	cnd_buf_dispose(&draft->marks);
	return excerpt;
}

/* Spans of the file's own bytes are shown where they are read. */
static const struct cnd_span *
in_text(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_span *spans, size_t count)
{
	struct cnd_span *made = cnd_arena_array(arena, count, sizeof(*made));

	for (size_t i = 0; i < count; i++) {
		made[i].from = cnd_document_in_text(doc, spans[i].from);
		made[i].to = cnd_document_in_text(doc, spans[i].to);
	}
	return made;
}

struct cnd_excerpt
cnd_excerpt_of(struct cnd_arena *arena, const struct cnd_document *doc,
	const struct cnd_span *given, size_t count, size_t limit)
{
	const struct cnd_span *spans = in_text(arena, doc, given, count);
	struct cnd_span hull = hull_of(spans, count);
	struct cnd_span around = cnd_excerpt_around(doc, hull);
	struct cnd_span cut = clip(doc->text, around, &hull, limit);
	struct draft draft = { 0 };

	if (cut.from > around.from)
		cnd_buf_puts(&draft.text, "\xe2\x80\xa6 ");
	extend_marks(&draft, false);
	for (uint32_t at = cut.from; at < cut.to;) {
		uint32_t end = run_end(spans, count, at, cut.to);

		cnd_show_clean(
			cnd_document_text(doc, (struct cnd_span){ at, end }),
			&draft.text);
		extend_marks(&draft, is_in_any(spans, count, at));
		at = end;
	}
	if (cut.to < around.to)
		cnd_buf_puts(&draft.text, " \xe2\x80\xa6");
	extend_marks(&draft, false);
	return finish(arena, &draft);
}

static void
put_blanks(size_t count, struct cnd_buf *out)
{
	while (count-- > 0)
		cnd_buf_putc(out, ' ');
}

/* The end of the run of one kind of bytes at `at` of a line's end. */
static size_t
same_until(const struct cnd_excerpt *excerpt, size_t at, size_t end)
{
	bool is_marked = excerpt->marks[at];

	while (at < end && excerpt->marks[at] == is_marked)
		at++;
	return at;
}

/* Carets below the marked bytes of [from, to); nothing without any. */
static void
put_carets(const struct cnd_excerpt *excerpt, size_t from, size_t to,
	size_t indent, struct cnd_buf *out)
{
	size_t blanks = indent;
	bool has_any = false;

	for (size_t at = from; at < to;) {
		size_t end = same_until(excerpt, at, to);
		size_t width =
			cnd_show_width(cnd_str_slice(excerpt->text, at, end));

		if (!excerpt->marks[at]) {
			blanks += width;
		} else {
			put_blanks(blanks, out);
			blanks = 0;
			has_any = true;
			while (width-- > 0)
				cnd_buf_putc(out, '^');
		}
		at = end;
	}
	if (has_any)
		cnd_buf_putc(out, '\n');
}

static void
put_line(const struct cnd_excerpt *excerpt, size_t from, size_t to,
	bool has_color, struct cnd_buf *out)
{
	for (size_t at = from; at < to;) {
		size_t end = same_until(excerpt, at, to);
		bool is_colored = has_color && excerpt->marks[at];

		cnd_buf_puts(out, is_colored ? "\033[1;4m" : "");
		cnd_buf_put(out, cnd_str_slice(excerpt->text, at, end));
		cnd_buf_puts(out, is_colored ? "\033[0m" : "");
		at = end;
	}
	cnd_buf_putc(out, '\n');
}

void
cnd_excerpt_print(const struct cnd_excerpt *excerpt, size_t indent,
	size_t width, bool has_color, struct cnd_buf *out)
{
	struct cnd_str text = excerpt->text;
	size_t next = 0;

	while (next < text.len && text.data[next] == ' ')
		next++;
	while (next < text.len) {
		size_t from = next;
		size_t to = cnd_show_line_end(text, width - indent, &next);

		put_blanks(indent, out);
		put_line(excerpt, from, to, has_color, out);
		if (!has_color)
			put_carets(excerpt, from, to, indent, out);
	}
}
