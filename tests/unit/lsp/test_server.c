/* The life of a server: states, errors, codes, settings, folders. */
#include "session.h"

static const char uri[] = "file:///r.md";
static const char bad[] = "They met prior to noon.\n";
static const char pulls[] = "{\"textDocument\":{\"diagnostic\":{}}}";
static const char doc[] = "{\"textDocument\":{\"uri\":\"file:///r.md\"}}";

static void
requests_before_initialize_and_after_shutdown_are_refused(void **state)
{
	struct session session = { 0 };

	(void)state;
	cnd_server_init(&session.server, session_rules());
	assert_has(session_ask(&session, "textDocument/hover", doc), "-32002");
	session_tell(&session, "textDocument/didOpen", "{}");
	session_end(&session);
	session_start(&session, "{}");
	assert_has(session_ask(&session, "initialize", "{}"), "-32600");
	assert_has(session_ask(&session, "shutdown", "null"),
		"{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":null}");
	assert_has(session_ask(&session, "textDocument/hover", doc), "-32600");
	session_tell(&session, "exit", "null");
	assert_int_equal(session.server.state, CND_SERVER_DONE);
	assert_int_equal(session.server.exit_status, 0);
	session_end(&session);
	session_start(&session, "{}");
	session_tell(&session, "exit", "null");
	assert_int_equal(session.server.exit_status, 1);
	session_end(&session);
}

static void
nonsense_is_answered_with_the_codes_prescribed(void **state)
{
	static const struct {
		const char *message;
		const char *want; /* "" for no answer */
	} cases[] = {
		{ "{", "-32700" },
		{ "[]", "-32600" },
		{ "{\"id\":7}", "-32600" },
		{ "{\"id\":7,\"method\":8}", "-32600" },
		{ "{\"id\":\"a\",\"method\":\"no/such\"}",
			"\"id\":\"a\",\"error\":{\"code\":-32601" },
		{ "{\"id\":8,\"method\":\"$/what\"}", "-32601" },
		{ "{\"method\":\"$/what\"}", "" },
		{ "{\"method\":\"no/such\"}", "" },
		{ "{\"id\":123456789012345678901,\"method\":"
		  "\"textDocument/hover\"}",
			"\"id\":123456789012345678901,\"error\":{\"code\":"
			"-32602" },
		{ "{\"id\":99,\"result\":null}", "" },
		{ "{\"id\":9,\"method\":\"workspace/executeCommand\","
		  "\"params\":{\"command\":\"rm\"}}",
			"-32602" },
	};
	struct session session;

	(void)state;
	session_start(&session, "{}");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		cnd_buf_clear(&session.got);
		session_say(&session, cases[i].message);
		if (cases[i].want[0] == '\0')
			assert_text(cnd_buf_str(&session.got), "");
		else
			assert_has(cnd_buf_str(&session.got), cases[i].want);
	}
	session_end(&session);
}

static void
pushing_clients_get_versions_and_pulling_ones_no_push(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, uri, "markdown", bad);
	assert_has(session_work(&session),
		"\"version\":1,\"diagnostics\":[{\"range\":{\"start\":{"
		"\"line\":"
		"0,\"character\":9},\"end\":{\"line\":0,\"character\":17}}");
	assert_text(session_work(&session), "");
	cnd_buf_clear(&session.got);
	session_tell(&session, "textDocument/didClose", doc);
	assert_has(cnd_buf_str(&session.got), "\"diagnostics\":[]");
	session_end(&session);
	session_start(&session, pulls);
	session_open(&session, uri, "markdown", bad);
	assert_text(session_work(&session), "");
	assert_has(session_ask(&session, "textDocument/diagnostic", doc),
		"\"kind\":\"full\"");
	session_end(&session);
}

static void
pulled_result_is_unchanged_only_for_the_same_text(void **state)
{
	struct session session;
	struct cnd_str got;
	struct cnd_buf params = { 0 };
	size_t at;

	(void)state;
	session_start(&session, pulls);
	session_open(&session, uri, "markdown", bad);
	got = session_ask(&session, "textDocument/diagnostic", doc);
	at = cnd_str_find(got, CND_STR("\"resultId\":\""));
	cnd_buf_printf(&params,
		"{\"textDocument\":{\"uri\":\"%s\"},\"previousResultId\":"
		"\"%.16s\"}",
		uri, got.data + at + 12);
	cnd_buf_putc(&params, '\0');
	assert_has(
		session_ask(&session, "textDocument/diagnostic", params.data),
		"\"kind\":\"unchanged\"");
	session_tell(&session, "textDocument/didChange",
		"{\"textDocument\":{\"uri\":\"file:///r.md\",\"version\":2},"
		"\"contentChanges\":[{\"text\":\"Fine.\"}]}");
	assert_has(
		session_ask(&session, "textDocument/diagnostic", params.data),
		"\"kind\":\"full\"");
	cnd_buf_dispose(&params);
	session_end(&session);
}

static void
encodings_count_columns_as_agreed(void **state)
{
	static const struct {
		const char *offered;
		const char *agreed;
		const char *start;
	} cases[] = {
		{ "[\"utf-16\"]", "\"positionEncoding\":\"utf-16\"",
			"\"start\":{\"line\":0,\"character\":14}" },
		{ "[\"utf-32\",\"utf-16\"]", "\"positionEncoding\":\"utf-32\"",
			"\"start\":{\"line\":0,\"character\":13}" },
		{ "[\"utf-32\",\"utf-8\"]", "\"positionEncoding\":\"utf-8\"",
			"\"start\":{\"line\":0,\"character\":17}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf capabilities = { 0 };
		struct session session;

		cnd_buf_printf(&capabilities,
			"{\"general\":{\"positionEncodings\":%s}}",
			cases[i].offered);
		cnd_buf_putc(&capabilities, '\0');
		session_start(&session, capabilities.data);
		assert_has(cnd_buf_str(&session.got), cases[i].agreed);
		session_open(&session, uri, "markdown",
			"\xf0\x9f\x98\x80 é They met prior to noon.\n");
		assert_has(session_work(&session), cases[i].start);
		session_end(&session);
		cnd_buf_dispose(&capabilities);
	}
}

static void
cancelled_requests_that_wait_are_answered_without_work(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	cnd_server_foresee(&session.server,
		CND_STR("{\"method\":\"$/"
			"cancelRequest\",\"params\":{\"id\":2}}"));
	assert_has(session_ask(&session, "textDocument/documentSymbol", doc),
		"\"id\":2,\"error\":{\"code\":-32800");
	cnd_cancels_clear(&session.server.cancels);
	assert_has(session_ask(&session, "textDocument/documentSymbol", doc),
		"\"id\":3,\"result\":[]");
	session_end(&session);
}

static void
settings_come_with_initialize_and_later(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, uri, "markdown", bad);
	assert_has(session_work(&session), "plain-words");
	session_tell(&session, "workspace/didChangeConfiguration",
		"{\"settings\":{\"candour\":{\"rules\":{\"language/\":"
		"\"off\"}}}}");
	assert_lacks(session_work(&session), "plain-words");
	session_tell(&session, "workspace/didChangeConfiguration",
		"{\"settings\":null}");
	assert_text(session_work(&session), "");
	session_end(&session);
}

static void
settings_are_asked_for_where_the_client_can_answer(void **state)
{
	static const char push[] = "{\"settings\":{\"candour\":{\"rules\":{"
				   "\"language/\":\"off\"}}}}";
	struct session session;

	(void)state;
	session_start(&session, "{\"workspace\":{\"configuration\":true}}");
	session_open(&session, uri, "markdown", bad);
	assert_has(session_work(&session), "plain-words");
	session_tell(&session, "workspace/didChangeConfiguration", push);
	assert_lacks(session_work(&session), "plain-words");
	session_tell(&session, "workspace/didChangeConfiguration",
		"{\"settings\":{}}");
	assert_has(cnd_buf_str(&session.got),
		"\"id\":2,\"method\":\"workspace/configuration\"");
	session_say(&session,
		"{\"id\":2,\"result\":[{\"rules\":{\"language/\":"
		"\"error\"}}]}");
	assert_has(session_work(&session), "\"severity\":1");
	session_end(&session);
}

static void
html_text_and_untitled_buffers_are_read(void **state)
{
	static const struct {
		const char *uri;
		const char *language;
		const char *text;
		const char *want;
	} cases[] = {
		{ "untitled:Untitled-1", "markdown",
			"They met *prior to* noon.\n", "\"character\":10}" },
		{ "untitled:Untitled-2", "html",
			"<p>They met prior&nbsp;to noon.</p>\n",
			"\"character\":12}" },
		{ "file:///r.htm", "html", "<p>They met prior to noon.</p>\n",
			"\"character\":12}" },
		{ "file:///r.txt", "plaintext", bad, "\"character\":9}" },
		{ "vscode-remote://h/r.md", "markdown", bad,
			"\"character\":9}" },
		{ "file:///r.md", "markdown", "One.\r\rThey met prior to noon.",
			"{\"line\":2,\"character\":9}" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct session session;

		session_start(&session, "{}");
		session_open(&session, cases[i].uri, cases[i].language,
			cases[i].text);
		assert_has(session_work(&session), "plain-words");
		assert_has(cnd_buf_str(&session.got), cases[i].want);
		session_end(&session);
	}
}

static void
latest_text_is_told_first_and_once(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, "file:///1.md", "markdown", "One.");
	session_open(&session, "file:///2.md", "markdown", "Two.");
	for (int i = 0; i < 5; i++)
		session_tell(&session, "textDocument/didChange",
			"{\"textDocument\":{\"uri\":\"file:///1.md\","
			"\"version\":9},\"contentChanges\":[{\"text\":"
			"\"More.\"}]}");
	cnd_buf_clear(&session.got);
	assert_true(cnd_server_work(&session.server));
	session_collect(&session);
	assert_has(cnd_buf_str(&session.got), "1.md\",\"version\":9");
	assert_has(session_work(&session), "2.md");
	assert_lacks(cnd_buf_str(&session.got), "1.md");
	session_end(&session);
}

static void
large_and_many_documents_are_served(void **state)
{
	struct session session;
	struct cnd_buf text = { 0 };
	struct cnd_buf name = { 0 };

	(void)state;
	session_start(&session, "{}");
	for (int i = 0; i < 200; i++) {
		cnd_buf_clear(&name);
		cnd_buf_printf(&name, "file:///%d.md", i);
		cnd_buf_putc(&name, '\0');
		session_open(&session, name.data, "markdown", bad);
	}
	session_work(&session);
	assert_has(cnd_buf_str(&session.got),
		"/0.md\",\"version\":1,"
		"\"diagnostics\":[{");
	assert_has(cnd_buf_str(&session.got), "/199.md");
	/* A finding a line: what passes the thousandth is counted. */
	for (int i = 0; i < 2000; i++)
		cnd_buf_puts(&text, "They met prior to noon.\n\n");
	cnd_buf_putc(&text, '\0');
	session_open(&session, uri, "markdown", text.data);
	assert_has(session_work(&session), "more findings are not shown");
	cnd_buf_dispose(&text);
	cnd_buf_dispose(&name);
	session_end(&session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			requests_before_initialize_and_after_shutdown_are_refused),
		cmocka_unit_test(
			nonsense_is_answered_with_the_codes_prescribed),
		cmocka_unit_test(
			pushing_clients_get_versions_and_pulling_ones_no_push),
		cmocka_unit_test(
			pulled_result_is_unchanged_only_for_the_same_text),
		cmocka_unit_test(encodings_count_columns_as_agreed),
		cmocka_unit_test(
			cancelled_requests_that_wait_are_answered_without_work),
		cmocka_unit_test(settings_come_with_initialize_and_later),
		cmocka_unit_test(
			settings_are_asked_for_where_the_client_can_answer),
		cmocka_unit_test(html_text_and_untitled_buffers_are_read),
		cmocka_unit_test(latest_text_is_told_first_and_once),
		cmocka_unit_test(large_and_many_documents_are_served),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
