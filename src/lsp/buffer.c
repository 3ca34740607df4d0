/* Applying changes, one after another, each to the result of the former. */
#include "lsp/buffer.h"

#include "base/oom.h"
#include "base/utf8.h"
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

/* What languageIds editors use, and the ending that asks for a reader. */
static const struct {
	const char *language;
	const char *ending;
} languages[] = {
	{ "markdown", ".md" },
	{ "quarto", ".md" },
	{ "html", ".html" },
	{ "xhtml", ".html" },
	{ "plaintext", ".txt" },
	{ "text", ".txt" },
};

/* The last part of an address's path. */
static struct cnd_str
base_name(struct cnd_str uri)
{
	size_t from = uri.len;

	while (from > 0 && uri.data[from - 1] != '/' &&
		uri.data[from - 1] != ':')
		from--;
	return cnd_str_slice(uri, from, uri.len);
}

static struct cnd_str
reader_name(
	struct cnd_arena *arena, struct cnd_str uri, struct cnd_str language)
{
	struct cnd_str name = base_name(uri);
	const struct cnd_reader *reader = cnd_reader_for(name);
	const char *ending = ".txt";

	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++)
		if (cnd_str_equal(language, cnd_str_of(languages[i].language)))
			ending = languages[i].ending;
	if (reader != NULL && !reader->is_package)
		return cnd_arena_copy(arena, name);
	return cnd_arena_printf(arena, "%.*s%s", CND_STR_ARG(name), ending);
}

struct cnd_buffer *
cnd_buffer_new(struct cnd_str uri, struct cnd_str language)
{
	struct cnd_buffer *buffer = cnd_xcalloc(1, sizeof(*buffer));

	buffer->arena = cnd_arena_new();
	buffer->uri = cnd_arena_copy(buffer->arena, uri);
	buffer->name = reader_name(buffer->arena, uri, language);
	return buffer;
}

static void
forget_lines(struct cnd_buffer *buffer)
{
	cnd_arena_free(buffer->lines_arena);
	buffer->lines_arena = NULL;
}

static void
drop_older(struct cnd_buffer *buffer)
{
	cnd_document_free(buffer->older);
	buffer->older = NULL;
}

static void
drop_report(struct cnd_buffer *buffer)
{
	cnd_report_free(buffer->report);
	cnd_document_free(buffer->doc);
	buffer->report = NULL;
	buffer->doc = NULL;
	drop_older(buffer);
}

void
cnd_buffer_rest(struct cnd_buffer *buffer)
{
	drop_report(buffer);
	cnd_memory_free(buffer->memory);
	buffer->memory = NULL;
	forget_lines(buffer);
}

void
cnd_buffer_forget(struct cnd_buffer *buffer)
{
	cnd_buffer_rest(buffer);
	buffer->is_told = false;
}

/* Two changes, one after the other, as one that covers both. */
static struct cnd_text_change
join(struct cnd_text_change first, struct cnd_text_change then)
{
	size_t end = first.to > then.old_to ? first.to : then.old_to;

	return (struct cnd_text_change){
		.from = first.from < then.from ? first.from : then.from,
		.old_to = first.old_to + (end - first.to),
		.to = end - then.old_to + then.to,
	};
}

/* The last reading is kept: the next one may begin from it. */
static void
keep_older(struct cnd_buffer *buffer, struct cnd_text_change change)
{
	if (buffer->doc != NULL && !buffer->is_apart) {
		cnd_document_free(buffer->doc);
		buffer->doc = NULL;
	} else if (buffer->doc != NULL) {
		drop_older(buffer);
		buffer->older = buffer->doc;
		buffer->doc = NULL;
		buffer->change = change;
	} else if (buffer->older != NULL) {
		buffer->change = join(buffer->change, change);
	}
}

/* What is remembered of the blocks still holds. */
static void
text_changes(struct cnd_buffer *buffer, struct cnd_text_change change)
{
	cnd_report_free(buffer->report);
	buffer->report = NULL;
	keep_older(buffer, change);
	forget_lines(buffer);
	buffer->is_told = false;
}

void
cnd_buffer_free(struct cnd_buffer *buffer)
{
	if (buffer == NULL)
		return;
	cnd_buffer_rest(buffer);
	cnd_buf_dispose(&buffer->text);
	cnd_arena_free(buffer->arena);
	free(buffer);
}

void
cnd_buffer_set(struct cnd_buffer *buffer, struct cnd_str text)
{
	drop_report(buffer);
	forget_lines(buffer);
	buffer->is_told = false;
	cnd_buf_clear(&buffer->text);
	cnd_buf_put(&buffer->text, text);
}

/* What was read of the text has its lines too, if it is all of the text. */
const struct cnd_lines *
cnd_buffer_lines(struct cnd_buffer *buffer)
{
	if (buffer->doc != NULL &&
		buffer->doc->lines.text.len == buffer->text.len)
		return &buffer->doc->lines;
	if (buffer->lines_arena == NULL) {
		buffer->lines_arena = cnd_arena_new();
		buffer->lines = cnd_lines_of(
			buffer->lines_arena, cnd_buf_str(&buffer->text));
	}
	return &buffer->lines;
}

/* A count from 0, as the protocol has it, within 32 bits. */
static uint32_t
clamp(const struct cnd_json_value *value)
{
	int64_t number = cnd_json_integer(value, 0);

	if (number < 0)
		return 0;
	return number < UINT32_MAX - 1 ? (uint32_t)number : UINT32_MAX - 1;
}

size_t
cnd_buffer_offset(struct cnd_buffer *buffer,
	const struct cnd_json_value *position, enum cnd_unit unit)
{
	const struct cnd_lines *lines = cnd_buffer_lines(buffer);
	struct cnd_position at = {
		clamp(cnd_json_get(position, "line")) + 1,
		clamp(cnd_json_get(position, "character")) + 1,
	};

	/* A byte column may point into a character: back to its start. */
	return cnd_utf8_floor(lines->text, cnd_lines_offset(lines, at, unit));
}

static void
replace(struct cnd_buffer *buffer, size_t from, size_t to, struct cnd_str text)
{
	struct cnd_buf *buf = &buffer->text;
	size_t tail = buf->len - to;

	cnd_buf_reserve(buf, text.len + 1);
	memmove(buf->data + from + text.len, buf->data + to, tail);
	if (text.len > 0)
		memcpy(buf->data + from, text.data, text.len);
	buf->len = from + text.len + tail;
}

void
cnd_buffer_change(struct cnd_buffer *buffer,
	const struct cnd_json_value *change, enum cnd_unit unit)
{
	const struct cnd_json_value *range = cnd_json_get(change, "range");
	struct cnd_str text = cnd_json_text(cnd_json_get(change, "text"));
	size_t from;
	size_t to;

	if (range == NULL || range->kind != CND_JSON_OBJECT) {
		cnd_buffer_set(buffer, text);
		return;
	}
	from = cnd_buffer_offset(buffer, cnd_json_get(range, "start"), unit);
	to = cnd_buffer_offset(buffer, cnd_json_get(range, "end"), unit);
	if (to < from) {
		size_t swapped = from;

		from = to;
		to = swapped;
	}
	text_changes(
		buffer, (struct cnd_text_change){ from, to, from + text.len });
	replace(buffer, from, to, text);
}

/* From the last reading and what changed since, where that is enough. */
static struct cnd_document *
read_text(struct cnd_buffer *buffer, struct cnd_error *err)
{
	struct cnd_str text = cnd_buf_str(&buffer->text);
	struct cnd_document *doc = NULL;

	if (buffer->older != NULL)
		doc = cnd_reread(buffer->older, &buffer->change, text);
	drop_older(buffer);
	if (doc != NULL)
		return doc;
	doc = cnd_read(buffer->name, text, err);
	buffer->is_apart = doc != NULL && cnd_reread_can(doc);
	return doc;
}

const struct cnd_report *
cnd_buffer_report(struct cnd_buffer *buffer, const struct cnd_ruleset *set,
	const struct cnd_lint_options *options)
{
	struct cnd_lint_options own = *options;
	struct cnd_error err = { 0 };

	if (buffer->report != NULL || buffer->doc != NULL)
		return buffer->report;
	buffer->doc = read_text(buffer, &err);
	if (buffer->memory == NULL)
		buffer->memory = cnd_memory_new();
	own.memory = buffer->memory;
	if (buffer->doc != NULL)
		buffer->report = cnd_lint(set, buffer->doc, &own, &err);
	return buffer->report;
}
