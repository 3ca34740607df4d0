/* A document understood: the steps in their order. */
#include "review/review.h"

#include "review/anatomy.h"
#include "review/cues.h"
#include "review/steps.h"

const struct cnd_review *
cnd_review_of(const struct cnd_structure *structure, struct cnd_document *doc,
	struct cnd_str profile, struct cnd_arena *arena)
{
	struct cnd_review *review = cnd_arena_alloc(arena, sizeof(*review));
	struct cnd_structure own = *structure;
	struct cnd_recommendation *made;
	size_t type;

	own.recall = doc->recall;
	structure = &own;
	review->is_profile_detected = profile.len == 0;
	type = profile.len == 0 ? cnd_type_detect(structure, doc)
				: cnd_type_of_name(structure, profile);
	review->profile = type == CND_TYPE_GENERAL ? CND_STR("general")
						   : structure->profiles[type];
	cnd_roles_assign(structure, type, doc);
	review->date = cnd_report_date(structure, doc, arena);
	cnd_abbreviations_find(structure, doc, review, arena);
	cnd_recommendations_find(structure, type, doc, review, arena);
	review->sieve = cnd_sieve_new(arena);
	made = cnd_arena_array(
		arena, review->recommendation_count + 1, sizeof(*made));
	for (size_t i = 0; i < review->recommendation_count; i++) {
		made[i] = review->recommendations[i];
		cnd_anatomy_read(structure, doc, review, &made[i], arena);
	}
	review->recommendations = made;
	return review;
}
