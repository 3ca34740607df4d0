/*
 * Finds where paragraphs end.  A blank line ends one, and so do a bullet,
 * a number, a change of indent, and a line that is shorter than it had to
 * be.  Over a page's end, a sentence that is not closed goes on.
 */
#include "read/text_block.h"

#include "base/utf8.h"
#include "read/text_hyphen.h"
#include "text/unicode.h"

/* Blank lines that a page's end leaves, at most. */
enum { PAGE_GAP = 3 };

/* Where a comparison of two lines of one block stands. */
struct pair {
	const struct cnd_text_lines *lines;
	const struct cnd_text_block *block;
	size_t before; /* line of the block */
	size_t after; /* the line that may go on with it */
	struct cnd_str before_text;
	struct cnd_str after_text;
};

static const struct cnd_text_line *
line_at(const struct pair *pair, size_t index)
{
	return &pair->lines->lines[index];
}

/* Lines of furniture, or a page's end, stand between. */
static bool
is_over_page(const struct pair *pair)
{
	return pair->after != pair->before + 1 ||
		(line_at(pair, pair->after)->flags & CND_TEXT_FEED) != 0;
}

static bool
ends_with_and(struct cnd_str text)
{
	return cnd_str_ends_with(text, CND_STR(",")) ||
		cnd_str_ends_with(text, CND_STR(" and")) ||
		cnd_str_ends_with(text, CND_STR(" or"));
}

/* The next line's first word would have fitted into a share of the full
 * width (in tenths), so the line ends here for a reason. */
static bool
had_room(const struct pair *pair, size_t tenths)
{
	size_t word = 0;
	size_t at = 0;

	while (at < pair->after_text.len && pair->after_text.data[at] != ' ') {
		cnd_utf8_next(pair->after_text, &at);
		word++;
	}
	return (cnd_text_width(pair->lines, pair->before) + 1 + word) * 10 <
		pair->lines->width * tenths;
}

static bool
begins_upper(struct cnd_str text)
{
	size_t at = 0;

	return text.len > 0 && cnd_is_upper_letter(cnd_utf8_next(text, &at));
}

/* A short line that stops nowhere, right above a numbered one. */
static bool
is_heading_line(const struct pair *pair)
{
	struct cnd_str next = cnd_text_line(pair->lines, pair->after + 1);

	return !cnd_text_is_closed(pair->after_text) &&
		cnd_text_width(pair->lines, pair->after) * 2 <
		pair->lines->width &&
		cnd_marker_of(next).kind == CND_MARKER_LABEL;
}

/* A line by itself that would have had room for the number below it. */
static bool
is_heading_above(const struct pair *pair)
{
	return pair->before == pair->block->first &&
		line_at(pair, pair->before)->gap > 0 &&
		begins_upper(pair->before_text) && had_room(pair, 8);
}

/* A dash or number may begin a line by chance; what goes before tells. */
static bool
is_marker_meant(const struct pair *pair, const struct cnd_marker *marker)
{
	const struct cnd_marker *own = &pair->block->marker;
	const struct cnd_text_line *before = line_at(pair, pair->before);
	const struct cnd_text_line *after = line_at(pair, pair->after);
	const struct cnd_text_line *first = line_at(pair, pair->block->first);

	if (after->gap > 0 || is_over_page(pair) || marker->is_alone ||
		cnd_text_is_closed(pair->before_text) ||
		ends_with_and(pair->before_text))
		return true;
	if (own->kind == marker->kind && after->indent == first->indent &&
		(own->sign == marker->sign || before->indent > after->indent))
		return true;
	if (marker->kind == CND_MARKER_DASH && after->indent > before->indent)
		return true;
	if (marker->kind == CND_MARKER_LABEL &&
		(is_heading_line(pair) || is_heading_above(pair)))
		return true;
	return had_room(pair, 7);
}

static bool
begins_with_marker(const struct pair *pair)
{
	struct cnd_marker marker = cnd_marker_of(pair->after_text);

	if (marker.kind == CND_MARKER_NONE)
		return false;
	return marker.kind == CND_MARKER_BULLET ||
		is_marker_meant(pair, &marker);
}

/* The paragraph goes on after the page's end. */
static bool
goes_over_page(const struct pair *pair)
{
	if (cnd_hyphen_ends(pair->before_text))
		return true;
	if (cnd_text_is_closed(pair->before_text))
		return false;
	return cnd_text_begins_lower(pair->after_text) ||
		(pair->lines->width > 0 && !had_room(pair, 7));
}

/* Blank lines alone may be all that a page's end left: a full line that
 * stops in mid-sentence goes on in lower case. */
static bool
goes_over_gap(const struct pair *pair)
{
	return !cnd_text_is_closed(pair->before_text) &&
		cnd_text_begins_lower(pair->after_text) && !had_room(pair, 7);
}

/* The column at which the text of the block's first line begins. */
static size_t
text_column(const struct pair *pair)
{
	struct cnd_str first = cnd_text_line(pair->lines, pair->block->first);
	struct cnd_str marker =
		cnd_str_slice(first, 0, pair->block->marker.rest);

	return line_at(pair, pair->block->first)->indent +
		cnd_utf8_code_points(marker);
}

/* The line stands where one that goes on with the paragraph would. */
static bool
is_in_column(const struct pair *pair)
{
	size_t before = line_at(pair, pair->before)->indent;
	size_t after = line_at(pair, pair->after)->indent;
	bool is_lower = cnd_text_begins_lower(pair->after_text);

	if (pair->before == pair->block->first &&
		pair->block->marker.kind != CND_MARKER_NONE)
		return after >= before ? after <= text_column(pair) + 2
				       : is_lower;
	if (pair->before == pair->block->first && after < before)
		return true; /* its first line was indented */
	if (after > before + 1 || after + 1 < before)
		return is_lower;
	return true;
}

static bool
goes_on(const struct pair *pair)
{
	const struct cnd_text_line *before = line_at(pair, pair->before);
	const struct cnd_text_line *after = line_at(pair, pair->after);
	bool is_upper = begins_upper(pair->after_text);

	if (((before->flags ^ after->flags) & CND_TEXT_QUOTED) != 0 ||
		((before->flags | after->flags) & CND_TEXT_CONTENTS) != 0 ||
		cnd_text_underline(pair->lines, pair->after) != '\0' ||
		cnd_text_is_rule(pair->after_text) || begins_with_marker(pair))
		return false;
	if (pair->block->marker.is_alone && pair->block->count == 1)
		return after->gap <= 1;
	if (is_over_page(pair))
		return goes_over_page(pair);
	if (after->gap == 0 && cnd_hyphen_ends(pair->before_text))
		return true;
	if (pair->lines->width == 0)
		return after->gap == 0 &&
			!cnd_text_is_closed(pair->before_text) &&
			cnd_text_begins_lower(pair->after_text);
	if (after->gap > 0)
		return after->gap <= PAGE_GAP && goes_over_gap(pair);
	if (!is_in_column(pair))
		return false;
	if (cnd_text_is_closed(pair->before_text))
		return cnd_text_begins_lower(pair->after_text) ||
			(!had_room(pair, 9) &&
				!cnd_text_is_known_title(pair->after_text));
	return !is_upper || !had_room(pair, 7);
}

struct cnd_text_block
cnd_text_collect(const struct cnd_text_lines *lines, size_t first)
{
	struct cnd_text_block block = {
		.first = first,
		.last = first,
		.count = 1,
		.marker = cnd_marker_of(cnd_text_line(lines, first)),
	};
	size_t next = cnd_text_next(lines, first);

	while (next < lines->count) {
		struct pair pair = { lines, &block, block.last, next,
			cnd_text_line(lines, block.last),
			cnd_text_line(lines, next) };

		if (!goes_on(&pair))
			break;
		block.last = next;
		block.count++;
		next = cnd_text_next(lines, next);
	}
	block.end = block.last + 1;
	return block;
}

char
cnd_text_underline(const struct cnd_text_lines *lines, size_t index)
{
	struct cnd_str rule = cnd_text_line(lines, index + 1);

	if (index + 1 >= lines->count || lines->lines[index + 1].gap > 0 ||
		rule.len == 0 || (rule.data[0] != '=' && rule.data[0] != '-') ||
		cnd_str_find_byte(rule, ' ') != CND_NOT_FOUND ||
		!cnd_text_is_rule(rule) ||
		cnd_text_is_rule(cnd_text_line(lines, index)) ||
		rule.len * 2 < cnd_text_width(lines, index))
		return '\0';
	return rule.data[0];
}
