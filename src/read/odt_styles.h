/*
 * OpenDocument styles, from content.xml and styles.xml: hidden and bold
 * text, headings, list numbering.
 */
#ifndef CND_READ_ODT_STYLES_H
#define CND_READ_ODT_STYLES_H

#include "base/arena.h"
#include "base/error.h"
#include "read/numerals.h"

enum { CND_ODT_LEVELS = 10 };

/* How one level of a list shows its number. */
struct cnd_odt_level {
	bool is_defined;
	enum cnd_numeral format;
	struct cnd_str prefix;
	struct cnd_str suffix;
	struct cnd_str pattern; /* loext:num-list-format, "%1%.%2%" */
	struct cnd_str bullet;
	uint32_t start;
	uint32_t shown_levels; /* text:display-levels */
};

struct cnd_odt_list_style {
	struct cnd_str name;
	struct cnd_odt_level levels[CND_ODT_LEVELS];
};

struct cnd_odt_style {
	struct cnd_str name; /* "Heading_20_1" */
	struct cnd_str display; /* "Heading 1" */
	struct cnd_str parent;
	struct cnd_str list; /* text:list-style-name */
	bool is_hidden;
	bool has_weight; /* it says whether it is bold */
	bool is_bold;
	bool has_slant;
	bool is_italic;
	bool is_black; /* black background over the text */
	bool is_white; /* its letters: black behind them hides nothing */
	bool is_raised; /* a superscript */
	bool breaks_page; /* its paragraphs begin a page */
};

struct cnd_odt_styles;

struct cnd_odt_styles *cnd_odt_styles_new(struct cnd_arena *arena);

/* Adds the styles of one part. */
bool cnd_odt_styles_read(struct cnd_odt_styles *styles, struct cnd_str part,
	struct cnd_error *err);

/* The style of that name, or NULL. */
const struct cnd_odt_style *cnd_odt_style_of(
	const struct cnd_odt_styles *styles, struct cnd_str name);

/* What text in the style is like: as the nearest says of it and those it
 * comes from; is_bold and is_italic stay where none says. */
void cnd_odt_style_look(const struct cnd_odt_styles *styles,
	struct cnd_str name, bool *is_bold, bool *is_italic);

/* Whether the style, or one it comes from, has that name on display
 * (compared without regard to case). */
bool cnd_odt_style_descends(const struct cnd_odt_styles *styles,
	struct cnd_str name, const char *display);

/* The level of the heading style that the style is or comes from, "Heading
 * 2", or 0: files made from HTML have headings as paragraphs. */
uint32_t cnd_odt_style_level(
	const struct cnd_odt_styles *styles, struct cnd_str name);

/* The list style of that name, or NULL; "" is that of headings. */
const struct cnd_odt_list_style *cnd_odt_list_style_of(
	const struct cnd_odt_styles *styles, struct cnd_str name);

#endif
