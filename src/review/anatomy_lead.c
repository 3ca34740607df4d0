/*
 * Adverbials before the telling: "By 31 March 2024", "Where a child is
 * missing,", "Accordingly".
 */
#include "review/anatomy_clause.h"
#include "review/anatomy_hit.h"

/* A word of an adverbial of time without a comma behind it. */
static bool
is_time_word(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) ||
		cnd_token_has(tokens, i, CND_CLASS_NUMBER) ||
		cnd_token_has(tokens, i, CND_CLASS_MONTH) ||
		cnd_token_has(tokens, i, CND_CLASS_UNIT) ||
		cnd_token_has(tokens, i, CND_CLASS_OCCASION) ||
		cnd_token_reads_any(tokens, i,
			"of|end|start|next|each|from|quarterly|receipt");
}

/* "the adoption of this report": what a period runs from. */
static size_t
skip_event(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	size_t behind = at;

	for (size_t i = at; i < end &&
		cnd_token_reads_any(tokens, i,
			"the|adoption|publication|date|receipt|approval|"
			"release|tabling|of|this|report|recommendation|"
			"review|inspection|its");
		i++)
		if (!cnd_token_reads_any(tokens, i, "the|of"))
			behind = i + 1;
	return behind;
}

/* Behind "By 31 March 2024", where no comma closes it. */
static size_t
skip_time(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	size_t i = at + 1;

	while (i < end &&
		(is_time_word(tokens, i) ||
			(cnd_token_has(tokens, i, CND_CLASS_DETERMINER) &&
				is_time_word(tokens, i + 1))))
		i++;
	/* "of the adoption of this report" */
	if (i > at + 1 && cnd_token_reads(tokens, i - 1, "of"))
		i = skip_event(tokens, i, end);
	return i > at + 1 ? i : at;
}

/* "Each month,", "Ahead of the winter,", "Six weeks after the launch,". */
static bool
opens_with_time(const struct cnd_tokens *tokens, size_t at)
{
	enum { WORDS = 8 };
	struct cnd_time_hit hit;

	if (cnd_token_reads_any(tokens, at, "ahead|prior"))
		return cnd_token_reads_any(tokens, at + 1, "of|to");
	if (at >= tokens->count)
		return false;
	hit = cnd_time_hit_at(tokens, at);
	if (hit.value == CND_VALUE_NONE)
		return false;
	for (size_t i = hit.range.to; i < hit.range.to + WORDS; i++) {
		if (cnd_token_is_mark(tokens, i, ','))
			return true;
		if (cnd_token_has(tokens, i, CND_CLASS_MODAL) ||
			cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			return false;
	}
	return false;
}

bool
cnd_opens_adverbial(const struct cnd_tokens *tokens, size_t at)
{
	return cnd_token_has(tokens, at, CND_CLASS_PREPOSITION) ||
		cnd_token_has(tokens, at, CND_CLASS_SUBORDINATOR) ||
		cnd_token_has(tokens, at, CND_CLASS_SOON) ||
		cnd_token_has(tokens, at, CND_CLASS_NOW) ||
		cnd_token_has(tokens, at, CND_CLASS_OPENER) ||
		opens_with_time(tokens, at) ||
		(cnd_token_reads(tokens, at, "to") &&
			cnd_token_forms(tokens, at + 1, CND_VERB_CLASSES) != 0);
}

/* The comma that closes an adverbial; not one inside a list with "and". */
static size_t
find_comma(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	/* "Where a child should be seen, …" has a modal of its own. */
	bool is_clause = cnd_token_has(tokens, at, CND_CLASS_SUBORDINATOR);

	for (size_t i = at; i < end; i++) {
		if (cnd_token_is_mark(tokens, i, ','))
			return i;
		if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			break;
		if (!is_clause && cnd_token_reads_any(tokens, i, "should|must"))
			break;
	}
	return CND_NOT_FOUND;
}

static bool
is_lead_adverb(const struct cnd_tokens *tokens, size_t at)
{
	if (cnd_token_is_mark(tokens, at + 1, ',') &&
		cnd_token_reads_any(tokens, at,
			"however|nevertheless|nonetheless|moreover|"
			"furthermore|consequently|meanwhile|instead|thus|"
			"hence|likewise"))
		return true;
	return cnd_token_reads(tokens, at, "please") ||
		(cnd_token_is_adverb(tokens, at) &&
			!cnd_token_reads_any(
				tokens, at, "now|more|better|less"));
}

size_t
cnd_skip_lead(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	for (;;) {
		size_t from = at;
		size_t comma;

		at = cnd_skip_label(tokens, at, end);
		if (cnd_opens_adverbial(tokens, at)) {
			comma = find_comma(tokens, at, end);
			at = comma != CND_NOT_FOUND
				? comma + 1
				: skip_time(tokens, at, end);
		}
		if (at == from && is_lead_adverb(tokens, at))
			at++;
		if (at == from || at >= end)
			return at < end ? at : from;
	}
}
