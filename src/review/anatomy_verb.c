/* Which words can be verbs where they stand, though they may be nouns. */
#include "review/anatomy_clause.h"

static bool
is_word(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_WORD);
}

bool
cnd_is_noun_like(const struct cnd_tokens *tokens, size_t i)
{
	size_t length;

	if (!cnd_token_has(tokens, i, CND_CLASS_NOUN_LIKE))
		return false;
	cnd_token_verb(tokens, i, 0, &length);
	return length == 1; /* "report back" is no noun */
}

bool
cnd_may_be_noun(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) &&
		!cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION) &&
		!cnd_token_has(tokens, i, CND_CLASS_MODAL) &&
		!cnd_token_has(tokens, i, CND_CLASS_DETERMINER);
}

/* What may follow a verb that is as often a noun. */
bool
cnd_opens_object(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_has(tokens, i, CND_CLASS_DETERMINER) ||
		cnd_token_has(tokens, i, CND_CLASS_INDEFINITE) ||
		cnd_token_has(tokens, i, CND_CLASS_NUMBER) ||
		cnd_token_has(tokens, i, CND_CLASS_PRONOUN) ||
		cnd_token_has(tokens, i, CND_CLASS_QUALITY) ||
		(cnd_token_has(tokens, i, CND_CLASS_SUBORDINATOR) &&
			!cnd_token_reads(tokens, i, "as")) ||
		(cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) &&
			!cnd_token_reads(tokens, i, "of") &&
			!cnd_token_reads(tokens, i, "to") &&
			!cnd_token_reads(tokens, i, "for")) ||
		cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) ||
		cnd_token_flag(tokens, i, CND_TOKEN_POSSESSIVE) ||
		cnd_token_is_adverb(tokens, i);
}

/* By its ending: "substantial evidence" is no verb. */
static bool
is_adjective(const struct cnd_tokens *tokens, size_t i)
{
	static const char *const endings[] = { "al", "ive", "ous", "ful",
		"able", "ible", "ary", "less", "ic" };

	if (cnd_token_has(tokens, i, CND_CLASS_BODY) ||
		cnd_token_has(tokens, i, CND_CLASS_POST) ||
		cnd_token_has(tokens, i, CND_CLASS_ACTOR) ||
		cnd_token_has(tokens, i, CND_CLASS_PERSON) ||
		cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL))
		return false;
	for (size_t e = 0; e < sizeof(endings) / sizeof(endings[0]); e++) {
		if (cnd_str_ends_with(
			    tokens->items[i].text, cnd_str_of(endings[e])))
			return true;
	}
	return false;
}

/* "every unanswered": what follows is what was left so, and no verb. */
static bool
is_done_to(const struct cnd_tokens *tokens, size_t i)
{
	return i > 0 &&
		cnd_str_ends_with(tokens->items[i].text, CND_STR("ed")) &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE));
}

bool
cnd_is_finite(const struct cnd_tokens *tokens, size_t i)
{
	unsigned forms = cnd_token_forms(tokens, i, CND_VERB_CLASSES) &
		(CND_FORM_BASE | CND_FORM_S);

	if (forms != 0 && i > 3 && cnd_token_is_mark(tokens, i - 1, ')') &&
		!cnd_is_noun_like(tokens, i))
		return true; /* "the Department (DfE) publish" */
	if (forms == 0 || i == 0 || !is_word(tokens, i - 1))
		return false;
	if (cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) &&
		(cnd_is_noun_like(tokens, i) ||
			(!cnd_token_reads(tokens, i - 1, "this") &&
				!cnd_token_reads(tokens, i - 1, "these"))))
		return false;
	if (cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE) ||
		cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) ||
		cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) ||
		cnd_token_flag(tokens, i - 1, CND_TOKEN_POSSESSIVE))
		return false;
	if (cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL))
		return false;
	if (cnd_token_has(tokens, i - 1, CND_CLASS_PRONOUN))
		return true;
	if (cnd_token_has(tokens, i - 1, CND_CLASS_QUALITY) &&
		!cnd_token_is_adverb(tokens, i - 1))
		return false;
	if (!cnd_is_noun_like(tokens, i))
		return true;
	if (is_adjective(tokens, i - 1) || is_done_to(tokens, i - 1))
		return false;
	if (cnd_opens_object(tokens, i + 1))
		return true;
	/* "that the Authority tables, by March, a plan" */
	return cnd_token_is_mark(tokens, i + 1, ',') &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_BODY) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_POST) ||
			cnd_token_flag(tokens, i - 1,
				CND_TOKEN_ACRONYM | CND_TOKEN_CAPITAL));
}
