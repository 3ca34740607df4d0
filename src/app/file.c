/* Reading files whole; what is no regular file is refused before a read. */
#include "app/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 << 10 };

static bool
fail_system(const char *path, struct cnd_error *err)
{
	cnd_fail(err, CND_ERR_INPUT, "%s", strerror(errno));
	return cnd_fail_at(err, cnd_str_of(path), 0, 0);
}

static bool
fail_too_large(const char *path, size_t limit, struct cnd_error *err)
{
	cnd_fail(err, CND_ERR_LIMIT, "larger than the limit of %zu MB",
		limit >> 20);
	return cnd_fail_at(err, cnd_str_of(path), 0, 0);
}

/* What to call something that is not a regular file. */
static const char *
kind_of(mode_t mode)
{
	if (S_ISDIR(mode))
		return "is a folder";
	if (S_ISFIFO(mode))
		return "is a pipe; use '-' to read standard input";
	if (S_ISSOCK(mode))
		return "is a socket";
	return "is a device";
}

static bool
fill(int descriptor, const char *path, size_t limit, struct cnd_buf *out,
	struct cnd_error *err)
{
	for (;;) {
		ssize_t got;

		cnd_buf_reserve(out, CHUNK);
		got = read(descriptor, out->data + out->len, CHUNK);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail_system(path, err);
		if (got == 0)
			return true;
		out->len += (size_t)got;
		if (out->len > limit)
			return fail_too_large(path, limit, err);
	}
}

bool
cnd_file_read_stream(int descriptor, const char *name, size_t limit,
	struct cnd_buf *out, struct cnd_error *err)
{
	return fill(descriptor, name, limit, out, err);
}

static bool
is_same_state(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size &&
		a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
		a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool
read_open(int descriptor, const char *path, size_t limit, struct cnd_buf *out,
	struct cnd_error *err)
{
	struct stat before;
	struct stat after;

	if (fstat(descriptor, &before) != 0)
		return fail_system(path, err);
	if (!S_ISREG(before.st_mode)) {
		cnd_fail(err, CND_ERR_INPUT, "%s", kind_of(before.st_mode));
		return cnd_fail_at(err, cnd_str_of(path), 0, 0);
	}
	if (before.st_size > 0 && (size_t)before.st_size > limit)
		return fail_too_large(path, limit, err);
	cnd_buf_reserve(out, (size_t)before.st_size + CHUNK);
	if (!fill(descriptor, path, limit, out, err))
		return false;
	if (fstat(descriptor, &after) != 0)
		return fail_system(path, err);
	if (!is_same_state(&before, &after)) {
		cnd_fail(err, CND_ERR_INPUT, "changed while it was read");
		return cnd_fail_at(err, cnd_str_of(path), 0, 0);
	}
	return true;
}

bool
cnd_file_read(const char *path, size_t limit, struct cnd_buf *out,
	struct cnd_error *err)
{
	/* Without O_NONBLOCK a pipe would wait for its other end. */
	int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool ok;

	if (descriptor < 0)
		return fail_system(path, err);
	ok = read_open(descriptor, path, limit, out, err);
	close(descriptor);
	return ok;
}

bool
cnd_file_stamp(const char *path, uint64_t *stamp)
{
	struct stat state;

	if (stat(path, &state) != 0 || !S_ISREG(state.st_mode))
		return false;
	*stamp = (uint64_t)state.st_mtim.tv_sec * 1000003u;
	*stamp = (*stamp ^ (uint64_t)state.st_mtim.tv_nsec) * 1000003u;
	*stamp ^= (uint64_t)state.st_size * 0x9e3779b97f4a7c15u;
	return true;
}

/* Nothing is there, or nothing that we may know of. */
static bool
is_absence(int cause)
{
	return cause == ENOENT || cause == ENOTDIR || cause == EACCES ||
		cause == ENAMETOOLONG || cause == ELOOP;
}

enum cnd_file_kind
cnd_file_kind(const char *path)
{
	struct stat state;

	/* What cannot be told is tried, so that opening it says why. */
	if (stat(path, &state) != 0)
		return is_absence(errno) ? CND_FILE_MISSING : CND_FILE_OTHER;
	if (S_ISREG(state.st_mode))
		return CND_FILE_REGULAR;
	return S_ISDIR(state.st_mode) ? CND_FILE_FOLDER : CND_FILE_OTHER;
}
