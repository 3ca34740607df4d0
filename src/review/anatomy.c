/* Stands in for the reading of the parts until that is written. */
#include "review/anatomy.h"

struct cnd_anatomy {
	size_t lexicon_count;
};

struct cnd_anatomy *
cnd_anatomy_new(struct cnd_arena *arena, const struct cnd_lexicons *lexicons,
	struct cnd_error *err)
{
	struct cnd_anatomy *made = cnd_arena_alloc(arena, sizeof(*made));

	(void)err;
	made->lexicon_count = lexicons != NULL ? lexicons->count : 0;
	return made;
}

void
cnd_anatomy_read(const struct cnd_structure *structure,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	(void)structure;
	(void)doc;
	(void)review;
	(void)arena;
	rec->parts[CND_PART_ACTION].value = CND_VALUE_VAGUE;
}
