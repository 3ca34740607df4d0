/* Drafts, checked with the code that reads the files once saved. */
#include "app/draft.h"

#include "app/file.h"
#include "base/limits.h"

bool
cnd_draft_check_config(const struct cnd_projects *projects,
	const struct cnd_draft *draft, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_rule_files files = { .arena = arena };
	struct cnd_ruleset *set = NULL;
	const struct cnd_config *config =
		cnd_config_read(arena, draft->path, draft->bytes, err);
	bool ok = false;

	if (config != NULL && cnd_project_gather(projects, config, &files, err))
		set = cnd_ruleset_new(files.items, files.count, err);
	if (set != NULL)
		ok = cnd_project_check(arena, config, set, err);
	cnd_ruleset_free(set);
	cnd_arena_free(arena);
	return ok;
}

/* The configuration above a path; NULL when there is none that is right. */
static const struct cnd_config *
config_above(struct cnd_arena *arena, struct cnd_str path)
{
	struct cnd_error err = { 0 };
	struct cnd_buf bytes = { 0 };
	const struct cnd_config *config = NULL;
	struct cnd_str at = { 0 };

	if (path.len > 0)
		at = cnd_project_config(arena,
			cnd_project_folder(
				arena, cnd_arena_copy(arena, path).data));
	if (at.data != NULL &&
		cnd_file_read(at.data, CND_LIMIT_YAML_BYTES, &bytes, &err))
		config = cnd_config_read(arena, at, cnd_buf_str(&bytes), &err);
	cnd_buf_dispose(&bytes);
	return config;
}

void
cnd_draft_files(const struct cnd_projects *projects, struct cnd_str path,
	struct cnd_rule_files *files)
{
	struct cnd_error err = { 0 };

	/* What is wrong with another file is told there. */
	cnd_project_gather(
		projects, config_above(files->arena, path), files, &err);
}

/* Whether a rule file is one that others are compiled with. */
static bool
is_common(struct cnd_str path)
{
	return cnd_str_starts_with(path, CND_STR("lexicon/")) ||
		cnd_str_starts_with(path, CND_STR("weights/")) ||
		cnd_str_starts_with(path, CND_STR("profiles/")) ||
		cnd_str_equal(path, CND_STR("structure.yml"));
}

static void
keep_common(struct cnd_rule_files *files)
{
	size_t kept = 0;

	for (size_t i = 0; i < files->count; i++)
		if (!files->items[i].is_vale && is_common(files->items[i].path))
			files->items[kept++] = files->items[i];
	files->count = kept;
}

/* A lexicon's patterns are compiled only where a rule uses them. */
static void
add_user(struct cnd_rule_files *files, struct cnd_str path)
{
	static const struct cnd_str folder = CND_STR_INIT("lexicon/");
	struct cnd_str name = cnd_str_slice(path, folder.len, path.len);

	if (!cnd_str_starts_with(path, folder))
		return;
	name = cnd_str_slice(name, 0, cnd_str_find(name, CND_STR(".y")));
	cnd_rule_files_add(files,
		(struct cnd_rule_file){
			.path = CND_STR("draft/user.yml"),
			.shown = path,
			.bytes = cnd_arena_printf(files->arena,
				"extends: existence\nmessage: used\n"
				"tokens: ['{{%.*s}}']\n",
				CND_STR_ARG(name)),
		});
}

struct cnd_ruleset *
cnd_draft_compile(const struct cnd_projects *projects,
	const struct cnd_draft *draft, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_rule_files files = { .arena = arena };
	struct cnd_ruleset *set;

	cnd_draft_files(projects, draft->path, &files);
	keep_common(&files);
	cnd_rule_files_add(&files,
		(struct cnd_rule_file){
			.path = draft->below,
			.shown = draft->below,
			.bytes = draft->bytes,
		});
	add_user(&files, draft->below);
	set = cnd_ruleset_new(files.items, files.count, err);
	cnd_arena_free(arena);
	return set;
}
