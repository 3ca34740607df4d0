/* Findings as diagnostics, pushed or pulled, never both. */
#include "lsp/methods.h"

/*
 * Diagnostics of one text at most: editors slow down under thousands, so
 * the last one says how many more there are.
 */
enum { DIAGNOSTICS_MAX = 1000 };

static void
put_related(struct cnd_server *server, const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_str uri)
{
	struct cnd_json *json = &server->json;

	if (!server->client.has_related || finding->related_count == 0)
		return;
	cnd_json_key(json, "relatedInformation");
	cnd_json_array(json);
	for (size_t i = 0; i < finding->related_count; i++) {
		cnd_json_object(json);
		cnd_json_key(json, "location");
		cnd_json_object(json);
		cnd_json_key(json, "uri");
		cnd_json_string(json, uri);
		cnd_server_put_range(
			server, report->doc, finding->related[i].span);
		cnd_json_end_object(json);
		cnd_json_key(json, "message");
		cnd_json_string(json, finding->related[i].message);
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
}

/* What should simply go, in whole or in part, is shown faded. */
static void
put_tags(struct cnd_server *server, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	enum { UNNECESSARY = 1 };

	if (!server->client.has_unnecessary || finding->edit_count == 0 ||
		!cnd_str_starts_with(cnd_document_text(doc, finding->span),
			finding->edits[0].text))
		return;
	cnd_json_key(&server->json, "tags");
	cnd_json_array(&server->json);
	cnd_json_int(&server->json, UNNECESSARY);
	cnd_json_end_array(&server->json);
}

void
cnd_lsp_begin_diagnostic(struct cnd_server *server, const struct cnd_told *told)
{
	static const int severities[CND_LEVEL_COUNT] = { 3, 2, 1 };
	struct cnd_json *json = &server->json;

	cnd_json_object(json);
	cnd_json_range(json, "range", &told->range);
	cnd_json_key(json, "severity");
	cnd_json_int(json, severities[told->level]);
	if (told->code.len > 0) {
		cnd_json_key(json, "code");
		cnd_json_string(json, told->code);
	}
	cnd_json_key(json, "source");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_key(json, "message");
	cnd_json_string(json, told->message);
}

void
cnd_lsp_put_finding(struct cnd_server *server, const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_str uri)
{
	const struct cnd_told told = {
		cnd_range_of_span(report->doc, finding->span, server->unit),
		finding->level,
		finding->rule->id,
		finding->message,
	};
	struct cnd_json *json = &server->json;

	cnd_lsp_begin_diagnostic(server, &told);
	if (server->client.has_descriptions && finding->rule->link.len > 0) {
		cnd_json_key(json, "codeDescription");
		cnd_json_object(json);
		cnd_json_key(json, "href");
		cnd_json_string(json, finding->rule->link);
		cnd_json_end_object(json);
	}
	put_tags(server, report->doc, finding);
	put_related(server, report, finding, uri);
	cnd_json_end_object(json);
}

static void
put_more(struct cnd_server *server, size_t more)
{
	struct cnd_told told = { .range = { { 1, 1 }, { 1, 1 } },
		.level = CND_LEVEL_SUGGESTION };
	struct cnd_buf words = { 0 };

	cnd_buf_printf(&words, "%zu more findings are not shown", more);
	told.message = cnd_buf_str(&words);
	cnd_lsp_begin_diagnostic(server, &told);
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&words);
}

void
cnd_lsp_put_diagnostics(struct cnd_server *server, struct cnd_buffer *buffer)
{
	const struct cnd_report *report;
	size_t count;
	size_t shown;

	if (buffer->own.kind != CND_OWN_NONE) {
		cnd_lsp_put_problems(server, buffer);
		return;
	}
	report = cnd_server_report(server, buffer);
	count = report == NULL ? 0 : report->finding_count;
	shown = count < DIAGNOSTICS_MAX ? count : DIAGNOSTICS_MAX;

	cnd_json_array(&server->json);
	for (size_t i = 0; i < shown; i++)
		cnd_lsp_put_finding(
			server, report, &report->findings[i], buffer->uri);
	if (count > shown)
		put_more(server, count - shown);
	cnd_json_end_array(&server->json);
}

void
cnd_lsp_publish(struct cnd_server *server, struct cnd_buffer *buffer)
{
	struct cnd_json *json = &server->json;

	cnd_server_begin_notification(
		server, "textDocument/publishDiagnostics");
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, buffer->uri);
	cnd_json_key(json, "version");
	cnd_json_int(json, buffer->version);
	cnd_json_key(json, "diagnostics");
	cnd_lsp_put_diagnostics(server, buffer);
	cnd_json_end_object(json);
	cnd_server_send(server);
	buffer->is_told = true;
}

void
cnd_lsp_publish_nothing(struct cnd_server *server, struct cnd_str uri)
{
	struct cnd_json *json = &server->json;

	cnd_server_begin_notification(
		server, "textDocument/publishDiagnostics");
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, uri);
	cnd_json_key(json, "diagnostics");
	cnd_json_array(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_server_send(server);
}

void
cnd_lsp_result_id(struct cnd_server *server, const struct cnd_buffer *buffer,
	struct cnd_buf *out)
{
	struct cnd_str text = cnd_buf_str(&buffer->text);
	uint64_t hash = 0xcbf29ce484222325u ^ server->settings.hash ^
		server->config.generation;

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.data[i]) * 0x100000001b3u;
	cnd_buf_printf(out, "%016llx", (unsigned long long)hash);
}

void
cnd_lsp_pull(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	struct cnd_str previous =
		cnd_json_text(cnd_json_get(params, "previousResultId"));
	struct cnd_json *json = &server->json;
	struct cnd_buf id = { 0 };
	bool is_same;

	if (buffer != NULL)
		cnd_lsp_result_id(server, buffer, &id);
	is_same = id.len > 0 && cnd_str_equal(previous, cnd_buf_str(&id));
	cnd_json_object(json);
	cnd_json_key(json, "kind");
	cnd_json_string(json, is_same ? CND_STR("unchanged") : CND_STR("full"));
	if (id.len > 0) {
		cnd_json_key(json, "resultId");
		cnd_json_string(json, cnd_buf_str(&id));
	}
	if (!is_same) {
		cnd_json_key(json, "items");
		if (buffer != NULL) {
			cnd_lsp_put_diagnostics(server, buffer);
		} else {
			cnd_json_array(json);
			cnd_json_end_array(json);
		}
	}
	cnd_json_end_object(json);
	cnd_buf_dispose(&id);
}
