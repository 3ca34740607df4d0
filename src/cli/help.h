/* Help and manual, printed from the tables. */
#ifndef CND_CLI_HELP_H
#define CND_CLI_HELP_H

#include "cli/commands.h"

/* What candour is and its commands, a screen. */
void cnd_help_overview(struct cnd_buf *out);

/* One command: usage, options, formats, examples. */
void cnd_help_command(const struct cnd_command *command, struct cnd_buf *out);

/* The manual page, in roff's man macros. */
void cnd_help_manual(struct cnd_buf *out);

#endif
