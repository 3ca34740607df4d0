/* Which files may be opened (Linux 5.13 and later). */
#ifndef CND_APP_LANDLOCK_H
#define CND_APP_LANDLOCK_H

#include "app/sandbox.h"

/* The version of the kernel's Landlock; 0 where there is none. */
int cnd_landlock_version(void);

/*
 * No more writing, making or removing of files but beside the outputs, no
 * program started, and (where the version has it) no TCP and no signal to
 * others.
 */
void cnd_landlock_writes(const struct cnd_sandbox *sandbox);

/* The same for a program that is to be started, without an output. */
void cnd_landlock_program(void);

/* No more reading but of these files and below these folders. */
void cnd_landlock_reads(const struct cnd_sandbox *sandbox,
	const char *const *paths, size_t count);

#endif
