/*
 * ZIP by minizip, which sees a file through functions of ours: one position
 * in bytes that are all there, or in a buffer that grows.
 */
#include "read/zip.h"

#include "base/oom.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	FLAG_ENCRYPTED = 1,
	FLAG_UTF8 = 1 << 11,
	EXTRA_PATH = 0x7075, /* a name in UTF-8, behind five bytes */
	CHUNK = 64 << 10,
};

/* Bytes being read, or a buffer being written. */
struct file {
	struct cnd_str bytes;
	struct cnd_buf *out; /* NULL when read */
	size_t start; /* where in out the file begins */
	uint64_t at; /* from the start */
};

static uint64_t
length_of(const struct file *file)
{
	return file->out == NULL ? file->bytes.len
				 : file->out->len - file->start;
}

static voidpf
open_file(voidpf opaque, const void *name, int mode)
{
	(void)name;
	(void)mode;
	return opaque;
}

static uLong
read_file(voidpf opaque, voidpf stream, void *to, uLong size)
{
	struct file *file = stream;
	uint64_t left = length_of(file) - file->at;

	(void)opaque;
	if (file->out != NULL)
		return 0;
	if (size > left)
		size = (uLong)left;
	if (size > 0)
		memcpy(to, file->bytes.data + file->at, size);
	file->at += size;
	return size;
}

/* minizip goes back to a header to write its sizes. */
static uLong
write_file(voidpf opaque, voidpf stream, const void *from, uLong size)
{
	struct file *file = stream;
	struct cnd_str bytes = { from, size };
	uint64_t over = length_of(file) - file->at;

	(void)opaque;
	if (over > size)
		over = size;
	if (over > 0)
		memcpy(file->out->data + file->start + file->at, from, over);
	cnd_buf_put(file->out, cnd_str_slice(bytes, over, size));
	file->at += size;
	return size;
}

static ZPOS64_T
tell_file(voidpf opaque, voidpf stream)
{
	const struct file *file = stream;

	(void)opaque;
	return file->at;
}

static long
seek_file(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
	struct file *file = stream;
	uint64_t from = 0;

	(void)opaque;
	if (origin == ZLIB_FILEFUNC_SEEK_CUR)
		from = file->at;
	else if (origin == ZLIB_FILEFUNC_SEEK_END)
		from = length_of(file);
	/* Going back is going forth by so much that it wraps. */
	from += offset;
	if (from > length_of(file))
		return -1;
	file->at = from;
	return 0;
}

static int
close_file(voidpf opaque, voidpf stream)
{
	(void)opaque;
	(void)stream;
	return 0;
}

static zlib_filefunc64_def
functions_for(struct file *file)
{
	return (zlib_filefunc64_def){ open_file, read_file, write_file,
		tell_file, seek_file, close_file, close_file, file };
}

/* An entry, and what minizip finds it and writes it again by. */
struct entry {
	struct cnd_zip_entry shown;
	unz64_file_pos place;
	unz_file_info64 info;
	const char *comment; /* NUL-ended */
};

struct cnd_zip {
	struct file file;
	unzFile handle;
	struct entry *entries;
	size_t count;
};

static void
close_zip(void *zip)
{
	unzClose(((struct cnd_zip *)zip)->handle);
}

static size_t
number_at(const char *bytes)
{
	return (size_t)(unsigned char)bytes[0] |
		(size_t)(unsigned char)bytes[1] << 8;
}

/* The name in UTF-8 among the extra fields, if there is one. */
static struct cnd_str
find_alias(struct cnd_str extra)
{
	while (extra.len >= 4) {
		size_t end = 4 + number_at(extra.data + 2);

		if (number_at(extra.data) == EXTRA_PATH)
			return cnd_str_slice(extra, 4 + 5, end);
		extra = cnd_str_slice(extra, end, extra.len);
	}
	return (struct cnd_str){ 0 };
}

/* Reads the entry that minizip stands on. */
static bool
read_entry(struct cnd_arena *arena, struct cnd_zip *zip, struct entry *entry)
{
	unz_file_info64 *info = &entry->info;
	char *name;
	char *extra;
	char *comment;

	if (unzGetFilePos64(zip->handle, &entry->place) != UNZ_OK ||
		unzGetCurrentFileInfo64(
			zip->handle, info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
		return false;
	name = cnd_arena_array(arena, info->size_filename + 1, 1);
	extra = cnd_arena_array(arena, info->size_file_extra + 1, 1);
	comment = cnd_arena_array(arena, info->size_file_comment + 1, 1);
	if (unzGetCurrentFileInfo64(zip->handle, info, name,
		    info->size_filename, extra, info->size_file_extra, comment,
		    info->size_file_comment) != UNZ_OK)
		return false;
	entry->comment = comment;
	entry->shown = (struct cnd_zip_entry){
		.name = { name, info->size_filename },
		.alias = find_alias(
			(struct cnd_str){ extra, info->size_file_extra }),
		.is_encrypted = (info->flag & FLAG_ENCRYPTED) != 0,
		.packed = info->compressed_size,
		.size = info->uncompressed_size,
	};
	return true;
}

static bool
read_directory(struct cnd_arena *arena, struct cnd_zip *zip, size_t count)
{
	zip->entries = cnd_arena_array(arena, count + 1, sizeof(*zip->entries));
	while (zip->count < count) {
		int result = zip->count == 0 ? unzGoToFirstFile(zip->handle)
					     : unzGoToNextFile(zip->handle);

		if (result != UNZ_OK ||
			!read_entry(arena, zip, &zip->entries[zip->count]))
			return false;
		zip->count++;
	}
	return true;
}

struct cnd_zip *
cnd_zip_open(struct cnd_arena *arena, struct cnd_str bytes, size_t most,
	struct cnd_error *err)
{
	struct cnd_zip *zip = cnd_arena_alloc(arena, sizeof(*zip));
	zlib_filefunc64_def functions = functions_for(&zip->file);
	unz_global_info64 about;

	zip->file.bytes = bytes;
	zip->handle = unzOpen2_64("", &functions);
	if (zip->handle == NULL ||
		unzGetGlobalInfo64(zip->handle, &about) != UNZ_OK) {
		cnd_fail(err, CND_ERR_INPUT,
			"not a ZIP file, or one that is cut short");
		return NULL;
	}
	cnd_arena_defer(arena, close_zip, zip);
	if (about.number_entry > most) {
		cnd_fail(err, CND_ERR_LIMIT,
			"the package has more than %zu entries", most);
		return NULL;
	}
	if (!read_directory(arena, zip, (size_t)about.number_entry)) {
		cnd_fail(err, CND_ERR_INPUT,
			"its directory of entries is damaged");
		return NULL;
	}
	return zip;
}

size_t
cnd_zip_count(const struct cnd_zip *zip)
{
	return zip->count;
}

const struct cnd_zip_entry *
cnd_zip_entry(const struct cnd_zip *zip, size_t index)
{
	return &zip->entries[index].shown;
}

/* Two names would be two documents, by who reads it; minizip compares the
 * lengths of the one in the directory and the one before the content. */
static bool
has_one_name(const struct cnd_zip *zip, const struct entry *entry)
{
	uint64_t content = unzGetCurrentFileZStreamPos64(zip->handle);
	int extra = unzGetLocalExtrafield(zip->handle, NULL, 0);
	size_t len = entry->shown.name.len;
	uint64_t at;

	if (extra < 0 || content > zip->file.bytes.len ||
		content < len + (uint64_t)extra)
		return false;
	at = content - (uint64_t)extra - len;
	return cnd_str_equal(entry->shown.name,
		cnd_str_slice(zip->file.bytes, at, at + len));
}

/* Opens an entry's content for reading, packed or not. */
static bool
open_entry(struct cnd_zip *zip, size_t index, bool is_packed, int *method)
{
	struct entry *entry = &zip->entries[index];
	int level;

	return unzGoToFilePos64(zip->handle, &entry->place) == UNZ_OK &&
		unzOpenCurrentFile2(zip->handle, method, &level, is_packed) ==
		UNZ_OK &&
		has_one_name(zip, entry);
}

static enum cnd_zip_result
read_content(struct cnd_zip *zip, size_t most, struct cnd_buf *out)
{
	size_t before = out->len;

	for (;;) {
		int got;

		cnd_buf_reserve(out, CHUNK);
		got = unzReadCurrentFile(
			zip->handle, out->data + out->len, CHUNK);
		if (got < 0)
			return CND_ZIP_DAMAGED;
		if (got == 0)
			return CND_ZIP_DONE;
		out->len += (size_t)got;
		if (out->len - before > most)
			return CND_ZIP_TOO_LARGE;
	}
}

enum cnd_zip_result
cnd_zip_unpack(
	struct cnd_zip *zip, size_t index, size_t most, struct cnd_buf *out)
{
	enum cnd_zip_result result = CND_ZIP_DAMAGED;
	uLong packing = zip->entries[index].info.compression_method;
	size_t before = out->len;
	int method;

	if (packing != 0 && packing != Z_DEFLATED)
		return CND_ZIP_UNKNOWN;
	if (open_entry(zip, index, false, &method))
		result = read_content(zip, most, out);
	/* The checksum is compared when the whole was read. */
	if (unzCloseCurrentFile(zip->handle) != UNZ_OK &&
		result == CND_ZIP_DONE)
		result = CND_ZIP_DAMAGED;
	if (result == CND_ZIP_DONE &&
		out->len - before != zip->entries[index].shown.size)
		result = CND_ZIP_DAMAGED;
	return result;
}

struct cnd_zip_writer {
	struct file file;
	zipFile handle;
	bool is_broken;
};

struct cnd_zip_writer *
cnd_zip_writer_new(struct cnd_buf *out)
{
	struct cnd_zip_writer *writer = cnd_xmalloc(sizeof(*writer));
	zlib_filefunc64_def functions = functions_for(&writer->file);

	*writer = (struct cnd_zip_writer){ 0 };
	writer->file.out = out;
	writer->file.start = out->len;
	cnd_buf_reserve(out, 1);
	writer->handle =
		zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
	writer->is_broken = writer->handle == NULL;
	return writer;
}

/* What is written before an entry's content. */
struct heading {
	const char *name;
	const char *comment;
	zip_fileinfo info;
	uLong made_by;
	uLong flags;
	int method;
	int level;
	bool is_packed;
};

static bool
begin_entry(struct cnd_zip_writer *writer, const struct heading *heading)
{
	return zipOpenNewFileInZip4_64(writer->handle, heading->name,
		       &heading->info, NULL, 0, NULL, 0, heading->comment,
		       heading->method, heading->level, heading->is_packed,
		       -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0,
		       heading->made_by, heading->flags, 0) == ZIP_OK;
}

static bool
write_content(struct cnd_zip_writer *writer, struct cnd_str content)
{
	while (content.len > 0) {
		struct cnd_str part = cnd_str_slice(content, 0, CHUNK);

		if (zipWriteInFileInZip(writer->handle, part.data,
			    (unsigned)part.len) != ZIP_OK)
			return false;
		content = cnd_str_slice(content, part.len, content.len);
	}
	return true;
}

/* Remembers what failed, so that finishing says it. */
static bool
note(struct cnd_zip_writer *writer, bool ok)
{
	if (!ok)
		writer->is_broken = true;
	return ok;
}

bool
cnd_zip_copy(struct cnd_zip_writer *writer, struct cnd_zip *zip, size_t index)
{
	const struct entry *entry = &zip->entries[index];
	struct heading heading = {
		.name = entry->shown.name.data,
		.comment = entry->comment,
		.info = { .dosDate = entry->info.dosDate,
			.internal_fa = entry->info.internal_fa,
			.external_fa = entry->info.external_fa },
		.made_by = entry->info.version,
		.flags = entry->info.flag & FLAG_UTF8,
		.is_packed = true,
	};
	struct cnd_buf packed = { 0 };
	bool ok;

	ok = open_entry(zip, index, true, &heading.method) &&
		read_content(zip, SIZE_MAX, &packed) == CND_ZIP_DONE &&
		packed.len == entry->shown.packed;
	unzCloseCurrentFile(zip->handle);
	ok = ok && !writer->is_broken && begin_entry(writer, &heading) &&
		write_content(writer, cnd_buf_str(&packed)) &&
		zipCloseFileInZipRaw64(writer->handle, entry->shown.size,
			entry->info.crc) == ZIP_OK;
	cnd_buf_dispose(&packed);
	return note(writer, ok);
}

/* ZIP counts years from 1980, in seven bits. */
static tm_zip
date_of(int64_t seconds)
{
	time_t time = (time_t)seconds;
	struct tm date;

	if (gmtime_r(&time, &date) == NULL || date.tm_year < 80 ||
		date.tm_year > 80 + 127)
		return (tm_zip){ .tm_mday = 1, .tm_year = 1980 };
	return (tm_zip){ (uInt)date.tm_sec, (uInt)date.tm_min,
		(uInt)date.tm_hour, (uInt)date.tm_mday, (uInt)date.tm_mon,
		(uInt)date.tm_year + 1900 };
}

/* Packs content behind its heading. */
static bool
pack(struct cnd_zip_writer *writer, struct heading *heading,
	struct cnd_str content)
{
	heading->flags = FLAG_UTF8;
	heading->method = Z_DEFLATED;
	heading->level = Z_DEFAULT_COMPRESSION;
	return note(writer,
		!writer->is_broken && begin_entry(writer, heading) &&
			write_content(writer, content) &&
			zipCloseFileInZip(writer->handle) == ZIP_OK);
}

bool
cnd_zip_replace(struct cnd_zip_writer *writer, const struct cnd_zip *zip,
	size_t index, struct cnd_str content, int64_t time)
{
	const struct entry *entry = &zip->entries[index];
	struct heading heading = {
		.name = entry->shown.name.data,
		.comment = entry->comment,
		.info = { .tmz_date = date_of(time),
			.internal_fa = entry->info.internal_fa,
			.external_fa = entry->info.external_fa },
		.made_by = entry->info.version,
	};

	return pack(writer, &heading, content);
}

bool
cnd_zip_put(struct cnd_zip_writer *writer, struct cnd_str name,
	struct cnd_str content, int64_t time)
{
	enum { VERSION = 20 };
	char *ended = cnd_xmalloc(name.len + 1);
	struct heading heading = {
		.name = ended,
		.info = { .tmz_date = date_of(time) },
		.made_by = VERSION,
	};
	bool ok;

	memcpy(ended, name.data, name.len);
	ended[name.len] = '\0';
	ok = pack(writer, &heading, content);
	free(ended);
	return ok;
}

bool
cnd_zip_writer_finish(struct cnd_zip_writer *writer)
{
	bool ok = !writer->is_broken;

	if (writer->handle != NULL && zipClose(writer->handle, NULL) != ZIP_OK)
		ok = false;
	free(writer);
	return ok;
}
