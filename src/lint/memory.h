/*
 * What the patterns found in a text before: while somebody types, all but
 * one block stays as it was.  Invariant: a scan with a memory finds what a
 * scan without one finds.
 */
#ifndef CND_LINT_MEMORY_H
#define CND_LINT_MEMORY_H

#include "base/recall.h"
#include "match/matcher.h"

struct cnd_memory;

/* An empty memory; the caller ends it with cnd_memory_free. */
struct cnd_memory *cnd_memory_new(void);
void cnd_memory_free(struct cnd_memory *memory);

/*
 * Begins a turn with a report's text, which stays where it is until the
 * next.  Returns what else is known of the texts in it, valid as long as the
 * memory.
 */
struct cnd_recall *cnd_memory_begin(
	struct cnd_memory *memory, struct cnd_str text);

/*
 * As cnd_matcher_scan of the turn's text, but blocks at the beginning and end
 * that are as they were in the last scan with this memory are not scanned
 * again.  All scans with one memory must be with the same matcher.  The hits
 * are the memory's, and valid until the next scan.
 */
void cnd_memory_scan(struct cnd_memory *memory,
	const struct cnd_matcher *matcher, const struct cnd_units *units,
	struct cnd_arena *arena, struct cnd_hits *hits);

#endif
