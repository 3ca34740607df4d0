/* Pending changes have their place in the file as a whole. */
#include "read/tracked.h"

/* ", 3 insertions" behind what is there; nothing for none. */
static struct cnd_str
count_kind(struct cnd_arena *arena, struct cnd_str before, uint32_t count,
	const char *one)
{
	if (count == 0)
		return before;
	return cnd_arena_printf(arena, "%.*s%s%u %s%s", CND_STR_ARG(before),
		before.len > 0 ? ", " : "", (unsigned)count, one,
		count == 1 ? "" : "s");
}

void
cnd_tracked_say(struct cnd_builder *builder, struct cnd_arena *arena,
	struct cnd_tracked tracked)
{
	uint32_t all = tracked.insertions + tracked.deletions + tracked.formats;
	struct cnd_str kinds = CND_STR("");

	if (all == 0)
		return;
	kinds = count_kind(arena, kinds, tracked.insertions, "insertion");
	kinds = count_kind(arena, kinds, tracked.deletions, "deletion");
	kinds = count_kind(arena, kinds, tracked.formats, "change of format");
	cnd_builder_state(builder, "publication/tracked-changes",
		(struct cnd_span){ 0, 0 },
		cnd_arena_printf(arena, "%u tracked change%s pending (%.*s)",
			(unsigned)all, all == 1 ? " is" : "s are",
			CND_STR_ARG(kinds)));
}
