/* Out of memory ends the process; limits keep honest input from it. */
#include "base/oom.h"

#include <stdlib.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

_Noreturn void
cnd_out_of_memory(void)
{
	static const char words[] = "candour: out of memory\n";
	ssize_t ignored = write(2, words, sizeof(words) - 1);

	(void)ignored;
	_exit(2);
}

void *
cnd_xmalloc(size_t size)
{
	void *made = malloc(size == 0 ? 1 : size);

	if (made == NULL)
		cnd_out_of_memory();
	return made;
}

void *
cnd_xcalloc(size_t count, size_t size)
{
	void *made = calloc(count == 0 ? 1 : count, size == 0 ? 1 : size);

	if (made == NULL)
		cnd_out_of_memory();
	return made;
}

void *
cnd_xrealloc(void *old, size_t size)
{
	void *made = realloc(old, size == 0 ? 1 : size);

	if (made == NULL)
		cnd_out_of_memory();
	return made;
}

void
cnd_keep_memory(void)
{
#ifdef __GLIBC__
	/* A page that was given back costs a microsecond to have again. */
	(void)mallopt(M_MMAP_THRESHOLD, 4 << 20);
	(void)mallopt(M_TRIM_THRESHOLD, 32 << 20);
#endif
}

void
cnd_give_back_memory(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
