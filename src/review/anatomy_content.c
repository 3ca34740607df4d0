/*
 * What is to be thought of a verb inside "ensure that …": could anyone see
 * whether it is so?
 */
#include "review/anatomy_judge.h"

/* "ensure" and a noun phrase with no verb of its own. */
enum cnd_verdict
cnd_judge_ensured(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_profile profile = cnd_profile_of(tokens, predicate->object);

	if (profile.number > 0)
		return CND_VERDICT_CONCRETE;
	if (profile.product > 0 && profile.quality == 0 &&
		!profile.is_head_abstract)
		return CND_VERDICT_CONCRETE;
	/* "that pilots obey it": a verb we do not know. */
	if (cnd_token_reads(tokens, predicate->object.from, "that") &&
		profile.quality == 0 && profile.abstract == 0)
		return CND_VERDICT_CONCRETE;
	return CND_VERDICT_VAGUE;
}

/* "has an appointment booked": an act that is seen done. */
static bool
has_done_participle(const struct cnd_tokens *tokens, struct cnd_range range)
{
	const uint64_t acts = CND_CLASS_BIT(CND_CLASS_OBSERVED) |
		CND_CLASS_BIT(CND_CLASS_CONCRETE);

	for (size_t i = range.from + 1; i < range.to; i++) {
		bool is_past = cnd_token_forms(tokens, i, acts) & CND_FORM_PAST;

		/* "booked before leaving": whatever was booked. */
		is_past |= tokens->items[i].text.len > 4 &&
			cnd_str_ends_with(
				tokens->items[i].text, CND_STR("ed")) &&
			!cnd_token_has(tokens, i, CND_CLASS_QUALITY) &&
			(i + 1 >= range.to ||
				cnd_token_has(
					tokens, i + 1, CND_CLASS_PREPOSITION) ||
				!cnd_token_flag(tokens, i + 1, CND_TOKEN_WORD));
		if (is_past)
			return !cnd_token_has(tokens, i - 1, CND_CLASS_QUALITY);
	}
	return false;
}

/* Quality where it empties a verb: before it, or right behind. */
static bool
is_soft_clause(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range before = { predicate->subject.from,
		predicate->verb.from };
	struct cnd_profile front = cnd_profile_of(tokens, before);
	struct cnd_profile back = cnd_profile_of(tokens, predicate->object);

	return front.quality > 0 || back.quality > 0;
}

static bool
is_unsteady(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return predicate->verb.from > 0 &&
		cnd_token_has(tokens, predicate->verb.from - 1,
			CND_CLASS_NOW_AND_THEN);
}

/* "interpreters are used", "the tool is used". */
static bool
is_tool(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range subject = cnd_patient_of(tokens, predicate);
	size_t end;

	if (cnd_token_reads(tokens, subject.from, "that"))
		subject.from++;
	end = cnd_phrase_end(tokens, subject);
	return end > subject.from &&
		(cnd_token_has(tokens, end - 1, CND_CLASS_ACTOR) ||
			cnd_token_has(tokens, end - 1, CND_CLASS_PRODUCT));
}

/* "… by a qualified social worker": who does it can be checked. */
static bool
has_agent(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to && i < range.from + 3; i++) {
		if (!cnd_token_reads(tokens, i, "by"))
			continue;
		for (size_t k = i + 1; k < range.to && k < i + 6; k++) {
			if (cnd_token_has(tokens, k, CND_CLASS_ACTOR) ||
				cnd_token_has(tokens, k, CND_CLASS_PERSON) ||
				cnd_token_has(tokens, k, CND_CLASS_POST))
				return true;
		}
	}
	return false;
}

/* "adequately consulted": how much would be enough? */
static bool
is_hedged(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	static const char words[] =
		"adequately|effectively|appropriately|properly|sufficiently|"
		"meaningfully|robustly|suitably|satisfactorily|efficiently";

	return cnd_token_reads_any(tokens, predicate->verb.to, words) ||
		(predicate->verb.from > 0 &&
			cnd_token_reads_any(
				tokens, predicate->verb.from - 1, words));
}

/* "manuals are provided": what is given can be held in hand. */
static bool
is_product(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_profile profile =
		cnd_profile_of(tokens, cnd_patient_of(tokens, predicate));

	return profile.product > 0 && profile.quality == 0;
}

/* "considered at the earliest opportunity": at no meeting that is named. */
static bool
is_at_any_point(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t at = predicate->verb.to - 1;

	for (size_t i = at + 1; i < at + 5 && i < predicate->object.to; i++)
		if (cnd_token_reads_any(tokens, i,
			    "opportunity|opportunities|stage|stages|outset|"
			    "point|points|times|level|levels"))
			return cnd_token_reads(tokens, at, "at");
	return false;
}

static enum cnd_verdict
judge_content_passive(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	bool is_observed = cnd_predicate_is(predicate, CND_CLASS_OBSERVED) ||
		cnd_predicate_is(predicate, CND_CLASS_CONTENTS);

	if (cnd_has_figure(tokens, predicate->object))
		return CND_VERDICT_CONCRETE;
	if (is_at_any_point(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (cnd_count_class(tokens, predicate->object, CND_CLASS_PRODUCT) > 0 &&
		is_observed)
		return CND_VERDICT_CONCRETE;
	if (cnd_is_use(tokens, predicate) && is_tool(tokens, predicate))
		return CND_VERDICT_CONCRETE;
	if (has_agent(tokens, predicate->object) &&
		!cnd_predicate_is(predicate, CND_CLASS_MIND))
		return CND_VERDICT_CONCRETE;
	if (cnd_is_given(tokens, predicate) && is_product(tokens, predicate))
		return CND_VERDICT_CONCRETE;
	if (is_unsteady(tokens, predicate) || cnd_is_given(tokens, predicate) ||
		is_hedged(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (is_observed && !cnd_predicate_is(predicate, CND_CLASS_LIGHT))
		return CND_VERDICT_CONCRETE;
	if (cnd_count_class(tokens, predicate->object, CND_CLASS_SOON) > 0)
		return CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_CONCRETE) &&
		!cnd_predicate_is(predicate, CND_CLASS_LIGHT) &&
		!cnd_predicate_is(predicate, CND_CLASS_DIRECTION) &&
		!cnd_predicate_is(predicate, CND_CLASS_SOFT))
		return CND_VERDICT_CONCRETE;
	if ((is_observed || predicate->classes == 0) &&
		!is_soft_clause(tokens, predicate))
		return CND_VERDICT_CONCRETE;
	return CND_VERDICT_VAGUE;
}

static enum cnd_verdict
judge_content_active(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_profile profile = cnd_profile_of(tokens, predicate->object);
	bool is_seen = cnd_predicate_is(predicate, CND_CLASS_OBSERVED) ||
		cnd_predicate_is(predicate, CND_CLASS_CONTENTS) ||
		cnd_predicate_is(predicate, CND_CLASS_HAVE) ||
		cnd_predicate_is(predicate, CND_CLASS_CONCRETE);

	if (cnd_predicate_is(predicate, CND_CLASS_MIND) ||
		cnd_predicate_is(predicate, CND_CLASS_THINKING))
		return CND_VERDICT_VAGUE;
	if (profile.number > 0 && is_seen)
		return CND_VERDICT_CONCRETE;
	if (cnd_predicate_is(predicate, CND_CLASS_SOFT) ||
		cnd_predicate_is(predicate, CND_CLASS_DIRECTION))
		return CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_LIGHT) &&
		profile.product > 0 && profile.quality == 0)
		return CND_VERDICT_CONCRETE;
	if (!is_seen || is_unsteady(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_HAVE))
		return (profile.product > 0 && profile.quality == 0) ||
				has_done_participle(tokens, predicate->object)
			? CND_VERDICT_CONCRETE
			: CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_LIGHT)) {
		struct cnd_range first = predicate->object;

		first.to = (uint32_t)cnd_phrase_end(tokens, first);
		return cnd_count_class(tokens, first, CND_CLASS_PRODUCT) == 0 &&
				(profile.quality > 0 ||
					profile.is_head_abstract)
			? CND_VERDICT_VAGUE
			: CND_VERDICT_CONCRETE;
	}
	return CND_VERDICT_CONCRETE;
}

/* A verb inside "ensure that". */
enum cnd_verdict
cnd_judge_content(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_profile profile;

	if (cnd_is_empty_act(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (predicate->voice == CND_VOICE_PASSIVE)
		return judge_content_passive(tokens, predicate);
	if (predicate->voice == CND_VOICE_ACTIVE)
		return judge_content_active(tokens, predicate);
	if (predicate->classes != 0)
		return CND_VERDICT_VAGUE;
	profile = cnd_profile_of(tokens, predicate->object);
	if (profile.checkable > 0)
		return cnd_count_class(tokens, predicate->subject,
			       CND_CLASS_QUALITY) > 0 ||
				(profile.quality > 0 &&
					cnd_token_reads(tokens,
						predicate->subject.from,
						"there"))
			? CND_VERDICT_VAGUE
			: CND_VERDICT_CONCRETE;
	return profile.number > 0 ? CND_VERDICT_CONCRETE : CND_VERDICT_VAGUE;
}
