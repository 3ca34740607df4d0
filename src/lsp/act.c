/* Writes code actions: title, kind, finding, and the edit or its data. */
#include "lsp/act.h"

#include "app/fix.h"
#include "lsp/methods.h"
#include "lsp/skeleton.h"

#include <inttypes.h>

/* A kind of action: how it is known in an action's data, and written. */
struct kind {
	const char *name;
	bool (*is_there)(const struct cnd_act *act);
	void (*put)(struct cnd_server *server, const struct cnd_act *act);
};

static const char *name_of(enum cnd_act_kind kind);

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

static void
put_change(struct cnd_server *server, struct cnd_buffer *buffer,
	const struct cnd_change *change)
{
	struct cnd_range range = cnd_range_of_bytes(cnd_buffer_lines(buffer),
		change->from, change->to, server->unit);

	put_edit(server, &range, change->text);
}

/* What tells the action when it comes back to be resolved. */
static void
put_data(struct cnd_server *server, const struct cnd_act *act)
{
	struct cnd_json *json = &server->json;
	struct cnd_buf finding = { 0 };

	if (act->finding != NULL)
		cnd_buf_printf(
			&finding, "%016" PRIx64, act->finding->fingerprint);
	cnd_json_key(json, "data");
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, act->buffer->uri);
	cnd_json_key(json, "act");
	cnd_json_string(json, cnd_str_of(name_of(act->kind)));
	cnd_json_key(json, "finding");
	cnd_json_string(json, cnd_buf_str(&finding));
	cnd_json_key(json, "index");
	cnd_json_int(json, (int64_t)act->index);
	cnd_json_end_object(json);
	cnd_buf_dispose(&finding);
}

/* Whether the edit is to be written, and not what it will be made of. */
static bool
begins_edit(struct cnd_server *server, const struct cnd_act *act)
{
	if (server->client.resolves_edits && !act->is_chosen) {
		put_data(server, act);
		return false;
	}
	begin_edits(server, act->buffer);
	return true;
}

/* An action's beginning: title, kind, what it is for. */
static void
begin_action(struct cnd_server *server, const struct cnd_act *act,
	struct cnd_str title)
{
	struct cnd_json *json = &server->json;

	cnd_json_object(json);
	cnd_json_key(json, "title");
	cnd_json_string(json, title);
	cnd_json_key(json, "kind");
	cnd_json_string(json, CND_STR("quickfix"));
	cnd_json_key(json, "diagnostics");
	cnd_json_array(json);
	cnd_lsp_put_finding(
		server, act->buffer->report, act->finding, act->buffer->uri);
	cnd_json_end_array(json);
}

static bool
has_fix(const struct cnd_act *act)
{
	return act->index < act->finding->edit_count;
}

static void
put_fix(struct cnd_server *server, const struct cnd_act *act)
{
	const struct cnd_document *doc = act->buffer->doc;
	const struct cnd_edit *edit = &act->finding->edits[act->index];
	struct cnd_range range =
		cnd_range_of_span(doc, edit->span, server->unit);
	struct cnd_buf title = { 0 };

	if (edit->text.len > 0)
		cnd_buf_printf(&title, "Write “%.*s”", CND_STR_ARG(edit->text));
	else
		cnd_buf_printf(&title, "Remove “%.*s”",
			CND_STR_ARG(cnd_document_text(doc, edit->span)));
	begin_action(server, act, cnd_buf_str(&title));
	if (act->index == 0) {
		cnd_json_key(&server->json, "isPreferred");
		cnd_json_bool(&server->json, true);
	}
	if (begins_edit(server, act)) {
		put_edit(server, &range, edit->text);
		end_edits(server);
	}
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&title);
}

static void
put_skeleton(struct cnd_server *server, const struct cnd_act *act,
	const struct cnd_skeleton *skeleton)
{
	struct cnd_range range =
		cnd_range_of_bytes(cnd_buffer_lines(act->buffer), skeleton->at,
			skeleton->at, server->unit);
	struct cnd_buf title = { 0 };

	cnd_buf_printf(&title, skeleton->is_of_rule ? "%s: %.*s" : "%s",
		skeleton->title, CND_STR_ARG(act->finding->rule->id));
	begin_action(server, act, cnd_buf_str(&title));
	if (begins_edit(server, act)) {
		put_edit(server, &range, cnd_buf_str(&skeleton->text));
		end_edits(server);
	}
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&title);
}

typedef bool make_skeleton(const struct cnd_report *report,
	const struct cnd_finding *finding, struct cnd_skeleton *skeleton);

static bool
has_skeleton(const struct cnd_act *act, make_skeleton *make)
{
	struct cnd_skeleton skeleton;
	bool has = make(act->buffer->report, act->finding, &skeleton);

	cnd_buf_dispose(&skeleton.text);
	return has;
}

static void
put_made(struct cnd_server *server, const struct cnd_act *act,
	make_skeleton *make)
{
	struct cnd_skeleton skeleton;

	if (make(act->buffer->report, act->finding, &skeleton))
		put_skeleton(server, act, &skeleton);
	cnd_buf_dispose(&skeleton.text);
}

static bool
has_fill(const struct cnd_act *act)
{
	return has_skeleton(act, cnd_skeleton_for);
}

static void
put_fill(struct cnd_server *server, const struct cnd_act *act)
{
	put_made(server, act, cnd_skeleton_for);
}

static bool
has_ignore(const struct cnd_act *act)
{
	return has_skeleton(act, cnd_skeleton_ignore);
}

static void
put_ignore(struct cnd_server *server, const struct cnd_act *act)
{
	put_made(server, act, cnd_skeleton_ignore);
}

static bool
always(const struct cnd_act *act)
{
	(void)act;
	return true;
}

/* A command of the server's own, which opens the rule's page. */
static void
put_explanation(struct cnd_server *server, const struct cnd_act *act)
{
	struct cnd_json *json = &server->json;
	struct cnd_str id = act->finding->rule->id;
	struct cnd_buf title = { 0 };

	cnd_buf_printf(&title, "Explain %.*s", CND_STR_ARG(id));
	begin_action(server, act, cnd_buf_str(&title));
	cnd_json_key(json, "command");
	cnd_json_object(json);
	cnd_json_key(json, "title");
	cnd_json_string(json, cnd_buf_str(&title));
	cnd_json_key(json, "command");
	cnd_json_string(json, CND_STR("candour.explain"));
	cnd_json_key(json, "arguments");
	cnd_json_array(json);
	cnd_json_string(json, id);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	put_data(server, act);
	cnd_json_end_object(json);
	cnd_buf_dispose(&title);
}

static bool
has_safe_edits(const struct cnd_act *act)
{
	struct cnd_arena *arena = cnd_arena_new();
	bool has = cnd_fix_changes(act->buffer->report, arena).count > 0;

	cnd_arena_free(arena);
	return has;
}

/* All safe edits of the text as one action: what is done on saving. */
static void
put_fix_all(struct cnd_server *server, const struct cnd_act *act)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_changes changes =
		cnd_fix_changes(act->buffer->report, arena);
	struct cnd_json *json = &server->json;

	cnd_json_object(json);
	cnd_json_key(json, "title");
	cnd_json_string(json, CND_STR("Make all safe edits"));
	cnd_json_key(json, "kind");
	cnd_json_string(json, CND_STR(CND_ACT_FIX_ALL_NAME));
	if (begins_edit(server, act)) {
		for (size_t i = 0; i < changes.count; i++)
			put_change(server, act->buffer, &changes.items[i]);
		end_edits(server);
	}
	cnd_json_end_object(json);
	cnd_arena_free(arena);
}

static const struct kind kinds[CND_ACTS] = {
	[CND_ACT_FIX] = { "fix", has_fix, put_fix },
	[CND_ACT_FILL] = { "fill", has_fill, put_fill },
	[CND_ACT_IGNORE] = { "ignore", has_ignore, put_ignore },
	[CND_ACT_EXPLAIN] = { "explain", always, put_explanation },
	[CND_ACT_FIX_ALL] = { "fix-all", has_safe_edits, put_fix_all },
};

static const char *
name_of(enum cnd_act_kind kind)
{
	return kinds[kind].name;
}

static bool
is_there(const struct cnd_act *act)
{
	return kinds[act->kind].is_there(act);
}

bool
cnd_act_put(struct cnd_server *server, const struct cnd_act *act)
{
	if (!is_there(act))
		return false;
	kinds[act->kind].put(server, act);
	return true;
}

/* The finding that hexadecimal digits name, or NULL. */
static const struct cnd_finding *
find_finding(const struct cnd_report *report, struct cnd_str digits)
{
	uint64_t fingerprint = 0;

	for (size_t i = 0; i < digits.len; i++) {
		int value = cnd_hex_value(digits.data[i]);

		if (value < 0)
			return NULL;
		fingerprint = fingerprint << 4 | (unsigned)value;
	}
	for (size_t i = 0; i < report->finding_count; i++)
		if (report->findings[i].fingerprint == fingerprint)
			return &report->findings[i];
	return NULL;
}

/* CND_ACTS when no kind has that name. */
static enum cnd_act_kind
find_kind(struct cnd_str name)
{
	enum cnd_act_kind kind = 0;

	while (kind < CND_ACTS &&
		!cnd_str_equal(name, cnd_str_of(name_of(kind))))
		kind++;
	return kind;
}

bool
cnd_act_find(struct cnd_server *server, const struct cnd_json_value *data,
	struct cnd_act *act)
{
	*act = (struct cnd_act){
		.is_chosen = true,
		.kind = find_kind(cnd_json_text(cnd_json_get(data, "act"))),
		.buffer = cnd_server_buffer_at(
			server, cnd_json_text(cnd_json_get(data, "uri"))),
		.index = (size_t)cnd_json_integer(
			cnd_json_get(data, "index"), 0),
	};
	if (act->kind == CND_ACTS || act->buffer == NULL ||
		cnd_server_report(server, act->buffer) == NULL)
		return false;
	act->finding = find_finding(act->buffer->report,
		cnd_json_text(cnd_json_get(data, "finding")));
	return (act->finding != NULL || act->kind == CND_ACT_FIX_ALL) &&
		is_there(act);
}
