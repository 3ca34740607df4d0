/*
 * The check of an annotated copy: the same text, and each comment's range
 * on the words it is about.
 */
#ifndef CND_ANNOTATE_VERIFY_H
#define CND_ANNOTATE_VERIFY_H

#include "base/arena.h"
#include "doc/document.h"

struct cnd_verify;

/* For a document and its number of findings; ends with the arena. */
struct cnd_verify *cnd_verify_new(struct cnd_arena *arena,
	const struct cnd_document *doc, size_t finding_count);

/* Forgets ranges, but not which findings are doubtful: a second try. */
void cnd_verify_restart(struct cnd_verify *verify);

/*
 * Finding `index` got comment id, above those of all before it, on the
 * words of span (empty: not to be checked).
 */
void cnd_verify_expect(struct cnd_verify *verify, size_t index, int64_t id,
	struct cnd_span span);

/* A range of the copy's body, as byte offsets in its part. */
void cnd_verify_begin(struct cnd_verify *verify, int64_t id, uint32_t at);
void cnd_verify_end(struct cnd_verify *verify, int64_t id, uint32_t at);

/* Whether both documents have the same blocks, labels and words. */
bool cnd_verify_same_text(
	const struct cnd_document *a, const struct cnd_document *b);

/*
 * Compares each range's words in the copy with those expected; findings
 * that fail become doubtful.  The number of failures.
 */
size_t cnd_verify_ranges(
	struct cnd_verify *verify, const struct cnd_document *copy);

/* Whether finding `index` failed before, and is to go on whole runs. */
bool cnd_verify_is_doubtful(const struct cnd_verify *verify, size_t index);

#endif
