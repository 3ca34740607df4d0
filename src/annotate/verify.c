/* Expectations by comment id, met or not by what the copy holds. */
#include "annotate/verify.h"

#include "base/buf.h"
#include "base/halving.h"

struct expectation {
	size_t finding;
	int64_t id;
	struct cnd_span span;
	uint32_t from; /* range in the copy's part */
	uint32_t to;
};

struct cnd_verify {
	struct cnd_arena *arena;
	const struct cnd_document *doc;
	struct expectation *items;
	size_t count;
	size_t capacity;
	bool *is_doubtful; /* by finding */
	size_t finding_count;
};

struct cnd_verify *
cnd_verify_new(struct cnd_arena *arena, const struct cnd_document *doc,
	size_t finding_count)
{
	struct cnd_verify *verify = cnd_arena_alloc(arena, sizeof(*verify));

	verify->arena = arena;
	verify->doc = doc;
	verify->finding_count = finding_count;
	verify->is_doubtful = cnd_arena_array(
		arena, finding_count + 1, sizeof(*verify->is_doubtful));
	return verify;
}

void
cnd_verify_restart(struct cnd_verify *verify)
{
	verify->count = 0;
}

void
cnd_verify_expect(struct cnd_verify *verify, size_t index, int64_t id,
	struct cnd_span span)
{
	verify->items = cnd_arena_grow(verify->arena, verify->items,
		verify->count, &verify->capacity, sizeof(*verify->items));
	verify->items[verify->count++] = (struct expectation){
		.finding = index, .id = id, .span = span
	};
}

/* Ids rise in the order of expectations, so a binary search finds one. */
static struct expectation *
find(struct cnd_verify *verify, int64_t id)
{
	struct cnd_halving in = { .high = verify->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, verify->items[in.middle].id < id);
	if (in.low == verify->count || verify->items[in.low].id != id)
		return NULL;
	return &verify->items[in.low];
}

void
cnd_verify_begin(struct cnd_verify *verify, int64_t id, uint32_t at)
{
	struct expectation *item = find(verify, id);

	if (item != NULL)
		item->from = at;
}

void
cnd_verify_end(struct cnd_verify *verify, int64_t id, uint32_t at)
{
	struct expectation *item = find(verify, id);

	if (item != NULL)
		item->to = at;
}

bool
cnd_verify_same_text(const struct cnd_document *a, const struct cnd_document *b)
{
	if (a->block_count != b->block_count ||
		!cnd_str_equal(a->text, b->text))
		return false;
	for (size_t i = 0; i < a->block_count; i++)
		if (a->blocks[i].kind != b->blocks[i].kind ||
			!cnd_str_equal(a->blocks[i].label, b->blocks[i].label))
			return false;
	return true;
}

/* The words of the copy that came from bytes [from, to) of its body. */
static void
gather(const struct cnd_document *copy, const struct expectation *item,
	struct cnd_buf *out)
{
	for (size_t i = 0; i < copy->segment_count; i++) {
		const struct cnd_segment *segment = &copy->segments[i];

		if (segment->part == 0 && segment->source >= item->from &&
			segment->source + segment->source_len <= item->to)
			cnd_buf_put(out,
				cnd_str_slice(copy->text, segment->text,
					segment->text + segment->text_len));
	}
}

size_t
cnd_verify_ranges(struct cnd_verify *verify, const struct cnd_document *copy)
{
	size_t failures = 0;

	for (size_t i = 0; i < verify->count; i++) {
		const struct expectation *item = &verify->items[i];
		struct cnd_buf words = { 0 };

		if (item->span.from == item->span.to)
			continue;
		gather(copy, item, &words);
		if (!cnd_str_equal(cnd_buf_str(&words),
			    cnd_document_text(verify->doc, item->span)) &&
			item->finding < verify->finding_count) {
			verify->is_doubtful[item->finding] = true;
			failures++;
		}
		cnd_buf_dispose(&words);
	}
	return failures;
}

bool
cnd_verify_is_doubtful(const struct cnd_verify *verify, size_t index)
{
	return index < verify->finding_count && verify->is_doubtful[index];
}
