/* Entries in and out of a ZIP package held in memory. */
#include "read/package.h"

#include "base/flate.h"
#include "base/limits.h"
#include "read/zip.h"

#include <assert.h>
#include <stdlib.h>

struct cnd_package {
	struct cnd_arena *arena;
	struct cnd_zip zip;
	size_t inflated; /* bytes handed out so far */
};

/* How files begin that people rename or mistake for Word files. */
static const struct {
	struct cnd_str magic;
	const char *what;
} impostors[] = {
	{ CND_STR_INIT("{\\rtf"), "an RTF file; save it as .docx" },
	{ CND_STR_INIT("%PDF-"), "a PDF file; give it the ending .pdf" },
	{ CND_STR_INIT("<html"), "an HTML file; give it the ending .html" },
	{ CND_STR_INIT("<!DOCTYPE"), "an HTML file; give it the ending .html" },
	{ CND_STR_INIT("<?xml"), "an XML file; save it as .docx" },
};

/* OLE compound files hold legacy .doc and encrypted .docx alike; the names
 * in their directory are UTF-16. */
static bool
refuse_compound(struct cnd_str bytes, struct cnd_error *err)
{
	static const char encrypted[] =
		"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	struct cnd_str name = { encrypted, sizeof(encrypted) };

	if (cnd_str_find(bytes, name) != CND_NOT_FOUND)
		return cnd_fail(err, CND_ERR_INPUT,
			"protected by a password; remove it in Word first");
	return cnd_fail(err, CND_ERR_INPUT,
		"a legacy Word file (.doc); save it as .docx");
}

static bool
refuse_impostors(struct cnd_str bytes, struct cnd_error *err)
{
	struct cnd_str start = cnd_str_trim(cnd_str_slice(bytes, 0, 512));

	if (bytes.len == 0)
		return cnd_fail(err, CND_ERR_INPUT, "the file is empty");
	if (cnd_str_starts_with(
		    bytes, CND_STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
		return refuse_compound(bytes, err);
	for (size_t i = 0; i < sizeof(impostors) / sizeof(impostors[0]); i++)
		if (cnd_str_equal_fold(
			    cnd_str_slice(start, 0, impostors[i].magic.len),
			    impostors[i].magic))
			return cnd_fail(err, CND_ERR_INPUT, "this is %s",
				impostors[i].what);
	return true;
}

static int
compare_names(const void *a, const void *b)
{
	const struct cnd_str *left = a;
	const struct cnd_str *right = b;
	size_t len = left->len < right->len ? left->len : right->len;

	/* Word takes part names without regard to case. */
	for (size_t i = 0; i < len; i++) {
		char first = cnd_to_lower(left->data[i]);
		char second = cnd_to_lower(right->data[i]);

		if (first != second)
			return (unsigned char)first < (unsigned char)second ? -1
									    : 1;
	}
	return (left->len > right->len) - (left->len < right->len);
}

static bool
is_ascii(struct cnd_str name)
{
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.data[i] >= 0x80)
			return false;
	return true;
}

/* A second name is there for letters that the first cannot have. */
static bool
is_disguised(const struct cnd_zip_entry *entry)
{
	return entry->alias.len > 0 &&
		!cnd_str_equal(entry->alias, entry->name) &&
		(is_ascii(entry->alias) || is_ascii(entry->name));
}

static bool
is_unsafe(struct cnd_str name)
{
	return name.len == 0 || name.data[0] == '/' ||
		cnd_str_find_byte(name, '\0') != CND_NOT_FOUND ||
		cnd_str_starts_with(name, CND_STR("../")) ||
		cnd_str_find(name, CND_STR("/../")) != CND_NOT_FOUND;
}

/* Names that could show two readers two different documents. */
static bool
check_names(const struct cnd_package *package, struct cnd_error *err)
{
	const struct cnd_zip *zip = &package->zip;
	struct cnd_str *names =
		cnd_arena_array(package->arena, zip->count + 1, sizeof(*names));

	for (size_t i = 0; i < zip->count; i++) {
		names[i] = zip->entries[i].name;
		if (is_unsafe(names[i]) || is_disguised(&zip->entries[i]))
			return cnd_fail(err, CND_ERR_INPUT,
				"the package has an entry with an unsafe name");
		if ((zip->entries[i].flags & CND_ZIP_ENCRYPTED) != 0)
			return cnd_fail(
				err, CND_ERR_INPUT, "the package is encrypted");
	}
	if (zip->count > 1)
		qsort(names, zip->count, sizeof(*names), compare_names);
	for (size_t i = 1; i < zip->count; i++)
		if (compare_names(&names[i - 1], &names[i]) == 0)
			return cnd_fail(err, CND_ERR_INPUT,
				"the package has two entries of one name");
	return true;
}

static bool
open_zip(struct cnd_package *package, struct cnd_str bytes,
	struct cnd_error *err)
{
	struct cnd_error cause = { 0 };

	if (cnd_zip_read(package->arena, bytes, CND_LIMIT_PACKAGE_ENTRIES,
		    &package->zip, &cause))
		return true;
	if (cause.code == CND_ERR_LIMIT)
		return cnd_fail(err, CND_ERR_LIMIT, "%s", cause.message);
	return cnd_fail(err, CND_ERR_INPUT,
		"not a readable .docx or .odt package: %s", cause.message);
}

struct cnd_package *
cnd_package_open(
	struct cnd_arena *arena, struct cnd_str bytes, struct cnd_error *err)
{
	struct cnd_package *package;

	if (!refuse_impostors(bytes, err))
		return NULL;
	package = cnd_arena_alloc(arena, sizeof(*package));
	package->arena = arena;
	if (!open_zip(package, bytes, err) || !check_names(package, err))
		return NULL;
	return package;
}

struct cnd_arena *
cnd_package_arena(struct cnd_package *package)
{
	return package->arena;
}

size_t
cnd_package_count(const struct cnd_package *package)
{
	return package->zip.count;
}

struct cnd_str
cnd_package_name(const struct cnd_package *package, size_t index)
{
	return package->zip.entries[index].name;
}

/* The entry of that name, or NULL. */
static const struct cnd_zip_entry *
find_entry(const struct cnd_package *package, struct cnd_str name)
{
	for (size_t i = 0; i < package->zip.count; i++)
		if (compare_names(&package->zip.entries[i].name, &name) == 0)
			return &package->zip.entries[i];
	return NULL;
}

/* A hint only: the header may lie, so inflating counts for itself. */
static bool
check_ratio(const struct cnd_zip_entry *entry, struct cnd_error *err)
{
	if (entry->size < (1u << 20) ||
		entry->size / CND_LIMIT_PACKAGE_RATIO < entry->packed)
		return true;
	return cnd_fail(err, CND_ERR_LIMIT,
		"a part of the package inflates to over %d times its size",
		CND_LIMIT_PACKAGE_RATIO);
}

static bool
fail_size(struct cnd_error *err)
{
	return cnd_fail(err, CND_ERR_LIMIT,
		"the package inflates to more than %u MiB",
		CND_LIMIT_PART_BYTES >> 20);
}

static bool
fail_damaged(const char *what, struct cnd_error *err)
{
	return cnd_fail(err, CND_ERR_INPUT, "the package is damaged: %s", what);
}

/* How many bytes a part may still have. */
static size_t
room_of(const struct cnd_package *package)
{
	size_t left = CND_LIMIT_PACKAGE_BYTES - package->inflated;

	return left < CND_LIMIT_PART_BYTES ? left : CND_LIMIT_PART_BYTES;
}

static bool
unpack(struct cnd_package *package, const struct cnd_zip_entry *entry,
	struct cnd_buf *out, struct cnd_error *err)
{
	enum cnd_inflate_result result = CND_INFLATE_DONE;
	struct cnd_str packed;

	if (!cnd_zip_content(&package->zip, entry, &packed))
		return fail_damaged("an entry is not where it should be", err);
	if (entry->method == CND_ZIP_DEFLATED)
		result = cnd_inflate(packed, room_of(package), out);
	else if (entry->method != CND_ZIP_STORED)
		return fail_damaged("packed in a way that is not known", err);
	else if (packed.len > room_of(package))
		result = CND_INFLATE_TOO_LARGE;
	else
		cnd_buf_put(out, packed);
	if (result == CND_INFLATE_TOO_LARGE)
		return fail_size(err);
	if (result == CND_INFLATE_DAMAGED || out->len != entry->size ||
		cnd_crc32(cnd_buf_str(out)) != entry->checksum)
		return fail_damaged("a checksum or a size is wrong", err);
	package->inflated += out->len;
	return true;
}

bool
cnd_package_part(struct cnd_package *package, struct cnd_str name,
	struct cnd_str *part, struct cnd_error *err)
{
	const struct cnd_zip_entry *entry = find_entry(package, name);
	struct cnd_buf out = { 0 };

	*part = (struct cnd_str){ 0 };
	if (entry == NULL)
		return true;
	if (!check_ratio(entry, err))
		return false;
	cnd_buf_reserve(&out, 1);
	if (!unpack(package, entry, &out, err)) {
		cnd_buf_dispose(&out);
		return false;
	}
	cnd_buf_putc(&out, '\0');
	cnd_arena_defer(package->arena, free, out.data);
	*part = (struct cnd_str){ out.data, out.len - 1 };
	return true;
}

static void
put_change(struct cnd_zip_writer *writer, struct cnd_zip_entry entry,
	const struct cnd_package_change *change, int64_t time)
{
	struct cnd_buf packed = { 0 };

	cnd_deflate(change->bytes, &packed);
	entry.method = CND_ZIP_DEFLATED;
	entry.flags = CND_ZIP_UTF8;
	entry.checksum = cnd_crc32(change->bytes);
	entry.size = change->bytes.len;
	entry.packed = packed.len;
	cnd_zip_date(&entry, time);
	cnd_zip_put(writer, &entry, cnd_buf_str(&packed));
	cnd_buf_dispose(&packed);
}

static const struct cnd_package_change *
find_change(const struct cnd_package_changes *changes, struct cnd_str name)
{
	for (size_t i = 0; i < changes->count; i++)
		if (compare_names(&changes->items[i].name, &name) == 0)
			return &changes->items[i];
	return NULL;
}

/* Entries of the package in their order, changed or as they are. */
static bool
put_entries(struct cnd_package *package,
	const struct cnd_package_changes *changes,
	struct cnd_zip_writer *writer, struct cnd_error *err)
{
	for (size_t i = 0; i < package->zip.count; i++) {
		const struct cnd_zip_entry *entry = &package->zip.entries[i];
		const struct cnd_package_change *change =
			find_change(changes, entry->name);
		struct cnd_str packed;

		if (change != NULL) {
			put_change(writer, *entry, change, changes->time);
			continue;
		}
		if (!cnd_zip_content(&package->zip, entry, &packed))
			return fail_damaged(
				"an entry is not where it should be", err);
		if (entry->size > UINT32_MAX)
			return fail_damaged("an entry of 4 GiB", err);
		cnd_zip_put(writer, entry, packed);
	}
	return true;
}

bool
cnd_package_rewrite(struct cnd_package *package,
	const struct cnd_package_changes *changes, struct cnd_buf *out,
	struct cnd_error *err)
{
	struct cnd_zip_writer writer = { .out = out };
	size_t before = out->len;

	if (!put_entries(package, changes, &writer, err)) {
		cnd_buf_dispose(&writer.directory);
		out->len = before;
		return false;
	}
	for (size_t i = 0; i < changes->count; i++)
		if (find_entry(package, changes->items[i].name) == NULL)
			put_change(&writer,
				(struct cnd_zip_entry){ .made_by = 20,
					.name = changes->items[i].name },
				&changes->items[i], changes->time);
	cnd_zip_finish(&writer);
	return true;
}
