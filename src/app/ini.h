/*
 * INI files as Vale reads them: sections, keys that may be given again,
 * values that go on behind a backslash.  Every byte is untrusted.
 */
#ifndef CND_APP_INI_H
#define CND_APP_INI_H

#include "base/arena.h"

struct cnd_ini_entry {
	struct cnd_str section; /* "" above the first one */
	struct cnd_str key;
	struct cnd_str value;
	uint32_t line; /* from 1 */
};

struct cnd_ini {
	struct cnd_ini_entry *entries; /* in the order of the file */
	size_t count;
	size_t capacity;
};

/*
 * Reads a file; what is no line of the kinds above is an entry with an
 * empty key, its value the line.  All is copied into the arena.
 */
struct cnd_ini cnd_ini_read(struct cnd_arena *arena, struct cnd_str bytes);

/* Cuts the next item off a list apart by commas; "\," is a comma. */
struct cnd_str cnd_ini_item(struct cnd_arena *arena, struct cnd_str *rest);

#endif
