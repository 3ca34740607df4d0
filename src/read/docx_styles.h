/*
 * Word's styles, as far as a reader needs them: which are headings, which
 * carry a list, which hide text or set it in bold or italics.  Ids are
 * localised, names are not.
 */
#ifndef CND_READ_DOCX_STYLES_H
#define CND_READ_DOCX_STYLES_H

#include "base/arena.h"
#include "base/error.h"
#include "read/xml.h"

#include <stdint.h>

enum cnd_style_use {
	CND_STYLE_BODY,
	CND_STYLE_HEADING,
	CND_STYLE_CONTENTS, /* an entry of a table of contents */
	CND_STYLE_QUOTE,
	CND_STYLE_CAPTION
};

/* What a paragraph style comes to, its ancestors included. */
struct cnd_docx_style {
	enum cnd_style_use use;
	uint32_t level; /* of a heading, from 1 */
	bool has_list;
	uint32_t list; /* numId; 0 takes a list away */
	uint32_t list_level;
	struct cnd_str list_style; /* the style that brought the list */
	bool is_hidden; /* vanish */
	bool is_bold;
	bool is_italic;
};

struct cnd_docx_styles;

/*
 * Whether a property's element (w:b, w:vanish …) sets it: it does unless
 * its w:val is one of ST_OnOff that says no (ISO/IEC 29500-1, 17.17.4) or
 * "none".
 */
bool cnd_docx_is_on(const struct cnd_xml_element *element);

/* Reads a styles part; an empty one knows no style.  In the arena. */
struct cnd_docx_styles *cnd_docx_styles_new(
	struct cnd_arena *arena, struct cnd_str part, struct cnd_error *err);

/* The style of that id; the default style for an unknown one. */
struct cnd_docx_style cnd_docx_style_of(
	const struct cnd_docx_styles *styles, struct cnd_str id);

/* The default paragraph style's id; empty when there is none. */
struct cnd_str cnd_docx_default_style(const struct cnd_docx_styles *styles);

#endif
