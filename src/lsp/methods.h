/* The methods the server knows: one table (methods.c). */
#ifndef CND_LSP_METHODS_H
#define CND_LSP_METHODS_H

#include "lsp/server.h"

/*
 * A request's handler writes its result as one JSON value (the frame
 * around it is there).  A notification's writes messages of its own or
 * none; so does that of a deferred request, which answers
 * server->request, now or later.
 */
enum cnd_method_kind {
	CND_METHOD_NOTIFICATION,
	CND_METHOD_REQUEST,
	CND_METHOD_DEFERRED
};

struct cnd_method {
	const char *name;
	enum cnd_method_kind kind;
	bool needs_text; /* params.textDocument.uri */
	void (*run)(
		struct cnd_server *server, const struct cnd_json_value *params);
};

/* The method of that name, or NULL. */
const struct cnd_method *cnd_method_find(struct cnd_str name);

/* What can be done (capabilities.c). */
void cnd_client_read(
	struct cnd_client *client, const struct cnd_json_value *capabilities);
enum cnd_unit cnd_client_unit(const struct cnd_json_value *capabilities);
void cnd_put_capabilities(struct cnd_server *server);

/* Life (methods_life.c). */
void cnd_lsp_initialize(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_initialized(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_shutdown(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_exit(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_settings_changed(
	struct cnd_server *server, const struct cnd_json_value *params);
/* The answer to our own workspace/configuration. */
void cnd_lsp_settings_answer(
	struct cnd_server *server, const struct cnd_json_value *result);

void cnd_lsp_cancel(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_roots_changed(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_did_save(
	struct cnd_server *server, const struct cnd_json_value *params);
/* Rules and configurations are read again. */
void cnd_lsp_reload(struct cnd_server *server);

/* Commands (commands.c); NULL past the last name. */
void cnd_lsp_command(
	struct cnd_server *server, const struct cnd_json_value *params);
const char *cnd_lsp_command_name(size_t index);

/* Texts (methods_sync.c). */
void cnd_lsp_did_open(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_did_change(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_did_close(
	struct cnd_server *server, const struct cnd_json_value *params);

/* Diagnostics (diagnostics.c). */
void cnd_lsp_publish(struct cnd_server *server, struct cnd_buffer *buffer);
void cnd_lsp_publish_nothing(struct cnd_server *server, struct cnd_str uri);
void cnd_lsp_pull(
	struct cnd_server *server, const struct cnd_json_value *params);

/* What every diagnostic tells; an empty code is left out. */
struct cnd_told {
	struct cnd_range range;
	enum cnd_level level;
	struct cnd_str code;
	struct cnd_str message;
};

/* Begins a diagnostic; the caller may add keys and ends the object. */
void cnd_lsp_begin_diagnostic(
	struct cnd_server *server, const struct cnd_told *told);
/* A finding as a whole diagnostic of the text at uri. */
void cnd_lsp_put_finding(struct cnd_server *server,
	const struct cnd_report *report, const struct cnd_finding *finding,
	struct cnd_str uri);

/* A text's diagnostics, as one JSON array. */
void cnd_lsp_put_diagnostics(
	struct cnd_server *server, struct cnd_buffer *buffer);
/* What a pulled result is known by: the text, its name and the settings. */
void cnd_lsp_result_id(struct cnd_server *server,
	const struct cnd_buffer *buffer, struct cnd_buf *out);

/* The diagnostics of one of our own files, as one JSON array. */
void cnd_lsp_put_problems(struct cnd_server *server, struct cnd_buffer *buffer);

/* A hover's value: these words on that range (hover.c). */
void cnd_lsp_put_hover(struct cnd_server *server, struct cnd_str words,
	const struct cnd_range *range);

/* Our own files (completion.c, hover_own.c). */
void cnd_lsp_completion(
	struct cnd_server *server, const struct cnd_json_value *params);
/* The hover's value for a byte of an own file; null where there is none. */
void cnd_lsp_hover_own(
	struct cnd_server *server, struct cnd_buffer *buffer, size_t at);

/* Rules or configuration changed on disk. */
void cnd_lsp_files_changed(
	struct cnd_server *server, const struct cnd_json_value *params);

/* What stands at a place (hover.c, symbols.c, actions.c, hints.c). */
void cnd_lsp_hints(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_definition(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_links(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_hover(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_symbols(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_folding(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_actions(
	struct cnd_server *server, const struct cnd_json_value *params);
void cnd_lsp_resolve_action(
	struct cnd_server *server, const struct cnd_json_value *params);

#endif
