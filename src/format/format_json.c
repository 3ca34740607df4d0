/* Findings as one JSON document: the form other programs rely on. */
#include "format/formats.h"
#include "format/show.h"
#include "format/show_json.h"

static void
put_suppressed(
	struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "suppressed");
	cnd_json_int(json, (int64_t)report->suppressed_count);
	if (!context->options->shows_suppressed)
		return;
	cnd_json_key(json, "suppressedFindings");
	cnd_json_array(json);
	for (size_t i = 0; i < report->suppressed_count; i++) {
		cnd_json_object(json);
		cnd_show_json_finding(
			context, report, &report->suppressed[i].finding, 0);
		cnd_show_json_text(json, "reason",
			cnd_show_reason(
				&report->suppressed[i], context->options));
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_not_read(struct cnd_json *json, const struct cnd_document *doc)
{
	cnd_json_key(json, "notRead");
	cnd_json_array(json);
	for (size_t i = 0; i < doc->not_read_count; i++) {
		cnd_json_object(json);
		cnd_json_key(json, "what");
		cnd_json_string(json, doc->not_read[i].what);
		cnd_show_json_number(json, "line", doc->not_read[i].line);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_file(struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;
	const uint32_t *occurrences =
		cnd_show_occurrences(context->scratch, report);

	cnd_json_object(json);
	cnd_show_json_report(context, report);
	cnd_json_key(json, "findings");
	cnd_json_array(json);
	for (size_t i = 0; i < report->finding_count; i++) {
		cnd_json_object(json);
		cnd_show_json_finding(
			context, report, &report->findings[i], occurrences[i]);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
	put_suppressed(context, report);
	put_not_read(json, report->doc);
	cnd_json_end_object(json);
}

static void
put_summary(struct cnd_json *json, struct cnd_counts counts)
{
	cnd_json_key(json, "summary");
	cnd_json_object(json);
	for (int level = CND_LEVEL_ERROR; level >= 0; level--) {
		cnd_json_key(json, cnd_level_name((enum cnd_level)level));
		cnd_json_int(json, (int64_t)counts.of[level]);
	}
	cnd_json_end_object(json);
}

struct state {
	struct cnd_json_context context;
	struct cnd_counts counts;
};

static void
start(struct cnd_rendering *rendering)
{
	struct state *state = cnd_arena_alloc(rendering->arena, sizeof(*state));

	state->context =
		cnd_show_json_start(rendering->options, rendering->out);
	state->context.json.indent = 1;
	cnd_show_json_head(&state->context.json);
	rendering->state = state;
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct state *state = rendering->state;

	put_file(&state->context, report);
	cnd_show_add_counts(&state->counts, report);
	cnd_show_json_next(&state->context);
}

static void
finish(struct cnd_rendering *rendering)
{
	struct state *state = rendering->state;
	struct cnd_json *json = &state->context.json;

	cnd_json_end_array(json);
	put_summary(json, state->counts);
	cnd_json_end_object(json);
	cnd_buf_putc(rendering->out, '\n');
	cnd_show_json_end(&state->context);
}

const struct cnd_format_steps cnd_format_json = { start, put_report, finish };
