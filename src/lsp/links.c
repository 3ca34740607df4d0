/*
 * From "paragraph 4.15" to the paragraph of that number, as a link and as
 * a definition.
 */
#include "lsp/methods.h"

#include "text/word.h"

/* The block with that label, or CND_NONE. */
static uint32_t
labelled(const struct cnd_document *doc, struct cnd_str label)
{
	for (uint32_t i = 0; i < doc->block_count; i++)
		if (cnd_str_equal(doc->blocks[i].label, label))
			return i;
	return CND_NONE;
}

static bool
announces_number(struct cnd_str word)
{
	static const struct cnd_str names[] = {
		CND_STR_INIT("paragraph"),
		CND_STR_INIT("paragraphs"),
		CND_STR_INIT("para"),
		CND_STR_INIT("paras"),
		CND_STR_INIT("section"),
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (cnd_str_equal_fold(word, names[i]))
			return true;
	return false;
}

/* The number that stands at a text offset: digits with dots between. */
static struct cnd_span
number_at(struct cnd_str text, size_t at)
{
	size_t from;

	while (at < text.len && (text.data[at] == ' ' || text.data[at] == '.'))
		at++;
	from = at;
	while (at < text.len &&
		(cnd_is_digit(text.data[at]) ||
			(text.data[at] == '.' && at + 1 < text.len &&
				cnd_is_digit(text.data[at + 1]))))
		at++;
	return (struct cnd_span){ (uint32_t)from, (uint32_t)at };
}

static void
put_link(struct cnd_server *server, const struct cnd_buffer *buffer,
	struct cnd_span span, uint32_t block)
{
	const struct cnd_document *doc = buffer->doc;
	struct cnd_place place =
		cnd_document_place(doc, doc->blocks[block].span, server->unit);
	struct cnd_json *json = &server->json;
	struct cnd_buf target = { 0 };

	cnd_buf_printf(
		&target, "%.*s#L%u", CND_STR_ARG(buffer->uri), place.line);
	cnd_json_object(json);
	cnd_server_put_range(server, doc, span);
	cnd_json_key(json, "target");
	cnd_json_string(json, cnd_buf_str(&target));
	cnd_json_end_object(json);
	cnd_buf_dispose(&target);
}

/* The next number that a word announces, at or after *at of the text. */
static bool
next_number(const struct cnd_document *doc, size_t *at, struct cnd_span *span)
{
	struct cnd_word word;

	while (cnd_word_next(doc->text, at, &word)) {
		if (!announces_number(
			    cnd_str_slice(doc->text, word.from, word.to)))
			continue;
		*span = number_at(doc->text, word.to);
		if (span->from < span->to)
			return true;
	}
	return false;
}

/* Links of one text: each is looked up among all blocks. */
enum { LINKS_MAX = 2000 };

void
cnd_lsp_links(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	struct cnd_span span;
	size_t at = 0;

	cnd_json_array(&server->json);
	for (int i = 0; report != NULL && i < LINKS_MAX &&
		next_number(report->doc, &at, &span);
		i++) {
		uint32_t block = labelled(
			report->doc, cnd_document_text(report->doc, span));

		if (block != CND_NONE)
			put_link(server, buffer, span, block);
	}
	cnd_json_end_array(&server->json);
}

/* The block that a number under a place of the text names, or CND_NONE. */
static uint32_t
named_at(const struct cnd_document *doc, uint32_t place)
{
	struct cnd_span span;
	size_t at = 0;

	while (next_number(doc, &at, &span))
		if (span.from <= place && place <= span.to)
			return labelled(doc, cnd_document_text(doc, span));
	return CND_NONE;
}

void
cnd_lsp_definition(
	struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	uint32_t block = CND_NONE;

	if (report != NULL)
		block = named_at(report->doc,
			cnd_document_text_offset(report->doc,
				(uint32_t)cnd_buffer_offset(buffer,
					cnd_json_get(params, "position"),
					server->unit)));
	if (block == CND_NONE) {
		cnd_json_null(&server->json);
		return;
	}
	cnd_json_object(&server->json);
	cnd_json_key(&server->json, "uri");
	cnd_json_string(&server->json, buffer->uri);
	cnd_server_put_range(
		server, report->doc, report->doc->blocks[block].span);
	cnd_json_end_object(&server->json);
}
