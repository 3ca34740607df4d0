/*
 * Diagnostics of all reports of the open folders, for clients that pull
 * them.  A request is worked on a file at a time between messages, and
 * answered when something differs from what the client has; until then it
 * waits, and nothing runs.
 */
#ifndef CND_LSP_WORKSPACE_H
#define CND_LSP_WORKSPACE_H

#include "app/walk.h"
#include "base/buf.h"
#include "base/json_read.h"

struct cnd_server;

/* What the client has of a text. */
struct cnd_previous {
	struct cnd_str uri;
	struct cnd_str result;
	bool is_seen; /* its file is still there */
};

/* Held by value, zeroed first. */
struct cnd_workspace {
	struct cnd_arena *arena; /* of the request; NULL when none waits */
	struct cnd_json_value id;
	struct cnd_json_value token; /* of its progress, null for none */
	struct cnd_previous *previous;
	size_t previous_count;
	size_t hint; /* where to look first in previous */
	struct cnd_walk walk;
	size_t next; /* file of the walk */
	size_t changed;
	bool is_waiting; /* nothing differed */
	bool has_told; /* that there are more files than are looked at */
	struct cnd_buf items; /* JSON, commas between */
};

/* workspace/diagnostic: takes the request, which is answered later. */
void cnd_lsp_workspace(
	struct cnd_server *server, const struct cnd_json_value *params);

/* Looks at one more file; false when there is nothing to do. */
bool cnd_workspace_work(struct cnd_server *server);

/* Files or settings changed: a waiting request looks again. */
void cnd_workspace_wake(struct cnd_server *server);

/* Answers a waiting request with an error; NULL: whatever its id. */
void cnd_workspace_end(
	struct cnd_server *server, const struct cnd_json_value *id, int code);

#endif
