/* Edits are sorted once and the text is copied between them. */
#include "annotate/splice.h"

#include <stdlib.h>

void
cnd_splices_add(struct cnd_splices *splices, uint32_t from, uint32_t to,
	int rank, struct cnd_str text)
{
	splices->items = cnd_arena_grow(splices->arena, splices->items,
		splices->count, &splices->capacity, sizeof(*splices->items));
	splices->items[splices->count] = (struct cnd_splice){ from, to, rank,
		(uint32_t)splices->count, text };
	splices->count++;
}

static int
compare(const void *a, const void *b)
{
	const struct cnd_splice *left = a;
	const struct cnd_splice *right = b;

	if (left->from != right->from)
		return left->from < right->from ? -1 : 1;
	if (left->rank != right->rank)
		return left->rank < right->rank ? -1 : 1;
	return left->order < right->order ? -1 : 1;
}

void
cnd_splices_apply(
	struct cnd_splices *splices, struct cnd_str source, struct cnd_buf *out)
{
	size_t at = 0;

	if (splices->count > 0)
		qsort(splices->items, splices->count, sizeof(*splices->items),
			compare);
	for (size_t i = 0; i < splices->count; i++) {
		const struct cnd_splice *splice = &splices->items[i];

		if (splice->from > at) {
			cnd_buf_put(
				out, cnd_str_slice(source, at, splice->from));
			at = splice->from;
		}
		cnd_buf_put(out, splice->text);
		if (splice->to > at)
			at = splice->to;
	}
	cnd_buf_put(out, cnd_str_slice(source, at, source.len));
}
