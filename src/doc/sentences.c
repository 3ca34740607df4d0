/* The sentences of every block of prose, in one array. */
#include "doc/shape.h"

#include "base/limits.h"
#include "text/sentence.h"

/* Where a sentence that is too long is cut: before a blank, if it has one. */
static size_t
cut_of(struct cnd_str text, size_t from)
{
	size_t at = from + CND_LIMIT_SENTENCE;
	size_t whole;

	while (at > from && !cnd_is_space(text.data[at]))
		at--;
	if (at > from)
		return at;
	whole = from + CND_LIMIT_SENTENCE;
	while (whole > from && ((unsigned char)text.data[whole] & 0xc0) == 0x80)
		whole--;
	return whole;
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

void
cnd_shape_sentences(struct cnd_document *doc)
{
	size_t capacity = 0;

	for (uint32_t i = 0; i < doc->block_count; i++)
		if (cnd_block_is_prose(&doc->blocks[i]))
			add_sentences(doc, i, &capacity);
}
