/*
 * The folder is made before rights are given up: later, none could be.
 */
#include "app/pages.h"

#include "app/output.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether there is a folder of the user's own at path, made if need be. */
static bool
have_folder(const char *path)
{
	struct stat state;

	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return false;
	return lstat(path, &state) == 0 && S_ISDIR(state.st_mode) &&
		state.st_uid == geteuid();
}

bool
cnd_pages_open(struct cnd_pages *pages, const char *cache)
{
	struct cnd_arena *arena;
	struct cnd_str folder;

	if (cache == NULL || cache[0] != '/' || !have_folder(cache))
		return false;
	arena = cnd_arena_new();
	folder = cnd_arena_printf(arena, "%s/candour", cache);
	if (!have_folder(folder.data)) {
		cnd_arena_free(arena);
		return false;
	}
	*pages = (struct cnd_pages){ .arena = arena, .folder = folder };
	return true;
}

/* Letters, digits, dots and dashes; anything else is a dash. */
static struct cnd_str
clean_name(struct cnd_arena *arena, struct cnd_str name)
{
	char *clean = cnd_arena_alloc(arena, name.len + 1);

	for (size_t i = 0; i < name.len; i++) {
		char c = name.data[i];

		clean[i] = cnd_is_alpha(c) || cnd_is_digit(c) ||
				(c == '.' && i > 0)
			? c
			: '-';
	}
	return (struct cnd_str){ clean, name.len };
}

static void
note_file(struct cnd_pages *pages, struct cnd_str path)
{
	for (size_t i = 0; i < pages->count; i++)
		if (cnd_str_equal(pages->files[i], path))
			return;
	pages->files = cnd_arena_grow(pages->arena, pages->files, pages->count,
		&pages->capacity, sizeof(*pages->files));
	pages->files[pages->count++] = path;
}

bool
cnd_pages_write(struct cnd_pages *pages, struct cnd_str name,
	struct cnd_str bytes, struct cnd_str *path, struct cnd_error *err)
{
	struct cnd_str made;

	if (pages->folder.len == 0)
		return cnd_fail(
			err, CND_ERR_OUTPUT, "there is no folder for pages");
	name = clean_name(pages->arena, cnd_str_slice(name, 0, 200));
	made = cnd_arena_printf(pages->arena, "%.*s/%.*s-%ld.md",
		CND_STR_ARG(pages->folder), CND_STR_ARG(name), (long)getpid());
	if (!cnd_output_write(made.data, bytes, err))
		return false;
	note_file(pages, made);
	*path = made;
	return true;
}

bool
cnd_pages_hold(const struct cnd_pages *pages, struct cnd_str path)
{
	return pages->folder.len > 0 &&
		cnd_str_starts_with(path, pages->folder) &&
		path.len > pages->folder.len &&
		path.data[pages->folder.len] == '/';
}

void
cnd_pages_dispose(struct cnd_pages *pages)
{
	for (size_t i = 0; i < pages->count; i++)
		unlink(pages->files[i].data);
	cnd_arena_free(pages->arena);
	*pages = (struct cnd_pages){ 0 };
}
