/* initialize to exit, and settings. */
#include "lsp/methods.h"

#include <stdarg.h>

/* Follows keys down from a value. */
static const struct cnd_json_value *
dig(const struct cnd_json_value *value, ...)
{
	va_list keys;
	const char *key;

	va_start(keys, value);
	while ((key = va_arg(keys, const char *)) != NULL)
		value = cnd_json_get(value, key);
	va_end(keys);
	return value;
}

static void
read_client(
	struct cnd_client *client, const struct cnd_json_value *capabilities)
{
	const struct cnd_json_value *text =
		cnd_json_get(capabilities, "textDocument");
	const struct cnd_json_value *publish =
		cnd_json_get(text, "publishDiagnostics");
	const struct cnd_json_value *workspace =
		cnd_json_get(capabilities, "workspace");
	const struct cnd_json_value *formats =
		dig(text, "hover", "contentFormat", (char *)NULL);

	client->pulls = cnd_json_get(text, "diagnostic") != NULL;
	client->refreshes = cnd_json_is_true(
		dig(workspace, "diagnostics", "refreshSupport", (char *)NULL));
	client->has_related =
		cnd_json_is_true(cnd_json_get(publish, "relatedInformation"));
	client->has_descriptions = cnd_json_is_true(
		cnd_json_get(publish, "codeDescriptionSupport"));
	client->has_symbol_trees = cnd_json_is_true(dig(text, "documentSymbol",
		"hierarchicalDocumentSymbolSupport", (char *)NULL));
	client->has_actions =
		dig(text, "codeAction", "codeActionLiteralSupport",
			(char *)NULL) != NULL;
	client->has_document_changes = cnd_json_is_true(dig(
		workspace, "workspaceEdit", "documentChanges", (char *)NULL));
	client->has_settings =
		cnd_json_is_true(cnd_json_get(workspace, "configuration"));
	client->watches = cnd_json_is_true(dig(workspace,
		"didChangeWatchedFiles", "dynamicRegistration", (char *)NULL));
	for (const struct cnd_json_value *at = formats == NULL ? NULL
							       : formats->first;
		at != NULL; at = at->next)
		client->has_markdown = client->has_markdown ||
			cnd_str_equal(cnd_json_text(at), CND_STR("markdown"));
}

/* UTF-8 when it is offered, for it costs nothing; UTF-16 always works. */
static enum cnd_unit
choose_unit(const struct cnd_json_value *capabilities)
{
	const struct cnd_json_value *offered =
		dig(capabilities, "general", "positionEncodings", (char *)NULL);
	enum cnd_unit unit = CND_UNIT_UTF16;

	for (const struct cnd_json_value *at = offered == NULL ? NULL
							       : offered->first;
		at != NULL; at = at->next) {
		if (cnd_str_equal(cnd_json_text(at), CND_STR("utf-8")))
			return CND_UNIT_BYTE;
		if (cnd_str_equal(cnd_json_text(at), CND_STR("utf-32")))
			unit = CND_UNIT_CODE_POINT;
	}
	return unit;
}

static const char *
unit_name(enum cnd_unit unit)
{
	switch (unit) {
	case CND_UNIT_BYTE:
		return "utf-8";
	case CND_UNIT_CODE_POINT:
		return "utf-32";
	case CND_UNIT_UTF16:
		break;
	}
	return "utf-16";
}

static void
put_flag(struct cnd_json *json, const char *key, bool value)
{
	cnd_json_key(json, key);
	cnd_json_bool(json, value);
}

static void
put_sync(struct cnd_json *json)
{
	enum { INCREMENTAL = 2 };

	cnd_json_key(json, "textDocumentSync");
	cnd_json_object(json);
	put_flag(json, "openClose", true);
	cnd_json_key(json, "change");
	cnd_json_int(json, INCREMENTAL);
	put_flag(json, "save", false);
	cnd_json_end_object(json);
}

/* In candour's own files; what opens a value or a lexicon's name. */
static void
put_completion(struct cnd_json *json)
{
	static const char *const triggers[] = { "{", ":", " ", "/", "[" };

	cnd_json_key(json, "completionProvider");
	cnd_json_object(json);
	cnd_json_key(json, "triggerCharacters");
	cnd_json_array(json);
	for (size_t i = 0; i < sizeof(triggers) / sizeof(triggers[0]); i++)
		cnd_json_string(json, cnd_str_of(triggers[i]));
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_capabilities(struct cnd_server *server)
{
	struct cnd_json *json = &server->json;

	cnd_json_key(json, "positionEncoding");
	cnd_json_string(json, cnd_str_of(unit_name(server->unit)));
	put_sync(json);
	if (server->client.pulls) {
		cnd_json_key(json, "diagnosticProvider");
		cnd_json_object(json);
		cnd_json_key(json, "identifier");
		cnd_json_string(json, CND_STR("candour"));
		put_flag(json, "interFileDependencies", false);
		put_flag(json, "workspaceDiagnostics", false);
		cnd_json_end_object(json);
	}
	put_flag(json, "hoverProvider", true);
	put_completion(json);
	put_flag(json, "documentSymbolProvider", true);
	put_flag(json, "foldingRangeProvider", true);
	put_flag(json, "inlayHintProvider", true);
	cnd_json_key(json, "documentLinkProvider");
	cnd_json_object(json);
	put_flag(json, "resolveProvider", false);
	cnd_json_end_object(json);
	cnd_json_key(json, "codeActionProvider");
	cnd_json_object(json);
	cnd_json_key(json, "codeActionKinds");
	cnd_json_array(json);
	cnd_json_string(json, CND_STR("quickfix"));
	cnd_json_end_array(json);
	put_flag(json, "resolveProvider", false);
	cnd_json_end_object(json);
}

void
cnd_lsp_initialize(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *capabilities =
		cnd_json_get(params, "capabilities");
	struct cnd_json *json = &server->json;

	read_client(&server->client, capabilities);
	server->client.process =
		cnd_json_integer(cnd_json_get(params, "processId"), 0);
	server->unit = choose_unit(capabilities);
	cnd_settings_take(&server->settings,
		cnd_json_get(params, "initializationOptions"), server->set);
	server->state = CND_SERVER_READY;
	cnd_json_object(json);
	cnd_json_key(json, "capabilities");
	cnd_json_object(json);
	put_capabilities(server);
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
		"**/rules/**/*.yml" };
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
	for (size_t i = 0; i < sizeof(globs) / sizeof(globs[0]); i++) {
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

	if (server->client.has_settings) {
		ask_settings(server);
		return;
	}
	if (settings != NULL && settings->kind == CND_JSON_OBJECT &&
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
cnd_lsp_files_changed(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)params;
	lint_again(server);
	cnd_lsp_config_forget(&server->config);
}

void
cnd_lsp_shutdown(struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)params;
	server->state = CND_SERVER_SHUT;
	cnd_json_null(&server->json);
}

void
cnd_lsp_exit(struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)params;
	server->exit_status = server->state == CND_SERVER_SHUT ? 0 : 1;
	server->state = CND_SERVER_DONE;
}
