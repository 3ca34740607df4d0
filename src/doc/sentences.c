/* The sentences of every block of prose, in one array. */
#include "doc/shape.h"

#include "base/halving.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "text/sentence.h"

/* Where a sentence that is too long is cut: before a blank, if it has one. */
static size_t
cut_of(struct cnd_str text, size_t from)
{
	size_t at = from + CND_LIMIT_SENTENCE;

	while (at > from && !cnd_is_space(text.data[at]))
		at--;
	return at > from ? at : cnd_utf8_floor(text, from + CND_LIMIT_SENTENCE);
}

/* Scripts that have no blanks: from U+3000 on, as UTF-8 begins there. */
static bool
has_ideographs(struct cnd_str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.data[i] >= 0xe3)
			return true;
	return false;
}

/*
 * Where the sentence goes on behind a cut.  A word longer than a sentence
 * is data (a picture written as text): what is left of it is no sentence,
 * for each pattern would look at each of its bytes.
 */
static size_t
behind_cut(struct cnd_str text, size_t from, size_t cut, size_t to)
{
	if (!cnd_is_space(text.data[cut]) &&
		!has_ideographs(cnd_str_slice(text, from, cut)))
		while (cut < to && !cnd_is_space(text.data[cut]))
			cut++;
	while (cut < to && cnd_is_space(text.data[cut]))
		cut++;
	return cut;
}

static void
add_sentence(struct cnd_document *doc, uint32_t index, struct cnd_span span,
	size_t *capacity)
{
	doc->sentences = cnd_arena_grow(doc->arena, doc->sentences,
		doc->sentence_count, capacity, sizeof(*doc->sentences));
	doc->sentences[doc->sentence_count++] =
		(struct cnd_sentence){ span, index };
}

static void
add_sentences(struct cnd_document *doc, uint32_t index, size_t *capacity)
{
	struct cnd_block *block = &doc->blocks[index];
	struct cnd_str text = cnd_block_text(doc, block);
	uint32_t base = block->span.from;
	size_t at = 0;
	size_t from;
	size_t to;

	block->first_sentence = (uint32_t)doc->sentence_count;
	while (cnd_sentence_next(text, &at, &from, &to)) {
		while (to - from > CND_LIMIT_SENTENCE) {
			size_t cut = cut_of(text, from);

			add_sentence(doc, index,
				(struct cnd_span){ base + (uint32_t)from,
					base + (uint32_t)cut },
				capacity);
			from = behind_cut(text, from, cut, to);
		}
		if (from < to)
			add_sentence(doc, index,
				(struct cnd_span){ base + (uint32_t)from,
					base + (uint32_t)to },
				capacity);
	}
	block->sentence_count =
		(uint32_t)doc->sentence_count - block->first_sentence;
}

/* The first sentence of an older reading that is of a block or later. */
static size_t
first_of(const struct cnd_document *old, uint32_t block)
{
	struct cnd_halving in = { .high = old->sentence_count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, old->sentences[in.middle].block < block);
	return in.low;
}

/* Blocks from `block` on, before `end`, as they are in an older reading. */
struct stretch {
	uint32_t block;
	uint32_t end;
	uint32_t old_block;
	uint32_t shift; /* of the text, modulo 2^32 */
};

static void
copy_sentences(struct cnd_document *doc, const struct cnd_document *old,
	const struct stretch *stretch, size_t *capacity)
{
	uint32_t moved = stretch->block - stretch->old_block;
	size_t first = first_of(old, stretch->old_block);
	size_t end = first_of(old, stretch->end - moved);
	uint32_t ahead = (uint32_t)(doc->sentence_count - first);

	for (size_t i = first; i < end; i++) {
		struct cnd_sentence sentence = old->sentences[i];

		sentence.block += moved;
		sentence.span.from += stretch->shift;
		sentence.span.to += stretch->shift;
		doc->sentences = cnd_arena_grow(doc->arena, doc->sentences,
			doc->sentence_count, capacity, sizeof(*doc->sentences));
		doc->sentences[doc->sentence_count++] = sentence;
	}
	for (uint32_t i = stretch->block; i < stretch->end; i++) {
		const struct cnd_block *from = &old->blocks[i - moved];

		if (!cnd_block_is_prose(from))
			continue;
		doc->blocks[i].first_sentence = from->first_sentence + ahead;
		doc->blocks[i].sentence_count = from->sentence_count;
	}
}

void
cnd_shape_sentences(struct cnd_document *doc, const struct cnd_kept *kept)
{
	const struct stretch head = { 0, kept->head, 0, 0 };
	const struct stretch tail = { kept->tail, (uint32_t)doc->block_count,
		kept->old_tail, kept->text - kept->old_text };
	size_t capacity = 0;

	if (kept->old != NULL)
		copy_sentences(doc, kept->old, &head, &capacity);
	for (uint32_t i = kept->head; i < kept->tail; i++)
		if (cnd_block_is_prose(&doc->blocks[i]))
			add_sentences(doc, i, &capacity);
	if (kept->old != NULL)
		copy_sentences(doc, kept->old, &tail, &capacity);
}
