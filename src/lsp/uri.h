/* Addresses of texts: file:///home/a%20b/report.md and paths. */
#ifndef CND_LSP_URI_H
#define CND_LSP_URI_H

#include "base/arena.h"
#include "base/buf.h"

/* The path of a file's URI, NUL-ended; data NULL for other schemes. */
struct cnd_str cnd_uri_path(struct cnd_arena *arena, struct cnd_str uri);

/* Appends the URI of an absolute path. */
void cnd_uri_put_path(struct cnd_str path, struct cnd_buf *out);

#endif
