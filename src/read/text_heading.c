/*
 * Tells headings in plain text, where nothing but their look does: a
 * number, capitals, or a few words without a stop above a text.
 */
#include "read/text_block.h"

#include "base/utf8.h"
#include "read/text_furniture.h"
#include "text/unicode.h"

enum {
	LONGEST_HEADING = 120, /* code points of all its lines */
	LONGEST_TITLE = 80,
	UNWRAPPED_BODY = 60, /* a line this long is no title */
	SHORT_RUN = 2, /* more short blocks look like a lost table */
	FEW_WORDS = 2, /* a cell's, as a grade or an owner */
	VERDICT_WORDS = 6, /* "requires improvement to be good" */
};

/* Code points of the block's lines, as far as a heading's may go. */
static size_t
length_of(
	const struct cnd_text_lines *lines, const struct cnd_text_block *block)
{
	size_t length = 0;
	size_t line = block->first;

	while (line < block->end && length <= LONGEST_HEADING) {
		length += cnd_utf8_code_points(cnd_text_line(lines, line));
		line = cnd_text_next(lines, line);
	}
	return length;
}

static char
last_byte(
	const struct cnd_text_lines *lines, const struct cnd_text_block *block)
{
	struct cnd_str last = cnd_text_line(lines, block->last);

	if (last.len == 0)
		return '\0';
	return last.data[last.len - 1];
}

/* Long lines, closed ones and items are text, not another heading. */
static bool
is_body(const struct cnd_text_lines *lines, size_t line)
{
	struct cnd_str text = cnd_text_line(lines, line);
	size_t full =
		lines->width == 0 ? UNWRAPPED_BODY : lines->width * 6 / 10;

	if (line >= lines->count)
		return false;
	return cnd_text_is_closed(text) ||
		cnd_text_width(lines, line) >= full ||
		cnd_marker_of(text).kind != CND_MARKER_NONE;
}

/* Text follows, at most one more heading in between, two below a question. */
static bool
has_body(const struct cnd_text_lines *lines, const struct cnd_text_block *block)
{
	size_t next = cnd_text_next(lines, block->last);
	int between = last_byte(lines, block) == '?' ? 2 : 1;

	while (between > 0 && !is_body(lines, next)) {
		next = cnd_text_next(lines, next);
		between--;
	}
	return is_body(lines, next);
}

static size_t
word_count(struct cnd_str text)
{
	size_t count = 0;

	while (text.len > 0) {
		if (cnd_str_trim(cnd_str_split(&text, ' ')).len > 0)
			count++;
	}
	return count;
}

bool
cnd_text_is_short(
	const struct cnd_text_lines *lines, const struct cnd_text_block *block)
{
	return block->count <= 2 && length_of(lines, block) <= LONGEST_TITLE &&
		!cnd_text_is_closed(cnd_text_line(lines, block->last)) &&
		last_byte(lines, block) != ',';
}

/* Capitals only, four at least. */
static bool
is_capitals(
	const struct cnd_text_lines *lines, const struct cnd_text_block *block)
{
	size_t upper = 0;
	size_t line = block->first;

	while (line < block->end) {
		struct cnd_str text = cnd_text_line(lines, line);
		size_t at = 0;

		while (at < text.len) {
			uint32_t code = cnd_utf8_next(text, &at);

			if (cnd_is_lower_letter(code))
				return false;
			upper += cnd_is_upper_letter(code);
		}
		line = cnd_text_next(lines, line);
	}
	return upper >= 4;
}

static bool
begins_like_heading(struct cnd_str text)
{
	size_t at = 0;
	uint32_t code;

	if (text.len == 0)
		return false;
	code = cnd_utf8_next(text, &at);
	return cnd_is_upper_letter(code) || cnd_is_digit((char)code) ||
		code == 0x2018;
}

/* The block right below is the next number of the same list. */
static bool
is_number_next(const struct cnd_text_lines *lines,
	const struct cnd_text_block *block, unsigned number)
{
	size_t next = cnd_text_next(lines, block->last);
	struct cnd_marker marker = cnd_marker_of(cnd_text_line(lines, next));

	return marker.kind == CND_MARKER_LABEL &&
		marker.label.kind == CND_LABEL_NUMBER &&
		marker.label.number == number + 1;
}

static bool
is_numbered(const struct cnd_text_lines *lines,
	const struct cnd_text_block *block,
	const struct cnd_text_before *before, struct cnd_label *label)
{
	struct cnd_str first = cnd_text_line(lines, block->first);

	if (!cnd_label_find_heading(first, label) ||
		label->kind == CND_LABEL_LETTER)
		return false;
	if (!begins_like_heading(cnd_str_slice(first, label->rest, first.len)))
		return false;
	if (label->kind != CND_LABEL_NUMBER)
		return true;
	return !before->is_lead_in &&
		(before->item_number == 0 ||
			before->item_number + 1 != label->number) &&
		!is_number_next(lines, block, label->number);
}

/* "May 2022", "19 May 2022": a few words up to a year. */
static bool
is_date(struct cnd_str text)
{
	struct cnd_str year =
		cnd_str_slice(text, text.len > 4 ? text.len - 4 : 0, text.len);

	return cnd_text_number_alone(year) >= 1000 && word_count(text) <= 4;
}

static bool
has_letter(struct cnd_str text)
{
	size_t at = 0;

	while (at < text.len) {
		if (cnd_is_letter(cnd_utf8_next(text, &at)))
			return true;
	}
	return false;
}

bool
cnd_text_is_known_title(struct cnd_str text)
{
	static const char *const titles[] = { "summary", "executive summary",
		"introduction", "background", "methodology", "chronology",
		"analysis", "findings", "main findings", "key findings",
		"conclusion", "conclusions", "recommendations", "action plan",
		"appendix", "glossary", "references", "bibliography" };

	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		if (cnd_str_equal_fold(text, cnd_str_of(titles[i])))
			return true;
	}
	return cnd_text_is_contents_heading(text);
}

/* "The experience of children who …: good": a title with its verdict, of
 * two lines, right above a numbered text. */
static bool
is_judged_title(
	const struct cnd_text_lines *lines, const struct cnd_text_block *block)
{
	struct cnd_str last = cnd_text_line(lines, block->last);
	size_t colon = cnd_str_find_byte(last, ':');
	size_t next = cnd_text_next(lines, block->last);

	return block->count == 2 && colon != CND_NOT_FOUND &&
		colon + 1 < last.len &&
		word_count(cnd_str_slice(last, colon + 1, last.len)) <=
		VERDICT_WORDS &&
		cnd_marker_of(cnd_text_line(lines, next)).kind ==
		CND_MARKER_LABEL;
}

/* "What needs to improve?": a question alone above a text. */
static bool
is_title(const struct cnd_text_lines *lines, const struct cnd_text_block *block,
	const struct cnd_text_before *before)
{
	struct cnd_str first = cnd_text_line(lines, block->first);
	size_t words = word_count(first);

	if (cnd_text_is_known_title(first) && block->count == 1)
		return true;
	if (!begins_like_heading(first) || is_date(first) ||
		!has_letter(first) || cnd_label_is_caption(first) ||
		words > 14 || !has_body(lines, block))
		return false;
	if (length_of(lines, block) > LONGEST_TITLE)
		return is_judged_title(lines, block);
	if (lines->width != 0 && block->count == 1 &&
		cnd_text_width(lines, block->first) * 4 > lines->width * 3)
		return false;
	return words > FEW_WORDS || before->short_run == 0 ||
		(before->is_heading && before->short_run <= SHORT_RUN);
}

enum cnd_text_heading
cnd_text_heading_of(const struct cnd_text_lines *lines,
	const struct cnd_text_block *block,
	const struct cnd_text_before *before, struct cnd_label *label)
{
	char last = last_byte(lines, block);
	bool is_question = last == '?' && block->count == 1 &&
		!before->is_question && !before->is_lead_in;
	bool is_closed = cnd_text_is_closed(cnd_text_line(lines, block->last));

	label->text = (struct cnd_str){ NULL, 0 };
	label->rest = 0;
	if ((is_closed && !is_question) || last == ',' || last == '-' ||
		block->count > 3 || length_of(lines, block) > LONGEST_HEADING ||
		(lines->lines[block->first].flags & CND_TEXT_QUOTED) != 0)
		return CND_TEXT_NO_HEADING;
	if (block->marker.kind == CND_MARKER_BULLET ||
		block->marker.kind == CND_MARKER_DASH || before->is_lead_in)
		return CND_TEXT_NO_HEADING;
	if (is_numbered(lines, block, before, label))
		return CND_TEXT_NUMBERED;
	label->text = (struct cnd_str){ NULL, 0 };
	label->rest = 0;
	if (block->marker.kind == CND_MARKER_LABEL)
		return CND_TEXT_NO_HEADING;
	if (is_capitals(lines, block))
		return CND_TEXT_CAPITALS;
	return is_title(lines, block, before) ? CND_TEXT_TITLE
					      : CND_TEXT_NO_HEADING;
}

bool
cnd_text_is_list_number(const struct cnd_text_lines *lines,
	const struct cnd_text_block *block,
	const struct cnd_text_before *before)
{
	struct cnd_str first = cnd_text_line(lines, block->first);
	struct cnd_str rest =
		cnd_str_slice(first, block->marker.rest, first.len);
	unsigned number = block->marker.label.number;
	char last = last_byte(lines, block);

	return before->is_lead_in || cnd_text_begins_lower(rest) ||
		last == ';' || last == ',' ||
		(before->item_number != 0 &&
			before->item_number + 1 == number) ||
		cnd_text_is_short(lines, block);
}
