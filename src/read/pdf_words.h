/*
 * The words of a PDF's prose, to tell a word that a narrow column broke
 * from two words.  For pdf_layout.c and pdf_rows.c only.
 */
#ifndef CND_READ_PDF_WORDS_H
#define CND_READ_PDF_WORDS_H

#include "read/pdf_lines.h"

struct cnd_pdf_words;

/* The words of all lines outside of tables; in the layout's arena. */
struct cnd_pdf_words *cnd_pdf_words_read(const struct cnd_pdf_layout *layout);

/*
 * Whether `end`, a line's only word, and `start`, the first of the next
 * line, are one word: writers break a word without a hyphen when the column
 * is narrower than it.  is_tight: no letter more would have had room, so
 * that two words of which neither is known may be one.
 */
bool cnd_pdf_words_join(const struct cnd_pdf_words *words, struct cnd_str end,
	struct cnd_str start, bool is_tight);

#endif
