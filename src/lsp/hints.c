/*
 * What each recommendation has and lacks, at its end; and links from
 * "paragraph 4.15" to the paragraph of that number.
 */
#include "lsp/methods.h"

#include "text/word.h"

/* "owner ✓ · action vague · no time · no measure" */
static void
write_parts(
	const struct cnd_recommendation *recommendation, struct cnd_buf *out)
{
	for (int part = 0; part < CND_PART_COUNT; part++) {
		enum cnd_part_value value = recommendation->parts[part].value;
		const char *name = cnd_part_name((enum cnd_part)part);

		if (part > 0)
			cnd_buf_puts(out, " · ");
		if (value == CND_VALUE_NONE)
			cnd_buf_printf(out, "no %s", name);
		else if (value == CND_VALUE_VAGUE || value == CND_VALUE_GENERIC)
			cnd_buf_printf(
				out, "%s %s", name, cnd_part_value_name(value));
		else
			cnd_buf_printf(out, "%s ✓", name);
	}
}

static void
put_position_of(
	struct cnd_server *server, const struct cnd_document *doc, uint32_t at)
{
	struct cnd_range range = cnd_range_of_span(
		doc, (struct cnd_span){ at - 1, at }, server->unit);

	cnd_json_position(&server->json, "position", range.end);
}

void
cnd_lsp_hints(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);
	const struct cnd_report *report =
		buffer == NULL ? NULL : cnd_server_report(server, buffer);
	size_t count =
		report == NULL ? 0 : report->review->recommendation_count;
	struct cnd_json *json = &server->json;

	cnd_json_array(json);
	for (size_t i = 0; i < count; i++) {
		const struct cnd_recommendation *recommendation =
			&report->review->recommendations[i];
		const struct cnd_block *block =
			&report->doc->blocks[recommendation->block];
		struct cnd_buf words = { 0 };

		if (block->span.to == 0)
			continue;
		write_parts(recommendation, &words);
		cnd_json_object(json);
		put_position_of(server, report->doc, block->span.to);
		cnd_json_key(json, "label");
		cnd_json_string(json, cnd_buf_str(&words));
		cnd_json_key(json, "paddingLeft");
		cnd_json_bool(json, true);
		cnd_json_end_object(json);
		cnd_buf_dispose(&words);
	}
	cnd_json_end_array(json);
}

/* ---- links ---- */

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

static void
put_links(struct cnd_server *server, const struct cnd_buffer *buffer)
{
	const struct cnd_document *doc = buffer->doc;
	struct cnd_word word;
	size_t at = 0;

	while (cnd_word_next(doc->text, &at, &word)) {
		struct cnd_span span;
		uint32_t block;

		if (!announces_number(
			    cnd_str_slice(doc->text, word.from, word.to)))
			continue;
		span = number_at(doc->text, word.to);
		if (span.from == span.to)
			continue;
		block = labelled(doc, cnd_document_text(doc, span));
		if (block != CND_NONE)
			put_link(server, buffer, span, block);
	}
}

void
cnd_lsp_links(struct cnd_server *server, const struct cnd_json_value *params)
{
	struct cnd_buffer *buffer = cnd_server_buffer(server, params);

	cnd_json_array(&server->json);
	if (buffer != NULL && cnd_server_report(server, buffer) != NULL)
		put_links(server, buffer);
	cnd_json_end_array(&server->json);
}
