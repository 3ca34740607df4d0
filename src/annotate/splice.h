/* Edits of a text at byte offsets, applied all at once. */
#ifndef CND_ANNOTATE_SPLICE_H
#define CND_ANNOTATE_SPLICE_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdint.h>

/*
 * Bytes [from, to) become `text`.  Of several at one offset, those of a
 * lower rank come first, then those added first.
 */
struct cnd_splice {
	uint32_t from;
	uint32_t to;
	int rank;
	uint32_t order;
	struct cnd_str text;
};

struct cnd_splices {
	struct cnd_arena *arena;
	struct cnd_splice *items;
	size_t count;
	size_t capacity;
};

/* Remembers an edit; text must live as long as the splices. */
void cnd_splices_add(struct cnd_splices *splices, uint32_t from, uint32_t to,
	int rank, struct cnd_str text);

/*
 * Appends source with all edits made.  Removals must not overlap each
 * other; an insertion inside a removal is made at the removal's end.
 */
void cnd_splices_apply(struct cnd_splices *splices, struct cnd_str source,
	struct cnd_buf *out);

#endif
