/*
 * An arena: memory with one owner and one end.  Ruleset, document, report
 * and scratch have one each; nothing in it is freed singly.
 */
#ifndef CND_BASE_ARENA_H
#define CND_BASE_ARENA_H

#include "base/str.h"

#include <stddef.h>

struct cnd_arena;

/* A new, empty arena; the caller ends it with cnd_arena_free. */
struct cnd_arena *cnd_arena_new(void);

/*
 * Runs what was deferred, last first, then frees all memory.  NULL is
 * accepted.
 */
void cnd_arena_free(struct cnd_arena *arena);

/*
 * Forgets all content (deferred calls are run) but keeps one block of
 * memory for use again: for scratch that lives one turn of a loop.
 */
void cnd_arena_reset(struct cnd_arena *arena);

/* size zeroed bytes, aligned for any type, valid until the arena ends. */
void *cnd_arena_alloc(struct cnd_arena *arena, size_t size);

/*
 * The same, for memory that is written to when the rest of the arena is
 * not any more: what a prepared rule set (docs/prepared-rules.md) cannot
 * hold as a constant.  It must be all zero until then.
 */
void *cnd_arena_alloc_live(struct cnd_arena *arena, size_t size);

/*
 * The same, for memory that has content by then, and is written to later
 * all the same.  It must hold no address.
 */
void *cnd_arena_alloc_warm(struct cnd_arena *arena, size_t size);

/* count * size zeroed bytes; the product must fit in size_t. */
void *cnd_arena_array(struct cnd_arena *arena, size_t count, size_t size);

/* A copy of s, with a NUL behind it that its length does not count. */
struct cnd_str cnd_arena_copy(struct cnd_arena *arena, struct cnd_str s);

/* printf into the arena. */
struct cnd_str cnd_arena_printf(struct cnd_arena *arena, const char *format,
	...) __attribute__((format(printf, 2, 3)));

/* Calls release(handle) when the arena ends: for handles of libraries. */
void cnd_arena_defer(
	struct cnd_arena *arena, void (*release)(void *), void *handle);

/*
 * Asks for settle(arena, object) once what the arena holds is complete and
 * has been used, to keep what use has made of it.  Only the arenas of
 * tools/prepare come to that; others do nothing.
 */
void cnd_arena_settle(struct cnd_arena *arena,
	void (*settle)(struct cnd_arena *, void *), void *object);

/* Bytes handed out so far: what tests of memory bounds look at. */
size_t cnd_arena_used(const struct cnd_arena *arena);

/*
 * A growing array in an arena.  Zero is a valid empty one:
 *
 *	struct { struct cnd_word *items; struct cnd_span_of of; } ...
 *
 * cnd_arena_grow makes room for one more element and returns the array,
 * perhaps moved; *capacity is kept for the caller.  The old copy stays in
 * the arena, so an array costs at most twice its size.
 */
void *cnd_arena_grow(struct cnd_arena *arena, void *items, size_t count,
	size_t *capacity, size_t size);

#endif
