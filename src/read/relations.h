/*
 * Which parts of an OOXML package are which: found by the types of their
 * relationships, never by name.
 */
#ifndef CND_READ_RELATIONS_H
#define CND_READ_RELATIONS_H

#include "read/package.h"

/*
 * The target of the first relationship of a part whose type ends in
 * "/<type>", made a full entry name; data is NULL when there is none.
 * part "" asks for the package's own relationships.
 */
bool cnd_relations_target(struct cnd_package *package, struct cnd_str part,
	const char *type, struct cnd_str *target, struct cnd_error *err);

/* The entry that holds a part's relationships, whether or not it exists:
 * "word/_rels/document.xml.rels".  In the arena. */
struct cnd_str cnd_relations_entry(
	struct cnd_arena *arena, struct cnd_str part);

#endif
