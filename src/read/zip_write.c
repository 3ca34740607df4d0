/*
 * ZIP files, each entry written once and whole: its header, its bytes, and
 * a line of the directory, which comes last.  Packed by zlib itself:
 * minizip's writer does not look whether it got memory.
 */
#define ZLIB_CONST /* what is packed is only read */
#include "read/zip_write.h"

#include "base/oom.h"

#include <stdlib.h>
#include <time.h>
#include <zlib.h>

enum {
	FLAG_UTF8 = 1 << 11,
	VERSION = 20, /* of the format: what is packed by deflating */
	MOST_ENTRIES = UINT16_MAX,
};

#define MARK_ENTRY 0x04034b50u
#define MARK_DIRECTORY 0x02014b50u
#define MARK_END 0x06054b50u

struct cnd_zip_writer {
	struct cnd_buf *out;
	size_t start; /* where in out the file begins */
	struct cnd_buf directory;
	size_t count;
	bool is_broken; /* something failed: finishing says it */
};

struct cnd_zip_writer *
cnd_zip_writer_new(struct cnd_buf *out)
{
	struct cnd_zip_writer *writer = cnd_xcalloc(1, sizeof(*writer));

	writer->out = out;
	writer->start = out->len;
	return writer;
}

/* An entry ready to be written; bytes are packed. */
struct entry {
	struct cnd_str name;
	struct cnd_zip_header header;
	struct cnd_str bytes;
	uint64_t size;
};

/* The lowest byte first. */
static void
put(struct cnd_buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++, value >>= 8)
		cnd_buf_putc(out, (char)(value & 0xff));
}

/* What stands before an entry and in the directory alike. */
static void
put_header(struct cnd_buf *out, const struct entry *entry)
{
	put(out, VERSION, 2);
	put(out, entry->header.flags, 2);
	put(out, entry->header.method, 2);
	put(out, entry->header.date, 4);
	put(out, entry->header.checksum, 4);
	put(out, (uint32_t)entry->bytes.len, 4);
	put(out, (uint32_t)entry->size, 4);
	put(out, (uint32_t)entry->name.len, 2);
	put(out, 0, 2); /* no further fields */
}

static void
put_line(struct cnd_buf *out, const struct entry *entry, uint32_t offset)
{
	put(out, MARK_DIRECTORY, 4);
	put(out, entry->header.made_by, 2);
	put_header(out, entry);
	put(out, (uint32_t)entry->header.comment.len, 2);
	put(out, 0, 2); /* the first disk */
	put(out, entry->header.internal, 2);
	put(out, entry->header.external, 4);
	put(out, offset, 4);
	cnd_buf_put(out, entry->name);
	cnd_buf_put(out, entry->header.comment);
}

/* Whether the format's fields have room for it. */
static bool
fits(const struct cnd_zip_writer *writer, const struct entry *entry)
{
	return writer->count < MOST_ENTRIES && entry->name.len <= UINT16_MAX &&
		entry->header.comment.len <= UINT16_MAX &&
		entry->size <= UINT32_MAX && entry->bytes.len <= UINT32_MAX &&
		writer->out->len - writer->start <= UINT32_MAX;
}

static bool
put_entry(struct cnd_zip_writer *writer, const struct entry *entry)
{
	if (writer->is_broken || !fits(writer, entry)) {
		writer->is_broken = true;
		return false;
	}
	put_line(&writer->directory, entry,
		(uint32_t)(writer->out->len - writer->start));
	put(writer->out, MARK_ENTRY, 4);
	put_header(writer->out, entry);
	cnd_buf_put(writer->out, entry->name);
	cnd_buf_put(writer->out, entry->bytes);
	writer->count++;
	return true;
}

bool
cnd_zip_copy(struct cnd_zip_writer *writer, struct cnd_zip *zip, size_t index)
{
	struct entry entry = {
		.name = cnd_zip_entry(zip, index)->name,
		.header = cnd_zip_header(zip, index),
		.size = cnd_zip_entry(zip, index)->size,
	};
	struct cnd_buf packed = { 0 };
	bool ok = cnd_zip_packed(zip, index, &packed);

	entry.header.flags &= FLAG_UTF8;
	entry.bytes = cnd_buf_str(&packed);
	if (ok)
		ok = put_entry(writer, &entry);
	else
		writer->is_broken = true;
	cnd_buf_dispose(&packed);
	return ok;
}

/* ZIP counts years from 1980, in seven bits, and seconds in twos. */
static uint32_t
date_of(int64_t seconds)
{
	time_t time = (time_t)seconds;
	struct tm date;

	if (gmtime_r(&time, &date) == NULL || date.tm_year < 80 ||
		date.tm_year > 80 + 127)
		return 1u << 21 | 1u << 16;
	return (uint32_t)(date.tm_year - 80) << 25 |
		(uint32_t)(date.tm_mon + 1) << 21 |
		(uint32_t)date.tm_mday << 16 | (uint32_t)date.tm_hour << 11 |
		(uint32_t)date.tm_min << 5 | (uint32_t)date.tm_sec / 2;
}

/* Appends content packed; what can fail is memory alone. */
static void
deflate_all(struct cnd_str content, struct cnd_buf *out)
{
	z_stream stream = { 0 };

	if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS,
		    MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY) != Z_OK)
		cnd_out_of_memory();
	cnd_buf_reserve(out, deflateBound(&stream, (uLong)content.len));
	stream.next_in = (const Bytef *)content.data;
	stream.avail_in = (uInt)content.len;
	stream.next_out = (Bytef *)out->data + out->len;
	stream.avail_out = (uInt)(out->capacity - out->len);
	(void)deflate(&stream, Z_FINISH);
	out->len = out->capacity - stream.avail_out;
	(void)deflateEnd(&stream);
}

/* Packs content behind its header. */
static bool
pack(struct cnd_zip_writer *writer, struct entry *entry, struct cnd_str content,
	int64_t time)
{
	struct cnd_buf packed = { 0 };
	bool ok;

	/* zlib counts in 32 bits, and buffers grow to twice what is asked. */
	if (content.len > 1u << 30) {
		writer->is_broken = true;
		return false;
	}
	deflate_all(content, &packed);
	entry->header.flags = FLAG_UTF8;
	entry->header.method = Z_DEFLATED;
	entry->header.date = date_of(time);
	entry->header.checksum = (uint32_t)crc32(
		0, (const Bytef *)content.data, (uInt)content.len);
	entry->bytes = cnd_buf_str(&packed);
	entry->size = content.len;
	ok = put_entry(writer, entry);
	cnd_buf_dispose(&packed);
	return ok;
}

bool
cnd_zip_replace(struct cnd_zip_writer *writer, const struct cnd_zip *zip,
	size_t index, struct cnd_str content, int64_t time)
{
	struct entry entry = {
		.name = cnd_zip_entry(zip, index)->name,
		.header = cnd_zip_header(zip, index),
	};

	return pack(writer, &entry, content, time);
}

bool
cnd_zip_put(struct cnd_zip_writer *writer, struct cnd_str name,
	struct cnd_str content, int64_t time)
{
	struct entry entry = {
		.name = name,
		.header = { .made_by = VERSION },
	};

	return pack(writer, &entry, content, time);
}

/* The directory, and where it is. */
static void
put_directory(struct cnd_zip_writer *writer)
{
	uint32_t offset = (uint32_t)(writer->out->len - writer->start);

	cnd_buf_put(writer->out, cnd_buf_str(&writer->directory));
	put(writer->out, MARK_END, 4);
	put(writer->out, 0, 2 + 2); /* the first disk, of one */
	put(writer->out, (uint32_t)writer->count, 2);
	put(writer->out, (uint32_t)writer->count, 2);
	put(writer->out, (uint32_t)writer->directory.len, 4);
	put(writer->out, offset, 4);
	put(writer->out, 0, 2); /* no comment */
}

bool
cnd_zip_writer_finish(struct cnd_zip_writer *writer)
{
	size_t size = writer->out->len - writer->start;
	bool ok = !writer->is_broken && size <= UINT32_MAX &&
		writer->directory.len <= UINT32_MAX;

	if (ok)
		put_directory(writer);
	cnd_buf_dispose(&writer->directory);
	free(writer);
	return ok;
}
