/*
 * ZIP by minizip, which sees a file through functions of ours: one position
 * in bytes that are all there.
 */
#include "read/zip.h"

#include <minizip/unzip.h>
#include <string.h>

enum {
	FLAG_ENCRYPTED = 1,
	EXTRA_PATH = 0x7075, /* a name in UTF-8, behind five bytes */
	CHUNK = 64 << 10,
};

/* Bytes being read. */
struct file {
	struct cnd_str bytes;
	uint64_t at;
};

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
	uint64_t left = file->bytes.len - file->at;

	(void)opaque;
	if (size > left)
		size = (uLong)left;
	if (size > 0)
		memcpy(to, file->bytes.data + file->at, size);
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
		from = file->bytes.len;
	/* Going back is going forth by so much that it wraps. */
	from += offset;
	if (from > file->bytes.len)
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
	return (zlib_filefunc64_def){ open_file, read_file, NULL, tell_file,
		seek_file, close_file, close_file, file };
}

/* An entry, and what minizip finds it by. */
struct entry {
	struct cnd_zip_entry shown;
	unz64_file_pos place;
	unz_file_info64 info;
	const char *comment;
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

struct cnd_zip_header
cnd_zip_header(const struct cnd_zip *zip, size_t index)
{
	const struct entry *entry = &zip->entries[index];
	const unz_file_info64 *info = &entry->info;

	return (struct cnd_zip_header){
		.made_by = (uint16_t)info->version,
		.flags = (uint16_t)info->flag,
		.method = (uint16_t)info->compression_method,
		.internal = (uint16_t)info->internal_fa,
		.external = (uint32_t)info->external_fa,
		.date = (uint32_t)info->dosDate,
		.checksum = (uint32_t)info->crc,
		.comment = { entry->comment, info->size_file_comment },
	};
}

bool
cnd_zip_packed(struct cnd_zip *zip, size_t index, struct cnd_buf *out)
{
	size_t before = out->len;
	int method;
	bool ok = open_entry(zip, index, true, &method) &&
		read_content(zip, SIZE_MAX, out) == CND_ZIP_DONE &&
		out->len - before == zip->entries[index].shown.packed;

	unzCloseCurrentFile(zip->handle);
	return ok;
}
