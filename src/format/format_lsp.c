/*
 * Findings as an array of the language server protocol's
 * PublishDiagnosticsParams, for scripts that feed an editor: places count
 * from 0 and columns in UTF-16 units.
 */
#include "format/formats.h"
#include "format/show.h"
#include "format/show_json.h"

static void
put_position(
	struct cnd_json *json, const char *key, uint32_t line, uint32_t column)
{
	cnd_json_key(json, key);
	cnd_json_object(json);
	cnd_json_key(json, "line");
	cnd_json_int(json, (int64_t)line - 1);
	cnd_json_key(json, "character");
	cnd_json_int(json, (int64_t)column - 1);
	cnd_json_end_object(json);
}

static void
put_range(struct cnd_json *json, const struct cnd_document *doc,
	struct cnd_span span)
{
	struct cnd_place place = cnd_document_place(doc, span, CND_UNIT_UTF16);

	cnd_json_key(json, "range");
	cnd_json_object(json);
	put_position(json, "start", place.line, place.column);
	put_position(json, "end", place.end_line, place.end_column);
	cnd_json_end_object(json);
}

static void
put_related(struct cnd_json *json, const struct cnd_document *doc,
	const struct cnd_finding *finding, struct cnd_str uri)
{
	cnd_json_key(json, "relatedInformation");
	cnd_json_array(json);
	for (size_t i = 0; i < finding->related_count; i++) {
		cnd_json_object(json);
		cnd_json_key(json, "location");
		cnd_json_object(json);
		cnd_json_key(json, "uri");
		cnd_json_string(json, uri);
		put_range(json, doc, finding->related[i].span);
		cnd_json_end_object(json);
		cnd_json_key(json, "message");
		cnd_json_string(json, finding->related[i].message);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_finding(struct cnd_json_context *context, const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_str uri)
{
	static const int severities[] = { 3, 2, 1 };
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	put_range(json, report->doc, finding->span);
	cnd_json_key(json, "severity");
	cnd_json_int(json, severities[finding->level]);
	cnd_json_key(json, "code");
	cnd_json_string(json, finding->rule->id);
	if (finding->rule->link.len > 0) {
		cnd_json_key(json, "codeDescription");
		cnd_json_object(json);
		cnd_json_key(json, "href");
		cnd_json_string(json, finding->rule->link);
		cnd_json_end_object(json);
	}
	cnd_json_key(json, "source");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_key(json, "message");
	cnd_json_string(json,
		cnd_show_message(context->scratch, finding, context->options));
	if (finding->related_count > 0 && !context->options->is_redacted)
		put_related(json, report->doc, finding, uri);
	cnd_json_end_object(json);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct cnd_json_context *context = rendering->state;
	struct cnd_json *json = &context->json;
	struct cnd_buf buf = { 0 };
	struct cnd_str uri;

	cnd_show_uri(report->doc->name, context->options->folder, &buf);
	uri = cnd_arena_copy(context->scratch, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, uri);
	cnd_json_key(json, "diagnostics");
	cnd_json_array(json);
	for (size_t i = 0; i < report->finding_count; i++)
		put_finding(context, report, &report->findings[i], uri);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_show_json_next(context);
}

static void
start(struct cnd_rendering *rendering)
{
	cnd_json_array(&cnd_show_json_keep(rendering)->json);
}

static void
finish(struct cnd_rendering *rendering)
{
	struct cnd_json_context *context = rendering->state;

	cnd_json_end_array(&context->json);
	cnd_buf_putc(rendering->out, '\n');
	cnd_show_json_end(context);
}

const struct cnd_format_steps cnd_format_lsp = { start, put_report, finish };
