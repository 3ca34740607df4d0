/*
 * The ZIP format: a directory of entries read from bytes, and written.
 * Sizes and places are checked against the bytes there are; limits and
 * names are the caller's to judge.
 */
#ifndef CND_READ_ZIP_H
#define CND_READ_ZIP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

#include <stdint.h>

/* As the directory has it.  All text is part of the bytes read. */
struct cnd_zip_entry {
	struct cnd_str name;
	struct cnd_str alias; /* the name some readers take instead, or none */
	struct cnd_str comment;
	uint16_t made_by;
	uint16_t flags;
	uint16_t method;
	uint16_t time; /* as DOS had it */
	uint16_t date;
	uint32_t checksum;
	uint64_t packed; /* bytes */
	uint64_t size; /* bytes when inflated, as is said */
	uint64_t offset; /* of its local header */
	uint16_t inner_attributes;
	uint32_t outer_attributes;
};

enum {
	CND_ZIP_STORED = 0,
	CND_ZIP_DEFLATED = 8,
	/* Flags. */
	CND_ZIP_ENCRYPTED = 1,
	CND_ZIP_STREAMED = 8, /* sizes stand behind the content */
	CND_ZIP_UTF8 = 1 << 11,
};

struct cnd_zip {
	struct cnd_str bytes;
	struct cnd_zip_entry *entries; /* in the arena */
	size_t count;
};

/*
 * Reads the directory, of up to most entries.  False and err, whose message
 * says what is wrong with the bytes; they are borrowed.
 */
bool cnd_zip_read(struct cnd_arena *arena, struct cnd_str bytes, size_t most,
	struct cnd_zip *zip, struct cnd_error *err);

/* The packed content of an entry; false when it is not where it is said. */
bool cnd_zip_content(const struct cnd_zip *zip,
	const struct cnd_zip_entry *entry, struct cnd_str *packed);

/* A package being written; zero but for out is a valid start. */
struct cnd_zip_writer {
	struct cnd_buf *out;
	struct cnd_buf directory;
	size_t count;
};

/* Appends an entry with its packed content, which entry describes. */
void cnd_zip_put(struct cnd_zip_writer *writer,
	const struct cnd_zip_entry *entry, struct cnd_str packed);

/* Writes the directory, and disposes of what is not out. */
void cnd_zip_finish(struct cnd_zip_writer *writer);

/* Date and time of an entry, in UTC, of seconds since 1970. */
void cnd_zip_date(struct cnd_zip_entry *entry, int64_t seconds);

#endif
