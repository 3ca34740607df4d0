/*
 * Commands that the server carries out: pages for the editor to show.  An
 * editor that cannot be asked to show one gets the words as a message.
 */
#include "lsp/methods.h"

#include "format/format.h"
#include "lsp/explain.h"
#include "lsp/message.h"
#include "lsp/uri.h"

/* A page in the making. */
struct page {
	struct cnd_str name; /* of its file, without the ending */
	struct cnd_buf words; /* Markdown */
};

struct command {
	const char *name;
	/* Makes the page of the first argument; false when there is none. */
	bool (*make)(struct cnd_server *server, struct cnd_str argument,
		struct page *page);
};

static bool
make_explanation(
	struct cnd_server *server, struct cnd_str id, struct page *page)
{
	const struct cnd_rule_info *rule = cnd_ruleset_find(server->set, id);

	/* A rule of a folder's own is known where one of its texts is open. */
	for (struct cnd_buffer *at = server->buffers;
		rule == NULL && at != NULL; at = at->next)
		rule = cnd_ruleset_find(cnd_server_rules(server, at->uri), id);
	if (rule == NULL)
		return false;
	page->name = rule->id;
	cnd_explain_page(rule, &page->words);
	return true;
}

static bool
make_view(struct cnd_server *server, struct cnd_str uri, enum cnd_view view,
	struct page *page)
{
	const struct cnd_format_options options = { 0 };
	struct cnd_error err = { 0 };
	const struct cnd_format *format =
		cnd_format_find(view, CND_STR("markdown"), &err);
	struct cnd_buffer *buffer = cnd_server_buffer_at(server, uri);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);

	if (report == NULL || format == NULL)
		return false;
	cnd_format_render(format, &report, 1, &options, &page->words);
	return true;
}

static bool
make_register(struct cnd_server *server, struct cnd_str uri, struct page *page)
{
	page->name = CND_STR("register");
	return make_view(server, uri, CND_VIEW_REGISTER, page);
}

static bool
make_assurance(struct cnd_server *server, struct cnd_str uri, struct page *page)
{
	page->name = CND_STR("assurance");
	return make_view(server, uri, CND_VIEW_ASSURANCE, page);
}

static const struct command commands[] = {
	{ "candour.explain", make_explanation },
	{ "candour.register", make_register },
	{ "candour.assure", make_assurance },
};

enum { COMMANDS = sizeof(commands) / sizeof(commands[0]) };

const char *
cnd_lsp_command_name(size_t index)
{
	return index < COMMANDS ? commands[index].name : NULL;
}

static const struct command *
find_command(struct cnd_str name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (cnd_str_equal(name, cnd_str_of(commands[i].name)))
			return &commands[i];
	return NULL;
}

/* ---- showing ---- */

static void
ask_to_show(struct cnd_server *server, struct cnd_str path)
{
	struct cnd_json *json = &server->json;
	struct cnd_buf uri = { 0 };
	int64_t id;

	cnd_uri_put_path(path, &uri);
	cnd_server_begin_request(server, "window/showDocument", &id);
	cnd_json_object(json);
	cnd_json_key(json, "uri");
	cnd_json_string(json, cnd_buf_str(&uri));
	cnd_json_key(json, "takeFocus");
	cnd_json_bool(json, true);
	cnd_json_end_object(json);
	cnd_server_send(server);
	cnd_buf_dispose(&uri);
}

static void
show(struct cnd_server *server, const struct page *page)
{
	struct cnd_error err = { 0 };
	struct cnd_str path;

	if (server->client.shows_documents &&
		cnd_pages_write(&server->pages, page->name,
			cnd_buf_str(&page->words), &path, &err))
		ask_to_show(server, path);
	else
		cnd_server_message(server, 3, cnd_buf_str(&page->words));
}

/* The page's words are the answer too, for editors that ask for them. */
void
cnd_lsp_command(struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *arguments =
		cnd_json_get(params, "arguments");
	const struct command *command =
		find_command(cnd_json_text(cnd_json_get(params, "command")));
	struct cnd_str argument =
		cnd_json_text(arguments == NULL ? NULL : arguments->first);
	struct page page = { 0 };

	if (command == NULL) {
		cnd_server_error(server, server->request,
			CND_LSP_INVALID_PARAMS, "the command is not known");
		return;
	}
	if (!command->make(server, argument, &page)) {
		cnd_server_error(server, server->request,
			CND_LSP_INVALID_PARAMS,
			"there is no such rule or open text");
		cnd_buf_dispose(&page.words);
		return;
	}
	cnd_server_begin_result(server, server->request);
	cnd_json_string(&server->json, cnd_buf_str(&page.words));
	cnd_server_send(server);
	show(server, &page);
	cnd_buf_dispose(&page.words);
}
