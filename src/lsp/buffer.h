/*
 * A text that an editor has open: its content as last told, and what
 * candour makes of it.  Positions from the client are never trusted: all
 * are clamped, and no change is ever dropped.
 */
#ifndef CND_LSP_BUFFER_H
#define CND_LSP_BUFFER_H

#include "base/buf.h"
#include "base/json_read.h"
#include "lint/lint.h"
#include "lsp/own.h"
#include "read/read.h"

struct cnd_buffer {
	struct cnd_buffer *next;
	struct cnd_arena *arena; /* of uri and language */
	struct cnd_str uri; /* as received */
	struct cnd_str name; /* for the reader: ends as its format does */
	struct cnd_own own; /* of kind CND_OWN_NONE for reports */
	int64_t version;
	struct cnd_buf text;
	struct cnd_arena *lines_arena; /* of lines; NULL when they are stale */
	struct cnd_lines lines;
	struct cnd_document *doc; /* NULL when not linted since a change */
	bool is_apart; /* parts of doc can be read again by themselves */
	struct cnd_document *older; /* of the text before `change`, or NULL */
	struct cnd_text_change change;
	struct cnd_report *report;
	struct cnd_memory *memory; /* of the last lint; of the same rules */
	bool is_told; /* the client has the diagnostics of this text */
};

/* A new buffer; languageId or the address's ending decides the format. */
struct cnd_buffer *cnd_buffer_new(struct cnd_str uri, struct cnd_str language);
void cnd_buffer_free(struct cnd_buffer *buffer);

/* Replaces the whole text. */
void cnd_buffer_set(struct cnd_buffer *buffer, struct cnd_str text);

/* Makes one of didChange's contentChanges; columns are in `unit`. */
void cnd_buffer_change(struct cnd_buffer *buffer,
	const struct cnd_json_value *change, enum cnd_unit unit);

/* The text's lines as they are now; valid until the buffer changes. */
const struct cnd_lines *cnd_buffer_lines(struct cnd_buffer *buffer);

/* The byte offset of an LSP position, clamped. */
size_t cnd_buffer_offset(struct cnd_buffer *buffer,
	const struct cnd_json_value *position, enum cnd_unit unit);

/* Frees what can be made again of the text: it is not being worked on. */
void cnd_buffer_rest(struct cnd_buffer *buffer);

/* Forgets what was made of the text: rules or settings changed. */
void cnd_buffer_forget(struct cnd_buffer *buffer);

/*
 * The report on the text as it is now, made when needed; NULL when it
 * cannot be read (binary, too large).  Valid until the buffer changes.
 */
const struct cnd_report *cnd_buffer_report(struct cnd_buffer *buffer,
	const struct cnd_ruleset *set, const struct cnd_lint_options *options);

#endif
