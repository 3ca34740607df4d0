/*
 * Running text of Markdown.  md->cursor stands behind the last text that
 * came from the source; a line's end is looked for from there on.
 */
#include "read/markdown.h"

#include "read/bullet.h"
#include "read/comment.h"
#include "read/entity.h"

#include <stdio.h>

/* Longest footnote mark "[^…]" and inline tag looked at. */
enum { MARK_REACH = 64, LINE_REACH = 256, BULLET_REACH = 16 };

static unsigned
style_of(const struct cnd_markdown *md)
{
	return (md->bold > 0 ? CND_STYLE_BOLD : 0u) |
		(md->italics > 0 ? CND_STYLE_ITALIC : 0u) |
		(md->codes > 0 ? CND_STYLE_CODE : 0u) |
		(md->local_links > 0 ? CND_STYLE_LOCAL_LINK : 0u);
}

/* The offset of text that lies inside the source, or CND_NONE. */
uint32_t
cnd_markdown_offset(const struct cnd_markdown *md, struct cnd_str text)
{
	uintptr_t from = (uintptr_t)md->source.data;
	uintptr_t at = (uintptr_t)text.data;

	if (at < from || at - from > md->source.len ||
		text.len > md->source.len - (at - from))
		return CND_NONE;
	return (uint32_t)(at - from);
}

size_t
cnd_markdown_list_index(const struct cnd_markdown *md)
{
	size_t top = md->list_depth - 1;

	return top < CND_LIMIT_NESTING ? top : CND_LIMIT_NESTING - 1;
}

unsigned
cnd_markdown_flags(const struct cnd_markdown *md)
{
	return md->quotes > 0 ? CND_BLOCK_QUOTED : 0u;
}

static uint32_t
list_level(const struct cnd_markdown *md)
{
	return md->list_depth == 0 ? 0
				   : (uint32_t)cnd_markdown_list_index(md) + 1;
}

/*
 * Where an ordered item's number stands: before its text, on its line.
 * Only near the text is looked at, so that a line of a million markers
 * stays cheap.
 */
static uint32_t
marker_source(const struct cnd_markdown *md, uint32_t text, char delimiter)
{
	const char *data = md->source.data;
	uint32_t low = text > LINE_REACH ? text - LINE_REACH : 0;
	uint32_t at = text;

	while (at > low && data[at - 1] != '\n' && data[at - 1] != '\r') {
		at--;
		if (data[at] != delimiter || at == low ||
			!cnd_is_digit(data[at - 1]))
			continue;
		while (at > low && cnd_is_digit(data[at - 1]))
			at--;
		return at;
	}
	return CND_NONE;
}

/* Gives an ordered list's item its number, as a reader would see it. */
static void
label_item(struct cnd_markdown *md, uint32_t text)
{
	struct cnd_markdown_list *list =
		&md->lists[cnd_markdown_list_index(md)];
	int len;

	if (!list->is_ordered)
		return;
	len = snprintf(md->label, sizeof(md->label), "%u%s", list->number,
		list->delimiter == ')' ? ")" : "");
	cnd_gather_label(&md->gather,
		(struct cnd_str){ md->label, (size_t)len },
		text == CND_NONE ? CND_NONE
				 : marker_source(md, text, list->delimiter));
}

/* Begins a paragraph, or the item whose first paragraph it is. */
void
cnd_markdown_paragraph(struct cnd_markdown *md, uint32_t text)
{
	bool is_item = md->is_item_fresh && md->list_depth > 0;

	cnd_gather_begin(
		&md->gather, is_item ? CND_BLOCK_ITEM : CND_BLOCK_PARAGRAPH);
	md->gather.model.flags = cnd_markdown_flags(md);
	md->gather.model.level = list_level(md);
	if (is_item)
		label_item(md, text);
	md->is_item_fresh = false;
	md->is_note_before = md->is_note_last && !is_item;
	md->is_note_last = false;
}

void
cnd_markdown_end(struct cnd_markdown *md)
{
	if (!md->gather.is_active)
		return;
	if (md->gather.model.kind == CND_BLOCK_NOTE)
		md->is_note_last = true;
	cnd_gather_end(&md->gather);
}

/* An item's text comes without a paragraph when its list is tight, and a
 * paragraph's first text tells where its number stands. */
static void
ensure_block(struct cnd_markdown *md, uint32_t text)
{
	if (!md->gather.is_active)
		cnd_markdown_paragraph(md, text);
	else if (md->gather.label.len > 0 &&
		md->gather.label_source == CND_NONE && md->gather.len == 0 &&
		text != CND_NONE)
		label_item(md, text);
}

/* Bytes of a footnote mark "[^1]" at the front of text, or 0. */
static size_t
mark_length(struct cnd_str text)
{
	size_t len = text.len < MARK_REACH ? text.len : MARK_REACH;

	if (len < 4 || text.data[0] != '[' || text.data[1] != '^' ||
		text.data[2] == ']')
		return 0;
	for (size_t i = 2; i < len; i++) {
		if (text.data[i] == ']')
			return i + 1;
		if (cnd_is_space(text.data[i]) || text.data[i] == '[')
			return 0;
	}
	return 0;
}

/* Appends text from the source, footnote marks left out. */
static void
add_text(struct cnd_markdown *md, struct cnd_str text, uint32_t source)
{
	size_t from = 0;
	size_t at = 0;

	while (at < text.len) {
		struct cnd_str rest = cnd_str_slice(text, at, text.len);
		size_t next = cnd_str_find_byte(rest, '[');
		size_t mark;

		if (next == CND_NOT_FOUND)
			break;
		at += next;
		mark = mark_length(cnd_str_slice(text, at, text.len));
		if (mark == 0) {
			at++;
			continue;
		}
		cnd_gather_text(&md->gather, cnd_str_slice(text, from, at),
			source + (uint32_t)from, (uint32_t)(at - from),
			style_of(md));
		at += mark;
		from = at;
	}
	cnd_gather_text(&md->gather, cnd_str_slice(text, from, text.len),
		source + (uint32_t)from, (uint32_t)(text.len - from),
		style_of(md));
}

/*
 * A footnote's text, "[^1]: …", which md4c takes for a paragraph; several
 * may follow each other line by line.  Returns the bytes of the mark.
 */
static size_t
begin_note(struct cnd_markdown *md, struct cnd_str text, uint32_t source)
{
	size_t mark = mark_length(text);

	if (mark == 0 || mark >= text.len || text.data[mark] != ':' ||
		md->gather.model.kind == CND_BLOCK_CELL)
		return 0;
	cnd_markdown_end(md);
	cnd_gather_begin(&md->gather, CND_BLOCK_NOTE);
	md->gather.model.flags = cnd_markdown_flags(md);
	cnd_gather_label(&md->gather, cnd_str_slice(text, 2, mark - 1), source);
	return mark + 1;
}

/* A footnote's later paragraphs are set in by four blanks. */
static bool
goes_on_with_note(const struct cnd_markdown *md, uint32_t source)
{
	const struct cnd_gather *gather = &md->gather;

	return md->is_note_before && gather->len == 0 &&
		gather->model.kind == CND_BLOCK_PARAGRAPH && source >= 4 &&
		cnd_str_equal(cnd_str_slice(md->source, source - 4, source),
			CND_STR("    "));
}

/* True when the text is the first of its block, or a note's next line. */
static bool
may_begin_note(const struct cnd_markdown *md)
{
	const struct cnd_gather *gather = &md->gather;

	if (gather->model.kind == CND_BLOCK_HEADING)
		return false;
	return gather->len == 0 ||
		(gather->model.kind == CND_BLOCK_NOTE && md->cursor > 0 &&
			md->cursor <= md->source.len &&
			md->source.data[md->cursor - 1] == '\n');
}

void
cnd_markdown_text(struct cnd_markdown *md, struct cnd_str text)
{
	uint32_t source = cnd_markdown_offset(md, text);

	ensure_block(md, source);
	if (source == CND_NONE) {
		cnd_gather_text(&md->gather, text, source, 0, style_of(md));
		return;
	}
	if (goes_on_with_note(md, source))
		md->gather.model.kind = CND_BLOCK_NOTE;
	if (may_begin_note(md)) {
		size_t skip = begin_note(md, text, source);

		text = cnd_str_slice(text, skip, text.len);
		source += (uint32_t)skip;
	}
	md->cursor = source + (uint32_t)text.len;
	/* "[^1]" for which a definition looked like a link's. */
	if (md->links > 0 && text.len > 1 && text.data[0] == '^' &&
		source > 0 && md->source.data[source - 1] == '[')
		return;
	add_text(md, text, source);
}

/* The line that begins at the cursor opens with a bullet typed by hand; a
 * dash may be the sentence's own. */
static bool
opens_with_bullet(const struct cnd_markdown *md)
{
	size_t at = md->cursor;
	enum cnd_block_kind kind = md->gather.model.kind;
	struct cnd_str line;

	if (kind != CND_BLOCK_PARAGRAPH && kind != CND_BLOCK_ITEM)
		return false;
	while (at < md->source.len &&
		(md->source.data[at] == ' ' || md->source.data[at] == '\t'))
		at++;
	line = cnd_str_slice(md->source, at, at + BULLET_REACH);
	return cnd_bullet_length(line) > 0 &&
		!cnd_str_starts_with(line, CND_STR("\u2013"));
}

/* A line's end: one blank where it only wraps, '\n' where it is meant. */
void
cnd_markdown_break(struct cnd_markdown *md, bool is_hard)
{
	size_t at = md->cursor;

	ensure_block(md, CND_NONE);
	while (at < md->source.len && md->source.data[at] != '\n' &&
		md->source.data[at] != '\r')
		at++;
	if (at + 1 < md->source.len && md->source.data[at] == '\r' &&
		md->source.data[at + 1] == '\n')
		at++;
	if (at < md->source.len)
		md->cursor = (uint32_t)at + 1;
	if (opens_with_bullet(md)) {
		cnd_markdown_end(md);
		cnd_markdown_paragraph(md, CND_NONE);
		return;
	}
	cnd_gather_text(&md->gather, is_hard ? CND_STR("\n") : CND_STR(" "),
		(uint32_t)at, 1, style_of(md));
}

void
cnd_markdown_entity(struct cnd_markdown *md, struct cnd_str text)
{
	uint32_t source = cnd_markdown_offset(md, text);
	char decoded[4];
	size_t len = cnd_entity_decode(text, decoded);

	if (len == 0 || source == CND_NONE) {
		cnd_markdown_text(md, text);
		return;
	}
	ensure_block(md, source);
	md->cursor = source + (uint32_t)text.len;
	cnd_gather_text(&md->gather, (struct cnd_str){ decoded, len }, source,
		(uint32_t)text.len, style_of(md));
}

/* A tag or comment in running text: only breaks and directives matter. */
void
cnd_markdown_tag(struct cnd_markdown *md, struct cnd_str tag)
{
	uint32_t source = cnd_markdown_offset(md, tag);
	struct cnd_str comment;

	if (source != CND_NONE)
		md->cursor = source + (uint32_t)tag.len;
	if (cnd_comment_directive(tag, &comment)) {
		ensure_block(md, source);
		cnd_gather_directive(&md->gather, comment, source);
	} else if (cnd_comment_is_tag(tag, "br") && source != CND_NONE) {
		ensure_block(md, source);
		cnd_gather_text(&md->gather, CND_STR("\n"), source,
			(uint32_t)tag.len, style_of(md));
	} else if (cnd_comment_is_tag(tag, "img")) {
		md->image_count++;
	} else if (cnd_comment_is_tag(tag, "sup")) {
		md->is_superscript = true;
	} else if (cnd_comment_is_tag(tag, "/sup")) {
		md->is_superscript = false;
	}
}

void
cnd_markdown_code(struct cnd_markdown *md, struct cnd_str text)
{
	uint32_t source = cnd_markdown_offset(md, text);

	ensure_block(md, source);
	if (source != CND_NONE)
		md->cursor = source + (uint32_t)text.len;
	cnd_gather_text(
		&md->gather, text, source, (uint32_t)text.len, style_of(md));
}
