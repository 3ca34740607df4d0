/* The table of methods. */
#include "lsp/methods.h"

/* What needs no answer and no act. */
static void
ignore(struct cnd_server *server, const struct cnd_json_value *params)
{
	(void)server;
	(void)params;
}

static const struct cnd_method methods[] = {
	{ "initialize", CND_METHOD_REQUEST, false, cnd_lsp_initialize },
	{ "initialized", CND_METHOD_NOTIFICATION, false, cnd_lsp_initialized },
	{ "shutdown", CND_METHOD_DEFERRED, false, cnd_lsp_shutdown },
	{ "exit", CND_METHOD_NOTIFICATION, false, cnd_lsp_exit },
	{ "$/cancelRequest", CND_METHOD_NOTIFICATION, false, cnd_lsp_cancel },
	{ "$/setTrace", CND_METHOD_NOTIFICATION, false, ignore },
	{ "workspace/didChangeConfiguration", CND_METHOD_NOTIFICATION, false,
		cnd_lsp_settings_changed },
	{ "workspace/didChangeWatchedFiles", CND_METHOD_NOTIFICATION, false,
		cnd_lsp_files_changed },
	{ "workspace/didChangeWorkspaceFolders", CND_METHOD_NOTIFICATION, false,
		cnd_lsp_roots_changed },
	{ "workspace/executeCommand", CND_METHOD_DEFERRED, false,
		cnd_lsp_command },
	{ "workspace/diagnostic", CND_METHOD_DEFERRED, false,
		cnd_lsp_workspace },
	{ "textDocument/didOpen", CND_METHOD_NOTIFICATION, true,
		cnd_lsp_did_open },
	{ "textDocument/didChange", CND_METHOD_NOTIFICATION, true,
		cnd_lsp_did_change },
	{ "textDocument/didClose", CND_METHOD_NOTIFICATION, true,
		cnd_lsp_did_close },
	{ "textDocument/didSave", CND_METHOD_NOTIFICATION, true,
		cnd_lsp_did_save },
	{ "textDocument/diagnostic", CND_METHOD_REQUEST, true, cnd_lsp_pull },
	{ "textDocument/hover", CND_METHOD_REQUEST, true, cnd_lsp_hover },
	{ "textDocument/documentSymbol", CND_METHOD_REQUEST, true,
		cnd_lsp_symbols },
	{ "textDocument/foldingRange", CND_METHOD_REQUEST, true,
		cnd_lsp_folding },
	{ "textDocument/completion", CND_METHOD_REQUEST, true,
		cnd_lsp_completion },
	{ "textDocument/codeAction", CND_METHOD_REQUEST, true,
		cnd_lsp_actions },
	{ "codeAction/resolve", CND_METHOD_DEFERRED, false,
		cnd_lsp_resolve_action },
	{ "textDocument/inlayHint", CND_METHOD_REQUEST, true, cnd_lsp_hints },
	{ "textDocument/definition", CND_METHOD_REQUEST, true,
		cnd_lsp_definition },
	{ "textDocument/documentLink", CND_METHOD_REQUEST, true,
		cnd_lsp_links },
};

const struct cnd_method *
cnd_method_find(struct cnd_str name)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (cnd_str_equal(name, cnd_str_of(methods[i].name)))
			return &methods[i];
	return NULL;
}
