/*
 * Markdown: the only file that knows md4c.  md4c hands out pointers into
 * the source; each is checked to lie inside it, and its offset is where
 * the text came from.  What lies outside (md4c's own blanks) is text from
 * nowhere.
 */
#include "read/read.h"

#include "base/oom.h"
#include "read/comment.h"
#include "read/encoding.h"
#include "read/markdown.h"

#include <md4c.h>
#include <stdio.h>
#include <string.h>

static void
on_raw(struct cnd_markdown *md, struct cnd_str text)
{
	uint32_t source = cnd_markdown_offset(md, text);

	if (source != CND_NONE) {
		if (md->html.len == 0)
			md->html_source = source;
		md->html_end = source + (uint32_t)text.len;
	}
	cnd_buf_put(&md->html, text);
}

/* Marks and blanks before the first text on its line, at most. */
enum { MARKS_MAX = 16 };

static bool
ends_line(char c)
{
	return c == '\n' || c == '\r';
}

/*
 * The beginning of the line that a block's first text stands on, when the
 * line is not set in and one above it is empty: such a line ends whatever
 * was open, so what it begins is the same whatever precedes it.
 */
static bool
find_line(const struct cnd_markdown *md, uint32_t text, uint32_t *line)
{
	const char *data = md->source.data;
	uint32_t low = text > MARKS_MAX ? text - MARKS_MAX : 0;
	uint32_t at = text;

	while (at > low && !ends_line(data[at - 1]))
		at--;
	if (at == low || cnd_is_space(data[at]))
		return false;
	*line = at;
	at -= at > 1 && data[at - 1] == '\n' && data[at - 2] == '\r' ? 2 : 1;
	while (at > 0 && (data[at - 1] == ' ' || data[at - 1] == '\t'))
		at--;
	return at > 0 && ends_line(data[at - 1]);
}

/* Notes a place to begin again at; true when it is one to stop at. */
static bool
takes_restart(struct cnd_markdown *md, struct cnd_str text)
{
	uint32_t source = cnd_markdown_offset(md, text);

	md->is_restart_open = false;
	if (source == CND_NONE || md->images > 0 ||
		!find_line(md, source, &md->restart.source))
		return false;
	for (size_t i = 0; i < md->stop_count; i++)
		if (md->stops[i].source + md->moved == md->restart.source)
			md->stopped = &md->stops[i];
	if (md->stopped == NULL)
		cnd_builder_restart(md->builder, &md->restart);
	return md->stopped != NULL;
}

/* A paragraph or heading that stands in nothing else. */
static void
open_restart(struct cnd_markdown *md, MD_BLOCKTYPE type)
{
	md->is_restart_open = (type == MD_BLOCK_P || type == MD_BLOCK_H) &&
		md->quotes == 0 && md->list_depth == 0;
	if (!md->is_restart_open)
		return;
	md->restart = cnd_builder_here(md->builder);
	md->restart.images = (uint32_t)md->image_count;
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *user)
{
	struct cnd_markdown *md = user;
	struct cnd_str text = { data, size };

	/* md4c hands on what is below 0 and nothing else. */
	if (md->is_restart_open && takes_restart(md, text))
		return -1;
	if (md->images > 0)
		return 0;
	if (md->is_raw)
		on_raw(md, text);
	else if (type == MD_TEXT_HTML)
		cnd_markdown_tag(md, text);
	else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
		cnd_markdown_break(md, type == MD_TEXT_BR);
	else if (md->is_superscript && cnd_label_is_note_mark(text))
		return 0;
	else if (type == MD_TEXT_ENTITY)
		cnd_markdown_entity(md, text);
	else if (type == MD_TEXT_NORMAL)
		cnd_markdown_text(md, text);
	else
		cnd_markdown_code(md, text);
	return 0;
}

static bool
is_local(const MD_SPAN_A_DETAIL *detail)
{
	return detail->href.size > 0 && detail->href.text[0] == '#';
}

static int
on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct cnd_markdown *md = user;

	if (type == MD_SPAN_STRONG) {
		md->bold++;
	} else if (type == MD_SPAN_EM) {
		md->italics++;
	} else if (type == MD_SPAN_CODE) {
		md->codes++;
	} else if (type == MD_SPAN_IMG) {
		md->images++;
		md->image_count++;
	} else if (type == MD_SPAN_A) {
		md->links++;
		if (is_local(detail))
			md->local_links++;
	}
	return 0;
}

static int
on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct cnd_markdown *md = user;

	if (type == MD_SPAN_STRONG) {
		md->bold--;
	} else if (type == MD_SPAN_EM) {
		md->italics--;
	} else if (type == MD_SPAN_CODE) {
		md->codes--;
	} else if (type == MD_SPAN_IMG) {
		md->images--;
	} else if (type == MD_SPAN_A) {
		md->links--;
		if (is_local(detail))
			md->local_links--;
	}
	return 0;
}

static void
enter_quote(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->quotes++;
}

static void
leave_quote(struct cnd_markdown *md)
{
	md->quotes--;
}

static void
enter_bullets(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->list_depth++;
	md->lists[cnd_markdown_list_index(md)] =
		(struct cnd_markdown_list){ false, 0, '\0' };
}

static void
enter_numbers(struct cnd_markdown *md, const void *detail)
{
	const MD_BLOCK_OL_DETAIL *list = detail;

	md->list_depth++;
	md->lists[cnd_markdown_list_index(md)] =
		(struct cnd_markdown_list){ true, list->start,
			list->mark_delimiter };
}

static void
leave_list(struct cnd_markdown *md)
{
	md->list_depth--;
	md->is_item_fresh = false;
}

static void
enter_item(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->is_item_fresh = true;
}

static void
leave_item(struct cnd_markdown *md)
{
	md->lists[cnd_markdown_list_index(md)].number++;
	md->is_item_fresh = false;
}

static void
enter_heading(struct cnd_markdown *md, const void *detail)
{
	const MD_BLOCK_H_DETAIL *heading = detail;

	cnd_gather_begin(&md->gather, CND_BLOCK_HEADING);
	md->gather.model.level = heading->level;
	md->gather.model.flags = cnd_markdown_flags(md);
	md->is_item_fresh = false;
	md->is_note_last = false;
}

static void
enter_code(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	cnd_gather_begin(&md->gather, CND_BLOCK_CODE);
	md->gather.model.flags = cnd_markdown_flags(md);
	md->is_item_fresh = false;
}

static void
enter_html(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->is_raw = true;
	cnd_buf_clear(&md->html);
	md->html_source = CND_NONE;
	md->html_end = 0;
}

/* Lines that stand in the source as they are map byte for byte; in a quote
 * or with CR LF they all stand at its beginning. */
static void
add_html(struct cnd_markdown *md, struct cnd_str html, uint32_t span)
{
	struct cnd_block *block =
		cnd_builder_open(md->builder, CND_BLOCK_PARAGRAPH);
	uint32_t source = md->html_source;
	struct cnd_str same = cnd_str_slice(html, 0, span);
	bool is_same = source != CND_NONE &&
		cnd_str_equal(
			same, cnd_str_slice(md->source, source, source + span));

	block->flags = cnd_markdown_flags(md) | CND_BLOCK_RAW;
	if (is_same)
		cnd_builder_text(md->builder, same, source, span, 0);
	else
		cnd_builder_text(md->builder, html, source, 0, 0);
	cnd_builder_close(md->builder);
}

/* A block of nothing but comments is no block; its directives stand
 * before the next one. */
static void
leave_html(struct cnd_markdown *md)
{
	struct cnd_str html = cnd_buf_str(&md->html);
	uint32_t source = md->html_source;
	uint32_t span = source == CND_NONE ? 0 : md->html_end - source;
	struct cnd_comments comments = { html, 0 };
	struct cnd_str comment;

	md->is_raw = false;
	if (!cnd_comment_is_all(html))
		add_html(md, html, span);
	while (cnd_comment_next(&comments, &comment)) {
		size_t at = (size_t)(comment.data - html.data);

		cnd_builder_directive(md->builder,
			cnd_comment_unmask(
				cnd_builder_arena(md->builder), comment),
			source + (uint32_t)(at < span ? at : 0));
	}
}

static void
enter_paragraph(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	cnd_markdown_paragraph(md, CND_NONE);
}

static void
enter_table(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->table = cnd_builder_table(md->builder, true);
	md->row = UINT32_MAX;
}

static void
enter_row(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->row++;
	md->column = UINT32_MAX;
}

static void
enter_cell(struct cnd_markdown *md, const void *detail)
{
	(void)detail;
	md->column++;
	cnd_gather_begin(&md->gather, CND_BLOCK_CELL);
	md->gather.model.table = md->table;
	md->gather.model.row = md->row;
	md->gather.model.column = md->column;
	md->gather.model.flags = cnd_markdown_flags(md);
	if (md->row == 0)
		md->gather.model.flags |= CND_BLOCK_HEADER;
	md->is_item_fresh = false;
	md->is_note_last = false;
}

/* What to do where a block of each type begins and ends. */
struct block_type {
	MD_BLOCKTYPE type;
	void (*enter)(struct cnd_markdown *md, const void *detail);
	void (*leave)(struct cnd_markdown *md);
};

static const struct block_type block_types[] = {
	{ MD_BLOCK_QUOTE, enter_quote, leave_quote },
	{ MD_BLOCK_UL, enter_bullets, leave_list },
	{ MD_BLOCK_OL, enter_numbers, leave_list },
	{ MD_BLOCK_LI, enter_item, leave_item },
	{ MD_BLOCK_H, enter_heading, NULL },
	{ MD_BLOCK_CODE, enter_code, NULL },
	{ MD_BLOCK_HTML, enter_html, leave_html },
	{ MD_BLOCK_P, enter_paragraph, NULL },
	{ MD_BLOCK_TABLE, enter_table, NULL },
	{ MD_BLOCK_TR, enter_row, NULL },
	{ MD_BLOCK_TH, enter_cell, NULL },
	{ MD_BLOCK_TD, enter_cell, NULL },
};

static const struct block_type *
find_type(MD_BLOCKTYPE type)
{
	for (size_t i = 0; i < sizeof(block_types) / sizeof(block_types[0]);
		i++) {
		if (block_types[i].type == type)
			return &block_types[i];
	}
	return NULL;
}

/* No span reaches into the next block, though md4c may forget to end one
 * whose closing mark stands in a link's address. */
static void
forget_spans(struct cnd_markdown *md)
{
	md->bold = 0;
	md->italics = 0;
	md->codes = 0;
	md->links = 0;
	md->local_links = 0;
	md->images = 0;
	md->is_superscript = false;
}

static int
on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct cnd_markdown *md = user;
	const struct block_type *known = find_type(type);

	cnd_markdown_end(md);
	forget_spans(md);
	open_restart(md, type);
	if (known != NULL)
		known->enter(md, detail);
	return cnd_builder_is_full(md->builder) ? 1 : 0;
}

static int
on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct cnd_markdown *md = user;
	const struct block_type *known = find_type(type);

	(void)detail;
	cnd_markdown_end(md);
	if (known != NULL && known->leave != NULL)
		known->leave(md);
	return 0;
}

/* Length of the line at from, its break included. */
static size_t
line_length(struct cnd_str source, size_t from)
{
	struct cnd_str rest = cnd_str_slice(source, from, source.len);
	size_t end = cnd_str_find_byte(rest, '\n');

	return end == CND_NOT_FOUND ? rest.len : end + 1;
}

/*
 * Reads front matter, "---" to "---" at the file's very start; returns
 * where the Markdown begins.
 */
size_t
cnd_markdown_front(struct cnd_markdown *md, size_t from)
{
	struct cnd_str source = md->source;
	size_t body = from + line_length(source, from);
	size_t at = body;

	if (!cnd_str_equal(cnd_str_trim(cnd_str_slice(source, from, body)),
		    CND_STR("---")))
		return from;
	while (at < source.len) {
		size_t next = at + line_length(source, at);
		struct cnd_str line =
			cnd_str_trim(cnd_str_slice(source, at, next));

		if (at == body && line.len == 0)
			return from;
		if (cnd_str_equal(line, CND_STR("---")) ||
			cnd_str_equal(line, CND_STR("..."))) {
			cnd_builder_open(md->builder, CND_BLOCK_FRONT);
			cnd_builder_text(md->builder,
				cnd_str_slice(source, body, at), (uint32_t)body,
				(uint32_t)(at - body), 0);
			cnd_builder_close(md->builder);
			return next;
		}
		at = next;
	}
	return from;
}

static void
note_images(struct cnd_markdown *md)
{
	char what[48];
	int len;

	if (md->image_count == 0)
		return;
	len = snprintf(what, sizeof(what), "%zu image%s", md->image_count,
		md->image_count == 1 ? "" : "s");
	cnd_builder_not_read(
		md->builder, (struct cnd_str){ what, (size_t)len }, 0);
}

void
cnd_markdown_parse(struct cnd_markdown *md, struct cnd_str part)
{
	/* What is set in by four blanks is a paragraph: "    (a) …". */
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	int status = md_parse(part.data, (MD_SIZE)part.len, &parser, md);

	cnd_buf_dispose(&md->html);
	/* It stops for nothing else. */
	if (status != 0 && md->stopped == NULL &&
		!cnd_builder_is_full(md->builder))
		cnd_out_of_memory();
	if (md->stopped != NULL)
		md->gather.is_active = false; /* the block it stopped before */
	md->is_raw = false;
	cnd_markdown_end(md);
}

struct cnd_str
cnd_markdown_ended(struct cnd_arena *arena, struct cnd_str source)
{
	enum { BEHIND = 8 };
	char *copy = cnd_arena_alloc(arena, source.len + BEHIND);

	if (source.len > 0)
		memcpy(copy, source.data, source.len);
	memset(copy + source.len, '\n', BEHIND);
	return (struct cnd_str){ copy, source.len };
}

struct cnd_document *
cnd_markdown_finish(struct cnd_markdown *md, struct cnd_error *err)
{
	note_images(md);
	cnd_builder_end_restarts(md->builder, (uint32_t)md->image_count);
	return cnd_builder_finish(md->builder, err);
}

struct cnd_document *
cnd_read_markdown(
	struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	struct cnd_markdown md = { .source = source };
	size_t body;

	md.builder =
		cnd_builder_new(name, "markdown", source, CND_PLACES_LINES);
	md.gather.builder = md.builder;
	md.source = cnd_markdown_ended(cnd_builder_arena(md.builder),
		cnd_comment_mask(cnd_builder_arena(md.builder), source));
	body = cnd_markdown_front(&md, cnd_encoding_bom(source));
	cnd_markdown_parse(&md, cnd_str_slice(md.source, body, md.source.len));
	return cnd_markdown_finish(&md, err);
}
