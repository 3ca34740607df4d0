/*
 * Paragraphs of a word processor's file on their way to the builder.  They
 * nest (a text box stands inside a paragraph), blocks do not: an inner
 * paragraph is kept and handed over right after the one that holds it.
 */
#ifndef CND_READ_ASSEMBLY_H
#define CND_READ_ASSEMBLY_H

#include "doc/builder.h"

struct cnd_assembly;

/* A run of a paragraph's text and the bytes of the part it came from. */
struct cnd_run {
	uint32_t off; /* in the paragraph's text */
	uint32_t len;
	uint32_t source;
	uint32_t source_len;
};

/* Something to say about a run of a paragraph's text (doc->states). */
struct cnd_mark {
	const char *rule;
	const char *message; /* static */
	uint32_t from; /* in the paragraph's text */
	uint32_t to;
	struct cnd_str directive; /* a comment to candour, if data is set */
};

/*
 * A paragraph being put together: the reader fills `block` (its kind,
 * level, flags, table place, page) and `label`, and appends text.
 */
struct cnd_paragraph {
	struct cnd_block block;
	struct cnd_str label;
	uint32_t part;
	struct cnd_buf text;
	struct cnd_run *pieces;
	size_t piece_count;
	size_t piece_capacity;
	struct cnd_mark *marks;
	size_t mark_count;
	size_t mark_capacity;
	struct cnd_paragraph *host; /* that it is inside of */
	struct cnd_paragraph *first; /* inner ones that are complete */
	struct cnd_paragraph *last;
	struct cnd_paragraph *next;
};

/*
 * The page that text stands on from now on, from 1; a paragraph is on the
 * page where its text begins.  Until it is told, no page is known.
 */
void cnd_assembly_page(struct cnd_assembly *assembly, uint32_t page);

/* Works for the builder, with memory of the arena. */
struct cnd_assembly *cnd_assembly_new(
	struct cnd_arena *arena, struct cnd_builder *builder);

/* Begins a paragraph, inside the one that is open, if any. */
struct cnd_paragraph *cnd_assembly_open(
	struct cnd_assembly *assembly, uint32_t part);

/* The innermost open paragraph, or NULL. */
struct cnd_paragraph *cnd_assembly_current(const struct cnd_assembly *assembly);

/* Ends it; an outermost one goes to the builder with all it holds. */
void cnd_assembly_close(struct cnd_assembly *assembly);

/* Appends text that came from bytes [from, to) of the part. */
void cnd_paragraph_text(struct cnd_assembly *assembly, struct cnd_str text,
	uint32_t from, uint32_t to);

/*
 * Takes blanks off both ends of what was appended since the text was
 * `since` bytes long: XML without xml:space="preserve".
 */
void cnd_paragraph_trim(struct cnd_paragraph *paragraph, size_t since);

/* Takes back what was appended since the text was `since` bytes long. */
void cnd_paragraph_cut(struct cnd_paragraph *paragraph, size_t since);

/*
 * Marks the text appended since it was `since` bytes long, or makes the
 * mark of what stands before it longer, when that is for the same rule; a
 * mark without a rule says that it is bold, or in italics where it has a
 * message.
 */
void cnd_paragraph_mark(struct cnd_assembly *assembly, const char *rule,
	const char *message, size_t since);

/* A comment to candour stands in the open paragraph; false for none. */
bool cnd_paragraph_direct(struct cnd_assembly *assembly, struct cnd_str text);

#endif
