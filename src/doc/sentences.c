/* The sentences of every block of prose, in one array. */
#include "doc/shape.h"

#include "text/sentence.h"

static void
add_sentences(struct cnd_document *doc, uint32_t index, size_t *capacity)
{
	struct cnd_block *block = &doc->blocks[index];
	struct cnd_str text = cnd_block_text(doc, block);
	size_t at = 0;
	size_t from;
	size_t to;

	block->first_sentence = (uint32_t)doc->sentence_count;
	while (cnd_sentence_next(text, &at, &from, &to)) {
		doc->sentences = cnd_arena_grow(doc->arena, doc->sentences,
			doc->sentence_count, capacity, sizeof(*doc->sentences));
		doc->sentences[doc->sentence_count++] = (struct cnd_sentence){
			{ block->span.from + (uint32_t)from,
				block->span.from + (uint32_t)to },
			index
		};
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
