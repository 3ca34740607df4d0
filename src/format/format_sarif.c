/*
 * Findings as SARIF 2.1.0 for code scanning.  Columns count UTF-16 units,
 * and the run says so: readers that ignore the statement are written in
 * JavaScript.
 */
#include "format/formats.h"
#include "format/sarif_rule.h"
#include "format/show.h"

static void
put_tool(struct cnd_json_context *context, const struct cnd_sarif_rules *rules)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "tool");
	cnd_json_object(json);
	cnd_json_key(json, "driver");
	cnd_json_object(json);
	cnd_json_key(json, "name");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_key(json, "version");
	cnd_json_string(json, CND_STR(CND_VERSION));
	cnd_json_key(json, "semanticVersion");
	cnd_json_string(json, CND_STR(CND_VERSION));
	cnd_json_key(json, "rules");
	cnd_json_array(json);
	for (size_t i = 0; i < rules->count; i++)
		cnd_sarif_rule(context, rules->items[i]);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_json_end_object(json);
}

static void
put_region(struct cnd_json *json, const char *key,
	const struct cnd_document *doc, struct cnd_span span)
{
	struct cnd_place place = cnd_document_place(doc, span, CND_UNIT_UTF16);

	cnd_json_key(json, key);
	cnd_json_object(json);
	cnd_show_json_number(json, "startLine", place.line);
	cnd_show_json_number(json, "startColumn", place.column);
	cnd_show_json_number(json, "endLine", place.end_line);
	cnd_show_json_number(json, "endColumn", place.end_column);
	cnd_json_end_object(json);
}

static void
put_artifact(struct cnd_json *json, const struct cnd_document *doc)
{
	struct cnd_buf uri = { 0 };

	cnd_show_uri(doc->name, (struct cnd_str){ 0 }, &uri);
	cnd_json_key(json, "artifactLocation");
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, cnd_buf_str(&uri));
	cnd_json_end_object(json);
	cnd_buf_dispose(&uri);
}

/* One location, with words of its own for a related one. */
static void
put_location(struct cnd_json *json, const struct cnd_document *doc,
	struct cnd_span span, struct cnd_str words)
{
	cnd_json_object(json);
	cnd_json_key(json, "physicalLocation");
	cnd_json_object(json);
	put_artifact(json, doc);
	put_region(json, "region", doc, span);
	cnd_json_end_object(json);
	if (words.len > 0)
		cnd_sarif_text(json, "message", words);
	cnd_json_end_object(json);
}

static void
put_locations(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	struct cnd_json *json = &context->json;
	struct cnd_str none = { 0 };

	cnd_json_key(json, "locations");
	cnd_json_array(json);
	put_location(json, doc, finding->span, none);
	cnd_json_end_array(json);
	if (finding->related_count == 0)
		return;
	cnd_json_key(json, "relatedLocations");
	cnd_json_array(json);
	for (size_t i = 0; i < finding->related_count; i++)
		put_location(json, doc, finding->related[i].span,
			context->options->is_redacted
				? none
				: finding->related[i].message);
	cnd_json_end_array(json);
}

static void
put_fix(struct cnd_json *json, const struct cnd_document *doc,
	const struct cnd_edit *edit)
{
	cnd_json_object(json);
	cnd_json_key(json, "artifactChanges");
	cnd_json_array(json);
	cnd_json_object(json);
	put_artifact(json, doc);
	cnd_json_key(json, "replacements");
	cnd_json_array(json);
	cnd_json_object(json);
	put_region(json, "deletedRegion", doc, edit->span);
	cnd_sarif_text(json, "insertedContent", edit->text);
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_fixes(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	struct cnd_json *json = &context->json;

	if (finding->edit_count == 0 || context->options->is_redacted)
		return;
	cnd_json_key(json, "fixes");
	cnd_json_array(json);
	for (size_t i = 0; i < finding->edit_count; i++)
		put_fix(json, doc, &finding->edits[i]);
	cnd_json_end_array(json);
}

/* The members of a result, without braces. */
static void
put_result(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_finding *finding, struct cnd_str fingerprint)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "ruleId");
	cnd_json_string(json, finding->rule->id);
	cnd_json_key(json, "level");
	cnd_json_string(json, cnd_str_of(cnd_sarif_level(finding->level)));
	cnd_sarif_text(json, "message",
		cnd_show_message(context->scratch, finding, context->options));
	put_locations(context, doc, finding);
	cnd_json_key(json, "partialFingerprints");
	cnd_json_object(json);
	cnd_json_key(json, "primaryLocationLineHash");
	cnd_json_string(json, fingerprint);
	cnd_json_end_object(json);
	put_fixes(context, doc, finding);
}

static void
put_suppressed(struct cnd_json_context *context,
	const struct cnd_report *report, const struct cnd_suppressed *aside)
{
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	put_result(context, report->doc, &aside->finding,
		cnd_arena_printf(context->scratch, "%.*s:aside",
			CND_STR_ARG(cnd_show_fingerprint(
				context->scratch, &aside->finding, 0))));
	cnd_json_key(json, "suppressions");
	cnd_json_array(json);
	cnd_json_object(json);
	cnd_json_key(json, "kind");
	cnd_json_string(json, CND_STR("inSource"));
	if (aside->reason.len > 0) {
		cnd_json_key(json, "justification");
		cnd_json_string(json, aside->reason);
	}
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_report(struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;
	const uint32_t *occurrences =
		cnd_show_occurrences(context->scratch, report);

	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];

		cnd_json_object(json);
		put_result(context, report->doc, finding,
			cnd_show_fingerprint(
				context->scratch, finding, occurrences[i]));
		cnd_json_end_object(json);
	}
	if (context->options->shows_suppressed)
		for (size_t i = 0; i < report->suppressed_count; i++)
			put_suppressed(context, report, &report->suppressed[i]);
}

static void
put_run(struct cnd_json_context *context,
	const struct cnd_report *const *reports, size_t count)
{
	struct cnd_json *json = &context->json;
	struct cnd_sarif_rules rules =
		cnd_sarif_rules_of(context->scratch, reports, count);

	cnd_json_object(json);
	put_tool(context, &rules);
	cnd_json_key(json, "columnKind");
	cnd_json_string(json, CND_STR("utf16CodeUnits"));
	cnd_json_key(json, "automationDetails");
	cnd_json_object(json);
	cnd_json_key(json, "id");
	cnd_json_string(json, CND_STR("candour/"));
	cnd_json_end_object(json);
	cnd_json_key(json, "results");
	cnd_json_array(json);
	for (size_t i = 0; i < count; i++)
		put_report(context, reports[i]);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

void
cnd_format_sarif(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_json_context context = cnd_show_json_start(options, out);
	struct cnd_json *json = &context.json;

	json->indent = 1;
	cnd_json_object(json);
	cnd_json_key(json, "$schema");
	cnd_json_string(
		json, CND_STR("https://json.schemastore.org/sarif-2.1.0.json"));
	cnd_json_key(json, "version");
	cnd_json_string(json, CND_STR("2.1.0"));
	cnd_json_key(json, "runs");
	cnd_json_array(json);
	put_run(&context, reports, count);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_buf_putc(out, '\n');
	cnd_show_json_end(&context);
}
