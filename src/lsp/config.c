/* .candour.yml for the texts an editor has open. */
#include "lsp/config.h"

#include "base/buf.h"

#include <string.h>

static int
hex(char c)
{
	c = cnd_to_lower(c);
	if (cnd_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The path of a file's URI; data NULL for others. */
static struct cnd_str
path_of(struct cnd_arena *arena, struct cnd_str uri)
{
	struct cnd_str rest = cnd_str_slice(uri, 7, uri.len);
	size_t slash = cnd_str_find_byte(rest, '/');
	char *path = cnd_arena_alloc(arena, uri.len + 1);
	size_t len = 0;

	if (!cnd_str_starts_with(uri, CND_STR("file://")) ||
		slash == CND_NOT_FOUND)
		return (struct cnd_str){ 0 };
	rest = cnd_str_slice(rest, slash, rest.len);
	for (size_t i = 0; i < rest.len; i++) {
		bool is_coded = rest.data[i] == '%' && i + 2 < rest.len &&
			hex(rest.data[i + 1]) >= 0 &&
			hex(rest.data[i + 2]) >= 0;

		if (is_coded) {
			path[len++] = (char)(hex(rest.data[i + 1]) * 16 +
				hex(rest.data[i + 2]));
			i += 2;
		} else {
			path[len++] = rest.data[i];
		}
	}
	return strlen(path) == len ? (struct cnd_str){ path, len }
				   : (struct cnd_str){ 0 };
}

static bool
find(struct cnd_lsp_config *config, struct cnd_str uri,
	struct cnd_arena *scratch, struct cnd_in_force *force)
{
	struct cnd_str path = path_of(scratch, uri);
	struct cnd_error err = { 0 };

	if (path.data == NULL ||
		cnd_project_config(
			scratch, cnd_project_folder(scratch, path.data))
				.data == NULL)
		return false;
	if (config->projects.arena == NULL)
		config->projects = (struct cnd_projects){
			.arena = cnd_arena_new(),
			.folders = config->folders,
			.folder_count = config->folder_count,
		};
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
