/* Lines of plain text into the open block. */
#ifndef CND_READ_TEXT_PUT_H
#define CND_READ_TEXT_PUT_H

#include "doc/builder.h"
#include "read/text_block.h"
#include "read/text_hyphen.h"

/*
 * Appends the block's own lines, joined: the first `skip` bytes of its
 * first line left out, soft hyphens dropped, one blank for other line
 * ends, ligatures spelt out, the marks of footnotes left out.
 */
void cnd_text_put(struct cnd_builder *builder,
	const struct cnd_text_lines *lines, const struct cnd_hyphens *hyphens,
	const struct cnd_text_block *block, size_t skip);

#endif
