/*
 * Plain text, also as taken out of a PDF: lines are marked first (contents,
 * furniture, footnotes, broken words), then gathered into paragraphs, and
 * each is told to be a heading, an item or a paragraph by its look and by
 * what went before it.
 */
#include "read/read.h"

#include "base/limits.h"
#include "read/encoding.h"
#include "read/text_block.h"
#include "read/text_furniture.h"
#include "read/text_put.h"
#include "read/text_table.h"

/* Numbers that slipped off their paragraphs, kept for those to come. */
enum { MOST_PENDING = 4 };

/* A list that is open: where its items stand and what they begin with. */
struct open_list {
	size_t indent;
	uint32_t sign;
};

struct text_reader {
	struct cnd_builder *builder;
	struct cnd_text_lines lines;
	struct cnd_hyphens hyphens;
	struct cnd_text_before before;
	struct open_list lists[CND_LIMIT_NESTING];
	size_t depth;
	uint32_t strong_level; /* of the last heading that shows its level */
	size_t pending[MOST_PENDING]; /* lines of numbers alone */
	size_t pending_count;
	uint32_t page; /* 0: no form feeds */
};

static struct cnd_block *
open_block(struct text_reader *reader, enum cnd_block_kind kind, size_t line)
{
	struct cnd_block *block = cnd_builder_open(reader->builder, kind);

	if ((reader->lines.lines[line].flags & CND_TEXT_QUOTED) != 0)
		block->flags |= CND_BLOCK_QUOTED;
	block->page = reader->page;
	return block;
}

/* One line as a block of its own: furniture, an entry of contents. */
static void
add_furniture(struct text_reader *reader, size_t line)
{
	struct cnd_text_block block = {
		.first = line, .last = line, .end = line + 1, .count = 1
	};

	open_block(reader, CND_BLOCK_FURNITURE, line);
	cnd_text_put(
		reader->builder, &reader->lines, &reader->hyphens, &block, 0);
	cnd_builder_close(reader->builder);
}

/* A footnote: its number's line, then its text; returns the line behind. */
static size_t
add_note(struct text_reader *reader, size_t line)
{
	const struct cnd_text_lines *lines = &reader->lines;
	struct cnd_str number = cnd_text_line(lines, line);

	open_block(reader, CND_BLOCK_NOTE, line);
	if ((lines->lines[line].flags & CND_TEXT_NOTE_START) != 0)
		cnd_builder_label(
			reader->builder, number, lines->lines[line++].from);
	while (line < lines->count &&
		(lines->lines[line].flags &
			(CND_TEXT_NOTE | CND_TEXT_NOTE_START)) ==
			CND_TEXT_NOTE) {
		struct cnd_str text = cnd_text_line(lines, line);
		struct cnd_str next = cnd_text_line(lines, line + 1);
		bool is_joined = cnd_hyphen_ends(text);

		if (is_joined &&
			cnd_hyphen_is_soft(&reader->hyphens, text, next))
			text.len--;
		cnd_builder_text(reader->builder, text, lines->lines[line].from,
			(uint32_t)text.len, 0);
		if (!is_joined)
			cnd_builder_text(
				reader->builder, CND_STR(" "), CND_NONE, 0, 0);
		line++;
	}
	cnd_builder_close(reader->builder);
	return line;
}

/* Furniture or a footnote at this line; returns the line behind it. */
static size_t
add_aside(struct text_reader *reader, size_t line)
{
	if ((reader->lines.lines[line].flags & CND_TEXT_NOTE) != 0)
		return add_note(reader, line);
	add_furniture(reader, line);
	return line + 1;
}

static bool
is_aside(const struct text_reader *reader, size_t line)
{
	return (reader->lines.lines[line].flags &
		       (CND_TEXT_FURNITURE | CND_TEXT_NOTE)) != 0;
}

/* What stood between the lines of a block comes after it. */
static void
add_asides(struct text_reader *reader, const struct cnd_text_block *block)
{
	size_t line = block->first;

	while (line < block->end) {
		if (is_aside(reader, line))
			line = add_aside(reader, line);
		else
			line++;
	}
}

static uint32_t
sign_of(const struct cnd_marker *marker)
{
	if (marker->kind == CND_MARKER_LABEL)
		return (uint32_t)marker->label.kind + 1;
	return marker->sign;
}

/* Ends the lists that an item at this indent cannot be in. */
static void
close_lists(struct text_reader *reader, size_t indent, uint32_t sign)
{
	while (reader->depth > 1 &&
		reader->lists[reader->depth - 1].indent > indent + 1)
		reader->depth--;
	for (size_t depth = reader->depth; depth > 0; depth--) {
		const struct open_list *list = &reader->lists[depth - 1];

		if (list->indent + 1 < indent)
			break;
		if (list->sign == sign) {
			reader->depth = depth;
			break;
		}
	}
}

/* The level of an item, told by indent first and by bullet second. */
static uint32_t
item_level(struct text_reader *reader, const struct cnd_text_block *block)
{
	size_t indent = reader->lines.lines[block->first].indent;
	uint32_t sign = sign_of(&block->marker);
	size_t level;

	close_lists(reader, indent, sign);
	if (reader->depth == 0 ||
		((reader->lists[reader->depth - 1].indent + 1 < indent ||
			 reader->lists[reader->depth - 1].sign != sign) &&
			reader->depth < CND_LIMIT_NESTING))
		reader->depth++;
	reader->lists[reader->depth - 1] = (struct open_list){ indent, sign };
	level = reader->depth;
	if (block->marker.depth > 1)
		level += block->marker.depth - 1;
	return (uint32_t)(level < CND_LIMIT_NESTING ? level
						    : CND_LIMIT_NESTING);
}

static char
last_byte(const struct cnd_text_lines *lines, size_t line)
{
	struct cnd_str text = cnd_text_line(lines, line);

	if (text.len == 0)
		return '\0';
	return text.data[text.len - 1];
}

/* Remembers what the next block needs to know of this one. */
static void
remember(struct text_reader *reader, const struct cnd_text_block *block,
	enum cnd_block_kind kind)
{
	char last = last_byte(&reader->lines, block->last);
	bool is_short = cnd_text_is_short(&reader->lines, block);
	bool is_numbered = kind == CND_BLOCK_ITEM &&
		block->marker.kind == CND_MARKER_LABEL &&
		block->marker.label.kind == CND_LABEL_NUMBER;

	reader->before.item_number =
		is_numbered ? block->marker.label.number : 0;
	reader->before.is_lead_in = last == ':';
	reader->before.is_question = last == '?' && kind != CND_BLOCK_HEADING;
	reader->before.is_heading = kind == CND_BLOCK_HEADING;
	reader->before.short_run = is_short ? reader->before.short_run + 1 : 0;
	if (kind == CND_BLOCK_HEADING)
		reader->depth = 0;
}

static void
finish_block(struct text_reader *reader, const struct cnd_text_block *block,
	const struct cnd_label *label, size_t skip)
{
	const char *source = reader->lines.source.data;

	if (label->text.len > 0)
		cnd_builder_label(reader->builder, label->text,
			(uint32_t)(label->text.data - source));
	cnd_text_put(
		reader->builder, &reader->lines, &reader->hyphens, block, skip);
	cnd_builder_close(reader->builder);
}

static void
add_heading(struct text_reader *reader, const struct cnd_text_block *block,
	const struct cnd_label *label, uint32_t level)
{
	open_block(reader, CND_BLOCK_HEADING, block->first)->level = level;
	finish_block(reader, block, label, label->rest);
	remember(reader, block, CND_BLOCK_HEADING);
}

/* A heading with a rule below it: '=' for the first level, '-' for the
 * second. */
static size_t
add_underlined(struct text_reader *reader, size_t line, char rule)
{
	struct cnd_text_block block = {
		.first = line, .last = line, .end = line + 1, .count = 1
	};
	struct cnd_label label = { .rest = 0 };

	if (!cnd_label_find_heading(
		    cnd_text_line(&reader->lines, line), &label))
		label = (struct cnd_label){ .rest = 0 };
	reader->strong_level = rule == '=' ? 1 : 2;
	add_heading(reader, &block, &label, reader->strong_level);
	return line + 2;
}

/* "Appendix A: Terms of reference" is no part of the section before it. */
static bool
is_appendix(struct cnd_str text)
{
	static const char *const words[] = { "Appendix ", "Annex " };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (cnd_str_starts_with(text, cnd_str_of(words[i])))
			return true;
	return false;
}

static uint32_t
heading_level(struct text_reader *reader, enum cnd_text_heading heading,
	const struct cnd_text_block *block, const struct cnd_label *label)
{
	if (heading == CND_TEXT_TITLE &&
		!is_appendix(cnd_text_line(&reader->lines, block->first)))
		return reader->strong_level + 1;
	reader->strong_level = 1;
	if (heading == CND_TEXT_NUMBERED && label->kind == CND_LABEL_PATH)
		reader->strong_level = label->number;
	return reader->strong_level;
}

static bool
is_item(const struct text_reader *reader, const struct cnd_text_block *block)
{
	const struct cnd_marker *marker = &block->marker;

	if (marker->kind != CND_MARKER_LABEL)
		return marker->kind != CND_MARKER_NONE;
	if (marker->label.kind == CND_LABEL_NUMBER)
		return cnd_text_is_list_number(
			&reader->lines, block, &reader->before);
	return marker->label.kind == CND_LABEL_LETTER;
}

/* A paragraph without a marker of its own, set in below an item. */
static bool
is_inside_item(
	const struct text_reader *reader, const struct cnd_text_block *block)
{
	return block->marker.kind == CND_MARKER_NONE && reader->depth > 0 &&
		reader->lines.lines[block->first].indent >
		reader->lists[reader->depth - 1].indent;
}

/* The kind of a block that is no heading, and its level in a list. */
static enum cnd_block_kind
kind_of(struct text_reader *reader, const struct cnd_text_block *block,
	uint32_t *level)
{
	*level = 0;
	if (is_item(reader, block)) {
		*level = item_level(reader, block);
		return CND_BLOCK_ITEM;
	}
	if (is_inside_item(reader, block)) {
		*level = (uint32_t)reader->depth;
		return CND_BLOCK_PARAGRAPH;
	}
	reader->depth = 0;
	if (block->count == 1 &&
		cnd_label_is_caption(
			cnd_text_line(&reader->lines, block->first)))
		return CND_BLOCK_CAPTION;
	return CND_BLOCK_PARAGRAPH;
}

/* A paragraph or item, with the number that it or its bullet's text has. */
static void
add_paragraph(struct text_reader *reader, const struct cnd_text_block *block)
{
	struct cnd_str first = cnd_text_line(&reader->lines, block->first);
	struct cnd_label label = { .rest = 0 };
	size_t skip = block->marker.rest;
	uint32_t level;
	enum cnd_block_kind kind = kind_of(reader, block, &level);

	if (block->marker.kind == CND_MARKER_LABEL) {
		label = block->marker.label;
	} else if (block->marker.kind != CND_MARKER_NONE &&
		cnd_label_find(cnd_str_slice(first, skip, first.len), &label)) {
		skip += label.rest;
	} else {
		label = (struct cnd_label){ .rest = 0 };
	}
	open_block(reader, kind, block->first)->level = level;
	finish_block(reader, block, &label, skip);
	remember(reader, block, kind);
}

/* A footnote among the text, "[12] See page 4": its label's bytes, or 0. */
static size_t
note_label(struct cnd_str line)
{
	size_t at = 1;

	if (line.len == 0 || line.data[0] != '[')
		return 0;
	while (at < line.len && at <= 3 && cnd_is_digit(line.data[at]))
		at++;
	if (at == 1 || at + 1 >= line.len || line.data[at] != ']' ||
		line.data[at + 1] != ' ')
		return 0;
	return at + 1;
}

static void
add_listed_note(struct text_reader *reader, const struct cnd_text_block *block,
	size_t len)
{
	struct cnd_str first = cnd_text_line(&reader->lines, block->first);
	struct cnd_label label = { .text = cnd_str_slice(first, 1, len - 1) };

	open_block(reader, CND_BLOCK_NOTE, block->first);
	finish_block(reader, block, &label, len + 1);
	remember(reader, block, CND_BLOCK_NOTE);
}

/* The line is a number alone, "1." or "1.1". */
static bool
is_lone_number(const struct text_reader *reader, size_t line)
{
	struct cnd_label label;

	return line < reader->lines.count &&
		cnd_label_is_alone(cnd_text_line(&reader->lines, line), &label);
}

/*
 * Converters that go by columns give several numbers first and then their
 * paragraphs: such numbers wait.  False when the line is none of these.
 */
static bool
keep_number(struct text_reader *reader, size_t line)
{
	size_t next = cnd_text_next(&reader->lines, line);

	if (!is_lone_number(reader, line) ||
		reader->pending_count == MOST_PENDING)
		return false;
	if (reader->pending_count == 0 && !is_lone_number(reader, next))
		return false;
	reader->pending[reader->pending_count++] = line;
	return true;
}

/* The first of the numbers that wait; false when there is none. */
static bool
take_number(struct text_reader *reader, struct cnd_label *label)
{
	if (reader->pending_count == 0)
		return false;
	cnd_label_is_alone(
		cnd_text_line(&reader->lines, reader->pending[0]), label);
	label->rest = 0;
	reader->pending_count--;
	for (size_t i = 0; i < reader->pending_count; i++)
		reader->pending[i] = reader->pending[i + 1];
	return true;
}

/* A block that gets a number which waited. */
static void
add_numbered(struct text_reader *reader, const struct cnd_text_block *block,
	const struct cnd_label *label)
{
	if (cnd_text_is_short(&reader->lines, block)) {
		add_heading(reader, block, label,
			heading_level(reader, CND_TEXT_NUMBERED, block, label));
		return;
	}
	open_block(reader, CND_BLOCK_PARAGRAPH, block->first);
	finish_block(reader, block, label, 0);
	remember(reader, block, CND_BLOCK_PARAGRAPH);
	reader->depth = 0;
}

/* Numbers whose paragraphs did not come. */
static void
drop_numbers(struct text_reader *reader)
{
	for (size_t i = 0; i < reader->pending_count; i++)
		add_furniture(reader, reader->pending[i]);
	reader->pending_count = 0;
}

/* A block that is neither underlined nor a table. */
static void
add_block(struct text_reader *reader, const struct cnd_text_block *block)
{
	size_t note = note_label(cnd_text_line(&reader->lines, block->first));
	enum cnd_text_heading heading;
	struct cnd_label label;

	if (note > 0) {
		add_listed_note(reader, block, note);
		return;
	}
	if (block->marker.kind != CND_MARKER_NONE) {
		drop_numbers(reader);
	} else if (take_number(reader, &label)) {
		add_numbered(reader, block, &label);
		return;
	}
	heading = cnd_text_heading_of(
		&reader->lines, block, &reader->before, &label);
	if (heading != CND_TEXT_NO_HEADING)
		add_heading(reader, block, &label,
			heading_level(reader, heading, block, &label));
	else
		add_paragraph(reader, block);
}

/* Reads what begins at a line of text; returns the line behind it. */
static size_t
add_text(struct text_reader *reader, size_t line)
{
	struct cnd_text_block block;
	char rule = cnd_text_underline(&reader->lines, line);

	if (rule != '\0')
		return add_underlined(reader, line, rule);
	if (keep_number(reader, line))
		return line + 1;
	block = cnd_text_collect(&reader->lines, line);
	add_block(reader, &block);
	add_asides(reader, &block);
	return block.end;
}

static void
count_page(struct text_reader *reader, size_t from, size_t to)
{
	for (; from < to; from++) {
		if ((reader->lines.lines[from].flags & CND_TEXT_FEED) != 0)
			reader->page++;
	}
}

/* Whatever begins at the line; returns the line behind it. */
static size_t
add_any(struct text_reader *reader, size_t line)
{
	struct cnd_str text = cnd_text_line(&reader->lines, line);
	size_t end;

	if (is_aside(reader, line))
		return add_aside(reader, line);
	if ((reader->lines.lines[line].flags & CND_TEXT_CONTENTS) != 0) {
		add_furniture(reader, line);
		return line + 1;
	}
	end = cnd_text_table(
		&reader->lines, &reader->hyphens, line, reader->builder);
	if (end != line)
		return end;
	if (cnd_text_is_rule(text)) {
		add_furniture(reader, line);
		return line + 1;
	}
	return add_text(reader, line);
}

static void
read_lines(struct text_reader *reader)
{
	size_t line = 0;
	size_t counted = 0;

	for (size_t i = 0; i < reader->lines.count && reader->page == 0; i++) {
		if ((reader->lines.lines[i].flags & CND_TEXT_FEED) != 0)
			reader->page = 1;
	}
	while (line < reader->lines.count &&
		!cnd_builder_is_full(reader->builder)) {
		size_t end;

		if (reader->page > 0)
			count_page(reader, counted, line + 1);
		counted = line + 1;
		end = add_any(reader, line);
		line = end;
	}
	drop_numbers(reader);
}

struct cnd_document *
cnd_read_text(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	struct text_reader reader = { 0 };

	reader.builder =
		cnd_builder_new(name, "text", source, CND_PLACES_LINES);
	cnd_text_lines_read(&reader.lines, source, cnd_encoding_bom(source));
	cnd_text_mark_contents(&reader.lines);
	cnd_text_mark_page_numbers(&reader.lines);
	cnd_text_mark_notes(&reader.lines);
	cnd_text_mark_heads(&reader.lines);
	cnd_hyphens_read(&reader.hyphens, &reader.lines);
	read_lines(&reader);
	cnd_hyphens_dispose(&reader.hyphens);
	cnd_text_lines_dispose(&reader.lines);
	return cnd_builder_finish(reader.builder, err);
}
