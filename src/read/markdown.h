/*
 * The running text of Markdown, apart from the parser: what a piece of
 * text, a line's end, an entity or a tag does to the block being read.
 */
#ifndef CND_READ_MARKDOWN_H
#define CND_READ_MARKDOWN_H

#include "base/buf.h"
#include "base/limits.h"
#include "read/gather.h"

struct cnd_markdown_list {
	bool is_ordered;
	unsigned number; /* of the next item */
	char delimiter;
};

struct cnd_markdown {
	struct cnd_builder *builder;
	struct cnd_str source; /* the whole file */
	struct cnd_gather gather;
	uint32_t cursor; /* behind the last text taken from the source */

	unsigned bold;
	unsigned italics;
	unsigned codes; /* open spans of code */
	unsigned local_links;
	unsigned links;
	unsigned images; /* that are open */
	bool is_superscript;

	unsigned quotes;
	struct cnd_markdown_list lists[CND_LIMIT_NESTING];
	size_t list_depth;
	bool is_item_fresh; /* an item began, its first block did not */
	char label[16];

	bool is_note_last; /* the last block was a footnote */
	bool is_note_before; /* and this is a paragraph right behind it */
	bool is_raw; /* in a block of HTML */
	struct cnd_buf html;
	uint32_t html_source;
	uint32_t html_end;

	uint32_t table;
	uint32_t row;
	uint32_t column;
	bool is_header;

	size_t image_count;

	/* Where reading may begin again, if the block's first text says so. */
	bool is_restart_open;
	struct cnd_restart restart;
	/* Of an older reading, restarts to stop at, moved by `moved` bytes. */
	const struct cnd_restart *stops;
	size_t stop_count;
	uint32_t moved;
	const struct cnd_restart *stopped; /* the one it stopped at */
};

/* Reads front matter that begins at `from`; returns where the Markdown
 * begins. */
size_t cnd_markdown_front(struct cnd_markdown *md, size_t from);

/*
 * The same text with newlines behind it.  md4c (0.4.8) looks there, for the
 * end of a link that the text's end cuts off, and would believe a bracket.
 */
struct cnd_str cnd_markdown_ended(
	struct cnd_arena *arena, struct cnd_str source);

/* Reads a part of md->source, or all of it. */
void cnd_markdown_parse(struct cnd_markdown *md, struct cnd_str part);

/* Tells how many images were not read, and ends the document. */
struct cnd_document *cnd_markdown_finish(
	struct cnd_markdown *md, struct cnd_error *err);

/* Whether what one place says may change what another holds. */
bool cnd_markdown_is_tied(struct cnd_str source);

/* The offset of text that lies inside the source, or CND_NONE. */
uint32_t cnd_markdown_offset(
	const struct cnd_markdown *md, struct cnd_str text);

/* The index in md->lists of the innermost list; deep ones share the last. */
size_t cnd_markdown_list_index(const struct cnd_markdown *md);

/* Flags of any block that begins here. */
unsigned cnd_markdown_flags(const struct cnd_markdown *md);

/*
 * Begins a paragraph, or the item whose first paragraph it is; text is the
 * offset of its first text, or CND_NONE while that is not known.
 */
void cnd_markdown_paragraph(struct cnd_markdown *md, uint32_t text);

/* Ends the block begun, if any. */
void cnd_markdown_end(struct cnd_markdown *md);

/* Running text; footnote marks are left out, footnotes begin a block. */
void cnd_markdown_text(struct cnd_markdown *md, struct cnd_str text);

/* A line's end: one blank where it only wraps, '\n' where it is meant. */
void cnd_markdown_break(struct cnd_markdown *md, bool is_hard);

/* A character reference, "&ndash;". */
void cnd_markdown_entity(struct cnd_markdown *md, struct cnd_str text);

/* A tag or comment in running text: only breaks and directives matter. */
void cnd_markdown_tag(struct cnd_markdown *md, struct cnd_str tag);

/* Text taken as it is: code. */
void cnd_markdown_code(struct cnd_markdown *md, struct cnd_str text);

#endif
