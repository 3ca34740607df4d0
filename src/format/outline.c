/* Names and places of blocks, for the outline's formats. */
#include "format/outline.h"

#include "base/halving.h"

static const char *const kinds[CND_BLOCK_KINDS] = { "heading", "paragraph",
	"item", "cell", "caption", "note", "code", "front", "furniture" };

const char *
cnd_outline_kind(const struct cnd_block *block)
{
	return kinds[block->kind];
}

/* Where text from an offset on comes from: past the end for nowhere. */
static uint32_t
source_of(const struct cnd_document *doc, uint32_t from)
{
	struct cnd_halving in = { .high = doc->segment_count };
	const struct cnd_segment *segment;

	while (cnd_halving_asks(&in)) {
		segment = &doc->segments[in.middle];
		cnd_halving_tell(
			&in, segment->text + segment->text_len <= from);
	}
	if (in.low == doc->segment_count)
		return (uint32_t)doc->source.len;
	segment = &doc->segments[in.low];
	return segment->source +
		(segment->text < from ? from - segment->text : 0);
}

uint32_t
cnd_outline_line(const struct cnd_document *doc, uint32_t block)
{
	uint32_t source = doc->blocks[block].label_source;

	if (doc->places == CND_PLACES_PARAGRAPHS)
		return block + 1;
	if (source == CND_NONE)
		source = source_of(doc, doc->blocks[block].span.from);
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
