/* The one place where memory that cannot be had ends the process. */
#ifndef CND_BASE_OOM_H
#define CND_BASE_OOM_H

#include <stddef.h>

/*
 * malloc, calloc and realloc that never return NULL: without memory they
 * write one line to standard error and end the process with status 2.
 * Sizes that come from input must be checked against limits.h before.
 */
void *cnd_xmalloc(size_t size);
void *cnd_xcalloc(size_t count, size_t size);
void *cnd_xrealloc(void *old, size_t size);

/*
 * From now on what is freed is kept for what is asked for next, up to 32
 * MiB, where the C library can: for many files one after another, each of
 * which takes as much as the last.
 */
void cnd_keep_memory(void);

/* Gives freed memory back to the system, where the C library can. */
void cnd_give_back_memory(void);

/* The same end, for a library that says that it has no memory. */
_Noreturn void cnd_out_of_memory(void);

#endif
