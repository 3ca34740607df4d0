/* The anatomy of a structure, for those who hold only the structure. */
#include "review/anatomy.h"

void
cnd_anatomy_read(const struct cnd_structure *structure,
	const struct cnd_document *doc, const struct cnd_review *review,
	struct cnd_recommendation *rec, struct cnd_arena *arena)
{
	cnd_anatomy_judge(
		cnd_structure_anatomy(structure), doc, review, rec, arena);
}
