/*
 * The report's text, block by block, from the model.  Findings may overlap
 * and go over several blocks: a block's text is cut where one begins or
 * ends, and each piece lies in a mark for each finding that covers it, so
 * that a filter can take any one away.
 */
#include "format/page.h"

#include <inttypes.h>

/* Marks inside marks that are drawn; more would not be seen. */
enum { MARKS_DEEP = 8 };

struct text {
	const struct cnd_page_report *part;
	const struct cnd_document *doc;
	struct cnd_buf *out;
	uint32_t next; /* finding that has not begun yet */
	uint32_t *active; /* findings that cover the place reached */
	size_t active_count;
	bool *is_named; /* of each finding: a mark has its id */
	uint32_t *begun; /* findings whose notes are due */
	size_t begun_count;
};

static const struct cnd_finding *
finding_of(const struct text *text, uint32_t index)
{
	return &text->part->report->findings[index];
}

/* Words without what could harm; line breaks that were forced are kept. */
static void
put_words(const struct text *text, struct cnd_span span)
{
	struct cnd_str words = cnd_document_text(text->doc, span);

	for (;;) {
		size_t at = cnd_str_find_byte(words, '\n');

		cnd_html_escape(cnd_show_cleaned(text->part->page->arena,
					cnd_str_slice(words, 0, at)),
			text->out);
		if (at == CND_NOT_FOUND)
			return;
		cnd_buf_puts(text->out, "<br>");
		words = cnd_str_slice(words, at + 1, words.len);
	}
}

static void
open_mark(struct text *text, uint32_t index)
{
	cnd_buf_puts(text->out, "<mark");
	if (!text->is_named[index])
		cnd_buf_printf(text->out, " id=\"m%zu-%" PRIu32 "\"",
			text->part->number, index);
	text->is_named[index] = true;
	cnd_page_class(text->part->page, "m", finding_of(text, index));
	cnd_buf_putc(text->out, '>');
}

/* The weakest level outside, so that the strongest shows. */
static void
put_piece(struct text *text, struct cnd_span span)
{
	size_t open = 0;

	if (span.to <= span.from)
		return;
	for (int level = 0; level < CND_LEVEL_COUNT; level++) {
		for (size_t i = 0; i < text->active_count; i++) {
			uint32_t index = text->active[i];

			if ((int)finding_of(text, index)->level != level ||
				(open >= MARKS_DEEP && text->is_named[index]))
				continue;
			open_mark(text, index);
			open++;
		}
	}
	put_words(text, span);
	while (open-- > 0)
		cnd_buf_puts(text->out, "</mark>");
}

/* The number behind a finding's last word: leads to its note. */
static void
put_number(const struct text *text, uint32_t index)
{
	cnd_buf_printf(text->out, "<a href=\"#n%zu-%" PRIu32 "\"",
		text->part->number, index);
	cnd_page_class(text->part->page, "ref", finding_of(text, index));
	cnd_buf_printf(text->out,
		" aria-label=\"note %" PRIu32 "\">%" PRIu32 "</a>", index + 1,
		index + 1);
}

static void
end_findings(struct text *text, uint32_t at)
{
	size_t kept = 0;

	for (size_t i = 0; i < text->active_count; i++) {
		uint32_t index = text->active[i];

		if (finding_of(text, index)->span.to <= at)
			put_number(text, index);
		else
			text->active[kept++] = index;
	}
	text->active_count = kept;
}

/* Findings about the whole report stand above the text. */
static void
skip_whole(struct text *text)
{
	while (text->next < text->part->report->finding_count &&
		cnd_page_is_whole(finding_of(text, text->next)))
		text->next++;
}

static void
begin_findings(struct text *text, uint32_t at)
{
	for (skip_whole(text); text->next < text->part->report->finding_count &&
		finding_of(text, text->next)->span.from <= at;
		skip_whole(text)) {
		text->active[text->active_count++] = text->next;
		text->begun[text->begun_count++] = text->next++;
	}
}

/* Where the next finding begins or ends, at most `to`. */
static uint32_t
next_cut(const struct text *text, uint32_t to)
{
	if (text->next < text->part->report->finding_count &&
		finding_of(text, text->next)->span.from < to)
		to = finding_of(text, text->next)->span.from;
	for (size_t i = 0; i < text->active_count; i++) {
		uint32_t end = finding_of(text, text->active[i])->span.to;

		if (end < to)
			to = end;
	}
	return to;
}

/* The text of a block, label included, with its marks. */
static void
put_inside(struct text *text, const struct cnd_block *block)
{
	uint32_t at = block->span.from;

	if (block->label.len > 0) {
		cnd_buf_puts(text->out, "<span class=\"label\">");
		cnd_html_escape(
			cnd_show_cleaned(text->part->page->arena, block->label),
			text->out);
		cnd_buf_puts(text->out, "</span> ");
	}
	begin_findings(text, at);
	end_findings(text, at);
	while (at < block->span.to) {
		uint32_t to;

		skip_whole(text);
		to = next_cut(text, block->span.to);
		put_piece(text, (struct cnd_span){ at, to });
		at = to;
		end_findings(text, at);
		if (at < block->span.to)
			begin_findings(text, at);
	}
}

static void
open_row(const struct text *text)
{
	cnd_buf_puts(text->out, "<div class=\"row\">\n<div class=\"text\">\n");
}

/* Ends the row with the notes of the findings that began in it. */
static void
close_row(struct text *text)
{
	cnd_buf_puts(text->out, "</div>\n");
	cnd_page_notes(text->part, text->begun, text->begun_count);
	text->begun_count = 0;
	cnd_buf_puts(text->out, "</div>\n");
}

static const struct {
	const char *tag;
	const char *class;
} looks[CND_BLOCK_KINDS] = {
	[CND_BLOCK_PARAGRAPH] = { "p", "" },
	[CND_BLOCK_ITEM] = { "p", "item" },
	[CND_BLOCK_CAPTION] = { "p", "caption" },
	[CND_BLOCK_NOTE] = { "p", "footnote" },
	[CND_BLOCK_CODE] = { "p", "code" },
	[CND_BLOCK_FRONT] = { "p", "furniture" },
	[CND_BLOCK_FURNITURE] = { "p", "furniture" },
};

static void
put_open(const struct text *text, uint32_t index, const char *tag,
	const char *class)
{
	cnd_buf_printf(text->out, "<%s id=\"b%zu-%" PRIu32 "\"", tag,
		text->part->number, index);
	if (class[0] != '\0')
		cnd_buf_printf(text->out, " class=\"%s\"", class);
	cnd_buf_putc(text->out, '>');
}

/* A heading of the report stands below those of the page. */
static void
put_heading(struct text *text, uint32_t index)
{
	const struct cnd_block *block = &text->doc->blocks[index];
	unsigned level = block->level < 1 ? 1 : block->level;

	level = level > 3 ? 6 : level + 3;
	cnd_buf_printf(text->out, "<h%u id=\"b%zu-%" PRIu32 "\" class=\"h%u\">",
		level, text->part->number, index,
		block->level > 6 ? 6 : (unsigned)block->level);
	put_inside(text, block);
	cnd_buf_printf(text->out, "</h%u>\n", level);
}

static void
put_block(struct text *text, uint32_t index)
{
	const struct cnd_block *block = &text->doc->blocks[index];
	bool is_quoted = (block->flags & CND_BLOCK_QUOTED) != 0;

	if ((block->flags & CND_BLOCK_RAW) != 0) {
		begin_findings(text, block->span.to);
		end_findings(text, block->span.to);
		return;
	}
	if (block->kind == CND_BLOCK_HEADING) {
		put_heading(text, index);
		return;
	}
	cnd_buf_puts(text->out, is_quoted ? "<blockquote>" : "");
	put_open(text, index, looks[block->kind].tag,
		(block->flags & CND_BLOCK_EMPHASIS) != 0
			? "strong"
			: looks[block->kind].class);
	if (block->kind == CND_BLOCK_ITEM && block->label.len == 0)
		cnd_buf_puts(text->out,
			"<span class=\"label\">\xe2\x80\xa2</span> ");
	put_inside(text, block);
	cnd_buf_printf(text->out, "</%s>", looks[block->kind].tag);
	cnd_buf_puts(text->out, is_quoted ? "</blockquote>\n" : "\n");
}

/* Opens the cell of a block, in a new row where the row changed. */
static void
open_cell(const struct text *text, uint32_t index, const struct cnd_block *last)
{
	const struct cnd_block *block = &text->doc->blocks[index];
	bool is_new_row = last == NULL || last->row != block->row;
	uint32_t column = is_new_row ? 0 : last->column + 1;

	if (is_new_row)
		cnd_buf_puts(text->out, last == NULL ? "<tr>" : "</tr>\n<tr>");
	if (column < block->column)
		cnd_buf_printf(text->out, "<td colspan=\"%" PRIu32 "\"></td>",
			block->column - column);
	put_open(text, index,
		(block->flags & CND_BLOCK_HEADER) != 0 ? "th" : "td", "");
}

/* The cells of one table that follow each other, from `index` on. */
static uint32_t
put_table(struct text *text, uint32_t index)
{
	uint32_t table = text->doc->blocks[index].table;
	const struct cnd_block *last = NULL;

	cnd_buf_puts(text->out,
		"<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
		"aria-label=\"Table of the report\"><table>\n");
	for (; index < text->doc->block_count; index++) {
		const struct cnd_block *block = &text->doc->blocks[index];

		if (block->kind != CND_BLOCK_CELL || block->table != table)
			break;
		if (last != NULL && last->row == block->row &&
			last->column == block->column) {
			cnd_buf_puts(text->out, "<br>");
		} else {
			if (last != NULL)
				cnd_buf_puts(text->out,
					(last->flags & CND_BLOCK_HEADER) != 0
						? "</th>"
						: "</td>");
			open_cell(text, index, last);
		}
		put_inside(text, block);
		last = block;
	}
	if (last != NULL)
		cnd_buf_puts(text->out,
			(last->flags & CND_BLOCK_HEADER) != 0 ? "</th></tr>\n"
							      : "</td></tr>\n");
	cnd_buf_puts(text->out, "</table></div>\n");
	return index;
}

void
cnd_page_text(const struct cnd_page_report *part)
{
	size_t count = part->report->finding_count;
	struct cnd_arena *arena = part->page->arena;
	struct text text = {
		.part = part,
		.doc = part->report->doc,
		.out = part->page->out,
		.active = cnd_arena_array(arena, count + 1, sizeof(uint32_t)),
		.is_named = cnd_arena_array(arena, count + 1, sizeof(bool)),
		.begun = cnd_arena_array(arena, count + 1, sizeof(uint32_t)),
	};

	cnd_html_element(
		"h3", CND_STR("The text, with its findings"), text.out);
	cnd_buf_puts(text.out, "<div class=\"document\">\n");
	for (uint32_t i = 0; i < text.doc->block_count;) {
		open_row(&text);
		if (text.doc->blocks[i].kind == CND_BLOCK_CELL)
			i = put_table(&text, i);
		else
			put_block(&text, i++);
		close_row(&text);
	}
	cnd_buf_puts(text.out, "</div>\n");
}
