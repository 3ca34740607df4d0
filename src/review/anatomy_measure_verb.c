/*
 * Verbs by which anyone will know: audit, sample, report on progress, ask
 * whether it has helped.
 */
#include "review/anatomy_measure.h"

bool
cnd_has_effect(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_EFFECT) &&
			!(i > 0 &&
				cnd_token_flag(
					tokens, i - 1, CND_TOKEN_POSSESSIVE) &&
				cnd_token_has(
					tokens, i - 1, CND_CLASS_BENEFICIARY)))
			return true;
	}
	return false;
}

static bool
reads_progress(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_reads_in(tokens, range, "progress|implementation");
}

/* "report the number of … to the Board", "the results be published". */
static bool
is_counted(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range patient = predicate->voice == CND_VOICE_PASSIVE
		? predicate->subject
		: predicate->object;
	size_t limit =
		patient.from + 5 < patient.to ? patient.from + 5 : patient.to;

	if (predicate->context != CND_CONTEXT_MAIN ||
		!cnd_token_reads_any(tokens, predicate->verb.from,
			"report|reports|reported|reporting|publish|publishes|"
			"published|submit|submits|submitted|put|present|"
			"presented|provide|provides|provided|give|given|tell|"
			"compare|compared|measure|measures|measured|return|"
			"judge|judged|count|counts|"
			"counted|show|share|shared|advise|advises|notify|"
			"notifies|inform|informs"))
		return false;
	if (predicate->voice == CND_VOICE_PASSIVE ||
		cnd_token_reads_any(tokens, predicate->verb.from,
			"advise|advises|notify|notifies|inform|informs"))
		limit = patient.to;
	if (cnd_token_reads_any(
		    tokens, predicate->verb.from, "put|judge|judged"))
		limit = patient.to;
	for (size_t i = patient.from; i < limit; i++) {
		/* "put a poster with tear-off numbers up": nothing counted */
		if (cnd_token_reads(tokens, predicate->verb.from, "put") &&
			cnd_token_reads_any(tokens, i, "number|numbers") &&
			i > 0 &&
			!cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER))
			continue;
		/* "those whose result is high": which of them */
		if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE))
			return false;
		if (cnd_is_reckoning(tokens, i))
			return true;
	}
	return false;
}

/* An act that follows another one of the same recommendation. */
static bool
is_later(const struct cnd_clauses *clauses, size_t at)
{
	for (size_t i = 0; i < at; i++) {
		if (clauses->predicates[i].context == CND_CONTEXT_MAIN)
			return true;
	}
	return false;
}

/* "tell the Board whether the agreement is kept", "publish how many came",
 * "ask the officers what they do differently". */
static bool
asks_after(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];
	size_t end = predicate->verb.to + 12;

	if (!is_later(clauses, at) ||
		!cnd_token_reads_any(tokens, predicate->verb.from,
			predicate->context == CND_CONTEXT_MAIN
				? "tell|say|show|publish|report|ask|count|"
				  "print|inform|let|see|find|hear|"
				  "evaluate|evaluating|asking|"
				  "counting|confirm|advise|notify"
				: "ask|asking|count|counting|evaluate|"
				  "evaluating") ||
		/* "say on each chart whether": in the record of a case */
		(cnd_token_reads(tokens, predicate->verb.from, "say") &&
			cnd_token_reads_any(
				tokens, predicate->verb.to, "on|in")))
		return false;
	if (end > clauses->duties[predicate->sentence].sentence.to)
		end = clauses->duties[predicate->sentence].sentence.to;
	for (size_t i = predicate->verb.to; i + 1 < end; i++) {
		if (cnd_token_reads(tokens, i, "whether") ||
			(cnd_token_reads(tokens, i, "that") &&
				cnd_token_reads(tokens, predicate->verb.from,
					"confirm")))
			return true;
		if (cnd_token_reads(tokens, i, "how") &&
			cnd_token_reads_any(tokens, i + 1,
				"many|often|far|long|much|well|few"))
			return true;
		if (cnd_token_reads(tokens, i, "what") &&
			cnd_token_reads_any(tokens, predicate->verb.from,
				"tell|say|show|publish|report|ask|asking|"
				"inform") &&
			cnd_token_reads_any(tokens, i + 1,
				"changed|difference|came|happened|it|they|"
				"has|was|is|she|he"))
			return true;
	}
	return false;
}

/* "read every such discharge", "read one file in ten": so many of them. */
static bool
is_read_through(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t at = predicate->verb.to;

	if (predicate->context == CND_CONTEXT_RELATIVE ||
		!cnd_token_reads_any(tokens, predicate->verb.from,
			"read|audit|sample|check|listen|count|inspect"))
		return false;
	if (cnd_token_reads(tokens, at, "to"))
		at++;
	if (cnd_token_reads(tokens, at, "one") &&
		cnd_token_reads(tokens, at + 2, "in") &&
		cnd_token_has(tokens, at + 3, CND_CLASS_NUMBER))
		return true;
	return cnd_token_reads_any(tokens, at, "every|each|all") &&
		(cnd_token_has(tokens, at + 1, CND_CLASS_RECORDS) ||
			cnd_token_reads(tokens, at + 1, "such"));
}

/* "a tenth of", "half the". */
static bool
is_fraction(const struct cnd_tokens *tokens, size_t at)
{
	if (cnd_token_reads(tokens, at, "half"))
		return true;
	return cnd_token_reads_any(tokens, at, "a|one") &&
		cnd_token_reads_any(tokens, at + 1,
			"tenth|fifth|quarter|third|half|percentage|"
			"proportion|selection") &&
		cnd_token_reads(tokens, at + 2, "of");
}

/* "check 20 transfers", "sample a tenth of the calls". */
static bool
is_sampled(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t at = predicate->verb.to;

	return predicate->context != CND_CONTEXT_RELATIVE &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"check|checks|sample|samples|read|reads|audit|audits|"
			"inspect|observe|review|survey|interview|examine|test|"
			"checking|sampling|reading|reviewing|observing") &&
		(cnd_token_is_number(tokens, at) ||
			(cnd_token_reads_any(tokens, at, "a|at") &&
				cnd_token_reads_any(
					tokens, at + 1, "sample|least")) ||
			is_fraction(tokens, at));
}

/* "report quarterly to the Committee": to those who ask. */
static bool
reports_back(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range object = predicate->object;

	if (predicate->context != CND_CONTEXT_MAIN &&
		predicate->context != CND_CONTEXT_CONTENT)
		return false;
	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "report|reports|reported|reporting|update|updates|"
		    "updated") &&
		!cnd_token_reads_any(
			tokens, object.from, "report|reports|updates") &&
		!cnd_token_reads_any(tokens, object.from + 1,
			"report|reports|update|updates"))
		return false;
	for (size_t i = object.from; i + 2 < object.to; i++) {
		if (cnd_token_reads_any(tokens, i, "to|the|before") &&
			cnd_token_reads_any(
				tokens, i + 1, "parliament|congress"))
			return true;
		if (cnd_token_reads_any(tokens, i, "to|the|before") &&
			cnd_token_reads_any(
				tokens, i + 1, "the|this|committee") &&
			(cnd_token_reads_any(tokens, i + 2,
				 "committee|board|partnership|parliament|"
				 "assembly|executive|house|minister|panel|"
				 "cabinet|council|commission") ||
				cnd_token_reads_any(
					tokens, i + 1, "committee")))
			return true;
	}
	return cnd_token_reads_any(tokens, predicate->verb.to, "to") &&
		cnd_token_reads_any(
			tokens, predicate->verb.to + 1, "parliament|congress");
}

/* "verify by test", "demonstrated through analysis". */
static bool
is_proved(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range object = predicate->object;

	/* "measure the trial against last year's figures" */
	if (cnd_token_reads_any(tokens, predicate->verb.from,
		    "measure|measured|compare|compared") &&
		cnd_reads_in(tokens, object, "against"))
		return true;
	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "verify|verified|demonstrate|demonstrated|validate|"
		    "validated|prove|proved|proven|check|checked|assess|"
		    "assessed"))
		return false;
	for (size_t i = object.from; i < object.to; i++) {
		if (cnd_token_reads_any(tokens, i, "by|through") &&
			(cnd_token_reads_any(tokens, i + 1,
				 "test|tests|testing|analysis|audit|audits|"
				 "inspection|inspections|sampling|survey") ||
				cnd_token_reads_any(tokens, i + 2,
					"test|tests|testing|analysis|audit|"
					"audits|inspection|inspections|"
					"sampling|survey")))
			return true;
	}
	return false;
}

/* "include updates on the effectiveness of …". */
static bool
tells_effect(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range object = predicate->object;

	if (predicate->context != CND_CONTEXT_MAIN &&
		predicate->context != CND_CONTEXT_CONTENT)
		return false;
	for (size_t i = object.from; i + 1 < object.to; i++) {
		if (!cnd_token_reads_any(tokens, i,
			    "report|reports|update|updates|information|data|"
			    "statement|briefing|account|evidence|feedback|"
			    "figures|statistics") ||
			!cnd_token_reads_any(
				tokens, i + 1, "on|about|of|showing"))
			continue;
		for (size_t k = i + 2; k < i + 6 && k < object.to; k++) {
			if (cnd_token_reads_any(tokens, k,
				    "effectiveness|impact|progress|"
				    "implementation|compliance|outcomes|"
				    "results|performance|recommendations"))
				return true;
		}
	}
	return false;
}

/* "review the effectiveness of", "the impact is assessed". */
static bool
reviews_effect(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range range = predicate->voice == CND_VOICE_PASSIVE
		? predicate->subject
		: predicate->object;
	bool is_checked = predicate->context == CND_CONTEXT_CONTENT &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"review|reviews|monitor|monitored|audit|check");

	if (predicate->context != CND_CONTEXT_MAIN &&
		predicate->context != CND_CONTEXT_CONTENT)
		return false;
	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "review|reviews|reviewed|assess|assessed|analyse|analysed|"
		    "monitor|monitored|measure|measured|evaluate|evaluated|"
		    "track|tracked|scrutinise|scrutinised"))
		return false;
	for (size_t i = range.from; i < range.to && i < range.from + 5; i++) {
		if (i > range.from &&
			cnd_token_flag(tokens, i - 1, CND_TOKEN_POSSESSIVE) &&
			cnd_token_has(tokens, i - 1, CND_CLASS_BENEFICIARY))
			return false;
		if ((cnd_token_reads_any(tokens, i,
			     "impact|effectiveness|outcomes|compliance|results|"
			     "implementation|effect|effects|success") &&
			    !cnd_token_has(
				    tokens, i + 1, CND_CLASS_NOUN_LIKE) &&
			    !cnd_token_has(tokens, i + 1, CND_CLASS_PRODUCT) &&
			    !cnd_token_has(tokens, i + 1, CND_CLASS_THING) &&
			    !cnd_token_reads(tokens, i + 1, "monitoring")) ||
			(is_checked &&
				cnd_token_reads_any(tokens, i, "quality")))
			return true;
	}
	return false;
}

/* What casework reports: incidents are no account of a recommendation. */
static bool
is_casework(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_reads_in(tokens, range,
		"incident|incidents|concern|concerns|allegations|"
		"abuse|accidents|accident|episodes|missing|crime|"
		"crimes|falls|defects|defect|suspicions|absences|"
		"occurrences|deaths|faults|injuries|co-workers");
}

/* "report on how this was done", "submit a report". */
static bool
tells_whether(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t verb = predicate->verb.from;
	struct cnd_range clause = { predicate->subject.from,
		predicate->object.to };
	struct cnd_range near = { predicate->object.from,
		predicate->object.from + 5 };

	if ((predicate->context != CND_CONTEXT_MAIN &&
		    predicate->context != CND_CONTEXT_CONTENT) ||
		is_casework(tokens, clause))
		return false;
	if (cnd_token_reads_any(
		    tokens, verb, "report|reports|reported|reporting"))
		return !cnd_token_reads_any(
			tokens, near.from, "every|each|any|all");
	if (!cnd_token_reads_any(tokens, verb,
		    "submit|submits|table|tables|furnish|furnishes|provide|"
		    "provides|present|presents"))
		return false;
	for (size_t i = near.from; i < near.to && i < clause.to; i++) {
		if (cnd_token_reads_any(tokens, i, "report|reports") &&
			!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			cnd_token_reads_any(tokens, i + 1,
				"on|to|detailing|outlining|within|by|setting|"
				"showing|about"))
			return true;
	}
	return false;
}

/* "to track non-compliance": followed, not looked at once. */
static bool
tracks(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return predicate->context != CND_CONTEXT_RELATIVE &&
		predicate->context != CND_CONTEXT_CONDITION &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"track|tracks|tracked|tracking");
}

/* "should be evaluated": an evaluation is to be carried out. */
static bool
is_evaluated(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	if (predicate->context != CND_CONTEXT_MAIN ||
		predicate->voice != CND_VOICE_PASSIVE)
		return false;
	return cnd_token_reads_any(
		tokens, predicate->verb.from, "evaluated|measured");
}

/* "ask … whether it helped", "to see that this is being done". */
static bool
asks_whether(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	if (!cnd_token_reads_any(
		    tokens, predicate->verb.from, "ask|see|check|test|survey"))
		return false;
	for (size_t i = predicate->verb.to; i < predicate->verb.to + 12; i++) {
		if (cnd_token_reads_any(tokens, i, "whether|if|that") &&
			(cnd_token_reads_any(
				 tokens, i + 1, "it|this|they|these") ||
				(cnd_token_reads_any(tokens, i, "whether") &&
					cnd_token_reads_any(tokens,
						predicate->verb.from,
						"test|check|survey"))))
			return true;
	}
	return false;
}

bool
cnd_is_whole_act(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];

	return !is_later(clauses, at) &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"publish|published|provide|provided|give|print|share");
}

/* "should report to the Executive on how many …": that is all the act. */
static bool
is_sole_report(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];
	struct cnd_range object = predicate->object;

	if (is_later(clauses, at) ||
		!cnd_token_reads_any(
			tokens, predicate->verb.from, "report|reports") ||
		reads_progress(tokens, object) ||
		cnd_has_effect(tokens, object))
		return false;
	for (size_t i = at + 1; i < clauses->predicate_count; i++)
		if (clauses->predicates[i].context == CND_CONTEXT_MAIN)
			return false;
	for (size_t i = object.from; i + 1 < object.to; i++)
		if (cnd_token_reads(tokens, i, "how") &&
			cnd_token_reads_any(tokens, i + 1, "many|often|long"))
			return true;
	return false;
}

/* Verbs that measure by themselves, and those that must say what. */
static bool
is_measuring(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];
	size_t verb = predicate->verb.from;
	struct cnd_range clause = { predicate->subject.from,
		predicate->object.to };
	size_t length = cnd_token_is(tokens, verb, CND_CLASS_MEASURE_VERB, 0);

	/* "progress is reported" */
	if (cnd_token_forms(tokens, verb, CND_CLASS_BIT(CND_CLASS_OBSERVED)) &&
		cnd_str_starts_with(
			tokens->items[verb].text, CND_STR("report")) &&
		reads_progress(tokens, clause))
		return true;
	if (is_sole_report(clauses, at))
		return false;
	if (reviews_effect(tokens, predicate) ||
		tells_whether(tokens, predicate) || tracks(tokens, predicate) ||
		tells_effect(tokens, predicate) ||
		is_proved(tokens, predicate) ||
		(is_counted(tokens, predicate) &&
			!cnd_is_whole_act(clauses, at)) ||
		is_sampled(tokens, predicate) ||
		reports_back(tokens, predicate))
		return true;
	if (length == 0 || cnd_token_reads(tokens, verb, "counts"))
		return false;
	if (is_evaluated(tokens, predicate))
		return true;
	if (length > 1 || cnd_token_reads(tokens, verb, "audit") ||
		cnd_token_reads(tokens, verb, "audited") ||
		cnd_token_reads(tokens, verb, "auditing"))
		return true;
	/* "tracked and reviewed" */
	if (cnd_token_reads(tokens, predicate->verb.to, "and") &&
		cnd_token_forms(tokens, predicate->verb.to + 1,
			CND_CLASS_BIT(CND_CLASS_REVIEW)) != 0)
		return true;
	if (predicate->context == CND_CONTEXT_PURPOSE)
		return cnd_token_reads(tokens, predicate->verb.to, "the") &&
			cnd_token_reads_any(tokens, predicate->verb.to + 1,
				"impact|effect|effects|effectiveness");

	return cnd_has_effect(tokens, clause);
}

bool
cnd_verb_measures(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_predicate *predicate = &clauses->predicates[at];

	return is_measuring(clauses, at) ||
		asks_whether(&clauses->tokens, predicate) ||
		asks_after(clauses, at) ||
		is_read_through(&clauses->tokens, predicate);
}
