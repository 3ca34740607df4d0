/*
 * A chain of blocks, each twice the last up to a bound.  Invariant: bytes
 * of the current block from `used` on are zero.
 */
#include "base/arena.h"

#include "base/oom.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
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
cnd_arena_array(struct cnd_arena *arena, size_t count, size_t size)
{
	assert(size == 0 || count <= SIZE_MAX / 2 / size);
	return cnd_arena_alloc(arena, count * size);
}

struct cnd_str
cnd_arena_copy(struct cnd_arena *arena, struct cnd_str s)
{
	char *made = cnd_arena_alloc(arena, s.len + 1);

	if (s.len > 0)
		memcpy(made, s.data, s.len);
	return (struct cnd_str){ made, s.len };
}

struct cnd_str
cnd_arena_printf(struct cnd_arena *arena, const char *format, ...)
{
	va_list args;
	va_list again;
	int len;
	char *made;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	assert(len >= 0);
	made = cnd_arena_alloc(arena, (size_t)len + 1);
	vsnprintf(made, (size_t)len + 1, format, again);
	va_end(again);
	return (struct cnd_str){ made, (size_t)len };
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

size_t
cnd_arena_used(const struct cnd_arena *arena)
{
	return arena->used;
}

void *
cnd_arena_grow(struct cnd_arena *arena, void *items, size_t count,
	size_t *capacity, size_t size)
{
	size_t wanted = *capacity == 0 ? 8 : *capacity * 2;
	void *made;

	if (count < *capacity)
		return items;
	made = cnd_arena_array(arena, wanted, size);
	if (count > 0)
		memcpy(made, items, count * size);
	*capacity = wanted;
	return made;
}
