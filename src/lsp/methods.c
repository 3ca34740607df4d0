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
	{ "initialize", true, cnd_lsp_initialize },
	{ "initialized", false, cnd_lsp_initialized },
	{ "shutdown", true, cnd_lsp_shutdown },
	{ "exit", false, cnd_lsp_exit },
	{ "$/cancelRequest", false, ignore },
	{ "$/setTrace", false, ignore },
	{ "workspace/didChangeConfiguration", false, cnd_lsp_settings_changed },
	{ "textDocument/didOpen", false, cnd_lsp_did_open },
	{ "textDocument/didChange", false, cnd_lsp_did_change },
	{ "textDocument/didClose", false, cnd_lsp_did_close },
	{ "textDocument/didSave", false, ignore },
	{ "textDocument/diagnostic", true, cnd_lsp_pull },
	{ "textDocument/hover", true, cnd_lsp_hover },
	{ "textDocument/documentSymbol", true, cnd_lsp_symbols },
	{ "textDocument/foldingRange", true, cnd_lsp_folding },
	{ "textDocument/codeAction", true, cnd_lsp_actions },
};

const struct cnd_method *
cnd_method_find(struct cnd_str name)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (cnd_str_equal(name, cnd_str_of(methods[i].name)))
			return &methods[i];
	return NULL;
}
