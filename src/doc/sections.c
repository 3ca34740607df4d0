/* Sections: a stack of open headings, closed by those of their level. */
#include "doc/shape.h"

#include "base/limits.h"

struct open_sections {
	uint32_t index[CND_LIMIT_NESTING];
	size_t depth;
};

static uint32_t
count_headings(const struct cnd_document *doc)
{
	uint32_t count = 0;

	for (size_t i = 0; i < doc->block_count; i++)
		count += doc->blocks[i].kind == CND_BLOCK_HEADING;
	return count;
}

static void
close_sections(struct cnd_document *doc, struct open_sections *open,
	uint32_t level, uint32_t end)
{
	while (open->depth > 0) {
		struct cnd_section *top =
			&doc->sections[open->index[open->depth - 1]];

		if (top->level != 0 && top->level < level)
			break;
		top->end_block = end;
		open->depth--;
	}
}

static void
add_section(struct cnd_document *doc, struct open_sections *open,
	uint32_t block, uint32_t level)
{
	uint32_t index = (uint32_t)doc->section_count++;
	bool has_heading = level > 0;

	doc->sections[index] = (struct cnd_section){
		.heading = has_heading ? block : CND_NONE,
		.level = level,
		.parent = open->depth > 0 ? open->index[open->depth - 1]
					  : CND_NONE,
		.first_block = block,
		.end_block = (uint32_t)doc->block_count,
	};
	if (open->depth == CND_LIMIT_NESTING)
		open->depth--;
	open->index[open->depth++] = index;
}

void
cnd_shape_sections(struct cnd_document *doc)
{
	struct open_sections open = { { 0 }, 0 };

	doc->sections = cnd_arena_array(
		doc->arena, count_headings(doc) + 1u, sizeof(*doc->sections));
	for (uint32_t i = 0; i < doc->block_count; i++) {
		struct cnd_block *block = &doc->blocks[i];

		if (block->kind == CND_BLOCK_HEADING) {
			if (block->level == 0)
				block->level = 1;
			close_sections(doc, &open, block->level, i);
			add_section(doc, &open, i, block->level);
		} else if (open.depth == 0) {
			add_section(doc, &open, i, 0);
		}
		block->section = open.index[open.depth - 1];
	}
}
