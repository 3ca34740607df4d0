/*
 * A plain text as its lines that are not blank: where each stands, how far
 * it is indented, what went before it.  What all readings of plain text
 * start from.
 */
#ifndef CND_READ_TEXT_LINES_H
#define CND_READ_TEXT_LINES_H

#include "base/buf.h"

#include <stdint.h>

enum cnd_text_flag {
	CND_TEXT_FEED = 1, /* a form feed stands before it */
	CND_TEXT_QUOTED = 2, /* began with '>' */
	CND_TEXT_FURNITURE = 4, /* page number, running head */
	CND_TEXT_CONTENTS = 8, /* of a contents list */
	CND_TEXT_NOTE = 16, /* of a footnote at the page's end */
	CND_TEXT_NOTE_START = 32, /* its first line, the number alone */
};

/* Bytes [from, to) of the source: the line without blanks at its ends. */
struct cnd_text_line {
	uint32_t from;
	uint32_t to;
	uint16_t gap; /* blank lines before it, at most 65535 */
	uint8_t indent; /* in columns, at most 255 */
	uint8_t flags; /* of enum cnd_text_flag */
};

struct cnd_text_lines {
	struct cnd_str source;
	struct cnd_buf store;
	struct cnd_text_line *lines; /* in store */
	size_t count;
	size_t width; /* of a full line, in code points; 0: not wrapped */
};

/* Finds the lines from a byte offset on; dispose frees what they take. */
void cnd_text_lines_read(
	struct cnd_text_lines *lines, struct cnd_str source, size_t from);
void cnd_text_lines_dispose(struct cnd_text_lines *lines);

/* The line's text; empty past the end. */
struct cnd_str cnd_text_line(const struct cnd_text_lines *lines, size_t index);

/* The line with the blanks before it. */
struct cnd_str cnd_text_whole_line(
	const struct cnd_text_lines *lines, size_t index);

/* Code points of a line with its indent. */
size_t cnd_text_width(const struct cnd_text_lines *lines, size_t index);

/*
 * The next line after index that is neither furniture nor a footnote;
 * lines->count when there is none.
 */
size_t cnd_text_next(const struct cnd_text_lines *lines, size_t index);

/* The text closes a sentence or clause: ".", "?", ":", ";", "!", quotes
 * and brackets behind them left aside. */
bool cnd_text_is_closed(struct cnd_str text);

/* Its first letter is lower case, and nothing but a quote or bracket
 * stands before it. */
bool cnd_text_begins_lower(struct cnd_str text);

/* Nothing but one character of "-=_*~" and blanks, three or more. */
bool cnd_text_is_rule(struct cnd_str text);

#endif
