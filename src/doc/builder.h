/*
 * How a reader builds a document: blocks in reading order, each with runs
 * of text and the bytes they came from.  Sections, sentences, quotations
 * and lead-ins are worked out by cnd_builder_finish, the same for every
 * format.
 */
#ifndef CND_DOC_BUILDER_H
#define CND_DOC_BUILDER_H

#include "base/buf.h"
#include "base/error.h"
#include "doc/document.h"

struct cnd_builder;

/*
 * A builder for a file of that name, format and content.  source is
 * borrowed and must outlive the document.
 */
struct cnd_builder *cnd_builder_new(struct cnd_str name, const char *format,
	struct cnd_str source, enum cnd_places places);

/* Gives up: frees the builder and what it built.  NULL is accepted. */
void cnd_builder_free(struct cnd_builder *builder);

/*
 * Opens a block; blocks do not nest (a list item's second paragraph is a
 * block of its own).  The pointer is valid until the next call that opens
 * one: the reader sets level, table, row, column, page, flags.
 */
struct cnd_block *cnd_builder_open(
	struct cnd_builder *builder, enum cnd_block_kind kind);

/*
 * Appends text that stands at source_len bytes from source in the file's
 * part.  Equal lengths map byte for byte, others as one atom; source
 * CND_NONE marks text that stands nowhere (a joining space).
 */
void cnd_builder_text(struct cnd_builder *builder, struct cnd_str text,
	uint32_t source, uint32_t source_len, uint32_t part);

/* Text of the open block, or the one just closed, is bold; in order. */
void cnd_builder_strong(struct cnd_builder *builder, struct cnd_span span);

/* Likewise text in italics. */
void cnd_builder_slanted(struct cnd_builder *builder, struct cnd_span span);

/* Likewise code in running text. */
void cnd_builder_code(struct cnd_builder *builder, struct cnd_span span);

/* Bytes of text in the open block so far. */
size_t cnd_builder_length(const struct cnd_builder *builder);

/* The block's visible number, copied. */
void cnd_builder_label(
	struct cnd_builder *builder, struct cnd_str label, uint32_t source);

/* Closes the open block; one with neither text nor label is dropped, and
 * false returned. */
bool cnd_builder_close(struct cnd_builder *builder);

/* A new table; its cells are the CELL blocks opened with its index. */
uint32_t cnd_builder_table(struct cnd_builder *builder, bool has_header);

/* Things said about the file; strings are copied. */
void cnd_builder_not_read(
	struct cnd_builder *builder, struct cnd_str what, uint32_t line);
void cnd_builder_state(struct cnd_builder *builder, const char *rule,
	struct cnd_span span, struct cnd_str message);
void cnd_builder_directive(
	struct cnd_builder *builder, struct cnd_str text, uint32_t source);

/* What precedes the block opened next, but for `source` and `images`. */
struct cnd_restart cnd_builder_here(const struct cnd_builder *builder);

/* Tells that reading may begin again there; in order. */
void cnd_builder_restart(
	struct cnd_builder *builder, const struct cnd_restart *restart);

/* Ends the restarts, behind the last block. */
void cnd_builder_end_restarts(struct cnd_builder *builder, uint32_t images);

/*
 * Begins a document as an older reading of the same file began, up to one
 * of its restarts (its number); before any block is opened.
 */
void cnd_builder_resume(struct cnd_builder *builder,
	const struct cnd_document *old, size_t restart);

/*
 * Goes on as an older reading does from one of its restarts; behind the
 * last block that is opened.  here: where it is in the file now, and how
 * many images stand before it.
 */
void cnd_builder_go_on(struct cnd_builder *builder,
	const struct cnd_document *old, size_t restart,
	struct cnd_restart here);

/* A limit is passed: finishing will fail, and reading on is no use. */
bool cnd_builder_is_full(const struct cnd_builder *builder);

/* The arena of the document being built, for what must live with it. */
struct cnd_arena *cnd_builder_arena(struct cnd_builder *builder);

/*
 * Ends the builder and returns the document, the caller's to free.  NULL
 * and err when the text passes CND_LIMIT_TEXT_BYTES or CND_LIMIT_BLOCKS.
 */
struct cnd_document *cnd_builder_finish(
	struct cnd_builder *builder, struct cnd_error *err);

#endif
