/*
 * Finds columns in lines without a rule.  Each place where a text begins
 * behind two blanks is a candidate; a word that runs across it in any line
 * ends its hopes, and one line alone proves nothing.
 */
#include "read/text_columns.h"

#include "base/utf8.h"
#include "read/text_marker.h"

enum {
	MOST_LINES = 40, /* looked at: enough for one row of any table */
	MOST_PLACES = 240, /* code points of a line */
	FEWEST_LINES = 2, /* that begin a text at a column */
};

struct places {
	unsigned begun[MOST_PLACES]; /* lines that begin a text there */
	bool is_crossed[MOST_PLACES];
};

/* Notes where texts begin in a line; how many places, its edge aside. */
static size_t
note_line(struct places *places, struct cnd_str line)
{
	size_t count = 0;
	size_t blanks = 0;
	size_t place = 0;
	size_t at = 0;

	while (at < line.len && place < MOST_PLACES) {
		bool is_blank = cnd_utf8_next(line, &at) == ' ';

		if (!is_blank && blanks >= 2 && place > 0) {
			places->begun[place]++;
			count += blanks < place;
		}
		blanks = is_blank ? blanks + 1 : 0;
		place++;
		if (!is_blank && place < MOST_PLACES)
			places->is_crossed[place] = true;
	}
	return count;
}

/* The lines that belong together: a blank line may part rows. */
static bool
goes_on(const struct cnd_text_lines *lines, size_t line)
{
	const struct cnd_text_line *next = &lines->lines[line];

	return line < lines->count &&
		(next->flags &
			(CND_TEXT_FURNITURE | CND_TEXT_NOTE |
				CND_TEXT_QUOTED)) == 0 &&
		next->gap <= 1;
}

/* "1.  text" with its later lines set in is an item, not two columns. */
static bool
is_item(const struct cnd_text_lines *lines, size_t first, size_t count)
{
	struct cnd_marker marker = cnd_marker_of(cnd_text_line(lines, first));

	return count <= 2 && marker.kind != CND_MARKER_NONE;
}

size_t
cnd_text_columns(const struct cnd_text_lines *lines, size_t first,
	size_t starts[CND_TEXT_COLUMNS])
{
	struct places places = { { 0 }, { false } };
	size_t count = 1;
	size_t line = first + 1;

	starts[0] = 0;
	if (note_line(&places, cnd_text_whole_line(lines, first)) == 0)
		return 0;
	while (line < first + MOST_LINES && goes_on(lines, line)) {
		struct places before = places;
		struct cnd_str text = cnd_text_whole_line(lines, line);
		size_t found = note_line(&places, text);

		if (lines->lines[line].gap == 1 && found == 0) {
			places = before;
			break;
		}
		line++;
	}
	for (size_t place = 1; place < MOST_PLACES; place++) {
		if (places.begun[place] < FEWEST_LINES ||
			places.is_crossed[place])
			continue;
		if (count == CND_TEXT_COLUMNS)
			return 0;
		starts[count++] = place;
	}
	return is_item(lines, first, count) ? 0 : count;
}
