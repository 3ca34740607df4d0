/* candour config: what is in force for a file, and from where. */
#include "cli/session.h"

#include <inttypes.h>

static void
put_source(uint32_t line, uint32_t column, struct cnd_buf *out)
{
	cnd_buf_printf(out, "  # " CND_CONFIG_NAME ":%" PRIu32 ":%" PRIu32 "\n",
		line, column);
}

static void
put_value(const char *key, const struct cnd_config_text *value,
	const char *otherwise, struct cnd_buf *out)
{
	if (value->text.data == NULL) {
		cnd_buf_printf(out, "%s:%s\n", key, otherwise);
		return;
	}
	cnd_buf_printf(out, "%s: %.*s", key, CND_STR_ARG(value->text));
	put_source(value->line, value->column, out);
}

static void
put_list(const char *key, const struct cnd_config_list *list,
	struct cnd_buf *out)
{
	if (list->count == 0)
		return;
	cnd_buf_printf(out, "%s:\n", key);
	for (size_t i = 0; i < list->count; i++) {
		const struct cnd_config_text *item = &list->items[i];

		cnd_buf_printf(out, "  - %.*s", CND_STR_ARG(item->text));
		put_source(item->line, item->column, out);
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
		put_source(force->sources[i]->line, force->sources[i]->column,
			out);
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
	put_value("profile", &force->profile,
		"  # not given: the report's words decide", out);
	put_value("fail-on", &force->fail_on, " warning  # the default", out);
	if (force->config == NULL)
		return;
	put_list("rule-folders", &force->config->rule_folders, out);
	put_list("agencies", &force->config->agencies, out);
	put_list("abbreviations", &force->config->abbreviations, out);
	put_list("names", &force->config->names, out);
	put_rules(force, out);
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
