/*
 * ZIP, as far as documents use it: one disk, no encryption.  Invariant: no
 * byte is read that `field` or `cut` did not find inside the bytes.
 */
#include "read/zip.h"

#include <assert.h>
#include <string.h>

enum {
	LOCAL = 0x04034b50,
	LOCAL_SIZE = 30,
	ENTRY = 0x02014b50,
	ENTRY_SIZE = 46,
	END = 0x06054b50,
	END_SIZE = 22,
	LOCATOR = 0x07064b50, /* of the directory's end in 64 bits */
	LOCATOR_SIZE = 20,
	END64 = 0x06064b50,
	END64_SIZE = 56,
	EXTRA64 = 1, /* the extra field with sizes in 64 bits */
	EXTRA_PATH = 0x7075, /* a name in UTF-8, behind five bytes */
	VERSION = 20,
};

/* What stands where a number is in a field of 64 bits instead. */
#define ELSEWHERE 0xffffffffu

/* A number of so many bytes, the lowest first; 0 past the end. */
static uint64_t
field(struct cnd_str bytes, size_t at, size_t size)
{
	struct cnd_str part = cnd_str_slice(bytes, at, at + size);
	uint64_t value = 0;

	for (size_t i = part.len; i > 0; i--)
		value = value << 8 | (unsigned char)part.data[i - 1];
	return value;
}

/* The bytes [at, at + size), or false when they are not all there. */
static bool
cut(struct cnd_str bytes, uint64_t at, uint64_t size, struct cnd_str *part)
{
	if (at > bytes.len || size > bytes.len - at)
		return false;
	*part = cnd_str_slice(bytes, (size_t)at, (size_t)(at + size));
	return true;
}

static bool
is_record(struct cnd_str bytes, uint32_t magic)
{
	return bytes.len >= 4 && field(bytes, 0, 4) == magic;
}

/* The record that ends the file, a comment of up to 64 KiB behind it. */
static bool
find_end(struct cnd_str bytes, size_t *at, struct cnd_str *end)
{
	size_t lowest = 0;

	if (bytes.len < END_SIZE)
		return false;
	if (bytes.len > END_SIZE + UINT16_MAX)
		lowest = bytes.len - END_SIZE - UINT16_MAX;
	for (size_t i = bytes.len - END_SIZE + 1; i > lowest; i--) {
		*at = i - 1;
		*end = cnd_str_slice(bytes, *at, *at + END_SIZE);
		if (is_record(*end, END) &&
			field(*end, 20, 2) <= bytes.len - *at - END_SIZE)
			return true;
	}
	return false;
}

/* Where the directory is. */
struct directory {
	uint64_t count;
	uint64_t offset;
	uint64_t size;
};

static bool
read_end64(struct cnd_str bytes, size_t end, struct directory *directory)
{
	struct cnd_str record;

	if (end < LOCATOR_SIZE ||
		!cut(bytes, end - LOCATOR_SIZE, LOCATOR_SIZE, &record) ||
		!is_record(record, LOCATOR) ||
		!cut(bytes, field(record, 8, 8), END64_SIZE, &record) ||
		!is_record(record, END64))
		return false;
	directory->count = field(record, 32, 8);
	directory->size = field(record, 40, 8);
	directory->offset = field(record, 48, 8);
	return true;
}

static bool
find_directory(struct cnd_str bytes, uint64_t *count, struct cnd_str *entries)
{
	struct directory directory;
	struct cnd_str end;
	size_t at;

	if (!find_end(bytes, &at, &end))
		return false;
	directory.count = field(end, 10, 2);
	directory.size = field(end, 12, 4);
	directory.offset = field(end, 16, 4);
	if ((directory.count == UINT16_MAX || directory.size == ELSEWHERE ||
		    directory.offset == ELSEWHERE) &&
		!read_end64(bytes, at, &directory))
		return false;
	*count = directory.count;
	return cut(cnd_str_slice(bytes, 0, at), directory.offset,
		directory.size, entries);
}

/* Takes the next eight bytes where *value is elsewhere. */
static bool
take64(struct cnd_str *extra, uint64_t *value)
{
	if (*value != ELSEWHERE)
		return true;
	if (extra->len < 8)
		return false;
	*value = field(*extra, 0, 8);
	*extra = cnd_str_slice(*extra, 8, extra->len);
	return true;
}

static bool
read_extra(struct cnd_str extra, struct cnd_zip_entry *entry)
{
	while (extra.len >= 4) {
		struct cnd_str body;

		if (!cut(extra, 4, field(extra, 2, 2), &body))
			return true; /* padding, of which there is all sorts */
		if (field(extra, 0, 2) == EXTRA_PATH)
			entry->alias = cnd_str_slice(body, 5, body.len);
		if (field(extra, 0, 2) == EXTRA64 &&
			!(take64(&body, &entry->size) &&
				take64(&body, &entry->packed) &&
				take64(&body, &entry->offset)))
			return false;
		extra = cnd_str_slice(
			extra, 4 + (size_t)field(extra, 2, 2), extra.len);
	}
	return true;
}

/* Cuts one entry off the directory. */
static bool
read_entry(struct cnd_str *directory, struct cnd_zip_entry *entry)
{
	struct cnd_str from;
	struct cnd_str extra;
	size_t at = ENTRY_SIZE;

	if (!cut(*directory, 0, ENTRY_SIZE, &from) || !is_record(from, ENTRY))
		return false;
	*entry = (struct cnd_zip_entry){
		.made_by = (uint16_t)field(from, 4, 2),
		.flags = (uint16_t)field(from, 8, 2),
		.method = (uint16_t)field(from, 10, 2),
		.time = (uint16_t)field(from, 12, 2),
		.date = (uint16_t)field(from, 14, 2),
		.checksum = (uint32_t)field(from, 16, 4),
		.packed = field(from, 20, 4),
		.size = field(from, 24, 4),
		.inner_attributes = (uint16_t)field(from, 36, 2),
		.outer_attributes = (uint32_t)field(from, 38, 4),
		.offset = field(from, 42, 4),
	};
	if (!cut(*directory, at, field(from, 28, 2), &entry->name))
		return false;
	at += entry->name.len;
	if (!cut(*directory, at, field(from, 30, 2), &extra))
		return false;
	at += extra.len;
	if (!cut(*directory, at, field(from, 32, 2), &entry->comment))
		return false;
	at += entry->comment.len;
	*directory = cnd_str_slice(*directory, at, directory->len);
	return read_extra(extra, entry);
}

bool
cnd_zip_read(struct cnd_arena *arena, struct cnd_str bytes, size_t most,
	struct cnd_zip *zip, struct cnd_error *err)
{
	struct cnd_str directory;
	uint64_t count;

	if (!find_directory(bytes, &count, &directory))
		return cnd_fail(err, CND_ERR_INPUT,
			"not a ZIP file, or one that is cut short");
	if (count > most)
		return cnd_fail(err, CND_ERR_LIMIT,
			"the package has more than %zu entries", most);
	if (count > directory.len / ENTRY_SIZE)
		return cnd_fail(err, CND_ERR_INPUT,
			"its directory of entries is damaged");
	*zip = (struct cnd_zip){ .bytes = bytes };
	zip->entries = cnd_arena_array(
		arena, (size_t)count + 1, sizeof(*zip->entries));
	for (; zip->count < count; zip->count++)
		if (!read_entry(&directory, &zip->entries[zip->count]))
			return cnd_fail(err, CND_ERR_INPUT,
				"its directory of entries is damaged");
	return true;
}

bool
cnd_zip_content(const struct cnd_zip *zip, const struct cnd_zip_entry *entry,
	struct cnd_str *packed)
{
	struct cnd_str local;
	struct cnd_str name;
	uint64_t behind;

	if (!cut(zip->bytes, entry->offset, LOCAL_SIZE, &local) ||
		!is_record(local, LOCAL))
		return false;
	behind = entry->offset + LOCAL_SIZE;
	/* Two names would be two documents, by who reads it. */
	if (!cut(zip->bytes, behind, field(local, 26, 2), &name) ||
		!cnd_str_equal(name, entry->name))
		return false;
	behind += name.len + field(local, 28, 2);
	return cut(zip->bytes, behind, entry->packed, packed);
}

static void
put(struct cnd_buf *out, uint64_t value, int size)
{
	for (int i = 0; i < size; i++, value >>= 8)
		cnd_buf_putc(out, (char)(value & 0xff));
}

/* What local header and directory have in common. */
static void
put_common(struct cnd_buf *out, const struct cnd_zip_entry *entry)
{
	put(out, VERSION, 2);
	/* The sizes are told where they belong. */
	put(out, entry->flags & ~(unsigned)CND_ZIP_STREAMED, 2);
	put(out, entry->method, 2);
	put(out, entry->time, 2);
	put(out, entry->date, 2);
	put(out, entry->checksum, 4);
	put(out, entry->packed, 4);
	put(out, entry->size, 4);
	put(out, entry->name.len, 2);
	put(out, 0, 2);
}

void
cnd_zip_put(struct cnd_zip_writer *writer, const struct cnd_zip_entry *entry,
	struct cnd_str packed)
{
	struct cnd_buf *directory = &writer->directory;
	size_t offset = writer->out->len;

	assert(entry->packed == packed.len && offset < ELSEWHERE);
	put(writer->out, LOCAL, 4);
	put_common(writer->out, entry);
	cnd_buf_put(writer->out, entry->name);
	cnd_buf_put(writer->out, packed);
	put(directory, ENTRY, 4);
	put(directory, entry->made_by, 2);
	put_common(directory, entry);
	put(directory, entry->comment.len, 2);
	put(directory, 0, 2); /* the disk */
	put(directory, entry->inner_attributes, 2);
	put(directory, entry->outer_attributes, 4);
	put(directory, offset, 4);
	cnd_buf_put(directory, entry->name);
	cnd_buf_put(directory, entry->comment);
	writer->count++;
}

void
cnd_zip_finish(struct cnd_zip_writer *writer)
{
	size_t offset = writer->out->len;

	cnd_buf_put(writer->out, cnd_buf_str(&writer->directory));
	put(writer->out, END, 4);
	put(writer->out, 0, 4);
	put(writer->out, writer->count, 2);
	put(writer->out, writer->count, 2);
	put(writer->out, writer->directory.len, 4);
	put(writer->out, offset, 4);
	put(writer->out, 0, 2);
	cnd_buf_dispose(&writer->directory);
}

/* Days since 1 March of year 0 of the common calendar, taken apart. */
static void
split_days(uint32_t days, unsigned *year, unsigned *month, unsigned *day)
{
	uint32_t era = days / 146097;
	uint32_t of_era = days % 146097;
	uint32_t of_year;
	uint32_t years =
		(of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
		365;
	uint32_t months;

	of_year = of_era - (365 * years + years / 4 - years / 100);
	months = (5 * of_year + 2) / 153;
	*day = of_year - (153 * months + 2) / 5 + 1;
	*month = months < 10 ? months + 3 : months - 9;
	*year = years + era * 400 + (*month <= 2);
}

void
cnd_zip_date(struct cnd_zip_entry *entry, int64_t seconds)
{
	enum { FIRST_YEAR = 1980, LAST_YEAR = 2107 };
	const int64_t day_seconds = 86400;
	unsigned year = 0;
	unsigned month = 1;
	unsigned day = 1;

	if (seconds < 0)
		seconds = 0;
	if (seconds / day_seconds < 100000)
		split_days((uint32_t)(seconds / day_seconds) + 719468, &year,
			&month, &day);
	seconds %= day_seconds;
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		year = FIRST_YEAR;
		month = day = 1;
		seconds = 0;
	}
	entry->date = (uint16_t)((year - FIRST_YEAR) << 9 | month << 5 | day);
	entry->time = (uint16_t)((seconds / 3600) << 11 |
		(seconds / 60 % 60) << 5 | seconds % 60 / 2);
}
