/*
 * How anyone will know: an audit, an evaluation, a report on progress, a
 * figure to be reached.  The system of auditing as an object of
 * improvement is not one.
 */
#include "review/anatomy_measure.h"

static struct cnd_span
verb_and_object(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range range = predicate->verb;

	while (range.to < predicate->object.to && range.to < range.from + 8 &&
		cnd_token_flag(
			tokens, range.to, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
		range.to++;
	return cnd_tokens_span(tokens, range);
}

static bool
is_context_of_act(const struct cnd_predicate *predicate)
{
	return predicate->context == CND_CONTEXT_MAIN ||
		predicate->context == CND_CONTEXT_MEANS ||
		predicate->context == CND_CONTEXT_CONTENT ||
		predicate->context == CND_CONTEXT_PURPOSE;
}

/* "through regular audits", "with clear targets". */
static bool
is_means(const struct cnd_tokens *tokens, size_t from, size_t at)
{
	for (size_t i = at; i > from && i + 5 > at; i--) {
		if (cnd_token_reads_any(tokens, i - 1,
			    "by|through|using|including|with|via|against"))
			return true;
	}
	return false;
}

/* A noun of measuring that is produced, not improved. */
static bool
has_measure_noun(
	const struct cnd_clauses *clauses, size_t at, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];
	bool is_act = cnd_is_whole_act(clauses, at);
	const uint64_t changes = CND_CLASS_BIT(CND_CLASS_DIRECTION) |
		CND_CLASS_BIT(CND_CLASS_THINKING) |
		CND_CLASS_BIT(CND_CLASS_SOFT);
	const uint64_t produces = CND_CLASS_BIT(CND_CLASS_CONCRETE) |
		CND_CLASS_BIT(CND_CLASS_LIGHT);
	struct cnd_range range = predicate->voice == CND_VOICE_PASSIVE
		? (struct cnd_range){ predicate->subject.from,
			  predicate->object.to }
		: (struct cnd_range){ predicate->verb.from,
			  predicate->object.to };

	for (size_t i = range.from; i < range.to; i++) {
		size_t length = cnd_token_is(tokens, i, CND_CLASS_MEASURE, 0);

		if (i >= predicate->verb.to &&
			cnd_token_has(tokens, i, CND_CLASS_SUBORDINATOR))
			break;
		if (length == 0 ||
			(is_act &&
				cnd_token_has(tokens, i, CND_CLASS_COUNTED)) ||
			(predicate->context == CND_CONTEXT_CONTENT &&
				(predicate->classes &
					CND_CLASS_BIT(CND_CLASS_CONTENTS)) !=
					0))
			continue;
		if ((predicate->classes & changes) &&
			!cnd_token_reads_any(tokens, predicate->verb.from,
				"seek|seeks|obtain|gather|collect") &&
			!is_means(tokens, range.from, i))
			return false;
		/* "audit arrangements": the system, not a measure. */
		if (!cnd_token_has(
			    tokens, i + length - 1, CND_CLASS_PREPOSITION) &&
			(cnd_token_has(
				 tokens, i + length, CND_CLASS_ABSTRACT) ||
				cnd_token_has(
					tokens, i + length, CND_CLASS_THING) ||
				cnd_token_has(
					tokens, i + length, CND_CLASS_PRODUCT)))
			continue;
		/* "evaluation of the risks" is casework. */
		if ((cnd_token_reads(tokens, i, "evaluation") ||
			    cnd_token_reads(tokens, i, "evaluations")) &&
			!cnd_has_effect(tokens, range) &&
			(predicate->classes & produces) == 0)
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){
				(uint32_t)i, (uint32_t)(i + length) });
		return true;
	}
	return false;
}

/* "to at least 90 %", "improves to the level expected". */
static bool
has_target(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, struct cnd_span *span)
{
	for (size_t i = predicate->object.from; i < predicate->object.to; i++) {
		bool is_least = cnd_token_reads(tokens, i, "at") &&
			cnd_token_reads(tokens, i + 1, "least");
		bool is_percent = cnd_token_is_number(tokens, i) &&
			(cnd_token_reads(tokens, i - 1, "to") ||
				cnd_token_reads(tokens, i - 1, "least") ||
				cnd_token_reads(tokens, i - 1, "by") ||
				cnd_token_reads(tokens, i - 1, "than")) &&
			(cnd_token_reads(tokens, i + 1, "%") ||
				cnd_token_reads(tokens, i + 1, "per"));

		if ((is_least &&
			    (predicate->classes &
				    CND_CLASS_BIT(CND_CLASS_DIRECTION))) ||
			is_percent) {
			*span = verb_and_object(tokens, predicate);
			return true;
		}
	}
	return false;
}

/* "With a report back in March, the Director should:" */
static bool
has_measure_in_lead(const struct cnd_clauses *clauses, struct cnd_span *span)
{
	for (size_t s = 0; s < clauses->tokens.sentence_count; s++) {
		struct cnd_range lead = clauses->duties[s].lead;

		for (size_t i = lead.from; i < lead.to; i++) {
			size_t length = cnd_token_is(
				&clauses->tokens, i, CND_CLASS_MEASURE, 0);

			if (length < 2)
				continue;
			*span = cnd_tokens_span(&clauses->tokens,
				(struct cnd_range){
					(uint32_t)i, (uint32_t)(i + length) });
			return true;
		}
	}
	return false;
}

enum cnd_part_value
cnd_measure_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_tokens *tokens = &clauses->tokens;
	uint32_t sentence = UINT32_MAX;
	size_t end = 0;

	if (has_measure_in_lead(clauses, span))
		return CND_VALUE_STATED;
	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];

		if (predicate->sentence != sentence) {
			sentence = predicate->sentence;
			end = cnd_end_of_act(clauses, sentence);
		}
		if (!is_context_of_act(predicate) ||
			predicate->verb.from >= end)
			continue;
		if (cnd_verb_measures(clauses, i)) {
			*span = verb_and_object(tokens, predicate);
			return CND_VALUE_STATED;
		}
		if ((predicate->context != CND_CONTEXT_PURPOSE &&
			    has_measure_noun(clauses, i, span)) ||
			has_target(tokens, predicate, span))
			return CND_VALUE_STATED;
	}
	return cnd_is_checked(clauses, span) ||
			cnd_is_told_beside(tokens, span) ||
			cnd_is_proven(clauses, span)
		? CND_VALUE_STATED
		: CND_VALUE_NONE;
}
