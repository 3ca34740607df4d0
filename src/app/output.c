/* Writing results: a file is replaced whole or not at all. */
#include "app/output.h"

#include "base/buf.h"
#include "base/oom.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100, SUFFIX = 48 };

static bool
fail_system(const char *path, struct cnd_error *err)
{
	cnd_fail(err, CND_ERR_OUTPUT, "cannot be written: %s", strerror(errno));
	return cnd_fail_at(err, cnd_str_of(path), 0, 0);
}

/* All bytes, or false with errno set. */
static bool
write_all(int descriptor, struct cnd_str bytes)
{
	size_t done = 0;

	while (done < bytes.len) {
		ssize_t wrote =
			write(descriptor, bytes.data + done, bytes.len - done);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return false;
		done += (size_t)wrote;
	}
	return true;
}

bool
cnd_output_stream(int descriptor, struct cnd_str bytes, bool *is_closed,
	struct cnd_error *err)
{
	*is_closed = false;
	if (write_all(descriptor, bytes))
		return true;
	if (errno == EPIPE) {
		*is_closed = true;
		return true;
	}
	return fail_system("standard output", err);
}

/* A result on its way to its place: over an old file, or new. */
struct result {
	const char *shown; /* as it was named */
	const char *path; /* without links */
	struct cnd_str bytes;
	bool is_new;
	mode_t mode;
};

/* Opens a new file beside path; its name goes to beside (path + SUFFIX). */
static int
open_beside(const char *path, char *beside, mode_t mode)
{
	for (int i = 0; i < TRIES; i++) {
		int descriptor;

		snprintf(beside, strlen(path) + SUFFIX, "%s.candour-%ld-%d",
			path, (long)getpid(), i);
		descriptor = open(
			beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
		if (descriptor >= 0 || errno != EEXIST)
			return descriptor;
	}
	return -1;
}

/* Makes the rename itself durable; a folder that cannot sync is no loss. */
static void
sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 0 : (size_t)(slash - path);
	struct cnd_buf folder = { 0 };
	int descriptor;

	if (slash == NULL)
		cnd_buf_putc(&folder, '.');
	else
		cnd_buf_put(
			&folder, (struct cnd_str){ path, len == 0 ? 1 : len });
	cnd_buf_putc(&folder, '\0');
	descriptor = open(folder.data, O_RDONLY | O_CLOEXEC);
	if (descriptor >= 0) {
		(void)fsync(descriptor);
		close(descriptor);
	}
	cnd_buf_dispose(&folder);
}

/* Writes and closes; false with errno set. */
static bool
finish(int descriptor, const struct result *result)
{
	bool ok = write_all(descriptor, result->bytes);
	int cause;

	if (ok && !result->is_new)
		ok = fchmod(descriptor, result->mode) == 0;
	if (ok)
		ok = fsync(descriptor) == 0;
	cause = errno;
	if (close(descriptor) != 0 && ok)
		return false;
	errno = cause;
	return ok;
}

void
cnd_output_hold_signals(sigset_t *before)
{
	sigset_t held;

	sigemptyset(&held);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGHUP);
	sigaddset(&held, SIGQUIT);
	sigprocmask(SIG_BLOCK, &held, before);
}

static bool
replace_held(const struct result *result, struct cnd_error *err)
{
	const char *path = result->path;
	char *beside = cnd_xmalloc(strlen(path) + SUFFIX);
	int descriptor =
		open_beside(path, beside, result->is_new ? result->mode : 0600);
	bool ok = false;

	if (descriptor < 0) {
		fail_system(result->shown, err);
		goto cleanup;
	}
	if (!finish(descriptor, result) || rename(beside, path) != 0) {
		fail_system(result->shown, err);
		unlink(beside);
		goto cleanup;
	}
	sync_folder(path);
	ok = true;
cleanup:
	free(beside);
	return ok;
}

static bool
replace(const struct result *result, struct cnd_error *err)
{
	sigset_t before;
	bool ok;

	cnd_output_hold_signals(&before);
	ok = replace_held(result, err);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return ok;
}

/* For devices and pipes, where there is nothing to replace. */
static bool
write_directly(const char *path, struct cnd_str bytes, struct cnd_error *err)
{
	int descriptor = open(path, O_WRONLY | O_CLOEXEC);
	bool ok;

	if (descriptor < 0)
		return fail_system(path, err);
	ok = write_all(descriptor, bytes) || errno == EPIPE;
	if (!ok)
		fail_system(path, err);
	close(descriptor);
	return ok;
}

bool
cnd_output_write_as(const char *path, struct cnd_str bytes, unsigned mode,
	struct cnd_error *err)
{
	struct result result = { path, path, bytes, true, (mode_t)mode };
	struct stat old;
	char *target;
	bool ok;

	if (stat(path, &old) != 0)
		return replace(&result, err);
	if (S_ISDIR(old.st_mode)) {
		errno = EISDIR;
		return fail_system(path, err);
	}
	if (!S_ISREG(old.st_mode))
		return write_directly(path, bytes, err);
	target = realpath(path, NULL);
	if (target == NULL)
		return fail_system(path, err);
	result.path = target;
	result.is_new = false;
	result.mode = old.st_mode & 07777;
	ok = replace(&result, err);
	free(target);
	return ok;
}

bool
cnd_output_write(const char *path, struct cnd_str bytes, struct cnd_error *err)
{
	return cnd_output_write_as(path, bytes, 0666, err);
}
