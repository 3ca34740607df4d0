/* Which system calls may be made (Linux on x86-64 and 64-bit ARM). */
#ifndef CND_APP_SECCOMP_H
#define CND_APP_SECCOMP_H

#include <stdbool.h>

/* Whether the system and this architecture have it. */
bool cnd_seccomp_is_there(void);

/*
 * From here on only the calls of the table in seccomp.c can be made; all
 * others fail with EPERM, those newer than the table with ENOSYS.  Nor is
 * a core file written, which would hold the report.
 */
void cnd_seccomp_enter(bool may_write);

/*
 * For a program that is to be started, whose calls we do not know: those of
 * a second table fail with EPERM, all others can be made.
 */
void cnd_seccomp_program(void);

#endif
