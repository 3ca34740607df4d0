/* The register as JSON: the form other programs rely on. */
#include "format/formats.h"
#include "format/register.h"
#include "format/show.h"
#include "format/show_json.h"

/* "text" of an action: a list of every wording that decided it. */
static void
put_all_words(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_part_reading *part)
{
	struct cnd_json *json = &context->json;

	cnd_json_key(json, "text");
	cnd_json_array(json);
	for (size_t i = 0; i < part->span_count; i++)
		if (!context->options->is_redacted)
			cnd_json_string(
				json, cnd_document_text(doc, part->spans[i]));
	cnd_json_end_array(json);
}

static void
put_part(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_recommendation *recommendation, enum cnd_part part)
{
	struct cnd_json *json = &context->json;
	const struct cnd_part_reading *reading = &recommendation->parts[part];
	uint32_t line = 0;

	cnd_json_key(json, cnd_part_name(part));
	cnd_json_object(json);
	cnd_json_key(json, "value");
	cnd_json_string(json, cnd_str_of(cnd_part_value_name(reading->value)));
	if (part == CND_PART_ACTION)
		put_all_words(context, doc, reading);
	else
		cnd_show_json_secret(context, "text",
			cnd_register_words(context->scratch, doc, reading));
	if (reading->span_count > 0)
		line = cnd_document_place(
			doc, reading->spans[0], CND_UNIT_CODE_POINT)
			       .line;
	cnd_show_json_number(json, "line", line);
	cnd_json_end_object(json);
}

static void
put_missing(
	struct cnd_json *json, const struct cnd_recommendation *recommendation)
{
	cnd_json_key(json, "missing");
	cnd_json_array(json);
	for (int part = 0; part < CND_PART_COUNT; part++)
		if (!cnd_register_has(recommendation, (enum cnd_part)part))
			cnd_json_string(json,
				cnd_str_of(cnd_part_name((enum cnd_part)part)));
	cnd_json_end_array(json);
}

static void
put_remarks(struct cnd_json_context *context, const struct cnd_review *review,
	const struct cnd_recommendation *recommendation)
{
	struct cnd_json *json = &context->json;
	struct cnd_str same_as = { 0 };

	put_missing(json, recommendation);
	cnd_json_key(json, "complete");
	cnd_json_bool(json, cnd_register_is_complete(recommendation));
	cnd_json_key(json, "strength");
	cnd_json_string(
		json, cnd_str_of(cnd_strength_name(recommendation->strength)));
	cnd_json_key(json, "compound");
	cnd_json_bool(json, recommendation->is_compound);
	if (recommendation->same_as != 0)
		same_as = cnd_arena_printf(context->scratch, "R%u",
			(unsigned)recommendation->same_as);
	cnd_show_json_text(json, "sameAs", same_as);
	cnd_show_json_text(json, "notes",
		cnd_register_notes(context->scratch, review, recommendation));
}

static void
put_recommendation(struct cnd_json_context *context,
	const struct cnd_report *report,
	const struct cnd_recommendation *recommendation)
{
	struct cnd_json *json = &context->json;
	const struct cnd_document *doc = report->doc;
	struct cnd_place place = cnd_document_place(doc,
		doc->blocks[recommendation->block].span, CND_UNIT_CODE_POINT);

	cnd_json_object(json);
	cnd_json_key(json, "id");
	cnd_json_string(json,
		cnd_arena_printf(context->scratch, "R%u",
			(unsigned)recommendation->number));
	cnd_show_json_text(json, "label", recommendation->label);
	cnd_show_json_number(json, "line", place.line);
	cnd_show_json_secret(context, "section", place.section);
	cnd_show_json_number(json, "page", place.page);
	cnd_show_json_secret(context, "text",
		cnd_register_text(context->scratch, doc, recommendation));
	for (int part = 0; part < CND_PART_COUNT; part++)
		put_part(context, doc, recommendation, (enum cnd_part)part);
	put_remarks(context, report->review, recommendation);
	cnd_json_end_object(json);
}

static void
put_file(struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;
	const struct cnd_review *review = report->review;

	cnd_json_object(json);
	cnd_show_json_report(context, report);
	cnd_json_key(json, "recommendations");
	cnd_json_array(json);
	for (size_t i = 0; i < review->recommendation_count; i++)
		put_recommendation(
			context, report, &review->recommendations[i]);
	cnd_json_end_array(json);
	cnd_json_key(json, "totals");
	cnd_json_object(json);
	cnd_json_key(json, "recommendations");
	cnd_json_int(json, (int64_t)review->recommendation_count);
	cnd_json_key(json, "complete");
	cnd_json_int(json, (int64_t)cnd_register_complete(review));
	cnd_json_end_object(json);
	cnd_json_end_object(json);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	put_file(rendering->state, report);
	cnd_show_json_next(rendering->state);
}

const struct cnd_format_steps cnd_format_register_json = { cnd_show_json_open,
	put_report, cnd_show_json_close };
