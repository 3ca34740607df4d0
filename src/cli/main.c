/* The program: its arguments go to the table of commands. */
#include <stdio.h>

int
main(void)
{
	fputs("candour: not built yet\n", stderr);
	return 2;
}
