/*
 * Paragraphs of plain text: which lines belong together, what they begin
 * with, whether they are a heading.
 */
#ifndef CND_READ_TEXT_BLOCK_H
#define CND_READ_TEXT_BLOCK_H

#include "read/text_lines.h"
#include "read/text_marker.h"

/* Lines [first, end); furniture and footnotes between are not of it. */
struct cnd_text_block {
	size_t first;
	size_t last; /* its last line */
	size_t end; /* last + 1 */
	size_t count; /* lines of its own */
	struct cnd_marker marker;
};

/* The paragraph that begins at a line (which must be one of text). */
struct cnd_text_block cnd_text_collect(
	const struct cnd_text_lines *lines, size_t first);

/* The line has a rule right below it, as headings are underlined: '=' or
 * '-'; '\0' otherwise. */
char cnd_text_underline(const struct cnd_text_lines *lines, size_t index);

/* What went before a block, for telling headings from list items and
 * from the cells of a table that lost its shape. */
struct cnd_text_before {
	unsigned item_number; /* of a numbered item; 0: it was none */
	bool is_lead_in; /* it ended in a colon */
	bool is_question; /* it ended in a question mark */
	bool is_heading;
	size_t short_run; /* blocks in a row that were but a few words */
};

/* A numbered block that is an item of a list, not a numbered paragraph. */
bool cnd_text_is_list_number(const struct cnd_text_lines *lines,
	const struct cnd_text_block *block,
	const struct cnd_text_before *before);

enum cnd_text_heading {
	CND_TEXT_NO_HEADING,
	CND_TEXT_NUMBERED, /* "4.2 Findings" */
	CND_TEXT_CAPITALS, /* "FINDINGS" */
	CND_TEXT_TITLE, /* "Summary of findings", a text below it */
};

/* Whether the block is a heading; *label is its number, if any. */
enum cnd_text_heading cnd_text_heading_of(const struct cnd_text_lines *lines,
	const struct cnd_text_block *block,
	const struct cnd_text_before *before, struct cnd_label *label);

/* "Findings": words that are a heading wherever they stand alone. */
bool cnd_text_is_known_title(struct cnd_str text);

/* A few words, and no stop: a heading, or a cell that lost its table. */
bool cnd_text_is_short(
	const struct cnd_text_lines *lines, const struct cnd_text_block *block);

#endif
