/*
 * The document as candour read it: candour outline.  What the renderers of
 * that view share, and the renderers themselves.
 */
#ifndef CND_FORMAT_OUTLINE_H
#define CND_FORMAT_OUTLINE_H

#include "format/format.h"

/* "heading", "paragraph", "item", …: a block's kind in words. */
const char *cnd_outline_kind(const struct cnd_block *block);

/*
 * The line that a block begins on, or its ordinal in Word and ODF.  Unlike
 * cnd_document_place it looks at nothing around the block, so that asking
 * for every block of a document stays cheap.
 */
uint32_t cnd_outline_line(const struct cnd_document *doc, uint32_t block);

/* The flags of a block in words ("quoted", "bold", …): flag number i, from
 * 0; NULL behind the last. */
const char *cnd_outline_flag(const struct cnd_block *block, size_t i);

/* For people: sections with their roles, what stands in them with its
 * first words, tables with their header cells, recommendations. */
extern const struct cnd_format_steps cnd_format_outline_text;

/* All of it, one line a paragraph that is not empty: "[label] text" with a
 * soft break as U+23CE and a tab as U+21E5; the footnotes last. */
extern const struct cnd_format_steps cnd_format_outline_plain;

/* All of it as one JSON document. */
extern const struct cnd_format_steps cnd_format_outline_json;

#endif
