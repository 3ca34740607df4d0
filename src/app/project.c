/*
 * What is in force for a file.  Each configuration is read, and its rules
 * compiled, once for all the files that stand below it.
 */
#include "app/project.h"

#include "app/file.h"
#include "app/house.h"
#include "app/rules_dir.h"
#include "app/vale_ini.h"
#include "base/limits.h"
#include "lint/choice.h"
#include "rule/rule.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

struct cnd_project {
	struct cnd_config *config; /* NULL: files without one */
	struct cnd_ruleset *set;
};

/* The length of a path's folder, without the slash behind it. */
static size_t
folder_length(struct cnd_str path)
{
	size_t at = path.len;

	while (at > 0 && path.data[at - 1] != '/')
		at--;
	return at > 0 ? at - 1 : 0;
}

/* realpath of a folder into the arena; data NULL when there is none. */
static struct cnd_str
real_folder(struct cnd_arena *arena, struct cnd_str folder)
{
	char *real = realpath(cnd_arena_copy(arena, folder).data, NULL);
	struct cnd_str copy = { 0 };

	if (real != NULL)
		copy = cnd_arena_copy(arena, cnd_str_of(real));
	free(real);
	return cnd_str_equal(copy, CND_STR("/")) ? CND_STR("") : copy;
}

struct cnd_str
cnd_project_folder(struct cnd_arena *arena, const char *file)
{
	struct cnd_str path = cnd_str_of(file);
	struct cnd_str folder;
	struct cnd_str real;
	size_t len;

	if (path.data[0] != '/')
		path = cnd_arena_printf(arena, "./%s", file);
	folder = cnd_str_slice(path, 0, folder_length(path));
	/* What does not exist yet stays as it is named. */
	for (len = folder.len;;
		len = folder_length(cnd_str_slice(folder, 0, len))) {
		if (len == 0)
			return folder;
		real = real_folder(arena, cnd_str_slice(folder, 0, len));
		if (real.data != NULL)
			break;
	}
	folder = cnd_str_slice(folder, len, folder.len);
	return cnd_arena_printf(
		arena, "%.*s%.*s", CND_STR_ARG(real), CND_STR_ARG(folder));
}

/*
 * What stands nearest under one of the names; data NULL: nothing.  A folder
 * may be called as Vale's file is.
 */
static struct cnd_str
find_above(struct cnd_arena *arena, struct cnd_str folder,
	const char *const *names, bool may_be_folder)
{
	for (;;) {
		struct cnd_str git = cnd_arena_printf(
			arena, "%.*s/.git", CND_STR_ARG(folder));

		for (size_t i = 0; names[i] != NULL; i++) {
			struct cnd_str path = cnd_arena_printf(arena, "%.*s/%s",
				CND_STR_ARG(folder), names[i]);

			enum cnd_file_kind kind = cnd_file_kind(path.data);

			if (kind != CND_FILE_MISSING &&
				(may_be_folder || kind != CND_FILE_FOLDER))
				return path;
		}
		if (folder.len == 0 ||
			cnd_file_kind(git.data) != CND_FILE_MISSING)
			return (struct cnd_str){ 0 };
		while (folder.len > 0 && folder.data[folder.len - 1] != '/')
			folder.len--;
		folder.len -= folder.len > 0;
	}
}

struct cnd_str
cnd_project_config(struct cnd_arena *arena, struct cnd_str folder)
{
	static const char *const own[] = { CND_CONFIG_NAME, NULL };
	struct cnd_str path = find_above(arena, folder, own, true);

	return path.data != NULL
		? path
		: find_above(arena, folder, cnd_vale_ini_names(), false);
}

static void
free_set(void *set)
{
	cnd_ruleset_free(set);
}

static struct cnd_config *
read_config(struct cnd_arena *arena, struct cnd_str path, struct cnd_error *err)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_config *config = NULL;

	if (cnd_file_read(path.data, CND_LIMIT_YAML_BYTES, &bytes, err))
		config = cnd_vale_ini_is_name(path)
			? cnd_vale_ini_read(
				  arena, path, cnd_buf_str(&bytes), err)
			: cnd_config_read(
				  arena, path, cnd_buf_str(&bytes), err);
	else
		err->code = CND_ERR_CONFIG;
	cnd_buf_dispose(&bytes);
	return config;
}

static bool
fail_at(const struct cnd_config *config, uint32_t line, uint32_t column,
	struct cnd_error *err)
{
	return cnd_fail_at(err, config->path, line, column);
}

/* Adds the configuration's own rule folders, named relative to it. */
static bool
add_folders(struct cnd_rule_files *files, const struct cnd_config *config,
	struct cnd_error *err)
{
	for (size_t i = 0; i < config->rule_folders.count; i++) {
		struct cnd_config_text named = config->rule_folders.items[i];
		struct cnd_str folder = named.text;

		if (!cnd_str_starts_with(folder, CND_STR("/")))
			folder = cnd_arena_printf(files->arena, "%.*s/%.*s",
				CND_STR_ARG(config->folder),
				CND_STR_ARG(named.text));
		if (cnd_file_kind(folder.data) == CND_FILE_FOLDER) {
			if (!cnd_rule_files_add_folder(files, folder.data, err))
				return false;
			continue;
		}
		cnd_fail(err, CND_ERR_CONFIG,
			"there is no folder of rules '%.*s'",
			CND_STR_ARG(cnd_str_slice(named.text, 0, 200)));
		return fail_at(config, named.line, named.column, err);
	}
	return true;
}

bool
cnd_project_gather(const struct cnd_projects *projects,
	const struct cnd_config *config, struct cnd_rule_files *files,
	struct cnd_error *err)
{
	cnd_rule_files_add_builtin(files);
	if (config != NULL && !add_folders(files, config, err))
		return false;
	for (size_t i = 0; i < projects->folder_count; i++)
		if (!cnd_rule_files_add_folder(
			    files, projects->folders[i], err))
			return false;
	if (config != NULL)
		cnd_house_add(files, config);
	if (config != NULL && !cnd_styles_add_configured(files, config, err))
		return false;
	return cnd_styles_add(files, &projects->styles, err);
}

static struct cnd_ruleset *
compile(const struct cnd_projects *projects, const struct cnd_config *config,
	struct cnd_error *err)
{
	struct cnd_rule_files files = { .arena = projects->arena };
	struct cnd_ruleset *set;

	if (!cnd_project_gather(projects, config, &files, err))
		return NULL;
	set = cnd_ruleset_new(files.items, files.count, err);
	if (set != NULL)
		cnd_arena_defer(projects->arena, free_set, set);
	return set;
}

/* Whether a configuration names a rule or a group ("language/"). */
static bool
is_known(const struct cnd_ruleset *set, struct cnd_str name)
{
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(set, &count);
	struct cnd_rule_choice choice = { .rule = name };

	for (size_t i = 0; i < count; i++)
		if (cnd_choice_for(&choice, 1, rules[i].info.id) != NULL)
			return true;
	return false;
}

static bool
fail_rule(struct cnd_arena *arena, const struct cnd_ruleset *set,
	struct cnd_str name, struct cnd_error *err)
{
	size_t count = cnd_ruleset_count(set);
	struct cnd_str *names =
		cnd_arena_array(arena, count * 2 + 1, sizeof(*names));
	struct cnd_str nearest;

	for (size_t i = 0; i < count; i++) {
		struct cnd_str id = cnd_ruleset_rule(set, i)->id;
		size_t slash = cnd_str_find_byte(id, '/');

		names[i * 2] = id;
		names[i * 2 + 1] = slash == CND_NOT_FOUND
			? id
			: cnd_str_slice(id, 0, slash + 1);
	}
	nearest = cnd_nearest(name, names, count * 2);
	name = cnd_str_slice(name, 0, 80);
	if (nearest.len > 0)
		return cnd_fail(err, CND_ERR_CONFIG,
			"there is no rule '%.*s'; did you mean '%.*s'?",
			CND_STR_ARG(name), CND_STR_ARG(nearest));
	return cnd_fail(err, CND_ERR_CONFIG,
		"there is no rule or group '%.*s' (groups end in '/')",
		CND_STR_ARG(name));
}

static bool
check_profile(const struct cnd_ruleset *set, struct cnd_str name,
	struct cnd_error *err)
{
	struct cnd_str near;

	if (name.len == 0 || cnd_ruleset_knows_profile(set, name))
		return true;
	near = cnd_ruleset_nearest_profile(set, name);
	name = cnd_str_slice(name, 0, 60);
	if (near.len > 0)
		return cnd_fail(err, CND_ERR_CONFIG,
			"profile '%.*s' is not known; did you mean '%.*s'?",
			CND_STR_ARG(name), CND_STR_ARG(near));
	return cnd_fail(err, CND_ERR_CONFIG, "profile '%.*s' is not known",
		CND_STR_ARG(name));
}

/* A configuration, and the rules that its names are looked up in. */
struct names {
	struct cnd_arena *arena;
	const struct cnd_config *config;
	const struct cnd_ruleset *set;
};

static bool
check_layer(const struct names *names, const struct cnd_config_layer *layer,
	struct cnd_error *err)
{
	if (!check_profile(names->set, layer->profile.text, err))
		return fail_at(names->config, layer->profile.line,
			layer->profile.column, err);
	for (size_t i = 0; i < layer->rule_count; i++) {
		const struct cnd_config_rule *rule = &layer->rules[i];

		if (names->config->is_vale ||
			is_known(names->set, rule->choice.rule))
			continue;
		fail_rule(names->arena, names->set, rule->choice.rule, err);
		return fail_at(names->config, rule->line, rule->column, err);
	}
	return true;
}

bool
cnd_project_check(struct cnd_arena *arena, const struct cnd_config *config,
	const struct cnd_ruleset *set, struct cnd_error *err)
{
	const struct names names = { arena, config, set };

	if (!check_layer(&names, &config->all, err))
		return false;
	for (size_t i = 0; i < config->section_count; i++)
		if (!check_layer(&names, &config->sections[i], err))
			return false;
	return true;
}

static struct cnd_project *
open_project(struct cnd_projects *projects, struct cnd_str path,
	struct cnd_error *err)
{
	struct cnd_project *project =
		cnd_arena_alloc(projects->arena, sizeof(*project));

	if (path.data != NULL) {
		project->config = read_config(projects->arena, path, err);
		if (project->config == NULL)
			return NULL;
	}
	project->set = compile(projects, project->config, err);
	if (project->set == NULL)
		return NULL;
	if (project->config != NULL &&
		!cnd_project_check(
			projects->arena, project->config, project->set, err))
		return NULL;
	projects->items = cnd_arena_grow(projects->arena, projects->items,
		projects->count, &projects->capacity, sizeof(*projects->items));
	projects->items[projects->count++] = project;
	return project;
}

/* The project of that configuration (data NULL: of none). */
static struct cnd_project *
project_of(struct cnd_projects *projects, struct cnd_str path,
	struct cnd_error *err)
{
	for (size_t i = 0; i < projects->count; i++) {
		struct cnd_project *project = projects->items[i];

		if (project->config == NULL
				? path.data == NULL
				: cnd_str_equal(project->config->path, path))
			return project;
	}
	return open_project(projects, path, err);
}

/* A layer's rule of the longest name that fits; the last of equals. */
static const struct cnd_config_rule *
best_of(const struct cnd_config_layer *layer, struct cnd_str id)
{
	const struct cnd_config_rule *best = NULL;

	for (size_t i = 0; i < layer->rule_count; i++) {
		const struct cnd_config_rule *rule = &layer->rules[i];

		if (cnd_choice_for(&rule->choice, 1, id) != NULL &&
			(best == NULL ||
				rule->choice.rule.len >= best->choice.rule.len))
			best = rule;
	}
	return best;
}

static void
apply_rules(struct cnd_in_force *force, const struct cnd_config_layer *layer)
{
	size_t count = cnd_ruleset_count(force->set);

	for (size_t i = 0; i < count; i++) {
		struct cnd_str id = cnd_ruleset_rule(force->set, i)->id;
		const struct cnd_config_rule *best = best_of(layer, id);
		struct cnd_rule_choice *choice = &force->choices[i];

		if (best == NULL)
			continue;
		choice->rule = id;
		choice->is_on = best->choice.is_on;
		if (best->choice.has_level) {
			choice->has_level = true;
			choice->level = best->choice.level;
		}
		force->sources[i] = best;
	}
}

/* MinAlertLevel: what would be told below it is off. */
static void
drop_below_least(struct cnd_in_force *force)
{
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(force->set, &count);

	for (size_t i = 0; i < count; i++) {
		struct cnd_rule_choice *choice = &force->choices[i];
		enum cnd_level level =
			choice->has_level ? choice->level : rules[i].info.level;

		if (rules[i].is_vale && level < force->config->styles.least)
			choice->is_on = false;
	}
}

static void
apply(struct cnd_in_force *force, const struct cnd_config_layer *layer)
{
	if (layer->profile.text.data != NULL)
		force->profile = layer->profile;
	if (layer->fail_on.text.data != NULL)
		force->fail_on = layer->fail_on;
	apply_rules(force, layer);
}

/* Drops the rules that no layer chose. */
static void
pack(struct cnd_in_force *force)
{
	size_t count = cnd_ruleset_count(force->set);

	for (size_t i = 0; i < count; i++) {
		if (force->sources[i] == NULL)
			continue;
		force->choices[force->count] = force->choices[i];
		force->sources[force->count++] = force->sources[i];
	}
}

/* The whole path of a file in that folder. */
static struct cnd_str
absolute(struct cnd_arena *arena, struct cnd_str folder, const char *file)
{
	struct cnd_str name = cnd_str_of(file);
	size_t at = name.len;

	while (at > 0 && name.data[at - 1] != '/')
		at--;
	return cnd_arena_printf(
		arena, "%.*s/%s", CND_STR_ARG(folder), name.data + at);
}

/* The file's path below the configuration's folder. */
static struct cnd_str
path_below(const struct cnd_config *config, struct cnd_str path)
{
	struct cnd_str folder = config->folder;

	if (path.len > folder.len && cnd_str_starts_with(path, folder) &&
		path.data[folder.len] == '/')
		return cnd_str_slice(path, folder.len + 1, path.len);
	return cnd_str_slice(path, 1, path.len);
}

static bool
fill(struct cnd_in_force *force, struct cnd_arena *arena, struct cnd_str folder,
	const char *file, struct cnd_error *err)
{
	const struct cnd_config *config = force->config;
	size_t count = cnd_ruleset_count(force->set);
	struct cnd_str path = path_below(config, absolute(arena, folder, file));

	force->choices =
		cnd_arena_array(arena, count + 1, sizeof(*force->choices));
	force->sources = cnd_arena_array(
		arena, count + 1, sizeof(const struct cnd_config_rule *));
	apply(force, &config->all);
	for (size_t i = 0; i < config->section_count; i++)
		if (cnd_config_matches(&config->sections[i], path))
			apply(force, &config->sections[i]);
	drop_below_least(force);
	pack(force);
	force->ending = cnd_vale_format_for(config, path);
	force->vale = cnd_vale_settings_for(config, path, arena, err);
	return force->vale != NULL;
}

bool
cnd_projects_find(struct cnd_projects *projects, const char *file,
	struct cnd_in_force *force, struct cnd_error *err)
{
	struct cnd_arena *arena = projects->arena;
	struct cnd_str folder = cnd_project_folder(arena, file);
	struct cnd_str path = { 0 };
	struct cnd_project *project;

	*force = (struct cnd_in_force){ 0 };
	if (projects->config != NULL)
		path = absolute(arena,
			cnd_project_folder(arena, projects->config),
			projects->config);
	else if (!projects->is_ignoring)
		path = cnd_project_config(arena, folder);
	project = project_of(projects, path, err);
	if (project == NULL)
		return false;
	force->config = project->config;
	force->set = project->set;
	return force->config == NULL || fill(force, arena, folder, file, err);
}
