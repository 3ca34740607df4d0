/*
 * What follows from a document's blocks, worked out once by the builder:
 * the same for every format.  Each fills its arrays in doc's arena.
 */
#ifndef CND_DOC_SHAPE_H
#define CND_DOC_SHAPE_H

#include "doc/document.h"

/* Sections from headings and their levels; each block's section. */
void cnd_shape_sections(struct cnd_document *doc);

/* Each table's extent, rows, columns and section from its cells. */
void cnd_shape_tables(struct cnd_document *doc);

/* Each list item's lead-in and the item its nested list belongs to. */
void cnd_shape_lists(struct cnd_document *doc);

/*
 * Blocks that an older reading had: the first `head`, and those from
 * `tail` on, which were from `old_tail` on there.  Without an older one
 * head is 0 and tail is behind the last block.
 */
struct cnd_kept {
	const struct cnd_document *old; /* or NULL */
	uint32_t head;
	uint32_t head_text; /* where the text behind them begins */
	uint32_t tail;
	uint32_t old_tail;
	uint32_t old_text; /* where the text of the tail begins there */
	uint32_t text; /* and here */
};

/* The sentences of every block of prose. */
void cnd_shape_sentences(struct cnd_document *doc, const struct cnd_kept *kept);

/*
 * Quoted speech in running text, of CND_QUOTATION_WORDS words or more:
 * shorter quotations name a term ("the 'rule of optimism'") and are read
 * as the author's own words.  Quotes of all kinds must close in their
 * block.
 */
enum { CND_QUOTATION_WORDS = 4 };
void cnd_shape_quotations(
	struct cnd_document *doc, const struct cnd_kept *kept);

#endif
