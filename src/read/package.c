/* Entries in and out of a ZIP package held in memory. */
#include "read/package.h"

#include "base/limits.h"
#include "base/oom.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

struct cnd_package {
	struct cnd_arena *arena;
	struct cnd_str bytes;
	zip_t *zip;
	size_t count;
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

static void
discard_zip(void *zip)
{
	zip_discard(zip);
}

/* libzip's message for a code, in the error; always false. */
static bool
fail_zip(struct cnd_error *err, const char *what, int code)
{
	zip_error_t error;

	zip_error_init_with_code(&error, code);
	cnd_fail(
		err, CND_ERR_INPUT, "%s: %s", what, zip_error_strerror(&error));
	zip_error_fini(&error);
	return false;
}

static zip_t *
open_zip(struct cnd_str bytes, int flags, struct cnd_error *err)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t *zip = NULL;

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.data, bytes.len, 0, &error);
	if (source != NULL) {
		zip = zip_open_from_source(source, flags, &error);
		if (zip == NULL)
			zip_source_free(source);
	}
	if (zip == NULL)
		cnd_fail(err, CND_ERR_INPUT,
			"not a readable .docx or .odt package: %s",
			zip_error_strerror(&error));
	zip_error_fini(&error);
	return zip;
}

static int
compare_names(const void *a, const void *b)
{
	const char *const *left = a;
	const char *const *right = b;

	/* Word takes part names without regard to case. */
	return strcasecmp(*left, *right);
}

static bool
is_climbing(const char *name)
{
	return strncmp(name, "../", 3) == 0 || strstr(name, "/../") != NULL ||
		name[0] == '/';
}

/* Names that could show two readers two different documents. */
static bool
check_names(const struct cnd_package *package, struct cnd_error *err)
{
	const char **names = cnd_arena_array(
		package->arena, package->count + 1, sizeof(*names));

	for (size_t i = 0; i < package->count; i++) {
		zip_stat_t about;

		names[i] = zip_get_name(package->zip, i, ZIP_FL_ENC_GUESS);
		if (names[i] == NULL || is_climbing(names[i]))
			return cnd_fail(err, CND_ERR_INPUT,
				"the package has an entry with an unsafe name");
		if (zip_stat_index(package->zip, i, 0, &about) == 0 &&
			(about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
			about.encryption_method != ZIP_EM_NONE)
			return cnd_fail(
				err, CND_ERR_INPUT, "the package is encrypted");
	}
	qsort(names, package->count, sizeof(*names), compare_names);
	for (size_t i = 1; i < package->count; i++)
		if (strcasecmp(names[i - 1], names[i]) == 0)
			return cnd_fail(err, CND_ERR_INPUT,
				"the package has two entries of one name");
	return true;
}

struct cnd_package *
cnd_package_open(
	struct cnd_arena *arena, struct cnd_str bytes, struct cnd_error *err)
{
	struct cnd_package *package;
	zip_t *zip;
	zip_int64_t count;

	if (!refuse_impostors(bytes, err))
		return NULL;
	zip = open_zip(bytes, ZIP_RDONLY, err);
	if (zip == NULL)
		return NULL;
	cnd_arena_defer(arena, discard_zip, zip);
	count = zip_get_num_entries(zip, 0);
	if (count < 0 || count > CND_LIMIT_PACKAGE_ENTRIES) {
		cnd_fail(err, CND_ERR_LIMIT,
			"the package has more than %d entries",
			CND_LIMIT_PACKAGE_ENTRIES);
		return NULL;
	}
	package = cnd_arena_alloc(arena, sizeof(*package));
	package->arena = arena;
	package->bytes = bytes;
	package->zip = zip;
	package->count = (size_t)count;
	return check_names(package, err) ? package : NULL;
}

struct cnd_arena *
cnd_package_arena(struct cnd_package *package)
{
	return package->arena;
}

size_t
cnd_package_count(const struct cnd_package *package)
{
	return package->count;
}

struct cnd_str
cnd_package_name(const struct cnd_package *package, size_t index)
{
	return cnd_str_of(zip_get_name(package->zip, index, ZIP_FL_ENC_GUESS));
}

/* Reads to the end, counting; the checksum is checked by libzip there. */
static bool
inflate(struct cnd_package *package, zip_file_t *file, struct cnd_buf *out,
	struct cnd_error *err)
{
	enum { CHUNK = 64 << 10 };

	for (;;) {
		zip_int64_t got;

		cnd_buf_reserve(out, CHUNK);
		got = zip_fread(file, out->data + out->len, CHUNK);
		if (got < 0)
			return cnd_fail(err, CND_ERR_INPUT,
				"the package is damaged: %s",
				zip_file_strerror(file));
		if (got == 0)
			return true;
		out->len += (size_t)got;
		package->inflated += (size_t)got;
		if (out->len > CND_LIMIT_PART_BYTES ||
			package->inflated > CND_LIMIT_PACKAGE_BYTES)
			return cnd_fail(err, CND_ERR_LIMIT,
				"the package inflates to more than %u MiB",
				CND_LIMIT_PART_BYTES >> 20);
	}
}

/* A NUL-terminated copy, as libzip wants names. */
static const char *
entry_name(struct cnd_package *package, struct cnd_str name)
{
	return cnd_arena_copy(package->arena, name).data;
}

/* A hint only: the header may lie, so inflate() counts for itself. */
static bool
check_ratio(
	struct cnd_package *package, const char *entry, struct cnd_error *err)
{
	zip_stat_t about;

	if (zip_stat(package->zip, entry, ZIP_FL_NOCASE, &about) != 0 ||
		about.size < (1u << 20) ||
		about.size / CND_LIMIT_PACKAGE_RATIO < about.comp_size)
		return true;
	return cnd_fail(err, CND_ERR_LIMIT,
		"a part of the package inflates to over %d times its size",
		CND_LIMIT_PACKAGE_RATIO);
}

bool
cnd_package_part(struct cnd_package *package, struct cnd_str name,
	struct cnd_str *part, struct cnd_error *err)
{
	const char *entry = entry_name(package, name);
	struct cnd_buf out = { 0 };
	zip_file_t *file;
	bool ok;

	*part = (struct cnd_str){ 0 };
	if (zip_name_locate(package->zip, entry, ZIP_FL_NOCASE) < 0)
		return true;
	if (!check_ratio(package, entry, err))
		return false;
	file = zip_fopen(package->zip, entry, ZIP_FL_NOCASE);
	if (file == NULL)
		return cnd_fail(err, CND_ERR_INPUT,
			"the package is damaged: %s",
			zip_strerror(package->zip));
	ok = inflate(package, file, &out, err);
	zip_fclose(file);
	if (!ok) {
		cnd_buf_dispose(&out);
		return false;
	}
	cnd_buf_putc(&out, '\0');
	cnd_arena_defer(package->arena, free, out.data);
	*part = (struct cnd_str){ out.data, out.len - 1 };
	return true;
}

static bool
apply_change(zip_t *zip, const struct cnd_package_change *change,
	const char *entry, int64_t time, struct cnd_error *err)
{
	zip_source_t *source = zip_source_buffer(
		zip, change->bytes.data, change->bytes.len, 0);
	zip_int64_t index;

	if (source == NULL)
		return fail_zip(err, "cannot build the package", ZIP_ER_MEMORY);
	index = zip_file_add(
		zip, entry, source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
	if (index < 0) {
		zip_source_free(source);
		return cnd_fail(err, CND_ERR_OUTPUT,
			"cannot build the package: %s", zip_strerror(zip));
	}
	zip_file_set_mtime(zip, (zip_uint64_t)index, time, 0);
	return true;
}

static bool
read_source(zip_source_t *source, struct cnd_buf *out, struct cnd_error *err)
{
	zip_stat_t about;
	zip_int64_t got;

	if (zip_source_stat(source, &about) != 0 ||
		zip_source_open(source) != 0)
		return cnd_fail(
			err, CND_ERR_OUTPUT, "cannot build the package");
	cnd_buf_reserve(out, about.size);
	got = zip_source_read(source, out->data + out->len, about.size);
	zip_source_close(source);
	if (got < 0 || (zip_uint64_t)got != about.size)
		return cnd_fail(
			err, CND_ERR_OUTPUT, "cannot build the package");
	out->len += (size_t)got;
	return true;
}

/* A source that libzip may write to and frees itself. */
static zip_source_t *
own_source(struct cnd_str bytes, zip_error_t *error)
{
	char *copy = cnd_xmalloc(bytes.len);
	zip_source_t *source;

	memcpy(copy, bytes.data, bytes.len);
	source = zip_source_buffer_create(copy, bytes.len, 1, error);
	if (source == NULL)
		free(copy);
	return source;
}

/*
 * Works on a copy of the bytes in a buffer source, which libzip rewrites in
 * memory; unchanged entries keep their compressed bytes.
 */
bool
cnd_package_rewrite(struct cnd_package *package,
	const struct cnd_package_changes *changes, struct cnd_buf *out,
	struct cnd_error *err)
{
	zip_error_t error;
	zip_source_t *source;
	zip_t *zip;
	bool ok = true;

	zip_error_init(&error);
	source = own_source(package->bytes, &error);
	zip = source == NULL ? NULL : zip_open_from_source(source, 0, &error);
	if (zip == NULL) {
		zip_source_free(source);
		zip_error_fini(&error);
		return cnd_fail(
			err, CND_ERR_OUTPUT, "cannot build the package");
	}
	zip_source_keep(source);
	for (size_t i = 0; ok && i < changes->count; i++)
		ok = apply_change(zip, &changes->items[i],
			entry_name(package, changes->items[i].name),
			changes->time, err);
	if (!ok) {
		zip_discard(zip);
	} else if (zip_close(zip) != 0) {
		ok = cnd_fail(err, CND_ERR_OUTPUT,
			"cannot build the package: %s", zip_strerror(zip));
		zip_discard(zip);
	} else {
		ok = read_source(source, out, err);
	}
	zip_source_free(source);
	zip_error_fini(&error);
	return ok;
}
