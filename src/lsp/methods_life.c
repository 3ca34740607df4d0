/* initialize to exit, and settings. */
#include "lsp/methods.h"

void
cnd_lsp_initialize(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *capabilities =
		cnd_json_get(params, "capabilities");
	const struct cnd_json_value *options =
		cnd_json_get(params, "initializationOptions");
	struct cnd_json *json = &server->json;

	cnd_client_read(&server->client, capabilities);
	cnd_roots_take(&server->roots, params);
	server->client.process =
		cnd_json_integer(cnd_json_get(params, "processId"), 0);
	server->unit = cnd_client_unit(capabilities);
	cnd_settings_take(&server->settings, options, server->set);
	server->client.pulls_workspace = server->client.pulls &&
		cnd_json_is_true(cnd_json_get(options, "workspace"));
	server->state = CND_SERVER_READY;
	cnd_json_object(json);
	cnd_json_key(json, "capabilities");
	cnd_json_object(json);
	cnd_put_capabilities(server);
	cnd_json_end_object(json);
	cnd_json_key(json, "serverInfo");
	cnd_json_object(json);
	cnd_json_key(json, "name");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_key(json, "version");
	cnd_json_string(json, CND_STR(CND_VERSION));
	cnd_json_end_object(json);
	cnd_json_end_object(json);
}

/* Asks for the settings of the section "candour". */
static void
ask_settings(struct cnd_server *server)
{
	struct cnd_json *json = &server->json;

	if (!server->client.has_settings)
		return;
	cnd_server_begin_request(
		server, "workspace/configuration", &server->settings_request);
	cnd_json_object(json);
	cnd_json_key(json, "items");
	cnd_json_array(json);
	cnd_json_object(json);
	cnd_json_key(json, "section");
	cnd_json_string(json, CND_STR("candour"));
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_server_send(server);
}

/* Asks to be told of changes to configuration and rule files. */
static void
ask_to_watch(struct cnd_server *server)
{
	static const char *const globs[] = { "**/.candour.yml",
		"**/*.{yml,yaml}", "**/*.{md,markdown,txt,html,htm}" };
	size_t count = server->client.pulls_workspace ? 3 : 2;
	struct cnd_json *json = &server->json;
	int64_t id;

	if (!server->client.watches)
		return;
	cnd_server_begin_request(server, "client/registerCapability", &id);
	cnd_json_object(json);
	cnd_json_key(json, "registrations");
	cnd_json_array(json);
	cnd_json_object(json);
	cnd_json_key(json, "id");
	cnd_json_string(json, CND_STR("candour-files"));
	cnd_json_key(json, "method");
	cnd_json_string(json, CND_STR("workspace/didChangeWatchedFiles"));
	cnd_json_key(json, "registerOptions");
	cnd_json_object(json);
	cnd_json_key(json, "watchers");
	cnd_json_array(json);
	for (size_t i = 0; i < count; i++) {
		cnd_json_object(json);
		cnd_json_key(json, "globPattern");
		cnd_json_string(json, cnd_str_of(globs[i]));
		cnd_json_end_object(json);
	}
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_json_end_object(json);
	cnd_json_end_array(json);
	cnd_json_end_object(json);
	cnd_server_send(server);
}

void
cnd_lsp_initialized(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)params;
	ask_settings(server);
	ask_to_watch(server);
}

/* Everything is linted again; clients that pull are asked to. */
static void
lint_again(struct cnd_server *server)
{
	int64_t id;

	for (struct cnd_buffer *at = server->buffers; at != NULL; at = at->next)
		cnd_buffer_forget(at);
	cnd_workspace_wake(server);
	if (!server->client.pulls || !server->client.refreshes)
		return;
	cnd_server_begin_request(server, "workspace/diagnostic/refresh", &id);
	cnd_json_null(&server->json);
	cnd_server_send(server);
}

void
cnd_lsp_settings_changed(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *settings =
		cnd_json_get(params, "settings");

	bool is_told = settings != NULL && settings->kind == CND_JSON_OBJECT;

	/* What is pushed counts; some clients push nothing and are asked. */
	if (server->client.has_settings &&
		(!is_told || settings->first == NULL))
		ask_settings(server);
	else if (is_told &&
		cnd_settings_take(&server->settings, settings, server->set))
		lint_again(server);
}

void
cnd_lsp_settings_answer(
	struct cnd_server *server, const struct cnd_json_value *result)
{
	const struct cnd_json_value *first =
		result == NULL ? NULL : result->first;

	if (first == NULL || first->kind != CND_JSON_OBJECT)
		return;
	if (cnd_settings_take(&server->settings, first, server->set))
		lint_again(server);
}

void
cnd_lsp_reload(struct cnd_server *server)
{
	lint_again(server);
	cnd_lsp_config_forget(&server->config);
}

/* Whether a change of that file changes what is in force. */
static bool
is_own(struct cnd_server *server, struct cnd_str uri)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_own own = cnd_own_of(arena,
		cnd_lsp_config_projects(&server->config), uri, CND_STR(""));

	cnd_arena_free(arena);
	return own.kind != CND_OWN_NONE && own.kind != CND_OWN_OTHER;
}

void
cnd_lsp_files_changed(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *changes = cnd_json_get(params, "changes");
	const struct cnd_json_value *at =
		changes == NULL ? NULL : changes->first;
	bool needs_reload = at == NULL; /* something, not said what */

	for (; at != NULL && !needs_reload; at = at->next)
		needs_reload =
			is_own(server, cnd_json_text(cnd_json_get(at, "uri")));
	if (needs_reload)
		cnd_lsp_reload(server);
	else
		cnd_workspace_wake(server);
}

void
cnd_lsp_did_save(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);

	if (buffer == NULL || server->client.watches)
		return; /* told by workspace/didChangeWatchedFiles */
	if (buffer->own.kind != CND_OWN_NONE &&
		buffer->own.kind != CND_OWN_OTHER)
		cnd_lsp_reload(server);
	else
		cnd_workspace_wake(server);
}

void
cnd_lsp_roots_changed(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	cnd_roots_change(&server->roots, cnd_json_get(params, "event"));
	cnd_lsp_reload(server);
}

void
cnd_lsp_cancel(struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *id = cnd_json_get(params, "id");

	if (id != NULL)
		cnd_workspace_end(server, id, CND_LSP_REQUEST_CANCELLED);
}

void
cnd_lsp_shutdown(struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)params;
	cnd_workspace_end(server, NULL, CND_LSP_SERVER_CANCELLED);
	cnd_server_begin_result(server, server->request);
	cnd_json_null(&server->json);
	cnd_server_send(server);
	cnd_pages_dispose(&server->pages);
	server->state = CND_SERVER_SHUT;
}

void
cnd_lsp_exit(struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)params;
	server->exit_status = server->state == CND_SERVER_SHUT ? 0 : 1;
	server->state = CND_SERVER_DONE;
}
