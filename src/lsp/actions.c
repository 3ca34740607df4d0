/*
 * Quick fixes: a rule's own edits, skeletons to fill in, and a comment
 * that puts the finding aside.  All are edits of the text: commands that
 * an editor would have to know do not work everywhere.
 */
#include "lsp/methods.h"
#include "lsp/skeleton.h"

/* Whether the client asks for a kind that quick fixes are of. */
static bool
wants_quick_fixes(const struct cnd_json_value *params)
{
	const struct cnd_json_value *only =
		cnd_json_get(cnd_json_get(params, "context"), "only");

	if (only == NULL || only->kind != CND_JSON_ARRAY)
		return true;
	for (const struct cnd_json_value *at = only->first; at != NULL;
		at = at->next) {
		struct cnd_str kind = cnd_json_text(at);

		if (kind.len == 0 || cnd_str_equal(kind, CND_STR("quickfix")))
			return true;
	}
	return false;
}

static void
put_edit(struct cnd_server *server, const struct cnd_buffer *buffer,
	const struct cnd_document *doc, const struct cnd_edit *edit)
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
		cnd_json_key(json, buffer->uri.data);
		cnd_json_array(json);
	}
	cnd_json_object(json);
	cnd_server_put_range(server, doc, edit->span);
	cnd_json_key(json, "newText");
	cnd_json_string(json, edit->text);
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	if (server->client.has_document_changes)
		cnd_json_end_array(json);
	cnd_json_end_object(json);
}

/* The diagnostic a fix is for, as it was told. */
static void
put_diagnostic(struct cnd_server *server, const struct cnd_document *doc,
	const struct cnd_finding *finding)
{
	static const int severities[CND_LEVEL_COUNT] = { 3, 2, 1 };
	struct cnd_json *json = &server->json;

	cnd_json_key(json, "diagnostics");
	cnd_json_array(json);
	cnd_json_object(json);
	cnd_server_put_range(server, doc, finding->span);
	cnd_json_key(json, "severity");
	cnd_json_int(json, severities[finding->level]);
	cnd_json_key(json, "code");
	cnd_json_string(json, finding->rule->id);
	cnd_json_key(json, "source");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_key(json, "message");
	cnd_json_string(json, finding->message);
	cnd_json_end_object(json);
	cnd_json_end_array(json);
}

/* An action's beginning: title, kind, what it is for. */
static void
begin_action(struct cnd_server *server, const struct cnd_document *doc,
	const struct cnd_finding *finding, struct cnd_str title)
{
	struct cnd_json *json = &server->json;

	cnd_json_object(json);
	cnd_json_key(json, "title");
	cnd_json_string(json, title);
	cnd_json_key(json, "kind");
	cnd_json_string(json, CND_STR("quickfix"));
	put_diagnostic(server, doc, finding);
}

static void
put_fix(struct cnd_server *server, const struct cnd_buffer *buffer,
	const struct cnd_finding *finding, size_t index)
{
	const struct cnd_document *doc = buffer->doc;
	const struct cnd_edit *edit = &finding->edits[index];
	struct cnd_buf title = { 0 };

	if (edit->text.len > 0)
		cnd_buf_printf(&title, "Write “%.*s”", CND_STR_ARG(edit->text));
	else
		cnd_buf_printf(&title, "Remove “%.*s”",
			CND_STR_ARG(cnd_document_text(doc, edit->span)));
	begin_action(server, doc, finding, cnd_buf_str(&title));
	if (index == 0) {
		cnd_json_key(&server->json, "isPreferred");
		cnd_json_bool(&server->json, true);
	}
	put_edit(server, buffer, doc, edit);
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&title);
}

/* An insertion; before the whole line when it opens with a comment. */
static void
put_skeleton(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton)
{
	const struct cnd_edit edit = { { skeleton->at, skeleton->at },
		cnd_buf_str(&skeleton->text) };

	begin_action(server, buffer->doc, finding, cnd_str_of(skeleton->title));
	put_edit(server, buffer, buffer->doc, &edit);
	cnd_json_end_object(&server->json);
}

static void
put_actions(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_finding *finding)
{
	struct cnd_skeleton skeleton;

	for (size_t i = 0; i < finding->edit_count; i++)
		put_fix(server, buffer, finding, i);
	if (cnd_skeleton_for(buffer->report, finding, &skeleton))
		put_skeleton(server, buffer, finding, &skeleton);
	cnd_buf_dispose(&skeleton.text);
	if (cnd_skeleton_ignore(buffer->report, finding, &skeleton))
		put_skeleton(server, buffer, finding, &skeleton);
	cnd_buf_dispose(&skeleton.text);
}

void
cnd_lsp_actions(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_json_value *range = cnd_json_get(params, "range");
	const struct cnd_report *report = NULL;
	uint32_t from = 0;
	uint32_t to = 0;

	if (buffer != NULL && wants_quick_fixes(params) &&
		server->client.has_actions)
		report = cnd_server_report(server, buffer);
	if (report != NULL) {
		from = cnd_document_text_offset(report->doc,
			(uint32_t)cnd_buffer_offset(buffer,
				cnd_json_get(range, "start"), server->unit));
		to = cnd_document_text_offset(report->doc,
			(uint32_t)cnd_buffer_offset(buffer,
				cnd_json_get(range, "end"), server->unit));
	}
	cnd_json_array(&server->json);
	for (size_t i = 0; report != NULL && i < report->finding_count; i++) {
		const struct cnd_finding *finding = &report->findings[i];

		if (finding->span.to < from || finding->span.from > to)
			continue;
		put_actions(server, buffer, finding);
	}
	cnd_json_end_array(&server->json);
}
