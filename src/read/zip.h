/*
 * ZIP files in memory, by minizip: entries listed, unpacked, and written.
 * Limits and names are the caller's to judge.
 */
#ifndef CND_READ_ZIP_H
#define CND_READ_ZIP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

#include <stdint.h>

struct cnd_zip;

struct cnd_zip_entry {
	struct cnd_str name;
	struct cnd_str alias; /* the name some readers take instead, or none */
	bool is_encrypted;
	uint64_t packed; /* bytes, as is said */
	uint64_t size; /* bytes when unpacked, as is said */
};

/* How unpacking an entry ended. */
enum cnd_zip_result {
	CND_ZIP_DONE,
	CND_ZIP_TOO_LARGE, /* over the bound; out holds the part up to it */
	CND_ZIP_DAMAGED, /* not where it should be, or a wrong checksum */
	CND_ZIP_UNKNOWN, /* packed in a way that is not known */
};

/*
 * Reads the directory, of up to most entries.  NULL and err, whose message
 * says what is wrong; bytes are borrowed, and all ends with the arena.
 */
struct cnd_zip *cnd_zip_open(struct cnd_arena *arena, struct cnd_str bytes,
	size_t most, struct cnd_error *err);

/* Number of entries, and one of them; valid as long as the arena. */
size_t cnd_zip_count(const struct cnd_zip *zip);
const struct cnd_zip_entry *cnd_zip_entry(
	const struct cnd_zip *zip, size_t index);

/* Appends an entry's content, up to most bytes and counted as they come. */
enum cnd_zip_result cnd_zip_unpack(
	struct cnd_zip *zip, size_t index, size_t most, struct cnd_buf *out);

struct cnd_zip_writer;

/* A ZIP file that is appended to out (borrowed); free it by finishing. */
struct cnd_zip_writer *cnd_zip_writer_new(struct cnd_buf *out);

/* Adds an entry as it is packed in zip, with its dates and attributes. */
bool cnd_zip_copy(
	struct cnd_zip_writer *writer, struct cnd_zip *zip, size_t index);

/* The same with other content, dated in seconds since 1970, UTC. */
bool cnd_zip_replace(struct cnd_zip_writer *writer, const struct cnd_zip *zip,
	size_t index, struct cnd_str content, int64_t time);

/* Adds an entry of this name, content and date. */
bool cnd_zip_put(struct cnd_zip_writer *writer, struct cnd_str name,
	struct cnd_str content, int64_t time);

/* Writes the directory and frees the writer; false when any of it failed. */
bool cnd_zip_writer_finish(struct cnd_zip_writer *writer);

#endif
