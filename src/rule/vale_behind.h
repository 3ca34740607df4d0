/* Look-behinds of any length, which Vale's engine has and PCRE2 has not. */
#ifndef CND_RULE_VALE_BEHIND_H
#define CND_RULE_VALE_BEHIND_H

#include "base/arena.h"

/*
 * The pattern with each look-behind whose length varies written as choices
 * of fixed length: (?<!:\w+) as (?<!:\w{1}|:\w{2}|…).  What has no end
 * reaches 64 characters.  One that is not understood stays as it is.
 */
struct cnd_str cnd_vale_behinds(
	struct cnd_arena *arena, struct cnd_str pattern);

#endif
