/*
 * From the entries of .vale.ini to layers of choices.  In Vale a rule that
 * is named is stronger than a style, whichever section each stands in; so
 * the styles' layers come first, then those of rules.
 */
#include "app/vale_ini.h"

#include "app/ini.h"

#include <string.h>

/* Sections, and names in one list: a mistake past that. */
enum { MOST_SECTIONS = 500, MOST_ITEMS = 2000 };

struct reader {
	struct cnd_arena *arena;
	struct cnd_config *config;
	struct cnd_ini ini;
	struct cnd_str *sections; /* names, in order, none twice */
	size_t section_count;
	struct cnd_error *err;
};

struct key {
	const char *name;
	bool (*read)(struct reader *reader, const struct cnd_ini_entry *entry);
};

static const char *const names[] = { ".vale.ini", "_vale.ini", "vale.ini",
	".vale", "_vale", NULL };

const char *const *
cnd_vale_ini_names(void)
{
	return names;
}

bool
cnd_vale_ini_is_name(struct cnd_str path)
{
	size_t at = path.len;

	while (at > 0 && path.data[at - 1] != '/')
		at--;
	path = cnd_str_slice(path, at, path.len);
	for (size_t i = 0; names[i] != NULL; i++)
		if (cnd_str_equal(path, cnd_str_of(names[i])))
			return true;
	return false;
}

static void
add_text(struct reader *reader, struct cnd_config_list *list,
	struct cnd_str text, uint32_t line)
{
	struct cnd_config_text *items;

	if (list->count == MOST_ITEMS)
		return;
	items = cnd_arena_array(reader->arena, list->count + 1, sizeof(*items));
	if (list->count > 0)
		memcpy(items, list->items, list->count * sizeof(*items));
	items[list->count++] = (struct cnd_config_text){ text, line, 1 };
	list->items = items;
}

static void
note(struct reader *reader, const struct cnd_ini_entry *entry, const char *why)
{
	struct cnd_str key = entry->key.len > 0 ? entry->key : entry->value;

	add_text(reader, &reader->config->notes,
		cnd_arena_printf(reader->arena, "'%.*s' %s",
			CND_STR_ARG(cnd_str_slice(key, 0, 60)), why),
		entry->line);
}

static bool
has_text(const struct cnd_config_list *list, struct cnd_str text)
{
	for (size_t i = 0; i < list->count; i++)
		if (cnd_str_equal(list->items[i].text, text))
			return true;
	return false;
}

/* Adds the items of a value that the list has not. */
static void
add_items(struct reader *reader, struct cnd_config_list *list,
	const struct cnd_ini_entry *entry)
{
	struct cnd_str rest = entry->value;

	while (rest.len > 0) {
		struct cnd_str item = cnd_ini_item(reader->arena, &rest);

		if (item.len > 0 && !has_text(list, item))
			add_text(reader, list, item, entry->line);
	}
}

/* ---- keys above all sections ---- */

static bool
read_styles_path(struct reader *reader, const struct cnd_ini_entry *entry)
{
	add_text(reader, &reader->config->styles.folders, entry->value,
		entry->line);
	return true;
}

static bool
read_least(struct reader *reader, const struct cnd_ini_entry *entry)
{
	if (cnd_level_of_name(entry->value, &reader->config->styles.least))
		return true;
	cnd_fail(reader->err, CND_ERR_CONFIG,
		"MinAlertLevel is 'suggestion', 'warning' or 'error'");
	return cnd_fail_at(reader->err, reader->config->path, entry->line, 1);
}

static bool
read_vocab(struct reader *reader, const struct cnd_ini_entry *entry)
{
	add_items(reader, &reader->config->styles.vocabularies, entry);
	return true;
}

static bool
read_ignored_scopes(struct reader *reader, const struct cnd_ini_entry *entry)
{
	add_items(reader, &reader->config->styles.ignored_scopes, entry);
	return true;
}

static bool
read_skipped_scopes(struct reader *reader, const struct cnd_ini_entry *entry)
{
	add_items(reader, &reader->config->styles.skipped_scopes, entry);
	return true;
}

static bool
pass_packages(struct reader *reader, const struct cnd_ini_entry *entry)
{
	note(reader, entry,
		"is left to 'vale sync': nothing is fetched, styles are read "
		"where they lie");
	return true;
}

static bool
pass_over(struct reader *reader, const struct cnd_ini_entry *entry)
{
	note(reader, entry, "is not obeyed");
	return true;
}

static const struct key core_keys[] = {
	{ "StylesPath", read_styles_path },
	{ "MinAlertLevel", read_least },
	{ "Vocab", read_vocab },
	{ "IgnoredScopes", read_ignored_scopes },
	{ "SkippedScopes", read_skipped_scopes },
	{ "Packages", pass_packages },
	{ "IgnoredClasses", pass_over },
	{ "WordTemplate", pass_over },
	{ "NLPEndpoint", pass_over },
	{ NULL, NULL },
};

/* ---- keys of sections ---- */

static bool
read_ignores(struct reader *reader, const struct cnd_ini_entry *entry)
{
	struct cnd_config_styles *styles = &reader->config->styles;
	struct cnd_config_list list = { 0 };
	struct cnd_config_pattern *made;

	add_items(reader, &list, entry);
	made = cnd_arena_array(reader->arena,
		styles->pattern_count + list.count + 1, sizeof(*made));
	if (styles->pattern_count > 0)
		memcpy(made, styles->patterns,
			styles->pattern_count * sizeof(*made));
	for (size_t i = 0; i < list.count; i++)
		made[styles->pattern_count++] = (struct cnd_config_pattern){
			.glob = cnd_vale_glob_new(
				reader->arena, entry->section),
			.pattern = list.items[i],
		};
	styles->patterns = made;
	return true;
}

/* Collected before; the section's layers are made of it. */
static bool
is_read_already(struct reader *reader, const struct cnd_ini_entry *entry)
{
	(void)reader;
	(void)entry;
	return true;
}

static const struct key section_keys[] = {
	{ "BasedOnStyles", is_read_already },
	{ "TokenIgnores", read_ignores },
	{ "BlockIgnores", read_ignores },
	{ "IgnorePatterns", read_ignores },
	{ "CommentDelimiters", pass_over },
	{ "Transform", pass_over },
	{ "Lang", pass_over },
	{ "View", pass_over },
	{ NULL, NULL },
};

static const struct key *
find_key(const struct key *keys, struct cnd_str name)
{
	for (; keys->name != NULL; keys++)
		if (cnd_str_equal(cnd_str_of(keys->name), name))
			return keys;
	return NULL;
}

/* "Style.Rule" to "Style/Rule"; data NULL when it is no rule's name. */
static struct cnd_str
rule_id(struct cnd_arena *arena, struct cnd_str key)
{
	size_t dot = cnd_str_find_byte(key, '.');

	if (dot == CND_NOT_FOUND || dot == 0 || dot + 1 == key.len ||
		cnd_str_find_byte(key, '/') != CND_NOT_FOUND)
		return (struct cnd_str){ 0 };
	return cnd_arena_printf(arena, "%.*s/%.*s",
		CND_STR_ARG(cnd_str_slice(key, 0, dot)),
		CND_STR_ARG(cnd_str_slice(key, dot + 1, key.len)));
}

/* ---- sections ---- */

static bool
is_style_section(struct cnd_str section)
{
	return section.len > 0 && !cnd_str_equal(section, CND_STR("formats")) &&
		!cnd_str_equal(section, CND_STR("asciidoctor"));
}

/* The sections in their order, "*" before them all. */
static void
list_sections(struct reader *reader)
{
	reader->sections = cnd_arena_array(
		reader->arena, MOST_SECTIONS, sizeof(*reader->sections));
	reader->sections[reader->section_count++] = CND_STR("*");
	for (size_t i = 0; i < reader->ini.count; i++) {
		struct cnd_str name = reader->ini.entries[i].section;
		size_t at = 0;

		if (!is_style_section(name))
			continue;
		while (at < reader->section_count &&
			!cnd_str_equal(reader->sections[at], name))
			at++;
		if (at == reader->section_count &&
			reader->section_count < MOST_SECTIONS)
			reader->sections[reader->section_count++] = name;
	}
}

/* Every style that some section is based on, or has a rule of. */
static void
list_styles(struct reader *reader)
{
	struct cnd_config_styles *styles = &reader->config->styles;

	for (size_t i = 0; i < reader->ini.count; i++) {
		const struct cnd_ini_entry *entry = &reader->ini.entries[i];
		struct cnd_str style = entry->key;
		struct cnd_str id = rule_id(reader->arena, entry->key);

		if (!is_style_section(entry->section))
			continue;
		if (cnd_str_equal(entry->key, CND_STR("BasedOnStyles"))) {
			add_items(reader, &styles->names, entry);
		} else if (id.data != NULL) {
			style = cnd_str_split(&style, '.');
			if (!has_text(&styles->extras, style))
				add_text(reader, &styles->extras, style,
					entry->line);
		}
	}
}

static void
add_choice(struct reader *reader, struct cnd_config_layer *layer,
	struct cnd_config_rule rule)
{
	struct cnd_config_rule *made = cnd_arena_array(
		reader->arena, layer->rule_count + 1, sizeof(*made));

	if (layer->rule_count > 0)
		memcpy(made, layer->rules, layer->rule_count * sizeof(*made));
	made[layer->rule_count++] = rule;
	layer->rules = made;
}

/* Switches every style on or off by what the section is based on. */
static void
choose_styles(struct reader *reader, struct cnd_config_layer *layer,
	const struct cnd_config_list *based, uint32_t line)
{
	const struct cnd_config_styles *styles = &reader->config->styles;

	for (size_t i = 0; i < styles->names.count + styles->extras.count;
		i++) {
		struct cnd_str name = i < styles->names.count
			? styles->names.items[i].text
			: styles->extras.items[i - styles->names.count].text;
		struct cnd_config_rule rule = { .line = line, .column = 1 };

		rule.choice.rule = cnd_arena_printf(
			reader->arena, "%.*s/", CND_STR_ARG(name));
		rule.choice.is_on = has_text(based, name);
		add_choice(reader, layer, rule);
	}
}

static void
add_style_layer(struct reader *reader, struct cnd_str section)
{
	struct cnd_config *config = reader->config;
	struct cnd_config_list based = { 0 };
	uint32_t line = 0;

	for (size_t i = 0; i < reader->ini.count; i++) {
		const struct cnd_ini_entry *entry = &reader->ini.entries[i];

		if (!cnd_str_equal(entry->section, section) ||
			!cnd_str_equal(entry->key, CND_STR("BasedOnStyles")))
			continue;
		add_items(reader, &based, entry);
		line = entry->line;
	}
	if (line > 0) {
		struct cnd_config_layer *layer =
			&config->sections[config->section_count++];

		layer->glob = cnd_vale_glob_new(reader->arena, section);
		choose_styles(reader, layer, &based, line);
	}
}

/* "YES", "NO", or a level. */
static bool
read_choice(struct reader *reader, const struct cnd_ini_entry *entry,
	struct cnd_rule_choice *choice)
{
	choice->rule = rule_id(reader->arena, entry->key);
	choice->is_on = !cnd_str_equal(entry->value, CND_STR("NO"));
	choice->has_level = cnd_level_of_name(entry->value, &choice->level);
	if (choice->is_on && !choice->has_level &&
		!cnd_str_equal(entry->value, CND_STR("YES"))) {
		note(reader, entry,
			"is 'YES', 'NO' or a level; the rule is switched off, "
			"as in Vale");
		choice->is_on = false;
	}
	return choice->rule.data != NULL;
}

static void
add_rule_layer(struct reader *reader, struct cnd_str section)
{
	struct cnd_config *config = reader->config;
	struct cnd_config_layer *layer =
		&config->sections[config->section_count++];

	layer->glob = cnd_vale_glob_new(reader->arena, section);
	for (size_t i = 0; i < reader->ini.count; i++) {
		const struct cnd_ini_entry *entry = &reader->ini.entries[i];
		struct cnd_config_rule rule = { .line = entry->line,
			.column = 1 };

		if (!cnd_str_equal(entry->section, section) ||
			find_key(section_keys, entry->key) != NULL)
			continue;
		if (read_choice(reader, entry, &rule.choice))
			add_choice(reader, layer, rule);
		else
			note(reader, entry, "is not known here");
	}
}

static void
add_format(struct reader *reader, const struct cnd_ini_entry *entry)
{
	struct cnd_config_styles *styles = &reader->config->styles;
	struct cnd_config_format *made = cnd_arena_array(
		reader->arena, styles->format_count + 1, sizeof(*made));

	if (styles->format_count > 0)
		memcpy(made, styles->formats,
			styles->format_count * sizeof(*made));
	made[styles->format_count++] =
		(struct cnd_config_format){ entry->key, entry->value };
	styles->formats = made;
}

/* Every entry by its table; rules were read by section. */
static bool
read_entry(struct reader *reader, const struct cnd_ini_entry *entry)
{
	bool is_core = entry->section.len == 0;
	const struct key *key =
		find_key(is_core ? core_keys : section_keys, entry->key);

	if (entry->key.len == 0) {
		note(reader, entry, "is no line of a .vale.ini");
		return true;
	}
	if (cnd_str_equal(entry->section, CND_STR("formats"))) {
		add_format(reader, entry);
		return true;
	}
	if (key != NULL)
		return key->read(reader, entry);
	if (is_core || !is_style_section(entry->section))
		note(reader, entry, "is not known here");
	return true;
}

struct cnd_config *
cnd_vale_ini_read(struct cnd_arena *arena, struct cnd_str path,
	struct cnd_str bytes, struct cnd_error *err)
{
	struct cnd_config *config = cnd_config_new(arena, path);
	struct reader reader = { .arena = arena, .config = config, .err = err };
	const struct cnd_config_list none = { 0 };

	config->is_vale = true;
	reader.ini = cnd_ini_read(arena, bytes);
	list_sections(&reader);
	list_styles(&reader);
	choose_styles(&reader, &config->all, &none, 1);
	config->sections = cnd_arena_array(
		arena, 2 * reader.section_count, sizeof(*config->sections));
	for (size_t i = 0; i < reader.section_count; i++)
		add_style_layer(&reader, reader.sections[i]);
	for (size_t i = 0; i < reader.section_count; i++)
		add_rule_layer(&reader, reader.sections[i]);
	for (size_t i = 0; i < reader.ini.count; i++)
		if (!read_entry(&reader, &reader.ini.entries[i]))
			return NULL;
	return config;
}
