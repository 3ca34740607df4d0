/*
 * Tables drawn in plain text: columns set off by blanks under a dashed
 * rule, or standing exactly below each other line by line.
 */
#ifndef CND_READ_TEXT_TABLE_H
#define CND_READ_TEXT_TABLE_H

#include "doc/builder.h"
#include "read/text_hyphen.h"

/*
 * Reads the table that begins at a line, if one clearly does, into the
 * builder; returns the line behind it, or `index` when there is none.
 */
size_t cnd_text_table(const struct cnd_text_lines *lines,
	const struct cnd_hyphens *hyphens, size_t index,
	struct cnd_builder *builder);

#endif
