/*
 * The anatomy of one recommendation; of one whose words were judged before,
 * what was found then.  A judgement depends on the words of its spans, on
 * how these lie in each other, and on the report's abbreviations among the
 * words, and all of that is what it is kept under; its own spans are kept as
 * places in those words.
 */
#include "review/anatomy.h"

#include "base/buf.h"
#include "review/cues.h"

#include <string.h>

/* Spans beside a recommendation's own: lead-in, heading and three cells. */
enum { BESIDE = 5 };

/* Stretches of the text that the spans cover, in order, apart. */
struct pieces {
	struct cnd_span *items;
	size_t count;
};

/* An offset as a piece and a distance from its start. */
struct spot {
	uint32_t piece;
	uint32_t offset;
};

static void
list_spans(const struct cnd_recommendation *rec, struct cnd_span *spans)
{
	const struct cnd_span beside[BESIDE] = { rec->lead_in, rec->heading,
		rec->owner_cell, rec->time_cell, rec->measure_cell };

	memcpy(spans, beside, sizeof(beside));
	if (rec->span_count > 0)
		memcpy(spans + BESIDE, rec->spans,
			rec->span_count * sizeof(*spans));
}

/* Puts a span among the pieces; those it touches become one with it. */
static void
cover(struct pieces *pieces, struct cnd_span span)
{
	size_t first = 0;
	size_t end;

	if (span.from >= span.to)
		return;
	while (first < pieces->count && pieces->items[first].to < span.from)
		first++;
	end = first;
	for (; end < pieces->count && pieces->items[end].from <= span.to;
		end++) {
		if (pieces->items[end].from < span.from)
			span.from = pieces->items[end].from;
		if (pieces->items[end].to > span.to)
			span.to = pieces->items[end].to;
	}
	memmove(pieces->items + first + 1, pieces->items + end,
		(pieces->count - end) * sizeof(*pieces->items));
	pieces->items[first] = span;
	pieces->count = pieces->count + 1 - (end - first);
}

static struct spot
spot_of(const struct pieces *pieces, uint32_t at)
{
	uint32_t i = 0;

	while (i + 1 < pieces->count && pieces->items[i].to < at)
		i++;
	return (struct spot){ i, at - pieces->items[i].from };
}

static uint32_t
place_of(const struct pieces *pieces, struct spot spot)
{
	return pieces->items[spot.piece].from + spot.offset;
}

static void
put_span(struct cnd_buf *out, const struct pieces *pieces, struct cnd_span span)
{
	const struct spot none = { UINT32_MAX, 0 };
	struct spot spots[2] = { none, none };

	if (span.from < span.to) {
		spots[0] = spot_of(pieces, span.from);
		spots[1] = spot_of(pieces, span.to);
	}
	cnd_buf_put_bytes(out, spots, sizeof(spots));
}

/* A bit for each capital letter. */
static uint32_t
capitals_of(struct cnd_str words)
{
	uint32_t capitals = 0;

	for (size_t i = 0; i < words.len; i++)
		if (cnd_is_upper(words.data[i]))
			capitals |= (uint32_t)1 << (words.data[i] - 'A');
	return capitals;
}

/* What the report's abbreviations say, those that the words may hold. */
static void
put_abbreviations(const struct cnd_review *review, struct cnd_str words,
	struct cnd_buf *key)
{
	const uint32_t capitals = capitals_of(words);
	const size_t end = 0;

	for (size_t i = 0; i < review->abbreviation_count; i++) {
		const struct cnd_abbreviation *one = &review->abbreviations[i];

		if ((capitals_of(one->shorter) & ~capitals) != 0 ||
			cnd_str_find(words, one->shorter) == CND_NOT_FOUND)
			continue;
		cnd_buf_put_bytes(
			key, &one->shorter.len, sizeof(one->shorter.len));
		cnd_buf_put(key, one->shorter);
		cnd_buf_put_bytes(key, &one->is_body, sizeof(one->is_body));
	}
	cnd_buf_put_bytes(key, &end, sizeof(end));
}

/* All that the judgement depends on; fills the pieces. */
static void
put_key(const struct cnd_document *doc, const struct cnd_review *review,
	const struct cnd_recommendation *rec, struct pieces *pieces,
	struct cnd_buf *key)
{
	size_t count = rec->span_count + BESIDE;
	struct cnd_span *spans = pieces->items + count;

	list_spans(rec, spans);
	for (size_t i = 0; i < count; i++)
		cover(pieces, spans[i]);
	cnd_buf_put_bytes(key, &count, sizeof(count));
	for (size_t i = 0; i < count; i++)
		put_span(key, pieces, spans[i]);
	for (size_t i = 0; i < pieces->count; i++) {
		struct cnd_str words = cnd_document_text(doc, pieces->items[i]);

		cnd_buf_put_bytes(key, &words.len, sizeof(words.len));
		cnd_buf_put(key, words);
		put_abbreviations(review, words, key);
	}
}

/* What was judged, its spans as places in the pieces. */
static void
put_verdict(struct cnd_buf *out, const struct pieces *pieces,
	const struct cnd_recommendation *rec)
{
	cnd_buf_put_bytes(out, &rec->strength, sizeof(rec->strength));
	for (size_t i = 0; i < CND_PART_COUNT; i++) {
		const struct cnd_part_reading *part = &rec->parts[i];

		cnd_buf_put_bytes(out, &part->value, sizeof(part->value));
		cnd_buf_put_bytes(
			out, &part->span_count, sizeof(part->span_count));
		for (size_t k = 0; k < part->span_count; k++)
			put_span(out, pieces, part->spans[k]);
	}
}

static void
take(struct cnd_str *from, void *bytes, size_t size)
{
	memcpy(bytes, from->data, size);
	*from = cnd_str_slice(*from, size, from->len);
}

static void
take_verdict(struct cnd_str kept, const struct pieces *pieces,
	struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	take(&kept, &rec->strength, sizeof(rec->strength));
	for (size_t i = 0; i < CND_PART_COUNT; i++) {
		struct cnd_part_reading *part = &rec->parts[i];
		struct cnd_span *spans;

		take(&kept, &part->value, sizeof(part->value));
		take(&kept, &part->span_count, sizeof(part->span_count));
		spans = cnd_arena_array(
			arena, part->span_count + 1, sizeof(*spans));
		for (size_t k = 0; k < part->span_count; k++) {
			struct spot spots[2];

			take(&kept, spots, sizeof(spots));
			spans[k] =
				(struct cnd_span){ place_of(pieces, spots[0]),
					place_of(pieces, spots[1]) };
		}
		part->spans = part->span_count == 0 ? NULL : spans;
	}
}

static void
recall_or_judge(const struct cnd_structure *structure,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	const struct cnd_anatomy *anatomy = cnd_structure_anatomy(structure);
	struct pieces pieces = { cnd_arena_array(arena,
					 (rec->span_count + BESIDE) * 2,
					 sizeof(*pieces.items)),
		0 };
	struct cnd_buf bytes = { 0 };
	struct cnd_recalled *known;
	struct cnd_str kept;

	put_key(doc, review, rec, &pieces, &bytes);
	known = cnd_recall_text(structure->recall, cnd_buf_str(&bytes));
	kept = cnd_recall_bytes(known, anatomy);
	if (kept.len > 0) {
		take_verdict(kept, &pieces, rec, arena);
	} else {
		cnd_anatomy_judge(anatomy, doc, review, rec, arena);
		cnd_buf_clear(&bytes);
		put_verdict(&bytes, &pieces, rec);
		cnd_recall_keep_bytes(
			structure->recall, known, anatomy, cnd_buf_str(&bytes));
	}
	cnd_buf_dispose(&bytes);
}

void
cnd_anatomy_read(const struct cnd_structure *structure,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	if (structure->recall == NULL)
		cnd_anatomy_judge(cnd_structure_anatomy(structure), doc, review,
			rec, arena);
	else
		recall_or_judge(structure, doc, review, rec, arena);
}
