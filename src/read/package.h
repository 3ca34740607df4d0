/*
 * ZIP packages (.docx, .odt).  Nothing is ever written to disk, no name of
 * an entry is used as a path, and all sizes are counted while inflating: the
 * header's word is not trusted.
 */
#ifndef CND_READ_PACKAGE_H
#define CND_READ_PACKAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

#include <stdint.h>

struct cnd_package;

/*
 * Opens the package in bytes (borrowed, valid as long as the package).
 * NULL and err when it is not a ZIP file, or is refused: too many entries,
 * encrypted, a name twice, "..".  What is commonly given instead (a
 * password-protected or legacy Word file, RTF, PDF, HTML) is named.  The
 * package ends with the arena.
 */
struct cnd_package *cnd_package_open(
	struct cnd_arena *arena, struct cnd_str bytes, struct cnd_error *err);

/*
 * Inflates an entry into the arena.  part->data is NULL when there is no
 * such entry.  False and err when it is damaged or passes a limit.
 */
bool cnd_package_part(struct cnd_package *package, struct cnd_str name,
	struct cnd_str *part, struct cnd_error *err);

/* The arena the package lives in. */
struct cnd_arena *cnd_package_arena(struct cnd_package *package);

/* Number of entries, and the name of one; valid as long as the package. */
size_t cnd_package_count(const struct cnd_package *package);
struct cnd_str cnd_package_name(
	const struct cnd_package *package, size_t index);

/* An entry to replace, or to add when the package has none of its name. */
struct cnd_package_change {
	struct cnd_str name;
	struct cnd_str bytes;
};

/* Changes to make at once; new entries are dated with time, in seconds
 * since 1970. */
struct cnd_package_changes {
	const struct cnd_package_change *items;
	size_t count;
	int64_t time;
};

/*
 * Appends to out a copy of the package with the changes made; all other
 * entries keep their compressed bytes, order and dates.
 */
bool cnd_package_rewrite(struct cnd_package *package,
	const struct cnd_package_changes *changes, struct cnd_buf *out,
	struct cnd_error *err);

#endif
