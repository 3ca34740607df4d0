/*
 * Blocks and text as a reader hands them over.  Invariant: between two
 * blocks the text holds one '\n' that belongs to neither, so that no span
 * can touch both by accident.
 */
#include "doc/building.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "text/unicode.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct cnd_builder *
cnd_builder_new(struct cnd_str name, const char *format, struct cnd_str source,
	enum cnd_places places)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_builder *builder = cnd_arena_alloc(arena, sizeof(*builder));
	struct cnd_document *doc = cnd_arena_alloc(arena, sizeof(*doc));

	doc->arena = arena;
	doc->name = cnd_arena_copy(arena, name);
	doc->format = format;
	doc->places = places;
	doc->source = source;
	if (places == CND_PLACES_LINES)
		doc->lines = cnd_lines_of(arena, source);
	builder->doc = doc;
	builder->kept.tail = UINT32_MAX;
	return builder;
}

void
cnd_builder_free(struct cnd_builder *builder)
{
	if (builder == NULL)
		return;
	cnd_buf_dispose(&builder->text);
	cnd_arena_free(builder->doc->arena);
}

bool
cnd_builder_is_full(const struct cnd_builder *builder)
{
	return builder->is_too_long || builder->has_too_many;
}

struct cnd_arena *
cnd_builder_arena(struct cnd_builder *builder)
{
	return builder->doc->arena;
}

static struct cnd_block *
open_block(struct cnd_builder *builder)
{
	return &builder->doc->blocks[builder->doc->block_count - 1];
}

struct cnd_block *
cnd_builder_open(struct cnd_builder *builder, enum cnd_block_kind kind)
{
	struct cnd_document *doc = builder->doc;
	struct cnd_block *block;

	assert(!builder->is_open);
	if (doc->block_count == CND_LIMIT_BLOCKS) {
		builder->has_too_many = true;
		doc->block_count--;
	}
	doc->blocks = cnd_arena_grow(doc->arena, doc->blocks, doc->block_count,
		&builder->block_capacity, sizeof(*doc->blocks));
	if (doc->block_count > 0)
		cnd_buf_putc(&builder->text, '\n');
	block = &doc->blocks[doc->block_count++];
	*block = (struct cnd_block){
		.kind = kind,
		.span = { (uint32_t)builder->text.len, 0 },
		.label_source = CND_NONE,
		.section = CND_NONE,
		.lead_in = CND_NONE,
		.parent_item = CND_NONE,
		.table = CND_NONE,
	};
	builder->is_open = true;
	return block;
}

/* Lengthens the last segment when the new one goes on where it ends. */
static bool
extend_segment(struct cnd_document *doc, const struct cnd_segment *more)
{
	struct cnd_segment *last;

	if (doc->segment_count == 0 || more->text_len != more->source_len)
		return false;
	last = &doc->segments[doc->segment_count - 1];
	if (last->text_len != last->source_len || last->part != more->part ||
		last->text + last->text_len != more->text ||
		last->source + last->source_len != more->source)
		return false;
	last->text_len += more->text_len;
	last->source_len += more->source_len;
	return true;
}

void
cnd_builder_text(struct cnd_builder *builder, struct cnd_str text,
	uint32_t source, uint32_t source_len, uint32_t part)
{
	struct cnd_document *doc = builder->doc;
	struct cnd_segment segment = { (uint32_t)builder->text.len,
		(uint32_t)text.len, source, source_len, part };

	assert(builder->is_open);
	if (builder->text.len + text.len > CND_LIMIT_TEXT_BYTES) {
		builder->is_too_long = true;
		return;
	}
	cnd_buf_put(&builder->text, text);
	if (source == CND_NONE || text.len == 0 ||
		extend_segment(doc, &segment))
		return;
	doc->segments =
		cnd_arena_grow(doc->arena, doc->segments, doc->segment_count,
			&builder->segment_capacity, sizeof(*doc->segments));
	doc->segments[doc->segment_count++] = segment;
}

/* Spans of one sort, in order; neighbours become one. */
struct run_list {
	struct cnd_span **items;
	size_t *count;
	size_t *capacity;
};

static void
add_run(struct cnd_builder *builder, struct run_list list, struct cnd_span span)
{
	struct cnd_span *last =
		*list.count > 0 ? &(*list.items)[*list.count - 1] : NULL;

	if (span.to > builder->text.len || span.from >= span.to)
		return;
	if (last != NULL && last->to == span.from) {
		last->to = span.to;
		return;
	}
	*list.items = cnd_arena_grow(builder->doc->arena, *list.items,
		*list.count, list.capacity, sizeof(**list.items));
	(*list.items)[(*list.count)++] = span;
}

void
cnd_builder_strong(struct cnd_builder *builder, struct cnd_span span)
{
	struct cnd_document *doc = builder->doc;

	add_run(builder,
		(struct run_list){ &doc->strong, &doc->strong_count,
			&builder->strong_capacity },
		span);
}

void
cnd_builder_slanted(struct cnd_builder *builder, struct cnd_span span)
{
	struct cnd_document *doc = builder->doc;

	add_run(builder,
		(struct run_list){ &doc->slanted, &doc->slanted_count,
			&builder->slanted_capacity },
		span);
}

void
cnd_builder_code(struct cnd_builder *builder, struct cnd_span span)
{
	struct cnd_document *doc = builder->doc;

	add_run(builder,
		(struct run_list){
			&doc->code, &doc->code_count, &builder->code_capacity },
		span);
}

size_t
cnd_builder_length(const struct cnd_builder *builder)
{
	const struct cnd_document *doc = builder->doc;

	assert(builder->is_open);
	return builder->text.len - doc->blocks[doc->block_count - 1].span.from;
}

void
cnd_builder_label(
	struct cnd_builder *builder, struct cnd_str label, uint32_t source)
{
	struct cnd_block *block = open_block(builder);

	block->label = cnd_arena_copy(builder->doc->arena, label);
	block->label_source = source;
}

/* Leaves blanks at both ends out of the block's span. */
static void
trim_block(const struct cnd_builder *builder, struct cnd_block *block)
{
	struct cnd_str text = cnd_buf_str(&builder->text);
	size_t from = block->span.from;
	size_t to = text.len;

	while (from < to) {
		size_t next = from;

		if (!cnd_is_blank(cnd_utf8_next(text, &next)))
			break;
		from = next;
	}
	while (to > from) {
		size_t before = to;

		if (!cnd_is_blank(cnd_utf8_previous(text, &before)))
			break;
		to = before;
	}
	block->span = (struct cnd_span){ (uint32_t)from, (uint32_t)to };
}

/* Whether the block holds anything but blanks. */
static bool
has_ink(const struct cnd_builder *builder, const struct cnd_block *block)
{
	struct cnd_str text = cnd_buf_str(&builder->text);

	for (size_t at = block->span.from; at < text.len;)
		if (!cnd_is_blank(cnd_utf8_next(text, &at)))
			return true;
	return false;
}

bool
cnd_builder_close(struct cnd_builder *builder)
{
	struct cnd_document *doc = builder->doc;
	struct cnd_block *block = open_block(builder);
	size_t start = block->span.from;

	assert(builder->is_open);
	builder->is_open = false;
	if (doc->places == CND_PLACES_LINES || !has_ink(builder, block))
		trim_block(builder, block);
	else
		block->span.to = (uint32_t)builder->text.len;
	if (block->span.from < block->span.to || block->label.len > 0 ||
		block->kind == CND_BLOCK_CELL)
		return true;
	while (doc->segment_count > 0 &&
		doc->segments[doc->segment_count - 1].text >= start)
		doc->segment_count--;
	while (doc->strong_count > 0 &&
		doc->strong[doc->strong_count - 1].to > start)
		doc->strong_count--;
	while (doc->slanted_count > 0 &&
		doc->slanted[doc->slanted_count - 1].to > start)
		doc->slanted_count--;
	while (doc->code_count > 0 && doc->code[doc->code_count - 1].to > start)
		doc->code_count--;
	builder->text.len = start == 0 ? 0 : start - 1;
	doc->block_count--;
	return false;
}

uint32_t
cnd_builder_table(struct cnd_builder *builder, bool has_header)
{
	struct cnd_document *doc = builder->doc;

	doc->tables = cnd_arena_grow(doc->arena, doc->tables, doc->table_count,
		&builder->table_capacity, sizeof(*doc->tables));
	doc->tables[doc->table_count] = (struct cnd_table){
		.first_block = CND_NONE,
		.has_header = has_header,
		.section = CND_NONE,
	};
	return (uint32_t)doc->table_count++;
}

void
cnd_builder_not_read(
	struct cnd_builder *builder, struct cnd_str what, uint32_t line)
{
	struct cnd_document *doc = builder->doc;

	doc->not_read =
		cnd_arena_grow(doc->arena, doc->not_read, doc->not_read_count,
			&builder->not_read_capacity, sizeof(*doc->not_read));
	doc->not_read[doc->not_read_count++] =
		(struct cnd_not_read){ cnd_arena_copy(doc->arena, what), line };
}

void
cnd_builder_state(struct cnd_builder *builder, const char *rule,
	struct cnd_span span, struct cnd_str message)
{
	struct cnd_document *doc = builder->doc;

	doc->states = cnd_arena_grow(doc->arena, doc->states, doc->state_count,
		&builder->state_capacity, sizeof(*doc->states));
	doc->states[doc->state_count++] = (struct cnd_state){ rule, span,
		cnd_arena_copy(doc->arena, message) };
}

void
cnd_builder_directive(
	struct cnd_builder *builder, struct cnd_str text, uint32_t source)
{
	struct cnd_document *doc = builder->doc;
	struct cnd_directive *directive;
	bool is_inside = builder->is_open;

	doc->directives = cnd_arena_grow(doc->arena, doc->directives,
		doc->directive_count, &builder->directive_capacity,
		sizeof(*doc->directives));
	directive = &doc->directives[doc->directive_count++];
	directive->text = cnd_arena_copy(doc->arena, text);
	directive->source = source;
	directive->block = (uint32_t)doc->block_count - (is_inside ? 1 : 0);
	if (doc->places == CND_PLACES_LINES)
		directive->line =
			cnd_lines_position(&doc->lines, source, CND_UNIT_BYTE)
				.line;
	else
		directive->line = directive->block + 1;
}

static void
release_text(void *data)
{
	free(data);
}

static size_t
longest_block(const struct cnd_document *doc)
{
	size_t longest = 0;

	for (size_t i = 0; i < doc->block_count; i++) {
		struct cnd_span span = doc->blocks[i].span;

		if (span.to - span.from > longest)
			longest = span.to - span.from;
	}
	return longest;
}

struct cnd_document *
cnd_builder_finish(struct cnd_builder *builder, struct cnd_error *err)
{
	struct cnd_document *doc = builder->doc;

	assert(!builder->is_open);
	if (builder->is_too_long) {
		cnd_fail(err, CND_ERR_LIMIT, "the text is longer than %u MiB",
			CND_LIMIT_TEXT_BYTES >> 20);
		cnd_builder_free(builder);
		return NULL;
	}
	if (builder->has_too_many) {
		cnd_fail(err, CND_ERR_LIMIT,
			"the text has more than %u paragraphs",
			CND_LIMIT_BLOCKS);
		cnd_builder_free(builder);
		return NULL;
	}
	cnd_arena_defer(doc->arena, release_text, builder->text.data);
	doc->text = cnd_buf_str(&builder->text);
	doc->census = cnd_census_of(doc->arena, doc->text, longest_block(doc));
	if (builder->kept.tail > doc->block_count)
		builder->kept.tail = (uint32_t)doc->block_count;
	cnd_shape_sections(doc);
	cnd_shape_tables(doc);
	cnd_shape_lists(doc);
	cnd_shape_sentences(doc, &builder->kept);
	cnd_shape_quotations(doc, &builder->kept);
	return doc;
}
