/* Completion for shells, printed from the tables. */
#ifndef CND_CLI_COMPLETION_H
#define CND_CLI_COMPLETION_H

#include "cli/commands.h"

/* Appends the script for "bash", "zsh" or "fish"; false and err for any
 * other shell. */
bool cnd_completion(
	struct cnd_str shell, struct cnd_buf *out, struct cnd_error *err);

#endif
