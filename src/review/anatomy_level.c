/*
 * Levels to be reached: "nine in ten", "from thirty to single figures",
 * "until it has been nil", "aiming for none".
 */
#include "review/anatomy_hit.h"

enum {
	NEAR = 5,
	REACH = 12, /* words from "until" to the level */
	LEVELS = 11 /* from "fall from" to "to single figures" */
};

/* "nine in ten", "one in ten of them". */
static bool
is_share(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_time_is_number(tokens, i) &&
		cnd_token_reads(tokens, i + 1, "in") &&
		cnd_time_is_number(tokens, i + 2) &&
		!cnd_token_has(tokens, i + 3, CND_CLASS_UNIT) &&
		!cnd_time_is_month(tokens, i + 2);
}

/* A verb or adverb of going up or down. */
static bool
is_move(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		"fall|falls|falling|rise|rises|rising|drop|drops|reduce|"
		"reduced|reducing|cut|cutting|raise|raised|increase|"
		"increased|shorten|shortened|lower|lowered|halve|"
		"grow|decline|bring|brings|improve");
}

/* "to fewer than 40", "to single figures", "to nil". */
static bool
is_level(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "nil|zero|none"))
		return true;
	if (cnd_token_reads(tokens, i, "single"))
		return cnd_token_reads(tokens, i + 1, "figures");
	if (cnd_token_reads_any(
		    tokens, i, "fewer|less|more|under|below|above|over"))
		return cnd_time_is_number(tokens, i + 1) ||
			(cnd_token_reads(tokens, i + 1, "than") &&
				cnd_time_is_number(tokens, i + 2));
	if (cnd_token_reads(tokens, i, "no"))
		return cnd_token_reads_any(tokens, i + 1, "more|fewer") &&
			cnd_token_reads(tokens, i + 2, "than");
	return cnd_time_is_number(tokens, i) &&
		!cnd_token_has(tokens, i + 1, CND_CLASS_MONTH);
}

/* "fall from thirty-one a month to …", "down to fewer than 40". */
static bool
reaches_level(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	bool is_from = false;

	if (!is_move(tokens, i))
		return false;
	for (size_t k = i + 1; k < end && k < i + LEVELS + NEAR; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		is_from |=
			cnd_token_reads(tokens, k, "from") && k <= i + LEVELS;
		if (!cnd_token_reads(tokens, k, "to"))
			continue;
		if (is_level(tokens, k + 1))
			return is_from || !cnd_time_is_number(tokens, k + 1) ||
				cnd_token_reads_any(tokens, k + 2, "%|per");
		if (is_from)
			return cnd_token_reads_any(
				tokens, k + 1, "something|nearer|that|the");
	}
	return false;
}

/* "until it has been nil for a quarter", "until the list is cleared". */
static bool
goes_on_until(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!cnd_token_reads(tokens, i, "until"))
		return false;
	for (size_t k = i + 1; k < end && k < i + REACH; k++) {
		if (cnd_token_is_mark(tokens, k, ','))
			return false;
		if (cnd_token_reads_any(tokens, k,
			    "nil|zero|none|halved|doubled|cleared|%"))
			return true;
	}
	return false;
}

/* "aiming for no child to wait longer than …". */
static bool
aims_for(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads(tokens, i, "aiming") &&
		cnd_token_reads_any(tokens, i + 1, "for|at") &&
		(cnd_token_reads(tokens, i + 2, "no") ||
			is_level(tokens, i + 2));
}

bool
cnd_sets_target(const struct cnd_tokens *tokens, size_t i)
{
	bool is_goal = cnd_token_reads_any(
		tokens, i, "target|ceiling|trajectory|goal|baseline");
	bool is_limit =
		cnd_token_reads_any(tokens, i, "limit|threshold|cap|standard");

	if (i == 0 || (!is_goal && !is_limit) ||
		!cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE))
		return false;
	return cnd_token_reads_any(tokens, i + 1, "for|against|of|to") &&
		(is_goal ||
			cnd_token_reads_any(
				tokens, i + 2, "it|this|them|these")) &&
		!cnd_token_has(tokens, i + 2, CND_CLASS_BENEFICIARY);
}

bool
cnd_names_level(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	return is_share(tokens, i) || reaches_level(tokens, i, end) ||
		goes_on_until(tokens, i, end) || aims_for(tokens, i);
}
