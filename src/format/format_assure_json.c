/* The assurance table as JSON: the form other programs rely on. */
#include "format/assurance.h"
#include "format/formats.h"
#include "format/show.h"
#include "format/show_json.h"

/* "line", "label", "quote" of a span; nulls for a statement not there. */
static void
put_evidence(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_span *span)
{
	struct cnd_json *json = &context->json;
	struct cnd_place place = { 0 };

	if (span != NULL)
		place = cnd_document_place(doc, *span, CND_UNIT_CODE_POINT);
	cnd_show_json_number(json, "line", place.line);
	cnd_show_json_text(json, "label", place.label);
	if (span != NULL) {
		cnd_show_json_words(context, "quote", doc, *span);
	} else {
		cnd_json_key(json, "quote");
		cnd_json_null(json);
	}
}

/* How far into the report it stands: per cent, section, page. */
static void
put_position(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_statement *statement)
{
	struct cnd_json *json = &context->json;
	struct cnd_str section = { 0 };
	uint32_t page = 0;
	uint32_t block;

	cnd_json_key(json, "position");
	if (!statement->is_present) {
		cnd_json_null(json);
	} else {
		cnd_json_int(
			json, cnd_assurance_position(doc, statement->span));
		block = cnd_document_block_at(doc, statement->span.from);
		if (block != CND_NONE && doc->blocks[block].section != CND_NONE)
			section = cnd_section_title(
				doc, doc->blocks[block].section);
		page = cnd_document_place(
			doc, statement->span, CND_UNIT_CODE_POINT)
			       .page;
	}
	cnd_show_json_secret(context, "section", section);
	cnd_show_json_number(json, "page", page);
}

/* What asks for it, and when that holds. */
static void
put_basis(struct cnd_json *json, const struct cnd_rule_info *rule)
{
	static const struct cnd_rule_info none = { 0 };

	if (rule == NULL)
		rule = &none;
	cnd_show_json_text(json, "source", rule->source);
	cnd_show_json_text(json, "since", rule->since);
	cnd_show_json_text(json, "until", rule->until);
}

static void
put_statement(struct cnd_json_context *context, const struct cnd_document *doc,
	const struct cnd_statement *statement)
{
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	cnd_json_key(json, "key");
	cnd_json_string(json, statement->key);
	cnd_json_key(json, "present");
	cnd_json_bool(json, statement->is_present);
	put_evidence(
		context, doc, statement->is_present ? &statement->span : NULL);
	cnd_json_key(json, "required");
	cnd_json_bool(json, statement->is_required);
	cnd_json_key(json, "early");
	cnd_json_bool(json, statement->is_present && statement->is_early);
	put_position(context, doc, statement);
	put_basis(json, statement->rule);
	cnd_json_end_object(json);
}

static void
put_disagreement(struct cnd_json_context *context,
	const struct cnd_document *doc, const struct cnd_disagreement *it)
{
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	cnd_json_key(json, "status");
	cnd_json_string(json, cnd_str_of(cnd_assurance_status(it)));
	put_evidence(context, doc, &it->span);
	cnd_json_key(json, "missing");
	cnd_json_array(json);
	for (const struct cnd_assurance_part *part = cnd_assurance_parts();
		part->name != NULL; part++)
		if ((it->told & part->part) == 0)
			cnd_json_string(json, cnd_str_of(part->name));
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_file(struct cnd_json_context *context, const struct cnd_report *report)
{
	struct cnd_json *json = &context->json;

	cnd_json_object(json);
	cnd_show_json_report(context, report);
	cnd_json_key(json, "statements");
	cnd_json_array(json);
	for (size_t i = 0; i < report->statement_count; i++)
		put_statement(context, report->doc, &report->statements[i]);
	cnd_json_end_array(json);
	cnd_json_key(json, "disagreements");
	cnd_json_array(json);
	for (size_t i = 0; i < report->disagreement_count; i++)
		put_disagreement(
			context, report->doc, &report->disagreements[i]);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	put_file(rendering->state, report);
	cnd_show_json_next(rendering->state);
}

const struct cnd_format_steps cnd_format_assure_json = { cnd_show_json_open,
	put_report, cnd_show_json_close };
