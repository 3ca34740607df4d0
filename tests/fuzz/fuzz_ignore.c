/*
 * Fuzz target: an ignore file.  The first line of the input is the path
 * that is asked about, the rest are patterns.
 */
#include "fuzz.h"

#include "app/ignore.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_str rest = source;
	struct cnd_str path = cnd_str_split(&rest, '\n');
	struct cnd_ignore ignore = { .arena = cnd_arena_new() };

	cnd_ignore_add(&ignore, CND_STR(""), rest);
	cnd_ignore_add(&ignore, CND_STR("drafts"), rest);
	(void)cnd_ignore_matches(&ignore, path, false);
	(void)cnd_ignore_matches(&ignore, path, true);
	cnd_arena_free(ignore.arena);
	free((char *)(uintptr_t)source.data);
	return 0;
}
