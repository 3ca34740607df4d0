/*
 * How anyone will know: an audit, an evaluation, a report on progress, a
 * figure to be reached.  The system of auditing as an object of
 * improvement is not one.
 */
#include "review/anatomy_parts.h"

static bool
is_number(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) ||
		(cnd_token_has(tokens, i, CND_CLASS_NUMBER) &&
			!cnd_token_reads(tokens, i, "one"));
}

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

/* The impact of something; not "the child's progress". */
static bool
has_effect(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_EFFECT) &&
			!(i > 0 &&
				cnd_token_flag(
					tokens, i - 1, CND_TOKEN_POSSESSIVE) &&
				cnd_token_has(
					tokens, i - 1, CND_CLASS_BENEFICIARY)))
			return true;
	}
	return false;
}

/* Verbs that measure by themselves, and those that must say what. */
static bool
is_measuring(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t verb = predicate->verb.from;
	struct cnd_range clause = { predicate->subject.from,
		predicate->object.to };
	size_t length = cnd_token_is(tokens, verb, CND_CLASS_MEASURE_VERB, 0);

	if (length == 0)
		return false;
	if (length > 1 || cnd_token_reads(tokens, verb, "audit") ||
		cnd_token_reads(tokens, verb, "audited") ||
		cnd_token_reads(tokens, verb, "auditing"))
		return true;
	/* "tracked and reviewed" */
	if (cnd_token_reads(tokens, predicate->verb.to, "and") &&
		cnd_token_forms(tokens, predicate->verb.to + 1,
			CND_CLASS_BIT(CND_CLASS_REVIEW)) != 0)
		return true;
	return has_effect(tokens, clause);
}

static bool
is_context_of_act(const struct cnd_predicate *predicate)
{
	return predicate->context == CND_CONTEXT_MAIN ||
		predicate->context == CND_CONTEXT_MEANS ||
		predicate->context == CND_CONTEXT_CONTENT ||
		predicate->context == CND_CONTEXT_PURPOSE;
}

/* A noun of measuring that is produced, not improved. */
static bool
has_measure_noun(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, struct cnd_span *span)
{
	const uint64_t changes = CND_CLASS_BIT(CND_CLASS_DIRECTION) |
		CND_CLASS_BIT(CND_CLASS_THINKING) |
		CND_CLASS_BIT(CND_CLASS_SOFT);
	struct cnd_range range = predicate->voice == CND_VOICE_PASSIVE
		? (struct cnd_range){ predicate->subject.from,
			  predicate->object.to }
		: predicate->object;

	for (size_t i = range.from; i < range.to; i++) {
		size_t length = cnd_token_is(tokens, i, CND_CLASS_MEASURE, 0);

		if (length == 0)
			continue;
		if ((predicate->classes & changes) &&
			!cnd_token_reads(tokens, i - 1, "by") &&
			!cnd_token_reads(tokens, i - 1, "through"))
			return false;
		/* "audit arrangements": the system, not a measure. */
		if (cnd_token_has(tokens, i + length, CND_CLASS_ABSTRACT) ||
			cnd_token_has(tokens, i + length, CND_CLASS_PRODUCT))
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
		bool is_percent = is_number(tokens, i) &&
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

enum cnd_part_value
cnd_measure_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_tokens *tokens = &clauses->tokens;

	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];

		if (!is_context_of_act(predicate))
			continue;
		if (is_measuring(tokens, predicate)) {
			*span = verb_and_object(tokens, predicate);
			return CND_VALUE_STATED;
		}
		if (has_measure_noun(tokens, predicate, span) ||
			has_target(tokens, predicate, span))
			return CND_VALUE_STATED;
	}
	return CND_VALUE_NONE;
}

enum cnd_part_value
cnd_measure_of_cell(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const uint64_t acts = CND_CLASS_BIT(CND_CLASS_CONCRETE) |
		CND_CLASS_BIT(CND_CLASS_OBSERVED);

	for (size_t i = 0; i < tokens->count; i++) {
		if (!is_number(tokens, i) &&
			!cnd_token_has(tokens, i, CND_CLASS_MEASURE) &&
			!cnd_token_has(tokens, i, CND_CLASS_MEASURE_VERB) &&
			!cnd_token_has(tokens, i, CND_CLASS_RECURRING) &&
			!(cnd_token_forms(tokens, i, acts) & CND_FORM_PAST))
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){ 0, (uint32_t)tokens->count });
		return CND_VALUE_STATED;
	}
	return CND_VALUE_NONE;
}
