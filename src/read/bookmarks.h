/*
 * The names of the places that a file's cross-references may lead to,
 * gathered before its text is read.
 */
#ifndef CND_READ_BOOKMARKS_H
#define CND_READ_BOOKMARKS_H

#include "base/arena.h"

/* Held by value; sorted; slices of the part. */
struct cnd_bookmarks {
	struct cnd_str *names;
	size_t count;
	size_t capacity;
};

/*
 * Adds the name="…" of each tag <prefix:TAG …> in a part of XML.  Only the
 * bytes are looked at: in a comment or a CDATA section they count too,
 * which makes no reference wrong that is right.
 */
void cnd_bookmarks_find(struct cnd_arena *arena, struct cnd_str part,
	const char *tag, struct cnd_bookmarks *bookmarks);

bool cnd_bookmarks_have(
	const struct cnd_bookmarks *bookmarks, struct cnd_str name);

#endif
