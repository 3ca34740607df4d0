/*
 * Arenas of one block each, whose pieces do not touch: an address one past
 * the end of a piece is still told from the next piece's.  Large pieces have
 * pages of their own, which can be locked: the fault of who touches one
 * says so.
 */
/* For MAP_ANONYMOUS. */
#define _DEFAULT_SOURCE
#include "record.h"

#include "base/halving.h"
#include "base/oom.h"

#include <assert.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	ROOM = 256 << 20, /* more than the built-in rules need, much more */
	ALIGNMENT = _Alignof(max_align_t),
	SMALL = 8, /* a piece of an eighth of a page is not worth one */
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
static struct cnd_arena *watched;
static int touched; /* pieces so far */

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

bool
record_has_room_at(uintptr_t address)
{
	const struct cnd_arena *arena = arenas;

	while (arena != NULL && address - (uintptr_t)arena->block >= ROOM)
		arena = arena->next;
	return arena != NULL;
}

struct cnd_arena *
cnd_arena_new(void)
{
	struct cnd_arena *arena = cnd_xcalloc(1, sizeof(*arena));

	arena->block = mmap(NULL, ROOM, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (arena->block == MAP_FAILED)
		abort();
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
	munmap(arena->block, ROOM);
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

static size_t
page_size(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

static bool
has_pages(size_t size, enum piece_kind kind)
{
	return kind != PIECE_LIVE && size >= page_size() / SMALL;
}

static size_t
round_up(size_t size, size_t unit)
{
	return (size + unit - 1) / unit * unit;
}

static void *
add_piece(struct cnd_arena *arena, size_t size, enum piece_kind kind)
{
	size_t unit = has_pages(size, kind) ? page_size() : ALIGNMENT;
	size_t at = round_up(arena->used, unit);
	size_t room = round_up(size + ALIGNMENT, unit);

	assert(room < ROOM - shift && at < ROOM - shift - room);
	if (arena->count == arena->capacity) {
		arena->capacity = arena->capacity * 2 + 64;
		arena->pieces = cnd_xrealloc(arena->pieces,
			arena->capacity * sizeof(*arena->pieces));
	}
	arena->pieces[arena->count++] = (struct piece){ at, size, kind,
		has_pages(size, kind) ? PIECE_UNTOUCHED : 0 };
	arena->used = at + room;
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

static void
allow(const struct cnd_arena *arena, const struct piece *piece, int access)
{
	if (has_pages(piece->size, piece->kind) &&
		mprotect(arena->base + piece->at,
			round_up(piece->size, page_size()), access) != 0)
		abort();
}

/* Somebody touches a locked page. */
static void
on_fault(int number, siginfo_t *info, void *context)
{
	size_t at =
		(size_t)((uintptr_t)info->si_addr - (uintptr_t)watched->base);
	struct cnd_halving in = { .high = watched->count };
	struct piece *piece;

	(void)context;
	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, watched->pieces[in.middle].at <= at);
	piece = in.low > 0 ? &watched->pieces[in.low - 1] : NULL;
	if (piece == NULL || at - piece->at >= piece->size) {
		/* None of ours: it comes again, and ends the program. */
		signal(number, SIG_DFL);
		return;
	}
	if (piece->touched == PIECE_UNTOUCHED)
		piece->touched = ++touched;
	allow(watched, piece, PROT_READ | PROT_WRITE);
}

void
record_watch(struct cnd_arena *arena)
{
	struct sigaction action = { .sa_sigaction = on_fault,
		.sa_flags = SA_SIGINFO };

	watched = arena;
	sigaction(SIGSEGV, &action, NULL);
	sigaction(SIGBUS, &action, NULL);
	for (size_t i = 0; i < arena->count; i++)
		allow(arena, &arena->pieces[i], PROT_NONE);
}

void
record_unwatch(void)
{
	for (size_t i = 0; i < watched->count; i++)
		allow(watched, &watched->pieces[i], PROT_READ | PROT_WRITE);
	signal(SIGSEGV, SIG_DFL);
	signal(SIGBUS, SIG_DFL);
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
