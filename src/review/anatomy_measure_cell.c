/* What a cell says of how anyone will know. */
#include "review/anatomy_parts.h"

/* "Attendance register", "Referral figures before and after", "Loans per
 * quarter": it is counted or kept. */
static bool
is_kept(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		"figures|figure|number|numbers|attendance|register|registers|"
		"returns|totals|volumes|statistics|data|rates|percentage|"
		"proportion|count|headcount|search|searches|comparison|"
		"certificates|screenshot|screenshots|per|shown|presented|"
		"reported|brought|tabled|published|questionnaire|signatures");
}

/* "Photographs to the safety team", "a drill in March": it can be seen. */
static bool
is_shown(const struct cnd_tokens *tokens, size_t i)
{
	return i + 1 < tokens->count &&
		(cnd_token_has(tokens, i, CND_CLASS_RECORDS) ||
			cnd_token_reads_any(tokens, i,
				"photograph|photographs|drill|drills|exercise|"
				"walkabout|test|tests|trial|proof|sight|"
				"feedback|survey|tally|log|minute|entry|"
				"report|return|list")) &&
		!cnd_token_has(tokens, i + 1, CND_CLASS_BE);
}

enum cnd_part_value
cnd_measure_of_cell(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const uint64_t acts = CND_CLASS_BIT(CND_CLASS_CONCRETE) |
		CND_CLASS_BIT(CND_CLASS_OBSERVED);

	if (cnd_token_reads(tokens, 0, "to") &&
		cnd_token_reads(tokens, 1, "be"))
		return CND_VALUE_NONE; /* "to be decided" */
	for (size_t i = 0; i < tokens->count; i++) {
		if (i > 0 && cnd_token_has(tokens, i - 1, CND_CLASS_BE))
			continue; /* "information is shared": a hope */
		if (!cnd_token_is_number(tokens, i) &&
			!cnd_token_has(tokens, i, CND_CLASS_MEASURE) &&
			!cnd_token_has(tokens, i, CND_CLASS_MEASURE_VERB) &&
			!cnd_token_has(tokens, i, CND_CLASS_RECURRING) &&
			!is_shown(tokens, i) && !is_kept(tokens, i) &&
			!(cnd_token_forms(tokens, i, acts) & CND_FORM_PAST))
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){ 0, (uint32_t)tokens->count });
		return CND_VALUE_STATED;
	}
	return CND_VALUE_NONE;
}
