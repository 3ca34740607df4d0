/* The language server on two descriptors. */
#ifndef CND_LSP_SERVE_H
#define CND_LSP_SERVE_H

#include "rule/ruleset.h"

/*
 * Serves until exit, the end of input, or the death of the client's
 * process (looked for every three seconds).  The status to end with: 0
 * after shutdown and exit, 1 otherwise.
 */
int cnd_serve(const struct cnd_ruleset *set, int input, int output);

#endif
