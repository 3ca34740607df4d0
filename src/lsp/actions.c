/*
 * Code actions: a rule's own edits, skeletons to fill in, a comment that
 * puts the finding aside, the rule's explanation, and all safe edits at
 * once.  All but the explanation are edits of the text: commands that an
 * editor would have to know do not work everywhere.
 */
#include "lsp/methods.h"
#include "lsp/skeleton.h"

#include "app/fix.h"

static const struct cnd_str fix_all = CND_STR_INIT("source.fixAll.candour");

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

/* Opens the place where a list of edits stands; both shapes there are. */
static void
begin_edits(struct cnd_server *server, const struct cnd_buffer *buffer)
{
	struct cnd_json *json = &server->json;

	cnd_json_key(json, "edit");
	cnd_json_object(json);
	if (server->client.has_document_changes) {
		cnd_json_key(json, "documentChanges");
		cnd_json_array(json);
		cnd_json_object(json);
		cnd_json_key(json, "textDocument");
		cnd_json_object(json);
		cnd_json_key(json, "uri");
		cnd_json_string(json, buffer->uri);
		cnd_json_key(json, "version");
		cnd_json_int(json, buffer->version);
		cnd_json_end_object(json);
		cnd_json_key(json, "edits");
		cnd_json_array(json);
	} else {
		cnd_json_key(json, "changes");
		cnd_json_object(json);
		cnd_json_key_of(json, buffer->uri);
		cnd_json_array(json);
	}
}

static void
end_edits(struct cnd_server *server)
{
	struct cnd_json *json = &server->json;

	cnd_json_end_array(json);
	cnd_json_end_object(json);
	if (server->client.has_document_changes)
		cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_edit(struct cnd_server *server, const struct cnd_range *range,
	struct cnd_str text)
{
	cnd_json_object(&server->json);
	cnd_json_range(&server->json, "range", range);
	cnd_json_key(&server->json, "newText");
	cnd_json_string(&server->json, text);
	cnd_json_end_object(&server->json);
}

/* An action's beginning: title, kind, what it is for. */
static void
begin_action(struct cnd_server *server, const struct cnd_buffer *buffer,
	const struct cnd_finding *finding, struct cnd_str title)
{
	struct cnd_json *json = &server->json;

	cnd_json_object(json);
	cnd_json_key(json, "title");
	cnd_json_string(json, title);
	cnd_json_key(json, "kind");
	cnd_json_string(json, CND_STR("quickfix"));
	cnd_json_key(json, "diagnostics");
	cnd_json_array(json);
	cnd_lsp_put_finding(server, buffer->report, finding, buffer->uri);
	cnd_json_end_array(json);
}

static void
put_fix(struct cnd_server *server, const struct cnd_buffer *buffer,
	const struct cnd_finding *finding, size_t index)
{
	const struct cnd_document *doc = buffer->doc;
	const struct cnd_edit *edit = &finding->edits[index];
	struct cnd_range range =
		cnd_range_of_span(doc, edit->span, server->unit);
	struct cnd_buf title = { 0 };

	if (edit->text.len > 0)
		cnd_buf_printf(&title, "Write “%.*s”", CND_STR_ARG(edit->text));
	else
		cnd_buf_printf(&title, "Remove “%.*s”",
			CND_STR_ARG(cnd_document_text(doc, edit->span)));
	begin_action(server, buffer, finding, cnd_buf_str(&title));
	if (index == 0) {
		cnd_json_key(&server->json, "isPreferred");
		cnd_json_bool(&server->json, true);
	}
	begin_edits(server, buffer);
	put_edit(server, &range, edit->text);
	end_edits(server);
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&title);
}

static void
put_skeleton(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	struct cnd_range range = cnd_range_of_bytes(cnd_buffer_lines(buffer),
		skeleton->at, skeleton->at, server->unit);
	struct cnd_buf title = { 0 };

	cnd_buf_printf(&title, skeleton->is_of_rule ? "%s: %.*s" : "%s",
		skeleton->title, CND_STR_ARG(finding->rule->id));
	begin_action(server, buffer, finding, cnd_buf_str(&title));
	begin_edits(server, buffer);
	put_edit(server, &range, cnd_buf_str(&skeleton->text));
	end_edits(server);
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&title);
}

/* A command of the server's own, which opens the rule's page. */
static void
put_explanation(struct cnd_server *server, const struct cnd_buffer *buffer,
	const struct cnd_finding *finding)
{
	struct cnd_json *json = &server->json;
	struct cnd_buf title = { 0 };

	cnd_buf_printf(&title, "Explain %.*s", CND_STR_ARG(finding->rule->id));
	begin_action(server, buffer, finding, cnd_buf_str(&title));
	cnd_json_key(json, "command");
	cnd_json_object(json);
	cnd_json_key(json, "title");
	cnd_json_string(json, cnd_buf_str(&title));
	cnd_json_key(json, "command");
	cnd_json_string(json, CND_STR("candour.explain"));
	cnd_json_key(json, "arguments");
	cnd_json_array(json);
	cnd_json_string(json, finding->rule->id);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_json_end_object(json);
	cnd_buf_dispose(&title);
}

/*
 * The actions for one finding.  A recommendation's findings share one
 * skeleton: it is offered with the first, *offered being its place.
 */
static void
put_actions(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_finding *finding, size_t *offered)
{
	struct cnd_skeleton skeleton;

	for (size_t i = 0; i < finding->edit_count; i++)
		put_fix(server, buffer, finding, i);
	if (cnd_skeleton_for(buffer->report, finding, &skeleton) &&
		(skeleton.is_of_rule || skeleton.at != *offered)) {
		put_skeleton(server, buffer, finding, &skeleton);
		*offered = skeleton.is_of_rule ? *offered : skeleton.at;
	}
	cnd_buf_dispose(&skeleton.text);
	if (cnd_skeleton_ignore(buffer->report, finding, &skeleton))
		put_skeleton(server, buffer, finding, &skeleton);
	cnd_buf_dispose(&skeleton.text);
	put_explanation(server, buffer, finding);
}

/* All safe edits of the text as one action: what is done on saving. */
static void
put_fix_all(struct cnd_server *server, struct cnd_buffer *buffer)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_changes changes = cnd_fix_changes(buffer->report, arena);
	struct cnd_json *json = &server->json;

	if (changes.count > 0) {
		cnd_json_object(json);
		cnd_json_key(json, "title");
		cnd_json_string(json, CND_STR("Make all safe edits"));
		cnd_json_key(json, "kind");
		cnd_json_string(json, fix_all);
		begin_edits(server, buffer);
		for (size_t i = 0; i < changes.count; i++) {
			const struct cnd_change *change = &changes.items[i];
			struct cnd_range range =
				cnd_range_of_bytes(cnd_buffer_lines(buffer),
					change->from, change->to, server->unit);

			put_edit(server, &range, change->text);
		}
		end_edits(server);
		cnd_json_end_object(json);
	}
	cnd_arena_free(arena);
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
			put_fix_all(server, buffer);
	}
	cnd_json_end_array(&server->json);
}
