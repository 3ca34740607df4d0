/* Names and places of blocks, for the outline's formats. */
#include "format/outline.h"

static const char *const kinds[CND_BLOCK_KINDS] = { "heading", "paragraph",
	"item", "cell", "caption", "note", "code", "front", "furniture" };

const char *
cnd_outline_kind(const struct cnd_block *block)
{
	return kinds[block->kind];
}

uint32_t
cnd_outline_line(const struct cnd_document *doc, uint32_t block)
{
	uint32_t from = doc->blocks[block].span.from;
	uint32_t source = doc->blocks[block].label_source;
	size_t low = 0;
	size_t high = doc->segment_count;

	if (doc->places == CND_PLACES_PARAGRAPHS)
		return block + 1;
	while (source == CND_NONE && low < high) { /* first that ends behind */
		size_t middle = low + (high - low) / 2;
		const struct cnd_segment *segment = &doc->segments[middle];

		if (segment->text + segment->text_len <= from)
			low = middle + 1;
		else
			high = middle;
	}
	if (source == CND_NONE && low < doc->segment_count) {
		source = doc->segments[low].source;
		if (doc->segments[low].text < from)
			source += from - doc->segments[low].text;
	}
	if (source == CND_NONE)
		source = (uint32_t)doc->source.len;
	return cnd_lines_position(&doc->lines, source, CND_UNIT_BYTE).line;
}

const char *
cnd_outline_flag(const struct cnd_block *block, size_t i)
{
	static const struct {
		unsigned flag;
		const char *name;
	} flags[] = {
		{ CND_BLOCK_QUOTED, "quoted" },
		{ CND_BLOCK_HEADER, "header" },
		{ CND_BLOCK_EMPHASIS, "bold" },
		{ CND_BLOCK_INSERTED, "inserted" },
		{ CND_BLOCK_DELETED, "deleted" },
		{ CND_BLOCK_RAW, "raw" },
	};

	for (size_t k = 0; k < sizeof(flags) / sizeof(flags[0]); k++) {
		if ((block->flags & flags[k].flag) == 0)
			continue;
		if (i-- == 0)
			return flags[k].name;
	}
	return NULL;
}
