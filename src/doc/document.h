/*
 * One report as candour reads it, the same whatever file it came from:
 * a text, and blocks, sections, tables and sentences that are byte spans
 * of it.  Built once by a reader (doc/builder.h), then never changed,
 * except for the roles that review/ gives to sections.
 */
#ifndef CND_DOC_DOCUMENT_H
#define CND_DOC_DOCUMENT_H

#include "base/arena.h"
#include "base/recall.h"
#include "doc/role.h"
#include "text/position.h"

/* "No such block, section, table": indexes count from 0. */
#define CND_NONE UINT32_MAX

/* Bytes [from, to) of the document's text. */
struct cnd_span {
	uint32_t from;
	uint32_t to;
};

enum cnd_block_kind {
	CND_BLOCK_HEADING,
	CND_BLOCK_PARAGRAPH,
	CND_BLOCK_ITEM, /* of a list, with a bullet or a number */
	CND_BLOCK_CELL, /* of a table */
	CND_BLOCK_CAPTION,
	CND_BLOCK_NOTE, /* a footnote or endnote */
	CND_BLOCK_CODE,
	CND_BLOCK_FRONT, /* front matter: not prose */
	CND_BLOCK_FURNITURE, /* page numbers, running heads, contents lists */
	CND_BLOCK_KINDS
};

enum cnd_block_flag {
	CND_BLOCK_QUOTED = 1, /* stands in a block quotation */
	CND_BLOCK_HEADER = 2, /* a cell of a table's header row */
	CND_BLOCK_EMPHASIS = 4, /* all of it is bold: a heading in disguise */
	CND_BLOCK_INSERTED = 8, /* holds a tracked insertion */
	CND_BLOCK_DELETED = 16, /* lost text to a tracked deletion */
	CND_BLOCK_RAW = 32, /* raw HTML: not prose */
};

/*
 * A paragraph, heading, item, cell …: the unit that patterns are matched
 * on.  Its text holds no markup; a line break that only wraps is one
 * space, a forced one is '\n'.
 */
struct cnd_block {
	enum cnd_block_kind kind;
	unsigned flags; /* of enum cnd_block_flag */
	struct cnd_span span;
	struct cnd_str label; /* visible number, "4.12", "(b)", "R3"; not in
	                           the text; empty for none or a bullet */
	uint32_t label_source; /* byte offset of the label in the file, or
	                           CND_NONE */
	uint32_t level; /* of a heading 1-9; of an item's list 1-; else 0 */
	uint32_t section; /* the section it stands in, or CND_NONE */
	uint32_t lead_in; /* block that opens the list this item is of:
	                           "The Board should:"; or CND_NONE */
	uint32_t parent_item; /* item whose nested list this is in */
	uint32_t table; /* of a cell, or CND_NONE */
	uint32_t row; /* of a cell, from 0 */
	uint32_t column; /* of a cell, from 0, merged cells counted */
	uint32_t page; /* from 1; 0: not known */
	uint32_t first_sentence;
	uint32_t sentence_count;
};

/* A heading and what follows it, up to the next of its level or above. */
struct cnd_section {
	uint32_t heading; /* block; CND_NONE for what precedes them all */
	uint32_t level; /* 0 for what precedes them all */
	uint32_t parent; /* section or CND_NONE */
	uint32_t first_block; /* its heading, or its first block */
	uint32_t end_block; /* one past its last, subsections included */
	enum cnd_role role; /* own or inherited; given by review/ */
	bool has_own_role; /* its own heading said so */
	bool tells_the_case; /* and not how the review came about */
	bool is_in_the_case; /* it tells it, or one before it did */
};

struct cnd_table {
	uint32_t first_block; /* its first cell */
	uint32_t end_block;
	uint32_t rows; /* header row included */
	uint32_t columns;
	bool has_header; /* row 0 names the columns */
	uint32_t section;
};

struct cnd_sentence {
	struct cnd_span span;
	uint32_t block;
};

/*
 * Text [text, text + text_len) came from bytes [source, source +
 * source_len) of the file (of its part `part` in a package).  Equal
 * lengths map byte for byte; others are atomic (an entity, a joined
 * hyphen).
 */
struct cnd_segment {
	uint32_t text;
	uint32_t text_len;
	uint32_t source;
	uint32_t source_len;
	uint32_t part;
};

/* Something in the file that was not read: "3 images". */
struct cnd_not_read {
	struct cnd_str what;
	uint32_t line; /* 0: none */
};

/* What a reader saw that is wrong with the file itself, as a finding:
 * invalid bytes, tracked changes, hidden text. */
struct cnd_state {
	const char *rule; /* id: "publication/tracked-changes" */
	struct cnd_span span;
	struct cnd_str message;
};

/* A comment that speaks to candour: "candour: ignore …" (lint/suppress). */
struct cnd_directive {
	struct cnd_str text; /* what stands inside the comment */
	uint32_t block; /* the block it precedes or stands in */
	uint32_t source; /* byte offset in the file */
	uint32_t line;
};

/*
 * A block before which a reader keeps nothing in mind: reading may begin
 * again here.  How much of everything precedes it.
 */
struct cnd_restart {
	uint32_t source; /* byte of the file, the first of a line */
	uint32_t text;
	uint32_t blocks;
	uint32_t segments;
	uint32_t strong;
	uint32_t slanted;
	uint32_t code;
	uint32_t tables;
	uint32_t images; /* not read */
};

enum cnd_places {
	CND_PLACES_LINES, /* a text file: lines and columns */
	CND_PLACES_PARAGRAPHS /* Word, ODF: paragraph ordinals */
};

struct cnd_document {
	struct cnd_arena *arena; /* owns all below, and is owned by this */
	struct cnd_str name; /* as given by the caller; for output */
	const char *format; /* reader's name: "markdown" */
	enum cnd_places places;
	struct cnd_str source; /* the file's bytes (borrowed) */
	struct cnd_lines lines; /* of source; for CND_PLACES_LINES */
	struct cnd_census census; /* of text */
	struct cnd_str text;
	struct cnd_recall *recall; /* of such texts; borrowed, or NULL */
	struct cnd_recalled **known; /* in it, each sentence; or NULL */

	struct cnd_block *blocks;
	size_t block_count;
	struct cnd_section *sections;
	size_t section_count;
	struct cnd_table *tables;
	size_t table_count;
	struct cnd_sentence *sentences; /* of prose blocks, in order */
	size_t sentence_count;
	struct cnd_span *quotations; /* quoted speech in running text */
	size_t quotation_count;
	struct cnd_span *strong; /* bold text, in order, where told */
	size_t strong_count;
	struct cnd_span *slanted; /* italic text, likewise */
	size_t slanted_count;
	struct cnd_span *code; /* code in running text, likewise */
	size_t code_count;
	struct cnd_segment *segments; /* ordered by text */
	size_t segment_count;
	struct cnd_not_read *not_read;
	size_t not_read_count;
	struct cnd_state *states;
	size_t state_count;
	struct cnd_directive *directives;
	size_t directive_count;
	/* In order, and one more behind them for the end; where a reader
	 * tells none, none. */
	struct cnd_restart *restarts;
	size_t restart_count;
};

/* Frees the document and all that hangs from it; NULL is accepted. */
void cnd_document_free(struct cnd_document *doc);

/*
 * Bytes of the file itself as a span: offsets past the text's end are of
 * the source, for what is said of a text file's markup.  All functions
 * below take such spans; what they tell of a block is of the nearest one
 * that follows.
 */
struct cnd_span cnd_document_raw(
	const struct cnd_document *doc, struct cnd_span source);

/* The offset in the text where a raw one is told of; others are as given. */
uint32_t cnd_document_in_text(const struct cnd_document *doc, uint32_t at);

/* Text of a span (clamped), of a block. */
struct cnd_str cnd_document_text(
	const struct cnd_document *doc, struct cnd_span span);
struct cnd_str cnd_block_text(
	const struct cnd_document *doc, const struct cnd_block *block);

/* The block, sentence or segment that holds a text offset; CND_NONE. */
uint32_t cnd_document_block_at(const struct cnd_document *doc, uint32_t at);
uint32_t cnd_document_sentence_at(const struct cnd_document *doc, uint32_t at);

/* Prose that rules read: not code, front matter, raw HTML or furniture. */
bool cnd_block_is_prose(const struct cnd_block *block);

/* In a block quotation, or inside quoted speech of four words or more. */
bool cnd_document_is_quoted(
	const struct cnd_document *doc, struct cnd_span span);

/* The same of a span whose block is known; NULL for none. */
bool cnd_block_is_quoted(const struct cnd_document *doc,
	const struct cnd_block *block, struct cnd_span span);

/* The role of the section a block stands in. */
enum cnd_role cnd_block_role(
	const struct cnd_document *doc, const struct cnd_block *block);

/* The words of a section's heading; empty for the part before any. */
struct cnd_str cnd_section_title(
	const struct cnd_document *doc, uint32_t section);

/*
 * The text offset that stands for a byte offset of the source (of part 0):
 * the first mapped place at or after it; the text's length past the end.
 */
uint32_t cnd_document_text_offset(
	const struct cnd_document *doc, uint32_t source);

/*
 * The bytes of the file, in which part of it, that a span's text came
 * from, as far as they stand in the part of its first character.  False
 * when the span is empty or its text stands nowhere.
 */
struct cnd_source_span {
	uint32_t part;
	uint32_t from;
	uint32_t to;
};
bool cnd_document_source(const struct cnd_document *doc, struct cnd_span span,
	struct cnd_source_span *source);

/* Where a span stands in the file, for output. */
struct cnd_place {
	uint32_t offset; /* bytes of the file; 0 in packages */
	uint32_t length;
	uint32_t line; /* from 1: line, or paragraph's ordinal */
	uint32_t column; /* from 1, in `unit` */
	uint32_t end_line;
	uint32_t end_column; /* exclusive */
	struct cnd_str label; /* of the block, or of the nearest numbered
	                           paragraph before it in its section */
	struct cnd_str section; /* its heading's words */
	uint32_t page; /* 0: not known */
};

struct cnd_place cnd_document_place(const struct cnd_document *doc,
	struct cnd_span span, enum cnd_unit unit);

#endif
