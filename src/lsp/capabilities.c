/* What the client can do, and what the server says it can. */
#include "lsp/act.h"
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

static bool
lists(const struct cnd_json_value *list, const char *text)
{
	const struct cnd_json_value *at = list == NULL ? NULL : list->first;

	while (at != NULL && !cnd_str_equal(at->text, cnd_str_of(text)))
		at = at->next;
	return at != NULL;
}

void
cnd_client_read(
	struct cnd_client *client, const struct cnd_json_value *capabilities)
{
	const struct cnd_json_value *text =
		cnd_json_get(capabilities, "textDocument");
	const struct cnd_json_value *publish =
		cnd_json_get(text, "publishDiagnostics");
	const struct cnd_json_value *workspace =
		cnd_json_get(capabilities, "workspace");

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
	client->resolves_edits = lists(dig(text, "codeAction", "resolveSupport",
					       "properties", (char *)NULL),
		"edit");
	client->has_document_changes = cnd_json_is_true(dig(
		workspace, "workspaceEdit", "documentChanges", (char *)NULL));
	client->has_settings =
		cnd_json_is_true(cnd_json_get(workspace, "configuration"));
	client->shows_documents = cnd_json_is_true(dig(capabilities, "window",
		"showDocument", "support", (char *)NULL));
	client->has_unnecessary = lists(
		dig(publish, "tagSupport", "valueSet", (char *)NULL), "1");
	client->watches = cnd_json_is_true(dig(workspace,
		"didChangeWatchedFiles", "dynamicRegistration", (char *)NULL));
	client->has_markdown = lists(
		dig(text, "hover", "contentFormat", (char *)NULL), "markdown");
}

/* UTF-8 when it is offered, for it costs nothing; UTF-16 always works. */
enum cnd_unit
cnd_client_unit(const struct cnd_json_value *capabilities)
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
	put_flag(json, "save", true);
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
put_commands(struct cnd_json *json)
{
	const char *name;

	cnd_json_key(json, "executeCommandProvider");
	cnd_json_object(json);
	cnd_json_key(json, "commands");
	cnd_json_array(json);
	for (size_t i = 0; (name = cnd_lsp_command_name(i)) != NULL; i++)
		cnd_json_string(json, cnd_str_of(name));
	cnd_json_end_array(json);
	cnd_json_end_object(json);
}

static void
put_workspace(struct cnd_json *json)
{
	cnd_json_key(json, "workspace");
	cnd_json_object(json);
	cnd_json_key(json, "workspaceFolders");
	cnd_json_object(json);
	put_flag(json, "supported", true);
	put_flag(json, "changeNotifications", true);
	cnd_json_end_object(json);
	cnd_json_end_object(json);
}

void
cnd_put_capabilities(struct cnd_server *server)
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
		put_flag(json, "workspaceDiagnostics",
			server->client.pulls_workspace);
		cnd_json_end_object(json);
	}
	put_flag(json, "hoverProvider", true);
	put_completion(json);
	put_flag(json, "documentSymbolProvider", true);
	put_flag(json, "foldingRangeProvider", true);
	put_flag(json, "inlayHintProvider", true);
	put_flag(json, "definitionProvider", true);
	put_commands(json);
	put_workspace(json);
	cnd_json_key(json, "documentLinkProvider");
	cnd_json_object(json);
	put_flag(json, "resolveProvider", false);
	cnd_json_end_object(json);
	cnd_json_key(json, "codeActionProvider");
	cnd_json_object(json);
	cnd_json_key(json, "codeActionKinds");
	cnd_json_array(json);
	cnd_json_string(json, CND_STR("quickfix"));
	cnd_json_string(json, CND_STR(CND_ACT_FIX_ALL_NAME));
	cnd_json_end_array(json);
	put_flag(json, "resolveProvider", server->client.resolves_edits);
	cnd_json_end_object(json);
}
