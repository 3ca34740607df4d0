/*
 * Findings as SARIF 2.1.0 for code scanning.  Columns count UTF-16 units,
 * and the run says so: readers that ignore the statement are written in
 * JavaScript.
 */
#include "format/formats.h"
#include "format/sarif_rule.h"
#include "format/show.h"

#include <assert.h>

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
	struct cnd_str reason = cnd_show_reason(aside, context->options);

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
	if (reason.len > 0) {
		cnd_json_key(json, "justification");
		cnd_json_string(json, reason);
	}
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_results(struct cnd_json_context *context, const struct cnd_report *report)
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

/*
 * The rules stand before the results, and are known behind them: results
 * are kept as text, at the depth where they will stand.
 */
struct state {
	struct cnd_buf results;
	struct cnd_json_context context; /* writes to them */
	struct cnd_sarif_rules rules;
};

enum { RESULT_DEPTH = 4 };

static void
start(struct cnd_rendering *rendering)
{
	struct state *state = cnd_arena_alloc(rendering->arena, sizeof(*state));

	state->context =
		cnd_show_json_start(rendering->options, &state->results);
	state->context.json.indent = 1;
	state->context.json.depth = RESULT_DEPTH;
	rendering->state = state;
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct state *state = rendering->state;

	cnd_sarif_rules_add(&state->rules, rendering->arena, report);
	put_results(&state->context, report);
	cnd_show_json_next(&state->context);
}

static void
put_run(struct cnd_json_context *context, struct state *state)
{
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	put_tool(context, &state->rules);
	cnd_json_key(json, "columnKind");
	cnd_json_string(json, CND_STR("utf16CodeUnits"));
	cnd_json_key(json, "automationDetails");
	cnd_json_object(json);
	cnd_json_key(json, "id");
	cnd_json_string(json, CND_STR("candour/"));
	cnd_json_end_object(json);
	cnd_json_key(json, "results");
	cnd_json_array(json);
	assert(json->depth == RESULT_DEPTH);
	json->has_member[json->depth] = state->results.len > 0;
	cnd_buf_put(json->out, cnd_buf_str(&state->results));
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
finish(struct cnd_rendering *rendering)
{
	struct state *state = rendering->state;
	struct cnd_json_context context =
		cnd_show_json_start(rendering->options, rendering->out);
	struct cnd_json *json = &context.json;

	cnd_sarif_rules_sort(&state->rules);
	json->indent = 1;
	cnd_json_object(json);
	cnd_json_key(json, "$schema");
	cnd_json_string(
		json, CND_STR("https://json.schemastore.org/sarif-2.1.0.json"));
	cnd_json_key(json, "version");
	cnd_json_string(json, CND_STR("2.1.0"));
	cnd_json_key(json, "runs");
	cnd_json_array(json);
	put_run(&context, state);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_buf_putc(rendering->out, '\n');
	cnd_show_json_end(&context);
	cnd_show_json_end(&state->context);
	cnd_buf_dispose(&state->results);
}

const struct cnd_format_steps cnd_format_sarif = { start, put_report, finish };
