/*
 * The loop: take all messages that are there, then do one piece of work,
 * then look again.  So a burst of changes is linted once, and nothing runs
 * while nothing happens.
 */
#include "lsp/serve.h"

#include "lsp/server.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

enum { PARENT_WATCH_MS = 3000, CHUNK = 64 << 10 };

static bool
write_all(int output, struct cnd_buf *bytes)
{
	size_t at = 0;

	while (at < bytes->len) {
		ssize_t done = write(output, bytes->data + at, bytes->len - at);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += (size_t)done;
	}
	cnd_buf_clear(bytes);
	return true;
}

static bool
is_parent_gone(const struct cnd_server *server)
{
	return server->client.process > 0 &&
		kill((pid_t)server->client.process, 0) != 0 && errno == ESRCH;
}

/* Takes every whole message; false when the stream is broken. */
static bool
take_messages(struct cnd_server *server, struct cnd_frames *frames)
{
	struct cnd_error err = { 0 };
	struct cnd_str body;
	size_t at = 0;

	while (cnd_frames_peek(frames, &at, &body))
		cnd_server_foresee(server, body);
	while (server->state != CND_SERVER_DONE) {
		enum cnd_frame_result result =
			cnd_frames_next(frames, &body, &err);

		if (result == CND_FRAME_INCOMPLETE)
			break;
		if (result == CND_FRAME_BROKEN)
			return false;
		cnd_server_take(server, body);
	}
	cnd_cancels_clear(&server->cancels);
	return true;
}

/* Reads what is there; false at the end of input. */
static bool
read_some(int input, struct cnd_frames *frames, char *chunk)
{
	ssize_t got = read(input, chunk, CHUNK);

	if (got < 0)
		return errno == EINTR || errno == EAGAIN;
	if (got == 0)
		return false;
	cnd_frames_feed(frames, (struct cnd_str){ chunk, (size_t)got });
	return true;
}

static void
loop(struct cnd_server *server, struct cnd_frames *frames, int input,
	int output)
{
	struct cnd_arena *arena = cnd_arena_new();
	char *chunk = cnd_arena_alloc(arena, CHUNK);
	bool has_work = false;

	while (server->state != CND_SERVER_DONE) {
		struct pollfd wait = { .fd = input, .events = POLLIN };
		int ready = poll(&wait, 1, has_work ? 0 : PARENT_WATCH_MS);

		if (ready < 0 && errno != EINTR)
			break;
		if (ready > 0) {
			if (!read_some(input, frames, chunk) ||
				!take_messages(server, frames))
				break;
			has_work = true;
		} else if (has_work) {
			has_work = cnd_server_work(server);
		} else if (is_parent_gone(server)) {
			break;
		}
		if (!write_all(output, &server->out))
			break;
	}
	/* What was answered before the stream broke. */
	write_all(output, &server->out);
	cnd_arena_free(arena);
}

int
cnd_serve(const struct cnd_serve *serve, int input, int output)
{
	struct cnd_server server;
	struct cnd_frames frames = { 0 };
	int status;

	cnd_server_init(&server, serve->set);
	server.config.folders = serve->folders;
	server.config.folder_count = serve->folder_count;
	server.pages = serve->pages;
	loop(&server, &frames, input, output);
	status = server.state == CND_SERVER_DONE ? server.exit_status : 1;
	cnd_server_dispose(&server);
	cnd_frames_dispose(&frames);
	return status;
}
