/* Opening, changing and closing texts. */
#include "lsp/methods.h"

/* Takes a buffer off the list; the latest used stands first. */
static void
unlink_buffer(struct cnd_server *server, struct cnd_buffer *buffer)
{
	struct cnd_buffer **at = &server->buffers;

	while (*at != buffer)
		at = &(*at)->next;
	*at = buffer->next;
	server->buffer_count--;
}

static void
link_first(struct cnd_server *server, struct cnd_buffer *buffer)
{
	buffer->next = server->buffers;
	server->buffers = buffer;
	server->buffer_count++;
}

void
cnd_lsp_did_open(struct cnd_server *server, const struct cnd_json_value *params)
{
	const struct cnd_json_value *item =
		cnd_json_get(params, "textDocument");
	struct cnd_str uri = cnd_json_text(cnd_json_get(item, "uri"));
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);

	if (uri.data == NULL)
		return;
	if (buffer != NULL) { /* opened twice: the newer text counts */
		unlink_buffer(server, buffer);
		cnd_buffer_free(buffer);
	}
	buffer = cnd_buffer_new(
		uri, cnd_json_text(cnd_json_get(item, "languageId")));
	buffer->own = cnd_own_of(buffer->arena,
		cnd_lsp_config_projects(&server->config), buffer->uri,
		cnd_json_text(cnd_json_get(item, "languageId")));
	if (cnd_pages_hold(&server->pages, buffer->own.path))
		buffer->own.kind = CND_OWN_OTHER;
	buffer->version = cnd_json_integer(cnd_json_get(item, "version"), 0);
	cnd_buffer_set(buffer, cnd_json_text(cnd_json_get(item, "text")));
	link_first(server, buffer);
}

void
cnd_lsp_did_change(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_json_value *changes =
		cnd_json_get(params, "contentChanges");

	if (buffer == NULL || changes == NULL)
		return;
	buffer->version = cnd_json_integer(
		cnd_json_get(cnd_json_get(params, "textDocument"), "version"),
		buffer->version);
	for (const struct cnd_json_value *change = changes->first;
		change != NULL; change = change->next)
		cnd_buffer_change(buffer, change, server->unit);
	unlink_buffer(server, buffer);
	link_first(server, buffer);
}

void
cnd_lsp_did_close(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);

	if (buffer == NULL)
		return;
	unlink_buffer(server, buffer);
	if (!server->client.pulls)
		cnd_lsp_publish_nothing(server, buffer->uri);
	cnd_buffer_free(buffer);
}
