/*
 * Reading .candour.yml by tables of keys: what a table does not name is an
 * error with its place, so that a slip never switches a rule off in
 * silence.
 */
#include "app/config.h"

#include "base/limits.h"
#include "base/yaml.h"

#include <string.h>

/* Names of one list: they become alternatives of one pattern. */
enum { MOST_NAMES = 400, LONGEST_NAME = 120, MOST_KEYS = 16 };

struct reader {
	struct cnd_arena *arena;
	struct cnd_config *config;
	struct cnd_config_layer *layer;
	struct cnd_error *err;
};

struct key {
	const char *name;
	bool (*read)(struct reader *reader, const struct cnd_yaml *node);
};

static bool
fail_node(struct reader *reader, const struct cnd_yaml *node, const char *words)
{
	cnd_fail(reader->err, CND_ERR_CONFIG, "%s", words);
	return cnd_fail_at(
		reader->err, (struct cnd_str){ 0 }, node->line, node->column);
}

static bool
fail_key(struct reader *reader, const struct cnd_yaml *node,
	const struct key *keys)
{
	struct cnd_str names[MOST_KEYS];
	struct cnd_str name = cnd_str_slice(node->key->text, 0, 60);
	struct cnd_str nearest;
	size_t count = 0;

	while (count < MOST_KEYS && keys[count].name != NULL) {
		names[count] = cnd_str_of(keys[count].name);
		count++;
	}
	nearest = cnd_nearest(name, names, count);
	if (nearest.len > 0)
		cnd_fail(reader->err, CND_ERR_CONFIG,
			"key '%.*s' is not known here; did you mean '%.*s'?",
			CND_STR_ARG(name), CND_STR_ARG(nearest));
	else
		cnd_fail(reader->err, CND_ERR_CONFIG,
			"key '%.*s' is not known here", CND_STR_ARG(name));
	return cnd_fail_at(reader->err, (struct cnd_str){ 0 }, node->key->line,
		node->key->column);
}

static bool
read_keys(struct reader *reader, const struct cnd_yaml *map,
	const struct key *keys)
{
	for (const struct cnd_yaml *n = map->child; n != NULL; n = n->next) {
		const struct key *key = keys;

		while (key->name != NULL &&
			!cnd_str_equal(cnd_str_of(key->name), n->key->text))
			key++;
		if (key->name == NULL)
			return fail_key(reader, n, keys);
		if (!key->read(reader, n))
			return false;
	}
	return true;
}

/* "profile:" with nothing behind it is as good as not given. */
static bool
is_empty(const struct cnd_yaml *node)
{
	return node->kind == CND_YAML_SCALAR && node->is_plain &&
		node->text.len == 0;
}

static bool
read_text(struct reader *reader, const struct cnd_yaml *node,
	struct cnd_config_text *value)
{
	value->line = node->line;
	value->column = node->column;
	return cnd_yaml_string(node, &value->text, reader->err);
}

static bool
read_list(struct reader *reader, const struct cnd_yaml *node,
	struct cnd_config_list *list)
{
	if (is_empty(node))
		return true;
	if (node->kind != CND_YAML_LIST)
		return fail_node(reader, node, "this must be a list");
	if (cnd_yaml_count(node) > MOST_NAMES)
		return fail_node(
			reader, node, "a list takes at most 400 entries");
	list->items = cnd_arena_array(
		reader->arena, cnd_yaml_count(node), sizeof(*list->items));
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next)
		if (!read_text(reader, n, &list->items[list->count++]))
			return false;
	return true;
}

static bool
read_profile(struct reader *reader, const struct cnd_yaml *node)
{
	return is_empty(node) ||
		read_text(reader, node, &reader->layer->profile);
}

static bool
read_fail_on(struct reader *reader, const struct cnd_yaml *node)
{
	int threshold;

	if (is_empty(node))
		return true;
	if (!read_text(reader, node, &reader->layer->fail_on))
		return false;
	if (!cnd_config_threshold(node->text, &threshold))
		return fail_node(reader, node,
			"'fail-on' is 'suggestion', 'warning', 'error' or "
			"'never'");
	return true;
}

static bool
read_rules(struct reader *reader, const struct cnd_yaml *node)
{
	struct cnd_config_layer *layer = reader->layer;

	if (is_empty(node))
		return true;
	if (node->kind != CND_YAML_MAP)
		return fail_node(reader, node,
			"'rules' must be a map from rules to levels");
	layer->rules = cnd_arena_array(
		reader->arena, cnd_yaml_count(node), sizeof(*layer->rules));
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next) {
		struct cnd_config_rule *rule =
			&layer->rules[layer->rule_count++];

		rule->choice.rule = n->key->text;
		rule->line = n->key->line;
		rule->column = n->key->column;
		if (n->kind != CND_YAML_SCALAR ||
			!cnd_rule_choice_of_name(n->text, &rule->choice))
			return fail_node(reader, n,
				"a rule is 'off', 'on', 'suggestion', "
				"'warning' or 'error'");
	}
	return true;
}

static bool
read_rule_folders(struct reader *reader, const struct cnd_yaml *node)
{
	return read_list(reader, node, &reader->config->rule_folders);
}

/* Words that go into patterns: bounded, and without control bytes. */
static bool
read_names(struct reader *reader, const struct cnd_yaml *node,
	struct cnd_config_list *list)
{
	const struct cnd_yaml *at = node->child;

	if (!read_list(reader, node, list))
		return false;
	for (size_t i = 0; i < list->count; i++, at = at->next) {
		struct cnd_str name = list->items[i].text;

		if (name.len == 0 || name.len > LONGEST_NAME)
			return fail_node(reader, at,
				"a name has between 1 and 120 bytes");
		for (size_t j = 0; j < name.len; j++)
			if ((unsigned char)name.data[j] < ' ')
				return fail_node(
					reader, at, "a name is one line");
	}
	return true;
}

/* Agencies become plain words of the reading of recommendations. */
static bool
read_agencies(struct reader *reader, const struct cnd_yaml *node)
{
	const struct cnd_yaml *at = node->child;
	struct cnd_config_list *list = &reader->config->agencies;

	if (!read_names(reader, node, list))
		return false;
	for (size_t i = 0; i < list->count; i++, at = at->next) {
		struct cnd_str name = list->items[i].text;

		for (size_t j = 0; j < name.len; j++)
			if (strchr("\\()[]{}*+?^$|.,;:\"", name.data[j]) !=
				NULL)
				return fail_node(reader, at,
					"an agency's name is plain words, "
					"without brackets or stops");
	}
	return true;
}

static bool
read_abbreviations(struct reader *reader, const struct cnd_yaml *node)
{
	return read_names(reader, node, &reader->config->abbreviations);
}

static bool
read_allowed_names(struct reader *reader, const struct cnd_yaml *node)
{
	return read_names(reader, node, &reader->config->names);
}

static const struct key lexicon_keys[] = {
	{ "agencies", read_agencies },
	{ "abbreviations", read_abbreviations },
	{ "names", read_allowed_names },
	{ NULL, NULL },
};

static bool
read_lexicon(struct reader *reader, const struct cnd_yaml *node)
{
	if (is_empty(node))
		return true;
	if (node->kind != CND_YAML_MAP)
		return fail_node(reader, node,
			"'lexicon' must be a map of 'agencies', "
			"'abbreviations' and 'names'");
	return read_keys(reader, node, lexicon_keys);
}

/* One pattern or a list of them, as in .gitignore. */
static bool
read_match(struct reader *reader, const struct cnd_yaml *node)
{
	struct cnd_config_list list = { 0 };
	struct cnd_config_text single = { 0 };

	if (node->kind == CND_YAML_SCALAR) {
		if (!read_text(reader, node, &single))
			return false;
		list = (struct cnd_config_list){ &single, 1 };
	} else if (!read_list(reader, node, &list)) {
		return false;
	}
	for (size_t i = 0; i < list.count; i++)
		cnd_ignore_add(
			&reader->layer->match, CND_STR(""), list.items[i].text);
	reader->layer->has_match = reader->layer->match.count > 0;
	return true;
}

static const struct key section_keys[] = {
	{ "match", read_match },
	{ "profile", read_profile },
	{ "fail-on", read_fail_on },
	{ "rules", read_rules },
	{ NULL, NULL },
};

static bool
read_section(struct reader *reader, const struct cnd_yaml *node)
{
	struct cnd_config *config = reader->config;
	struct cnd_config_layer *all = reader->layer;
	bool ok;

	if (node->kind != CND_YAML_MAP)
		return fail_node(reader, node,
			"a section is a map with 'match' and what holds for "
			"those files");
	reader->layer = &config->sections[config->section_count++];
	reader->layer->match.arena = reader->arena;
	ok = read_keys(reader, node, section_keys);
	if (ok && !reader->layer->has_match)
		ok = fail_node(reader, node,
			"a section needs 'match': which files it is for");
	reader->layer = all;
	return ok;
}

static bool
read_sections(struct reader *reader, const struct cnd_yaml *node)
{
	if (is_empty(node))
		return true;
	if (node->kind != CND_YAML_LIST)
		return fail_node(
			reader, node, "'files' must be a list of sections");
	reader->config->sections = cnd_arena_array(reader->arena,
		cnd_yaml_count(node), sizeof(*reader->config->sections));
	for (const struct cnd_yaml *n = node->child; n != NULL; n = n->next)
		if (!read_section(reader, n))
			return false;
	return true;
}

/* "styles: DIR", or several, searched in turn. */
static bool
read_styles(struct reader *reader, const struct cnd_yaml *node)
{
	struct cnd_config_list *folders = &reader->config->styles.folders;

	if (node->kind != CND_YAML_SCALAR || is_empty(node))
		return read_list(reader, node, folders);
	folders->items =
		cnd_arena_alloc(reader->arena, sizeof(*folders->items));
	folders->count = 1;
	return read_text(reader, node, folders->items);
}

static bool
read_style(struct reader *reader, const struct cnd_yaml *node)
{
	return read_list(reader, node, &reader->config->styles.names);
}

static bool
read_only_styles(struct reader *reader, const struct cnd_yaml *node)
{
	return cnd_yaml_bool(
		node, &reader->config->styles.is_alone, reader->err);
}

static bool
read_vocab(struct reader *reader, const struct cnd_yaml *node)
{
	return read_list(reader, node, &reader->config->styles.vocabularies);
}

static const struct key file_keys[] = {
	{ "profile", read_profile },
	{ "fail-on", read_fail_on },
	{ "rules", read_rules },
	{ "rule-folders", read_rule_folders },
	{ "lexicon", read_lexicon },
	{ "styles", read_styles },
	{ "style", read_style },
	{ "only-styles", read_only_styles },
	{ "vocab", read_vocab },
	{ "files", read_sections },
	{ NULL, NULL },
};

static struct cnd_str
folder_of(struct cnd_str path)
{
	size_t at = path.len;

	while (at > 0 && path.data[at - 1] != '/')
		at--;
	return cnd_str_slice(path, 0, at > 0 ? at - 1 : 0);
}

struct cnd_config *
cnd_config_new(struct cnd_arena *arena, struct cnd_str path)
{
	struct cnd_config *config = cnd_arena_alloc(arena, sizeof(*config));

	config->path = cnd_arena_copy(arena, path);
	config->folder = cnd_arena_copy(arena, folder_of(path));
	return config;
}

struct cnd_config *
cnd_config_read(struct cnd_arena *arena, struct cnd_str path,
	struct cnd_str bytes, struct cnd_error *err)
{
	struct cnd_config *config = cnd_config_new(arena, path);
	struct reader reader = { arena, config, &config->all, err };
	const struct cnd_yaml *root = cnd_yaml_parse(arena, bytes, err);
	bool ok = root != NULL;

	if (ok && is_empty(root))
		return config;
	if (ok && root->kind != CND_YAML_MAP)
		ok = fail_node(
			&reader, root, "a configuration must be a map of keys");
	if (ok && read_keys(&reader, root, file_keys))
		return config;
	err->code = CND_ERR_CONFIG;
	cnd_fail_at(err, path, 0, 0);
	return NULL;
}

bool
cnd_config_matches(const struct cnd_config_layer *section, struct cnd_str path)
{
	if (section->glob != NULL)
		return cnd_vale_glob_matches(section->glob, path);
	for (size_t i = 0; i < path.len; i++)
		if (path.data[i] == '/' &&
			cnd_ignore_matches(&section->match,
				cnd_str_slice(path, 0, i), true))
			return true;
	return cnd_ignore_matches(&section->match, path, false);
}

bool
cnd_config_threshold(struct cnd_str name, int *threshold)
{
	enum cnd_level level;

	if (cnd_str_equal(name, CND_STR("never"))) {
		*threshold = CND_FAIL_NEVER;
		return true;
	}
	if (!cnd_level_of_name(name, &level))
		return false;
	*threshold = (int)level;
	return true;
}

const char *
cnd_config_key(enum cnd_config_part part, size_t index)
{
	static const struct key *const parts[] = {
		[CND_CONFIG_FILE] = file_keys,
		[CND_CONFIG_SECTION] = section_keys,
		[CND_CONFIG_LEXICON] = lexicon_keys,
	};

	return parts[part][index].name;
}
