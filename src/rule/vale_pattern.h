/* Patterns of Vale styles: what its engine reads otherwise than PCRE2. */
#ifndef CND_RULE_VALE_PATTERN_H
#define CND_RULE_VALE_PATTERN_H

#include "base/arena.h"

/*
 * The pattern as PCRE2 understands it: \uXXXX becomes \x{XXXX}.  The
 * result is the pattern itself when there is nothing to change.
 */
struct cnd_str cnd_vale_pattern(
	struct cnd_arena *arena, struct cnd_str pattern);

/*
 * The options, "(?i)", that a pattern sets outside of its groups and that
 * hold for what follows it in an alternation; "" for none.  They are added
 * to `before`, those of earlier patterns.
 */
struct cnd_str cnd_vale_options(
	struct cnd_arena *arena, struct cnd_str before, struct cnd_str pattern);

#endif
