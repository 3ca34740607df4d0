/*
 * Footnotes at a page's end.  Only a number alone whose mark stands in the
 * page's text is taken for one: the rows of a table that lost its shape
 * begin with numbers alone, too.
 */
#include "read/text_furniture.h"

#include <string.h>

enum {
	MOST_MISSED = 4, /* footnotes not found before this one */
	NOTE_REACH = 40, /* lines of footnotes on one page */
	PAGE_REACH = 100, /* lines of a page */
};

/* A digit here, between these two, is a note's mark. */
static bool
is_mark_between(char before, char after)
{
	if (before == ' ')
		return strchr(".,;:", after) != NULL && after != '\0';
	return (cnd_is_alpha(before) || strchr(".,;:)", before) != NULL) &&
		(cnd_is_space(after) || strchr(".,;:)", after) != NULL);
}

/* The text has the number as a note's mark: "board1", "help.2". */
static bool
has_note_mark(struct cnd_str line, unsigned number)
{
	for (size_t i = 1; i < line.len; i++) {
		char before = line.data[i - 1];
		char after;
		unsigned value;
		size_t count;

		if (!cnd_is_digit(line.data[i]) || cnd_is_digit(before))
			continue;
		count = cnd_text_digits(line, i, &value);
		after = ' ';
		if (i + count < line.len)
			after = line.data[i + count];
		if (count > 0 && value == number &&
			is_mark_between(before, after))
			return true;
	}
	return false;
}

/* The mark stands on the page that the note ends. */
static bool
is_marked(const struct cnd_text_lines *lines, size_t index, unsigned number)
{
	size_t low = index > PAGE_REACH ? index - PAGE_REACH : 0;

	while (index-- > low) {
		if ((lines->lines[index].flags & CND_TEXT_FURNITURE) != 0 &&
			cnd_text_is_page_end(lines, index))
			return false;
		if (has_note_mark(cnd_text_line(lines, index), number))
			return true;
	}
	return false;
}

/* Where the page ends that the note stands on; 0 when that is far off. */
static size_t
note_end(const struct cnd_text_lines *lines, size_t index)
{
	for (size_t i = index + 1; i < lines->count && i - index < NOTE_REACH;
		i++) {
		if ((lines->lines[i].flags &
			    (CND_TEXT_FURNITURE | CND_TEXT_FEED)) != 0)
			return i;
	}
	return 0;
}

void
cnd_text_mark_notes(struct cnd_text_lines *lines)
{
	unsigned last = 0;
	size_t end = 0;

	for (size_t i = 0; i + 1 < lines->count; i++) {
		struct cnd_text_line *line = &lines->lines[i];
		unsigned number =
			cnd_text_number_alone(cnd_text_line(lines, i));

		if (number > last && number <= last + MOST_MISSED &&
			lines->lines[i + 1].gap <= 1 &&
			(line->flags &
				(CND_TEXT_FURNITURE | CND_TEXT_CONTENTS)) ==
				0 &&
			(i < end || is_marked(lines, i, number)) &&
			note_end(lines, i) != 0) {
			end = note_end(lines, i);
			last = number;
			line->flags |= CND_TEXT_NOTE_START;
		}
		if (i < end && (line->flags & CND_TEXT_FURNITURE) == 0)
			line->flags |= CND_TEXT_NOTE;
	}
}
