/*
 * Expressions of time that may stand before a noun: "quarterly reports" are
 * reported each quarter, "the annual report" has its name from the year.
 */
#include "review/anatomy_binding.h"

/* "its yearly visit", "on daily treatment": one that there is already. */
static bool
is_held_already(const struct cnd_tokens *tokens, size_t from)
{
	return from > 0 &&
		cnd_token_reads_any(
			tokens, from - 1, "the|its|their|his|her|our|your|on");
}

/* "a weekly check": no verb, whatever it is elsewhere. */
static bool
is_recurring_thing(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return range.from > 0 &&
		cnd_token_has(tokens, range.from, CND_CLASS_RECURRING) &&
		!cnd_token_flag(tokens, range.from, CND_TOKEN_CAPITAL) &&
		(cnd_token_has(tokens, range.from - 1, CND_CLASS_INDEFINITE) ||
			is_held_already(tokens, range.from));
}

/* Before a noun; an adverbial stands beside the verb or closes the clause. */
static bool
modifies_noun(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_may_be_noun(tokens, range.to) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_INDEFINITE) &&
		(cnd_token_forms(tokens, range.to, CND_VERB_CLASSES) == 0 ||
			is_recurring_thing(tokens, range)) &&
		!cnd_token_is_adverb(tokens, range.to);
}

/* "fifty transfusions a month": a rate. */
static bool
is_rate(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i, "a") && i > 1 &&
		cnd_token_flag(tokens, i - 1, CND_TOKEN_WORD) &&
		!cnd_token_reads_any(tokens, i - 1, "once|twice|times") &&
		cnd_time_is_number(tokens, i - 2);
}

/* "timely and effective planning": what it shall be like. */
static bool
is_quality(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_token_reads_any(tokens, range.from,
		       "prompt|timely|swift|rapid|speedy") &&
		(cnd_token_reads_any(tokens, range.to, "and|but|or|,") ||
			cnd_token_flag(tokens, range.from, CND_TOKEN_FIRST) ||
			(range.from > 0 &&
				cnd_token_reads_any(tokens, range.from - 1,
					"and|but|or|,|more|most|less")));
}

/* "the report should include regular updates": what it holds. */
static bool
is_contained(const struct cnd_tokens *tokens, size_t i)
{
	if (i > 0 && cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE))
		i--;
	return i > 0 &&
		cnd_token_reads_any(tokens, i - 1,
			"include|includes|contain|contains|incorporate|"
			"incorporates|cover|covers|feature|features");
}

/* "if it has continuously been held": how it came about. */
static bool
is_past(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return range.from > 0 &&
		cnd_token_reads_any(tokens, range.from - 1, "has|have|had") &&
		(cnd_token_reads(tokens, range.to, "been") ||
			(cnd_token_forms(tokens, range.to, CND_VERB_CLASSES) &
				CND_FORM_PAST));
}

/* "add a prompt", "the timeliness of annual reviews". */
static bool
is_noun_itself(const struct cnd_tokens *tokens, struct cnd_range range)
{
	if (range.from == 0)
		return false;
	if (cnd_token_reads(tokens, range.from, "prompt"))
		return !cnd_token_flag(tokens, range.to, CND_TOKEN_WORD) ||
			cnd_token_has(tokens, range.to, CND_CLASS_PREPOSITION);
	return cnd_token_reads(tokens, range.from - 1, "of") &&
		cnd_token_has(tokens, range.from, CND_CLASS_RECURRING);
}

bool
cnd_time_adjective_binds(const struct cnd_clauses *clauses, size_t sentence,
	struct cnd_time_hit hit)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate =
		cnd_time_predicate(clauses, hit.range.from, sentence);
	const uint64_t produces = CND_CLASS_BIT(CND_CLASS_CONCRETE) |
		CND_CLASS_BIT(CND_CLASS_LIGHT) |
		CND_CLASS_BIT(CND_CLASS_DEVELOP);
	/* "…, with a monthly return": what comes besides */
	bool is_set_up = predicate != NULL && cnd_sets_up(tokens, predicate) &&
		!cnd_token_reads(tokens, hit.range.from - 2, "with");

	if (is_rate(tokens, hit.range.from) || is_quality(tokens, hit.range))
		return false;
	/* "a continuous watch": what sort of watch */
	if (cnd_token_reads_any(
		    tokens, hit.range.from, "continuous|constant|continual") &&
		hit.range.from > 0 &&
		cnd_token_has(tokens, hit.range.from - 1, CND_CLASS_INDEFINITE))
		return false;
	if (hit.value == CND_VALUE_VAGUE &&
		(is_contained(tokens, hit.range.from) ||
			is_past(tokens, hit.range)))
		return false;
	/* "a same-day change": what sort of change */
	if (cnd_token_reads_any(tokens, hit.range.from, "same|same-day") &&
		hit.range.from > 0 &&
		cnd_token_has(tokens, hit.range.from - 1, CND_CLASS_INDEFINITE))
		return false;
	if (!modifies_noun(tokens, hit.range))
		return !is_noun_itself(tokens, hit.range);
	/* "the annual report" */
	if (is_held_already(tokens, hit.range.from))
		return false;
	if (cnd_token_flag(tokens, hit.range.from, CND_TOKEN_CAPITAL) &&
		!cnd_token_flag(tokens, hit.range.from, CND_TOKEN_FIRST))
		return false; /* "an Annual Report": a name */
	/* "introduce a weekly check": how often it will be */
	if (is_set_up && is_recurring_thing(tokens, hit.range))
		return false;
	if (cnd_token_has(tokens, hit.range.to, CND_CLASS_STEPS))
		return true;
	if (cnd_token_reads_any(
		    tokens, hit.range.from, "prompt|timely|swift|rapid|speedy"))
		return false;
	if (cnd_token_reads(tokens, hit.range.from, "immediate") ||
		cnd_token_reads(tokens, hit.range.from, "urgent"))
		return true;
	if (cnd_token_has(tokens, hit.range.from, CND_CLASS_NOW_AND_THEN) ||
		cnd_token_has(tokens, hit.range.from, CND_CLASS_RECURRING))
		return predicate == NULL ||
			((predicate->classes & produces) != 0 && !is_set_up);
	return hit.range.to > hit.range.from + 1;
}
