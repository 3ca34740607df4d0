/* Which files a walk leaves out: .gitignore and .candourignore. */
#ifndef CND_APP_IGNORE_H
#define CND_APP_IGNORE_H

#include "base/arena.h"

#include <stdbool.h>

struct cnd_ignore_pattern;

/*
 * Patterns in force, nearest folder last.  Held by value; start with
 * { .arena = … }.  A walk cuts `count` back when it leaves a folder.
 */
struct cnd_ignore {
	struct cnd_arena *arena;
	struct cnd_ignore_pattern *patterns;
	size_t count;
	size_t capacity;
};

/*
 * Adds the lines of an ignore file that stands in folder `base` ("" for
 * the walk's root, else without a slash at its end).  Content is copied.
 */
void cnd_ignore_add(
	struct cnd_ignore *ignore, struct cnd_str base, struct cnd_str content);

/*
 * Whether the last pattern that matches says to leave path out.  Paths
 * are relative to the same root as the bases.  As in Git, what is in a
 * folder left out stays out; the walk sees to that by not entering it.
 */
bool cnd_ignore_matches(
	const struct cnd_ignore *ignore, struct cnd_str path, bool is_folder);

#endif
