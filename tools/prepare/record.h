/*
 * An arena that remembers each piece it hands out: what tools/prepare
 * links in place of src/base/arena.c.
 */
#ifndef PREPARE_RECORD_H
#define PREPARE_RECORD_H

#include "base/arena.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

enum piece_kind {
	PIECE_CONSTANT,
	PIECE_LIVE, /* of cnd_arena_alloc_live */
	PIECE_WARM, /* of cnd_arena_alloc_warm */
};

enum { PIECE_UNTOUCHED = INT_MAX };

/* One piece: where it begins in the arena's memory, and its bytes. */
struct piece {
	size_t at;
	size_t size;
	enum piece_kind kind;
	int touched; /* see record_watch */
};

/* What an arena holds, in order of place; valid until the arena ends. */
struct record {
	struct cnd_arena *arena;
	const unsigned char *base;
	size_t size;
	const struct piece *pieces;
	size_t count;
};

/* The arena that holds the address; false when none does. */
bool record_of(const void *address, struct record *record);

/* Whether the memory of an arena, used or not, has that address. */
bool record_has_room_at(uintptr_t address);

/*
 * Sees from now on which large pieces of the arena are touched, those that
 * are live apart: the first gets number 1.  Small ones have number 0.  One
 * arena at a time, which is not shifted, in one thread.
 */
void record_watch(struct cnd_arena *arena);
void record_unwatch(void);

/* Does what cnd_arena_settle was asked to do for the arena. */
void record_settle(struct cnd_arena *arena);

/* Bytes by which memory of arenas made from now on is shifted. */
void record_shift(size_t bytes);

#endif
