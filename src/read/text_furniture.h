/*
 * What a page has besides its text: page numbers, running heads and feet,
 * contents lists, footnotes.  Marks lines (enum cnd_text_flag), changes
 * nothing else.
 */
#ifndef CND_READ_TEXT_FURNITURE_H
#define CND_READ_TEXT_FURNITURE_H

#include "read/text_lines.h"

/* Entries of contents lists: with dotted leaders, or below a heading
 * "Contents" and with page numbers.  First of all. */
void cnd_text_mark_contents(struct cnd_text_lines *lines);

/* "Contents", "Table of contents" and the like. */
bool cnd_text_is_contents_heading(struct cnd_str line);

/* Page numbers.  Before footnotes and heads, which are told by them. */
void cnd_text_mark_page_numbers(struct cnd_text_lines *lines);

/* Footnotes: a number alone, whose mark stands on the page, and the text
 * from there to the page's end. */
void cnd_text_mark_notes(struct cnd_text_lines *lines);

/* Running heads and feet: lines that come back at page ends. */
void cnd_text_mark_heads(struct cnd_text_lines *lines);

/* Blank lines or a form feed between a line and the next. */
bool cnd_text_is_page_end(const struct cnd_text_lines *lines, size_t index);

/* Digits at an offset, four at most, and their value; 0 for none or more. */
size_t cnd_text_digits(struct cnd_str line, size_t at, unsigned *value);

/* A line of one number and nothing else: its value, or 0. */
unsigned cnd_text_number_alone(struct cnd_str line);

#endif
