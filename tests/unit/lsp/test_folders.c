/* Folders on disk: configurations, several roots, all reports of them. */
#include "session.h"

#include "../app/folder.h"

static const char bad[] = "# Review\n\nThey met prior to noon.\n";

/* Starts a server for this folder's roots a and b. */
static void
start(struct session *session, const char *capabilities, const char *options)
{
	char here[200];
	struct cnd_buf params = { 0 };

	assert_non_null(getcwd(here, sizeof(here)));
	*session = (struct session){ 0 };
	cnd_server_init(&session->server, session_rules());
	cnd_buf_printf(&params,
		"{\"processId\":null,\"capabilities\":%s,"
		"\"initializationOptions\":%s,\"workspaceFolders\":["
		"{\"uri\":\"file://%s/a\",\"name\":\"a\"},"
		"{\"uri\":\"file://%s/b\",\"name\":\"b\"}]}",
		capabilities, options, here, here);
	cnd_buf_putc(&params, '\0');
	session_ask(session, "initialize", params.data);
	session_tell(session, "initialized", "{}");
	cnd_buf_dispose(&params);
}

static struct cnd_str
told(struct session *session, const char *name)
{
	char here[200];
	struct cnd_buf uri = { 0 };

	assert_non_null(getcwd(here, sizeof(here)));
	cnd_buf_printf(&uri, "file://%s/%s", here, name);
	cnd_buf_putc(&uri, '\0');
	session_open(session, uri.data, "markdown", bad);
	cnd_buf_dispose(&uri);
	return session_work(session);
}

static int
make_folders(void **state)
{
	if (enter_folder(state) != 0 || mkdir("a", 0700) != 0 ||
		mkdir("b", 0700) != 0)
		return 1;
	write_file("a/.candour.yml", "rules: {language/: off}\n");
	write_file("a/one.md", bad);
	write_file("b/two.md", bad);
	write_file("b/three.txt", "All is fine.\n");
	write_file("b/notes.yml", "They met prior to noon.\n");
	return 0;
}

static void
each_root_has_its_own_configuration(void **state)
{
	struct session session;

	(void)state;
	start(&session, "{}", "null");
	assert_has(told(&session, "a/one.md"), "\"diagnostics\":[]");
	assert_has(told(&session, "b/two.md"), "plain-words");
	/* What has no place goes by the first root. */
	session_open(&session, "untitled:Untitled-1", "markdown", bad);
	assert_has(session_work(&session), "\"diagnostics\":[]");
	session_end(&session);
}

static void
configuration_is_read_again_when_it_changes(void **state)
{
	struct session session;

	(void)state;
	start(&session, "{}", "null");
	assert_has(told(&session, "a/one.md"), "\"diagnostics\":[]");
	write_file("a/.candour.yml", "rules: {language/: error}\n");
	session_tell(&session, "workspace/didChangeWatchedFiles",
		"{\"changes\":[{\"uri\":\"file:///x/.candour.yml\","
		"\"type\":2}]}");
	assert_has(session_work(&session), "\"severity\":1");
	write_file("a/.candour.yml", "rules: {language/: suggestion}\n");
	session_tell(&session, "workspace/didChangeWatchedFiles",
		"{\"changes\":[{\"uri\":\"file:///x/r.md\",\"type\":2}]}");
	assert_text(session_work(&session), "");
	session_end(&session);
}

static void
saving_an_own_file_reloads_for_clients_that_do_not_watch(void **state)
{
	char here[200];
	struct session session;
	struct cnd_buf uri = { 0 };
	struct cnd_buf params = { 0 };

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	cnd_buf_printf(&uri, "file://%s/a/.candour.yml", here);
	cnd_buf_putc(&uri, '\0');
	cnd_buf_printf(
		&params, "{\"textDocument\":{\"uri\":\"%s\"}}", uri.data);
	cnd_buf_putc(&params, '\0');
	start(&session, "{}", "null");
	assert_has(told(&session, "a/one.md"), "\"diagnostics\":[]");
	session_open(&session, uri.data, "yaml", "rules: {language/: error}\n");
	session_work(&session);
	write_file("a/.candour.yml", "rules: {language/: error}\n");
	session_tell(&session, "textDocument/didSave", params.data);
	assert_has(session_work(&session), "\"severity\":1");
	cnd_buf_dispose(&uri);
	cnd_buf_dispose(&params);
	session_end(&session);
}

static const char pulls[] = "{\"textDocument\":{\"diagnostic\":{}}}";

static void
workspace_is_read_a_file_at_a_time_with_progress(void **state)
{
	struct session session;
	struct cnd_str got;

	(void)state;
	start(&session, pulls, "{\"workspace\":true}");
	assert_has(cnd_buf_str(&session.got), "\"workspaceDiagnostics\":true");
	got = session_ask(&session, "workspace/diagnostic",
		"{\"previousResultIds\":[],\"workDoneToken\":\"t\"}");
	assert_has(got, "{\"token\":\"t\",\"value\":{\"kind\":\"begin\"");
	assert_lacks(got, "\"result\"");
	got = session_work(&session);
	assert_has(got, "{\"token\":\"t\",\"value\":{\"kind\":\"end\"");
	assert_has(got, "\"result\":{\"items\":[{\"uri\":\"file:///");
	assert_has(got, "/a/one.md\",\"version\":null,\"kind\":\"full\"");
	assert_has(got, "/b/two.md");
	assert_has(got, "/b/three.txt");
	assert_has(got, "\"language/plain-words\"");
	assert_lacks(got, "notes.yml");
	session_end(&session);
}

static void
reports_that_are_too_many_are_said_once(void **state)
{
	enum { MANY = 5000 }; /* and those that are there */
	struct session session;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		char name[20];

		snprintf(name, sizeof(name), "a/%d.md", i);
		write_file(name, "");
	}
	start(&session, pulls, "{\"workspace\":true}");
	assert_has(session_ask(&session, "workspace/diagnostic", "{}"),
		"the open folders hold 5003 reports; only the first 5000 are "
		"checked");
	assert_lacks(session_ask(&session, "workspace/diagnostic", "{}"),
		"open folders hold");
	session_end(&session);
}

/* previousResultIds of what was told. */
static void
put_previous(struct cnd_str got, struct cnd_buf *out)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	const struct cnd_json_value *item = cnd_json_get(
		cnd_json_get(cnd_json_parse(arena, cnd_str_trim(got), &err),
			"result"),
		"items");

	cnd_buf_puts(out, "{\"previousResultIds\":[");
	for (item = item->first; item != NULL; item = item->next) {
		struct cnd_str id =
			cnd_json_text(cnd_json_get(item, "resultId"));
		struct cnd_str uri = cnd_json_text(cnd_json_get(item, "uri"));

		cnd_buf_printf(out, "{\"uri\":\"%.*s\",\"value\":\"%.*s\"}%s",
			CND_STR_ARG(uri), CND_STR_ARG(id),
			item->next == NULL ? "]}" : ",");
	}
	cnd_buf_putc(out, '\0');
	cnd_arena_free(arena);
}

static void
workspace_that_did_not_change_waits_until_it_does(void **state)
{
	struct session session;
	struct cnd_buf previous = { 0 };
	struct cnd_str got;

	(void)state;
	start(&session, pulls, "{\"workspace\":true}");
	session_ask(
		&session, "workspace/diagnostic", "{\"previousResultIds\":[]}");
	put_previous(session_work(&session), &previous);
	session_ask(&session, "workspace/diagnostic", previous.data);
	assert_text(session_work(&session), "");
	assert_false(cnd_server_work(&session.server));
	write_file("b/two.md", "All is fine, and longer than before.\n");
	assert_int_equal(unlink("b/three.txt"), 0);
	session_tell(&session, "workspace/didChangeWatchedFiles",
		"{\"changes\":[{\"uri\":\"file:///x/two.md\",\"type\":2}]}");
	got = session_work(&session);
	assert_has(got, "/a/one.md\",\"version\":null,\"kind\":\"unchanged\"");
	assert_has(got, "/b/two.md\",\"version\":null,\"kind\":\"full\"");
	/* The file that is gone has nothing to be told any more. */
	assert_has(got,
		"/b/three.txt\",\"version\":null,\"kind\":\"full\","
		"\"items\":[]}");
	cnd_buf_dispose(&previous);
	session_end(&session);
}

static void
waiting_request_can_be_cancelled(void **state)
{
	struct session session;

	(void)state;
	start(&session, pulls, "{\"workspace\":true}");
	session_ask(&session, "workspace/diagnostic",
		"{\"previousResultIds\":[],\"workDoneToken\":5}");
	cnd_buf_clear(&session.got);
	session_tell(&session, "$/cancelRequest", "{\"id\":2}");
	assert_has(cnd_buf_str(&session.got),
		"{\"token\":5,\"value\":{\"kind\":\"end\"}}");
	assert_has(cnd_buf_str(&session.got),
		"\"id\":2,\"error\":{\"code\":-32800");
	assert_text(session_work(&session), "");
	/* One that still waits is answered when another comes. */
	session_ask(&session, "workspace/diagnostic", "{}");
	assert_has(session_ask(&session, "workspace/diagnostic", "{}"),
		"\"id\":3,\"error\":{\"code\":-32802");
	session_end(&session);
}

static void
folders_come_and_go(void **state)
{
	char here[200];
	struct cnd_buf event = { 0 };
	struct session session;
	struct cnd_str got;

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	start(&session, pulls, "{\"workspace\":true}");
	cnd_buf_printf(&event,
		"{\"event\":{\"added\":[],\"removed\":[{\"uri\":\"file://%s/"
		"b\",\"name\":\"b\"}]}}",
		here);
	cnd_buf_putc(&event, '\0');
	session_tell(
		&session, "workspace/didChangeWorkspaceFolders", event.data);
	session_ask(&session, "workspace/diagnostic", "{}");
	got = session_work(&session);
	assert_has(got, "/a/one.md");
	assert_lacks(got, "/b/two.md");
	cnd_buf_dispose(&event);
	session_end(&session);
}

#define IN_FOLDERS(test)                                                       \
	cmocka_unit_test_setup_teardown(test, make_folders, leave_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDERS(each_root_has_its_own_configuration),
		IN_FOLDERS(configuration_is_read_again_when_it_changes),
		IN_FOLDERS(
			saving_an_own_file_reloads_for_clients_that_do_not_watch),
		IN_FOLDERS(workspace_is_read_a_file_at_a_time_with_progress),
		IN_FOLDERS(reports_that_are_too_many_are_said_once),
		IN_FOLDERS(workspace_that_did_not_change_waits_until_it_does),
		IN_FOLDERS(waiting_request_can_be_cancelled),
		IN_FOLDERS(folders_come_and_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
