/*
 * From the paths on the command line to the files to read.  Folders are
 * entered by name order with an explicit limit on depth, and links to
 * folders are not followed, so that no loop is possible.
 */
#include "app/walk.h"

#include "app/file.h"
#include "app/ignore.h"
#include "base/limits.h"
#include "read/read.h"
#include "read/read_pdf.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* One named folder's walk. */
struct trip {
	struct cnd_walk *walk;
	struct cnd_ignore ignore;
};

static void
add_error(struct cnd_walk *walk, struct cnd_str path, const char *message)
{
	struct cnd_error *err;

	walk->errors =
		cnd_arena_grow(walk->arena, walk->errors, walk->error_count,
			&walk->error_capacity, sizeof(*walk->errors));
	err = &walk->errors[walk->error_count++];
	cnd_fail(err, CND_ERR_INPUT, "%s", message);
	cnd_fail_at(err, path, 0, 0);
}

static void
add_file(struct cnd_walk *walk, struct cnd_str path)
{
	walk->files = cnd_arena_grow(walk->arena, walk->files, walk->count,
		&walk->capacity, sizeof(*walk->files));
	walk->files[walk->count++] = cnd_arena_copy(walk->arena, path);
}

static int
compare_names(const void *left, const void *right)
{
	const struct cnd_str *a = left;
	const struct cnd_str *b = right;

	return cnd_str_compare(*a, *b);
}

/* The names in a folder, sorted, hidden ones left out. */
static struct cnd_str *
names_in(struct trip *trip, struct cnd_str folder, size_t *count)
{
	DIR *dir = opendir(folder.data);
	struct cnd_str *names = NULL;
	size_t capacity = 0;
	struct dirent *entry;

	*count = 0;
	if (dir == NULL) {
		add_error(trip->walk, folder, strerror(errno));
		return NULL;
	}
	/* Its end and a failure look alike but for errno. */
	while (errno = 0, (entry = readdir(dir)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		names = cnd_arena_grow(trip->walk->arena, names, *count,
			&capacity, sizeof(*names));
		names[(*count)++] = cnd_arena_copy(
			trip->walk->arena, cnd_str_of(entry->d_name));
	}
	if (errno != 0)
		add_error(trip->walk, folder, strerror(errno));
	closedir(dir);
	if (*count > 0)
		qsort(names, *count, sizeof(*names), compare_names);
	return names;
}

/* folder/name, or the name alone below "." and the patterns' root. */
static struct cnd_str
join(struct cnd_arena *arena, struct cnd_str folder, struct cnd_str name)
{
	if (folder.len == 0 || cnd_str_equal(folder, CND_STR(".")))
		return cnd_arena_copy(arena, name);
	if (folder.data[folder.len - 1] == '/')
		return cnd_arena_printf(arena, "%.*s%.*s", CND_STR_ARG(folder),
			CND_STR_ARG(name));
	return cnd_arena_printf(
		arena, "%.*s/%.*s", CND_STR_ARG(folder), CND_STR_ARG(name));
}

/* Adds the patterns of a folder's ignore files, which may be missing.
 * False when one cannot be read: who knows what it leaves out. */
static bool
add_ignore_files(struct trip *trip, struct cnd_str folder, struct cnd_str base)
{
	static const char *const names[] = { ".gitignore", ".candourignore" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct cnd_buf content = { 0 };
		struct cnd_error err = { 0 };
		struct cnd_str path =
			join(trip->walk->arena, folder, cnd_str_of(names[i]));
		enum cnd_file_kind kind = cnd_file_kind(path.data);
		bool ok;

		if (kind == CND_FILE_MISSING || kind == CND_FILE_FOLDER)
			continue;
		ok = cnd_file_read(
			path.data, CND_LIMIT_YAML_BYTES, &content, &err);
		if (ok)
			cnd_ignore_add(
				&trip->ignore, base, cnd_buf_str(&content));
		else
			add_error(trip->walk, path, err.message);
		cnd_buf_dispose(&content);
		if (!ok)
			return false;
	}
	return true;
}

/* A file or a folder to enter; links to folders are neither. */
static enum cnd_file_kind
kind_below(struct cnd_str path)
{
	struct stat state;

	if (lstat(path.data, &state) != 0)
		return CND_FILE_MISSING;
	if (S_ISLNK(state.st_mode))
		return cnd_file_kind(path.data) == CND_FILE_REGULAR
			? CND_FILE_REGULAR
			: CND_FILE_OTHER;
	if (S_ISDIR(state.st_mode))
		return CND_FILE_FOLDER;
	return S_ISREG(state.st_mode) ? CND_FILE_REGULAR : CND_FILE_OTHER;
}

/* The names in a folder, and what folder that is for the patterns. */
struct names {
	const struct cnd_str *items;
	size_t count;
	struct cnd_str where;
};

/* The PDF was made from another file there that is read: "plan.docx". */
static bool
is_copy(const struct trip *trip, const struct names *names, struct cnd_str pdf)
{
	struct cnd_str stem = cnd_str_slice(pdf, 0, pdf.len - 3); /* "plan." */

	for (size_t i = 0; i < names->count; i++) {
		struct cnd_str name = names->items[i];

		if (cnd_str_starts_with(name, stem) &&
			cnd_reader_for(name) != NULL &&
			cnd_str_find_byte(
				cnd_str_slice(name, stem.len, name.len), '.') ==
				CND_NOT_FOUND &&
			!cnd_ignore_matches(&trip->ignore,
				join(trip->walk->arena, names->where, name),
				false))
			return true;
	}
	return false;
}

static void
visit_file(struct trip *trip, struct cnd_str path, const struct names *names,
	struct cnd_str name)
{
	struct cnd_walk *walk = trip->walk;

	if (cnd_reader_for(name) != NULL)
		add_file(walk, path);
	else if (!cnd_pdf_is(name))
		walk->skipped++;
	else if (is_copy(trip, names, name))
		walk->copies++;
	else if (walk->takes_pdfs)
		add_file(walk, path);
	else
		walk->pdfs++;
}

/* path is the folder as named; where the same for the patterns. */
static void
visit_folder(struct trip *trip, struct cnd_str path, struct cnd_str where,
	unsigned depth)
{
	size_t pattern_count = trip->ignore.count;
	size_t count;
	struct cnd_str *names;
	struct names all;

	if (depth > CND_LIMIT_FOLDER_DEPTH) {
		add_error(trip->walk, path, "folders are nested too deep");
		return;
	}
	if (!add_ignore_files(trip, path, where)) {
		trip->ignore.count = pattern_count;
		return;
	}
	names = names_in(trip, path, &count);
	all = (struct names){ names, count, where };
	for (size_t i = 0; i < count; i++) {
		struct cnd_arena *arena = trip->walk->arena;
		struct cnd_str below = join(arena, path, names[i]);
		struct cnd_str below_where = join(arena, where, names[i]);
		enum cnd_file_kind kind = kind_below(below);

		if (cnd_ignore_matches(&trip->ignore, below_where,
			    kind == CND_FILE_FOLDER))
			continue;
		if (kind == CND_FILE_FOLDER)
			visit_folder(trip, below, below_where, depth + 1);
		else if (kind == CND_FILE_REGULAR)
			visit_file(trip, below, &all, names[i]);
	}
	trip->ignore.count = pattern_count;
}

static bool
holds_git(struct cnd_arena *arena, struct cnd_str folder)
{
	return cnd_file_kind(join(arena, folder, CND_STR(".git")).data) !=
		CND_FILE_MISSING;
}

/* The length of the nearest folder at or above path that holds ".git";
 * path's own when there is none. */
static size_t
repository_length(struct cnd_arena *arena, struct cnd_str path)
{
	for (size_t len = path.len; len > 0; len--) {
		if (len < path.len && path.data[len] != '/')
			continue;
		if (holds_git(arena, cnd_str_slice(path, 0, len)))
			return len;
	}
	return path.len;
}

/* Adds the ignore files of the folders above the one named, which is
 * *where below the repository's root. */
static bool
add_ignores_above(
	struct trip *trip, struct cnd_str absolute, struct cnd_str *where)
{
	struct cnd_arena *arena = trip->walk->arena;
	size_t root = repository_length(arena, absolute);

	for (size_t len = root; len < absolute.len; len++) {
		struct cnd_str folder = cnd_str_slice(absolute, 0, len);

		if (absolute.data[len] != '/')
			continue;
		if (!add_ignore_files(trip, cnd_arena_copy(arena, folder),
			    cnd_str_slice(folder, root + 1, len)))
			return false;
	}
	*where = cnd_str_slice(absolute, root + 1, absolute.len);
	return true;
}

static void
walk_folder(struct cnd_walk *walk, struct cnd_str path)
{
	struct trip trip = { .walk = walk, .ignore = { .arena = walk->arena } };
	char *absolute = realpath(path.data, NULL);
	struct cnd_str where;

	if (absolute == NULL) {
		add_error(walk, path, strerror(errno));
		return;
	}
	if (add_ignores_above(&trip,
		    cnd_arena_copy(walk->arena, cnd_str_of(absolute)), &where))
		visit_folder(&trip, path, where, 0);
	free(absolute);
}

void
cnd_walk_add(struct cnd_walk *walk, const char *path)
{
	if (cnd_file_kind(path) == CND_FILE_FOLDER)
		walk_folder(walk, cnd_str_of(path));
	else
		add_file(walk, cnd_str_of(path));
}

void
cnd_walk_finish(struct cnd_walk *walk)
{
	size_t kept = 0;

	if (walk->count == 0)
		return;
	qsort(walk->files, walk->count, sizeof(*walk->files), compare_names);
	for (size_t i = 0; i < walk->count; i++)
		if (i == 0 ||
			!cnd_str_equal(walk->files[kept - 1], walk->files[i]))
			walk->files[kept++] = walk->files[i];
	walk->count = kept;
}
