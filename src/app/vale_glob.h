/* The patterns of .vale.ini's sections: "*", "*.md", "docs/{a,b}/[!x]*". */
#ifndef CND_APP_VALE_GLOB_H
#define CND_APP_VALE_GLOB_H

#include "base/arena.h"

struct cnd_vale_glob;

/* A pattern; one that cannot be read matches nothing. */
const struct cnd_vale_glob *cnd_vale_glob_new(
	struct cnd_arena *arena, struct cnd_str pattern);

bool cnd_vale_glob_matches(
	const struct cnd_vale_glob *glob, struct cnd_str path);

#endif
