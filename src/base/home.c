/* Moving home, and making do without. */
#define _GNU_SOURCE

#include "base/home.h"

#include "base/oom.h"

#include <string.h>
#include <sys/mman.h>

/* Of all parts. */
static size_t
size_of(const struct cnd_home_part *parts, size_t count)
{
	const struct cnd_home_part *last = &parts[count - 1];

	return (size_t)(last->home + last->size - parts[0].home);
}

#if defined(MREMAP_DONTUNMAP) && defined(MAP_FIXED_NOREPLACE)

/* The pages of the program stay where they are, too, as they were: there
 * is a way back until all parts have moved. */
static bool
move_to(const struct cnd_home_part *part)
{
	return mremap(part->bytes, part->size, part->size,
		       MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP,
		       part->home) != MAP_FAILED;
}

bool
cnd_home_move(const struct cnd_home_part *parts, size_t count)
{
	size_t size = size_of(parts, count);
	void *home = parts[0].home;
	/* The place is taken first, so that nothing is driven from it. */
	void *place = mmap(home, size, PROT_NONE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	size_t moved = 0;

	if (place == home)
		while (moved < count && move_to(&parts[moved]))
			moved++;
	/* A system that does not know the flag gives another place. */
	if (moved < count && place != MAP_FAILED)
		munmap(place, size);
	return moved == count;
}

#else

bool
cnd_home_move(const struct cnd_home_part *parts, size_t count)
{
	(void)parts;
	(void)count;
	return false;
}

#endif

/* Where in the process what is at an address at home stands. */
static uintptr_t
here(const struct cnd_home_part *parts, const char *first, uintptr_t at)
{
	size_t i = 0;

	while (at - (uintptr_t)parts[i].home >= parts[i].size)
		i++;
	return (uintptr_t)(i == 0 ? first : parts[i].bytes) +
		(at - (uintptr_t)parts[i].home);
}

const void *
cnd_home_copy(const struct cnd_home_part *parts, size_t count)
{
	size_t size = size_of(parts, count);
	uintptr_t home = (uintptr_t)parts[0].home;
	size_t word_count = parts[0].size / sizeof(uintptr_t);
	uintptr_t *words = cnd_xmalloc(parts[0].size);

	memcpy(words, parts[0].bytes, parts[0].size);
	for (size_t i = 0; i < word_count; i++)
		if (words[i] - home < size)
			words[i] = here(parts, (const char *)words, words[i]);
	return words;
}
