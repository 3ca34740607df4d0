/* Parts of JSON that several formats write alike. */
#include "format/show_json.h"

#include "format/show.h"

struct cnd_json_context
cnd_show_json_start(
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	return (struct cnd_json_context){
		.json = { .out = out },
		.options = options,
		.scratch = cnd_arena_new(),
	};
}

void
cnd_show_json_end(struct cnd_json_context *context)
{
	cnd_arena_free(context->scratch);
}

struct cnd_json_context *
cnd_show_json_keep(struct cnd_rendering *rendering)
{
	struct cnd_json_context *context =
		cnd_arena_alloc(rendering->arena, sizeof(*context));

	*context = cnd_show_json_start(rendering->options, rendering->out);
	rendering->state = context;
	return context;
}

void
cnd_show_json_next(struct cnd_json_context *context)
{
	cnd_arena_reset(context->scratch);
}

void
cnd_show_json_number(struct cnd_json *json, const char *key, uint32_t n)
{
	cnd_json_key(json, key);
	if (n == 0)
		cnd_json_null(json);
	else
		cnd_json_int(json, n);
}

void
cnd_show_json_text(struct cnd_json *json, const char *key, struct cnd_str text)
{
	cnd_json_key(json, key);
	if (text.len == 0)
		cnd_json_null(json);
	else
		cnd_json_string(json, text);
}

void
cnd_show_json_secret(
	struct cnd_json_context *context, const char *key, struct cnd_str text)
{
	if (context->options->is_redacted)
		text.len = 0;
	cnd_show_json_text(&context->json, key, text);
}

void
cnd_show_json_words(struct cnd_json_context *context, const char *key,
	const struct cnd_document *doc, struct cnd_span span)
{
	cnd_json_key(&context->json, key);
	if (context->options->is_redacted)
		cnd_json_null(&context->json);
	else
		cnd_json_string(&context->json, cnd_document_text(doc, span));
}

void
cnd_show_json_report(
	struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "path");
	cnd_json_string(json, report->doc->name);
	cnd_json_key(json, "profile");
	cnd_json_string(json, report->review->profile);
	cnd_json_key(json, "profile_source");
	cnd_json_string(json,
		report->review->is_profile_detected ? CND_STR("detected")
						    : CND_STR("given"));
}

/* Bytes of the file; a Word file has none that a caller could use. */
static void
put_bytes(struct cnd_json *json, const struct cnd_document *doc,
	const struct cnd_place *place)
{
	bool has_bytes = doc->places == CND_PLACES_LINES;

	cnd_json_key(json, "offset");
	if (has_bytes)
		cnd_json_int(json, place->offset);
	else
		cnd_json_null(json);
	cnd_json_key(json, "length");
	if (has_bytes)
		cnd_json_int(json, place->length);
	else
		cnd_json_null(json);
}

static void
put_place(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	struct cnd_json *json = &context->json;
	struct cnd_place place =
		cnd_document_place(doc, finding->span, CND_UNIT_CODE_POINT);

	cnd_show_json_number(json, "line", place.line);
	cnd_show_json_number(json, "column", place.column);
	cnd_show_json_number(json, "endLine", place.end_line);
	cnd_show_json_number(json, "endColumn", place.end_column);
	put_bytes(json, doc, &place);
	if (finding->is_absence) {
		cnd_json_key(json, "quote");
		cnd_json_null(json);
	} else {
		cnd_show_json_words(context, "quote", doc, finding->span);
	}
	cnd_show_json_text(json, "label", place.label);
	cnd_show_json_secret(context, "section", place.section);
	cnd_show_json_number(json, "page", place.page);
}

static void
put_related(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "related");
	cnd_json_array(json);
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct cnd_related *related = &finding->related[i];
		struct cnd_place place = cnd_document_place(
			doc, related->span, CND_UNIT_CODE_POINT);

		cnd_json_object(json);
		cnd_show_json_number(json, "line", place.line);
		cnd_show_json_words(context, "quote", doc, related->span);
		cnd_show_json_secret(context, "message", related->message);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_edits(struct cnd_json_context *context, const struct cnd_finding *finding)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "suggestions");
	cnd_json_array(json);
	if (!context->options->is_redacted)
		for (size_t i = 0; i < finding->edit_count; i++)
			cnd_json_string(json, finding->edits[i].text);
	cnd_json_end_array(json);
}

void
cnd_show_json_finding(struct cnd_json_context *context,
	const struct cnd_report *report, const struct cnd_finding *finding,
	uint32_t occurrence)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "rule");
	cnd_json_string(json, finding->rule->id);
	cnd_json_key(json, "level");
	cnd_json_string(json, cnd_str_of(cnd_level_name(finding->level)));
	cnd_json_key(json, "message");
	cnd_json_string(json,
		cnd_show_message(context->scratch, finding, context->options));
	put_place(context, report->doc, finding);
	put_related(context, report->doc, finding);
	put_edits(context, finding);
	cnd_show_json_text(json, "link", finding->rule->link);
	cnd_json_key(json, "fingerprint");
	cnd_json_string(json,
		cnd_show_fingerprint(context->scratch, finding, occurrence));
}

void
cnd_show_json_head(struct cnd_json *json)
{
	cnd_json_object(json);
	cnd_json_key(json, "version");
	cnd_json_int(json, 1);
	cnd_json_key(json, "tool");
	cnd_json_object(json);
	cnd_json_key(json, "name");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_key(json, "version");
	cnd_json_string(json, CND_STR(CND_VERSION));
	cnd_json_end_object(json);
	cnd_json_key(json, "files");
	cnd_json_array(json);
}

void
cnd_show_json_open(struct cnd_rendering *rendering)
{
	struct cnd_json_context *context = cnd_show_json_keep(rendering);

	context->json.indent = 1;
	cnd_show_json_head(&context->json);
}

void
cnd_show_json_close(struct cnd_rendering *rendering)
{
	struct cnd_json_context *context = rendering->state;

	cnd_json_end_array(&context->json);
	cnd_json_end_object(&context->json);
	cnd_buf_putc(rendering->out, '\n');
	cnd_show_json_end(context);
}
