/*
 * Looking things up in a document by text offset, and telling where a
 * span stands in the file.  Invariant used throughout: blocks, sentences,
 * quotations and segments are in text order and do not overlap.
 */
#include "doc/document.h"

#include "base/halving.h"

void
cnd_document_free(struct cnd_document *doc)
{
	if (doc != NULL)
		cnd_arena_free(doc->arena);
}

/* The byte of the source that a raw offset stands for. */
static uint32_t
raw_source(const struct cnd_document *doc, uint32_t at)
{
	return at - (uint32_t)doc->text.len - 1;
}

static bool
is_raw(const struct cnd_document *doc, uint32_t at)
{
	return at > doc->text.len;
}

struct cnd_span
cnd_document_raw(const struct cnd_document *doc, struct cnd_span source)
{
	uint32_t first = (uint32_t)doc->text.len + 1;

	return (struct cnd_span){ first + source.from, first + source.to };
}

struct cnd_str
cnd_document_text(const struct cnd_document *doc, struct cnd_span span)
{
	if (is_raw(doc, span.from))
		return cnd_str_slice(doc->source, raw_source(doc, span.from),
			raw_source(doc, span.to));
	return cnd_str_slice(doc->text, span.from, span.to);
}

uint32_t
cnd_document_in_text(const struct cnd_document *doc, uint32_t at)
{
	if (!is_raw(doc, at))
		return at;
	return cnd_document_text_offset(doc, raw_source(doc, at));
}

struct cnd_str
cnd_block_text(const struct cnd_document *doc, const struct cnd_block *block)
{
	return cnd_document_text(doc, block->span);
}

uint32_t
cnd_document_block_at(const struct cnd_document *doc, uint32_t at)
{
	struct cnd_halving in = { .high = doc->block_count };

	at = cnd_document_in_text(doc, at);
	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, doc->blocks[in.middle].span.from <= at);
	return in.low == 0 ? CND_NONE : (uint32_t)in.low - 1;
}

uint32_t
cnd_document_sentence_at(const struct cnd_document *doc, uint32_t at)
{
	struct cnd_halving in = { .high = doc->sentence_count };

	at = cnd_document_in_text(doc, at);
	while (cnd_halving_asks(&in))
		cnd_halving_tell(
			&in, doc->sentences[in.middle].span.from <= at);
	return in.low == 0 ? CND_NONE : (uint32_t)in.low - 1;
}

bool
cnd_block_is_prose(const struct cnd_block *block)
{
	return block->kind < CND_BLOCK_CODE &&
		(block->flags & CND_BLOCK_RAW) == 0;
}

bool
cnd_document_is_quoted(const struct cnd_document *doc, struct cnd_span span)
{
	uint32_t block = cnd_document_block_at(doc, span.from);

	return cnd_block_is_quoted(
		doc, block == CND_NONE ? NULL : &doc->blocks[block], span);
}

bool
cnd_block_is_quoted(const struct cnd_document *doc,
	const struct cnd_block *block, struct cnd_span span)
{
	struct cnd_halving in = { .high = doc->quotation_count };

	if (block != NULL && (block->flags & CND_BLOCK_QUOTED) != 0)
		return true;
	while (cnd_halving_asks(&in))
		cnd_halving_tell(
			&in, doc->quotations[in.middle].from <= span.from);
	return in.low > 0 && span.to <= doc->quotations[in.low - 1].to;
}

enum cnd_role
cnd_block_role(const struct cnd_document *doc, const struct cnd_block *block)
{
	if (block->section == CND_NONE)
		return CND_ROLE_NONE;
	return doc->sections[block->section].role;
}

struct cnd_str
cnd_section_title(const struct cnd_document *doc, uint32_t section)
{
	uint32_t heading;

	if (section == CND_NONE)
		return (struct cnd_str){ 0 };
	heading = doc->sections[section].heading;
	if (heading == CND_NONE)
		return (struct cnd_str){ 0 };
	return cnd_block_text(doc, &doc->blocks[heading]);
}

/* Index of the last segment that starts at or before the text offset. */
static size_t
segment_at(const struct cnd_document *doc, uint32_t at)
{
	struct cnd_halving in = { .high = doc->segment_count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, doc->segments[in.middle].text <= at);
	return in.low == 0 ? 0 : in.low - 1;
}

/* Source offset where the character at a text offset starts. */
static uint32_t
source_start(const struct cnd_document *doc, uint32_t at)
{
	const struct cnd_segment *segment;
	size_t index;

	if (is_raw(doc, at))
		return raw_source(doc, at);
	if (doc->segment_count == 0)
		return 0;
	index = segment_at(doc, at);
	segment = &doc->segments[index];
	if (at >= segment->text + segment->text_len) {
		if (index + 1 < doc->segment_count)
			return doc->segments[index + 1].source;
		return segment->source + segment->source_len;
	}
	if (segment->text_len != segment->source_len || at < segment->text)
		return segment->source;
	return segment->source + (at - segment->text);
}

/* Source offset where the character before a text offset ends. */
static uint32_t
source_end(const struct cnd_document *doc, uint32_t at)
{
	const struct cnd_segment *segment;

	if (is_raw(doc, at))
		return raw_source(doc, at);
	if (doc->segment_count == 0 || at == 0)
		return 0;
	segment = &doc->segments[segment_at(doc, at - 1)];
	if (segment->text_len != segment->source_len ||
		at > segment->text + segment->text_len)
		return segment->source + segment->source_len;
	return segment->source + (at - segment->text);
}

bool
cnd_document_source(const struct cnd_document *doc, struct cnd_span span,
	struct cnd_source_span *source)
{
	const struct cnd_segment *segment;

	if (is_raw(doc, span.from)) {
		*source = (struct cnd_source_span){ 0,
			raw_source(doc, span.from), raw_source(doc, span.to) };
		return span.from < span.to;
	}
	if (span.from >= span.to || doc->segment_count == 0)
		return false;
	segment = &doc->segments[segment_at(doc, span.from)];
	if (span.from < segment->text ||
		span.from >= segment->text + segment->text_len)
		return false;
	*source = (struct cnd_source_span){ segment->part,
		source_start(doc, span.from), source_end(doc, span.to) };
	return source->from < source->to;
}

uint32_t
cnd_document_text_offset(const struct cnd_document *doc, uint32_t source)
{
	struct cnd_halving in = { .high = doc->segment_count };
	const struct cnd_segment *segment;

	while (cnd_halving_asks(&in)) {
		segment = &doc->segments[in.middle];
		cnd_halving_tell(
			&in, segment->source + segment->source_len <= source);
	}
	if (in.low == doc->segment_count)
		return (uint32_t)doc->text.len;
	segment = &doc->segments[in.low];
	if (source <= segment->source ||
		segment->text_len != segment->source_len)
		return segment->text;
	return segment->text + (source - segment->source);
}

/* The block's own label, or that of the numbered paragraph it follows. */
static struct cnd_str
nearest_label(const struct cnd_document *doc, uint32_t index)
{
	const struct cnd_block *block = &doc->blocks[index];

	for (uint32_t i = index + 1; i-- > 0;) {
		const struct cnd_block *before = &doc->blocks[i];

		if (before->section != block->section)
			break;
		if (before->label.len > 0 &&
			(i == index || before->kind != CND_BLOCK_ITEM))
			return before->label;
		if (before->kind == CND_BLOCK_HEADING)
			break;
	}
	return (struct cnd_str){ 0 };
}

static uint32_t
units_between(const struct cnd_document *doc, struct cnd_span span,
	enum cnd_unit unit)
{
	return (uint32_t)cnd_census_units(
		&doc->census, span.from, span.to, unit);
}

static void
place_in_paragraphs(const struct cnd_document *doc, struct cnd_span span,
	enum cnd_unit unit, struct cnd_place *place)
{
	uint32_t first = cnd_document_block_at(doc, span.from);
	uint32_t last = cnd_document_block_at(
		doc, span.to > span.from ? span.to - 1 : span.to);
	uint32_t from;

	if (first == CND_NONE || last == CND_NONE)
		return;
	place->line = first + 1;
	from = doc->blocks[first].span.from;
	place->column = 1 +
		units_between(doc, (struct cnd_span){ from, span.from }, unit);
	place->end_line = last + 1;
	from = doc->blocks[last].span.from;
	place->end_column = 1 +
		units_between(doc, (struct cnd_span){ from, span.to }, unit);
}

static void
place_in_lines(const struct cnd_document *doc, struct cnd_span span,
	enum cnd_unit unit, struct cnd_place *place)
{
	uint32_t from = source_start(doc, span.from);
	uint32_t to = source_end(doc, span.to);
	struct cnd_position start;
	struct cnd_position end;

	if (to < from)
		to = from;
	start = cnd_lines_position(&doc->lines, from, unit);
	end = cnd_lines_position(&doc->lines, to, unit);
	place->offset = from;
	place->length = to - from;
	place->line = start.line;
	place->column = start.column;
	place->end_line = end.line;
	place->end_column = end.column;
}

struct cnd_place
cnd_document_place(const struct cnd_document *doc, struct cnd_span span,
	enum cnd_unit unit)
{
	struct cnd_place place = {
		.line = 1, .column = 1, .end_line = 1, .end_column = 1
	};
	uint32_t block = cnd_document_block_at(doc, span.from);

	if (block != CND_NONE) {
		place.label = nearest_label(doc, block);
		place.section =
			cnd_section_title(doc, doc->blocks[block].section);
		place.page = doc->blocks[block].page;
	}
	if (doc->places == CND_PLACES_PARAGRAPHS)
		place_in_paragraphs(doc, span, unit, &place);
	else
		place_in_lines(doc, span, unit, &place);
	return place;
}
