/* Words in their sentence. */
#ifndef CND_FORMAT_EXCERPT_H
#define CND_FORMAT_EXCERPT_H

#include "base/arena.h"
#include "base/buf.h"
#include "doc/document.h"

/* Words in their sentence, on one line. */
struct cnd_excerpt {
	struct cnd_str text;
	const bool *marks; /* of each byte: whether it is of the words */
	size_t from; /* from the first word to the last: bytes of text */
	size_t to;
};

/* The sentence or sentences a span stands in; its block without them. */
struct cnd_span cnd_excerpt_around(
	const struct cnd_document *doc, struct cnd_span span);

/*
 * Spans (at least one) in their sentences, clean, cut to about limit bytes
 * with "…" where something is left out; the copy lives in the arena.
 */
struct cnd_excerpt cnd_excerpt_of(struct cnd_arena *arena,
	const struct cnd_document *doc, const struct cnd_span *spans,
	size_t count, size_t limit);

/*
 * Appends an excerpt wrapped to width, indented; the words underlined with
 * carets below them, or, in colour, by the terminal.
 */
void cnd_excerpt_print(const struct cnd_excerpt *excerpt, size_t indent,
	size_t width, bool has_color, struct cnd_buf *out);

#endif
