/*
 * Child processes.  All that needs memory is made ready before the fork,
 * as other threads may run; input and both outputs are moved as they come,
 * so that none can block another.
 */
#include "app/process.h"

#include "app/sandbox.h"
#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	MOST_WORDS = 16,
	MOST_VARIABLES = 8,
	CHUNK = 65536,
	/* What a program says when it fails is a line or two. */
	MESSAGE_BYTES = 4096,
	NO_SUCH_PROGRAM = 127,
	/* Files open in this process are far below; the child has none. */
	MOST_DESCRIPTORS = 1024
};

extern char **environ;

/* A child, our ends of its pipes, and how far its input is written. */
struct child {
	pid_t pid;
	int in;
	int out;
	int err;
	size_t written;
};

/* What the child needs, ready before the fork. */
struct image {
	char *path;
	char *argv[MOST_WORDS + 2];
	char **environment;
};

/* execve wants its words writable, though it does not write. */
static char *
copy_word(struct cnd_arena *arena, struct cnd_str word)
{
	char *copy = cnd_arena_alloc(arena, word.len + 1);

	if (word.len > 0)
		memcpy(copy, word.data, word.len);
	return copy;
}

/* The program on PATH; NULL for none.  Relative folders are passed over:
 * a report's folder could hold a program of that name. */
static char *
find_program(struct cnd_arena *arena, const char *name)
{
	const char *path = getenv("PATH");
	struct cnd_str rest = cnd_str_of(path == NULL ? "/usr/bin:/bin" : path);

	while (rest.len > 0) {
		struct cnd_str folder = cnd_str_split(&rest, ':');
		char *full;

		if (!cnd_str_starts_with(folder, CND_STR("/")))
			continue;
		full = copy_word(arena,
			cnd_arena_printf(
				arena, "%.*s/%s", CND_STR_ARG(folder), name));
		if (access(full, X_OK) == 0)
			return full;
	}
	return NULL;
}

bool
cnd_process_is_there(const char *program)
{
	struct cnd_arena *arena = cnd_arena_new();
	bool is_there = find_program(arena, program) != NULL;

	cnd_arena_free(arena);
	return is_there;
}

/* Whether "NAME=value" is of one of the names that are given anew. */
static bool
is_given(const char *variable, const char *const *given)
{
	struct cnd_str rest = cnd_str_of(variable);
	struct cnd_str name = cnd_str_split(&rest, '=');

	for (; *given != NULL; given++) {
		struct cnd_str other = cnd_str_of(*given);

		if (cnd_str_equal(cnd_str_split(&other, '='), name))
			return true;
	}
	return false;
}

static char **
make_environment(struct cnd_arena *arena, const char *const *given)
{
	size_t count = 0;
	char **made;

	while (environ[count] != NULL)
		count++;
	made = cnd_arena_array(
		arena, count + MOST_VARIABLES + 1, sizeof(*made));
	count = 0;
	for (char **variable = environ; *variable != NULL; variable++)
		if (!is_given(*variable, given))
			made[count++] = *variable;
	for (size_t i = 0; i < MOST_VARIABLES && given[i] != NULL; i++)
		made[count++] = copy_word(arena, cnd_str_of(given[i]));
	return made;
}

static bool
make_image(struct cnd_arena *arena, const struct cnd_process *process,
	struct image *image)
{
	size_t count = 0;

	image->path = find_program(arena, process->program);
	if (image->path == NULL)
		return false;
	image->argv[count++] = copy_word(arena, cnd_str_of(process->program));
	for (size_t i = 0; i < MOST_WORDS && process->words[i] != NULL; i++)
		image->argv[count++] =
			copy_word(arena, cnd_str_of(process->words[i]));
	image->environment = make_environment(arena, process->environment);
	return true;
}

static void
limit(int resource, rlim_t most)
{
	const struct rlimit both = { most, most };

	setrlimit(resource, &both);
}

/* The child's side: never returns, calls nothing that takes a lock. */
static void
become(const struct image *image, const struct cnd_process *process,
	const int (*pipes)[2])
{
	int in = process->input.len > 0 ? pipes[0][0]
					: open("/dev/null", O_RDONLY);

	if (in < 0 || dup2(in, STDIN_FILENO) < 0 ||
		dup2(pipes[1][1], STDOUT_FILENO) < 0 ||
		dup2(pipes[2][1], STDERR_FILENO) < 0)
		_exit(NO_SUCH_PROGRAM);
	/* Another child's pipe kept open here would never end for it. */
	for (int i = STDERR_FILENO + 1; i < MOST_DESCRIPTORS; i++)
		close(i);
	signal(SIGPIPE, SIG_DFL);
#ifdef SIGXFSZ
	signal(SIGXFSZ, SIG_DFL);
#endif
	if (process->seconds > 0)
		limit(RLIMIT_CPU, process->seconds);
	if (process->memory > 0) {
		limit(RLIMIT_AS, process->memory);
		limit(RLIMIT_FSIZE, 0);
		limit(RLIMIT_CORE, 0);
		cnd_sandbox_enter_program();
	}
	execve(image->path, image->argv, image->environment);
	_exit(NO_SUCH_PROGRAM);
}

static void
close_end(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

static bool
start(const struct image *image, const struct cnd_process *process,
	struct child *child, struct cnd_error *err)
{
	int pipes[3][2] = { { -1, -1 }, { -1, -1 }, { -1, -1 } };
	bool ok = true;

	for (int i = 0; i < 3 && ok; i++)
		ok = pipe(pipes[i]) == 0;
	if (ok)
		child->pid = fork();
	if (ok && child->pid == 0)
		become(image, process, (const int(*)[2])pipes);
	if (!ok || child->pid < 0)
		ok = cnd_fail(err, CND_ERR_SYSTEM, "%s: %s", process->program,
			strerror(errno));
	close_end(&pipes[0][0]);
	close_end(&pipes[1][1]);
	close_end(&pipes[2][1]);
	child->in = pipes[0][1];
	child->out = pipes[1][0];
	child->err = pipes[2][0];
	if (ok && process->input.len > 0)
		/* A child that does not read must not stop us. */
		fcntl(child->in, F_SETFL, O_NONBLOCK);
	else
		close_end(&child->in);
	if (!ok) {
		close_end(&child->out);
		close_end(&child->err);
	}
	return ok;
}

/* Reads once; false at the end, when there is more than limit, and when it
 * cannot be read, which is no end. */
static bool
take(int descriptor, size_t most, struct cnd_buf *buf, bool *is_lost)
{
	ssize_t got;

	cnd_buf_reserve(buf, CHUNK);
	do
		got = read(descriptor, buf->data + buf->len, CHUNK);
	while (got < 0 && errno == EINTR);
	*is_lost = got < 0;
	if (got <= 0)
		return false;
	buf->len += (size_t)got;
	return buf->len <= most;
}

/* Writes what the pipe takes; false when all is written or none will be. */
static bool
feed(struct child *child, struct cnd_str input)
{
	struct cnd_str rest = cnd_str_slice(input, child->written, input.len);
	ssize_t put = write(child->in, rest.data, rest.len);

	if (put < 0)
		return errno == EAGAIN || errno == EINTR;
	child->written += (size_t)put;
	return child->written < input.len;
}

static time_t
seconds_now(void)
{
	struct timespec now = { 0, 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* How long poll may wait, in milliseconds; 0 when the time is up. */
static int
patience(const struct cnd_process *process, time_t started)
{
	time_t left;

	if (process->seconds == 0)
		return -1;
	left = started + (time_t)process->seconds - seconds_now();
	return left <= 0 ? 0 : (int)left * 1000;
}

/* Moves input and outputs until the outputs end, or a limit is passed. */
static enum cnd_process_end
drain(const struct cnd_process *process, struct child *child,
	struct cnd_buf *out, struct cnd_buf *errors)
{
	time_t started = seconds_now();
	size_t most = out->len + process->most;
	bool is_lost = false;

	while (child->out >= 0 || child->err >= 0) {
		struct pollfd polled[3] = { { child->out, POLLIN, 0 },
			{ child->err, POLLIN, 0 }, { child->in, POLLOUT, 0 } };
		int wait = patience(process, started);
		int ready = wait == 0 ? 0 : poll(polled, 3, wait);

		if (ready == 0)
			return CND_PROCESS_TOOK_TOO_LONG;
		if (ready < 0) /* interrupted */
			continue;
		if (polled[0].revents != 0 &&
			!take(child->out, most, out, &is_lost))
			close_end(&child->out);
		if (is_lost)
			return CND_PROCESS_LOST;
		if (out->len > most)
			return CND_PROCESS_SAID_TOO_MUCH;
		if (polled[1].revents != 0 &&
			!take(child->err, MESSAGE_BYTES, errors, &is_lost))
			close_end(&child->err);
		if (polled[2].revents != 0 && !feed(child, process->input))
			close_end(&child->in);
	}
	return CND_PROCESS_ENDED;
}

static void
finish(struct child *child, struct cnd_process_result *result)
{
	int status = 0;

	close_end(&child->in);
	close_end(&child->out);
	close_end(&child->err);
	if (result->end != CND_PROCESS_ENDED)
		kill(child->pid, SIGKILL);
	while (waitpid(child->pid, &status, 0) < 0)
		if (errno != EINTR)
			return;
	if (result->end != CND_PROCESS_ENDED)
		return;
	if (!WIFEXITED(status))
		result->end = CND_PROCESS_DIED;
	else if (WEXITSTATUS(status) == NO_SUCH_PROGRAM)
		result->end = CND_PROCESS_MISSING;
	else
		result->status = WEXITSTATUS(status);
}

bool
cnd_process_run(const struct cnd_process *process, struct cnd_buf *out,
	struct cnd_process_result *result, struct cnd_error *err)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct child child = { -1, -1, -1, -1, 0 };
	struct image image = { 0 };
	bool ok = true;

	if (!make_image(arena, process, &image)) {
		result->end = CND_PROCESS_MISSING;
	} else if (start(&image, process, &child, err)) {
		result->end = drain(process, &child, out, &result->errors);
		finish(&child, result);
	} else {
		ok = false;
	}
	cnd_arena_free(arena);
	return ok;
}
