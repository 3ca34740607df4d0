/*
 * What time the recommended act is bound to, in its words or in a cell of a
 * plan.
 */
#include "review/anatomy_binding.h"

/* A date that closes the text, as in a row without its lines. */
static bool
closes_with_date(const struct cnd_clauses *clauses, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	size_t end = tokens->count;

	while (end > 0 && cnd_token_is_mark(tokens, end - 1, '.'))
		end--;
	for (size_t i = end > 3 ? end - 3 : 1; i < end; i++) {
		if (i < 4 || cnd_time_date_length(tokens, i) < 2 ||
			i + cnd_time_date_length(tokens, i) != end ||
			cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION))
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){ (uint32_t)i, (uint32_t)end });
		return true;
	}
	return false;
}

enum cnd_part_value
cnd_time_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	enum cnd_part_value best = CND_VALUE_NONE;

	for (size_t s = 0; s < clauses->tokens.sentence_count; s++) {
		struct cnd_range sentence = clauses->tokens.sentences[s];

		for (size_t i = sentence.from; i < sentence.to;) {
			struct cnd_time_hit hit =
				cnd_time_hit_at(&clauses->tokens, i);

			i = hit.range.to;
			if (hit.value == CND_VALUE_NONE || best == hit.value ||
				!cnd_time_binds(clauses, s, hit) ||
				!cnd_time_adjective_binds(clauses, s, hit))
				continue;
			best = hit.value;
			*span = cnd_tokens_span(&clauses->tokens, hit.range);
			if (best == CND_VALUE_STATED)
				return best;
		}
	}
	if (closes_with_date(clauses, span))
		return CND_VALUE_STATED;
	return best;
}

bool
cnd_time_is_fixed(const struct cnd_tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++)
		if (cnd_token_has(tokens, i, CND_CLASS_UNIT) ||
			cnd_token_has(tokens, i, CND_CLASS_NOW))
			return true;
	return cnd_time_names_day(
		tokens, (struct cnd_range){ 0, (uint32_t)tokens->count });
}

/* "To be confirmed", "n/a", "none": nobody has said when yet. */
static bool
is_unsaid(const struct cnd_tokens *tokens)
{
	size_t i = 0;

	while (i < tokens->count &&
		!cnd_token_flag(tokens, i, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
		i++;
	return i >= tokens->count ||
		cnd_token_reads_any(tokens, i,
			"tbc|tba|tbd|none|unknown|nil|na|awaited|open|n") ||
		(cnd_token_reads(tokens, i, "to") &&
			cnd_token_reads(tokens, i + 1, "be") &&
			!cnd_token_has(tokens, i + 3, CND_CLASS_PREPOSITION)) ||
		(cnd_token_reads_any(tokens, i, "not|yet|date") &&
			cnd_token_reads_any(tokens, i + 1,
				"be|yet|known|agreed|set|stated|to|"
				"applicable"));
}

/* "next software release", "after go-live": it can be looked up. */
static bool
is_occasion(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		       "next|following|first|after|before|following|upon|"
		       "each|every") &&
		i + 1 < tokens->count;
}

/* A cell for the time: what is no date there gestures at one. */
enum cnd_part_value
cnd_time_of_cell(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	bool is_soon = false;

	if (is_unsaid(tokens))
		return CND_VALUE_NONE;
	*span = cnd_tokens_span(
		tokens, (struct cnd_range){ 0, (uint32_t)tokens->count });
	for (size_t i = 0; i < tokens->count; i++)
		if (cnd_time_is_number(tokens, i) ||
			cnd_time_is_month(tokens, i) ||
			cnd_time_is_feast(tokens, i))
			return CND_VALUE_STATED;
	for (size_t i = 0; i < tokens->count; i++) {
		struct cnd_time_hit hit = cnd_time_hit_at(tokens, i);

		if (hit.value == CND_VALUE_STATED)
			return CND_VALUE_STATED;
		is_soon |= hit.value == CND_VALUE_VAGUE ||
			cnd_token_has(tokens, i, CND_CLASS_ESCAPE);
	}
	for (size_t i = 0; i < tokens->count && !is_soon; i++)
		if (is_occasion(tokens, i))
			return CND_VALUE_STATED;
	return CND_VALUE_VAGUE;
}
