/*
 * Who stands in a cell for the owner is one, be it by no word that the
 * lexicons know: a post, a body's own service, or some people.
 */
#include "review/anatomy_parts.h"

/* "To be confirmed", "n/a", "-": nobody yet. */
static bool
is_nobody(const struct cnd_tokens *tokens)
{
	bool is_word = false;

	for (size_t i = 0; i < tokens->count; i++)
		is_word |= cnd_token_flag(tokens, i, CND_TOKEN_WORD) &&
			tokens->items[i].text.len > 2;
	return !is_word ||
		cnd_token_reads_any(tokens, 0,
			"to|not|tbc|tba|tbd|none|nil|n/a|unknown|nobody|see|no|"
			"awaited|unclear|unassigned");
}

/* Where "Lead midwife for fetal monitoring" goes on about the post. */
static size_t
post_end(const struct cnd_tokens *tokens)
{
	size_t end = 0;

	while (end < tokens->count &&
		cnd_token_flag(tokens, end, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, end, CND_CLASS_PREPOSITION))
		end++;
	return end;
}

/* "Practice educator": who stands where owners stand has the post; several
 * of them have none. */
static bool
is_post(const struct cnd_tokens *tokens)
{
	size_t last = post_end(tokens);

	if (last < 2 || last > 4 ||
		!cnd_token_flag(tokens, 0, CND_TOKEN_CAPITAL) ||
		cnd_token_has(tokens, 0, CND_CLASS_INDEFINITE) ||
		cnd_token_reads_any(tokens, 0,
			"all|various|both|any|partners|relevant|multi-agency|"
			"system|other|local"))
		return false;
	return (last == tokens->count ||
		       !cnd_token_flag(tokens, last,
			       CND_TOKEN_NUMBER | CND_TOKEN_CAPITAL)) &&
		!cnd_str_ends_with(
			tokens->items[last - 1].text, CND_STR("s")) &&
		!cnd_token_has(tokens, last - 1, CND_CLASS_ABSTRACT) &&
		!cnd_token_has(tokens, last - 1, CND_CLASS_THING);
}

/* "Castermoor Council children's services": a body's own. */
static bool
is_of_body(const struct cnd_tokens *tokens)
{
	for (size_t i = 1; i < tokens->count; i++)
		if (cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			cnd_token_has(tokens, i, CND_CLASS_BODY) &&
			cnd_token_flag(tokens, i - 1, CND_TOKEN_CAPITAL) &&
			!cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE))
			return true;
	return false;
}

enum cnd_part_value
cnd_owner_of_cell(const struct cnd_tokens *tokens, enum cnd_part_value known,
	bool is_guess)
{
	if (is_of_body(tokens))
		return CND_VALUE_NAMED;
	if (known != CND_VALUE_NONE || is_nobody(tokens))
		return known;
	if (is_post(tokens))
		return CND_VALUE_NAMED;
	return is_guess ? CND_VALUE_NONE : CND_VALUE_GENERIC;
}
