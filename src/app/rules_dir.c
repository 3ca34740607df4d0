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

	/* At once: each start adds them, most often to nothing. */
	if (files->items == NULL) {
		files->items = cnd_arena_array(
			files->arena, count, sizeof(*files->items));
		files->capacity = count;
	}
	for (size_t i = 0; i < count; i++) {
		struct cnd_rule_file file = builtin[i];

		file.is_trusted = true;
		cnd_rule_files_add(files, file);
	}
}

/* Which files are looked for, and what they are for. */
struct wanted {
	struct cnd_str ending;
	enum cnd_rule_use use;
	bool is_name_only; /* the file is not read */
};

/* path is below the folder; shown is where it is on disk. */
static bool
add_file(struct cnd_rule_files *files, struct cnd_str path,
	struct cnd_str shown, const struct wanted *wanted,
	struct cnd_error *err)
{
	struct cnd_buf bytes = { 0 };
	bool ok = wanted->is_name_only ||
		cnd_file_read(shown.data, CND_LIMIT_YAML_BYTES, &bytes, err);

	if (ok)
		cnd_rule_files_add(files,
			(struct cnd_rule_file){ .path = path,
				.use = wanted->use,
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

/* A folder being read: its path, and what goes before its files'. */
struct level {
	struct cnd_str folder;
	struct cnd_str prefix;
	unsigned depth;
};

static bool
add_below(struct cnd_rule_files *files, struct level level,
	const struct wanted *wanted, struct cnd_error *err)
{
	struct cnd_str folder = level.folder;
	DIR *dir = opendir(folder.data);
	struct dirent *entry;
	bool ok = true;

	if (dir == NULL)
		return fail_open(folder.data, err);
	if (level.depth > CND_LIMIT_FOLDER_DEPTH)
		ok = cnd_fail(err, CND_ERR_LIMIT, "folders nest too deep");
	while (ok && (entry = readdir(dir)) != NULL) {
		struct cnd_str name = cnd_str_of(entry->d_name);
		struct cnd_str shown = cnd_arena_printf(
			files->arena, "%s/%s", folder.data, entry->d_name);
		struct cnd_str path = cnd_arena_printf(files->arena, "%.*s%s",
			CND_STR_ARG(level.prefix), entry->d_name);

		if (name.data[0] == '.')
			continue;
		if (cnd_file_kind(shown.data) == CND_FILE_FOLDER)
			ok = add_below(files,
				(struct level){ shown,
					cnd_arena_printf(files->arena, "%.*s/",
						CND_STR_ARG(path)),
					level.depth + 1 },
				wanted, err);
		else if (cnd_str_ends_with(name, wanted->ending))
			ok = add_file(files, path, shown, wanted, err);
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
	static const struct wanted rules = { CND_STR_INIT(".yml"), CND_USE_RULE,
		false };
	size_t before = files->count;
	struct cnd_str root = cnd_str_of(folder);

	while (root.len > 1 && root.data[root.len - 1] == '/')
		root.len--;
	root = cnd_arena_copy(files->arena, root);
	if (!add_below(
		    files, (struct level){ root, CND_STR(""), 0 }, &rules, err))
		return false;
	if (files->count == before) {
		cnd_fail(err, CND_ERR_RULE, "holds no .yml file");
		return cnd_fail_at(err, root, 0, 0);
	}
	qsort(files->items + before, files->count - before,
		sizeof(*files->items), compare_paths);
	return true;
}

static bool
add_if_there(struct cnd_rule_files *files, const char *folder,
	const char *prefix, const struct wanted *wanted, struct cnd_error *err)
{
	struct level level = {
		.folder = cnd_arena_copy(files->arena, cnd_str_of(folder)),
		.prefix = cnd_str_of(prefix),
	};

	return cnd_file_kind(folder) != CND_FILE_FOLDER ||
		add_below(files, level, wanted, err);
}

bool
cnd_rule_files_add_words(struct cnd_rule_files *files, const char *folder,
	const char *prefix, struct cnd_error *err)
{
	static const struct wanted words = { CND_STR_INIT(".txt"),
		CND_USE_WORDS, false };

	return add_if_there(files, folder, prefix, &words, err);
}

bool
cnd_rule_files_add_dictionaries(struct cnd_rule_files *files,
	const char *folder, const char *prefix, struct cnd_error *err)
{
	static const struct wanted names = { CND_STR_INIT(".dic"),
		CND_USE_WORDS, true };

	return add_if_there(files, folder, prefix, &names, err);
}
