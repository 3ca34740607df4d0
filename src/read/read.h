/*
 * From the bytes of a file to a document.  A reader is a record in one
 * table (read.c); add a format by adding a file and a row.
 */
#ifndef CND_READ_READ_H
#define CND_READ_READ_H

#include "base/error.h"
#include "doc/document.h"

struct cnd_reader {
	const char *name; /* "markdown" */
	const char *const *extensions; /* ".md", …, NULL */
	/* Takes any bytes (a ZIP package); others get UTF-8 text only. */
	bool is_package;
	/* Looks like its format, whatever the name says; may be NULL. */
	bool (*probe)(struct cnd_str source);
	/*
	 * Reads source, which outlives the document; NULL and err when it
	 * cannot be read at all.
	 */
	struct cnd_document *(*read)(struct cnd_str name, struct cnd_str source,
		struct cnd_error *err);
};

/* The reader for a file's name (by its ending), or NULL. */
const struct cnd_reader *cnd_reader_for(struct cnd_str name);

/* The reader of that name ("markdown"), or NULL. */
const struct cnd_reader *cnd_reader_named(struct cnd_str name);

/* All of them: a table ended by a row with name NULL. */
const struct cnd_reader *cnd_readers(void);

/*
 * Reads a file's bytes with the reader its name asks for; a name that asks
 * for none is probed, and plain text when no reader knows it.  Refuses
 * binary content and what passes CND_LIMIT_INPUT_BYTES with one clear
 * line.  Bytes that are not UTF-8 are read as U+FFFD and reported once, as
 * the state "document/encoding" at the first place.
 */
struct cnd_document *cnd_read(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);

/* The same for a file read as one with that ending, "md"; "" for its own. */
struct cnd_document *cnd_read_as(struct cnd_str name, struct cnd_str ending,
	struct cnd_str source, struct cnd_error *err);

/* One change of a file: bytes [from, old_to) became [from, to). */
struct cnd_text_change {
	size_t from;
	size_t old_to;
	size_t to;
};

/*
 * Whether parts of a file just read can be read again by themselves when
 * they change.  Of those that cnd_reread read it stays true.
 */
bool cnd_reread_can(const struct cnd_document *doc);

/*
 * Reads a file again after a change, by an older reading for which
 * cnd_reread_can was true, and whose source may be gone; the result is what
 * cnd_read would give.  NULL where the change reaches too far: then
 * cnd_read is to be called.
 */
struct cnd_document *cnd_reread(const struct cnd_document *old,
	const struct cnd_text_change *change, struct cnd_str source);

/* The readers of this folder, for the table. */
struct cnd_document *cnd_read_markdown(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);
struct cnd_document *cnd_read_text(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);

struct cnd_document *cnd_read_html(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);
struct cnd_document *cnd_read_docx(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);
struct cnd_document *cnd_read_odt(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err);

/* Whether source begins as HTML files do. */
bool cnd_probe_html(struct cnd_str source);

#endif
