/* What each recommendation has and lacks, at its end. */
#include "lsp/methods.h"

/* Editors cut long hints: in some 40 characters all four parts show. */
static const char *const short_names[CND_PART_COUNT] = {
	[CND_PART_OWNER] = "owner",
	[CND_PART_ACTION] = "act",
	[CND_PART_TIME] = "date",
	[CND_PART_MEASURE] = "measure",
};

/* "owner ✓ · act vague · no date · no measure" */
static void
write_parts(
	const struct cnd_recommendation *recommendation, struct cnd_buf *out)
{
	for (int part = 0; part < CND_PART_COUNT; part++) {
		enum cnd_part_value value = recommendation->parts[part].value;
		const char *name = short_names[part];

		if (part > 0)
			cnd_buf_puts(out, " · ");
		if (value == CND_VALUE_NONE)
			cnd_buf_printf(out, "no %s", name);
		else if (value == CND_VALUE_VAGUE || value == CND_VALUE_GENERIC)
			cnd_buf_printf(
				out, "%s %s", name, cnd_part_value_name(value));
		else
			cnd_buf_printf(out, "%s ✓", name);
	}
}

static void
put_position_of(
	struct cnd_server *server, const struct cnd_document *doc, uint32_t at)
{
	struct cnd_range range = cnd_range_of_span(
		doc, (struct cnd_span){ at - 1, at }, server->unit);

	cnd_json_position(&server->json, "position", range.end);
}

void
cnd_lsp_hints(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	size_t count =
		report == NULL ? 0 : report->review->recommendation_count;
	struct cnd_json *json = &server->json;

	cnd_json_array(json);
	for (size_t i = 0; i < count; i++) {
		const struct cnd_recommendation *recommendation =
			&report->review->recommendations[i];
		const struct cnd_block *block =
			&report->doc->blocks[recommendation->block];
		struct cnd_buf words = { 0 };

		if (block->span.to == 0)
			continue;
		write_parts(recommendation, &words);
		cnd_json_object(json);
		put_position_of(server, report->doc, block->span.to);
		cnd_json_key(json, "label");
		cnd_json_string(json, cnd_buf_str(&words));
		cnd_json_key(json, "tooltip");
		cnd_json_string(json, cnd_buf_str(&words));
		cnd_json_key(json, "paddingLeft");
		cnd_json_bool(json, true);
		cnd_json_end_object(json);
		cnd_buf_dispose(&words);
	}
	cnd_json_end_array(json);
}
