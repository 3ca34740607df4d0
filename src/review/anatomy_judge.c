/*
 * What is to be thought of a verb, by its class, its object and the context
 * it stands in: could the act be seen done?
 */
#include "review/anatomy_judge.h"

static enum cnd_verdict
judge_direction(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	struct cnd_range clause = { predicate->verb.from,
		predicate->object.to };

	if (cnd_has_figure(tokens, clause) || cnd_has_means(tokens, clause) ||
		cnd_has_resource(tokens, patient))
		return CND_VERDICT_CONCRETE;
	return CND_VERDICT_VAGUE;
}

bool
cnd_is_use(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return cnd_token_reads_any(tokens, predicate->verb.from,
		"use|used|using|utilise|utilised|utilising");
}

/* "create an offence", "introduce a power for a court to …": a law can be
 * read. */
static bool
is_law(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	size_t end = cnd_phrase_end(tokens, patient);

	patient.to = (uint32_t)end;
	return end > patient.from &&
		cnd_count_class(tokens, patient, CND_CLASS_QUALITY) == 0 &&
		cnd_token_reads_any(tokens, predicate->verb.to - 1,
			"create|created|introduce|introduced|enact|enacted|"
			"impose|imposed|confer|conferred|repeal|repealed") &&
		cnd_token_reads_any(tokens, end - 1,
			"power|powers|offence|offences|duty|duties|right|"
			"rights|penalty|penalties|defence|entitlement|"
			"obligation|prohibition|ban|levy");
}

/* "develop", "provide", "carry out": by what is developed or provided. */
static enum cnd_verdict
judge_by_object(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	struct cnd_profile profile = cnd_profile_of(tokens, patient);
	bool is_bringing = cnd_predicate_is(predicate, CND_CLASS_DEVELOP) &&
		!cnd_predicate_is(predicate, CND_CLASS_CONCRETE);
	bool is_further = predicate->verb.from > 0 &&
		cnd_predicate_is(predicate, CND_CLASS_DEVELOP) &&
		!cnd_predicate_is(predicate, CND_CLASS_CONCRETE) &&
		cnd_token_reads(tokens, predicate->verb.from - 1, "further");

	if (is_further)
		return CND_VERDICT_VAGUE;
	if (is_law(tokens, predicate))
		return CND_VERDICT_CONCRETE;
	if (cnd_is_single_system(tokens, patient) ||
		cnd_has_resource(tokens, patient))
		return CND_VERDICT_CONCRETE;
	if (profile.product > 0 && !profile.is_head_abstract)
		return CND_VERDICT_CONCRETE;
	if (profile.number > 0 ||
		(profile.checkable > 0 && profile.quality == 0))
		return CND_VERDICT_CONCRETE;
	if (profile.steps > 0 || profile.is_head_abstract ||
		profile.quality > 0)
		return CND_VERDICT_VAGUE;
	if (is_bringing || cnd_is_use(tokens, predicate))
		return CND_VERDICT_VAGUE;
	return profile.is_empty &&
			!cnd_predicate_is(predicate, CND_CLASS_CONCRETE)
		? CND_VERDICT_VAGUE
		: CND_VERDICT_CONCRETE;
}

/* "should have their needs assessed". */
static bool
has_observed_participle(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_forms(tokens, i,
			    CND_CLASS_BIT(CND_CLASS_OBSERVED) |
				    CND_CLASS_BIT(CND_CLASS_CONCRETE)) &
			CND_FORM_PAST)
			return true;
	}
	return false;
}

/* "be more flexible", "be braver": than what? */
static bool
is_comparative(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_token_reads_any(tokens, range.from,
		       "more|less|as|better|clearer|braver|kinder|fairer|"
		       "bolder|closer|stronger|quicker|simpler|wiser|nearer|"
		       "gentler|firmer|tougher|calmer|surer|slower|warmer") ||
		(cnd_token_reads_any(tokens, range.from, "much|far|even") &&
			range.from + 1 < range.to);
}

/* "treat a missing value as missing", "go into the form". */
static bool
is_placed(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range object = predicate->object;

	if (cnd_token_reads_any(tokens, predicate->verb.from, "go|goes|stand"))
		return cnd_token_reads_any(
			tokens, object.from, "into|on|onto|in|at|to");
	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "treat|treats|treated|regard|count|code|class|log|label"))
		return false;
	for (size_t i = object.from + 1; i < object.to; i++) {
		if (cnd_token_reads(tokens, i, "as"))
			return true;
	}
	return false;
}

/* "review and revise its guidance": to what end is not said. */
static bool
is_reviewed_too(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t at = predicate->verb.from;

	return at >= 2 &&
		cnd_token_reads_any(tokens, at,
			"revise|update|refresh|amend|revised|updated|"
			"refreshed|amended") &&
		cnd_token_reads_any(tokens, at - 1, "and|or|and/or") &&
		cnd_token_reads_any(tokens, at - 2, "review|reviewed|reviews");
}

/* "undertake a review and audit of": counted at the end of it. */
static bool
has_audit(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to && i < range.from + 6; i++) {
		if (cnd_token_reads_any(tokens, i, "audit|audits|census"))
			return true;
	}
	return false;
}

static enum cnd_verdict
judge_main_copula(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_profile profile = cnd_profile_of(tokens, predicate->object);

	if (cnd_predicate_is(predicate, CND_CLASS_MIND) ||
		cnd_predicate_is(predicate, CND_CLASS_ASSURANCE))
		return CND_VERDICT_VAGUE;
	if (profile.checkable > 0 || profile.number > 0)
		return CND_VERDICT_CONCRETE;
	if (profile.quality > 0 || profile.is_head_abstract ||
		is_comparative(tokens, predicate->object))
		return CND_VERDICT_VAGUE;
	return profile.is_empty ? CND_VERDICT_VAGUE : CND_VERDICT_CONCRETE;
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

static enum cnd_verdict
judge_contents(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	struct cnd_profile profile = cnd_profile_of(tokens, patient);
	size_t end = cnd_phrase_end(tokens, patient);
	bool is_degree = end > patient.from &&
		cnd_token_reads_any(tokens, end - 1,
			"element|elements|level|degree|sense|range|amount|"
			"aspects|focus");

	if (predicate->voice != CND_VOICE_ACTIVE || profile.product > 0)
		return CND_VERDICT_CONCRETE;
	return profile.is_head_abstract || (is_degree && profile.abstract > 0)
		? CND_VERDICT_VAGUE
		: CND_VERDICT_CONCRETE;
}

/* "review the cases of …": each of a number of things is looked at. */
static bool
is_of_cases(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	size_t end = cnd_phrase_end(tokens, patient);

	return end > patient.from &&
		cnd_token_reads_any(tokens, end - 1,
			"cases|files|records|decisions|referrals|incidents|"
			"complaints|deaths|casefiles|fatalities|accidents|"
			"allegations|claims");
}

/* "maintain a register": kept, not merely upheld. */
static bool
is_keeping(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	const uint64_t handles = CND_CLASS_BIT(CND_CLASS_DEVELOP) |
		CND_CLASS_BIT(CND_CLASS_LIGHT) |
		CND_CLASS_BIT(CND_CLASS_CONCRETE);

	patient.to = (uint32_t)cnd_phrase_end(tokens, patient);
	return ((predicate->classes & handles) != 0 ||
		       cnd_token_reads_any(tokens, predicate->verb.from,
			       "keep|maintain")) &&
		cnd_count_class(tokens, patient, CND_CLASS_PRODUCT) > 0 &&
		cnd_count_class(tokens, patient, CND_CLASS_QUALITY) == 0;
}

bool
cnd_is_given(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_profile profile = cnd_profile_of(tokens, predicate->object);

	return predicate->voice == CND_VOICE_PASSIVE &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"given|accorded|afforded|provided|offered") &&
		(profile.steps > 0 || profile.is_head_abstract) &&
		profile.product == 0;
}

/* "give further thought to", "consideration be given to". */
static bool
is_thought(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	size_t end = cnd_phrase_end(tokens, patient);

	return end > patient.from &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"give|gives|given|giving|pay|paid|paying|have|take|"
			"taken|spend|devote|devoted|attach|attached|make") &&
		cnd_token_reads_any(tokens, end - 1,
			"thought|consideration|attention|regard|weight|heed|"
			"emphasis|prominence|recognition|encouragement|look|"
			"effort|efforts|energy|energies|"
			"interest|priority|care|importance|precedence");
}

/* An evaluation of the effect of something is an act of its own. */
static bool
is_evaluation(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = cnd_patient_of(tokens, predicate);
	size_t end = cnd_phrase_end(tokens, patient);

	return cnd_token_reads_any(tokens, predicate->verb.from,
		       "evaluate|evaluated|evaluating|assess|assessed") &&
		end > patient.from &&
		cnd_token_reads_any(
			tokens, end - 1, "impact|effectiveness|effect");
}

/* "evaluate the scheme by comparing …": how is said. */
static bool
is_evaluated_by(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "evaluate|evaluated|evaluating|assess|assessed|test"))
		return false;
	for (size_t i = predicate->object.from; i + 1 < predicate->object.to;
		i++)
		if (cnd_token_reads(tokens, i, "by") &&
			cnd_token_reads_any(tokens, i + 1,
				"comparing|counting|asking|reading|auditing|"
				"sampling|interviewing|measuring|surveying"))
			return true;
	return false;
}

/* "continue to share what they know": as before, and no more is told. */
static bool
goes_on(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate,
	const struct cnd_profile *profile)
{
	size_t verb = predicate->verb.from;
	struct cnd_range clause = { predicate->verb.from,
		predicate->object.to };

	return verb > 1 && cnd_token_reads(tokens, verb - 1, "to") &&
		cnd_token_reads_any(tokens, verb - 2, "continue|continues") &&
		profile->product == 0 && profile->number == 0 &&
		profile->resource == 0 && profile->checkable == 0 &&
		!cnd_has_figure(tokens, clause) &&
		!cnd_has_means(tokens, clause);
}

/* "be offered more consistently": than now, and how much is not said. */
static bool
is_only_more(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t at = predicate->object.from;

	return predicate->voice == CND_VOICE_PASSIVE &&
		cnd_token_reads_any(tokens, at, "more|less|better") &&
		(cnd_token_is_mark(tokens, at + 1, '.') ||
			(cnd_token_is_adverb(tokens, at + 1) &&
				!cnd_token_flag(
					tokens, at + 2, CND_TOKEN_WORD)));
}

/* What the lists say of a verb that no phrase has judged. */
static enum cnd_verdict
judge_by_class(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	if (predicate->is_negated)
		return CND_VERDICT_CONCRETE;
	if (is_only_more(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_DIRECTION))
		return is_keeping(tokens, predicate)
			? CND_VERDICT_CONCRETE
			: judge_direction(tokens, predicate);
	if (cnd_is_given(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_HAVE))
		return has_observed_participle(tokens, predicate->object)
			? CND_VERDICT_CONCRETE
			: judge_by_object(tokens, predicate);
	if (cnd_predicate_is(predicate, CND_CLASS_DEVELOP) ||
		cnd_predicate_is(predicate, CND_CLASS_LIGHT) ||
		predicate->classes == 0)
		return judge_by_object(tokens, predicate);
	if (cnd_predicate_is(predicate, CND_CLASS_CONCRETE) ||
		cnd_predicate_is(predicate, CND_CLASS_OBSERVED)) {
		struct cnd_profile profile = cnd_profile_of(
			tokens, cnd_patient_of(tokens, predicate));

		return (profile.is_head_abstract && profile.quality > 0 &&
			       profile.resource == 0 && profile.product == 0 &&
			       profile.number == 0) ||
				goes_on(tokens, predicate, &profile)
			? CND_VERDICT_VAGUE
			: CND_VERDICT_CONCRETE;
	}
	if (cnd_predicate_is(predicate, CND_CLASS_CONTENTS))
		return judge_contents(tokens, predicate);
	return CND_VERDICT_VAGUE;
}

/* A verb that is recommended itself. */
enum cnd_verdict
cnd_judge_main(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	static const enum cnd_class vague[] = { CND_CLASS_THINKING,
		CND_CLASS_MIND, CND_CLASS_REVIEW, CND_CLASS_ENGAGE };
	struct cnd_range clause = { predicate->verb.from,
		predicate->object.to };
	struct cnd_range whole = { predicate->subject.from,
		predicate->object.to };

	if (cnd_is_empty_act(tokens, predicate))
		return CND_VERDICT_VAGUE;
	/* "as soon as is practicable": a time, and no act */
	if (predicate->voice == CND_VOICE_COPULA)
		return cnd_token_reads(tokens, predicate->verb.from - 1, "as")
			? CND_VERDICT_NEUTRAL
			: judge_main_copula(tokens, predicate);
	if (cnd_sets_system(tokens, predicate))
		return CND_VERDICT_CONCRETE;
	/* "audits should show", ", as soon as possible,": no verbs */
	if (cnd_only_shows(tokens, predicate) ||
		(cnd_token_has(tokens, predicate->verb.to, CND_CLASS_MODAL) &&
			predicate->voice == CND_VOICE_ACTIVE) ||
		(predicate->classes == 0 &&
			(cnd_token_reads(tokens, predicate->verb.from, "as") ||
				cnd_token_is(tokens, predicate->verb.from,
					CND_CLASS_ESCAPE, 0) > 0)))
		return CND_VERDICT_NEUTRAL;
	if (cnd_predicate_is(predicate, CND_CLASS_CONTINUE))
		return CND_VERDICT_NEUTRAL;
	if (is_thought(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (is_reviewed_too(tokens, predicate))
		return CND_VERDICT_VAGUE;
	if (is_placed(tokens, predicate) ||
		(cnd_predicate_is(predicate, CND_CLASS_REVIEW) &&
			has_audit(tokens, predicate->object)))
		return CND_VERDICT_CONCRETE;
	/* "No claims shall be entertained after …" */
	if (cnd_token_reads(tokens, predicate->subject.from, "no"))
		return CND_VERDICT_CONCRETE;
	if (cnd_predicate_is(predicate, CND_CLASS_ASSURANCE))
		return cnd_has_means(tokens, clause) ? CND_VERDICT_CONCRETE
						     : CND_VERDICT_VAGUE;
	if (cnd_predicate_is(predicate, CND_CLASS_CONTENTS) &&
		is_of_thing(tokens, predicate))
		return judge_contents(tokens, predicate);
	if (cnd_predicate_is(predicate, CND_CLASS_REVIEW) &&
		(is_of_cases(tokens, predicate) ||
			is_evaluation(tokens, predicate) ||
			is_evaluated_by(tokens, predicate)))
		return CND_VERDICT_CONCRETE;
	for (size_t i = 0; i < sizeof(vague) / sizeof(vague[0]); i++) {
		if (cnd_predicate_is(predicate, vague[i]))
			return cnd_predicate_is(predicate, CND_CLASS_MIND) &&
					cnd_has_means(tokens, whole)
				? CND_VERDICT_CONCRETE
				: CND_VERDICT_VAGUE;
	}
	return judge_by_class(tokens, predicate);
}

/* Listed contents, figures, states: what a purpose must name to count. */
static bool
is_strict(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, bool is_review)
{
	if (cnd_judge_content(tokens, predicate) != CND_VERDICT_CONCRETE)
		return false;
	if (is_review)
		return true;
	if (predicate->voice == CND_VOICE_COPULA ||
		cnd_has_figure(tokens, predicate->object))
		return true;
	return cnd_predicate_is(predicate, CND_CLASS_CONTENTS) &&
		predicate->voice == CND_VOICE_ACTIVE &&
		predicate->verb.from > 0 &&
		!cnd_token_has(tokens, predicate->verb.from - 1,
			CND_CLASS_BENEFICIARY) &&
		!cnd_token_has(
			tokens, predicate->verb.from - 1, CND_CLASS_ACTOR);
}

/* "expand the requirements to include": a text that can be opened. */
static bool
gets_contents(const struct cnd_tokens *tokens, const struct cnd_predicate *main)
{
	struct cnd_profile profile =
		cnd_profile_of(tokens, cnd_patient_of(tokens, main));

	return (profile.product > 0 ||
		       cnd_token_reads_any(tokens, main->verb.from,
			       "expand|extend|broaden|widen|amend|revise")) &&
		!cnd_predicate_is(main, CND_CLASS_MIND);
}

/* "to …" and "so that …" behind the act `main`. */
enum cnd_verdict
cnd_judge_purpose(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, const struct cnd_predicate *main)
{
	bool is_review =
		main != NULL && cnd_predicate_is(main, CND_CLASS_REVIEW);
	bool is_thinking =
		main != NULL && cnd_predicate_is(main, CND_CLASS_THINKING);

	if (is_thinking)
		return cnd_predicate_is(predicate, CND_CLASS_DECIDE) &&
				cnd_token_reads(tokens,
					predicate->verb.from - 2, "thereafter")
			? CND_VERDICT_CONCRETE
			: CND_VERDICT_NEUTRAL;
	if (is_review && cnd_predicate_is(predicate, CND_CLASS_DECIDE) &&
		!predicate->is_content)
		return CND_VERDICT_CONCRETE;
	if (main != NULL && predicate->is_infinitive &&
		!predicate->is_content && gets_contents(tokens, main) &&
		cnd_predicate_is(predicate, CND_CLASS_CONTENTS))
		return judge_contents(tokens, predicate);
	if (predicate->is_content && !predicate->is_infinitive &&
		!cnd_predicate_is(predicate, CND_CLASS_ENSURE) &&
		is_strict(tokens, predicate, is_review))
		return CND_VERDICT_CONCRETE;
	return CND_VERDICT_NEUTRAL;
}
