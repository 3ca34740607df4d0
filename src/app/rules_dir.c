/* Rule files from a folder. */
#include "app/rules_dir.h"

#include "app/file.h"
#include "base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void
cnd_rule_files_add(struct cnd_rule_files *files, struct cnd_rule_file file)
{
	files->items = cnd_arena_grow(files->arena, files->items, files->count,
		&files->capacity, sizeof(*files->items));
	files->items[files->count++] = file;
}

void
cnd_rule_files_add_builtin(struct cnd_rule_files *files)
{
	size_t count;
	const struct cnd_rule_file *builtin = cnd_builtin_rules(&count);

	for (size_t i = 0; i < count; i++) {
		struct cnd_rule_file file = builtin[i];

		file.is_trusted = true;
		cnd_rule_files_add(files, file);
	}
}

/* path is below the folder; shown is where it is on disk. */
static bool
add_file(struct cnd_rule_files *files, struct cnd_str path,
	struct cnd_str shown, struct cnd_error *err)
{
	struct cnd_buf bytes = { 0 };
	bool ok = cnd_file_read(shown.data, CND_LIMIT_YAML_BYTES, &bytes, err);

	if (ok)
		cnd_rule_files_add(files,
			(struct cnd_rule_file){ .path = path,
				.bytes = cnd_arena_copy(
					files->arena, cnd_buf_str(&bytes)),
				.shown = shown });
	cnd_buf_dispose(&bytes);
	return ok;
}

static bool
fail_open(const char *folder, struct cnd_error *err)
{
	cnd_fail(err, CND_ERR_RULE, "%s", strerror(errno));
	return cnd_fail_at(err, cnd_str_of(folder), 0, 0);
}

static bool
add_below(struct cnd_rule_files *files, struct cnd_str folder,
	struct cnd_str prefix, unsigned depth, struct cnd_error *err)
{
	DIR *dir = opendir(folder.data);
	struct dirent *entry;
	bool ok = true;

	if (dir == NULL)
		return fail_open(folder.data, err);
	if (depth > CND_LIMIT_FOLDER_DEPTH)
		ok = cnd_fail(err, CND_ERR_LIMIT, "folders nest too deep");
	while (ok && (entry = readdir(dir)) != NULL) {
		struct cnd_str name = cnd_str_of(entry->d_name);
		struct cnd_str shown = cnd_arena_printf(
			files->arena, "%s/%s", folder.data, entry->d_name);
		struct cnd_str path = cnd_arena_printf(files->arena, "%.*s%s",
			CND_STR_ARG(prefix), entry->d_name);

		if (name.data[0] == '.')
			continue;
		if (cnd_file_kind(shown.data) == CND_FILE_FOLDER)
			ok = add_below(files, shown,
				cnd_arena_printf(files->arena, "%.*s/",
					CND_STR_ARG(path)),
				depth + 1, err);
		else if (cnd_str_ends_with(name, CND_STR(".yml")))
			ok = add_file(files, path, shown, err);
	}
	closedir(dir);
	return ok;
}

static int
compare_paths(const void *left, const void *right)
{
	const struct cnd_rule_file *a = left;
	const struct cnd_rule_file *b = right;

	return cnd_str_compare(a->path, b->path);
}

bool
cnd_rule_files_add_folder(
	struct cnd_rule_files *files, const char *folder, struct cnd_error *err)
{
	size_t before = files->count;
	struct cnd_str root = cnd_str_of(folder);

	while (root.len > 1 && root.data[root.len - 1] == '/')
		root.len--;
	root = cnd_arena_copy(files->arena, root);
	if (!add_below(files, root, CND_STR(""), 0, err))
		return false;
	if (files->count == before) {
		cnd_fail(err, CND_ERR_RULE, "holds no .yml file");
		return cnd_fail_at(err, root, 0, 0);
	}
	qsort(files->items + before, files->count - before,
		sizeof(*files->items), compare_paths);
	return true;
}
