/*
 * Lists: which paragraph opens one, and which item a nested list hangs
 * from.  A paragraph inside an item (level above 0) does not end its list.
 */
#include "doc/shape.h"

#include "base/limits.h"

/* The item last seen at each level, and the lead-in of its list. */
struct open_lists {
	uint32_t item[CND_LIMIT_NESTING + 1];
	uint32_t lead_in[CND_LIMIT_NESTING + 1];
	uint32_t depth;
};

static uint32_t
clamp_level(uint32_t level)
{
	if (level == 0)
		return 1;
	return level < CND_LIMIT_NESTING ? level : CND_LIMIT_NESTING;
}

/* The paragraph right before a list's first item, in the same section; a
 * page's end may stand between. */
static uint32_t
opening_paragraph(const struct cnd_document *doc, uint32_t item)
{
	const struct cnd_block *before;
	uint32_t at = item;

	do {
		if (at == 0)
			return CND_NONE;
		before = &doc->blocks[--at];
	} while (before->kind == CND_BLOCK_FURNITURE ||
		before->kind == CND_BLOCK_NOTE);
	if (before->kind != CND_BLOCK_PARAGRAPH ||
		before->section != doc->blocks[item].section)
		return CND_NONE;
	return at;
}

static void
place_item(struct cnd_document *doc, struct open_lists *open, uint32_t index)
{
	struct cnd_block *item = &doc->blocks[index];
	uint32_t level = clamp_level(item->level);

	item->level = level;
	while (open->depth < level) {
		uint32_t parent =
			open->depth == 0 ? CND_NONE : open->item[open->depth];

		open->depth++;
		open->item[open->depth] = parent;
		open->lead_in[open->depth] = parent != CND_NONE
			? parent
			: opening_paragraph(doc, index);
	}
	open->depth = level;
	item->lead_in = open->lead_in[level];
	item->parent_item = level > 1 ? open->item[level - 1] : CND_NONE;
	open->item[level] = index;
}

void
cnd_shape_lists(struct cnd_document *doc)
{
	struct open_lists open = { { 0 }, { 0 }, 0 };

	for (uint32_t i = 0; i < doc->block_count; i++) {
		const struct cnd_block *block = &doc->blocks[i];

		if (block->kind == CND_BLOCK_ITEM)
			place_item(doc, &open, i);
		else if (block->kind != CND_BLOCK_FURNITURE &&
			block->kind != CND_BLOCK_NOTE &&
			(block->kind != CND_BLOCK_PARAGRAPH ||
				block->level == 0))
			open.depth = 0;
	}
}
