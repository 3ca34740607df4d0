/* Code actions, commands and the places they insert at. */
#include "session.h"

#include "app/file.h"

static const char client[] =
	"{\"textDocument\":{\"codeAction\":{\"codeActionLiteralSupport\":{}},"
	"\"publishDiagnostics\":{\"tagSupport\":{\"valueSet\":[1,2]},"
	"\"relatedInformation\":true}}}";

static const char uri[] = "file:///r.md";

/* The actions that a client gets for a line of a text; the session stays
 * open. */
static struct cnd_str
actions_of(struct session *session, const char *capabilities,
	const char *language, const char *text, int line, const char *context)
{
	struct cnd_buf params = { 0 };
	struct cnd_str got;

	session_start(session, capabilities);
	session_open(session, uri, language, text);
	cnd_buf_printf(&params,
		"{\"textDocument\":{\"uri\":\"%s\"},\"range\":{\"start\":"
		"{\"line\":%d,\"character\":0},\"end\":{\"line\":%d,"
		"\"character\":99}},\"context\":%s}",
		uri, line, line, context);
	cnd_buf_putc(&params, '\0');
	got = session_ask(session, "textDocument/codeAction", params.data);
	cnd_buf_dispose(&params);
	return got;
}

static struct cnd_str
actions(struct session *session, const char *language, const char *text,
	int line, const char *context)
{
	return actions_of(session, client, language, text, line, context);
}

/* Text with the edit made that the action of that title asks for. */
static void
assert_edited(const char *text, int line, const char *title, const char *want)
{
	struct session session;
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_error err = { 0 };
	struct cnd_str got =
		cnd_str_trim(actions(&session, "markdown", text, line, "{}"));
	const struct cnd_json_value *action =
		cnd_json_get(cnd_json_parse(arena, got, &err), "result");
	const struct cnd_json_value *edit;
	struct cnd_buffer *buffer;

	for (action = action->first; action != NULL; action = action->next)
		if (cnd_str_equal(cnd_json_text(cnd_json_get(action, "title")),
			    cnd_str_of(title)))
			break;
	if (action == NULL)
		fail_msg("no action \"%s\" in %.*s", title, CND_STR_ARG(got));
	edit = cnd_json_get(
		cnd_json_get(cnd_json_get(action, "edit"), "changes"), uri);
	assert_non_null(edit);
	/* An edit has the keys of a change, but for the text's. */
	buffer = session.server.buffers;
	for (edit = edit->first; edit != NULL; edit = edit->next) {
		struct cnd_json_value change = *edit;
		struct cnd_json_value words = { .kind = CND_JSON_STRING,
			.key = CND_STR("text") };
		struct cnd_json_value range = *cnd_json_get(edit, "range");

		words.text = cnd_json_text(cnd_json_get(edit, "newText"));
		range.next = &words;
		change.first = &range;
		cnd_buffer_change(buffer, &change, CND_UNIT_UTF16);
	}
	assert_text(cnd_buf_str(&buffer->text), want);
	cnd_arena_free(arena);
	session_end(&session);
}

static void
actions_edit_where_they_should(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *title;
		const char *want;
	} cases[] = {
		{ "They met prior to noon.\n", 0, "Write “before”",
			"They met before noon.\n" },
		{ "They met prior to noon.\n", 0,
			"Ignore here: language/plain-words",
			"<!-- candour: ignore language/plain-words -- "
			"[reason] -->\n\nThey met prior to noon.\n" },
		{ "# Recommendations\n\n1. Agencies should consider more "
		  "training.\n2. Other.\n",
			2, "Insert the missing parts",
			"# Recommendations\n\n1. Agencies should consider more "
			"training. Owner: [body or post]. Act: [what will be "
			"done that can be seen]. By: [date]. Measure: [how "
			"anyone will know].\n2. Other.\n" },
		{ "# Recommendations\n\n1. **Agencies should consider more "
		  "training.**\n",
			2, "Insert the missing parts",
			"# Recommendations\n\n1. **Agencies should consider "
			"more training.** Owner: [body or post]. Act: [what "
			"will be done that can be seen]. By: [date]. Measure: "
			"[how anyone will know].\n" },
		{ "- They met prior to noon.\n- They left.\n", 0,
			"Ignore here: language/plain-words",
			"- They met prior to noon. <!-- candour: ignore "
			"language/plain-words -- [reason] -->\n- They "
			"left.\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_edited(cases[i].text, cases[i].line, cases[i].title,
			cases[i].want);
}

static void
missing_statement_goes_below_the_governance_heading(void **state)
{
	(void)state;
	assert_edited("# Safeguarding Adults Review: Edith\n\n"
		      "Some words.\n\n## Governance\n\nMore words.\n",
		4, "Add the missing statement: accountability/commissioned",
		"# Safeguarding Adults Review: Edith\n\nSome words.\n\n"
		"## Governance\n\n[Board] commissioned this review on [date] "
		"under [power].\n\nMore words.\n");
}

static void
missing_statement_brings_its_heading_where_there_is_none(void **state)
{
	struct session session;

	(void)state;
	assert_has(actions(&session, "markdown",
			   "Safeguarding Adults Review: Edith\n"
			   "=================================\n\nWords.\n",
			   0, "{}"),
		"\"newText\":\"\\n\\n## Governance\\n\\n");
	assert_has(cnd_buf_str(&session.got),
		"\"range\":{\"start\":{\"line\":1,\"character\":33},");
	session_end(&session);
}

static void
kinds_asked_for_are_respected(void **state)
{
	static const char text[] = "They met prior to noon.  The the end.\n";
	struct session session;

	(void)state;
	assert_lacks(actions(&session, "markdown", text, 0, "{}"), "fixAll");
	session_end(&session);
	assert_has(actions(&session, "markdown", text, 0,
			   "{\"only\":[\"refactor\"]}"),
		"\"result\":[]");
	session_end(&session);
	assert_lacks(actions(&session, "markdown", text, 0,
			     "{\"only\":[\"source.fixAll\"]}"),
		"\"quickfix\"");
	assert_has(cnd_buf_str(&session.got),
		"\"kind\":\"source.fixAll.candour\"");
	assert_has(cnd_buf_str(&session.got), "\"newText\":\"before\"");
	session_end(&session);
}

/* The data of the action of a title, as a request's parameters. */
static void
put_chosen(struct session *session, const char *title, struct cnd_buf *params)
{
	struct cnd_str got = cnd_buf_str(&session->got);
	struct cnd_buf begin = { 0 };
	size_t at;

	cnd_buf_printf(&begin, "{\"title\":\"%s\"", title);
	at = cnd_str_find(got, cnd_buf_str(&begin));
	assert_true(at != CND_NOT_FOUND);
	got = cnd_str_slice(got, at, got.len);
	at = cnd_str_find(got, CND_STR("\"data\":{"));
	assert_true(at != CND_NOT_FOUND);
	got = cnd_str_slice(got, at, got.len);
	got = cnd_str_slice(got, 0, cnd_str_find_byte(got, '}') + 1);
	cnd_buf_printf(params, "{\"title\":\"%s\",%.*s}%c", title,
		CND_STR_ARG(got), '\0');
	cnd_buf_dispose(&begin);
}

static void
write_text(struct session *session, int version, const char *text)
{
	struct cnd_buf params = { 0 };

	cnd_buf_printf(&params,
		"{\"textDocument\":{\"uri\":\"%s\",\"version\":%d},"
		"\"contentChanges\":[{\"text\":\"%s\"}]}%c",
		uri, version, text, '\0');
	session_tell(session, "textDocument/didChange", params.data);
	cnd_buf_dispose(&params);
}

/* An editor that asks for an action's edit when it is chosen. */
static const char late_client[] =
	"{\"workspace\":{\"workspaceEdit\":{\"documentChanges\":true}},"
	"\"textDocument\":{\"codeAction\":{\"codeActionLiteralSupport\":{},"
	"\"resolveSupport\":{\"properties\":[\"edit\"]}}}}";

static void
chosen_action_edits_the_text_as_it_is_by_then(void **state)
{
	static const char *const titles[] = { "Write “before”",
		"Ignore here: language/plain-words",
		"Explain language/plain-words" };
	static const char *const wants[] = { "\"newText\":\"before\"",
		"candour: ignore language/plain-words",
		"\"command\":\"candour.explain\"" };
	struct session session;
	struct cnd_buf params = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		assert_lacks(actions_of(&session, late_client, "markdown",
				     "They met prior to noon.\n", 0, "{}"),
			"\"edit\":");
		cnd_buf_clear(&params);
		put_chosen(&session, titles[i], &params);
		write_text(&session, 7,
			"A line above.\\n\\nThey met prior to noon.\\n");
		assert_has(session_ask(
				   &session, "codeAction/resolve", params.data),
			wants[i]);
		if (i < 2)
			assert_has(cnd_buf_str(&session.got), "\"version\":7}");
		if (i == 0)
			assert_has(cnd_buf_str(&session.got),
				"\"range\":{\"start\":{\"line\":2,");
		session_end(&session);
	}
	cnd_buf_dispose(&params);
}

static void
action_that_is_gone_is_not_made(void **state)
{
	static const char *const strange[] = { "{}", "null",
		"{\"title\":\"x\",\"data\":5}",
		"{\"data\":{\"uri\":\"file:///r.md\",\"act\":\"fix\","
		"\"finding\":\"zz\",\"index\":-1}}",
		"{\"data\":{\"uri\":\"file:///r.md\",\"act\":\"none\"}}",
		"{\"data\":{\"uri\":\"file:///r.md\",\"act\":\"fix-all\"}}",
		"{\"data\":{\"uri\":\"file:///other.md\",\"act\":"
		"\"fix-all\"}}" };
	struct session session;
	struct cnd_buf params = { 0 };

	(void)state;
	actions_of(&session, late_client, "markdown",
		"They met prior to noon.\n", 0, "{}");
	put_chosen(&session, "Write “before”", &params);
	write_text(&session, 2, "They met at noon.\\n");
	assert_has(session_ask(&session, "codeAction/resolve", params.data),
		"\"code\":-32801");
	for (size_t i = 0; i < sizeof(strange) / sizeof(strange[0]); i++)
		assert_has(
			session_ask(&session, "codeAction/resolve", strange[i]),
			"\"code\":-32801");
	cnd_buf_dispose(&params);
	session_end(&session);
}

static void
words_that_should_go_are_tagged(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, client);
	session_open(&session, uri, "markdown", "They met the the panel.\n");
	assert_has(session_work(&session), "\"tags\":[1]");
	session_open(&session, uri, "markdown", "They met prior to noon.\n");
	assert_lacks(session_work(&session), "\"tags\"");
	session_end(&session);
}

static void
explanation_is_offered_and_told(void **state)
{
	struct session session;

	(void)state;
	assert_has(actions(&session, "markdown", "They met prior to noon.\n", 0,
			   "{\"only\":[\"quickfix\"]}"),
		"\"command\":\"candour.explain\",\"arguments\":[\"language/"
		"plain-words\"]");
	assert_has(session_ask(&session, "workspace/executeCommand",
			   "{\"command\":\"candour.explain\",\"arguments\":"
			   "[\"language/plain-words\"]}"),
		"\"result\":\"# language/plain-words\\n\\nHeavy words");
	/* This client cannot show documents: it is told in a message. */
	assert_has(cnd_buf_str(&session.got), "window/showMessage");
	assert_has(session_ask(&session, "workspace/executeCommand",
			   "{\"command\":\"candour.explain\",\"arguments\":"
			   "[\"no/such\"]}"),
		"-32602");
	session_end(&session);
}

static void
register_and_assurance_are_pages(void **state)
{
	static const char ask[] = "{\"command\":\"candour.%s\",\"arguments\":["
				  "\"file:///r.md\"]}";
	struct session session;
	struct cnd_buf params = { 0 };

	(void)state;
	session_start(&session, client);
	session_open(&session, uri, "markdown",
		"# Recommendations\n\n1. The Board should audit 20 files.\n");
	cnd_buf_printf(&params, ask, "register");
	cnd_buf_putc(&params, '\0');
	assert_has(
		session_ask(&session, "workspace/executeCommand", params.data),
		"audit 20 files");
	cnd_buf_clear(&params);
	cnd_buf_printf(&params, ask, "assure");
	cnd_buf_putc(&params, '\0');
	assert_has(
		session_ask(&session, "workspace/executeCommand", params.data),
		"signed-off");
	cnd_buf_dispose(&params);
	session_end(&session);
}

static void
shown_page_is_a_private_file_that_is_not_linted(void **state)
{
	struct session session;
	struct cnd_str got;
	struct cnd_buf page = { 0 };
	size_t at;

	(void)state;
	session_start(&session,
		"{\"window\":{\"showDocument\":{\"support\":"
		"true}}}");
	assert_true(cnd_pages_open(&session.server.pages, "/tmp"));
	got = session_ask(&session, "workspace/executeCommand",
		"{\"command\":\"candour.explain\",\"arguments\":[\"language/"
		"plain-words\"]}");
	assert_has(got, "\"method\":\"window/showDocument\"");
	at = cnd_str_find(got, CND_STR("file:///tmp/candour/"));
	assert_true(at != CND_NOT_FOUND);
	got = cnd_str_slice(got, at, got.len);
	cnd_buf_put(&page, cnd_str_slice(got, 0, cnd_str_find_byte(got, '"')));
	cnd_buf_putc(&page, '\0');
	assert_has(cnd_buf_str(&page), "/language-plain-words-");
	session_open(&session, page.data, "markdown", "They met prior to.\n");
	assert_has(session_work(&session), "\"diagnostics\":[]");
	session_ask(&session, "shutdown", "null");
	assert_int_equal(cnd_file_kind(page.data + 7), CND_FILE_MISSING);
	cnd_buf_dispose(&page);
	session_end(&session);
}

static void
references_lead_to_numbered_paragraphs(void **state)
{
	static const char text[] = "# Analysis\n\n4.14 One thing.\n\n"
				   "4.15 See paragraph 4.14 and section 9.\n";
	struct session session;

	(void)state;
	session_start(&session, client);
	session_open(&session, uri, "markdown", text);
	assert_has(session_ask(&session, "textDocument/documentLink",
			   "{\"textDocument\":{\"uri\":\"file:///r.md\"}}"),
		"\"result\":[{\"range\":{\"start\":{\"line\":4,\"character\":"
		"19},\"end\":{\"line\":4,\"character\":23}},\"target\":"
		"\"file:///r.md#L3\"}]");
	assert_has(
		session_ask_at(&session, "textDocument/definition", uri, 4, 20),
		"\"result\":{\"uri\":\"file:///r.md\",\"range\":{\"start\":{"
		"\"line\":2");
	assert_has(
		session_ask_at(&session, "textDocument/definition", uri, 4, 5),
		"\"result\":null");
	session_end(&session);
}

static void
flat_outline_has_sections_and_recommendations(void **state)
{
	struct session session;

	(void)state;
	session_start(&session, "{}");
	session_open(&session, uri, "markdown",
		"# Recommendations\n\n1. The Board should audit 20 files.\n");
	assert_has(session_ask(&session, "textDocument/documentSymbol",
			   "{\"textDocument\":{\"uri\":\"file:///r.md\"}}"),
		"{\"name\":\"Recommendations\",\"kind\":15,\"location\":");
	assert_has(cnd_buf_str(&session.got),
		"{\"name\":\"1 The Board should audit 20 files.\",\"kind\":"
		"24,\"location\":{\"uri\":\"file:///r.md\",\"range\":{"
		"\"start\":{\"line\":2");
	session_end(&session);
}

static void
related_places_are_told_where_the_client_shows_them(void **state)
{
	static const char text[] =
		"# Safeguarding Adults Review: Edith\n\n## Analysis\n\n"
		"There was disagreement among panel members about this "
		"finding.\n\n## Recommendations\n\n"
		"1. The Board should audit 20 files by June 2027.\n"
		"2. The Board should audit 20 files by June 2027.\n";
	struct session session;

	(void)state;
	session_start(&session, client);
	session_open(&session, uri, "markdown", text);
	assert_has(session_work(&session), "\"relatedInformation\":[{");
	session_end(&session);
	session_start(&session, "{}");
	session_open(&session, uri, "markdown", text);
	assert_lacks(session_work(&session), "relatedInformation");
	session_end(&session);
}

static void
recommendations_are_hinted_and_outlined(void **state)
{
	static const char text[] =
		"# Findings\n\nWords.\n\n# Recommendations\n\n"
		"1. The Board should consider training by June 2027.\n";
	static const char doc[] =
		"{\"textDocument\":{\"uri\":\"file:///r.md\"},"
		"\"range\":{}}";
	struct session session;

	(void)state;
	session_start(&session,
		"{\"textDocument\":{\"documentSymbol\":{"
		"\"hierarchicalDocumentSymbolSupport\":true}}}");
	session_open(&session, uri, "markdown", text);
	assert_has(session_ask(&session, "textDocument/inlayHint", doc),
		"\"position\":{\"line\":6,\"character\":51},\"label\":\"owner "
		"✓ · act vague · date ✓ · no measure\"");
	assert_has(session_ask(&session, "textDocument/documentSymbol", doc),
		"\"name\":\"Recommendations\",\"kind\":15,\"detail\":"
		"\"recommendations\"");
	assert_has(cnd_buf_str(&session.got),
		"\"children\":[{\"name\":\"1 The Board should consider");
	assert_has(session_ask(&session, "textDocument/foldingRange", doc),
		"{\"startLine\":4,\"endLine\":6}");
	session_end(&session);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(actions_edit_where_they_should),
		cmocka_unit_test(
			missing_statement_goes_below_the_governance_heading),
		cmocka_unit_test(
			missing_statement_brings_its_heading_where_there_is_none),
		cmocka_unit_test(kinds_asked_for_are_respected),
		cmocka_unit_test(chosen_action_edits_the_text_as_it_is_by_then),
		cmocka_unit_test(action_that_is_gone_is_not_made),
		cmocka_unit_test(words_that_should_go_are_tagged),
		cmocka_unit_test(explanation_is_offered_and_told),
		cmocka_unit_test(register_and_assurance_are_pages),
		cmocka_unit_test(
			shown_page_is_a_private_file_that_is_not_linted),
		cmocka_unit_test(references_lead_to_numbered_paragraphs),
		cmocka_unit_test(flat_outline_has_sections_and_recommendations),
		cmocka_unit_test(
			related_places_are_told_where_the_client_shows_them),
		cmocka_unit_test(recommendations_are_hinted_and_outlined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
