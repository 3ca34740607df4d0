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
	{ "initialize", true, false, cnd_lsp_initialize },
	{ "initialized", false, false, cnd_lsp_initialized },
	{ "shutdown", true, false, cnd_lsp_shutdown },
	{ "exit", false, false, cnd_lsp_exit },
	{ "$/cancelRequest", false, false, ignore },
	{ "$/setTrace", false, false, ignore },
	{ "workspace/didChangeConfiguration", false, false,
		cnd_lsp_settings_changed },
	{ "workspace/didChangeWatchedFiles", false, false,
		cnd_lsp_files_changed },
	{ "textDocument/didOpen", false, true, cnd_lsp_did_open },
	{ "textDocument/didChange", false, true, cnd_lsp_did_change },
	{ "textDocument/didClose", false, true, cnd_lsp_did_close },
	{ "textDocument/didSave", false, true, ignore },
	{ "textDocument/diagnostic", true, true, cnd_lsp_pull },
	{ "textDocument/hover", true, true, cnd_lsp_hover },
	{ "textDocument/documentSymbol", true, true, cnd_lsp_symbols },
	{ "textDocument/foldingRange", true, true, cnd_lsp_folding },
	{ "textDocument/completion", true, true, cnd_lsp_completion },
	{ "textDocument/codeAction", true, true, cnd_lsp_actions },
	{ "textDocument/inlayHint", true, true, cnd_lsp_hints },
	{ "textDocument/documentLink", true, true, cnd_lsp_links },
};

const struct cnd_method *
cnd_method_find(struct cnd_str name)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (cnd_str_equal(name, cnd_str_of(methods[i].name)))
			return &methods[i];
	return NULL;
}
