/* The report's sections and recommendations, as outline and as folds. */
#include "lsp/methods.h"

/* SymbolKind: what editors draw beside the name. */
enum { KIND_STRING = 15, KIND_EVENT = 24 };

static struct cnd_span
section_span(const struct cnd_document *doc, const struct cnd_section *section)
{
	return (struct cnd_span){ doc->blocks[section->first_block].span.from,
		doc->blocks[section->end_block - 1].span.to };
}

static void
put_name(struct cnd_server *server, const struct cnd_document *doc,
	const struct cnd_block *block)
{
	struct cnd_buf name = { 0 };

	if (block->label.len > 0)
		cnd_buf_printf(&name, "%.*s ", CND_STR_ARG(block->label));
	cnd_buf_put(&name, cnd_str_slice(cnd_block_text(doc, block), 0, 120));
	cnd_json_key(&server->json, "name");
	cnd_json_string(&server->json,
		name.len > 0 ? cnd_buf_str(&name) : CND_STR("(untitled)"));
	cnd_buf_dispose(&name);
}

/* Keys that both shapes share; the object is left open. */
static void
begin_symbol(struct cnd_server *server, const struct cnd_document *doc,
	const struct cnd_block *block, int kind)
{
	cnd_json_object(&server->json);
	put_name(server, doc, block);
	cnd_json_key(&server->json, "kind");
	cnd_json_int(&server->json, kind);
}

static void
put_selection(struct cnd_server *server, const struct cnd_document *doc,
	struct cnd_span span)
{
	struct cnd_range range = cnd_range_of_span(doc, span, server->unit);

	cnd_json_range(&server->json, "selectionRange", &range);
}

/* A recommendation as a leaf under its section. */
static void
put_recommendation(struct cnd_server *server, const struct cnd_report *report,
	const struct cnd_recommendation *recommendation)
{
	const struct cnd_document *doc = report->doc;
	const struct cnd_block *block = &doc->blocks[recommendation->block];

	begin_symbol(server, doc, block, KIND_EVENT);
	cnd_server_put_range(server, doc, block->span);
	put_selection(server, doc, block->span);
	cnd_json_end_object(&server->json);
}

static void
put_recommendations(struct cnd_server *server, const struct cnd_report *report,
	uint32_t section)
{
	const struct cnd_review *review = report->review;

	for (size_t i = 0; i < review->recommendation_count; i++)
		if (review->recommendations[i].section == section &&
			section != CND_NONE)
			put_recommendation(
				server, report, &review->recommendations[i]);
}

/* Opens a section's symbol and its list of children. */
static void
open_section(struct cnd_server *server, const struct cnd_report *report,
	uint32_t index)
{
	const struct cnd_document *doc = report->doc;
	const struct cnd_section *section = &doc->sections[index];
	const struct cnd_block *heading = &doc->blocks[section->heading];

	begin_symbol(server, doc, heading, KIND_STRING);
	cnd_json_key(&server->json, "detail");
	cnd_json_string(
		&server->json, cnd_str_of(cnd_role_name(section->role)));
	cnd_server_put_range(server, doc, section_span(doc, section));
	put_selection(server, doc, heading->span);
	cnd_json_key(&server->json, "children");
	cnd_json_array(&server->json);
	put_recommendations(server, report, index);
}

static void
close_section(struct cnd_server *server)
{
	cnd_json_end_array(&server->json);
	cnd_json_end_object(&server->json);
}

/* Headings nest at most nine deep; each takes two JSON levels. */
enum { DEPTH_MAX = 9 };

static void
put_tree(struct cnd_server *server, const struct cnd_report *report)
{
	const struct cnd_document *doc = report->doc;
	uint32_t ends[DEPTH_MAX];
	size_t depth = 0;

	for (uint32_t i = 0; i < doc->section_count; i++) {
		const struct cnd_section *section = &doc->sections[i];

		if (section->heading == CND_NONE)
			continue;
		while (depth > 0 &&
			(section->first_block >= ends[depth - 1] ||
				depth == DEPTH_MAX)) {
			close_section(server);
			depth--;
		}
		open_section(server, report, i);
		ends[depth++] = section->end_block;
	}
	while (depth-- > 0)
		close_section(server);
}

static void
put_flat_symbol(struct cnd_server *server, const struct cnd_report *report,
	const struct cnd_block *block, struct cnd_str uri)
{
	struct cnd_json *json = &server->json;

	begin_symbol(server, report->doc, block,
		block->kind == CND_BLOCK_HEADING ? KIND_STRING : KIND_EVENT);
	cnd_json_key(json, "location");
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, uri);
	cnd_server_put_range(server, report->doc, block->span);
	cnd_json_end_object(json);
	cnd_json_end_object(json);
}

/* SymbolInformation: the older, flat shape. */
static void
put_flat(struct cnd_server *server, const struct cnd_report *report,
	struct cnd_str uri)
{
	const struct cnd_document *doc = report->doc;
	const struct cnd_review *review = report->review;

	for (size_t i = 0; i < doc->section_count; i++)
		if (doc->sections[i].heading != CND_NONE)
			put_flat_symbol(server, report,
				&doc->blocks[doc->sections[i].heading], uri);
	for (size_t i = 0; i < review->recommendation_count; i++)
		put_flat_symbol(server, report,
			&doc->blocks[review->recommendations[i].block], uri);
}

void
cnd_lsp_symbols(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);

	cnd_json_array(&server->json);
	if (report != NULL && server->client.has_symbol_trees)
		put_tree(server, report);
	else if (report != NULL)
		put_flat(server, report, buffer->uri);
	cnd_json_end_array(&server->json);
}

void
cnd_lsp_folding(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	struct cnd_json *json = &server->json;

	cnd_json_array(json);
	for (size_t i = 0; report != NULL && i < report->doc->section_count;
		i++) {
		const struct cnd_section *section = &report->doc->sections[i];
		struct cnd_place place;

		if (section->heading == CND_NONE)
			continue;
		place = cnd_document_place(report->doc,
			section_span(report->doc, section), server->unit);
		if (place.end_line <= place.line)
			continue;
		cnd_json_object(json);
		cnd_json_key(json, "startLine");
		cnd_json_int(json, (int64_t)place.line - 1);
		cnd_json_key(json, "endLine");
		cnd_json_int(json, (int64_t)place.end_line - 1);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}
