/*
 * What a page has besides its text: page numbers, running heads and feet,
 * contents lists, footnotes.  Marks lines (enum cnd_text_flag), changes
 * nothing else.
 */
#ifndef CND_READ_TEXT_FURNITURE_H
#define CND_READ_TEXT_FURNITURE_H

#include "read/text_lines.h"

/* Page numbers, and lines that come back beside them or form feeds. */
void cnd_text_mark_furniture(struct cnd_text_lines *lines);

/* Entries of contents lists: with dotted leaders, or below a heading
 * "Contents" and with page numbers.  Before the furniture. */
void cnd_text_mark_contents(struct cnd_text_lines *lines);

/* "Contents", "Table of contents" and the like. */
bool cnd_text_is_contents_heading(struct cnd_str line);

/* Footnotes: a number alone, whose mark stands on the page, and the text
 * from there to the page's end.  After the furniture. */
void cnd_text_mark_notes(struct cnd_text_lines *lines);

/* A line of one number (roman allowed) and nothing else: its value, or 0. */
unsigned cnd_text_number_alone(struct cnd_str line);

#endif
