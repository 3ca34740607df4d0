/*
 * One block's text as it comes in pieces, held back until its visible
 * number can be told from its text ("**4.12** The Board" is label "4.12"
 * and text "The Board"); then it goes to the builder.  For formats that
 * write numbers into the text: Markdown, HTML.
 */
#ifndef CND_READ_GATHER_H
#define CND_READ_GATHER_H

#include "doc/builder.h"
#include "read/label.h"

enum cnd_style {
	CND_STYLE_BOLD = 1,
	CND_STYLE_LOCAL_LINK = 2, /* to a place in the same file */
	CND_STYLE_COMMENT = 4, /* not text: a directive */
	CND_STYLE_CODE = 8, /* code in running text */
	CND_STYLE_ITALIC = 16,
};

struct cnd_piece {
	const char *data; /* NULL: it is in own */
	uint32_t len;
	uint32_t source;
	uint32_t source_len;
	unsigned style;
	char own[4];
};

enum { CND_GATHER_PIECES = 48, CND_GATHER_HEAD = 256 };

/*
 * Held by value; zeroed, with the builder set, is ready.  One block at a
 * time: begin, any number of texts, end.
 */
struct cnd_gather {
	struct cnd_builder *builder;
	bool is_active; /* between begin and end */
	bool is_open; /* the builder has the block; pieces go straight */
	struct cnd_block model; /* kind, flags, level, table, row, column */
	struct cnd_block *block; /* while open */
	struct cnd_str label; /* given, else found in the text */
	uint32_t label_source;
	struct cnd_piece pieces[CND_GATHER_PIECES];
	size_t piece_count;
	char head[CND_GATHER_HEAD]; /* the text's first bytes */
	size_t len; /* of all text so far */
	bool has_plain; /* words that are not bold */
	bool has_bold;
	bool has_outside; /* words that are no local link */
	bool has_link;
};

/* Begins a block; the fields of gather->model may be set until its end. */
void cnd_gather_begin(struct cnd_gather *gather, enum cnd_block_kind kind);

/*
 * Text as for cnd_builder_text (part 0).  Text longer than four bytes must
 * stay valid until the block ends.
 */
void cnd_gather_text(struct cnd_gather *gather, struct cnd_str text,
	uint32_t source, uint32_t source_len, unsigned style);

/* A comment that stands inside the block. */
void cnd_gather_directive(
	struct cnd_gather *gather, struct cnd_str text, uint32_t source);

/* The label of the block begun; its bytes must stay valid until its end. */
void cnd_gather_label(
	struct cnd_gather *gather, struct cnd_str label, uint32_t source);

/*
 * Ends the block: finds label, caption, a paragraph that is all bold, and
 * a contents list's local links.  Nothing happens when none is begun.
 * False when it was empty and dropped.
 */
bool cnd_gather_end(struct cnd_gather *gather);

#endif
