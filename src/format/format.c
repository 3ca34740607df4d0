/* The table of formats: to add one, add a file and a row here. */
#include "format/format.h"

#include "format/formats.h"
#include "format/outline.h"

#include <stddef.h>

enum { MOST_NAMES = 64 };

const struct cnd_format *
cnd_formats(void)
{
	static const struct cnd_format formats[] = {
		{ "text", CND_VIEW_FINDINGS, "for people (the default)",
			&cnd_format_text, NULL },
		{ "unix", CND_VIEW_FINDINGS,
			"path:line:column: level: message [rule]; byte columns",
			&cnd_format_unix, NULL },
		{ "json", CND_VIEW_FINDINGS, "one JSON document",
			&cnd_format_json, NULL },
		{ "jsonl", CND_VIEW_FINDINGS, "one JSON object a line",
			&cnd_format_jsonl, NULL },
		{ "html", CND_VIEW_FINDINGS,
			"a page: the text with its findings, tables, a map",
			&cnd_format_html, NULL },
		{ "sarif", CND_VIEW_FINDINGS, "SARIF 2.1.0, for code scanning",
			&cnd_format_sarif, NULL },
		{ "github", CND_VIEW_FINDINGS, "GitHub workflow annotations",
			&cnd_format_github, NULL },
		{ "checkstyle", CND_VIEW_FINDINGS, "Checkstyle XML",
			&cnd_format_checkstyle, NULL },
		{ "rdjsonl", CND_VIEW_FINDINGS, "reviewdog's JSON lines",
			&cnd_format_rdjsonl, NULL },
		{ "lsp", CND_VIEW_FINDINGS,
			"PublishDiagnosticsParams, UTF-16 columns",
			&cnd_format_lsp, NULL },
		{ "text", CND_VIEW_REGISTER, "for people (the default)",
			&cnd_format_register_text, NULL },
		{ "json", CND_VIEW_REGISTER, "one JSON document",
			&cnd_format_register_json, NULL },
		{ "csv", CND_VIEW_REGISTER, "a sheet for a spreadsheet",
			&cnd_format_register_csv, NULL },
		{ "markdown", CND_VIEW_REGISTER, "tables in Markdown",
			&cnd_format_register_markdown, NULL },
		{ "html", CND_VIEW_REGISTER, "a page to send on",
			&cnd_format_register_html, NULL },
		{ "text", CND_VIEW_ASSURANCE, "for people (the default)",
			&cnd_format_assure_text, NULL },
		{ "json", CND_VIEW_ASSURANCE, "one JSON document",
			&cnd_format_assure_json, NULL },
		{ "markdown", CND_VIEW_ASSURANCE, "tables in Markdown",
			&cnd_format_assure_markdown, NULL },
		{ "html", CND_VIEW_ASSURANCE, "a page to send on",
			&cnd_format_assure_html, NULL },
		{ "text", CND_VIEW_OUTLINE, "for people (the default)",
			&cnd_format_outline_text, NULL },
		{ "plain", CND_VIEW_OUTLINE,
			"all of the text: a line a paragraph, labels in "
			"brackets",
			&cnd_format_outline_plain, NULL },
		{ "json", CND_VIEW_OUTLINE, "one JSON document",
			&cnd_format_outline_json, NULL },
		{ "text", CND_VIEW_COMPARISON, "for people (the default)", NULL,
			cnd_format_compare_text },
		{ "markdown", CND_VIEW_COMPARISON, "a table in Markdown", NULL,
			cnd_format_compare_markdown },
		{ "json", CND_VIEW_COMPARISON, "one JSON document", NULL,
			cnd_format_compare_json },
		{ NULL, CND_VIEW_FINDINGS, NULL, NULL, NULL },
	};

	return formats;
}

static bool
fail_with_nearest(
	enum cnd_view view, struct cnd_str name, struct cnd_error *err)
{
	struct cnd_str names[MOST_NAMES];
	struct cnd_str nearest;
	size_t count = 0;

	for (const struct cnd_format *format = cnd_formats();
		format->name != NULL && count < MOST_NAMES; format++)
		if (format->view == view)
			names[count++] = cnd_str_of(format->name);
	nearest = cnd_nearest(name, names, count);
	if (nearest.len > 0)
		return cnd_fail(err, CND_ERR_USAGE,
			"format '%.*s' is not known; did you mean '%.*s'?",
			CND_STR_ARG(name), CND_STR_ARG(nearest));
	return cnd_fail(err, CND_ERR_USAGE, "format '%.*s' is not known",
		CND_STR_ARG(name));
}

const struct cnd_format *
cnd_format_find(enum cnd_view view, struct cnd_str name, struct cnd_error *err)
{
	for (const struct cnd_format *format = cnd_formats();
		format->name != NULL; format++)
		if (format->view == view &&
			cnd_str_equal(cnd_str_of(format->name), name))
			return format;
	fail_with_nearest(view, name, err);
	return NULL;
}

struct cnd_rendering
cnd_rendering_start(const struct cnd_format *format,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_rendering rendering = {
		.format = format,
		.options = options,
		.out = out,
		.arena = cnd_arena_new(),
	};

	if (format->steps->start != NULL)
		format->steps->start(&rendering);
	return rendering;
}

void
cnd_rendering_put(
	struct cnd_rendering *rendering, const struct cnd_report *report)
{
	rendering->format->steps->put(rendering, report);
}

void
cnd_rendering_finish(struct cnd_rendering *rendering)
{
	if (rendering->format->steps->finish != NULL)
		rendering->format->steps->finish(rendering);
	cnd_arena_free(rendering->arena);
	rendering->arena = NULL;
}

void
cnd_format_render(const struct cnd_format *format,
	const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_rendering rendering;

	if (format->steps == NULL) {
		format->render(reports, count, options, out);
		return;
	}
	rendering = cnd_rendering_start(format, options, out);
	for (size_t i = 0; i < count; i++)
		cnd_rendering_put(&rendering, reports[i]);
	cnd_rendering_finish(&rendering);
}
