/* The explanation of the finding under the pointer. */
#include "lsp/methods.h"

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

static void
put_section(struct cnd_buf *out, const char *title, struct cnd_str text,
	bool is_markdown)
{
	if (text.len == 0)
		return;
	cnd_buf_printf(out, is_markdown ? "\n\n**%s**: %.*s" : "\n\n%s: %.*s",
		title, CND_STR_ARG(text));
}

static void
explain(const struct cnd_finding *finding, bool is_markdown,
	struct cnd_buf *out)
{
	const struct cnd_rule_info *rule = finding->rule;

	cnd_buf_put(out, finding->message);
	put_section(out, "Why", rule->why, is_markdown);
	put_section(out, "What would mend it", rule->fix, is_markdown);
	if (rule->good_count > 0)
		put_section(out, "Passes", rule->good[0].text, is_markdown);
	put_section(out, "Source", rule->source, is_markdown);
	if (rule->judged > 0)
		cnd_buf_printf(out, "\n\nRight in %u of %u findings read.",
			rule->confirmed, rule->judged);
	cnd_buf_printf(out, is_markdown ? "\n\n`%.*s`" : "\n\n%.*s",
		CND_STR_ARG(rule->id));
}

void
cnd_lsp_hover(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	const struct cnd_finding *finding = NULL;
	struct cnd_json *json = &server->json;
	struct cnd_buf words = { 0 };
	size_t offset;

	if (report != NULL) {
		offset = cnd_buffer_offset(
			buffer, cnd_json_get(params, "position"), server->unit);
		finding = finding_at(report,
			cnd_document_text_offset(
				report->doc, (uint32_t)offset));
	}
	if (finding == NULL) {
		cnd_json_null(json);
		return;
	}
	explain(finding, server->client.has_markdown, &words);
	cnd_json_object(json);
	cnd_json_key(json, "contents");
	cnd_json_object(json);
	cnd_json_key(json, "kind");
	cnd_json_string(json,
		server->client.has_markdown ? CND_STR("markdown")
					    : CND_STR("plaintext"));
	cnd_json_key(json, "value");
	cnd_json_string(json, cnd_buf_str(&words));
	cnd_json_end_object(json);
	cnd_server_put_range(server, report->doc, finding->span);
	cnd_json_end_object(json);
	cnd_buf_dispose(&words);
}
