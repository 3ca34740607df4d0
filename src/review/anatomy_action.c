/*
 * Whether doing what is recommended could be told from not doing it.  Each
 * verb is judged by its class, its object and the context it stands in; one
 * act that can be seen done makes the whole concrete.
 */
#include "review/anatomy_parts.h"

enum verdict { NEUTRAL, VAGUE, CONCRETE };

/* What stands in a range of tokens. */
struct profile {
	size_t quality;
	size_t abstract;
	size_t product;
	size_t number;
	size_t resource;
	size_t checkable;
	size_t steps;
	size_t unsteady;
	bool is_head_abstract; /* the first noun phrase's head */
	bool is_empty;
};

static bool
reads_any(const struct cnd_tokens *tokens, size_t i, const char *words)
{
	struct cnd_str rest = cnd_str_of(words);

	while (rest.len > 0) {
		struct cnd_str word = cnd_str_split(&rest, '|');

		if (i < tokens->count &&
			cnd_str_equal(tokens->items[i].text, word))
			return true;
	}
	return false;
}

/* A figure; not a year, an age, a section of an Act. */
static bool
is_number(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_flag(tokens, i, CND_TOKEN_NUMBER)) {
		struct cnd_str text = tokens->items[i].text;
		bool is_year = text.len >= 4 &&
			(cnd_str_starts_with(text, CND_STR("19")) ||
				cnd_str_starts_with(text, CND_STR("20")));

		if (is_year ||
			reads_any(tokens, i + 1,
				"year|years|year-olds|"
				"year-old|and") ||
			(i > 0 &&
				reads_any(tokens, i - 1,
					"aged|age|ages|section|sections|part|"
					"schedule|article|paragraph|chapter|"
					"regulation|rule|key|stage|stages|"
					"group|band|level|grade|year|no|"
					"category|and|class|annex|phase")))
			return false;
		return true;
	}
	return cnd_token_has(tokens, i, CND_CLASS_NUMBER) &&
		!cnd_token_reads(tokens, i, "one") &&
		!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL);
}

/* The end of the first noun phrase: at a preposition or a mark. */
static size_t
phrase_end(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION) ||
			!cnd_token_flag(
				tokens, i, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
			return i;
	}
	return range.to;
}

static bool
has_abstract_head(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = phrase_end(tokens, range);

	for (size_t i = range.from; i < end; i++) {
		if (cnd_token_is(tokens, i, CND_CLASS_ABSTRACT, 0) == end - i)
			return true;
	}
	return false;
}

static struct profile
profile_of(const struct cnd_tokens *tokens, struct cnd_range range)
{
	struct profile profile = { .is_empty = range.from >= range.to };
	size_t head_end = phrase_end(tokens, range);

	for (size_t i = range.from; i < range.to; i++) {
		profile.quality += cnd_token_has(tokens, i, CND_CLASS_QUALITY);
		profile.abstract +=
			cnd_token_has(tokens, i, CND_CLASS_ABSTRACT);
		profile.product += cnd_token_has(tokens, i, CND_CLASS_PRODUCT);
		profile.resource +=
			cnd_token_has(tokens, i, CND_CLASS_RESOURCE);
		profile.checkable +=
			cnd_token_has(tokens, i, CND_CLASS_CHECKABLE);
		profile.steps += i < head_end &&
			cnd_token_has(tokens, i, CND_CLASS_STEPS);
		profile.unsteady +=
			cnd_token_has(tokens, i, CND_CLASS_NOW_AND_THEN);
		profile.number += is_number(tokens, i);
	}
	profile.is_head_abstract = has_abstract_head(tokens, range);
	return profile;
}

static bool
is_class(const struct cnd_predicate *predicate, enum cnd_class class)
{
	return (predicate->classes & CND_CLASS_BIT(class)) != 0;
}

/* What is acted on: the object, or the subject of a passive. */
static struct cnd_range
patient_of(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range subject = predicate->subject;

	if (predicate->voice != CND_VOICE_PASSIVE)
		return predicate->object;
	while (subject.to > subject.from &&
		(cnd_token_has(tokens, subject.to - 1, CND_CLASS_MODAL) ||
			cnd_token_has(tokens, subject.to - 1, CND_CLASS_BE) ||
			cnd_token_has(tokens, subject.to - 1, CND_CLASS_HAVE) ||
			cnd_token_reads(tokens, subject.to - 1, "to") ||
			cnd_token_is_adverb(tokens, subject.to - 1)))
		subject.to--;
	return subject;
}

/* "through a checklist", "using the tool": a means that is a thing. */
static bool
has_means(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (!cnd_token_reads(tokens, i, "through") &&
			!cnd_token_reads(tokens, i, "via") &&
			!cnd_token_reads(tokens, i, "using"))
			continue;
		for (size_t k = i + 1; k < range.to && k < i + 8; k++) {
			if (!cnd_token_has(tokens, k, CND_CLASS_PRODUCT))
				continue;
			return cnd_token_has(
				       tokens, i + 1, CND_CLASS_INDEFINITE) ||
				cnd_token_has(
					tokens, i + 1, CND_CLASS_PRODUCT) ||
				is_number(tokens, i + 1);
		}
	}
	return false;
}

/* "by R17 billion", "to 12", "50 %": a direction with a figure. */
static bool
has_figure(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from + 1; i < range.to; i++) {
		if (is_number(tokens, i) &&
			(cnd_token_reads(tokens, i - 1, "by") ||
				cnd_token_reads(tokens, i - 1, "to") ||
				cnd_token_reads(tokens, i - 1, "least") ||
				cnd_token_reads(tokens, i - 1, "than") ||
				cnd_token_reads(tokens, i - 1, "within") ||
				cnd_token_reads(tokens, i + 1, "%")))
			return true;
	}
	return false;
}

/* Money asked for. */
static bool
has_resource_head(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = phrase_end(tokens, range);

	for (size_t i = range.from; i < end; i++) {
		if (cnd_token_is(tokens, i, CND_CLASS_RESOURCE, 0) == end - i)
			return true;
	}
	return false;
}

static enum verdict
judge_direction(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = patient_of(tokens, predicate);
	struct cnd_range clause = { predicate->verb.from,
		predicate->object.to };

	if (has_figure(tokens, clause) || has_means(tokens, clause) ||
		has_resource_head(tokens, patient))
		return CONCRETE;
	return VAGUE;
}

/* "a system to …", "a process for …": one, and it is said what for. */
static bool
is_single_system(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t end = phrase_end(tokens, range);

	return end > range.from + 1 &&
		cnd_token_has(tokens, range.from, CND_CLASS_INDEFINITE) &&
		reads_any(tokens, end - 1,
			"system|process|mechanism|framework|model|structure|"
			"method|service|facility|route|pathway|function|"
			"role|arrangement|network|regime|approach") &&
		reads_any(tokens, end, "to|for|that|which|under|by|whereby") &&
		!reads_any(tokens, end - 1, "approach");
}

/* "use this to …": the weight lies elsewhere. */
static bool
is_use(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return reads_any(tokens, predicate->verb.from,
		"use|used|using|utilise|utilised|utilising");
}

/* "develop", "provide", "carry out": by what is developed or provided. */
static enum verdict
judge_by_object(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = patient_of(tokens, predicate);
	struct profile profile = profile_of(tokens, patient);
	bool is_bringing = is_class(predicate, CND_CLASS_DEVELOP) &&
		!is_class(predicate, CND_CLASS_CONCRETE);
	bool is_further = predicate->verb.from > 0 &&
		is_class(predicate, CND_CLASS_DEVELOP) &&
		!is_class(predicate, CND_CLASS_CONCRETE) &&
		cnd_token_reads(tokens, predicate->verb.from - 1, "further");

	if (is_further)
		return VAGUE;
	if (is_single_system(tokens, patient) ||
		has_resource_head(tokens, patient))
		return CONCRETE;
	if (profile.product > 0 && !profile.is_head_abstract)
		return CONCRETE;
	if (profile.number > 0 ||
		(profile.checkable > 0 && profile.quality == 0))
		return CONCRETE;
	if (profile.steps > 0 || profile.is_head_abstract ||
		profile.quality > 0)
		return VAGUE;
	if (is_bringing || is_use(tokens, predicate))
		return VAGUE;
	return profile.is_empty && !is_class(predicate, CND_CLASS_CONCRETE)
		? VAGUE
		: CONCRETE;
}

/* "ensure" and a noun phrase with no verb of its own. */
static enum verdict
judge_ensured_phrase(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct profile profile = profile_of(tokens, predicate->object);

	if (profile.number > 0)
		return CONCRETE;
	if (profile.product > 0 && profile.quality == 0 &&
		!profile.is_head_abstract)
		return CONCRETE;
	/* "that pilots obey it": a verb we do not know. */
	if (cnd_token_reads(tokens, predicate->object.from, "that") &&
		profile.quality == 0 && profile.abstract == 0)
		return CONCRETE;
	return VAGUE;
}

/* "should have their needs assessed". */
static bool
has_observed_participle(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_forms(
			    tokens, i, CND_CLASS_BIT(CND_CLASS_OBSERVED)) &
			CND_FORM_PAST)
			return true;
	}
	return false;
}

static enum verdict
judge_main_copula(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct profile profile = profile_of(tokens, predicate->object);

	if (is_class(predicate, CND_CLASS_MIND) ||
		is_class(predicate, CND_CLASS_ASSURANCE))
		return VAGUE;
	if (profile.checkable > 0 || profile.number > 0)
		return CONCRETE;
	if (profile.quality > 0 || profile.is_head_abstract)
		return VAGUE;
	return profile.is_empty ? VAGUE : CONCRETE;
}

/* A plan, a meeting, a form: what can have contents. */
static bool
is_of_thing(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range subject = predicate->subject;
	size_t end;

	while (subject.from < subject.to &&
		(cnd_token_has(tokens, subject.from, CND_CLASS_DETERMINER) ||
			cnd_token_has(
				tokens, subject.from, CND_CLASS_INDEFINITE)))
		subject.from++;
	end = subject.from;
	while (end < subject.to &&
		cnd_token_flag(tokens, end, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, end, CND_CLASS_MODAL) &&
		!cnd_token_has(tokens, end, CND_CLASS_PREPOSITION) &&
		!cnd_token_has(tokens, end, CND_CLASS_CONJUNCTION))
		end++;
	return end > subject.from &&
		(cnd_token_has(tokens, end - 1, CND_CLASS_PRODUCT) ||
			cnd_token_has(tokens, end - 1, CND_CLASS_THING));
}

static enum verdict
judge_contents(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = patient_of(tokens, predicate);
	struct profile profile = profile_of(tokens, patient);
	size_t end = phrase_end(tokens, patient);
	bool is_degree = end > patient.from &&
		reads_any(tokens, end - 1,
			"element|elements|level|degree|sense|range|amount|"
			"aspects|focus");

	if (predicate->voice != CND_VOICE_ACTIVE || profile.product > 0)
		return CONCRETE;
	return profile.is_head_abstract || (is_degree && profile.abstract > 0)
		? VAGUE
		: CONCRETE;
}

/* "review the cases of …": each of a number of things is looked at. */
static bool
is_of_cases(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = patient_of(tokens, predicate);
	size_t end = phrase_end(tokens, patient);

	return end > patient.from &&
		reads_any(tokens, end - 1,
			"cases|files|records|decisions|referrals|incidents|"
			"complaints|deaths|casefiles|fatalities|accidents|"
			"allegations|claims");
}

/* "maintain a register": kept, not merely upheld. */
static bool
is_keeping(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = patient_of(tokens, predicate);
	const uint64_t handles = CND_CLASS_BIT(CND_CLASS_DEVELOP) |
		CND_CLASS_BIT(CND_CLASS_LIGHT) |
		CND_CLASS_BIT(CND_CLASS_CONCRETE);

	patient.to = (uint32_t)phrase_end(tokens, patient);
	return (predicate->classes & handles) != 0 &&
		cnd_count_class(tokens, patient, CND_CLASS_PRODUCT) > 0 &&
		cnd_count_class(tokens, patient, CND_CLASS_QUALITY) == 0;
}

/* "should be given priority", "be given better support". */
static bool
is_given(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct profile profile = profile_of(tokens, predicate->object);

	return predicate->voice == CND_VOICE_PASSIVE &&
		reads_any(tokens, predicate->verb.from,
			"given|accorded|afforded|provided|offered") &&
		(profile.steps > 0 || profile.is_head_abstract) &&
		profile.product == 0;
}

/* An evaluation of the effect of something is an act of its own. */
static bool
is_evaluation(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = patient_of(tokens, predicate);
	size_t end = phrase_end(tokens, patient);

	return reads_any(tokens, predicate->verb.from,
		       "evaluate|evaluated|evaluating|assess|assessed") &&
		end > patient.from &&
		reads_any(tokens, end - 1, "impact|effectiveness|effect");
}

/* A verb that is recommended itself. */
static enum verdict
judge_main(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	static const enum cnd_class vague[] = { CND_CLASS_THINKING,
		CND_CLASS_MIND, CND_CLASS_REVIEW, CND_CLASS_ENGAGE };
	struct cnd_range clause = { predicate->verb.from,
		predicate->object.to };
	struct cnd_range whole = { predicate->subject.from,
		predicate->object.to };

	if (predicate->voice == CND_VOICE_COPULA)
		return judge_main_copula(tokens, predicate);
	if (is_class(predicate, CND_CLASS_CONTINUE))
		return NEUTRAL;
	if (is_class(predicate, CND_CLASS_ASSURANCE))
		return has_means(tokens, clause) ? CONCRETE : VAGUE;
	if (is_class(predicate, CND_CLASS_CONTENTS) &&
		is_of_thing(tokens, predicate))
		return judge_contents(tokens, predicate);
	if (is_class(predicate, CND_CLASS_REVIEW) &&
		(is_of_cases(tokens, predicate) ||
			is_evaluation(tokens, predicate)))
		return CONCRETE;
	for (size_t i = 0; i < sizeof(vague) / sizeof(vague[0]); i++) {
		if (is_class(predicate, vague[i]))
			return is_class(predicate, CND_CLASS_MIND) &&
					has_means(tokens, whole)
				? CONCRETE
				: VAGUE;
	}
	if (predicate->is_negated)
		return CONCRETE;
	if (is_class(predicate, CND_CLASS_DIRECTION))
		return is_keeping(tokens, predicate)
			? CONCRETE
			: judge_direction(tokens, predicate);
	if (is_given(tokens, predicate))
		return VAGUE;
	if (is_class(predicate, CND_CLASS_HAVE))
		return has_observed_participle(tokens, predicate->object)
			? CONCRETE
			: judge_by_object(tokens, predicate);
	if (is_class(predicate, CND_CLASS_DEVELOP) ||
		is_class(predicate, CND_CLASS_LIGHT) || predicate->classes == 0)
		return judge_by_object(tokens, predicate);
	if (is_class(predicate, CND_CLASS_CONCRETE) ||
		is_class(predicate, CND_CLASS_OBSERVED)) {
		struct profile profile =
			profile_of(tokens, patient_of(tokens, predicate));

		return profile.is_head_abstract && profile.quality > 0 &&
				profile.resource == 0 && profile.product == 0 &&
				profile.number == 0
			? VAGUE
			: CONCRETE;
	}
	if (is_class(predicate, CND_CLASS_CONTENTS))
		return judge_contents(tokens, predicate);
	return VAGUE;
}

/* Quality where it empties a verb: before it, or right behind. */
static bool
is_soft_clause(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range before = { predicate->subject.from,
		predicate->verb.from };
	struct profile front = profile_of(tokens, before);
	struct profile back = profile_of(tokens, predicate->object);

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
	struct cnd_range subject = patient_of(tokens, predicate);

	return subject.to > subject.from &&
		(cnd_token_has(tokens, subject.to - 1, CND_CLASS_ACTOR) ||
			cnd_token_has(
				tokens, subject.to - 1, CND_CLASS_PRODUCT));
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

static enum verdict
judge_content_passive(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	bool is_observed = is_class(predicate, CND_CLASS_OBSERVED) ||
		is_class(predicate, CND_CLASS_CONTENTS) ||
		predicate->classes == 0;

	if (has_figure(tokens, predicate->object))
		return CONCRETE;
	if (cnd_count_class(tokens, predicate->object, CND_CLASS_PRODUCT) > 0 &&
		is_observed)
		return CONCRETE;
	if (is_use(tokens, predicate) && is_tool(tokens, predicate))
		return CONCRETE;
	if (has_agent(tokens, predicate->object) &&
		!is_class(predicate, CND_CLASS_MIND))
		return CONCRETE;
	if (is_unsteady(tokens, predicate))
		return VAGUE;
	if (is_observed && !is_class(predicate, CND_CLASS_LIGHT))
		return CONCRETE;
	if (cnd_count_class(tokens, predicate->object, CND_CLASS_SOON) > 0)
		return VAGUE;
	if (is_class(predicate, CND_CLASS_CONCRETE) &&
		!is_class(predicate, CND_CLASS_LIGHT) &&
		!is_class(predicate, CND_CLASS_DIRECTION) &&
		!is_class(predicate, CND_CLASS_SOFT))
		return CONCRETE;
	if (is_observed && !is_soft_clause(tokens, predicate))
		return CONCRETE;
	return VAGUE;
}

static enum verdict
judge_content_active(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct profile profile = profile_of(tokens, predicate->object);
	bool is_seen = is_class(predicate, CND_CLASS_OBSERVED) ||
		is_class(predicate, CND_CLASS_CONTENTS) ||
		is_class(predicate, CND_CLASS_HAVE) ||
		is_class(predicate, CND_CLASS_CONCRETE);

	if (is_class(predicate, CND_CLASS_MIND) ||
		is_class(predicate, CND_CLASS_THINKING))
		return VAGUE;
	if (profile.number > 0 && is_seen)
		return CONCRETE;
	if (is_class(predicate, CND_CLASS_SOFT) ||
		is_class(predicate, CND_CLASS_DIRECTION))
		return VAGUE;
	if (is_class(predicate, CND_CLASS_LIGHT) && profile.product > 0 &&
		profile.quality == 0)
		return CONCRETE;
	if (!is_seen || is_unsteady(tokens, predicate))
		return VAGUE;
	if (is_class(predicate, CND_CLASS_HAVE))
		return profile.product > 0 && profile.quality == 0 ? CONCRETE
								   : VAGUE;
	if (is_class(predicate, CND_CLASS_LIGHT)) {
		struct cnd_range first = predicate->object;

		first.to = (uint32_t)phrase_end(tokens, first);
		return cnd_count_class(tokens, first, CND_CLASS_PRODUCT) == 0 &&
				(profile.quality > 0 ||
					profile.is_head_abstract)
			? VAGUE
			: CONCRETE;
	}
	return CONCRETE;
}

/* A verb inside "ensure that". */
static enum verdict
judge_content(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct profile profile;

	if (predicate->voice == CND_VOICE_PASSIVE)
		return judge_content_passive(tokens, predicate);
	if (predicate->voice == CND_VOICE_ACTIVE)
		return judge_content_active(tokens, predicate);
	if (predicate->classes != 0)
		return VAGUE;
	profile = profile_of(tokens, predicate->object);
	if (profile.checkable > 0)
		return cnd_count_class(tokens, predicate->subject,
			       CND_CLASS_QUALITY) > 0
			? VAGUE
			: CONCRETE;
	return profile.number > 0 ? CONCRETE : VAGUE;
}

/* Listed contents, figures, states: what a purpose must name to count. */
static bool
is_strict(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, bool is_review)
{
	if (judge_content(tokens, predicate) != CONCRETE)
		return false;
	if (is_review)
		return true;
	if (predicate->voice == CND_VOICE_COPULA ||
		has_figure(tokens, predicate->object))
		return true;
	return is_class(predicate, CND_CLASS_CONTENTS) &&
		predicate->voice == CND_VOICE_ACTIVE &&
		predicate->verb.from > 0 &&
		!cnd_token_has(tokens, predicate->verb.from - 1,
			CND_CLASS_BENEFICIARY) &&
		!cnd_token_has(
			tokens, predicate->verb.from - 1, CND_CLASS_ACTOR);
}

/* "to …" and "so that …" behind the act `main`. */
static enum verdict
judge_purpose(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, const struct cnd_predicate *main)
{
	bool is_review = main != NULL && is_class(main, CND_CLASS_REVIEW);
	bool is_thinking = main != NULL && is_class(main, CND_CLASS_THINKING);

	if (is_thinking)
		return is_class(predicate, CND_CLASS_DECIDE) &&
				cnd_token_reads(tokens,
					predicate->verb.from - 2, "thereafter")
			? CONCRETE
			: NEUTRAL;
	if (is_review && is_class(predicate, CND_CLASS_DECIDE) &&
		!predicate->is_content)
		return CONCRETE;
	if (predicate->is_content && !predicate->is_infinitive &&
		!is_class(predicate, CND_CLASS_ENSURE) &&
		is_strict(tokens, predicate, is_review))
		return CONCRETE;
	return NEUTRAL;
}

/* A predicate of the same ensure follows. */
static bool
has_content(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_predicate *predicate = &clauses->predicates[at];

	return at + 1 < clauses->predicate_count &&
		predicate[1].sentence == predicate->sentence &&
		(predicate[1].is_content ||
			predicate[1].context == CND_CONTEXT_RELATIVE ||
			predicate[1].context == CND_CONTEXT_CONDITION);
}

/* "This should include …" only spells out what went before. */
static bool
is_elaboration(const struct cnd_clauses *clauses, size_t sentence)
{
	const struct cnd_duty *duty = &clauses->duties[sentence];
	const struct cnd_tokens *tokens = &clauses->tokens;

	return sentence > 0 && duty->kind == CND_DUTY_SUBJECT &&
		duty->subject.to == duty->subject.from + 1 &&
		(cnd_token_reads(tokens, duty->subject.from, "this") ||
			cnd_token_reads(tokens, duty->subject.from, "it") ||
			cnd_token_reads(tokens, duty->subject.from, "these"));
}

static enum verdict
judge(const struct cnd_clauses *clauses, size_t at,
	const struct cnd_predicate *main)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];

	switch (predicate->context) {
	case CND_CONTEXT_MAIN:
	case CND_CONTEXT_MEANS:
		if (clauses->duties[predicate->sentence].kind ==
				CND_DUTY_FRAGMENT ||
			clauses->duties[predicate->sentence].kind ==
				CND_DUTY_NOTHING)
			return NEUTRAL;
		if (is_class(predicate, CND_CLASS_ENSURE))
			return has_content(clauses, at)
				? NEUTRAL
				: judge_ensured_phrase(tokens, predicate);
		return judge_main(tokens, predicate);
	case CND_CONTEXT_CONTENT:
		if (is_class(predicate, CND_CLASS_ENSURE))
			return NEUTRAL;
		return judge_content(tokens, predicate);
	case CND_CONTEXT_PURPOSE:
		return judge_purpose(tokens, predicate, main);
	default:
		return NEUTRAL;
	}
}

/* The wording: the verb with what stands right before and behind it. */
static struct cnd_span
wording_of(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range range = predicate->verb;
	size_t limit = range.to + 6;

	while (range.from > 0 && cnd_token_is_adverb(tokens, range.from - 1) &&
		!cnd_token_reads(tokens, range.from - 1, "to"))
		range.from--;
	if (predicate->voice == CND_VOICE_PASSIVE && range.from > 0 &&
		cnd_token_has(tokens, range.from - 1, CND_CLASS_BE))
		range.from--;
	while (range.to < predicate->object.to && range.to < limit &&
		cnd_token_flag(tokens, range.to, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_SUBORDINATOR) &&
		!(range.to > predicate->verb.to &&
			cnd_token_has(tokens, range.to, CND_CLASS_PREPOSITION)))
		range.to++;
	while (range.to > predicate->verb.to &&
		(cnd_token_has(tokens, range.to - 1, CND_CLASS_CONJUNCTION) ||
			cnd_token_has(
				tokens, range.to - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(
				tokens, range.to - 1, CND_CLASS_INDEFINITE)))
		range.to--;
	return cnd_tokens_span(tokens, range);
}

/* "where appropriate" on the act itself. */
static bool
has_escape(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return predicate->context == CND_CONTEXT_MAIN &&
		cnd_count_class(tokens, predicate->object, CND_CLASS_ESCAPE) >
		0;
}

static void
add_escapes(const struct cnd_reading *reading, struct cnd_span_list *vague)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;

	for (size_t i = 0; i < tokens->count; i++) {
		size_t length = cnd_token_is(tokens, i, CND_CLASS_ESCAPE, 0);

		if (length > 0)
			cnd_span_list_add(vague, reading->arena,
				cnd_tokens_span(tokens,
					(struct cnd_range){ (uint32_t)i,
						(uint32_t)(i + length) }));
	}
}

/* "recommends the appointment of …": an act named by a noun. */
static bool
is_concrete_noun(const struct cnd_clauses *clauses, size_t sentence)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_duty *duty = &clauses->duties[sentence];
	struct cnd_range phrase = { duty->frame.to, duty->sentence.to };
	size_t head;

	if (duty->kind != CND_DUTY_FRAGMENT ||
		duty->frame.to <= duty->frame.from)
		return false;
	head = phrase_end(tokens, phrase);
	return head > phrase.from &&
		reads_any(tokens, head - 1,
			"appointment|establishment|publication|introduction|"
			"creation|installation|replacement|amendment|repeal|"
			"removal|inclusion|adoption|allocation|recruitment|"
			"filling|abolition|withdrawal|provision|increase|"
			"conversion|relocation|prohibition|ban");
}

enum cnd_part_value
cnd_action_of(const struct cnd_reading *reading, struct cnd_span_list *vague)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_predicate *main = NULL;
	bool is_concrete = false;

	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];
		enum verdict verdict;

		if (predicate->context == CND_CONTEXT_MAIN &&
			(main == NULL ||
				main->sentence != predicate->sentence ||
				!is_class(main, CND_CLASS_REVIEW)))
			main = predicate;
		verdict = judge(clauses, i, main);
		if (verdict == CONCRETE &&
			has_escape(&clauses->tokens, predicate))
			verdict = NEUTRAL;
		if (verdict == CONCRETE &&
			is_elaboration(clauses, predicate->sentence) &&
			!is_concrete)
			verdict = NEUTRAL;
		if (verdict == VAGUE)
			cnd_span_list_add(vague, reading->arena,
				wording_of(&clauses->tokens, predicate));
		is_concrete |= verdict == CONCRETE;
	}
	for (size_t s = 0; s < clauses->tokens.sentence_count; s++)
		is_concrete |= is_concrete_noun(clauses, s);
	add_escapes(reading, vague);
	return is_concrete ? CND_VALUE_CONCRETE : CND_VALUE_VAGUE;
}
