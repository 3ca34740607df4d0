/* .candour.yml for the texts an editor has open. */
#include "lsp/config.h"

#include "lsp/uri.h"

#include <string.h>

const struct cnd_projects *
cnd_lsp_config_projects(struct cnd_lsp_config *config)
{
	if (config->projects.arena == NULL)
		config->projects = (struct cnd_projects){
			.arena = cnd_arena_new(),
			.folders = config->folders,
			.folder_count = config->folder_count,
		};
	return &config->projects;
}

static bool
find(struct cnd_lsp_config *config, struct cnd_str uri,
	struct cnd_arena *scratch, struct cnd_in_force *force)
{
	struct cnd_str path = cnd_uri_path(scratch, uri);
	struct cnd_error err = { 0 };

	if (path.data == NULL ||
		cnd_project_config(
			scratch, cnd_project_folder(scratch, path.data))
				.data == NULL)
		return false;
	cnd_lsp_config_projects(config);
	if (cnd_projects_find(&config->projects, path.data, force, &err))
		return true;
	config->err = err;
	return false;
}

bool
cnd_lsp_config_find(struct cnd_lsp_config *config, struct cnd_str uri,
	struct cnd_in_force *force)
{
	struct cnd_arena *scratch = cnd_arena_new();
	bool is_found;

	*force = (struct cnd_in_force){ 0 };
	is_found = find(config, uri, scratch, force);
	if (!is_found)
		*force = (struct cnd_in_force){ 0 };
	cnd_arena_free(scratch);
	return is_found;
}

struct cnd_lint_options
cnd_lsp_config_options(struct cnd_arena *scratch,
	const struct cnd_in_force *force,
	const struct cnd_lint_options *settings)
{
	struct cnd_lint_options options = *settings;
	struct cnd_rule_choice *choices = cnd_arena_array(scratch,
		settings->choice_count + force->count + 1, sizeof(*choices));

	if (settings->choice_count > 0)
		memcpy(choices, settings->choices,
			settings->choice_count * sizeof(*choices));
	if (force->count > 0)
		memcpy(choices + settings->choice_count, force->choices,
			force->count * sizeof(*choices));
	options.choices = choices;
	options.choice_count = settings->choice_count + force->count;
	if (force->profile.text.data != NULL)
		options.profile = force->profile.text;
	options.vale = force->vale;
	return options;
}

bool
cnd_lsp_config_is_full(const struct cnd_lsp_config *config)
{
	/* A look-up takes some 10 KB: a long day's typing. */
	enum { MOST_BYTES = 64 << 20 };

	return config->projects.arena != NULL &&
		cnd_arena_used(config->projects.arena) > MOST_BYTES;
}

void
cnd_lsp_config_forget(struct cnd_lsp_config *config)
{
	cnd_arena_free(config->projects.arena);
	config->projects = (struct cnd_projects){ 0 };
	config->err = (struct cnd_error){ 0 };
	config->is_told = false;
	config->generation++;
}
