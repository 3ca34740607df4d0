/*
 * Calls that fail, one after the other: loaded before the C library, with
 * CND_FAULT naming the kind.  "alloc:17" fails the 17th alone and judges
 * nothing, for a debugger.  With CND_FAULT_STEP=n each n-th is tried.
 */
#define _GNU_SOURCE
#include "judge.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FEW = 7 }; /* bytes that a short read or write does */

static struct judge judge;
static bool is_child; /* its fault is behind it */
static bool is_judging; /* calls of our own */
static long only; /* this call fails; 0: each in turn */
static long *calls = &judge.calls;
static char kind[16];

/* Kinds that the program has to overcome. */
static const char *const strict[] = { "interrupt", "short", "thread" };
/* Kinds with thousands of calls, which share no file with a child. */
static const char *const many[] = { "alloc", "thirst", NULL };
/* Kinds that do not end once they began. */
static const char *const lasting[] = { "thirst", "short", NULL };

static bool
is_one_of(const char *const *names)
{
	for (int i = 0; i < 3 && names[i] != NULL; i++)
		if (strcmp(names[i], kind) == 0)
			return true;
	return false;
}

/* The next library's function of that name. */
#define NEXT(name) ((__typeof__(&(name)))(dlsym(RTLD_NEXT, #name)))

__attribute__((constructor)) static void
begin(void)
{
	const char *wanted = getenv("CND_FAULT");
	const char *step = getenv("CND_FAULT_STEP");
	size_t len = wanted == NULL ? 0 : strcspn(wanted, ":");

	if (len == 0 || len >= sizeof(kind))
		return;
	unsetenv("LD_PRELOAD"); /* the programs it starts are not tested */
	memcpy(kind, wanted, len);
	if (wanted[len] == ':')
		only = strtol(wanted + len + 1, NULL, 10);
	judge.kind = kind;
	judge.step = step == NULL ? 1 : strtol(step, NULL, 10);
	judge.is_strict = is_one_of(strict);
	if (only > 0 || is_one_of(many))
		return;
	is_judging = true;
	only = judge_rerun(&judge, &calls);
	if (only == 0) {
		judge_report(&judge);
		_exit(0);
	}
	is_judging = false;
}

__attribute__((destructor)) static void
end(void)
{
	is_judging = true;
	if (kind[0] != '\0' && only == 0 && !is_child)
		judge_report(&judge);
}

static bool
fails(const char *name)
{
	if (is_judging || strcmp(name, kind) != 0)
		return false;
	if (is_child)
		return is_one_of(lasting);
	is_judging = true;
	if (only > 0)
		is_child = __atomic_add_fetch(calls, 1, __ATOMIC_RELAXED) ==
			only;
	else
		is_child = judge_try(&judge);
	is_judging = false;
	return is_child;
}

static int
fail(int cause)
{
	errno = cause;
	return -1;
}

/* The C library's own allocator: dlsym would allocate by itself. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static bool
is_thirsty(void)
{
	if (!fails("alloc") && !fails("thirst"))
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t size)
{
	return is_thirsty() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return is_thirsty() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return is_thirsty() ? NULL : __libc_realloc(old, size);
}

int
open(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	va_start(args, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(args, mode_t) : 0;
	va_end(args);
	if (fails("open"))
		return fail(EMFILE);
	return NEXT(open)(path, flags, mode);
}

DIR *
opendir(const char *path)
{
	if (!fails("open"))
		return NEXT(opendir)(path);
	errno = EMFILE;
	return NULL;
}

ssize_t
read(int descriptor, void *bytes, size_t size)
{
	if (fails("read"))
		return fail(EIO);
	if (fails("interrupt"))
		return fail(EINTR);
	if (fails("short") && size > FEW)
		size = FEW;
	if (fails("change")) /* somebody writes to it */
		(void)futimens(descriptor, NULL);
	return NEXT(read)(descriptor, bytes, size);
}

ssize_t
write(int descriptor, const void *bytes, size_t size)
{
	if (fails("write"))
		return fail(ENOSPC);
	if (fails("interrupt"))
		return fail(EINTR);
	if (fails("short") && size > FEW)
		size = FEW;
	return NEXT(write)(descriptor, bytes, size);
}

int
fstat(int descriptor, struct stat *status)
{
	return fails("stat") ? fail(EIO) : NEXT(fstat)(descriptor, status);
}

int
stat(const char *path, struct stat *status)
{
	return fails("stat") ? fail(EIO) : NEXT(stat)(path, status);
}

char *
getcwd(char *path, size_t size)
{
	if (!fails("folder"))
		return NEXT(getcwd)(path, size);
	errno = ENOENT;
	return NULL;
}

char *
realpath(const char *path, char *real)
{
	if (!fails("folder"))
		return NEXT(realpath)(path, real);
	errno = EACCES;
	return NULL;
}

int
rename(const char *from, const char *to)
{
	return fails("rename") ? fail(EACCES) : NEXT(rename)(from, to);
}

int
fsync(int descriptor)
{
	return fails("sync") ? fail(EIO) : NEXT(fsync)(descriptor);
}

int
fchmod(int descriptor, mode_t mode)
{
	return fails("mode") ? fail(EPERM) : NEXT(fchmod)(descriptor, mode);
}

int
close(int descriptor)
{
	int status = NEXT(close)(descriptor);

	return fails("close") ? fail(EIO) : status;
}

int
pipe(int ends[2])
{
	return fails("pipe") ? fail(EMFILE) : NEXT(pipe)(ends);
}

pid_t
fork(void)
{
	return fails("fork") ? fail(EAGAIN) : NEXT(fork)();
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
	void *(*start)(void *), void *argument)
{
	if (fails("thread"))
		return EAGAIN;
	return NEXT(pthread_create)(thread, attributes, start, argument);
}
