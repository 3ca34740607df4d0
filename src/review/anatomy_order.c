/*
 * Orders: sentences without a subject, which begin with a bare verb, with
 * "to" and one, or with a gerund.
 */
#include "review/anatomy_clause.h"

/* "Reorganise the office", "Tear up the agreement": what else would
 * stand before "the"? */
static bool
is_unknown_order(const struct cnd_tokens *tokens, size_t at)
{
	size_t next = at + 1;

	if (!cnd_token_flag(tokens, at, CND_TOKEN_FIRST) ||
		!cnd_token_flag(tokens, at, CND_TOKEN_WORD) ||
		tokens->items[at].classes != 0)
		return false;
	if (cnd_token_reads_any(tokens, next, "up|out|down|off|back|away|over"))
		next++;
	return cnd_token_has(tokens, next, CND_CLASS_DETERMINER) ||
		cnd_token_has(tokens, next, CND_CLASS_INDEFINITE);
}

/* "Staff on all wards to be mindful": who they are, and what they are to
 * do. */
static bool
is_told_behind(const struct cnd_tokens *tokens, size_t at)
{
	enum { WORDS = 8 };

	if (!cnd_token_has(tokens, at + 1, CND_CLASS_PREPOSITION))
		return false;
	for (size_t i = at + 2; i < at + WORDS; i++) {
		if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK) ||
			cnd_token_is_mark(tokens, i, ','))
			return false;
		if (cnd_token_reads(tokens, i, "to") &&
			cnd_token_reads(tokens, i + 1, "be"))
			return true;
	}
	return false;
}

bool
cnd_is_imperative(const struct cnd_tokens *tokens, size_t at, bool has_modal)
{
	size_t length;

	if (cnd_token_has(tokens, at, CND_CLASS_BE))
		return cnd_token_reads(tokens, at, "be");
	/* "Triage to be more flexible": who is to be so. */
	if (cnd_token_reads(tokens, at + 1, "to") &&
		cnd_token_reads(tokens, at + 2, "be"))
		return false;
	if (!has_modal && is_unknown_order(tokens, at))
		return true;
	if (cnd_token_verb(tokens, at, CND_FORM_BASE, &length) == 0)
		return cnd_token_verb(tokens, at, CND_FORM_S, &length) != 0 &&
			!has_modal && /* "ensures" */
			(!cnd_is_noun_like(tokens, at) ||
				(cnd_opens_object(tokens, at + 1) &&
					/* "Links between the two" */
					!cnd_token_reads_any(tokens, at + 1,
						"between|with")) ||
				cnd_token_has(
					tokens, at + 1, CND_CLASS_CONJUNCTION));
	if (!cnd_is_noun_like(tokens, at))
		return true;
	if (has_modal)
		return cnd_token_has(tokens, at + 1, CND_CLASS_DETERMINER);
	return !is_told_behind(tokens, at) &&
		!cnd_token_reads(tokens, at + 1, "of") &&
		!cnd_token_reads(tokens, at + 1, "to") &&
		!cnd_token_reads(tokens, at + 1, "between") &&
		!cnd_token_has(tokens, at + 1, CND_CLASS_BE);
}

bool
cnd_is_bare_gerund(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	if (cnd_token_has(tokens, at, CND_CLASS_ENSURE))
		return true;
	if (cnd_token_reads(tokens, at + 1, "of"))
		return false;
	for (size_t i = at; i < end; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_BE) ||
			cnd_is_finite(tokens, i))
			return false;
	}
	return true;
}

bool
cnd_is_bare_infinitive(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	size_t verb = at + 1;

	if (!cnd_token_reads(tokens, at, "to"))
		return false;
	while (cnd_token_is_adverb(tokens, verb))
		verb++;
	if (!(cnd_token_forms(tokens, verb, CND_VERB_CLASSES) & CND_FORM_BASE))
		return false;
	for (size_t i = verb; i < end; i++) {
		/* "the ways in which it may be told" */
		if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE) ||
			cnd_token_reads_any(tokens, i, "how|whether|what"))
			return true;
		if (cnd_token_has(tokens, i, CND_CLASS_MODAL))
			return false;
		if (cnd_token_is_mark(tokens, i, ',') &&
			(cnd_token_forms(tokens, i + 1, CND_VERB_CLASSES) &
				CND_FORM_BASE))
			return false;
	}
	return true;
}
