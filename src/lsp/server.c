/* Taking messages apart, and putting answers together. */
#include "lsp/server.h"

#include "base/oom.h"
#include "lsp/message.h"
#include "lsp/methods.h"
#include "lsp/uri.h"

void
cnd_server_init(struct cnd_server *server, const struct cnd_ruleset *set)
{
	*server = (struct cnd_server){ .set = set,
		.unit = CND_UNIT_UTF16,
		.exit_status = 1,
		.settings_request = -1 };
}

void
cnd_server_dispose(struct cnd_server *server)
{
	while (server->buffers != NULL) {
		struct cnd_buffer *buffer = server->buffers;

		server->buffers = buffer->next;
		cnd_buffer_free(buffer);
	}
	cnd_lsp_config_forget(&server->config);
	cnd_settings_dispose(&server->settings);
	cnd_workspace_end(server, NULL, CND_LSP_SERVER_CANCELLED);
	cnd_pages_dispose(&server->pages);
	cnd_roots_dispose(&server->roots);
	cnd_cancels_clear(&server->cancels);
	cnd_buf_dispose(&server->out);
	cnd_buf_dispose(&server->body);
}

static void
begin(struct cnd_server *server)
{
	cnd_buf_clear(&server->body);
	server->json = (struct cnd_json){ .out = &server->body };
	cnd_json_object(&server->json);
	cnd_json_key(&server->json, "jsonrpc");
	cnd_json_string(&server->json, CND_STR("2.0"));
}

void
cnd_server_begin_result(
	struct cnd_server *server, const struct cnd_json_value *id)
{
	begin(server);
	cnd_message_put_id(&server->json, id);
	cnd_json_key(&server->json, "result");
}

void
cnd_server_begin_notification(struct cnd_server *server, const char *method)
{
	begin(server);
	cnd_json_key(&server->json, "method");
	cnd_json_string(&server->json, cnd_str_of(method));
	cnd_json_key(&server->json, "params");
}

void
cnd_server_begin_request(
	struct cnd_server *server, const char *method, int64_t *id)
{
	begin(server);
	*id = ++server->next_request;
	cnd_json_key(&server->json, "id");
	cnd_json_int(&server->json, *id);
	cnd_json_key(&server->json, "method");
	cnd_json_string(&server->json, cnd_str_of(method));
	cnd_json_key(&server->json, "params");
}

void
cnd_server_send(struct cnd_server *server)
{
	cnd_json_end_object(&server->json);
	cnd_frame_write(cnd_buf_str(&server->body), &server->out);
}

void
cnd_server_error(struct cnd_server *server, const struct cnd_json_value *id,
	int code, const char *message)
{
	begin(server);
	cnd_message_put_id(&server->json, id);
	cnd_json_key(&server->json, "error");
	cnd_json_object(&server->json);
	cnd_json_key(&server->json, "code");
	cnd_json_int(&server->json, code);
	cnd_json_key(&server->json, "message");
	cnd_json_string(&server->json, cnd_str_of(message));
	cnd_json_end_object(&server->json);
	cnd_server_send(server);
}

struct cnd_buffer *
cnd_server_buffer_at(struct cnd_server *server, struct cnd_str uri)
{
	for (struct cnd_buffer *at = server->buffers; at != NULL; at = at->next)
		if (cnd_str_equal(at->uri, uri))
			return at;
	return NULL;
}

struct cnd_buffer *
cnd_server_buffer(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	return cnd_server_buffer_at(server,
		cnd_json_text(cnd_json_get(
			cnd_json_get(params, "textDocument"), "uri")));
}

static void
forget_reports(struct cnd_server *server)
{
	for (struct cnd_buffer *at = server->buffers; at != NULL; at = at->next)
		cnd_buffer_forget(at);
	cnd_lsp_config_forget(&server->config);
}

/* What is in force for a text; one that is no file's is the first root's. */
static bool
find_config(struct cnd_server *server, struct cnd_str uri,
	struct cnd_in_force *force)
{
	struct cnd_buf at = { 0 };
	bool is_found;

	if (cnd_str_starts_with(uri, CND_STR("file:")) ||
		server->roots.count == 0)
		return cnd_lsp_config_find(&server->config, uri, force);
	cnd_uri_put_path(server->roots.paths[0], &at);
	cnd_buf_puts(&at, "/untitled");
	is_found =
		cnd_lsp_config_find(&server->config, cnd_buf_str(&at), force);
	cnd_buf_dispose(&at);
	return is_found;
}

const struct cnd_ruleset *
cnd_server_rules(struct cnd_server *server, struct cnd_str uri)
{
	struct cnd_in_force force;

	return find_config(server, uri, &force) ? force.set : server->set;
}

/*
 * Texts that keep their reports, the latest used first: others are told
 * and read again when something is asked of them.
 */
enum { BUFFERS_AWAKE = 2, BUFFERS_MANY = 8 };

static void
rest_others(struct cnd_server *server)
{
	size_t awake = 0;

	for (struct cnd_buffer *at = server->buffers; at != NULL;
		at = at->next) {
		if (at->doc == NULL)
			continue;
		if (awake++ >= BUFFERS_AWAKE)
			cnd_buffer_rest(at);
	}
}

const struct cnd_report *
cnd_server_report(struct cnd_server *server, struct cnd_buffer *buffer)
{
	struct cnd_lint_options options = server->settings.options;
	const struct cnd_ruleset *set = server->set;
	struct cnd_in_force force;
	struct cnd_arena *scratch;
	const struct cnd_report *report;

	if (buffer->report != NULL || buffer->doc != NULL ||
		buffer->own.kind != CND_OWN_NONE)
		return buffer->report;
	if (cnd_lsp_config_is_full(&server->config))
		forget_reports(server);
	server->has_read_whole |= buffer->memory == NULL;
	scratch = cnd_arena_new();
	if (find_config(server, buffer->uri, &force)) {
		set = force.set;
		options = cnd_lsp_config_options(scratch, &force, &options);
	}
	report = cnd_buffer_report(buffer, set, &options);
	cnd_arena_free(scratch);
	return report;
}

void
cnd_server_put_range(struct cnd_server *server, const struct cnd_document *doc,
	struct cnd_span span)
{
	struct cnd_range range = cnd_range_of_span(doc, span, server->unit);

	cnd_json_range(&server->json, "range", &range);
}

void
cnd_server_message(struct cnd_server *server, int type, struct cnd_str words)
{
	struct cnd_json *json = &server->json;

	cnd_server_begin_notification(server, "window/showMessage");
	cnd_json_object(json);
	cnd_json_key(json, "type");
	cnd_json_int(json, type);
	cnd_json_key(json, "message");
	cnd_json_string(json, words);
	cnd_json_end_object(json);
	cnd_server_send(server);
}

/* Tells once what is wrong with a configuration; not inside a message. */
static void
tell_config(struct cnd_server *server)
{
	const struct cnd_error *err = &server->config.err;
	struct cnd_buf words = { 0 };

	if (err->code == CND_OK || server->config.is_told)
		return;
	server->config.is_told = true;
	cnd_buf_printf(&words, "candour: %s:%u:%u: %s", err->path,
		(unsigned)err->line, (unsigned)err->column, err->message);
	cnd_server_message(server, 1, cnd_buf_str(&words));
	cnd_buf_dispose(&words);
}

/* ---- taking ---- */

static void
take_answer(struct cnd_server *server, const struct cnd_json_value *message)
{
	int64_t id = cnd_json_integer(cnd_json_get(message, "id"), -1);

	if (id == server->settings_request && id != -1) {
		server->settings_request = -1;
		cnd_lsp_settings_answer(
			server, cnd_json_get(message, "result"));
	}
}

static bool
names_text(const struct cnd_json_value *params)
{
	return cnd_json_text(cnd_json_get(cnd_json_get(params, "textDocument"),
				     "uri"))
		       .data != NULL;
}

/* Why a request cannot be served now; 0 when it can. */
static int
refusal(const struct cnd_server *server, const struct cnd_method *method,
	struct cnd_str name, const struct cnd_json_value *params)
{
	bool is_initialize = cnd_str_equal(name, CND_STR("initialize"));

	if (server->state == CND_SERVER_NEW && !is_initialize)
		return CND_LSP_NOT_INITIALIZED;
	if (server->state == CND_SERVER_SHUT ||
		(server->state != CND_SERVER_NEW && is_initialize))
		return CND_LSP_INVALID_REQUEST;
	if (method == NULL || method->kind == CND_METHOD_NOTIFICATION)
		return CND_LSP_METHOD_NOT_FOUND;
	if (method->needs_text && !names_text(params))
		return CND_LSP_INVALID_PARAMS;
	return 0;
}

static const char *
refusal_words(int code)
{
	switch (code) {
	case CND_LSP_NOT_INITIALIZED:
		return "the server is not initialized";
	case CND_LSP_INVALID_REQUEST:
		return "not now: the server is initialized once and takes "
		       "no request after shutdown";
	case CND_LSP_INVALID_PARAMS:
		return "params.textDocument.uri is missing";
	default:
		return "the method is not known";
	}
}

static void
take_request(struct cnd_server *server, struct cnd_str name,
	const struct cnd_json_value *id, const struct cnd_json_value *params)
{
	const struct cnd_method *method = cnd_method_find(name);
	int code = refusal(server, method, name, params);

	if (code != 0) {
		cnd_server_error(server, id, code, refusal_words(code));
		return;
	}
	if (cnd_cancels_hold(&server->cancels, id)) {
		cnd_server_error(
			server, id, CND_LSP_REQUEST_CANCELLED, "cancelled");
		return;
	}
	server->request = id;
	if (method->kind == CND_METHOD_DEFERRED) {
		method->run(server, params);
		return;
	}
	cnd_server_begin_result(server, id);
	method->run(server, params);
	cnd_server_send(server);
}

static void
take_notification(struct cnd_server *server, struct cnd_str name,
	const struct cnd_json_value *params)
{
	const struct cnd_method *method = cnd_method_find(name);

	if (method == NULL || method->kind != CND_METHOD_NOTIFICATION)
		return;
	if (server->state != CND_SERVER_READY &&
		!cnd_str_equal(name, CND_STR("exit")))
		return;
	method->run(server, params);
}

void
cnd_server_foresee(struct cnd_server *server, struct cnd_str body)
{
	cnd_cancels_note(&server->cancels, body);
}

void
cnd_server_take(struct cnd_server *server, struct cnd_str body)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_json_value *message =
		cnd_json_parse(arena, body, &err);
	const struct cnd_json_value *id = cnd_json_get(message, "id");
	const struct cnd_json_value *method = cnd_json_get(message, "method");
	struct cnd_str name = cnd_json_text(method);

	if (message == NULL)
		cnd_server_error(
			server, NULL, CND_LSP_PARSE_ERROR, err.message);
	else if (message->kind != CND_JSON_OBJECT ||
		(method != NULL && name.data == NULL) ||
		(method == NULL && !cnd_message_is_answer(message)))
		cnd_server_error(server, id, CND_LSP_INVALID_REQUEST,
			"not a request, a notification or an answer");
	else if (method == NULL)
		take_answer(server, message);
	else if (id != NULL)
		take_request(server, name, id, cnd_json_get(message, "params"));
	else
		take_notification(
			server, name, cnd_json_get(message, "params"));
	cnd_arena_free(arena);
	rest_others(server);
	tell_config(server);
}

/* A first reading of a text needs more than those of its changes. */
static void
give_back(struct cnd_server *server)
{
	if (server->has_read_whole) {
		/* The next letter takes some milliseconds more for it. */
		if (server->buffer_count >= BUFFERS_MANY)
			cnd_ruleset_forget(server->set);
		cnd_give_back_memory();
	}
	server->has_read_whole = false;
}

bool
cnd_server_work(struct cnd_server *server)
{
	if (server->state != CND_SERVER_READY)
		return false;
	if (server->client.pulls && cnd_workspace_work(server))
		return true;
	for (struct cnd_buffer *at = server->buffers;
		at != NULL && !server->client.pulls; at = at->next) {
		if (at->is_told)
			continue;
		cnd_lsp_publish(server, at);
		rest_others(server);
		tell_config(server);
		return true;
	}
	give_back(server);
	return false;
}
