/* Cuts a plain text into lines and finds how wide they were set. */
#include "read/text_lines.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

enum {
	TAB_STOP = 8,
	NARROWEST = 30, /* narrower lines are a list or a poem */
	WIDEST = 160, /* a wider line was not wrapped by hand */
	FEWEST = 3, /* lines from which a habit can be told */
};

/* Where the line at `at` ends: before LF, CR or form feed. */
static size_t
line_end(struct cnd_str source, size_t at)
{
	while (at < source.len && source.data[at] != '\n' &&
		source.data[at] != '\r' && source.data[at] != '\f')
		at++;
	return at;
}

/* Behind the line break at `at`; CR LF is one. */
static size_t
skip_break(struct cnd_str source, size_t at)
{
	if (at + 1 < source.len && source.data[at] == '\r' &&
		source.data[at + 1] == '\n')
		return at + 2;
	return at < source.len ? at + 1 : at;
}

static bool
is_nbsp(struct cnd_str source, size_t at, size_t end)
{
	return at + 1 < end && source.data[at] == '\xc2' &&
		source.data[at + 1] == '\xa0';
}

/* Skips blanks at the line's front and counts their columns. */
static size_t
skip_indent(struct cnd_str source, size_t at, size_t end, size_t *columns)
{
	while (at < end) {
		if (source.data[at] == '\t')
			*columns += TAB_STOP - *columns % TAB_STOP;
		else if (source.data[at] == ' ' || is_nbsp(source, at, end))
			*columns += 1;
		else
			break;
		at += source.data[at] == '\xc2' ? 2 : 1;
	}
	return at;
}

/* Skips "> > " at the line's front, as mail quotes. */
static size_t
skip_quotes(struct cnd_str source, size_t at, size_t end, size_t *columns,
	struct cnd_text_line *line)
{
	while (at < end && source.data[at] == '>') {
		line->flags |= CND_TEXT_QUOTED;
		*columns = 0;
		at++;
		if (at < end && source.data[at] == ' ')
			at++;
		at = skip_indent(source, at, end, columns);
	}
	return at;
}

/* Fills line with what stands at [at, end); false when it is blank. */
static bool
measure(struct cnd_str source, size_t at, size_t end,
	struct cnd_text_line *line)
{
	size_t columns = 0;

	at = skip_indent(source, at, end, &columns);
	at = skip_quotes(source, at, end, &columns, line);
	while (end > at) {
		if (cnd_is_space(source.data[end - 1]))
			end--;
		else if (end - at > 1 && is_nbsp(source, end - 2, end))
			end -= 2;
		else
			break;
	}
	line->from = (uint32_t)at;
	line->to = (uint32_t)end;
	line->indent = columns < 255 ? (uint8_t)columns : 255;
	return end > at;
}

struct cnd_str
cnd_text_line(const struct cnd_text_lines *lines, size_t index)
{
	if (index >= lines->count)
		return (struct cnd_str){ NULL, 0 };
	return cnd_str_slice(lines->source, lines->lines[index].from,
		lines->lines[index].to);
}

struct cnd_str
cnd_text_whole_line(const struct cnd_text_lines *lines, size_t index)
{
	const struct cnd_text_line *line = &lines->lines[index];
	size_t from = line->from;

	while (from > 0 && lines->source.data[from - 1] == ' ')
		from--;
	return cnd_str_slice(lines->source, from, line->to);
}

size_t
cnd_text_width(const struct cnd_text_lines *lines, size_t index)
{
	if (index >= lines->count)
		return 0;
	return lines->lines[index].indent +
		cnd_utf8_code_points(cnd_text_line(lines, index));
}

/*
 * How wide full lines are: nearly all are no wider.  0 when lines are not
 * wrapped: when many are very long, or nearly every one closes a sentence.
 */
static size_t
full_width(const struct cnd_text_lines *lines)
{
	size_t widths[WIDEST + 1] = { 0 };
	size_t closed = 0;
	size_t prose = 0;
	size_t left = lines->count / 20;
	size_t width = WIDEST;

	for (size_t i = 0; i < lines->count; i++) {
		size_t this_width = cnd_text_width(lines, i);

		widths[this_width < WIDEST ? this_width : WIDEST]++;
		if (this_width < 40)
			continue;
		prose++;
		closed += cnd_text_is_closed(cnd_text_line(lines, i));
	}
	if (prose >= FEWEST && closed * 10 >= prose * 9)
		return 0;
	while (width > 0 && widths[width] <= left) {
		left -= widths[width];
		width--;
	}
	return width >= NARROWEST && width < WIDEST ? width : 0;
}

void
cnd_text_lines_read(
	struct cnd_text_lines *lines, struct cnd_str source, size_t from)
{
	struct cnd_text_line line = { 0 };

	lines->source = source;
	while (from < source.len) {
		size_t end = line_end(source, from);

		if (measure(source, from, end, &line)) {
			cnd_buf_put(&lines->store,
				(struct cnd_str){
					(const char *)&line, sizeof(line) });
			line = (struct cnd_text_line){ 0 };
		} else {
			line.flags &= CND_TEXT_FEED;
			line.gap += line.gap < UINT16_MAX;
		}
		if (end < source.len && source.data[end] == '\f')
			line.flags = CND_TEXT_FEED;
		from = skip_break(source, end);
	}
	lines->lines = (struct cnd_text_line *)(void *)lines->store.data;
	lines->count = lines->store.len / sizeof(line);
	lines->width = full_width(lines);
}

void
cnd_text_lines_dispose(struct cnd_text_lines *lines)
{
	cnd_buf_dispose(&lines->store);
	lines->lines = NULL;
	lines->count = 0;
}

size_t
cnd_text_next(const struct cnd_text_lines *lines, size_t index)
{
	do {
		index++;
	} while (index < lines->count &&
		(lines->lines[index].flags &
			(CND_TEXT_FURNITURE | CND_TEXT_NOTE)) != 0);
	return index < lines->count ? index : lines->count;
}

/* A quote or bracket that may follow a sentence's stop. */
static bool
is_closing(uint32_t code)
{
	return code == '"' || code == '\'' || code == ')' || code == ']' ||
		code == 0x2019 || code == 0x201d;
}

bool
cnd_text_is_closed(struct cnd_str text)
{
	size_t at = text.len;

	while (at > 0) {
		size_t before = at;
		uint32_t code = cnd_utf8_previous(text, &before);

		/* Digits of a note's mark may follow the stop: ".12". */
		if (!is_closing(code) && !(code >= 0xb2 && code <= 0xb9) &&
			!(code >= 0x2070 && code <= 0x2079))
			return code < 128 && strchr(".?:;!", (int)code);
		at = before;
	}
	return false;
}

bool
cnd_text_begins_lower(struct cnd_str text)
{
	size_t at = 0;
	size_t limit = 3;

	while (at < text.len && limit-- > 0) {
		uint32_t code = cnd_utf8_next(text, &at);

		if (cnd_is_letter(code))
			return cnd_is_lower_letter(code);
		if (code != '(' && code != '"' && code != '\'' &&
			code != 0x2018 && code != 0x201c)
			return false;
	}
	return false;
}

bool
cnd_text_is_rule(struct cnd_str text)
{
	size_t count = 0;
	char mark;

	if (text.len == 0 || strchr("-=_*~", text.data[0]) == NULL)
		return false;
	mark = text.data[0];
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == mark)
			count++;
		else if (!cnd_is_space(text.data[i]))
			return false;
	}
	return count >= 3;
}
