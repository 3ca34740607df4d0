/* Loading Vale styles from disk. */
#include "app/styles.h"

#include <string.h>

/*
 * Vale's YAML library takes \' in double quotes for an apostrophe, which
 * YAML itself does not know.  Done in place, quoted scalars only.
 */
static struct cnd_str
lenient(struct cnd_arena *arena, struct cnd_str bytes)
{
	struct cnd_str copy = cnd_arena_copy(arena, bytes);
	char *out = cnd_arena_alloc(arena, bytes.len + 1);
	bool is_double = false;
	size_t len = 0;

	for (size_t i = 0; i < copy.len; i++) {
		char c = copy.data[i];
		char next = i + 1 < copy.len ? copy.data[i + 1] : '\0';

		if (c == '\n')
			is_double = false;
		else if (c == '"')
			is_double = !is_double;
		if (c == '\\' && is_double && next == '\'')
			continue;
		out[len++] = c;
		if (c == '\\' && is_double && next != '\0')
			out[len++] = copy.data[++i];
	}
	return (struct cnd_str){ out, len };
}

static bool
add_style(struct cnd_rule_files *files, const char *folder, struct cnd_str name,
	struct cnd_error *err)
{
	size_t before = files->count;
	struct cnd_str path = cnd_arena_printf(
		files->arena, "%s/%.*s", folder, CND_STR_ARG(name));

	if (!cnd_rule_files_add_folder(files, path.data, err))
		return false;
	for (size_t i = before; i < files->count; i++) {
		struct cnd_rule_file *file = &files->items[i];

		file->path = cnd_arena_printf(files->arena, "%.*s/%.*s",
			CND_STR_ARG(name), CND_STR_ARG(file->path));
		file->bytes = lenient(files->arena, file->bytes);
		file->is_vale = true;
	}
	return true;
}

static bool
is_knowledge(struct cnd_str path)
{
	return cnd_str_starts_with(path, CND_STR("lexicon/")) ||
		cnd_str_starts_with(path, CND_STR("profiles/")) ||
		cnd_str_starts_with(path, CND_STR("document/")) ||
		cnd_str_equal(path, CND_STR("structure.yml"));
}

static void
drop_builtin_rules(struct cnd_rule_files *files)
{
	size_t kept = 0;

	for (size_t i = 0; i < files->count; i++)
		if (!files->items[i].is_trusted ||
			is_knowledge(files->items[i].path))
			files->items[kept++] = files->items[i];
	files->count = kept;
}

bool
cnd_styles_add(struct cnd_rule_files *files, const struct cnd_styles *styles,
	struct cnd_error *err)
{
	const char *folder = styles->folder == NULL ? "styles" : styles->folder;

	if (styles->is_alone)
		drop_builtin_rules(files);
	for (size_t i = 0; i < styles->count; i++)
		if (!add_style(files, folder, styles->names[i], err))
			return false;
	return true;
}
