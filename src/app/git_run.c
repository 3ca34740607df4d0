/*
 * Git as a child process: its words go in as an argument vector, and both
 * of its outputs are read as they come, so that neither can block it.
 */
#include "app/git.h"

#include "base/oom.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	MOST_WORDS = 16,
	CHUNK = 65536,
	/* What git says when it fails is a line or two. */
	MESSAGE_BYTES = 4096,
	NO_SUCH_PROGRAM = 127
};

struct child {
	pid_t pid;
	int out; /* our ends of its standard output and error */
	int err;
};

/* The child's side: never returns. */
static void
become_git(const char *const *words, const int *out, const int *err)
{
	/* One that execvp wants writable, though it does not write. */
	char *argv[MOST_WORDS + 2];
	char name[] = "git";
	size_t count = 0;
	int none = open("/dev/null", O_RDONLY);

	argv[count++] = name;
	for (size_t i = 0; i < MOST_WORDS && words[i] != NULL; i++) {
		size_t size = strlen(words[i]) + 1;

		argv[count] = cnd_xmalloc(size);
		memcpy(argv[count++], words[i], size);
	}
	argv[count] = NULL;
	if (none < 0 || dup2(none, STDIN_FILENO) < 0 ||
		dup2(out[1], STDOUT_FILENO) < 0 ||
		dup2(err[1], STDERR_FILENO) < 0)
		_exit(NO_SUCH_PROGRAM);
	close(out[0]);
	close(err[0]);
	setenv("LC_ALL", "C", 1);
	setenv("GIT_OPTIONAL_LOCKS", "0", 1);
	execvp(argv[0], argv);
	_exit(NO_SUCH_PROGRAM);
}

static void
close_pair(const int *pair)
{
	close(pair[0]);
	close(pair[1]);
}

static bool
start(const char *const *words, struct child *child, struct cnd_error *err)
{
	int out[2];
	int errors[2];

	if (pipe(out) != 0)
		return cnd_fail(
			err, CND_ERR_SYSTEM, "git: %s", strerror(errno));
	if (pipe(errors) != 0) {
		close_pair(out);
		return cnd_fail(
			err, CND_ERR_SYSTEM, "git: %s", strerror(errno));
	}
	child->pid = fork();
	if (child->pid == 0)
		become_git(words, out, errors);
	if (child->pid < 0) {
		cnd_fail(err, CND_ERR_SYSTEM, "git: %s", strerror(errno));
		close_pair(out);
		close_pair(errors);
		return false;
	}
	close(out[1]);
	close(errors[1]);
	child->out = out[0];
	child->err = errors[0];
	return true;
}

/* Reads once; false at the end, or when there is more than limit. */
static bool
take(int descriptor, size_t limit, struct cnd_buf *buf)
{
	ssize_t got;

	cnd_buf_reserve(buf, CHUNK);
	do
		got = read(descriptor, buf->data + buf->len, CHUNK);
	while (got < 0 && errno == EINTR);
	if (got <= 0)
		return false;
	buf->len += (size_t)got;
	return buf->len <= limit;
}

/* Reads both until both are at their end or one has too much. */
static void
drain(const struct child *child, size_t limit, struct cnd_buf *out,
	struct cnd_buf *errors)
{
	struct pollfd polled[2] = { { child->out, POLLIN, 0 },
		{ child->err, POLLIN, 0 } };

	while (polled[0].fd >= 0 || polled[1].fd >= 0) {
		if (poll(polled, 2, -1) < 0 && errno != EINTR)
			return;
		if (polled[0].fd >= 0 && polled[0].revents != 0 &&
			!take(child->out, limit, out)) {
			polled[0].fd = -1;
			if (out->len > limit)
				return;
		}
		if (polled[1].fd >= 0 && polled[1].revents != 0 &&
			!take(child->err, MESSAGE_BYTES, errors))
			polled[1].fd = -1;
	}
}

static int
finish(const struct child *child)
{
	int status;

	close(child->out);
	close(child->err);
	while (waitpid(child->pid, &status, 0) < 0)
		if (errno != EINTR)
			return NO_SUCH_PROGRAM;
	return WIFEXITED(status) ? WEXITSTATUS(status) : NO_SUCH_PROGRAM + 1;
}

/* "fatal: not a git repository (or …)" is told in our words. */
static bool
fail_git(const char *const *words, struct cnd_str said, int status,
	struct cnd_error *err)
{
	struct cnd_str rest = said;
	struct cnd_str line = cnd_str_split(&rest, '\n');

	if (status == NO_SUCH_PROGRAM)
		return cnd_fail(err, CND_ERR_SYSTEM,
			"git cannot be run; is it installed?");
	if (cnd_str_find(line, CND_STR("not a git repository")) !=
		CND_NOT_FOUND)
		return cnd_fail(err, CND_ERR_USAGE,
			"the current folder is in no git repository");
	if (cnd_str_starts_with(line, CND_STR("fatal: ")))
		line = cnd_str_slice(line, 7, line.len);
	return cnd_fail(err, CND_ERR_SYSTEM, "git %s: %.*s", words[0],
		CND_STR_ARG(line));
}

bool
cnd_git_run(const char *const *words, size_t limit, struct cnd_buf *out,
	struct cnd_error *err)
{
	struct cnd_buf errors = { 0 };
	struct child child = { -1, -1, -1 };
	size_t before = out->len;
	int status;
	bool ok = true;

	if (!start(words, &child, err))
		return false;
	drain(&child, before + limit, out, &errors);
	if (out->len > before + limit)
		kill(child.pid, SIGTERM);
	status = finish(&child);
	if (out->len > before + limit)
		ok = cnd_fail(err, CND_ERR_LIMIT,
			"git %s prints more than %zu bytes", words[0], limit);
	else if (status != 0)
		ok = fail_git(words, cnd_buf_str(&errors), status, err);
	cnd_buf_dispose(&errors);
	return ok;
}
