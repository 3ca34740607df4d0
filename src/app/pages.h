/*
 * Pages that an editor is asked to show: Markdown files in a private
 * folder of the user's cache, gone when the program ends.
 */
#ifndef CND_APP_PAGES_H
#define CND_APP_PAGES_H

#include "base/arena.h"
#include "base/error.h"

/* Held by value, zeroed first; zeroed, there are no pages. */
struct cnd_pages {
	struct cnd_arena *arena;
	struct cnd_str folder; /* NUL-ended, absolute; empty for none */
	struct cnd_str *files;
	size_t count;
	size_t capacity;
};

/*
 * Makes the folder "candour" below cache (and that, if its parent is
 * there), for the user alone.  False, and no pages, where it cannot be.
 */
bool cnd_pages_open(struct cnd_pages *pages, const char *cache);

/*
 * Writes a page of that name (what could leave the folder becomes '-'; the
 * process's number keeps several servers apart); *path is the file's,
 * NUL-ended, valid as long as the pages.
 */
bool cnd_pages_write(struct cnd_pages *pages, struct cnd_str name,
	struct cnd_str bytes, struct cnd_str *path, struct cnd_error *err);

/* Whether a path is one of these pages. */
bool cnd_pages_hold(const struct cnd_pages *pages, struct cnd_str path);

/* Removes the pages; the folder stays. */
void cnd_pages_dispose(struct cnd_pages *pages);

#endif
