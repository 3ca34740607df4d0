/*
 * Holds a block's pieces back until its label is known.  Invariant: pieces
 * are held only while fewer than CND_GATHER_HEAD bytes of text came; after
 * that all goes straight to the builder.
 */
#include "read/gather.h"

#include "read/bullet.h"
#include "read/comment.h"

#include <string.h>

void
cnd_gather_begin(struct cnd_gather *gather, enum cnd_block_kind kind)
{
	gather->is_active = true;
	gather->is_open = false;
	gather->model = (struct cnd_block){ .kind = kind, .table = CND_NONE };
	gather->block = NULL;
	gather->label = (struct cnd_str){ NULL, 0 };
	gather->label_source = CND_NONE;
	gather->piece_count = 0;
	gather->len = 0;
	gather->has_plain = false;
	gather->has_bold = false;
	gather->has_outside = false;
	gather->has_link = false;
}

static struct cnd_str
piece_text(const struct cnd_piece *piece)
{
	const char *data = piece->data == NULL ? piece->own : piece->data;

	return (struct cnd_str){ data, piece->len };
}

/* The last bytes handed over are bold, in italics or code. */
static void
mark(struct cnd_gather *gather, size_t len, unsigned style)
{
	size_t to =
		gather->block->span.from + cnd_builder_length(gather->builder);
	struct cnd_span span = { (uint32_t)(to - len), (uint32_t)to };

	if (len > to - gather->block->span.from)
		return;
	if ((style & CND_STYLE_BOLD) != 0)
		cnd_builder_strong(gather->builder, span);
	if ((style & CND_STYLE_ITALIC) != 0)
		cnd_builder_slanted(gather->builder, span);
	if ((style & CND_STYLE_CODE) != 0)
		cnd_builder_code(gather->builder, span);
}

static void
emit(struct cnd_gather *gather, const struct cnd_piece *piece)
{
	struct cnd_str text = piece_text(piece);

	if (piece->style == CND_STYLE_COMMENT) {
		cnd_builder_directive(gather->builder,
			cnd_comment_unmask(
				cnd_builder_arena(gather->builder), text),
			piece->source);
		return;
	}
	if (cnd_str_trim(text).len > 0) {
		if ((piece->style & CND_STYLE_BOLD) != 0)
			gather->has_bold = true;
		else
			gather->has_plain = true;
		if ((piece->style & CND_STYLE_LOCAL_LINK) != 0)
			gather->has_link = true;
		else
			gather->has_outside = true;
	}
	cnd_builder_text(
		gather->builder, text, piece->source, piece->source_len, 0);
	mark(gather, text.len, piece->style);
}

/* Takes count bytes of text off the front of the pieces held. */
static void
skip_text(struct cnd_gather *gather, size_t count)
{
	for (size_t i = 0; i < gather->piece_count && count > 0; i++) {
		struct cnd_piece *piece = &gather->pieces[i];
		uint32_t cut =
			count < piece->len ? (uint32_t)count : piece->len;
		bool is_exact = piece->len == piece->source_len;

		if (piece->style == CND_STYLE_COMMENT)
			continue;
		if (piece->data != NULL)
			piece->data += cut;
		else
			memmove(piece->own, piece->own + cut,
				sizeof(piece->own) - cut);
		piece->len -= cut;
		if (piece->source != CND_NONE && is_exact) {
			piece->source += cut;
			piece->source_len -= cut;
		}
		count -= cut;
	}
}

/* Where the text byte at offset of the pieces held came from. */
static uint32_t
source_of(const struct cnd_gather *gather, size_t offset)
{
	for (size_t i = 0; i < gather->piece_count; i++) {
		const struct cnd_piece *piece = &gather->pieces[i];

		if (piece->style == CND_STYLE_COMMENT)
			continue;
		if (offset >= piece->len) {
			offset -= piece->len;
			continue;
		}
		if (piece->len != piece->source_len)
			return piece->source;
		return piece->source + (uint32_t)offset;
	}
	return CND_NONE;
}

static bool
may_have_label(const struct cnd_gather *gather)
{
	enum cnd_block_kind kind = gather->model.kind;

	return gather->label.len == 0 &&
		(kind == CND_BLOCK_PARAGRAPH || kind == CND_BLOCK_ITEM ||
			kind == CND_BLOCK_HEADING) &&
		(gather->model.flags & CND_BLOCK_RAW) == 0;
}

static void
become_item(struct cnd_gather *gather)
{
	gather->model.kind = CND_BLOCK_ITEM;
	if (gather->model.level == 0)
		gather->model.level = 1;
}

/* Takes a bullet typed by hand off the pieces and the head. */
static void
skip_bullet(struct cnd_gather *gather, struct cnd_str *head)
{
	size_t blanks = 0;
	size_t bullet;

	while (blanks < head->len && cnd_is_space(head->data[blanks]))
		blanks++;
	bullet = cnd_bullet_length(cnd_str_slice(*head, blanks, head->len));
	if (bullet == 0 || gather->model.kind == CND_BLOCK_HEADING)
		return;
	skip_text(gather, blanks + bullet);
	*head = cnd_str_slice(*head, blanks + bullet, head->len);
	become_item(gather);
}

/* Finds the label in the head and takes it off the pieces. */
static void
find_label(struct cnd_gather *gather)
{
	size_t len =
		gather->len < CND_GATHER_HEAD ? gather->len : CND_GATHER_HEAD;
	struct cnd_str head = { gather->head, len };
	struct cnd_label label;
	size_t start = 0;
	bool is_found;

	skip_bullet(gather, &head);
	while (start < head.len && cnd_is_space(head.data[start]))
		start++;
	head = cnd_str_slice(head, start, head.len);
	if (gather->model.kind == CND_BLOCK_HEADING)
		is_found = cnd_label_find_heading(head, &label);
	else
		is_found = cnd_label_find(head, &label);
	if (!is_found)
		return;
	gather->label = label.text;
	gather->label_source = source_of(gather, start);
	skip_text(gather, start + label.rest);
	if (label.kind == CND_LABEL_LETTER &&
		gather->model.kind == CND_BLOCK_PARAGRAPH)
		become_item(gather);
}

/* Hands the block and the pieces held to the builder. */
static void
open_block(struct cnd_gather *gather)
{
	struct cnd_block *block;

	if (may_have_label(gather))
		find_label(gather);
	block = cnd_builder_open(gather->builder, gather->model.kind);
	block->flags = gather->model.flags;
	block->level = gather->model.level;
	block->table = gather->model.table;
	block->row = gather->model.row;
	block->column = gather->model.column;
	block->page = gather->model.page;
	gather->block = block;
	gather->is_open = true;
	if (gather->label.len > 0)
		cnd_builder_label(
			gather->builder, gather->label, gather->label_source);
	for (size_t i = 0; i < gather->piece_count; i++)
		emit(gather, &gather->pieces[i]);
	gather->piece_count = 0;
}

static void
keep_head(struct cnd_gather *gather, struct cnd_str text)
{
	if (gather->len < CND_GATHER_HEAD) {
		size_t room = CND_GATHER_HEAD - gather->len;

		memcpy(gather->head + gather->len, text.data,
			text.len < room ? text.len : room);
	}
	gather->len += text.len;
}

static void
add_piece(struct cnd_gather *gather, struct cnd_piece piece)
{
	if (!gather->is_open &&
		(gather->piece_count == CND_GATHER_PIECES ||
			gather->len >= CND_GATHER_HEAD))
		open_block(gather);
	if (gather->is_open)
		emit(gather, &piece);
	else
		gather->pieces[gather->piece_count++] = piece;
}

void
cnd_gather_text(struct cnd_gather *gather, struct cnd_str text, uint32_t source,
	uint32_t source_len, unsigned style)
{
	struct cnd_piece piece = { text.data, (uint32_t)text.len, source,
		source_len, style, { 0 } };

	if (text.len == 0)
		return;
	if (text.len <= sizeof(piece.own)) {
		memcpy(piece.own, text.data, text.len);
		piece.data = NULL;
	}
	add_piece(gather, piece);
	keep_head(gather, text);
}

void
cnd_gather_directive(
	struct cnd_gather *gather, struct cnd_str text, uint32_t source)
{
	struct cnd_piece piece = { text.data, (uint32_t)text.len, source, 0,
		CND_STYLE_COMMENT, { 0 } };

	add_piece(gather, piece);
}

void
cnd_gather_label(
	struct cnd_gather *gather, struct cnd_str label, uint32_t source)
{
	gather->label = label;
	gather->label_source = source;
}

/* What can be told only from the whole block. */
static void
judge_whole(struct cnd_gather *gather)
{
	struct cnd_str head = { gather->head, gather->len };
	struct cnd_block *block = gather->block;

	if (block->kind != CND_BLOCK_PARAGRAPH && block->kind != CND_BLOCK_ITEM)
		return;
	if (gather->has_link && !gather->has_outside) {
		block->kind = CND_BLOCK_FURNITURE;
		return;
	}
	if (block->kind != CND_BLOCK_PARAGRAPH)
		return;
	if (gather->has_bold && !gather->has_plain)
		block->flags |= CND_BLOCK_EMPHASIS;
	if (block->label.len == 0 && gather->len < CND_GATHER_HEAD &&
		cnd_label_is_caption(cnd_str_trim(head)))
		block->kind = CND_BLOCK_CAPTION;
}

bool
cnd_gather_end(struct cnd_gather *gather)
{
	if (!gather->is_active)
		return false;
	if (!gather->is_open)
		open_block(gather);
	judge_whole(gather);
	gather->is_active = false;
	gather->is_open = false;
	return cnd_builder_close(gather->builder);
}
