/* The explanation of the finding under the pointer. */
#include "lsp/methods.h"

#include "lsp/explain.h"

/* The finding whose words hold a text offset; the shortest of several. */
static const struct cnd_finding *
finding_at(const struct cnd_report *report, uint32_t at)
{
	const struct cnd_finding *best = NULL;

	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];
		uint32_t length = finding->span.to - finding->span.from;

		if (finding->span.from > at || at > finding->span.to)
			continue;
		if (best == NULL || length < best->span.to - best->span.from)
			best = finding;
	}
	return best;
}

void
cnd_lsp_put_hover(struct cnd_server *server, struct cnd_str words,
	const struct cnd_range *range)
{
	struct cnd_json *json = &server->json;

	cnd_json_object(json);
	cnd_json_key(json, "contents");
	cnd_json_object(json);
	cnd_json_key(json, "kind");
	cnd_json_string(json,
		server->client.has_markdown ? CND_STR("markdown")
					    : CND_STR("plaintext"));
	cnd_json_key(json, "value");
	cnd_json_string(json, words);
	cnd_json_end_object(json);
	cnd_json_range(json, "range", range);
	cnd_json_end_object(json);
}

void
cnd_lsp_hover(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	const struct cnd_finding *finding = NULL;
	struct cnd_buf words = { 0 };
	struct cnd_range range;
	size_t offset;

	if (buffer != NULL && buffer->own.kind != CND_OWN_NONE) {
		cnd_lsp_hover_own(server, buffer,
			cnd_buffer_offset(buffer,
				cnd_json_get(params, "position"),
				server->unit));
		return;
	}
	if (report != NULL) {
		offset = cnd_buffer_offset(
			buffer, cnd_json_get(params, "position"), server->unit);
		finding = finding_at(report,
			cnd_document_text_offset(
				report->doc, (uint32_t)offset));
	}
	if (finding == NULL) {
		cnd_json_null(&server->json);
		return;
	}
	cnd_buf_put(&words, finding->message);
	cnd_explain_short(finding->rule, server->client.has_markdown, &words);
	range = cnd_range_of_span(report->doc, finding->span, server->unit);
	cnd_lsp_put_hover(server, cnd_buf_str(&words), &range);
	cnd_buf_dispose(&words);
}
