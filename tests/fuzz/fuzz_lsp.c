/*
 * Fuzz target: the language server.  The input is either a stream of
 * frames, or (after a '#') messages' bodies, one a line, which reach
 * further.
 */
#include "fuzz.h"

#include "lsp/server.h"

#include <stdlib.h>

static void
work(struct cnd_server *server)
{
	while (cnd_server_work(server))
		continue;
}

static void
take_lines(struct cnd_server *server, struct cnd_str rest)
{
	while (rest.len > 0 && server->state != CND_SERVER_DONE) {
		cnd_server_take(server, cnd_str_split(&rest, '\n'));
		work(server);
	}
}

static void
take_frames(struct cnd_server *server, struct cnd_str source)
{
	struct cnd_frames frames = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_str body;

	cnd_frames_feed(&frames, cnd_str_slice(source, 0, source.len / 2));
	while (cnd_frames_next(&frames, &body, &err) == CND_FRAME_MESSAGE)
		cnd_server_take(server, body);
	cnd_frames_feed(
		&frames, cnd_str_slice(source, source.len / 2, source.len));
	while (cnd_frames_next(&frames, &body, &err) == CND_FRAME_MESSAGE)
		cnd_server_take(server, body);
	work(server);
	cnd_frames_dispose(&frames);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cnd_str source = fuzz_copy(data, size);
	struct cnd_server server;

	cnd_server_init(&server, fuzz_rules());
	if (size > 0 && data[0] == '#')
		take_lines(&server, cnd_str_slice(source, 1, size));
	else
		take_frames(&server, source);
	cnd_server_dispose(&server);
	free((char *)(uintptr_t)source.data);
	return 0;
}
