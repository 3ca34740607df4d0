/*
 * A document from an older reading of a file that differs in one place: what
 * stands before and behind that place is copied, moved by as much as the
 * place grew.  What follows from all blocks together (sections, lists,
 * tables) is worked out again by cnd_builder_finish; sentences and
 * quotations, which are of one block each, are not.
 */
#include "doc/building.h"

#include "base/limits.h"

#include <string.h>

struct cnd_restart
cnd_builder_here(const struct cnd_builder *builder)
{
	const struct cnd_document *doc = builder->doc;

	return (struct cnd_restart){
		.text = (uint32_t)builder->text.len,
		.blocks = (uint32_t)doc->block_count,
		.segments = (uint32_t)doc->segment_count,
		.strong = (uint32_t)doc->strong_count,
		.slanted = (uint32_t)doc->slanted_count,
		.code = (uint32_t)doc->code_count,
		.tables = (uint32_t)doc->table_count,
	};
}

void
cnd_builder_restart(
	struct cnd_builder *builder, const struct cnd_restart *restart)
{
	struct cnd_document *doc = builder->doc;

	doc->restarts =
		cnd_arena_grow(doc->arena, doc->restarts, doc->restart_count,
			&builder->restart_capacity, sizeof(*doc->restarts));
	doc->restarts[doc->restart_count++] = *restart;
}

/* An array that grows: how many it has, how many it has room for. */
struct array {
	void *items;
	size_t count;
	size_t size; /* of one */
	size_t *capacity;
};

/* Its items with room for so many more, and for what an edit may add. */
static void *
room_for(struct cnd_arena *arena, struct array array, size_t more)
{
	size_t wanted = (array.count + more) * 9 / 8 + 64;
	void *made;

	if (array.count + more <= *array.capacity)
		return array.items;
	made = cnd_arena_array(arena, wanted, array.size);
	if (array.count > 0)
		memcpy(made, array.items, array.count * array.size);
	*array.capacity = wanted;
	return made;
}

/* How far things of an older reading have moved, each modulo 2^32. */
struct moved {
	uint32_t source;
	uint32_t text;
	uint32_t blocks;
	uint32_t tables;
};

static struct cnd_span
moved_span(struct cnd_span span, uint32_t by)
{
	return (struct cnd_span){ span.from + by, span.to + by };
}

/* A block as a reader leaves it: what follows from all of them is unsaid. */
static struct cnd_block
moved_block(struct cnd_arena *arena, const struct cnd_block *old,
	const struct moved *moved)
{
	struct cnd_block block = *old;

	block.span = moved_span(old->span, moved->text);
	if (old->label.len > 0)
		block.label = cnd_arena_copy(arena, old->label);
	if (old->label_source != CND_NONE)
		block.label_source += moved->source;
	if (old->table != CND_NONE)
		block.table += moved->tables;
	block.section = CND_NONE;
	block.lead_in = CND_NONE;
	block.parent_item = CND_NONE;
	block.first_sentence = 0;
	block.sentence_count = 0;
	return block;
}

static void
add_blocks(struct cnd_builder *builder, const struct cnd_document *old,
	size_t from, size_t to, const struct moved *moved)
{
	struct cnd_document *doc = builder->doc;
	size_t more = to - from;

	if (more > CND_LIMIT_BLOCKS - doc->block_count) {
		builder->has_too_many = true;
		return;
	}
	doc->blocks = room_for(doc->arena,
		(struct array){ doc->blocks, doc->block_count,
			sizeof(*doc->blocks), &builder->block_capacity },
		more);
	for (size_t i = from; i < to; i++)
		doc->blocks[doc->block_count++] =
			moved_block(doc->arena, &old->blocks[i], moved);
}

static void
add_segments(struct cnd_builder *builder, const struct cnd_document *old,
	size_t from, size_t to, const struct moved *moved)
{
	struct cnd_document *doc = builder->doc;

	doc->segments = room_for(doc->arena,
		(struct array){ doc->segments, doc->segment_count,
			sizeof(*doc->segments), &builder->segment_capacity },
		to - from);
	for (size_t i = from; i < to; i++) {
		struct cnd_segment segment = old->segments[i];

		segment.text += moved->text;
		segment.source += moved->source;
		doc->segments[doc->segment_count++] = segment;
	}
}

/* A list of spans of the text, old or new. */
struct spans {
	struct cnd_span **items;
	size_t *count;
	size_t *capacity;
};

/* Those of an old list that are taken over; a list of none may be NULL. */
struct stretch {
	const struct cnd_span *items;
	size_t from;
	size_t to;
};

static void
add_spans(struct cnd_builder *builder, struct spans list, struct stretch old,
	uint32_t by)
{
	*list.items = room_for(builder->doc->arena,
		(struct array){ *list.items, *list.count, sizeof(**list.items),
			list.capacity },
		old.to - old.from);
	for (size_t i = old.from; i < old.to; i++)
		(*list.items)[(*list.count)++] = moved_span(old.items[i], by);
}

/* The three kinds of marked text, from one restart to another. */
static void
add_marked(struct cnd_builder *builder, const struct cnd_document *old,
	const struct cnd_restart *from, const struct cnd_restart *to,
	uint32_t by)
{
	struct cnd_document *doc = builder->doc;

	add_spans(builder,
		(struct spans){ &doc->strong, &doc->strong_count,
			&builder->strong_capacity },
		(struct stretch){ old->strong, from->strong, to->strong }, by);
	add_spans(builder,
		(struct spans){ &doc->slanted, &doc->slanted_count,
			&builder->slanted_capacity },
		(struct stretch){ old->slanted, from->slanted, to->slanted },
		by);
	add_spans(builder,
		(struct spans){
			&doc->code, &doc->code_count, &builder->code_capacity },
		(struct stretch){ old->code, from->code, to->code }, by);
}

static void
add_tables(struct cnd_builder *builder, const struct cnd_document *old,
	size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		(void)cnd_builder_table(builder, old->tables[i].has_header);
}

static void
add_text(struct cnd_builder *builder, const struct cnd_document *old,
	size_t from, size_t to)
{
	if (builder->text.len + (to - from) > CND_LIMIT_TEXT_BYTES)
		builder->is_too_long = true;
	else
		cnd_buf_put(&builder->text, cnd_str_slice(old->text, from, to));
}

/* Restarts [from, to); images are counted from the file's beginning. */
static void
add_restarts(struct cnd_builder *builder, const struct cnd_document *old,
	size_t from, size_t to, struct cnd_restart by)
{
	struct cnd_document *doc = builder->doc;

	doc->restarts = room_for(doc->arena,
		(struct array){ doc->restarts, doc->restart_count,
			sizeof(*doc->restarts), &builder->restart_capacity },
		to - from + 1);
	for (size_t i = from; i < to; i++) {
		struct cnd_restart restart = old->restarts[i];

		restart.source += by.source;
		restart.text += by.text;
		restart.blocks += by.blocks;
		restart.segments += by.segments;
		restart.strong += by.strong;
		restart.slanted += by.slanted;
		restart.code += by.code;
		restart.tables += by.tables;
		restart.images += by.images;
		doc->restarts[doc->restart_count++] = restart;
	}
}

/* All but the restarts that stands between two of them. */
static void
add_all(struct cnd_builder *builder, const struct cnd_document *old,
	const struct cnd_restart *from, const struct cnd_restart *to,
	uint32_t shift)
{
	struct cnd_restart here = cnd_builder_here(builder);
	const struct moved moved = {
		.source = shift,
		.text = here.text - from->text,
		.blocks = here.blocks - from->blocks,
		.tables = here.tables - from->tables,
	};

	add_text(builder, old, from->text, to->text);
	add_blocks(builder, old, from->blocks, to->blocks, &moved);
	add_segments(builder, old, from->segments, to->segments, &moved);
	add_marked(builder, old, from, to, moved.text);
	add_tables(builder, old, from->tables, to->tables);
}

void
cnd_builder_resume(struct cnd_builder *builder, const struct cnd_document *old,
	size_t restart)
{
	const struct cnd_restart none = { 0 };
	const struct cnd_restart *at = &old->restarts[restart];

	add_restarts(builder, old, 0, restart, none);
	add_all(builder, old, &none, at, 0);
	builder->kept = (struct cnd_kept){ .old = old,
		.head = at->blocks,
		.head_text = at->text,
		.tail = UINT32_MAX,
		.old_tail = (uint32_t)old->block_count,
		.old_text = UINT32_MAX };
}

void
cnd_builder_go_on(struct cnd_builder *builder, const struct cnd_document *old,
	size_t restart, struct cnd_restart here)
{
	const struct cnd_restart *from = &old->restarts[restart];
	const struct cnd_restart *end = &old->restarts[old->restart_count];
	struct cnd_restart by = cnd_builder_here(builder);
	struct cnd_kept *kept = &builder->kept;

	kept->old = old;
	kept->old_tail = from->blocks;
	kept->old_text = from->text;
	kept->tail = by.blocks;
	kept->text = by.text;
	by.source = here.source - from->source;
	by.text -= from->text;
	by.blocks -= from->blocks;
	by.segments -= from->segments;
	by.strong -= from->strong;
	by.slanted -= from->slanted;
	by.code -= from->code;
	by.tables -= from->tables;
	by.images = here.images - from->images;
	add_all(builder, old, from, end, by.source);
	add_restarts(builder, old, restart, old->restart_count, by);
}

void
cnd_builder_end_restarts(struct cnd_builder *builder, uint32_t images)
{
	struct cnd_restart end = cnd_builder_here(builder);

	if (builder->doc->restart_count == 0)
		return;
	end.source = (uint32_t)builder->doc->source.len;
	end.images = images;
	cnd_builder_restart(builder, &end);
	builder->doc->restart_count--;
}
