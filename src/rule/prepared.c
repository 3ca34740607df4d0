/* The prepared rules, moved where they can be read. */
#include "rule/prepared.h"

#include <pthread.h>

/*
 * A checker of leaks looks into the program's own arrays for what is still
 * known; compiled patterns would be lost to it at home.
 */
#ifdef CND_IS_TRACED
enum { MAY_MOVE = false };
#else
enum { MAY_MOVE = true };
#endif

static const char *first_part;

static void
enter(void)
{
	const struct cnd_home_part *parts = cnd_prepared.parts;

	if (MAY_MOVE && cnd_home_move(parts, cnd_prepared.count))
		first_part = parts[0].home;
	else
		first_part = cnd_home_copy(parts, cnd_prepared.count);
}

const struct cnd_ruleset *
cnd_prepared_rules(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	if (cnd_prepared.count == 0)
		return NULL;
	pthread_once(&once, enter);
	return (const struct cnd_ruleset *)(const void *)(first_part +
		cnd_prepared.root);
}
