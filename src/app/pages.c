/* One folder, made when first needed, mode 0700 as mkdtemp makes it. */
#include "app/pages.h"

#include "app/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool
make_folder(struct cnd_pages *pages, struct cnd_error *err)
{
	struct cnd_arena *arena;
	struct cnd_str template;
	char *path;

	if (pages->arena != NULL)
		return true;
	arena = cnd_arena_new();
	template = cnd_arena_printf(arena, "%s/candour-XXXXXX", pages->parent);
	path = cnd_arena_alloc(arena, template.len + 1);
	memcpy(path, template.data, template.len);
	if (mkdtemp(path) == NULL) {
		cnd_fail(err, CND_ERR_OUTPUT, "no folder for pages: %s",
			strerror(errno));
		cnd_fail_at(err, cnd_str_of(pages->parent), 0, 0);
		cnd_arena_free(arena);
		return false;
	}
	pages->arena = arena;
	pages->folder = (struct cnd_str){ path, template.len };
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

	if (!make_folder(pages, err))
		return false;
	name = clean_name(pages->arena, cnd_str_slice(name, 0, 200));
	made = cnd_arena_printf(pages->arena, "%.*s/%.*s",
		CND_STR_ARG(pages->folder), CND_STR_ARG(name));
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
	if (pages->folder.len > 0)
		rmdir(pages->folder.data);
	cnd_arena_free(pages->arena);
	*pages = (struct cnd_pages){ .parent = pages->parent };
}
