/* What bold and italics tell of a line. */
#include "review/recommendation.h"

#include "base/halving.h"

/* Per cent of a text in bold that make it a bold one. */
enum { MOSTLY = 80 };

/* Whether a span stands mostly in runs, which are in order. */
static bool
is_mostly(const struct cnd_span *runs, size_t count, struct cnd_span span)
{
	struct cnd_halving in = { .high = count };
	size_t inside = 0;

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, runs[in.middle].to <= span.from);
	for (size_t i = in.low; i < count && runs[i].from < span.to; i++) {
		struct cnd_span run = runs[i];
		uint32_t from = run.from > span.from ? run.from : span.from;
		uint32_t to = run.to < span.to ? run.to : span.to;

		inside += to > from ? to - from : 0;
	}
	return inside * 100 >= (size_t)(span.to - span.from) * MOSTLY;
}

bool
cnd_is_strong(const struct cnd_document *doc, struct cnd_span span)
{
	return is_mostly(doc->strong, doc->strong_count, span);
}

bool
cnd_is_slanted(const struct cnd_document *doc, struct cnd_span span)
{
	return is_mostly(doc->slanted, doc->slanted_count, span);
}

/* Italics quote people, too; a title has no full stop or quotation mark. */
static bool
is_slanted_title(const struct cnd_document *doc, const struct cnd_block *block)
{
	struct cnd_str text = cnd_str_trim(cnd_block_text(doc, block));
	char last = text.len == 0 ? '.' : text.data[text.len - 1];

	return text.len <= CND_TITLE_BYTES && block->sentence_count == 1 &&
		last != '.' && last != '!' && last != '?' && last != '"' &&
		(unsigned char)last < 0x80 && cnd_is_upper(text.data[0]) &&
		cnd_is_slanted(doc, block->span);
}

enum cnd_title
cnd_title_of(const struct cnd_document *doc, const struct cnd_block *block)
{
	if (block->kind == CND_BLOCK_HEADING)
		return CND_TITLE_HEADING;
	if (block->kind != CND_BLOCK_PARAGRAPH)
		return CND_TITLE_NONE;
	if ((block->flags & CND_BLOCK_EMPHASIS) != 0)
		return CND_TITLE_BOLD;
	return is_slanted_title(doc, block) ? CND_TITLE_SLANTED
					    : CND_TITLE_NONE;
}
