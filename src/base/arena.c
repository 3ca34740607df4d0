/*
 * A chain of blocks, each twice the last up to a bound.  Invariant: bytes
 * of the current block from `used` on are zero.
 */
#include "base/arena.h"

#include "base/oom.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	BLOCK_FIRST = 4096,
	BLOCK_LARGEST = 1 << 20,
	ALIGNMENT = _Alignof(max_align_t),
};

struct block {
	struct block *before;
	size_t size;
	size_t used;
	_Alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
	struct deferred *before;
	void (*release)(void *);
	void *handle;
};

struct cnd_arena {
	struct block *current;
	struct deferred *deferred;
	size_t used;
	size_t next_size;
};

struct cnd_arena *
cnd_arena_new(void)
{
	struct cnd_arena *arena = cnd_xcalloc(1, sizeof(*arena));

	arena->next_size = BLOCK_FIRST;
	return arena;
}

static void
run_deferred(struct cnd_arena *arena)
{
	for (struct deferred *d = arena->deferred; d != NULL; d = d->before)
		d->release(d->handle);
	arena->deferred = NULL;
}

static void
free_blocks(struct block *block)
{
	while (block != NULL) {
		struct block *before = block->before;

		free(block);
		block = before;
	}
}

void
cnd_arena_free(struct cnd_arena *arena)
{
	if (arena == NULL)
		return;
	run_deferred(arena);
	free_blocks(arena->current);
	free(arena);
}

void
cnd_arena_reset(struct cnd_arena *arena)
{
	struct block *kept = arena->current;

	run_deferred(arena);
	arena->used = 0;
	if (kept == NULL)
		return;
	free_blocks(kept->before);
	kept->before = NULL;
	memset(kept->bytes, 0, kept->used);
	kept->used = 0;
}

static void
add_block(struct cnd_arena *arena, size_t wanted)
{
	size_t size = arena->next_size;
	struct block *block;

	if (size < wanted)
		size = wanted;
	block = cnd_xcalloc(1, sizeof(*block) + size);
	block->before = arena->current;
	block->size = size;
	arena->current = block;
	if (arena->next_size < BLOCK_LARGEST)
		arena->next_size *= 2;
}

void *
cnd_arena_alloc(struct cnd_arena *arena, size_t size)
{
	struct block *block = arena->current;
	void *made;

	assert(size <= SIZE_MAX / 2);
	size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (block == NULL || block->size - block->used < size) {
		add_block(arena, size);
		block = arena->current;
	}
	made = block->bytes + block->used;
	block->used += size;
	arena->used += size;
	return made;
}

void *
cnd_arena_alloc_live(struct cnd_arena *arena, size_t size)
{
	return cnd_arena_alloc(arena, size);
}

void *
cnd_arena_alloc_warm(struct cnd_arena *arena, size_t size)
{
	return cnd_arena_alloc(arena, size);
}

void
cnd_arena_defer(struct cnd_arena *arena, void (*release)(void *), void *handle)
{
	struct deferred *d = cnd_arena_alloc(arena, sizeof(*d));

	d->before = arena->deferred;
	d->release = release;
	d->handle = handle;
	arena->deferred = d;
}

void
cnd_arena_settle(struct cnd_arena *arena,
	void (*settle)(struct cnd_arena *, void *), void *object)
{
	(void)arena;
	(void)settle;
	(void)object;
}

size_t
cnd_arena_used(const struct cnd_arena *arena)
{
	return arena->used;
}
