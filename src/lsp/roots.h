/* The folders that an editor has open: none, one or several. */
#ifndef CND_LSP_ROOTS_H
#define CND_LSP_ROOTS_H

#include "base/json_read.h"

/* Held by value, zeroed first. */
struct cnd_roots {
	struct cnd_arena *arena; /* NULL for none yet */
	struct cnd_str *paths; /* absolute, NUL-ended */
	size_t count;
	size_t capacity;
};

/* Takes workspaceFolders, or else rootUri, of initialize's parameters. */
void cnd_roots_take(
	struct cnd_roots *roots, const struct cnd_json_value *params);

/* Takes the event of workspace/didChangeWorkspaceFolders. */
void cnd_roots_change(
	struct cnd_roots *roots, const struct cnd_json_value *event);

void cnd_roots_dispose(struct cnd_roots *roots);

#endif
