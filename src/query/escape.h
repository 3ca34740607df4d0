/*
 * What stands behind a backslash in a pattern, for those who read patterns
 * (match/ for what is known of a match's words, query/ for all of it).
 */
#ifndef CND_QUERY_ESCAPE_H
#define CND_QUERY_ESCAPE_H

#include "base/str.h"

#include <stdint.h>

/*
 * Reads \x41, \x{41}, \n and the like, or a backslash before what is
 * neither letter, digit nor '_', at *at, and moves *at behind it; false,
 * and *at stays, for anything else.
 */
bool cnd_escape_code(struct cnd_str pattern, size_t *at, uint32_t *code);

/*
 * Reads \p{…}, \P{…} or \pL at *at and moves *at behind it: *name is what
 * stands in the braces, *is_not says that it was a capital P.
 */
bool cnd_escape_property(
	struct cnd_str pattern, size_t *at, struct cnd_str *name, bool *is_not);

#endif
