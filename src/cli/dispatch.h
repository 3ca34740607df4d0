/* From argv to a command. */
#ifndef CND_CLI_DISPATCH_H
#define CND_CLI_DISPATCH_H

/* Runs the program; the exit status. */
int cnd_dispatch(int argc, char **argv);

#endif
