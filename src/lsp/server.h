/*
 * The language server without its transport: messages in, bytes out, in
 * order, on one thread.  The same library and rules as the command line.
 */
#ifndef CND_LSP_SERVER_H
#define CND_LSP_SERVER_H

#include "app/pages.h"
#include "base/json.h"
#include "lsp/buffer.h"
#include "lsp/cancels.h"
#include "lsp/config.h"
#include "lsp/frame.h"
#include "lsp/ranges.h"
#include "lsp/roots.h"
#include "lsp/settings.h"
#include "lsp/workspace.h"

enum cnd_server_state {
	CND_SERVER_NEW, /* before initialize */
	CND_SERVER_READY,
	CND_SERVER_SHUT, /* after shutdown */
	CND_SERVER_DONE /* after exit, or a broken stream */
};

/* What the client can do, as its initialize said. */
struct cnd_client {
	bool pulls; /* textDocument/diagnostic */
	bool pulls_workspace; /* and asked for the folders' reports */
	bool refreshes; /* workspace/diagnostic/refresh */
	bool shows_documents; /* window/showDocument */
	bool has_unnecessary; /* the diagnostic tag */
	bool has_related; /* relatedInformation */
	bool has_descriptions; /* codeDescription */
	bool has_symbol_trees; /* hierarchicalDocumentSymbolSupport */
	bool has_markdown; /* in hovers */
	bool has_actions; /* codeActionLiteralSupport */
	bool resolves_edits; /* codeAction/resolve gives an action's edit */
	bool has_document_changes;
	bool has_settings; /* workspace/configuration */
	bool watches; /* dynamic didChangeWatchedFiles */
	int64_t process; /* its id, 0 for none */
};

struct cnd_server {
	const struct cnd_ruleset *set; /* borrowed */
	enum cnd_server_state state;
	int exit_status;
	struct cnd_client client;
	enum cnd_unit unit; /* of columns, as agreed */
	struct cnd_settings settings;
	struct cnd_lsp_config config;
	struct cnd_roots roots;
	struct cnd_pages pages;
	struct cnd_workspace workspace;
	struct cnd_cancels cancels;
	const struct cnd_json_value *request; /* id of the one being served */
	struct cnd_buffer *buffers;
	size_t buffer_count;
	bool has_read_whole; /* a text that it had no memory of */
	int64_t next_request; /* id of our own requests */
	int64_t settings_request; /* of the one whose answer is settings */
	struct cnd_buf out; /* framed messages to be sent */
	struct cnd_buf body; /* the message being written */
	struct cnd_json json; /* writes to body */
};

/* A server with these rules, which must outlive it. */
void cnd_server_init(struct cnd_server *server, const struct cnd_ruleset *set);
void cnd_server_dispose(struct cnd_server *server);

/*
 * Looks at a message that waits behind others: what it cancels will be
 * answered so.  cnd_cancels_clear when all of them are taken.
 */
void cnd_server_foresee(struct cnd_server *server, struct cnd_str body);

/* Takes one message's body; what is to be sent is appended to out. */
void cnd_server_take(struct cnd_server *server, struct cnd_str body);

/*
 * Tells the client the diagnostics of buffers that changed, one buffer at
 * a call, the latest first.  True while more is to be told: the caller
 * looks for new messages between calls, so that overtaken work is dropped.
 */
bool cnd_server_work(struct cnd_server *server);

/* ---- for the methods' files ---- */

/* Messages of the server's own: a result, an error, a notification. */
void cnd_server_begin_result(
	struct cnd_server *server, const struct cnd_json_value *id);
void cnd_server_begin_notification(
	struct cnd_server *server, const char *method);
void cnd_server_begin_request(
	struct cnd_server *server, const char *method, int64_t *id);
/* Closes what one of the above began (behind its value), and frames it. */
void cnd_server_send(struct cnd_server *server);
void cnd_server_error(struct cnd_server *server,
	const struct cnd_json_value *id, int code, const char *message);

/* The open buffer that params.textDocument.uri names, or NULL. */
struct cnd_buffer *cnd_server_buffer(
	struct cnd_server *server, const struct cnd_json_value *params);
/* Its report; NULL when it cannot be read, or is one of our own files. */
const struct cnd_report *cnd_server_report(
	struct cnd_server *server, struct cnd_buffer *buffer);
/* The rules in force for a text. */
const struct cnd_ruleset *cnd_server_rules(
	struct cnd_server *server, struct cnd_str uri);
/* The open buffer of that address, or NULL. */
struct cnd_buffer *cnd_server_buffer_at(
	struct cnd_server *server, struct cnd_str uri);

/* window/showMessage; type 1 is an error, 2 a warning, 3 information. */
void cnd_server_message(
	struct cnd_server *server, int type, struct cnd_str words);

/* "range": {"start": …, "end": …} of a span, in the agreed unit. */
void cnd_server_put_range(struct cnd_server *server,
	const struct cnd_document *doc, struct cnd_span span);

/* The JSON-RPC and LSP codes used. */
enum {
	CND_LSP_PARSE_ERROR = -32700,
	CND_LSP_INVALID_REQUEST = -32600,
	CND_LSP_METHOD_NOT_FOUND = -32601,
	CND_LSP_INVALID_PARAMS = -32602,
	CND_LSP_NOT_INITIALIZED = -32002,
	CND_LSP_REQUEST_CANCELLED = -32800,
	CND_LSP_CONTENT_MODIFIED = -32801,
	CND_LSP_SERVER_CANCELLED = -32802
};

#endif
