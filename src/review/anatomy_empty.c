/*
 * Acts that only sound like one: "become everyone's business", "be shared
 * in a timely manner", "require attention".  What is done when they are
 * done nobody could say, whatever their verb says elsewhere.
 */
#include "review/anatomy_judge.h"

enum { NEAR = 7 };

/* "second nature", "everyone's business", "at the heart of", "central to". */
static bool
is_commonplace(const struct cnd_tokens *tokens, struct cnd_range range)
{
	if (cnd_token_reads_any(tokens, range.from,
		    "central|core|key|integral|pivotal|fundamental|paramount|"
		    "uppermost|foremost|crucial|vital|essential|intrinsic") &&
		(range.from + 2 >= range.to ||
			cnd_token_reads_any(tokens, range.from + 1, "to|in")))
		return true;
	for (size_t i = range.from; i < range.to && i < range.from + NEAR;
		i++) {
		if (cnd_token_reads_any(tokens, i,
			    "business|nature|norm|habit|culture|heart|"
			    "forefront|centrepiece|mainstream|core") &&
			cnd_token_reads_any(tokens, i - 1,
				"everyone|everybody|everyone's|everybody's|"
				"second|the|our|their|a|its"))
			return true;
		if (cnd_token_reads_any(tokens, i, "centre") &&
			cnd_token_reads(tokens, i - 1, "the") &&
			cnd_token_reads(tokens, i - 2, "at"))
			return true;
	}
	return false;
}

/* Where a mark or a preposition ends what opens the range. */
static size_t
phrase_end(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t i = range.from;

	while (i < range.to && !cnd_token_is_mark(tokens, i, '.') &&
		!cnd_token_flag(tokens, i, CND_TOKEN_BREAK) &&
		(i == range.from ||
			!cnd_token_has(tokens, i, CND_CLASS_PREPOSITION)))
		i++;
	return i;
}

/* "closer", "more effective", "welcome": how it shall be, and no more. */
static bool
ends_in_comparison(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = phrase_end(tokens, range);

	if (end == range.from)
		return false;
	return cnd_token_reads_any(tokens, end - 1,
		       "closer|together|better|easier|safer|stronger|welcome|"
		       "valued|heard|clearer|kinder|fairer|smoother|robust|"
		       "included") ||
		(cnd_token_has(tokens, end - 1, CND_CLASS_QUALITY) &&
			(end < range.from + 2 ||
				cnd_token_reads_any(
					tokens, end - 2, "more|as|less")));
}

/* Nothing but how, when and with whoever it concerns. */
static bool
is_only_manner(const struct cnd_tokens *tokens, struct cnd_range range)
{
	bool is_any = false;

	for (size_t i = range.from; i < range.to;) {
		size_t length = cnd_token_is(tokens, i, CND_CLASS_SOON, 0);

		if (length == 0)
			length = cnd_token_is(tokens, i, CND_CLASS_ESCAPE, 0);
		if (length == 0 &&
			(cnd_token_has(tokens, i, CND_CLASS_QUALITY) ||
				cnd_token_is_adverb(tokens, i) ||
				cnd_token_reads_any(tokens, i,
					"widely|relevant|appropriate|other|"
					"across|throughout|between|amongst|"
					"among")))
			length = 1;
		is_any |= length > 0;
		if (length == 0 &&
			(cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION) ||
				cnd_token_has(tokens, i, CND_CLASS_ACTOR) ||
				!cnd_token_flag(tokens, i, CND_TOKEN_WORD) ||
				cnd_token_reads_any(tokens, i, "with|in|a")))
			length = 1;
		if (length == 0)
			return false;
		i += length;
	}
	return is_any;
}

/* "be shared in a timely manner", "be disseminated widely". */
static bool
is_shared_somehow(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return predicate->voice == CND_VOICE_PASSIVE &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"shared|disseminated|cascaded|communicated|updated|"
			"circulated|promoted|embedded") &&
		is_only_manner(tokens, predicate->object);
}

/* "the learning from this review": where it ends, or the range's start. */
static size_t
end_of_learning(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t at = range.from;

	while (cnd_token_reads_any(tokens, at, "that|the|this|any|all|its|our"))
		at++;
	if (at >= range.to ||
		!cnd_token_reads_any(tokens, at, "learning|lessons"))
		return range.from;
	at++;
	if (cnd_token_reads_any(tokens, at, "from|of") &&
		cnd_token_has(tokens, at + 1, CND_CLASS_DETERMINER))
		at += 3;
	return at;
}

/*
 * "share the learning from this review widely", "that the lessons be
 * disseminated": with nobody, by no means.
 */
static bool
shares_learning(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	bool is_passive = predicate->voice == CND_VOICE_PASSIVE;
	struct cnd_range rest = predicate->object;
	struct cnd_range what = is_passive ? predicate->subject : rest;
	size_t end = end_of_learning(tokens, what);

	if (end == what.from ||
		!cnd_token_reads_any(tokens, predicate->verb.to - 1,
			"share|disseminate|cascade|spread|communicate|shared|"
			"disseminated|cascaded|communicated"))
		return false;
	if (!is_passive)
		rest.from = (uint32_t)end;
	while (rest.from < rest.to &&
		!cnd_token_flag(tokens, rest.from, CND_TOKEN_WORD))
		rest.from++;
	return rest.from >= rest.to || is_only_manner(tokens, rest);
}

/* "made more aware of", "kept alert to". */
static bool
is_made_aware(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t at = predicate->object.from;

	if (!cnd_token_reads_any(
		    tokens, predicate->verb.to - 1, "made|kept|make|keep"))
		return false;
	if (cnd_token_reads_any(tokens, at, "more|better|fully|all"))
		at++;
	return at < predicate->object.to &&
		cnd_token_reads_any(
			tokens, at, "aware|mindful|conscious|alert|alive");
}

/* "requires attention", "needs improvement". */
static bool
wants_attention(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t from = predicate->object.from;

	if (predicate->voice != CND_VOICE_ACTIVE ||
		!cnd_token_reads_any(tokens, predicate->verb.from,
			"require|requires|need|needs|want|wants|deserve|"
			"deserves|merit|merits"))
		return false;
	for (size_t i = from; i < predicate->object.to && i < from + 3; i++)
		if (cnd_token_reads_any(tokens, i,
			    "attention|improvement|strengthening|thought|"
			    "development|focus|consideration|rethinking|"
			    "improving|tightening"))
			return true;
	return false;
}

/* "play its part", "take stalking seriously", "be better served". */
static bool
is_phrase(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range object = predicate->object;
	size_t verb = predicate->verb.from;
	bool takes = cnd_token_reads_any(
			     tokens, verb, "take|takes|taking|taken|treat") ||
		cnd_token_reads(tokens, object.from, "taking");
	bool plays = cnd_token_reads_any(tokens, verb, "play|plays|playing");

	if (verb > 0 && cnd_token_reads(tokens, verb - 1, "better") &&
		predicate->voice != CND_VOICE_COPULA)
		return true;
	for (size_t i = object.from; i < object.to && i < object.from + NEAR;
		i++) {
		if (takes && cnd_token_reads(tokens, i, "seriously"))
			return true;
		if (plays && cnd_token_reads_any(tokens, i, "part|role"))
			return true;
	}
	return false;
}

/* "equip staff with the skills they need". */
static bool
equips(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range object = predicate->object;

	if (!cnd_token_reads_any(
		    tokens, predicate->verb.from, "equip|equipped|arm|empower"))
		return false;
	return cnd_reads_in(tokens, object,
		"skills|confidence|knowledge|tools|understanding");
}

/* "are reminded to document", "be invited to reflect on". */
static bool
is_put_in_mind(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t verb = predicate->verb.from;

	if (verb > 1 && cnd_token_reads(tokens, verb - 1, "to") &&
		cnd_token_reads(tokens, verb - 2, "reminded"))
		return true;
	return cnd_token_reads_any(tokens, verb,
		       "invited|asked|requested|encouraged|urged|advised") &&
		cnd_token_reads(tokens, predicate->verb.to - 1, "to") &&
		cnd_token_forms(tokens, predicate->verb.to,
			CND_CLASS_BIT(CND_CLASS_THINKING) |
				CND_CLASS_BIT(CND_CLASS_MIND)) != 0;
}

bool
cnd_is_empty_act(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	if (cnd_token_reads_any(tokens, predicate->verb.from,
		    "become|becomes|be|is|are|remain|place|put|keep|placed|"
		    "kept|made|make") &&
		is_commonplace(tokens, predicate->object))
		return true;
	if (cnd_token_reads_any(tokens, predicate->verb.from,
		    "make|made|makes|bring|brought|keep|kept") &&
		!cnd_has_figure(tokens, predicate->object) &&
		ends_in_comparison(tokens, predicate->object))
		return true;
	return is_shared_somehow(tokens, predicate) ||
		wants_attention(tokens, predicate) ||
		is_phrase(tokens, predicate) || equips(tokens, predicate) ||
		is_put_in_mind(tokens, predicate) ||
		shares_learning(tokens, predicate) ||
		is_made_aware(tokens, predicate);
}

bool
cnd_only_shows(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t end = cnd_phrase_end(tokens, predicate->object);

	if (cnd_token_reads_any(
		    tokens, predicate->verb.from, "demonstrate|demonstrates"))
		return true;
	return end > predicate->object.from &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"receive|receives|obtain|seek|show|shows") &&
		cnd_token_reads_any(tokens, end - 1,
			"evidence|assurance|feedback|that|improvement");
}

bool
cnd_is_telling(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	bool is_passive = cnd_token_reads_any(tokens, predicate->verb.to - 1,
		"invited|asked|requested|required|expected|instructed|"
		"directed|urged");

	if (is_passive)
		return cnd_token_reads(tokens, predicate->verb.to, "to");
	return cnd_token_reads_any(tokens, predicate->verb.from,
		"require|requires|oblige|instruct|direct|tell|invite");
}

bool
cnd_sets_system(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	bool is_system = false;

	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "set|configure|programme|program|adjust"))
		return false;
	for (size_t i = predicate->object.from; i < predicate->object.to; i++)
		if (cnd_token_reads_any(tokens, i,
			    "system|systems|software|alert|record|screen|"
			    "template|app|database|switchboard|printer"))
			is_system = true;
		else if (is_system && cnd_token_reads(tokens, i, "to"))
			return true;
	return is_system && cnd_token_reads(tokens, predicate->object.to, "to");
}
