/*
 * How strong the act is, after RCA2's hierarchy: redesign, contract and
 * law above checklists, audit and staff, those above reminders, training
 * and policy.
 */
#include "review/anatomy_parts.h"

static bool
is_act(const struct cnd_predicate *predicate)
{
	return predicate->context == CND_CONTEXT_MAIN ||
		predicate->context == CND_CONTEXT_MEANS ||
		predicate->context == CND_CONTEXT_CONTENT;
}

enum cnd_strength
cnd_strength_of(const struct cnd_reading *reading)
{
	static const struct {
		enum cnd_class is_class;
		enum cnd_strength strength;
	} ladder[] = {
		{ CND_CLASS_STRENGTH_STRONG, CND_STRENGTH_STRONG },
		{ CND_CLASS_STRENGTH_MEDIUM, CND_STRENGTH_MEDIUM },
		{ CND_CLASS_STRENGTH_WEAK, CND_STRENGTH_WEAK },
	};
	const struct cnd_clauses *clauses = &reading->clauses;

	for (size_t l = 0; l < sizeof(ladder) / sizeof(ladder[0]); l++) {
		for (size_t i = 0; i < clauses->predicate_count; i++) {
			const struct cnd_predicate *predicate =
				&clauses->predicates[i];
			struct cnd_range range = { predicate->verb.from,
				predicate->object.to };

			if (is_act(predicate) &&
				cnd_count_class(&clauses->tokens, range,
					ladder[l].is_class) > 0)
				return ladder[l].strength;
		}
	}
	return CND_STRENGTH_UNKNOWN;
}
