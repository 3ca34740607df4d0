/*
 * Looking afterwards: what is told, sampled, compared or asked once the
 * recommended act is done.  It is read from the words of each sentence,
 * whether that sentence directs anybody or only says what will be seen.
 */
#include "review/anatomy_parts.h"

enum {
	REACH = 14, /* words from a verb of telling to what is told */
	NEAR = 5 /* from a number to what is counted */
};

static bool
is_verb(const struct cnd_tokens *tokens, size_t i, enum cnd_class is_class)
{
	return (cnd_token_forms(tokens, i, CND_CLASS_BIT(is_class)) &
		       ~(unsigned)CND_FORM_PLAIN) != 0;
}

/* The verb in whose clause a token stands, or NULL. */
static const struct cnd_predicate *
predicate_before(const struct cnd_clauses *clauses, size_t token)
{
	const struct cnd_predicate *found = NULL;

	for (size_t i = 0; i < clauses->predicate_count &&
		clauses->predicates[i].verb.from <= token;
		i++)
		found = &clauses->predicates[i];
	return found;
}

bool
cnd_is_besides(const struct cnd_clauses *clauses, size_t sentence, size_t token)
{
	const struct cnd_predicate *predicate =
		predicate_before(clauses, token);
	const struct cnd_tokens *tokens = &clauses->tokens;

	if (predicate == NULL || predicate->sentence != sentence)
		return sentence > 0;
	if (sentence == 0 && clauses->predicates[0].verb.from >= token)
		return false;
	/* ", and monitor": another act, whatever stood before it */
	if (token > 1 && cnd_token_is_mark(tokens, token - 2, ',') &&
		cnd_token_reads(tokens, token - 1, "and"))
		return true;
	/* "and should ask", "once it is there and show" */
	if ((token > 1 && cnd_token_reads(tokens, token - 2, "and") &&
		    cnd_token_has(tokens, token - 1, CND_CLASS_MODAL)) ||
		(token > 0 && cnd_token_reads(tokens, token - 1, "and") &&
			predicate->context == CND_CONTEXT_CONDITION &&
			predicate->verb.to < token &&
			cnd_token_reads_any(
				tokens, predicate->verb.from, "is|has") &&
			(cnd_token_forms(tokens, token,
				 CND_CLASS_BIT(CND_CLASS_TELLING)) &
				CND_FORM_BASE)))
		return true;
	return predicate->context != CND_CONTEXT_RELATIVE &&
		predicate->context != CND_CONTEXT_CONDITION &&
		predicate->context != CND_CONTEXT_CONTENT;
}

/* "has been", "felt", "worked": said of what is then past. */
static bool
looks_back(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from; i < end && i < from + 9; i++) {
		if (cnd_token_reads_any(tokens, i,
			    "has|have|had|was|were|did|been|felt|saw|made|"
			    "knew|got|went|changed|helped|worked|fell|rose|"
			    "better|safer|fewer|different|improved|works|"
			    "working|effective|successful"))
			return true;
	}
	return false;
}

/* "how many", "whether it has", "what was found": the end, or 0. */
static bool
opens_result(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (cnd_token_reads(tokens, i, "how") &&
		cnd_token_reads_any(tokens, i + 1,
			"many|much|often|far|fast|long|well|few|soon"))
		return true;
	if (cnd_token_reads(tokens, i, "what") &&
		(looks_back(tokens, i + 1, end) ||
			cnd_token_reads_any(
				tokens, i + 1, "difference|proportion|share") ||
			(cnd_token_reads_any(tokens, i + 1, "became|came") &&
				cnd_token_reads_any(tokens, i + 3,
					"it|them|each|those|this|these|all")) ||
			(cnd_token_reads_any(tokens, i + 1, "they|it|she|he") &&
				cnd_token_reads_any(tokens, i + 2,
					"do|does|find|finds|found|show|shows|"
					"showed|learn|see|think"))))
		return true;
	return cnd_token_reads_any(tokens, i, "whether|if") &&
		looks_back(tokens, i + 1, end);
}

bool
cnd_is_reckoning(const struct cnd_tokens *tokens, size_t i)
{
	if (!cnd_token_has(tokens, i, CND_CLASS_COUNTED))
		return false;
	if (!cnd_token_reads_any(tokens, i, "number|numbers"))
		return true;
	/* "the number to ring", "the number to the Board" */
	if (cnd_token_reads(tokens, i + 1, "to") &&
		!cnd_token_has(tokens, i + 2, CND_CLASS_DETERMINER))
		return false;
	return !cnd_token_reads_any(tokens, i + 1, "for|on|at") &&
		!cnd_token_reads_any(tokens, i - 1,
			"telephone|phone|contact|mobile|helpline|emergency|"
			"reference|hospital|direct|and|or");
}

/* A count, a table, findings: what is told of a thing done. */
static bool
is_result(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "outcome|outcomes|answer|answers"))
		return i > 0 &&
			cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER);
	return cnd_is_reckoning(tokens, i) ||
		cnd_token_reads_any(tokens, i,
			"findings|finding|result|results|tally|progress|"
			"photographs|totals|trend|trends|score|scores");
}

/* "annual reports", "the table": no verb here. */
static bool
is_noun(const struct cnd_tokens *tokens, size_t i)
{
	static const enum cnd_class before[] = { CND_CLASS_DETERMINER,
		CND_CLASS_INDEFINITE, CND_CLASS_QUALITY, CND_CLASS_RECURRING };

	for (size_t b = 0; i > 0 && b < sizeof(before) / sizeof(before[0]); b++)
		if (cnd_token_has(tokens, i - 1, before[b]) &&
			!cnd_token_is_adverb(tokens, i - 1))
			return true;
	return false;
}

/* "tell the Board how many", "with the results displayed". */
static bool
tells_result(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	size_t length = cnd_token_is(tokens, i, CND_CLASS_TELLING, 0);

	/* "publish its findings": what was reviewed, not what came of it. */
	bool is_published;

	/* "the weight given to figures" */
	if (cnd_token_reads(tokens, i, "given") &&
		cnd_token_reads(tokens, i + 1, "to"))
		return false;
	is_published = cnd_token_reads_any(
		tokens, i, "publish|published|publishing|publishes");

	for (size_t k = i + length; k < end && k < i + REACH; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			break;
		if (is_published &&
			cnd_token_reads_any(tokens, k, "findings|finding"))
			return false;
		if (opens_result(tokens, k, end) || is_result(tokens, k))
			return true;
	}
	if (!(cnd_token_forms(tokens, i, CND_CLASS_BIT(CND_CLASS_TELLING)) &
		    CND_FORM_PAST))
		return false;
	for (size_t k = i; k > 0 && k + NEAR > i; k--) {
		if (is_result(tokens, k - 1))
			return true;
	}
	return false;
}

/* "pull fifty calls", "take a sample"; a number and what is counted. */
static bool
samples(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	size_t length = cnd_token_is(tokens, i, CND_CLASS_SAMPLING, 0);
	size_t at = i + length;
	size_t limit = at + NEAR + 2 < end ? at + NEAR + 2 : end;
	bool is_counted = false;

	for (; at < limit; at++) {
		/* "a visit once two letters have gone": another matter */
		if (cnd_token_reads_any(
			    tokens, at, "once|when|if|after|until|where"))
			return false;
		is_counted |= cnd_token_is_number(tokens, at) ||
			cnd_token_reads_any(tokens, at, "sample|handful|dozen");
		if (is_counted && cnd_token_has(tokens, at, CND_CLASS_RECORDS))
			return true;
	}
	return false;
}

/* "ten practices sampled", "forty transfers to be audited". */
static bool
is_sample_of(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	bool is_of_records = false;

	for (size_t k = i + 1; k < end && k < i + NEAR + 6; k++) {
		is_of_records |= cnd_token_has(tokens, k, CND_CLASS_RECORDS);
		if (is_of_records &&
			(cnd_token_forms(
				 tokens, k, CND_CLASS_BIT(CND_CLASS_SAMPLING)) &
				CND_FORM_PAST) &&
			!cnd_token_has(tokens, k - 1, CND_CLASS_RELATIVE))
			return true;
	}
	return false;
}

/* "to see whether it has been answered", "asked if they felt safer". */
static bool
asks_after(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!cnd_token_reads_any(tokens, i,
		    "see|ask|asked|asking|test|tests|judge|learn|know|"
		    "check|find|establish|survey|evaluate|evaluating|assess|"
		    "measure|show|count|counting|hear"))
		return false;
	for (size_t k = i + 1; k < end && k < i + REACH; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		if (opens_result(tokens, k, end))
			return true;
	}
	return false;
}

/* "compare deaths before and after". */
static bool
compares(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!cnd_token_reads_any(tokens, i, "compare|compared|comparing"))
		return false;
	for (size_t k = i + 1; k + 2 < end; k++) {
		if (cnd_token_reads_any(tokens, k, "before") &&
			cnd_token_reads_any(tokens, k + 1, "and") &&
			cnd_token_reads_any(tokens, k + 2, "after"))
			return true;
	}
	for (size_t k = i + 1; k < end && k < i + REACH; k++) {
		if (cnd_token_reads_any(tokens, k, "before|after|since|with"))
			return true;
	}
	return false;
}

/* "reduce the wait from 14 weeks to 6": from there to here. */
static bool
goes_from(const struct cnd_tokens *tokens, size_t i)
{
	bool moves = false;

	if (!cnd_token_reads(tokens, i, "from") ||
		!cnd_token_is_number(tokens, i + 1))
		return false;
	for (size_t k = i; k > 0 && k + NEAR + 2 > i; k--)
		moves |= cnd_token_reads_any(tokens, k - 1,
			"reduce|reduced|reducing|cut|raise|raised|increase|"
			"increased|shorten|shortened|bring|brought|halve|"
			"lower");
	for (size_t k = i + 2; moves && k < i + NEAR; k++)
		if (cnd_token_reads(tokens, k, "to"))
			return cnd_token_is_number(tokens, k + 1);
	return false;
}

/* "should be nil by Christmas", "until the number has halved", "under 3%". */
static bool
aims(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "nil|zero") &&
		cnd_token_reads_any(
			tokens, i + 1, "by|in|expected|at|from|before|within"))
		return true;
	if (cnd_token_reads_any(tokens, i, "halved|doubled|halve"))
		return true;
	return cnd_token_is_number(tokens, i) && i > 0 &&
		cnd_token_reads_any(tokens, i - 1,
			"to|under|below|above|over|least|than|reach|reaches|"
			"of|be|reached|that") &&
		(cnd_token_reads(tokens, i + 1, "%") ||
			(cnd_token_reads_any(tokens, i + 1, "per") &&
				cnd_token_reads_any(tokens, i + 2, "cent")) ||
			cnd_token_reads_any(tokens, i + 1, "percent"));
}

/* "with progress reviewed each month", "compliance be examined". */
static bool
is_looked_at(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	const uint64_t looks = CND_CLASS_BIT(CND_CLASS_REVIEW) |
		CND_CLASS_BIT(CND_CLASS_SAMPLING) |
		CND_CLASS_BIT(CND_CLASS_TELLING) |
		CND_CLASS_BIT(CND_CLASS_MEASURE_VERB);

	if (!is_result(tokens, i) &&
		!cnd_token_reads_any(tokens, i,
			"compliance|effect|effects|impact|effectiveness|"
			"adherence|uptake|implementation|success"))
		return false;
	for (size_t k = i + 1; k < end && k < i + NEAR; k++) {
		if (cnd_token_has(tokens, k, CND_CLASS_CONJUNCTION) ||
			!cnd_token_flag(tokens, k, CND_TOKEN_WORD))
			return false;
		if (cnd_token_forms(tokens, k, looks) & CND_FORM_PAST)
			return true;
	}
	return false;
}

/* "and count who attends", ", counting attendance". */
static bool
counts_besides(const struct cnd_tokens *tokens, size_t i)
{
	return i > 0 && cnd_token_reads_any(tokens, i, "count|counting") &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) ||
			cnd_token_is_mark(tokens, i - 1, ',')) &&
		cnd_token_flag(tokens, i + 1, CND_TOKEN_WORD) &&
		!cnd_token_reads_any(
			tokens, i + 1, "on|as|for|towards|to|in|and|or");
}

/* "report completion", "test what they remember", "check the figures". */
static bool
checks_effect(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	if (cnd_token_reads_any(tokens, i, "report|reporting"))
		return cnd_token_reads_any(tokens, at,
			"completion|attendance|compliance|uptake|take-up|"
			"progress|results|outcomes");
	if (cnd_token_reads_any(tokens, i, "test|testing"))
		return cnd_token_reads_any(tokens, at,
			"what|knowledge|recall|understanding|whether|how");
	if (!cnd_token_reads_any(tokens, i, "check|checking"))
		return false;
	if (cnd_token_has(tokens, at, CND_CLASS_DETERMINER))
		at++;
	return cnd_token_reads_any(
		tokens, at, "figures|numbers|rates|results|totals");
}

/* "have the scheme evaluated". */
static bool
has_it_evaluated(const struct cnd_tokens *tokens, size_t i)
{
	if (!cnd_token_reads_any(tokens, i, "have|having"))
		return false;
	for (size_t k = i + 1; k < i + NEAR + 2 && k < tokens->count; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		if (cnd_token_reads_any(tokens, k,
			    "evaluated|audited|sampled|measured|surveyed"))
			return true;
	}
	return false;
}

/* "with an evaluation after a year", "with a monthly check of ten". */
static bool
is_with_study(const struct cnd_tokens *tokens, size_t i)
{
	if (!cnd_token_reads(tokens, i, "with") ||
		!cnd_token_has(tokens, i + 1, CND_CLASS_INDEFINITE))
		return false;
	for (size_t k = i + 2; k < i + NEAR; k++)
		if (cnd_token_reads_any(tokens, k,
			    "evaluation|audit|survey|check|sample|count"))
			return !cnd_token_flag(tokens, k + 1, CND_TOKEN_WORD) ||
				cnd_token_reads_any(tokens, k + 1,
					"of|after|at|by|each|every|from|in|"
					"within");
	return false;
}

/* "monitor completion", "keep a count", "an audit of 50". */
static bool
measures(const struct cnd_tokens *tokens, size_t i)
{
	size_t length = cnd_token_is(tokens, i, CND_CLASS_MEASURE_VERB, 0);

	if (counts_besides(tokens, i) || checks_effect(tokens, i) ||
		has_it_evaluated(tokens, i) || is_with_study(tokens, i))
		return true;

	if (length > 1)
		return !(i > 0 &&
			cnd_token_reads_any(tokens, i - 1, "that|which|who"));
	if (cnd_token_reads_any(tokens, i, "monitor|monitoring|track") &&
		(cnd_token_has(tokens, i + 1, CND_CLASS_EFFECT) ||
			is_result(tokens, i + 1)))
		return true;
	if (cnd_token_reads_any(tokens, i, "keep|keeping") &&
		cnd_token_reads_any(tokens, i + 2, "count|tally"))
		return true;
	return cnd_token_reads_any(tokens, i,
		       "audit|audits|count|survey|observation|sample") &&
		cnd_token_reads_any(tokens, i + 1, "of") &&
		(cnd_token_is_number(tokens, i + 2) ||
			cnd_token_is_number(tokens, i + 3));
}

/* "open to inspection by the manager every quarter". */
static bool
is_open(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i, "open|available") &&
		cnd_token_reads_any(tokens, i + 1, "to|for") &&
		cnd_token_reads_any(tokens, i + 2,
			"inspection|scrutiny|audit|inspectors|checking");
}

/* A number of cases is looked at: that is an audit, whatever its name. */
static bool
looks_at(const struct cnd_clauses *clauses, size_t sentence, size_t i)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = predicate_before(clauses, i);
	size_t end = tokens->sentences[sentence].to;

	if (predicate != NULL && predicate->sentence == sentence &&
		(predicate->context == CND_CONTEXT_RELATIVE ||
			predicate->context == CND_CONTEXT_CONDITION ||
			predicate->context == CND_CONTEXT_CONTENT))
		return false;
	if (is_verb(tokens, i, CND_CLASS_SAMPLING) && samples(tokens, i, end))
		return true;
	return cnd_token_is_number(tokens, i) && is_sample_of(tokens, i, end);
}

/* "with the exceptions counted": what is done beside the act. */
static bool
is_accompanied(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	const uint64_t looks = CND_CLASS_BIT(CND_CLASS_SAMPLING) |
		CND_CLASS_BIT(CND_CLASS_TELLING) |
		CND_CLASS_BIT(CND_CLASS_MEASURE_VERB);

	/* "a child with asthma not brought": whose the "with" is */
	if (!cnd_token_reads(tokens, i, "with") ||
		cnd_token_has(tokens, i - 1, CND_CLASS_BENEFICIARY))
		return false;
	for (size_t k = i + 2; k < end && k < i + NEAR + 2; k++) {
		if (cnd_token_has(tokens, k, CND_CLASS_CONJUNCTION) ||
			cnd_token_is_mark(tokens, k, ','))
			return false;
		if (cnd_token_forms(tokens, k, looks) & CND_FORM_PAST)
			return !cnd_token_reads_any(tokens, k,
				"reviewed|taken|given|set|read|put|told|"
				"notified|informed|passed");
	}
	return false;
}

/* "amend the guidance to state the number of …": what it shall hold. */
static bool
is_amended_to(const struct cnd_clauses *clauses, size_t i)
{
	const struct cnd_predicate *before =
		i == 0 ? NULL : predicate_before(clauses, i - 1);

	return before != NULL &&
		cnd_token_reads(&clauses->tokens, i - 1, "to") &&
		cnd_token_reads_any(&clauses->tokens, before->verb.to - 1,
			"amend|amended|revise|revised|rewrite|rewritten|"
			"change|changed|extend|extended|update|updated");
}

static bool
checks_at(const struct cnd_clauses *clauses, size_t sentence, size_t i)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	size_t end = tokens->sentences[sentence].to;

	if (aims(tokens, i) || goes_from(tokens, i) ||
		looks_at(clauses, sentence, i))
		return true;
	if (!cnd_is_besides(clauses, sentence, i))
		return false;
	if (is_verb(tokens, i, CND_CLASS_TELLING) && !is_noun(tokens, i) &&
		!is_amended_to(clauses, i) && tells_result(tokens, i, end))
		return true;
	return asks_after(tokens, i, end) || compares(tokens, i, end) ||
		is_looked_at(tokens, i, end) || measures(tokens, i) ||
		is_accompanied(tokens, i, end) || is_open(tokens, i);
}

bool
cnd_is_checked(const struct cnd_clauses *clauses, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &clauses->tokens;

	for (size_t s = 0; s < tokens->sentence_count; s++) {
		struct cnd_range sentence = tokens->sentences[s];

		sentence.to = (uint32_t)cnd_end_of_act(clauses, s);
		for (size_t i = sentence.from; i < sentence.to; i++) {
			struct cnd_range words = { (uint32_t)i,
				(uint32_t)(i + 8) };

			if (!checks_at(clauses, s, i))
				continue;
			if (words.to > sentence.to)
				words.to = sentence.to;
			*span = cnd_tokens_span(tokens, words);
			return true;
		}
	}
	return false;
}

/* "the number of children being reported to the Board", "completion to be
 * shown on the record". */
static bool
is_told_aside(const struct cnd_tokens *tokens, size_t i)
{
	if (!cnd_token_has(tokens, i, CND_CLASS_COUNTED) &&
		!cnd_token_reads_any(tokens, i,
			"completion|attendance|compliance|uptake|findings|"
			"outcome|outcomes|progress"))
		return false;
	for (size_t k = i + 1; k < i + 10 && k + 1 < tokens->count; k++) {
		bool is_being = cnd_token_reads(tokens, k, "being") ||
			(cnd_token_reads(tokens, k, "to") &&
				cnd_token_reads(tokens, k + 1, "be"));

		if (cnd_token_has(tokens, k, CND_CLASS_MODAL) ||
			cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		if (is_being)
			return cnd_token_reads_any(tokens,
				cnd_token_reads(tokens, k, "to") ? k + 2
								 : k + 1,
				"reported|published|shown|recorded|counted|"
				"returned|sent|logged|monitored|tracked|"
				"audited|checked|shared|presented|put|given");
	}
	return false;
}

/* "The test of it is the number of …", "A survey … should show whether". */
static bool
is_own_test(const struct cnd_tokens *tokens, size_t i)
{
	bool is_test = cnd_token_reads_any(
		tokens, i, "test|measure|proof|sign|yardstick");
	bool is_study = cnd_token_reads_any(
		tokens, i, "survey|audit|sample|count|evaluation|exercise");

	if ((!is_test && !is_study) ||
		(is_test &&
			!cnd_token_reads_any(
				tokens, i + 1, "of|is|will|that|should")))
		return false;
	for (size_t k = i + 1; k < i + 14 && k + 1 < tokens->count; k++) {
		if (is_test && cnd_token_has(tokens, k, CND_CLASS_BE))
			return cnd_token_reads_any(
				tokens, k + 1, "the|whether|how|that|a");
		if (is_study &&
			cnd_token_reads_any(tokens, k,
				"show|tell|establish|test|find|ask|see") &&
			cnd_token_reads_any(
				tokens, k + 1, "whether|how|if|what|that"))
			return true;
	}
	return false;
}

bool
cnd_is_told_beside(const struct cnd_tokens *tokens, struct cnd_span *span)
{
	for (size_t i = 0; i < tokens->count; i++) {
		if (!is_told_aside(tokens, i) && !is_own_test(tokens, i))
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){ (uint32_t)i, (uint32_t)i + 1 });
		return true;
	}
	return false;
}
