/*
 * The lines of an untagged PDF and their places on its pages; for
 * pdf_layout.c and pdf_table.c only.
 */
#ifndef CND_READ_PDF_LINES_H
#define CND_READ_PDF_LINES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

#include <stdint.h>

/* Lines of one page; more are no prose: their places are not compared. */
enum { CND_PDF_PAGE_LINES = 2000 };

struct cnd_pdf_table;
struct cnd_pdf_words;

struct cnd_pdf_word {
	int left, right; /* 1/100 pt */
	uint32_t from, to; /* in its line's text */
};

struct cnd_pdf_line {
	uint32_t page; /* the first is 1 */
	int left, top, right, bottom; /* 1/100 pt, from the top */
	struct cnd_str text;
	size_t first_word; /* its words, in the layout's */
	size_t word_count;
	struct cnd_pdf_line *label; /* the number left of it */
	struct cnd_pdf_table *table; /* it stands in, or NULL */
	bool is_left_out; /* a running head, or a number taken */
	bool is_note;
	struct cnd_pdf_line *whole; /* the line this is a piece of, or NULL */
};

struct cnd_pdf_layout {
	struct cnd_arena *arena;
	struct cnd_pdf_line *lines; /* in reading order */
	size_t count;
	size_t capacity;
	struct cnd_pdf_word *words;
	size_t word_count;
	size_t word_capacity;
	struct cnd_pdf_words *known; /* its words; NULL: not looked at yet */
	uint32_t pages;
	int *heights; /* of pages */
	size_t height_capacity;
	int body; /* height of most lines */
	int leading; /* usual space between two lines of a paragraph */
};

/*
 * Reads what pdftotext -bbox-layout prints; all lives in the layout's
 * arena.  False and err when it is not well-formed.
 */
bool cnd_pdf_lines_read(struct cnd_pdf_layout *layout, struct cnd_str text,
	struct cnd_error *err);

/* The line's height. */
int cnd_pdf_line_height(const struct cnd_pdf_line *line);

/* The line after the last one of the page that `from` stands on. */
size_t cnd_pdf_page_end(const struct cnd_pdf_layout *layout, size_t from);

/* "12": up to three digits and nothing else. */
bool cnd_pdf_is_number(struct cnd_str text);

/* Its first byte is a small letter. */
bool cnd_pdf_starts_lower(struct cnd_str text);

#endif
