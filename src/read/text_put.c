/* Joins the lines of a paragraph, each byte mapped to where it stood. */
#include "read/text_put.h"

#include "base/utf8.h"
#include "text/unicode.h"

/* Fewest letters of a word that a raised number is a note's mark on: in
 * "km²" it is not. */
enum { FEWEST_LETTERS = 4 };

struct put {
	struct cnd_builder *builder;
	const struct cnd_text_lines *lines;
	struct cnd_str line;
	size_t source; /* of the line's first byte */
};

static void
put_slice(const struct put *put, size_t from, size_t to)
{
	struct cnd_str text = cnd_str_slice(put->line, from, to);

	cnd_builder_text(put->builder, text, (uint32_t)(put->source + from),
		(uint32_t)text.len, 0);
}

static bool
is_raised_digit(uint32_t code)
{
	return code == 0xb9 || code == 0xb2 || code == 0xb3 || code == 0x2070 ||
		(code >= 0x2074 && code <= 0x2079);
}

/* A raised number here is a note's mark: behind a stop or a long word. */
static bool
is_note_mark(const struct put *put, size_t at)
{
	size_t letters = 0;

	while (at > 0 && letters < FEWEST_LETTERS) {
		uint32_t code = cnd_utf8_previous(put->line, &at);

		if (letters == 0 && is_raised_digit(code))
			continue;
		if (letters == 0 && !cnd_is_word(code))
			return !cnd_is_blank(code);
		if (!cnd_is_letter(code))
			return false;
		letters++;
	}
	return letters == FEWEST_LETTERS;
}

/* Bytes of a footnote's mark "[12]" that sits on a word; 0 for none. */
static size_t
bracket_mark(const struct put *put, size_t at)
{
	size_t end = at + 1;

	if (at == 0 || cnd_is_space(put->line.data[at - 1]))
		return 0;
	while (end < put->line.len && end - at <= 3 &&
		cnd_is_digit(put->line.data[end]))
		end++;
	if (end == at + 1 || end >= put->line.len || put->line.data[end] != ']')
		return 0;
	return end + 1 - at;
}

/* What is written for a code point; NULL for itself. */
static const char *
replacement(const struct put *put, uint32_t code, size_t at)
{
	static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl",
		"st", "st" };

	if (code >= 0xfb00 && code <= 0xfb06)
		return ligatures[code - 0xfb00];
	if (code == 0xad)
		return "";
	if (is_raised_digit(code) && is_note_mark(put, at))
		return "";
	return NULL;
}

/* The next byte that may begin one of those code points. */
static size_t
next_special(struct cnd_str line, size_t at)
{
	while (at < line.len && line.data[at] != '\xc2' &&
		line.data[at] != '\xef' && line.data[at] != '[' &&
		!(line.data[at] == '\xe2' && at + 1 < line.len &&
			line.data[at + 1] == '\x81'))
		at++;
	return at;
}

static void
put_line(const struct put *put, size_t from)
{
	size_t at = next_special(put->line, from);

	while (at < put->line.len) {
		size_t end = at;
		uint32_t code = cnd_utf8_next(put->line, &end);
		const char *text = replacement(put, code, at);
		size_t mark = code == '[' ? bracket_mark(put, at) : 0;

		if (mark > 0) {
			text = "";
			end = at + mark;
		}

		if (text != NULL) {
			put_slice(put, from, at);
			cnd_builder_text(put->builder, cnd_str_of(text),
				(uint32_t)(put->source + at),
				(uint32_t)(end - at), 0);
			from = end;
		}
		at = next_special(put->line, end);
	}
	put_slice(put, from, put->line.len);
}

/* The blank between two lines stands for all that is between them. */
static void
put_blank(const struct put *put, size_t before, size_t after)
{
	uint32_t from = put->lines->lines[before].to;
	uint32_t to = put->lines->lines[after].from;

	if (after == before + 1)
		cnd_builder_text(
			put->builder, CND_STR(" "), from, to - from, 0);
	else
		cnd_builder_text(put->builder, CND_STR(" "), CND_NONE, 0, 0);
}

void
cnd_text_put(struct cnd_builder *builder, const struct cnd_text_lines *lines,
	const struct cnd_hyphens *hyphens, const struct cnd_text_block *block,
	size_t skip)
{
	size_t index = block->first;

	while (index < block->end) {
		struct put put = { builder, lines, cnd_text_line(lines, index),
			lines->lines[index].from };
		bool is_last = index >= block->last;
		size_t next =
			is_last ? block->end : cnd_text_next(lines, index);
		struct cnd_str next_line = cnd_text_line(lines, next);
		bool is_joined = !is_last && cnd_hyphen_ends(put.line);

		if (is_joined &&
			cnd_hyphen_is_soft(hyphens, put.line, next_line))
			put.line.len--;
		put_line(&put, skip);
		if (!is_last && !is_joined && skip < put.line.len)
			put_blank(&put, index, next);
		skip = 0;
		index = next;
	}
}
