/* A walk over the folders, a file at a step. */
#include "lsp/workspace.h"

#include "app/file.h"
#include "base/limits.h"
#include "lsp/message.h"
#include "lsp/methods.h"
#include "lsp/uri.h"
#include "read/read.h"

/* Reports of a workspace: an archive of all published ones has some 2,000. */
enum { FILES_MAX = 5000, FILES_A_REPORT = 16 };

/* ---- progress ---- */

static void
tell_progress(struct cnd_server *server, const char *kind)
{
	struct cnd_workspace *workspace = &server->workspace;
	struct cnd_json *json = &server->json;
	size_t count = workspace->walk.count;

	if (workspace->token.kind == CND_JSON_NULL)
		return;
	cnd_server_begin_notification(server, "$/progress");
	cnd_json_object(json);
	cnd_json_key(json, "token");
	cnd_message_put(json, &workspace->token);
	cnd_json_key(json, "value");
	cnd_json_object(json);
	cnd_json_key(json, "kind");
	cnd_json_string(json, cnd_str_of(kind));
	if (cnd_str_equal(cnd_str_of(kind), CND_STR("begin"))) {
		cnd_json_key(json, "title");
		cnd_json_string(json, CND_STR("Reading reports"));
		cnd_json_key(json, "cancellable");
		cnd_json_bool(json, true);
	}
	if (!cnd_str_equal(cnd_str_of(kind), CND_STR("end"))) {
		cnd_json_key(json, "percentage");
		cnd_json_int(json,
			count == 0 ? 0
				   : (int64_t)(100 * workspace->next / count));
	}
	cnd_json_end_object(json);
	cnd_json_end_object(json);
	cnd_server_send(server);
}

/* ---- the request ---- */

static void
dispose(struct cnd_workspace *workspace)
{
	cnd_arena_free(workspace->arena);
	cnd_arena_free(workspace->walk.arena);
	cnd_buf_dispose(&workspace->items);
	*workspace = (struct cnd_workspace){ .has_told = workspace->has_told };
}

static void
take_previous(
	struct cnd_workspace *workspace, const struct cnd_json_value *list)
{
	size_t capacity = 0;
	const struct cnd_json_value *at = list == NULL ? NULL : list->first;

	for (; at != NULL; at = at->next) {
		struct cnd_str uri = cnd_json_text(cnd_json_get(at, "uri"));
		struct cnd_str value = cnd_json_text(cnd_json_get(at, "value"));

		workspace->previous = cnd_arena_grow(workspace->arena,
			workspace->previous, workspace->previous_count,
			&capacity, sizeof(*workspace->previous));
		workspace->previous[workspace->previous_count++] =
			(struct cnd_previous){
				.uri = cnd_arena_copy(workspace->arena, uri),
				.result =
					cnd_arena_copy(workspace->arena, value),
			};
	}
}

/* Once: the request comes again and again. */
static void
cut_walk(struct cnd_server *server)
{
	struct cnd_workspace *workspace = &server->workspace;
	struct cnd_walk *walk = &workspace->walk;

	if (walk->count <= FILES_MAX)
		return;
	if (!workspace->has_told)
		cnd_server_message(server, 2,
			cnd_arena_printf(walk->arena,
				"candour: the open folders hold %zu reports; "
				"only the first %d are checked",
				walk->count, FILES_MAX));
	workspace->has_told = true;
	walk->count = FILES_MAX;
}

static void
begin_walk(struct cnd_server *server)
{
	struct cnd_workspace *workspace = &server->workspace;
	struct cnd_walk *walk = &workspace->walk;

	cnd_arena_free(walk->arena);
	*walk = (struct cnd_walk){ .arena = cnd_arena_new() };
	for (size_t i = 0; i < server->roots.count; i++)
		cnd_walk_add(walk, server->roots.paths[i].data);
	cnd_walk_finish(walk);
	cut_walk(server);
	workspace->next = 0;
	workspace->changed = 0;
	workspace->hint = 0;
	workspace->is_waiting = false;
	cnd_buf_clear(&workspace->items);
	for (size_t i = 0; i < workspace->previous_count; i++)
		workspace->previous[i].is_seen = false;
}

void
cnd_lsp_workspace(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_workspace *workspace = &server->workspace;
	const struct cnd_json_value *token =
		cnd_json_get(params, "workDoneToken");

	cnd_workspace_end(server, NULL, CND_LSP_SERVER_CANCELLED);
	workspace->arena = cnd_arena_new();
	workspace->id = cnd_message_keep(workspace->arena, server->request);
	workspace->token = cnd_message_keep(workspace->arena, token);
	take_previous(workspace, cnd_json_get(params, "previousResultIds"));
	begin_walk(server);
	if (workspace->walk.count > 0)
		tell_progress(server, "begin");
}

/* ---- one file ---- */

static struct cnd_previous *
previous_of(struct cnd_workspace *workspace, struct cnd_str uri)
{
	for (size_t i = 0; i < workspace->previous_count; i++) {
		size_t at = (workspace->hint + i) % workspace->previous_count;

		if (!cnd_str_equal(workspace->previous[at].uri, uri))
			continue;
		workspace->hint = at + 1;
		return &workspace->previous[at];
	}
	return NULL;
}

/* Opens an item: whose it is, and whether the client has it already. */
static bool
begin_item(struct cnd_server *server, struct cnd_str uri,
	const struct cnd_buffer *buffer, struct cnd_str result)
{
	struct cnd_workspace *workspace = &server->workspace;
	struct cnd_previous *previous = previous_of(workspace, uri);
	bool is_same =
		previous != NULL && cnd_str_equal(previous->result, result);
	struct cnd_json *json = &server->json;

	if (previous != NULL)
		previous->is_seen = true;
	if (workspace->items.len > 0)
		cnd_buf_putc(&workspace->items, ',');
	*json = (struct cnd_json){ .out = &workspace->items };
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, uri);
	cnd_json_key(json, "version");
	if (buffer == NULL)
		cnd_json_null(json);
	else
		cnd_json_int(json, buffer->version);
	cnd_json_key(json, "kind");
	cnd_json_string(json, is_same ? CND_STR("unchanged") : CND_STR("full"));
	if (result.len > 0) {
		cnd_json_key(json, "resultId");
		cnd_json_string(json, result);
	}
	workspace->changed += !is_same;
	return !is_same;
}

static void
put_file(struct cnd_server *server, struct cnd_str path, struct cnd_str uri)
{
	struct cnd_error err = { 0 };
	struct cnd_buf bytes = { 0 };
	struct cnd_buffer *buffer;

	cnd_file_read(path.data, CND_LIMIT_TEXT_BYTES, &bytes, &err);
	buffer = cnd_buffer_new(uri, CND_STR(""));
	cnd_buffer_set(buffer, cnd_buf_str(&bytes));
	cnd_lsp_put_diagnostics(server, buffer);
	cnd_buffer_free(buffer);
	cnd_buf_dispose(&bytes);
}

/* What a file's result is known by: its time and size, rules, settings. */
static void
file_result(struct cnd_server *server, struct cnd_str path, struct cnd_buf *out)
{
	uint64_t stamp = 0;

	if (cnd_file_stamp(path.data, &stamp))
		cnd_buf_printf(out, "f%016llx",
			(unsigned long long)(stamp ^ server->settings.hash ^
				(server->config.generation + 1) *
					0x9e3779b97f4a7c15u));
}

static void
look_at(struct cnd_server *server, struct cnd_str path)
{
	const struct cnd_reader *reader = cnd_reader_for(path);
	struct cnd_buf uri = { 0 };
	struct cnd_buf result = { 0 };
	struct cnd_buffer *buffer;

	if (reader == NULL || reader->is_package)
		return; /* no editor shows places in these */
	cnd_uri_put_path(path, &uri);
	buffer = cnd_server_buffer_at(server, cnd_buf_str(&uri));
	if (buffer != NULL)
		cnd_lsp_result_id(server, buffer, &result);
	else
		file_result(server, path, &result);
	if (begin_item(
		    server, cnd_buf_str(&uri), buffer, cnd_buf_str(&result))) {
		cnd_json_key(&server->json, "items");
		if (buffer != NULL)
			cnd_lsp_put_diagnostics(server, buffer);
		else
			put_file(server, path, cnd_buf_str(&uri));
	}
	cnd_json_end_object(&server->json);
	cnd_buf_dispose(&uri);
	cnd_buf_dispose(&result);
}

/* ---- the end ---- */

/* Files that are gone have no diagnostics any more. */
static void
put_gone(struct cnd_server *server)
{
	struct cnd_workspace *workspace = &server->workspace;

	for (size_t i = 0; i < workspace->previous_count; i++) {
		if (workspace->previous[i].is_seen)
			continue;
		begin_item(server, workspace->previous[i].uri, NULL,
			(struct cnd_str){ 0 });
		cnd_json_key(&server->json, "items");
		cnd_json_array(&server->json);
		cnd_json_end_array(&server->json);
		cnd_json_end_object(&server->json);
	}
}

static void
finish(struct cnd_server *server)
{
	struct cnd_workspace *workspace = &server->workspace;
	struct cnd_json *json = &server->json;

	put_gone(server);
	if (workspace->walk.count > 0)
		tell_progress(server, "end");
	workspace->token = (struct cnd_json_value){ 0 };
	if (workspace->changed == 0) {
		workspace->is_waiting = true;
		return;
	}
	cnd_server_begin_result(server, &workspace->id);
	cnd_json_object(json);
	cnd_json_key(json, "items");
	cnd_json_array(json);
	cnd_json_raw(json, cnd_buf_str(&workspace->items));
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_server_send(server);
	dispose(workspace);
}

bool
cnd_workspace_work(struct cnd_server *server)
{
	struct cnd_workspace *workspace = &server->workspace;

	if (workspace->arena == NULL || workspace->is_waiting)
		return false;
	if (workspace->next < workspace->walk.count) {
		look_at(server, workspace->walk.files[workspace->next++]);
		if (workspace->next % FILES_A_REPORT == 0)
			tell_progress(server, "report");
		return true;
	}
	finish(server);
	return true;
}

void
cnd_workspace_wake(struct cnd_server *server)
{
	if (server->workspace.arena != NULL)
		begin_walk(server);
}

void
cnd_workspace_end(
	struct cnd_server *server, const struct cnd_json_value *id, int code)
{
	struct cnd_workspace *workspace = &server->workspace;

	if (workspace->arena == NULL ||
		(id != NULL && !cnd_message_same_id(id, &workspace->id)))
		return;
	tell_progress(server, "end");
	cnd_server_error(server, &workspace->id, code,
		code == CND_LSP_REQUEST_CANCELLED ? "cancelled"
						  : "another request came");
	dispose(workspace);
}
