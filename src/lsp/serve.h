/* The language server on two descriptors. */
#ifndef CND_LSP_SERVE_H
#define CND_LSP_SERVE_H

#include "app/pages.h"
#include "rule/ruleset.h"

/* What the command line has of rules; borrowed. */
struct cnd_serve {
	const struct cnd_ruleset *set;
	const char *const *folders; /* of rules, also for configurations */
	size_t folder_count;
	struct cnd_pages pages; /* the server's from here on */
};

/*
 * Serves until exit, the end of input, or the death of the client's
 * process (looked for every three seconds).  The status to end with: 0
 * after shutdown and exit, 1 otherwise.
 */
int cnd_serve(const struct cnd_serve *serve, int input, int output);

#endif
