/* Folders by path; those that are no files' (remote ones) are left out. */
#include "lsp/roots.h"

#include "lsp/uri.h"

/* Folders of one window: a listing of more is a mistake or an attack. */
enum { ROOTS_MAX = 256 };

static void
drop(struct cnd_roots *roots, struct cnd_str path)
{
	size_t kept = 0;

	for (size_t i = 0; i < roots->count; i++)
		if (!cnd_str_equal(roots->paths[i], path))
			roots->paths[kept++] = roots->paths[i];
	roots->count = kept;
}

static struct cnd_str
path_of(struct cnd_roots *roots, struct cnd_str uri)
{
	struct cnd_str path;

	if (roots->arena == NULL)
		roots->arena = cnd_arena_new();
	path = cnd_uri_path(roots->arena, uri);
	while (path.len > 1 && path.data[path.len - 1] == '/')
		path.len--;
	return cnd_arena_copy(roots->arena, path);
}

static void
add(struct cnd_roots *roots, struct cnd_str uri)
{
	struct cnd_str path = path_of(roots, uri);

	if (path.len == 0 || roots->count >= ROOTS_MAX)
		return;
	drop(roots, path);
	roots->paths = cnd_arena_grow(roots->arena, roots->paths, roots->count,
		&roots->capacity, sizeof(*roots->paths));
	roots->paths[roots->count++] = path;
}

static const struct cnd_json_value *
first_of(const struct cnd_json_value *list)
{
	return list != NULL && list->kind == CND_JSON_ARRAY ? list->first
							    : NULL;
}

void
cnd_roots_take(struct cnd_roots *roots, const struct cnd_json_value *params)
{
	const struct cnd_json_value *at =
		first_of(cnd_json_get(params, "workspaceFolders"));

	if (at == NULL)
		add(roots, cnd_json_text(cnd_json_get(params, "rootUri")));
	for (; at != NULL; at = at->next)
		add(roots, cnd_json_text(cnd_json_get(at, "uri")));
}

void
cnd_roots_change(struct cnd_roots *roots, const struct cnd_json_value *event)
{
	const struct cnd_json_value *at;

	for (at = first_of(cnd_json_get(event, "removed")); at != NULL;
		at = at->next)
		drop(roots,
			path_of(roots, cnd_json_text(cnd_json_get(at, "uri"))));
	for (at = first_of(cnd_json_get(event, "added")); at != NULL;
		at = at->next)
		add(roots, cnd_json_text(cnd_json_get(at, "uri")));
}

void
cnd_roots_dispose(struct cnd_roots *roots)
{
	cnd_arena_free(roots->arena);
	*roots = (struct cnd_roots){ 0 };
}
