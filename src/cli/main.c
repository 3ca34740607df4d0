/* The program: its arguments go to the table of commands. */
#include "cli/dispatch.h"

#include <signal.h>

int
main(int argc, char **argv)
{
	/* A reader that goes away shows as EPIPE, and ends us quietly. */
	signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
	/* So does a result that passes a limit on files, as EFBIG. */
	signal(SIGXFSZ, SIG_IGN);
#endif
	return cnd_dispatch(argc, argv);
}
