/*
 * Which code actions are offered, and the edit of the one that was chosen.
 */
#include "lsp/act.h"
#include "lsp/methods.h"
#include "lsp/skeleton.h"

static const struct cnd_str fix_all = CND_STR_INIT(CND_ACT_FIX_ALL_NAME);

/* Whether the client asks for a kind: none named, it, or one above it. */
static bool
wants(const struct cnd_json_value *params, struct cnd_str kind)
{
	const struct cnd_json_value *only =
		cnd_json_get(cnd_json_get(params, "context"), "only");

	if (only == NULL || only->kind != CND_JSON_ARRAY)
		return true;
	for (const struct cnd_json_value *at = only->first; at != NULL;
		at = at->next) {
		struct cnd_str asked = cnd_json_text(at);

		if (asked.len == 0 || cnd_str_equal(asked, kind) ||
			(cnd_str_starts_with(kind, asked) &&
				kind.data[asked.len] == '.'))
			return true;
	}
	return false;
}

/*
 * The actions for one finding.  A recommendation's findings share one
 * skeleton: it is offered with the first, *offered being its place.
 */
static void
put_actions(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_finding *finding, size_t *offered)
{
	struct cnd_act act = { .buffer = buffer, .finding = finding };
	struct cnd_skeleton skeleton;

	act.kind = CND_ACT_FIX;
	while (cnd_act_put(server, &act))
		act.index++;
	if (cnd_skeleton_for(buffer->report, finding, &skeleton) &&
		(skeleton.is_of_rule || skeleton.at != *offered)) {
		act.kind = CND_ACT_FILL;
		(void)cnd_act_put(server, &act);
		*offered = skeleton.is_of_rule ? *offered : skeleton.at;
	}
	cnd_buf_dispose(&skeleton.text);
	act.kind = CND_ACT_IGNORE;
	(void)cnd_act_put(server, &act);
	act.kind = CND_ACT_EXPLAIN;
	(void)cnd_act_put(server, &act);
}

/* Actions for the findings that a range touches. */
static void
put_quick_fixes(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_json_value *range)
{
	const struct cnd_report *report = buffer->report;
	size_t start = cnd_buffer_offset(
		buffer, cnd_json_get(range, "start"), server->unit);
	size_t end = cnd_buffer_offset(
		buffer, cnd_json_get(range, "end"), server->unit);
	uint32_t from = cnd_document_text_offset(report->doc, (uint32_t)start);
	uint32_t to = cnd_document_text_offset(report->doc, (uint32_t)end);
	size_t offered = SIZE_MAX;

	for (size_t i = 0; i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];

		if (finding->span.to >= from && finding->span.from <= to)
			put_actions(server, buffer, finding, &offered);
	}
}

void
cnd_lsp_actions(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	bool wants_fixes = wants(params, CND_STR("quickfix"));
	/* A lint tool's menu is not where one looks for it: when asked for. */
	bool wants_all = wants(params, fix_all) &&
		cnd_json_get(cnd_json_get(params, "context"), "only") != NULL;

	cnd_json_array(&server->json);
	if (buffer != NULL && (wants_fixes || wants_all) &&
		server->client.has_actions &&
		cnd_server_report(server, buffer) != NULL) {
		if (wants_fixes)
			put_quick_fixes(
				server, buffer, cnd_json_get(params, "range"));
		if (wants_all)
			(void)cnd_act_put(server,
				&(struct cnd_act){ .buffer = buffer,
					.kind = CND_ACT_FIX_ALL });
	}
	cnd_json_end_array(&server->json);
}

void
cnd_lsp_resolve_action(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_act act;

	if (!cnd_act_find(server, cnd_json_get(params, "data"), &act)) {
		cnd_server_error(server, server->request,
			CND_LSP_CONTENT_MODIFIED,
			"the text has changed: the action is there no more");
		return;
	}
	cnd_server_begin_result(server, server->request);
	(void)cnd_act_put(server, &act);
	cnd_server_send(server);
}
