/*
 * Objects in one order.  Invariant: once found, they do not overlap; those
 * that did have become one.
 */
#include "annotate/docx_objects.h"

#include "base/halving.h"

#include <stdlib.h>

void
cnd_docx_objects_add(
	struct cnd_docx_objects *objects, struct cnd_docx_object object)
{
	objects->items = cnd_arena_grow(objects->arena, objects->items,
		objects->count, &objects->capacity, sizeof(*objects->items));
	objects->items[objects->count++] = object;
}

static int
compare(const void *a, const void *b)
{
	const struct cnd_docx_object *left = a;
	const struct cnd_docx_object *right = b;

	if (left->from != right->from)
		return left->from < right->from ? -1 : 1;
	return (left->to > right->to) - (left->to < right->to);
}

static void
merge(struct cnd_docx_objects *objects)
{
	size_t kept = 0;

	if (objects->count == 0)
		return;
	qsort(objects->items, objects->count, sizeof(*objects->items), compare);
	for (size_t i = 1; i < objects->count; i++) {
		struct cnd_docx_object *last = &objects->items[kept];
		const struct cnd_docx_object *next = &objects->items[i];

		if (next->from >= last->to) {
			objects->items[++kept] = *next;
			continue;
		}
		if (next->to > last->to)
			last->to = next->to;
		if (next->end > last->end)
			last->end = next->end;
	}
	objects->count = kept + 1;
}

bool
cnd_docx_objects_find(struct cnd_arena *arena, const struct cnd_docx_runs *runs,
	struct cnd_docx_objects *objects, struct cnd_error *err)
{
	*objects = (struct cnd_docx_objects){ .arena = arena };
	if (!cnd_docx_fields_find(runs, objects, err) ||
		!cnd_docx_controls_find(runs->part, objects, err))
		return false;
	merge(objects);
	return true;
}

const struct cnd_docx_object *
cnd_docx_objects_at(const struct cnd_docx_objects *objects, uint32_t at)
{
	struct cnd_halving in = { .high = objects->count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, objects->items[in.middle].to <= at);
	if (in.low == objects->count || objects->items[in.low].from >= at)
		return NULL;
	return &objects->items[in.low];
}
