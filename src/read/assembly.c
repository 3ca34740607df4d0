/* A stack of open paragraphs; outermost ones are emitted with their own. */
#include "read/assembly.h"

#include "read/bullet.h"
#include "read/label.h"

struct cnd_assembly {
	struct cnd_arena *arena;
	struct cnd_builder *builder;
	struct cnd_paragraph *open;
	uint32_t page; /* 0: not known */
};

struct cnd_assembly *
cnd_assembly_new(struct cnd_arena *arena, struct cnd_builder *builder)
{
	struct cnd_assembly *assembly =
		cnd_arena_alloc(arena, sizeof(*assembly));

	assembly->arena = arena;
	assembly->builder = builder;
	return assembly;
}

static void
release_paragraph(void *paragraph)
{
	cnd_buf_dispose(&((struct cnd_paragraph *)paragraph)->text);
}

struct cnd_paragraph *
cnd_assembly_open(struct cnd_assembly *assembly, uint32_t part)
{
	struct cnd_paragraph *paragraph =
		cnd_arena_alloc(assembly->arena, sizeof(*paragraph));

	cnd_arena_defer(assembly->arena, release_paragraph, paragraph);
	paragraph->block.kind = CND_BLOCK_PARAGRAPH;
	paragraph->block.table = CND_NONE;
	paragraph->part = part;
	paragraph->host = assembly->open;
	assembly->open = paragraph;
	return paragraph;
}

struct cnd_paragraph *
cnd_assembly_current(const struct cnd_assembly *assembly)
{
	return assembly->open;
}

void
cnd_assembly_page(struct cnd_assembly *assembly, uint32_t page)
{
	assembly->page = page;
}

void
cnd_paragraph_text(struct cnd_assembly *assembly, struct cnd_str text,
	uint32_t from, uint32_t to)
{
	struct cnd_paragraph *paragraph = assembly->open;

	if (paragraph == NULL || text.len == 0)
		return;
	if (paragraph->text.len == 0)
		paragraph->block.page = assembly->page;
	paragraph->pieces = cnd_arena_grow(assembly->arena, paragraph->pieces,
		paragraph->piece_count, &paragraph->piece_capacity,
		sizeof(*paragraph->pieces));
	paragraph->pieces[paragraph->piece_count++] =
		(struct cnd_run){ (uint32_t)paragraph->text.len,
			(uint32_t)text.len, from, to - from };
	cnd_buf_put(&paragraph->text, text);
}

/* Shortens the last piece by a blank at its end; drops it when empty. */
static void
cut_last(struct cnd_paragraph *paragraph)
{
	struct cnd_run *last = &paragraph->pieces[paragraph->piece_count - 1];

	paragraph->text.len--;
	if (last->len == last->source_len)
		last->source_len--;
	last->len--;
	if (last->len == 0)
		paragraph->piece_count--;
}

/* Takes `count` bytes off the front of the text from `since` on. */
static void
cut_front(struct cnd_paragraph *paragraph, size_t since, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < paragraph->piece_count; i++) {
		struct cnd_run piece = paragraph->pieces[i];
		size_t over = 0;

		if (piece.off >= since) {
			size_t done = piece.off - since;

			over = done >= count ? 0 : count - done;
			if (over > piece.len)
				over = piece.len;
			piece.off -= (uint32_t)(done >= count ? count : done);
		}
		if (piece.len == piece.source_len) {
			piece.source += (uint32_t)over;
			piece.source_len -= (uint32_t)over;
		}
		piece.len -= (uint32_t)over;
		if (piece.len > 0)
			paragraph->pieces[kept++] = piece;
	}
	paragraph->piece_count = kept;
	for (size_t i = since; i + count < paragraph->text.len; i++)
		paragraph->text.data[i] = paragraph->text.data[i + count];
	paragraph->text.len -= count;
}

void
cnd_paragraph_trim(struct cnd_paragraph *paragraph, size_t since)
{
	size_t blanks = 0;

	while (paragraph->text.len > since && paragraph->piece_count > 0 &&
		cnd_is_space(paragraph->text.data[paragraph->text.len - 1]))
		cut_last(paragraph);
	while (since + blanks < paragraph->text.len &&
		cnd_is_space(paragraph->text.data[since + blanks]))
		blanks++;
	if (blanks > 0)
		cut_front(paragraph, since, blanks);
}

void
cnd_paragraph_cut(struct cnd_paragraph *paragraph, size_t since)
{
	while (paragraph->piece_count > 0 &&
		paragraph->pieces[paragraph->piece_count - 1].off >= since)
		paragraph->piece_count--;
	if (paragraph->text.len > since)
		paragraph->text.len = since;
}

static void
add_mark(struct cnd_assembly *assembly, struct cnd_paragraph *paragraph,
	struct cnd_mark mark)
{
	paragraph->marks = cnd_arena_grow(assembly->arena, paragraph->marks,
		paragraph->mark_count, &paragraph->mark_capacity,
		sizeof(*paragraph->marks));
	paragraph->marks[paragraph->mark_count++] = mark;
}

/* The mark of the text just before, if it says the same. */
static struct cnd_mark *
mark_before(struct cnd_paragraph *paragraph, const char *rule, size_t since)
{
	enum { NEAR = 4 }; /* beside it: bold, italics, another rule */
	size_t count = paragraph->mark_count;

	for (size_t i = count; rule != NULL && i > 0 && count - i < NEAR; i--) {
		struct cnd_mark *mark = &paragraph->marks[i - 1];

		if (mark->rule == rule && mark->to == since)
			return mark;
	}
	return NULL;
}

void
cnd_paragraph_mark(struct cnd_assembly *assembly, const char *rule,
	const char *message, size_t since)
{
	struct cnd_paragraph *paragraph = assembly->open;
	struct cnd_mark *before;

	if (paragraph == NULL || paragraph->text.len == since)
		return;
	before = mark_before(paragraph, rule, since);
	if (before != NULL) {
		before->to = (uint32_t)paragraph->text.len;
		return;
	}
	add_mark(assembly, paragraph,
		(struct cnd_mark){ .rule = rule,
			.message = message,
			.from = (uint32_t)since,
			.to = (uint32_t)paragraph->text.len });
}

bool
cnd_paragraph_direct(struct cnd_assembly *assembly, struct cnd_str text)
{
	if (assembly->open == NULL)
		return false;
	add_mark(assembly, assembly->open,
		(struct cnd_mark){ .directive = text });
	return true;
}

/*
 * A number typed by hand at the front of an unnumbered paragraph or
 * heading: its length in bytes, blanks behind it included, or 0.
 */
static size_t
typed_label(const struct cnd_paragraph *paragraph, struct cnd_label *label)
{
	struct cnd_str text = cnd_buf_str(&paragraph->text);
	bool is_found = false;

	if (paragraph->label.len > 0)
		return 0;
	if (paragraph->block.kind == CND_BLOCK_PARAGRAPH)
		is_found = cnd_label_find(text, label);
	else if (paragraph->block.kind == CND_BLOCK_HEADING)
		is_found = cnd_label_find_heading(text, label);
	return is_found ? label->rest : 0;
}

/* A paragraph that begins with a bullet typed by hand is an item; the
 * bullet's length. */
static size_t
typed_bullet(struct cnd_paragraph *paragraph)
{
	size_t length = cnd_bullet_length(cnd_buf_str(&paragraph->text));

	if (length == 0 ||
		(paragraph->block.kind != CND_BLOCK_PARAGRAPH &&
			paragraph->block.kind != CND_BLOCK_ITEM))
		return 0;
	if (paragraph->block.kind == CND_BLOCK_PARAGRAPH) {
		paragraph->block.kind = CND_BLOCK_ITEM;
		paragraph->block.level++;
	}
	return length;
}

/* The pieces of a paragraph's text from byte `skip` on. */
static void
emit_pieces(struct cnd_builder *builder, const struct cnd_paragraph *paragraph,
	size_t skip)
{
	for (size_t i = 0; i < paragraph->piece_count; i++) {
		struct cnd_run piece = paragraph->pieces[i];
		uint32_t over = 0;

		if (piece.off + piece.len <= skip)
			continue;
		if (piece.off < skip)
			over = (uint32_t)skip - piece.off;
		if (over > 0 && piece.len == piece.source_len) {
			piece.source += over;
			piece.source_len -= over;
		}
		cnd_builder_text(builder,
			cnd_str_slice(cnd_buf_str(&paragraph->text),
				piece.off + over, piece.off + piece.len),
			piece.source, piece.source_len, paragraph->part);
	}
}

/* A mark's span in the document; start is where text byte 0 would be. */
static struct cnd_span
mark_span(const struct cnd_mark *mark, uint32_t start, size_t skip)
{
	uint32_t from = mark->from < skip ? (uint32_t)skip : mark->from;
	uint32_t to = mark->to < from ? from : mark->to;

	return (struct cnd_span){ start + from, start + to };
}

static void
emit_mark(struct cnd_builder *builder, const struct cnd_mark *mark,
	struct cnd_span span)
{
	if (mark->directive.data != NULL)
		return; /* handed over before the block was closed */
	if (mark->rule == NULL && mark->message != NULL)
		cnd_builder_slanted(builder, span);
	else if (mark->rule == NULL)
		cnd_builder_strong(builder, span);
	else
		cnd_builder_state(
			builder, mark->rule, span, cnd_str_of(mark->message));
}

/* Hands one paragraph to the builder. */
static void
emit(struct cnd_assembly *assembly, struct cnd_paragraph *paragraph)
{
	struct cnd_builder *builder = assembly->builder;
	size_t bullet = typed_bullet(paragraph);
	struct cnd_block *block =
		cnd_builder_open(builder, paragraph->block.kind);
	struct cnd_label label;
	size_t numbered = bullet > 0 ? 0 : typed_label(paragraph, &label);
	size_t skip = bullet + numbered;
	uint32_t start = block->span.from - (uint32_t)skip;

	block->flags = paragraph->block.flags;
	block->level = paragraph->block.level;
	block->table = paragraph->block.table;
	block->row = paragraph->block.row;
	block->column = paragraph->block.column;
	block->page = paragraph->block.page;
	if (numbered > 0)
		cnd_builder_label(builder, label.text, CND_NONE);
	else if (paragraph->label.len > 0 &&
		!cnd_label_is_bullet(paragraph->label))
		cnd_builder_label(builder, paragraph->label, CND_NONE);
	emit_pieces(builder, paragraph, skip);
	for (size_t i = 0; i < paragraph->mark_count; i++)
		if (paragraph->marks[i].directive.data != NULL)
			cnd_builder_directive(
				builder, paragraph->marks[i].directive, 0);
	if (!cnd_builder_close(builder))
		return;
	for (size_t i = 0; i < paragraph->mark_count; i++)
		emit_mark(builder, &paragraph->marks[i],
			mark_span(&paragraph->marks[i], start, skip));
}

/*
 * Inner paragraphs never have their own inner ones here: a box in a box
 * hands its paragraphs on to the outermost host.
 */
static void
emit_all(struct cnd_assembly *assembly, struct cnd_paragraph *paragraph)
{
	struct cnd_paragraph *inner;

	emit(assembly, paragraph);
	cnd_buf_dispose(&paragraph->text);
	for (inner = paragraph->first; inner != NULL; inner = inner->next) {
		emit(assembly, inner);
		cnd_buf_dispose(&inner->text);
	}
}

static void
append_inner(struct cnd_paragraph *host, struct cnd_paragraph *first,
	struct cnd_paragraph *last)
{
	if (host->last == NULL)
		host->first = first;
	else
		host->last->next = first;
	host->last = last;
}

void
cnd_assembly_close(struct cnd_assembly *assembly)
{
	struct cnd_paragraph *paragraph = assembly->open;
	struct cnd_paragraph *host;

	if (paragraph == NULL)
		return;
	host = paragraph->host;
	assembly->open = host;
	if (paragraph->text.len == 0)
		paragraph->block.page = assembly->page;
	if (host == NULL) {
		emit_all(assembly, paragraph);
		return;
	}
	append_inner(host, paragraph, paragraph);
	if (paragraph->first != NULL)
		append_inner(host, paragraph->first, paragraph->last);
}
