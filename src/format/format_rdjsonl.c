/* Findings as reviewdog's JSON lines; its columns count bytes. */
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
	cnd_json_int(json, line);
	cnd_json_key(json, "column");
	cnd_json_int(json, column);
	cnd_json_end_object(json);
}

static void
put_range(struct cnd_json *json, const struct cnd_document *doc,
	struct cnd_span span)
{
	struct cnd_place place = cnd_document_place(doc, span, CND_UNIT_BYTE);

	cnd_json_key(json, "range");
	cnd_json_object(json);
	put_position(json, "start", place.line, place.column);
	put_position(json, "end", place.end_line, place.end_column);
	cnd_json_end_object(json);
}

static void
put_code(struct cnd_json *json, const struct cnd_rule_info *rule)
{
	cnd_json_key(json, "code");
	cnd_json_object(json);
	cnd_json_key(json, "value");
	cnd_json_string(json, rule->id);
	if (rule->link.len > 0) {
		cnd_json_key(json, "url");
		cnd_json_string(json, rule->link);
	}
	cnd_json_end_object(json);
}

static void
put_suggestions(struct cnd_json *json, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	cnd_json_key(json, "suggestions");
	cnd_json_array(json);
	for (size_t i = 0; i < finding->edit_count; i++) {
		cnd_json_object(json);
		put_range(json, doc, finding->edits[i].span);
		cnd_json_key(json, "text");
		cnd_json_string(json, finding->edits[i].text);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_finding(struct cnd_json_context *context, const struct cnd_report *report,
	const struct cnd_finding *finding)
{
	static const char *const severities[] = { "INFO", "WARNING", "ERROR" };
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	cnd_json_key(json, "message");
	cnd_json_string(json,
		cnd_show_message(context->scratch, finding, context->options));
	cnd_json_key(json, "location");
	cnd_json_object(json);
	cnd_json_key(json, "path");
	cnd_json_string(json, report->doc->name);
	put_range(json, report->doc, finding->span);
	cnd_json_end_object(json);
	cnd_json_key(json, "severity");
	cnd_json_string(json, cnd_str_of(severities[finding->level]));
	cnd_json_key(json, "source");
	cnd_json_object(json);
	cnd_json_key(json, "name");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_end_object(json);
	put_code(json, finding->rule);
	if (finding->edit_count > 0 && !context->options->is_redacted)
		put_suggestions(json, report->doc, finding);
	cnd_json_end_object(json);
	cnd_buf_putc(json->out, '\n');
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct cnd_json_context context =
		cnd_show_json_start(rendering->options, rendering->out);

	for (size_t i = 0; i < report->finding_count; i++)
		put_finding(&context, report, &report->findings[i]);
	cnd_show_json_end(&context);
}

const struct cnd_format_steps cnd_format_rdjsonl = { .put = put_report };
