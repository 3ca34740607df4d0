/* Words in their sentence, cut to a length. */
#include "format/excerpt.h"

#include "format/show.h"

/* The sentences that hold a span, or its block when there are none. */
static struct cnd_span
sentences_of(const struct cnd_document *doc, struct cnd_span span)
{
	uint32_t last = span.to > span.from ? span.to - 1 : span.from;
	uint32_t first_sentence = cnd_document_sentence_at(doc, span.from);
	uint32_t last_sentence = cnd_document_sentence_at(doc, last);
	uint32_t block = cnd_document_block_at(doc, span.from);
	struct cnd_span around = span;

	if (first_sentence != CND_NONE)
		around.from = doc->sentences[first_sentence].span.from;
	else if (block != CND_NONE)
		around.from = doc->blocks[block].span.from;
	if (last_sentence != CND_NONE)
		around.to = doc->sentences[last_sentence].span.to;
	else if (block != CND_NONE && doc->blocks[block].span.to > span.to)
		around.to = doc->blocks[block].span.to;
	if (around.from > span.from)
		around.from = span.from;
	if (around.to < span.to)
		around.to = span.to;
	return around;
}

/* The last start of a word at or before at, looking back to floor. */
static uint32_t
word_start(struct cnd_str text, uint32_t at, uint32_t floor)
{
	while (at > floor && text.data[at - 1] != ' ')
		at--;
	return at;
}

static uint32_t
word_end(struct cnd_str text, uint32_t at, uint32_t ceiling)
{
	while (at < ceiling && text.data[at] != ' ')
		at++;
	return at;
}

/*
 * Cuts around to about limit bytes with the span in it; a span that fills
 * the limit alone loses its end.
 */
static struct cnd_span
clip(struct cnd_str text, struct cnd_span around, struct cnd_span *span,
	size_t limit)
{
	uint32_t side;
	struct cnd_span cut = around;

	if (around.to - around.from <= limit)
		return around;
	if (span->to - span->from > limit)
		span->to =
			word_end(text, span->from + (uint32_t)limit, span->to);
	side = span->to - span->from < limit
		? (uint32_t)(limit - (span->to - span->from)) / 2
		: 0;
	if (span->from - around.from > side)
		cut.from = word_start(text, span->from - side, around.from);
	if (around.to > span->to && around.to - span->to > side)
		cut.to = word_end(text, span->to + side, around.to);
	return cut;
}

struct cnd_excerpt
cnd_excerpt_of(struct cnd_arena *arena, const struct cnd_document *doc,
	struct cnd_span span, size_t limit)
{
	struct cnd_span around = sentences_of(doc, span);
	struct cnd_span cut = clip(doc->text, around, &span, limit);
	struct cnd_excerpt excerpt;
	struct cnd_buf buf = { 0 };

	if (cut.from > around.from)
		cnd_buf_puts(&buf, "\xe2\x80\xa6 ");
	cnd_show_clean(cnd_document_text(
			       doc, (struct cnd_span){ cut.from, span.from }),
		&buf);
	excerpt.from = buf.len;
	cnd_show_clean(cnd_document_text(doc, span), &buf);
	excerpt.to = buf.len;
	cnd_show_clean(
		cnd_document_text(doc, (struct cnd_span){ span.to, cut.to }),
		&buf);
	if (cut.to < around.to)
		cnd_buf_puts(&buf, " \xe2\x80\xa6");
	excerpt.text = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	return excerpt;
}
