/* The two ways to read a PDF's text; for read_pdf.c only. */
#ifndef CND_READ_PDF_PARTS_H
#define CND_READ_PDF_PARTS_H

#include "base/arena.h"
#include "doc/builder.h"
#include "read/read_pdf.h"

/* pdf_tags.c: reads the tree of a tagged file into the builder. */
void cnd_pdf_read_tree(struct cnd_arena *arena, struct cnd_str tree,
	struct cnd_builder *builder);

/* How many letters the words of the tree have. */
size_t cnd_pdf_tree_letters(struct cnd_str tree);

/* "1.", "4.12", "(a)", "a)", a bullet, and nothing else. */
bool cnd_pdf_is_label(struct cnd_str text);

/* A paragraph of the plain text that a layout comes to. */
struct cnd_pdf_start {
	uint32_t at; /* byte offset in the text */
	uint32_t page;
};

struct cnd_pdf_plain {
	struct cnd_buf text;
	struct cnd_pdf_start *starts; /* by offset */
	size_t count;
	size_t capacity;
};

/* pdf_layout.c: notes that a paragraph of that page begins here. */
void cnd_pdf_start(
	struct cnd_arena *arena, struct cnd_pdf_plain *plain, uint32_t page);

/*
 * pdf_layout.c: plain text of a layout, in reading order, without running
 * heads, a blank line between paragraphs, footnotes last.
 */
bool cnd_pdf_read_layout(struct cnd_arena *arena, struct cnd_str layout,
	struct cnd_pdf_plain *plain, struct cnd_error *err);

/* pdf_pages.c: gives each block the page its words stand on. */
void cnd_pdf_find_pages(struct cnd_document *doc, struct cnd_str pages);

#endif
