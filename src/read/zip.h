/*
 * ZIP files in memory, read by minizip: entries listed and unpacked.
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

/* What a header says of an entry besides its name and sizes. */
struct cnd_zip_header {
	uint16_t made_by;
	uint16_t flags;
	uint16_t method;
	uint16_t internal; /* attributes */
	uint32_t external;
	uint32_t date; /* as DOS has it */
	uint32_t checksum; /* of the content, unpacked */
	struct cnd_str comment;
};

/* An entry's; its text is valid as long as the arena. */
struct cnd_zip_header cnd_zip_header(const struct cnd_zip *zip, size_t index);

/* Appends an entry's bytes as they are packed; false when damaged. */
bool cnd_zip_packed(struct cnd_zip *zip, size_t index, struct cnd_buf *out);

#endif
