/* Words in their sentence. */
#ifndef CND_FORMAT_EXCERPT_H
#define CND_FORMAT_EXCERPT_H

#include "base/arena.h"
#include "doc/document.h"

/* Words in their sentence, on one line. */
struct cnd_excerpt {
	struct cnd_str text;
	size_t from; /* the words: bytes [from, to) of text */
	size_t to;
};

/*
 * A span in its sentence (or sentences), clean, cut to about limit bytes
 * with "…" where something is left out; the copy lives in the arena.
 */
struct cnd_excerpt cnd_excerpt_of(struct cnd_arena *arena,
	const struct cnd_document *doc, struct cnd_span span, size_t limit);

#endif
