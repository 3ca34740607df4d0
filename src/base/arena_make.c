/*
 * What is made in an arena with cnd_arena_alloc alone: another allocator
 * (tools/prepare) takes the place of arena.c only.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

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
