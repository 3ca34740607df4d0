/*
 * Pages that an editor is asked to show: Markdown files in a private
 * folder of temporary ones, gone when the program ends.
 */
#ifndef CND_APP_PAGES_H
#define CND_APP_PAGES_H

#include "base/arena.h"
#include "base/error.h"

/* Held by value; start with { .parent = "/tmp" }, which is borrowed. */
struct cnd_pages {
	const char *parent;
	struct cnd_arena *arena; /* NULL until the first page */
	struct cnd_str folder; /* NUL-ended, absolute; empty until then */
	struct cnd_str *files;
	size_t count;
	size_t capacity;
};

/*
 * Writes a page of that name (what could leave the folder becomes '-');
 * *path is the file's, NUL-ended, valid as long as the pages.
 */
bool cnd_pages_write(struct cnd_pages *pages, struct cnd_str name,
	struct cnd_str bytes, struct cnd_str *path, struct cnd_error *err);

/* Whether a path is one of these pages. */
bool cnd_pages_hold(const struct cnd_pages *pages, struct cnd_str path);

/* Removes the pages and their folder. */
void cnd_pages_dispose(struct cnd_pages *pages);

#endif
