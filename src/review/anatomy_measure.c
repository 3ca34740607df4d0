/*
 * How anyone will know: an audit, an evaluation, a report on progress, a
 * figure to be reached.  The system of auditing as an object of
 * improvement is not one.
 */
#include "review/anatomy_parts.h"

static struct cnd_span
verb_and_object(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range range = predicate->verb;

	while (range.to < predicate->object.to && range.to < range.from + 8 &&
		cnd_token_flag(
			tokens, range.to, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
		range.to++;
	return cnd_tokens_span(tokens, range);
}

/* The impact of something; not "the child's progress". */
static bool
has_effect(const struct cnd_tokens *tokens, struct cnd_range range)
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
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_reads(tokens, i, "progress") ||
			cnd_token_reads(tokens, i, "implementation"))
			return true;
	}
	return false;
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
	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_reads_any(tokens, i,
			    "incident|incidents|concern|concerns|allegations|"
			    "abuse|accidents|accident|episodes|missing|crime|"
			    "crimes|falls|defects|defect|suspicions|absences|"
			    "occurrences|deaths|faults|injuries|co-workers"))
			return true;
	}
	return false;
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

/* "The Home Office should publish a separate count": that is the act, and
 * nothing says how anyone will know. */
static bool
is_whole_act(const struct cnd_clauses *clauses, size_t at)
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
		reads_progress(tokens, object) || has_effect(tokens, object))
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
		(is_counted(tokens, predicate) && !is_whole_act(clauses, at)) ||
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

	return has_effect(tokens, clause);
}

static bool
is_context_of_act(const struct cnd_predicate *predicate)
{
	return predicate->context == CND_CONTEXT_MAIN ||
		predicate->context == CND_CONTEXT_MEANS ||
		predicate->context == CND_CONTEXT_CONTENT ||
		predicate->context == CND_CONTEXT_PURPOSE;
}

/* "through regular audits", "with clear targets". */
static bool
is_means(const struct cnd_tokens *tokens, size_t from, size_t at)
{
	for (size_t i = at; i > from && i + 5 > at; i--) {
		if (cnd_token_reads_any(tokens, i - 1,
			    "by|through|using|including|with|via|against"))
			return true;
	}
	return false;
}

/* A noun of measuring that is produced, not improved. */
static bool
has_measure_noun(
	const struct cnd_clauses *clauses, size_t at, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];
	bool is_act = is_whole_act(clauses, at);
	const uint64_t changes = CND_CLASS_BIT(CND_CLASS_DIRECTION) |
		CND_CLASS_BIT(CND_CLASS_THINKING) |
		CND_CLASS_BIT(CND_CLASS_SOFT);
	const uint64_t produces = CND_CLASS_BIT(CND_CLASS_CONCRETE) |
		CND_CLASS_BIT(CND_CLASS_LIGHT);
	struct cnd_range range = predicate->voice == CND_VOICE_PASSIVE
		? (struct cnd_range){ predicate->subject.from,
			  predicate->object.to }
		: (struct cnd_range){ predicate->verb.from,
			  predicate->object.to };

	for (size_t i = range.from; i < range.to; i++) {
		size_t length = cnd_token_is(tokens, i, CND_CLASS_MEASURE, 0);

		if (i >= predicate->verb.to &&
			cnd_token_has(tokens, i, CND_CLASS_SUBORDINATOR))
			break;
		if (length == 0 ||
			(is_act &&
				cnd_token_has(tokens, i, CND_CLASS_COUNTED)) ||
			(predicate->context == CND_CONTEXT_CONTENT &&
				(predicate->classes &
					CND_CLASS_BIT(CND_CLASS_CONTENTS)) !=
					0))
			continue;
		if ((predicate->classes & changes) &&
			!cnd_token_reads_any(tokens, predicate->verb.from,
				"seek|seeks|obtain|gather|collect") &&
			!is_means(tokens, range.from, i))
			return false;
		/* "audit arrangements": the system, not a measure. */
		if (!cnd_token_has(
			    tokens, i + length - 1, CND_CLASS_PREPOSITION) &&
			(cnd_token_has(
				 tokens, i + length, CND_CLASS_ABSTRACT) ||
				cnd_token_has(
					tokens, i + length, CND_CLASS_THING) ||
				cnd_token_has(
					tokens, i + length, CND_CLASS_PRODUCT)))
			continue;
		/* "evaluation of the risks" is casework. */
		if ((cnd_token_reads(tokens, i, "evaluation") ||
			    cnd_token_reads(tokens, i, "evaluations")) &&
			!has_effect(tokens, range) &&
			(predicate->classes & produces) == 0)
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){
				(uint32_t)i, (uint32_t)(i + length) });
		return true;
	}
	return false;
}

/* "to at least 90 %", "improves to the level expected". */
static bool
has_target(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, struct cnd_span *span)
{
	for (size_t i = predicate->object.from; i < predicate->object.to; i++) {
		bool is_least = cnd_token_reads(tokens, i, "at") &&
			cnd_token_reads(tokens, i + 1, "least");
		bool is_percent = cnd_token_is_number(tokens, i) &&
			(cnd_token_reads(tokens, i - 1, "to") ||
				cnd_token_reads(tokens, i - 1, "least") ||
				cnd_token_reads(tokens, i - 1, "by") ||
				cnd_token_reads(tokens, i - 1, "than")) &&
			(cnd_token_reads(tokens, i + 1, "%") ||
				cnd_token_reads(tokens, i + 1, "per"));

		if ((is_least &&
			    (predicate->classes &
				    CND_CLASS_BIT(CND_CLASS_DIRECTION))) ||
			is_percent) {
			*span = verb_and_object(tokens, predicate);
			return true;
		}
	}
	return false;
}

/* "With a report back in March, the Director should:" */
static bool
has_measure_in_lead(const struct cnd_clauses *clauses, struct cnd_span *span)
{
	for (size_t s = 0; s < clauses->tokens.sentence_count; s++) {
		struct cnd_range lead = clauses->duties[s].lead;

		for (size_t i = lead.from; i < lead.to; i++) {
			size_t length = cnd_token_is(
				&clauses->tokens, i, CND_CLASS_MEASURE, 0);

			if (length < 2)
				continue;
			*span = cnd_tokens_span(&clauses->tokens,
				(struct cnd_range){
					(uint32_t)i, (uint32_t)(i + length) });
			return true;
		}
	}
	return false;
}

enum cnd_part_value
cnd_measure_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_tokens *tokens = &clauses->tokens;
	uint32_t sentence = UINT32_MAX;
	size_t end = 0;

	if (has_measure_in_lead(clauses, span))
		return CND_VALUE_STATED;
	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];

		if (predicate->sentence != sentence) {
			sentence = predicate->sentence;
			end = cnd_end_of_act(clauses, sentence);
		}
		if (!is_context_of_act(predicate) ||
			predicate->verb.from >= end)
			continue;
		if (is_measuring(clauses, i) ||
			asks_whether(tokens, predicate) ||
			asks_after(clauses, i) ||
			is_read_through(tokens, predicate)) {
			*span = verb_and_object(tokens, predicate);
			return CND_VALUE_STATED;
		}
		if ((predicate->context != CND_CONTEXT_PURPOSE &&
			    has_measure_noun(clauses, i, span)) ||
			has_target(tokens, predicate, span))
			return CND_VALUE_STATED;
	}
	return cnd_is_checked(clauses, span) ||
			cnd_is_told_beside(tokens, span) ||
			cnd_is_proven(clauses, span)
		? CND_VALUE_STATED
		: CND_VALUE_NONE;
}
