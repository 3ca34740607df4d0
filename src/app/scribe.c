/*
 * The scribe gets numbers of outputs, never names, and their bytes through
 * a pipe; it answers through another.  When either side ends, the other
 * sees its pipe end.
 */
#include "app/scribe.h"

#include "app/output.h"
#include "base/oom.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHUNK = 64 << 10 };

struct cnd_scribe {
	const struct cnd_sandbox *sandbox;
	pid_t pid;
	int to;
	int from;
};

/* What comes before the bytes of a result. */
struct order {
	uint64_t size;
	uint64_t output; /* its number */
	uint64_t mode;
};

struct answer {
	bool ok;
	struct cnd_error err;
};

/* All of it, or false: an end before it, or a failure. */
static bool
read_all(int descriptor, char *to, size_t size)
{
	while (size > 0) {
		ssize_t got = read(descriptor, to, size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		to += got;
		size -= (size_t)got;
	}
	return true;
}

/* Memory is taken for what has come, not for what is said to come. */
static bool
read_bytes(int descriptor, uint64_t size, struct cnd_buf *bytes)
{
	cnd_buf_clear(bytes);
	while (bytes->len < size) {
		size_t more = size - bytes->len < CHUNK
			? (size_t)(size - bytes->len)
			: CHUNK;

		cnd_buf_reserve(bytes, more);
		if (!read_all(descriptor, bytes->data + bytes->len, more))
			return false;
		bytes->len += more;
	}
	return true;
}

static bool
write_all(int descriptor, const void *from, size_t size)
{
	const char *bytes = from;

	while (size > 0) {
		ssize_t put = write(descriptor, bytes, size);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes += put;
		size -= (size_t)put;
	}
	return true;
}

/* Obeys until there is nobody to obey. */
static void
serve(const struct cnd_sandbox *sandbox, int from, int to)
{
	struct cnd_buf bytes = { 0 };
	struct order order;

	while (read_all(from, (char *)&order, sizeof(order)) &&
		order.output < sandbox->output_count &&
		read_bytes(from, order.size, &bytes)) {
		struct answer answer = { 0 };

		answer.ok = cnd_output_write_as(sandbox->outputs[order.output],
			cnd_buf_str(&bytes), (unsigned)order.mode, &answer.err);
		if (!write_all(to, &answer, sizeof(answer)))
			break;
	}
	cnd_buf_dispose(&bytes);
}

static void
close_pipe(const int *ends)
{
	if (ends[0] >= 0)
		close(ends[0]);
	if (ends[1] >= 0)
		close(ends[1]);
}

/* Two pipes and a process between them; false with errno set. */
static bool
start(struct cnd_scribe *scribe)
{
	int orders[2] = { -1, -1 };
	int answers[2] = { -1, -1 };
	int cause;

	if (pipe(orders) == 0 && pipe(answers) == 0) {
		scribe->pid = fork();
		if (scribe->pid == 0) {
			close(orders[1]);
			close(answers[0]);
			cnd_sandbox_enter(scribe->sandbox);
			cnd_sandbox_read_only(scribe->sandbox, NULL, 0);
			serve(scribe->sandbox, orders[0], answers[1]);
			_exit(0);
		}
		if (scribe->pid > 0) {
			close(orders[0]);
			close(answers[1]);
			scribe->to = orders[1];
			scribe->from = answers[0];
			return true;
		}
	}
	cause = errno;
	close_pipe(orders);
	close_pipe(answers);
	errno = cause;
	return false;
}

struct cnd_scribe *
cnd_scribe_start(const struct cnd_sandbox *sandbox, struct cnd_error *err)
{
	struct cnd_scribe *scribe = cnd_xcalloc(1, sizeof(*scribe));

	scribe->sandbox = sandbox;
	if (start(scribe))
		return scribe;
	cnd_fail(err, CND_ERR_SYSTEM,
		"cannot start the process that writes results: %s",
		strerror(errno));
	free(scribe);
	return NULL;
}

static bool
find_output(const struct cnd_sandbox *sandbox, const char *path, size_t *index)
{
	for (size_t i = 0; i < sandbox->output_count; i++)
		if (strcmp(sandbox->outputs[i], path) == 0) {
			*index = i;
			return true;
		}
	return false;
}

static bool
ask(const struct cnd_scribe *scribe, const struct order *order,
	struct cnd_str bytes, struct answer *answer)
{
	return write_all(scribe->to, order, sizeof(*order)) &&
		write_all(scribe->to, bytes.data, bytes.len) &&
		read_all(scribe->from, (char *)answer, sizeof(*answer));
}

/* A file is replaced without a pause in which we could be ended before the
 * scribe is done; a pipe may keep it waiting for ever. */
static bool
is_replaced(const char *path)
{
	struct stat status;

	return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

bool
cnd_scribe_write(struct cnd_scribe *scribe, const char *path,
	struct cnd_str bytes, unsigned mode, struct cnd_error *err)
{
	struct order order = { .size = bytes.len, .mode = mode };
	struct answer answer = { 0 };
	bool is_held = is_replaced(path);
	size_t index = 0;
	sigset_t before;
	bool ok;

	if (!find_output(scribe->sandbox, path, &index)) {
		cnd_fail(err, CND_ERR_OUTPUT, "is not among the outputs");
		return cnd_fail_at(err, cnd_str_of(path), 0, 0);
	}
	order.output = index;
	if (is_held)
		cnd_output_hold_signals(&before);
	ok = ask(scribe, &order, bytes, &answer);
	if (is_held)
		sigprocmask(SIG_SETMASK, &before, NULL);
	if (!ok) {
		cnd_fail(err, CND_ERR_OUTPUT,
			"cannot be written: the process that writes results "
			"has ended");
		return cnd_fail_at(err, cnd_str_of(path), 0, 0);
	}
	if (!answer.ok)
		*err = answer.err;
	return answer.ok;
}

void
cnd_scribe_end(struct cnd_scribe *scribe)
{
	if (scribe == NULL)
		return;
	close(scribe->to);
	close(scribe->from);
	while (waitpid(scribe->pid, NULL, 0) < 0 && errno == EINTR)
		;
	free(scribe);
}
