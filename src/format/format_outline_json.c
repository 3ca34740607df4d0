/* The outline as JSON: sections, blocks, tables, recommendations. */
#include "format/outline.h"

#include "base/json.h"

static void
put_string(struct cnd_json *json, const char *key, struct cnd_str value)
{
	cnd_json_key(json, key);
	cnd_json_string_or_null(
		json, value.len == 0 ? (struct cnd_str){ NULL, 0 } : value);
}

/* An index or number, null for none. */
static void
put_index(struct cnd_json *json, const char *key, uint32_t value)
{
	cnd_json_key(json, key);
	if (value == CND_NONE)
		cnd_json_null(json);
	else
		cnd_json_int(json, value);
}

static void
put_section(const struct cnd_document *doc, uint32_t index,
	const struct cnd_format_options *options, struct cnd_json *json)
{
	const struct cnd_section *section = &doc->sections[index];
	struct cnd_str title = { NULL, 0 };
	struct cnd_str label = { NULL, 0 };

	if (section->heading != CND_NONE) {
		label = doc->blocks[section->heading].label;
		if (!options->is_redacted)
			title = cnd_section_title(doc, index);
	}
	cnd_json_object(json);
	put_string(json, "title", title);
	put_string(json, "label", label);
	put_index(json, "level", section->level);
	put_index(json, "parent", section->parent);
	put_string(json, "role",
		section->role == CND_ROLE_NONE
			? (struct cnd_str){ NULL, 0 }
			: cnd_str_of(cnd_role_name(section->role)));
	put_index(json, "line", cnd_outline_line(doc, section->first_block));
	put_index(json, "firstBlock", section->first_block);
	put_index(json, "endBlock", section->end_block);
	cnd_json_end_object(json);
}

static void
put_flags(const struct cnd_block *block, struct cnd_json *json)
{
	const char *flag;

	cnd_json_key(json, "flags");
	cnd_json_array(json);
	for (size_t i = 0; (flag = cnd_outline_flag(block, i)) != NULL; i++)
		cnd_json_string(json, cnd_str_of(flag));
	cnd_json_end_array(json);
}

static void
put_block(const struct cnd_document *doc, uint32_t index,
	const struct cnd_format_options *options, struct cnd_json *json)
{
	const struct cnd_block *block = &doc->blocks[index];
	bool is_cell = block->table != CND_NONE;

	cnd_json_object(json);
	put_string(json, "kind", cnd_str_of(cnd_outline_kind(block)));
	put_index(json, "line", cnd_outline_line(doc, index));
	put_index(json, "page", block->page == 0 ? CND_NONE : block->page);
	put_string(json, "label", block->label);
	put_index(json, "level", block->level);
	put_index(json, "section", block->section);
	put_index(json, "leadIn", block->lead_in);
	put_index(json, "table", block->table);
	put_index(json, "row", is_cell ? block->row : CND_NONE);
	put_index(json, "column", is_cell ? block->column : CND_NONE);
	put_flags(block, json);
	cnd_json_key(json, "text");
	if (options->is_redacted)
		cnd_json_null(json);
	else
		cnd_json_string(json, cnd_block_text(doc, block));
	cnd_json_end_object(json);
}

static void
put_recommendations(const struct cnd_report *report, struct cnd_json *json)
{
	const struct cnd_review *review = report->review;

	cnd_json_key(json, "recommendations");
	cnd_json_array(json);
	for (size_t i = 0; review != NULL && i < review->recommendation_count;
		i++) {
		const struct cnd_recommendation *one =
			&review->recommendations[i];

		cnd_json_object(json);
		cnd_json_key(json, "number");
		cnd_json_int(json, one->number);
		put_string(json, "label", one->label);
		put_index(json, "block", one->block);
		put_index(json, "line",
			cnd_outline_line(report->doc, one->block));
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_not_read(const struct cnd_document *doc, struct cnd_json *json)
{
	cnd_json_key(json, "notRead");
	cnd_json_array(json);
	for (size_t i = 0; i < doc->not_read_count; i++) {
		uint32_t line = doc->not_read[i].line;

		cnd_json_object(json);
		put_string(json, "what", doc->not_read[i].what);
		put_index(json, "line", line == 0 ? CND_NONE : line);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

static void
put_file(const struct cnd_report *report,
	const struct cnd_format_options *options, struct cnd_json *json)
{
	const struct cnd_document *doc = report->doc;

	cnd_json_object(json);
	put_string(json, "path", doc->name);
	put_string(json, "format", cnd_str_of(doc->format));
	if (report->review != NULL)
		put_string(json, "profile", report->review->profile);
	cnd_json_key(json, "sections");
	cnd_json_array(json);
	for (uint32_t i = 0; i < doc->section_count; i++)
		put_section(doc, i, options, json);
	cnd_json_end_array(json);
	cnd_json_key(json, "blocks");
	cnd_json_array(json);
	for (uint32_t i = 0; i < doc->block_count; i++)
		put_block(doc, i, options, json);
	cnd_json_end_array(json);
	put_recommendations(report, json);
	put_not_read(doc, json);
	cnd_json_end_object(json);
}

static void
start(struct cnd_rendering *rendering)
{
	struct cnd_json *json =
		cnd_arena_alloc(rendering->arena, sizeof(*json));

	json->out = rendering->out;
	cnd_json_object(json);
	cnd_json_key(json, "version");
	cnd_json_int(json, 1);
	cnd_json_key(json, "files");
	cnd_json_array(json);
	rendering->state = json;
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	put_file(report, rendering->options, rendering->state);
}

static void
finish(struct cnd_rendering *rendering)
{
	struct cnd_json *json = rendering->state;

	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_buf_putc(rendering->out, '\n');
}

const struct cnd_format_steps cnd_format_outline_json = { start, put_report,
	finish };
