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

/* The sentences of every block of prose. */
void cnd_shape_sentences(struct cnd_document *doc);

/*
 * Quoted speech in running text, of CND_QUOTATION_WORDS words or more:
 * shorter quotations name a term ("the 'rule of optimism'") and are read
 * as the author's own words.  Quotes of all kinds must close in their
 * block.
 */
enum { CND_QUOTATION_WORDS = 4 };
void cnd_shape_quotations(struct cnd_document *doc);

#endif
