/* A server and the messages that a test sends it. */
#ifndef CND_TEST_SESSION_H
#define CND_TEST_SESSION_H

#include "cnd_test.h"
#include "lsp/methods.h"

struct session {
	struct cnd_server server;
	struct cnd_buf got; /* bodies of what came since the last request */
	int64_t id;
};

/* The rules built in, compiled once a program. */
static inline const struct cnd_ruleset *
session_rules(void)
{
	static struct cnd_ruleset *set;
	struct cnd_error err = { 0 };
	size_t count;
	const struct cnd_rule_file *files = cnd_builtin_rules(&count);

	if (set == NULL)
		set = cnd_ruleset_new(files, count, &err);
	assert_non_null(set);
	return set;
}

/* Moves what the server has to send into got, a line a message. */
static inline void
session_collect(struct session *session)
{
	struct cnd_frames frames = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_str body;

	cnd_frames_feed(&frames, cnd_buf_str(&session->server.out));
	cnd_buf_clear(&session->server.out);
	while (cnd_frames_next(&frames, &body, &err) == CND_FRAME_MESSAGE) {
		cnd_buf_put(&session->got, body);
		cnd_buf_putc(&session->got, '\n');
	}
	cnd_frames_dispose(&frames);
}

static inline void
session_say(struct session *session, const char *message)
{
	cnd_server_take(&session->server, cnd_str_of(message));
	session_collect(session);
}

/* Sends a notification. */
static inline void
session_tell(struct session *session, const char *method, const char *params)
{
	struct cnd_buf message = { 0 };

	cnd_buf_printf(&message,
		"{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}", method,
		params);
	cnd_server_take(&session->server, cnd_buf_str(&message));
	cnd_buf_dispose(&message);
	session_collect(session);
}

/* Sends a request; what comes, its answer included, is in got. */
static inline struct cnd_str
session_ask(struct session *session, const char *method, const char *params)
{
	struct cnd_buf message = { 0 };

	cnd_buf_clear(&session->got);
	cnd_buf_printf(&message,
		"{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\","
		"\"params\":%s}",
		(int)++session->id, method, params);
	cnd_server_take(&session->server, cnd_buf_str(&message));
	cnd_buf_dispose(&message);
	session_collect(session);
	return cnd_buf_str(&session->got);
}

/* Starts a server for a client with these capabilities (JSON). */
static inline void
session_start(struct session *session, const char *capabilities)
{
	struct cnd_buf params = { 0 };

	*session = (struct session){ 0 };
	cnd_server_init(&session->server, session_rules());
	cnd_buf_printf(&params, "{\"processId\":null,\"capabilities\":%s}",
		capabilities);
	cnd_buf_putc(&params, '\0');
	session_ask(session, "initialize", params.data);
	session_tell(session, "initialized", "{}");
	cnd_buf_dispose(&params);
}

static inline void
session_end(struct session *session)
{
	cnd_server_dispose(&session->server);
	cnd_buf_dispose(&session->got);
}

/* Opens a text. */
static inline void
session_open(struct session *session, const char *uri, const char *language,
	const char *text)
{
	struct cnd_buf params = { 0 };
	struct cnd_json json = { .out = &params };

	cnd_json_object(&json);
	cnd_json_key(&json, "textDocument");
	cnd_json_object(&json);
	cnd_json_key(&json, "uri");
	cnd_json_string(&json, cnd_str_of(uri));
	cnd_json_key(&json, "languageId");
	cnd_json_string(&json, cnd_str_of(language));
	cnd_json_key(&json, "version");
	cnd_json_int(&json, 1);
	cnd_json_key(&json, "text");
	cnd_json_string(&json, cnd_str_of(text));
	cnd_json_end_object(&json);
	cnd_json_end_object(&json);
	cnd_buf_putc(&params, '\0');
	session_tell(session, "textDocument/didOpen", params.data);
	cnd_buf_dispose(&params);
}

/* Lets the server publish; what came is in got. */
static inline struct cnd_str
session_work(struct session *session)
{
	cnd_buf_clear(&session->got);
	while (cnd_server_work(&session->server))
		continue;
	session_collect(session);
	return cnd_buf_str(&session->got);
}

/* A request about a place of a text. */
static inline struct cnd_str
session_ask_at(struct session *session, const char *method, const char *uri,
	int line, int character)
{
	struct cnd_buf params = { 0 };
	struct cnd_str answer;

	cnd_buf_printf(&params,
		"{\"textDocument\":{\"uri\":\"%s\"},"
		"\"position\":{\"line\":%d,\"character\":%d}}",
		uri, line, character);
	cnd_buf_putc(&params, '\0');
	answer = session_ask(session, method, params.data);
	cnd_buf_dispose(&params);
	return answer;
}

static inline void
assert_has(struct cnd_str text, const char *words)
{
	if (cnd_str_find(text, cnd_str_of(words)) == CND_NOT_FOUND)
		fail_msg("no \"%s\" in \"%.*s\"", words, CND_STR_ARG(text));
}

static inline void
assert_lacks(struct cnd_str text, const char *words)
{
	if (cnd_str_find(text, cnd_str_of(words)) != CND_NOT_FOUND)
		fail_msg("\"%s\" in \"%.*s\"", words, CND_STR_ARG(text));
}

#endif
