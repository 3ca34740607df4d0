/* Entries in and out of a ZIP package held in memory. */
#include "read/package.h"

#include "base/limits.h"
#include "read/zip_write.h"

#include <stdlib.h>

struct cnd_package {
	struct cnd_arena *arena;
	struct cnd_zip *zip;
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
	size_t count = cnd_zip_count(package->zip);
	struct cnd_str *names =
		cnd_arena_array(package->arena, count + 1, sizeof(*names));

	for (size_t i = 0; i < count; i++) {
		const struct cnd_zip_entry *entry =
			cnd_zip_entry(package->zip, i);

		names[i] = entry->name;
		if (is_unsafe(names[i]) || is_disguised(entry))
			return cnd_fail(err, CND_ERR_INPUT,
				"the package has an entry with an unsafe name");
		if (entry->is_encrypted)
			return cnd_fail(
				err, CND_ERR_INPUT, "the package is encrypted");
	}
	if (count > 1)
		qsort(names, count, sizeof(*names), compare_names);
	for (size_t i = 1; i < count; i++)
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

	package->zip = cnd_zip_open(
		package->arena, bytes, CND_LIMIT_PACKAGE_ENTRIES, &cause);
	if (package->zip != NULL)
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
	return cnd_zip_count(package->zip);
}

struct cnd_str
cnd_package_name(const struct cnd_package *package, size_t index)
{
	return cnd_zip_entry(package->zip, index)->name;
}

/* The index of the entry of that name, or CND_NOT_FOUND. */
static size_t
find_entry(const struct cnd_package *package, struct cnd_str name)
{
	for (size_t i = 0; i < cnd_zip_count(package->zip); i++)
		if (compare_names(
			    &cnd_zip_entry(package->zip, i)->name, &name) == 0)
			return i;
	return CND_NOT_FOUND;
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
unpack(struct cnd_package *package, size_t index, struct cnd_buf *out,
	struct cnd_error *err)
{
	switch (cnd_zip_unpack(package->zip, index, room_of(package), out)) {
	case CND_ZIP_TOO_LARGE:
		return fail_size(err);
	case CND_ZIP_UNKNOWN:
		return fail_damaged("packed in a way that is not known", err);
	case CND_ZIP_DAMAGED:
		return fail_damaged("an entry is not as it should be", err);
	case CND_ZIP_DONE:
		break;
	}
	package->inflated += out->len;
	return true;
}

bool
cnd_package_part(struct cnd_package *package, struct cnd_str name,
	struct cnd_str *part, struct cnd_error *err)
{
	size_t index = find_entry(package, name);
	struct cnd_buf out = { 0 };

	*part = (struct cnd_str){ 0 };
	if (index == CND_NOT_FOUND)
		return true;
	if (!check_ratio(cnd_zip_entry(package->zip, index), err))
		return false;
	cnd_buf_reserve(&out, 1);
	if (!unpack(package, index, &out, err)) {
		cnd_buf_dispose(&out);
		return false;
	}
	cnd_buf_putc(&out, '\0');
	cnd_arena_defer(package->arena, free, out.data);
	*part = (struct cnd_str){ out.data, out.len - 1 };
	return true;
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
	for (size_t i = 0; i < cnd_zip_count(package->zip); i++) {
		struct cnd_str name = cnd_zip_entry(package->zip, i)->name;
		const struct cnd_package_change *change =
			find_change(changes, name);

		if (change == NULL && !cnd_zip_copy(writer, package->zip, i))
			return fail_damaged(
				"an entry is not as it should be", err);
		if (change != NULL)
			cnd_zip_replace(writer, package->zip, i, change->bytes,
				changes->time);
	}
	return true;
}

bool
cnd_package_rewrite(struct cnd_package *package,
	const struct cnd_package_changes *changes, struct cnd_buf *out,
	struct cnd_error *err)
{
	size_t before = out->len;
	struct cnd_zip_writer *writer = cnd_zip_writer_new(out);
	bool ok = put_entries(package, changes, writer, err);

	for (size_t i = 0; i < changes->count; i++)
		if (find_entry(package, changes->items[i].name) ==
			CND_NOT_FOUND)
			cnd_zip_put(writer, changes->items[i].name,
				changes->items[i].bytes, changes->time);
	if (!cnd_zip_writer_finish(writer) && ok)
		ok = cnd_fail(err, CND_ERR_OUTPUT, "cannot build the package");
	if (!ok)
		out->len = before;
	return ok;
}
