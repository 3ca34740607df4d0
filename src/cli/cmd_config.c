/* candour config: what is in force for a file, and from where. */
#include "cli/session.h"

#include <inttypes.h>

/* The file's name and the place in it. */
static void
put_source(const struct cnd_config *config, uint32_t line, uint32_t column,
	struct cnd_buf *out)
{
	struct cnd_str name = config->path;

	while (cnd_str_find_byte(name, '/') != CND_NOT_FOUND)
		cnd_str_split(&name, '/');
	cnd_buf_printf(out, "  # %.*s:%" PRIu32 ":%" PRIu32 "\n",
		CND_STR_ARG(name), line, column);
}

static void
put_value(const struct cnd_config *config, const char *key,
	const struct cnd_config_text *value, const char *otherwise,
	struct cnd_buf *out)
{
	if (config == NULL || value->text.data == NULL) {
		cnd_buf_printf(out, "%s:%s\n", key, otherwise);
		return;
	}
	cnd_buf_printf(out, "%s: %.*s", key, CND_STR_ARG(value->text));
	put_source(config, value->line, value->column, out);
}

static void
put_list(const struct cnd_config *config, const char *key,
	const struct cnd_config_list *list, struct cnd_buf *out)
{
	if (list->count == 0)
		return;
	cnd_buf_printf(out, "%s:\n", key);
	for (size_t i = 0; i < list->count; i++) {
		const struct cnd_config_text *item = &list->items[i];

		cnd_buf_printf(out, "  - %.*s", CND_STR_ARG(item->text));
		put_source(config, item->line, item->column, out);
	}
}

static void
put_rules(const struct cnd_in_force *force, struct cnd_buf *out)
{
	if (force->count > 0)
		cnd_buf_puts(out, "rules:\n");
	for (size_t i = 0; i < force->count; i++) {
		const struct cnd_rule_choice *choice = &force->choices[i];
		const char *words = "off";

		if (choice->is_on)
			words = choice->has_level
				? cnd_level_name(choice->level)
				: "on";
		cnd_buf_printf(
			out, "  %.*s: %s", CND_STR_ARG(choice->rule), words);
		put_source(force->config, force->sources[i]->line,
			force->sources[i]->column, out);
	}
}

static void
put_styles(const struct cnd_config *config, struct cnd_buf *out)
{
	const struct cnd_config_styles *styles = &config->styles;

	put_list(config, "styles", &styles->folders, out);
	put_list(config, "style", &styles->names, out);
	if (styles->is_alone)
		cnd_buf_puts(out, "only-styles: true\n");
	put_list(config, "vocab", &styles->vocabularies, out);
	if (styles->least > CND_LEVEL_SUGGESTION)
		cnd_buf_printf(out, "# alerts of styles from %s on\n",
			cnd_level_name(styles->least));
	put_list(config, "ignored scopes", &styles->ignored_scopes, out);
	put_list(config, "skipped scopes", &styles->skipped_scopes, out);
	for (size_t i = 0; i < styles->pattern_count; i++) {
		const struct cnd_config_text *pattern =
			&styles->patterns[i].pattern;

		cnd_buf_printf(
			out, "# ignored: %.*s", CND_STR_ARG(pattern->text));
		put_source(config, pattern->line, pattern->column, out);
	}
}

static void
put_all(const struct cnd_in_force *force, struct cnd_buf *out)
{
	if (force->config == NULL)
		cnd_buf_puts(
			out, "# no " CND_CONFIG_NAME " at or above the file\n");
	else
		cnd_buf_printf(
			out, "# from %.*s\n", CND_STR_ARG(force->config->path));
	put_value(force->config, "profile", &force->profile,
		"  # not given: the report's words decide", out);
	put_value(force->config, "fail-on", &force->fail_on,
		" warning  # the default", out);
	if (force->config == NULL)
		return;
	put_styles(force->config, out);
	put_list(force->config, "rule-folders", &force->config->rule_folders,
		out);
	put_list(force->config, "agencies", &force->config->agencies, out);
	put_list(force->config, "abbreviations", &force->config->abbreviations,
		out);
	put_list(force->config, "names", &force->config->names, out);
	put_rules(force, out);
	put_list(force->config, "notes", &force->config->notes, out);
}

int
cnd_cmd_config(struct cnd_session *session)
{
	const struct cnd_arguments *arguments = &session->arguments;
	struct cnd_projects projects = cnd_session_projects(session);
	struct cnd_in_force force;
	struct cnd_error err = { 0 };
	struct cnd_buf out = { 0 };
	bool ok;

	if (arguments->word_count != 1)
		cnd_fail(&err, CND_ERR_USAGE,
			"config takes one file: candour config FILE");
	if (err.code != CND_OK ||
		!cnd_projects_find(
			&projects, arguments->words[0], &force, &err))
		return cnd_session_fail(&err);
	put_all(&force, &out);
	ok = cnd_session_print(session, cnd_buf_str(&out));
	cnd_buf_dispose(&out);
	return ok ? CND_EXIT_CLEAN : CND_EXIT_TROUBLE;
}
