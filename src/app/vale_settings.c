/* IgnoredScopes, SkippedScopes and the patterns of a .vale.ini, applied. */
#include "app/vale_settings.h"

#include "base/yaml.h"

#include <string.h>

/* Vale names tags; its selectors name what they make. */
static const struct {
	const char *tag;
	const char *selector;
} tags[] = {
	{ "blockquote", "blockquote" },
	{ "li", "list" },
	{ "ul", "list" },
	{ "ol", "list" },
	{ "th", "table.header" },
	{ "td", "table.cell" },
	{ "table", "table" },
	{ "tr", "table" },
	{ "caption", "table.caption" },
	{ "figcaption", "figure.caption" },
	{ "h1", "heading.h1" },
	{ "h2", "heading.h2" },
	{ "h3", "heading.h3" },
	{ "h4", "heading.h4" },
	{ "h5", "heading.h5" },
	{ "h6", "heading.h6" },
	{ "alt", "alt" },
};

static struct cnd_str
selector_of(struct cnd_str tag)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (cnd_str_equal(tag, cnd_str_of(tags[i].tag)))
			return cnd_str_of(tags[i].selector);
	return cnd_str_find(tag, CND_STR("frontmatter")) == CND_NOT_FOUND
		? (struct cnd_str){ 0 }
		: tag;
}

/* Adds a selector to a list as the scope's compiler takes it. */
static void
add_selectors(struct cnd_arena *arena, const struct cnd_config_list *list,
	struct cnd_yaml *scope)
{
	for (size_t i = 0; i < list->count; i++) {
		struct cnd_str selector = selector_of(list->items[i].text);
		struct cnd_yaml *item;

		if (selector.data == NULL)
			continue;
		item = cnd_arena_alloc(arena, sizeof(*item));
		item->kind = CND_YAML_SCALAR;
		item->text = selector;
		item->next = scope->child;
		scope->child = item;
	}
}

static bool
has(const struct cnd_config_list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (cnd_str_equal(list->items[i].text, cnd_str_of(name)))
			return true;
	return false;
}

static void
read_scopes(const struct cnd_config_styles *styles, struct cnd_arena *arena,
	struct cnd_vale_settings *settings)
{
	const struct cnd_config_list *ignored = &styles->ignored_scopes;
	struct cnd_yaml scope = { .kind = CND_YAML_LIST };
	struct cnd_error none = { 0 };

	settings->reads_code = ignored->count > 0 && !has(ignored, "code") &&
		!has(ignored, "tt");
	settings->ignores_strong = has(ignored, "strong") || has(ignored, "b");
	add_selectors(arena, ignored, &scope);
	add_selectors(arena, &styles->skipped_scopes, &scope);
	if (scope.child != NULL)
		cnd_vale_scope_compile(
			arena, &scope, &settings->skipped, &none);
}

static bool
read_patterns(const struct cnd_config *config, struct cnd_str path,
	struct cnd_arena *arena, struct cnd_vale_settings *settings,
	struct cnd_error *err)
{
	const struct cnd_config_styles *styles = &config->styles;
	struct cnd_vale_ignore *made = cnd_arena_array(
		arena, styles->pattern_count + 1, sizeof(*made));

	for (size_t i = 0; i < styles->pattern_count; i++) {
		const struct cnd_config_pattern *pattern = &styles->patterns[i];
		struct cnd_vale_ignore *ignore = &made[settings->ignore_count];

		if (!cnd_vale_glob_matches(pattern->glob, path))
			continue;
		ignore->regex =
			cnd_regex_new(arena, pattern->pattern.text, 0, err);
		if (ignore->regex == NULL) {
			err->code = CND_ERR_CONFIG;
			err->column = 0;
			return cnd_fail_at(
				err, config->path, pattern->pattern.line, 1);
		}
		settings->ignore_count++;
	}
	settings->ignores = made;
	return true;
}

const struct cnd_vale_settings *
cnd_vale_settings_for(const struct cnd_config *config, struct cnd_str path,
	struct cnd_arena *arena, struct cnd_error *err)
{
	struct cnd_vale_settings *made = cnd_arena_alloc(arena, sizeof(*made));

	read_scopes(&config->styles, arena, made);
	return read_patterns(config, path, arena, made, err) ? made : NULL;
}

struct cnd_str
cnd_vale_format_for(const struct cnd_config *config, struct cnd_str path)
{
	const struct cnd_config_styles *styles = &config->styles;

	for (size_t i = 0; i < styles->format_count; i++) {
		struct cnd_str ending = styles->formats[i].ending;

		if (path.len > ending.len &&
			path.data[path.len - ending.len - 1] == '.' &&
			cnd_str_ends_with(path, ending))
			return styles->formats[i].as;
	}
	return (struct cnd_str){ 0 };
}
