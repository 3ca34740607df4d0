/*
 * Arenas of one block each, whose pieces do not touch: an address one past
 * the end of a piece is still told from the next piece's.
 */
#include "record.h"

#include "base/oom.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	ROOM = 64 << 20, /* more than the built-in rules need, much more */
	ALIGNMENT = _Alignof(max_align_t),
};

struct deferred {
	struct deferred *before;
	void (*release)(void *);
	void *handle;
};

struct settling {
	struct settling *before;
	void (*settle)(struct cnd_arena *, void *);
	void *object;
};

struct cnd_arena {
	struct cnd_arena *next; /* of all arenas */
	unsigned char *block;
	unsigned char *base; /* in the block, shifted */
	size_t used;
	struct piece *pieces;
	size_t count;
	size_t capacity;
	struct deferred *deferred;
	struct settling *settling;
};

static struct cnd_arena *arenas;
static size_t shift;

void
record_shift(size_t bytes)
{
	shift = bytes / ALIGNMENT * ALIGNMENT;
}

bool
record_of(const void *address, struct record *record)
{
	uintptr_t at = (uintptr_t)address;

	for (struct cnd_arena *a = arenas; a != NULL; a = a->next) {
		uintptr_t base = (uintptr_t)a->base;

		if (at < base || at - base >= a->used)
			continue;
		*record = (struct record){ a, a->base, a->used, a->pieces,
			a->count };
		return true;
	}
	return false;
}

struct cnd_arena *
cnd_arena_new(void)
{
	struct cnd_arena *arena = cnd_xcalloc(1, sizeof(*arena));

	arena->block = cnd_xcalloc(1, ROOM);
	arena->base = arena->block + shift;
	arena->next = arenas;
	arenas = arena;
	return arena;
}

static void
forget(struct cnd_arena *arena)
{
	struct deferred *deferred = arena->deferred;

	while (deferred != NULL) {
		struct deferred *before = deferred->before;

		deferred->release(deferred->handle);
		free(deferred);
		deferred = before;
	}
	arena->deferred = NULL;
	while (arena->settling != NULL) {
		struct settling *before = arena->settling->before;

		free(arena->settling);
		arena->settling = before;
	}
}

void
cnd_arena_free(struct cnd_arena *arena)
{
	struct cnd_arena **link = &arenas;

	if (arena == NULL)
		return;
	forget(arena);
	while (*link != arena)
		link = &(*link)->next;
	*link = arena->next;
	free(arena->pieces);
	free(arena->block);
	free(arena);
}

void
cnd_arena_reset(struct cnd_arena *arena)
{
	forget(arena);
	memset(arena->base, 0, arena->used);
	arena->used = 0;
	arena->count = 0;
}

static void *
add_piece(struct cnd_arena *arena, size_t size, enum piece_kind kind)
{
	size_t room = (size / ALIGNMENT + 2) * ALIGNMENT;
	size_t at = arena->used;

	assert(room < ROOM - shift && at < ROOM - shift - room);
	if (arena->count == arena->capacity) {
		arena->capacity = arena->capacity * 2 + 64;
		arena->pieces = cnd_xrealloc(arena->pieces,
			arena->capacity * sizeof(*arena->pieces));
	}
	arena->pieces[arena->count++] = (struct piece){ at, size, kind };
	arena->used += room;
	return arena->base + at;
}

void *
cnd_arena_alloc(struct cnd_arena *arena, size_t size)
{
	return add_piece(arena, size, PIECE_CONSTANT);
}

void *
cnd_arena_alloc_live(struct cnd_arena *arena, size_t size)
{
	return add_piece(arena, size, PIECE_LIVE);
}

void *
cnd_arena_alloc_warm(struct cnd_arena *arena, size_t size)
{
	return add_piece(arena, size, PIECE_WARM);
}

void
cnd_arena_defer(struct cnd_arena *arena, void (*release)(void *), void *handle)
{
	struct deferred *deferred = cnd_xmalloc(sizeof(*deferred));

	*deferred = (struct deferred){ arena->deferred, release, handle };
	arena->deferred = deferred;
}

void
cnd_arena_settle(struct cnd_arena *arena,
	void (*settle)(struct cnd_arena *, void *), void *object)
{
	struct settling *settling = cnd_xmalloc(sizeof(*settling));

	*settling = (struct settling){ arena->settling, settle, object };
	arena->settling = settling;
}

void
record_settle(struct cnd_arena *arena)
{
	for (struct settling *s = arena->settling; s != NULL; s = s->before)
		s->settle(arena, s->object);
}

size_t
cnd_arena_used(const struct cnd_arena *arena)
{
	return arena->used;
}
