/*
 * What will show that it was done and worked: a figure that goes to those
 * who asked, a test named as one, a level to be reached, a look without
 * warning.  As in anatomy_check.c, the words of each sentence are read
 * whether it directs anybody or not; reasons ("…, since …") are no part.
 */
#include "review/anatomy_hit.h"

enum {
	NEAR = 5,
	REACH = 12 /* words from a verb to what it says or asks */
};

/* Figures, findings, proofs: what can be handed to those who asked. */
static bool
is_account(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_is_reckoning(tokens, i) ||
		cnd_token_reads_any(tokens, i,
			"evidence|feedback|findings|tally|return|returns|"
			"report|reports|update|updates|data|totals|examples|"
			"photographs|proof|compliance|attendance|scores|"
			"completion|answers|outcome|outcomes|account");
}

/* "the Board", "its Quality Committee", "commissioners": who asked. */
static bool
is_audience(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from; i < end && i < from + NEAR + 2; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i, CND_CLASS_RELATIVE) ||
			cnd_token_is_mark(tokens, i, ','))
			return false;
		if (cnd_token_has(tokens, i, CND_CLASS_BODY) ||
			cnd_token_reads_any(tokens, i,
				"board|committee|group|partnership|panel|"
				"executive|sub-group|subgroup|scrutineer|"
				"commissioners|governors|trustees|council|"
				"members|cabinet|inspectorate|regulator"))
			return true;
	}
	return false;
}

/* "monthly figures to the Board", "rates should go to the Committee". */
static bool
goes_to_audience(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!is_account(tokens, i) ||
		cnd_token_has(tokens, i + 1, CND_CLASS_DETERMINER))
		return false;
	for (size_t k = i + 1; k < end && k < i + REACH; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK) ||
			cnd_token_has(tokens, k, CND_CLASS_RELATIVE) ||
			cnd_token_has(tokens, k, CND_CLASS_SUBORDINATOR))
			return false;
		if (cnd_token_reads_any(tokens, k, "to|before|at") &&
			is_audience(tokens, k + 1, end))
			return true;
	}
	return false;
}

/* "bring the scored return back to the Group". */
static bool
brings_back(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!cnd_token_reads_any(tokens, i,
		    "bring|brought|bringing|take|taken|return|come|report|"
		    "returned"))
		return false;
	for (size_t k = i + 1; k + 1 < end && k < i + REACH; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		if (cnd_token_reads(tokens, k, "back") &&
			cnd_token_reads_any(tokens, k + 1, "to|before|at"))
			return is_audience(tokens, k + 2, end);
	}
	return false;
}

/* "Success will look like", "the mark of success": named as the test. */
static bool
names_test(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "success|successful"))
		return !cnd_token_reads_any(tokens, i - 1, "of|for|in") &&
			(cnd_token_has(tokens, i + 1, CND_CLASS_MODAL) ||
				cnd_token_reads_any(tokens, i + 1,
					"is|looks|means|measured|judged|"
					"being"));
	if (!cnd_token_reads_any(tokens, i,
		    "test|measure|yardstick|mark|proof|sign|gauge|indicator") ||
		i == 0)
		return false;
	if (cnd_token_reads_any(tokens, i - 1, "the|a|its|one") && i > 1 &&
		cnd_token_reads_any(tokens, i - 2, "as|being"))
		return cnd_token_reads_any(tokens, i + 1, "of|.|;|,|for|that");
	return cnd_token_reads_any(tokens, i - 1, "the|its|our|one|a") &&
		cnd_token_reads_any(
			tokens, i + 1, "is|being|will|would|shall") &&
		!cnd_token_reads_any(tokens, i + 2, "not");
}

/* "by a nurse": a person, and no figure. */
static bool
is_by_person(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from; i < end && i < from + NEAR + 1; i++) {
		if (cnd_is_reckoning(tokens, i) ||
			cnd_token_has(tokens, i, CND_CLASS_MEASURE))
			return false;
		if (cnd_token_has(tokens, i, CND_CLASS_POST) ||
			cnd_token_has(tokens, i, CND_CLASS_PERSON) ||
			cnd_token_has(tokens, i, CND_CLASS_ACTOR) ||
			cnd_token_has(tokens, i, CND_CLASS_BODY) ||
			cnd_token_reads_any(tokens, i,
				"manager|clinician|professional|doctor|nurse|"
				"supervisor|person|colleague"))
			return true;
	}
	return false;
}

/* "measured by the share of …", ", confirmed by a walk-round". */
static bool
is_shown_by(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!cnd_token_reads_any(tokens, i,
		    "measured|judged|evidenced|demonstrated|confirmed|proved|"
		    "proven|shown|gauged|tested|verified|tracked") ||
		!cnd_token_reads_any(tokens, i + 1, "by|through|against|from"))
		return false;
	if (cnd_token_has(tokens, i - 1, CND_CLASS_RELATIVE) ||
		cnd_token_flag(tokens, i - 1, CND_TOKEN_CAPITAL))
		return false;
	return !is_by_person(tokens, i + 2, end);
}

/* Who or what shows it: those who are told, or an audit. */
static bool
can_show(const struct cnd_clauses *clauses, size_t sentence)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_duty *duty = &clauses->duties[sentence];

	if (duty->kind != CND_DUTY_SUBJECT)
		return true;
	if (cnd_count_class(tokens, duty->subject, CND_CLASS_MEASURE) > 0)
		return true;
	for (size_t i = duty->subject.from; i < duty->subject.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_BODY) ||
			cnd_token_has(tokens, i, CND_CLASS_POST) ||
			cnd_token_has(tokens, i, CND_CLASS_ACTOR) ||
			cnd_token_flag(tokens, i, CND_TOKEN_ACRONYM) ||
			cnd_is_reckoning(tokens, i))
			return true;
	}
	return false;
}

/* "; the monthly report should show". */
static bool
is_of_report(const struct cnd_tokens *tokens, size_t i)
{
	return i > 1 && cnd_token_has(tokens, i - 1, CND_CLASS_MODAL) &&
		cnd_token_reads_any(tokens, i - 2,
			"report|reports|return|returns|dashboard|figures|"
			"audit|audits|register|count");
}

/* "show the Board that …", "demonstrate compliance", "show the minutes". */
static bool
shows(const struct cnd_clauses *clauses, size_t sentence, size_t i, size_t end)
{
	const struct cnd_tokens *tokens = &clauses->tokens;

	if (!cnd_token_reads_any(tokens, i,
		    "show|demonstrate|evidence|prove|demonstrating|showing|"
		    "evidencing") ||
		cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
		(cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) &&
			!cnd_token_reads(tokens, i, "evidence")) ||
		(!can_show(clauses, sentence) && !is_of_report(tokens, i)))
		return false;
	for (size_t k = i + 1; k < end && k < i + REACH; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		if (is_account(tokens, k) ||
			cnd_token_has(tokens, k, CND_CLASS_RECORDS) ||
			cnd_token_reads_any(tokens, k,
				"that|sheet|log|certificate|register|list|"
				"use|uptake|minute|entry|photograph|receipt|"
				"none|no|nil|fewer|more"))
			return true;
	}
	return false;
}

/* "ten files which show that", "examples showing how". */
static bool
is_proof(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	if (!cnd_token_has(tokens, i, CND_CLASS_RECORDS) &&
		!cnd_token_reads_any(tokens, i, "examples|photographs|minutes"))
		return false;
	if (!cnd_token_reads_any(tokens, i, "examples|photographs") &&
		!(i > 0 && cnd_time_is_number(tokens, i - 1)) &&
		!(i > 1 && cnd_time_is_number(tokens, i - 2)))
		return false;
	if (cnd_token_reads_any(tokens, at, "which|that|to"))
		at++;
	return cnd_token_reads_any(tokens, at,
		       "show|showing|prove|proving|demonstrate|"
		       "demonstrating|evidence|evidencing") &&
		cnd_token_reads_any(tokens, at + 1, "that|how|it|the|whether");
}

/* "ring ten wards unannounced", "a mystery shopper". */
static bool
is_without_warning(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads(tokens, i, "mystery"))
		return cnd_token_reads_any(tokens, i + 1,
			"shopper|shoppers|shopping|caller|callers|visitor|"
			"visits|calls");
	if (!cnd_token_reads_any(tokens, i, "unannounced|random"))
		return false;
	for (size_t k = i; k > 0 && k + REACH > i; k--)
		if (cnd_token_reads_any(tokens, k - 1,
			    "ring|ringing|telephone|call|visit|inspect|walk|"
			    "check|test|look|try|drop|read|audit|ask"))
			return true;
	return false;
}

/* "it", "this", "its use": the act that was recommended. */
static bool
refers_back(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "its|their"))
		return cnd_token_has(tokens, i + 1, CND_CLASS_EFFECT) ||
			cnd_token_reads_any(tokens, i + 1, "reach|working");
	if (cnd_token_reads(tokens, i, "the"))
		return cnd_token_reads_any(tokens, i + 1,
			"impact|effect|effects|effectiveness|change|changes|"
			"new");
	return cnd_token_reads_any(tokens, i, "it|this|these");
}

/* "and evaluate the scheme", "to be evaluated by"; not "the risk". */
static bool
is_evaluation(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads(tokens, i, "evaluated"))
		return i > 1 && cnd_token_reads(tokens, i - 1, "be") &&
			cnd_token_reads(tokens, i - 2, "to");
	return cnd_token_reads_any(tokens, i, "evaluate|evaluating") && i > 0 &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_MODAL) ||
			cnd_token_is_mark(tokens, i - 1, ',')) &&
		cnd_token_has(tokens, i + 1, CND_CLASS_DETERMINER) &&
		!cnd_token_has(tokens, i + 2, CND_CLASS_BENEFICIARY) &&
		!cnd_token_reads_any(tokens, i + 2,
			"risk|risks|need|needs|case|evidence|options|nature|"
			"extent|significance|causes|reasons|adequacy");
}

/* "test this by …", "evaluate its reach"; not "check it each hour". */
static bool
tests_act(const struct cnd_tokens *tokens, size_t i)
{
	if (is_evaluation(tokens, i))
		return true;
	if (cnd_token_reads_any(
		    tokens, i, "test|verify|measure|judge|evaluate|evaluating"))
		return refers_back(tokens, i + 1);
	return cnd_token_reads_any(tokens, i,
		       "check|inspect|review|monitor|audit|sample|checking|"
		       "inspecting|monitoring|auditing|sampling") &&
		!cnd_token_reads_any(tokens, i + 1, "it|these|the") &&
		refers_back(tokens, i + 1);
}

/* "Its use should be checked", "and its use checked", "be inspected on it". */
static bool
is_tested(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	const uint64_t looks = CND_CLASS_BIT(CND_CLASS_SAMPLING) |
		CND_CLASS_BIT(CND_CLASS_MEASURE_VERB);

	if (cnd_token_reads_any(tokens, i, "inspected|audited|judged|tested"))
		return cnd_token_reads(tokens, i - 1, "be") &&
			cnd_token_reads_any(tokens, i + 1, "on|against") &&
			refers_back(tokens, i + 2);
	if (!cnd_token_reads_any(tokens, i, "its|their|this") ||
		!cnd_token_has(tokens, i + 1,
			cnd_token_reads(tokens, i, "this") ? CND_CLASS_MODAL
							   : CND_CLASS_EFFECT))
		return false;
	for (size_t k = i + 1; k < end && k < i + NEAR + 1; k++) {
		if (cnd_token_reads(tokens, k, "be"))
			return (cnd_token_forms(tokens, k + 1, looks) &
				       CND_FORM_PAST) != 0;
		/* "and its use audited each year" */
		if (k > i + 1 &&
			(cnd_token_forms(tokens, k, looks) & CND_FORM_PAST) &&
			(k + 1 >= end || cnd_opens_adverbial(tokens, k + 1) ||
				cnd_token_reads_any(
					tokens, k + 1, "each|every") ||
				!cnd_token_flag(tokens, k + 1, CND_TOKEN_WORD)))
			return true;
		if (!cnd_token_flag(tokens, k, CND_TOKEN_WORD))
			return false;
	}
	return false;
}

/* "to find out whether it is on the wall", "to see it in use". */
static bool
looks_whether(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	size_t at = i + 1;

	if (i == 0 || !cnd_token_reads(tokens, i - 1, "to") ||
		!cnd_token_reads_any(tokens, i,
			"see|find|learn|hear|establish|discover|judge|gauge|"
			"confirm"))
		return false;
	if (cnd_token_reads(tokens, at, "out"))
		at++;
	if (cnd_token_reads_any(tokens, at, "whether|if|how|that"))
		return at + 1 < end &&
			cnd_token_reads_any(tokens, at + 1,
				"it|they|this|these|the|anything|anyone|"
				"things");
	return cnd_token_reads_any(tokens, at, "it|them") &&
		cnd_token_reads(tokens, at + 1, "in") &&
		cnd_token_reads_any(tokens, at + 2, "use|place|action");
}

/* "for a written account of what has been done". */
static bool
is_account_of_deeds(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i, "account|evidence|report") &&
		cnd_token_reads_any(tokens, i + 1, "of|on|that|showing") &&
		cnd_token_reads_any(tokens, i + 2, "what|it|this|they") &&
		cnd_token_reads_any(
			tokens, i + 3, "has|have|was|were|did|is|are");
}

/* "survey staff on whether", "collect feedback from". */
static bool
asks_people(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	bool is_survey =
		cnd_token_reads_any(tokens, i, "survey|poll|canvass|surveying");

	if (!is_survey &&
		!cnd_token_reads_any(tokens, i,
			"ask|collect|gather|obtain|"
			"seek|receive|require"))
		return false;
	for (size_t k = i + 1; k < end && k < i + REACH; k++) {
		if (cnd_token_flag(tokens, k, CND_TOKEN_BREAK))
			return false;
		if (is_survey &&
			cnd_token_reads_any(
				tokens, k, "on|about|whether|how|if|to"))
			return true;
		if (cnd_token_reads_any(tokens, k,
			    "account|feedback|evidence|examples|proof") &&
			cnd_token_reads_any(
				tokens, k + 1, "of|from|that|on|about|showing"))
			return true;
	}
	return false;
}

/* "an independent evaluation should follow", "a questionnaire to 200". */
static bool
is_study(const struct cnd_tokens *tokens, size_t i)
{
	if (!cnd_token_reads_any(tokens, i,
		    "evaluation|questionnaire|survey|walk-round|walkround|"
		    "walkabout|re-audit|poll|walk-through") ||
		!(cnd_token_has(tokens, i + 1, CND_CLASS_MODAL) ||
			cnd_token_reads_any(tokens, i + 1,
				"to|at|after|in|by|with|,|.|;|)") ||
			(cnd_token_reads(tokens, i + 1, "of") &&
				refers_back(tokens, i + 2))))
		return false;
	for (size_t k = i; k > 0 && k + 4 > i; k--) {
		if (cnd_token_has(tokens, k - 1, CND_CLASS_INDEFINITE))
			return true;
		if (!cnd_token_flag(tokens, k - 1, CND_TOKEN_WORD))
			break;
	}
	return false;
}

/* "will count the calls", "the number is to be counted". */
static bool
counts(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "count|tally"))
		return i > 0 &&
			(cnd_token_has(tokens, i - 1, CND_CLASS_MODAL) ||
				cnd_token_has(tokens, i - 1,
					CND_CLASS_CONJUNCTION)) &&
			(cnd_token_has(tokens, i + 1, CND_CLASS_DETERMINER) ||
				cnd_token_reads_any(
					tokens, i + 1, "every|each|all"));
	return i > 1 &&
		cnd_token_reads_any(tokens, i, "counted|logged|tracked") &&
		cnd_token_reads(tokens, i - 1, "be");
}

/* "provide the Board with examples of …". */
static bool
supplies(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (!cnd_token_reads_any(
		    tokens, i, "provide|supply|furnish|present|give|send") ||
		!is_audience(tokens, i + 1, end))
		return false;
	for (size_t k = i + 2; k + 2 < end && k < i + REACH; k++)
		if ((is_account(tokens, k) ||
			    cnd_token_reads_any(tokens, k, "copy|copies")) &&
			cnd_token_reads_any(
				tokens, k + 1, "of|from|on|that|showing|about"))
			return true;
	return false;
}

/* "look at thirty completed ones", "ring ten of them". */
static bool
looks_at_some(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + cnd_token_is(tokens, i, CND_CLASS_SAMPLING, 0);

	if (at == i || !cnd_time_is_number(tokens, at))
		return false;
	for (size_t k = at + 1; k < at + 4; k++)
		if (cnd_token_reads(tokens, k, "ones") ||
			(cnd_token_reads(tokens, k, "of") &&
				cnd_token_reads_any(
					tokens, k + 1, "them|these|those")))
			return true;
	return false;
}

/* Said before anybody is told to do anything: what was found. */
static bool
is_preamble(const struct cnd_clauses *clauses, size_t sentence)
{
	for (size_t s = 0; s < clauses->tokens.sentence_count; s++) {
		enum cnd_duty_kind kind = clauses->duties[s].kind;

		if (kind == CND_DUTY_IMPERATIVE || kind == CND_DUTY_SUBJECT)
			return sentence < s;
	}
	return false;
}

size_t
cnd_end_of_act(const struct cnd_clauses *clauses, size_t number)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	struct cnd_range sentence = tokens->sentences[number];

	if (is_preamble(clauses, number))
		return sentence.from;
	for (size_t i = sentence.from + 1; i < sentence.to; i++) {
		if (cnd_token_reads(tokens, i, "because") ||
			(cnd_token_reads(tokens, i, "since") &&
				!cnd_time_is_number(tokens, i + 1) &&
				!cnd_time_is_month(tokens, i + 1)))
			return i;
		if (cnd_token_is_mark(tokens, i - 1, ',') &&
			cnd_token_reads(tokens, i, "as") &&
			cnd_token_reads_any(tokens, i + 1,
				"it|they|this|there|these|no|nobody|none"))
			return i;
	}
	return sentence.to;
}

/* Behind a first act, or beside it: "with monthly figures to". */
static bool
is_behind_act(const struct cnd_clauses *clauses, size_t sentence, size_t i)
{
	size_t acts = 0;

	for (size_t k = 0; k < clauses->predicate_count; k++) {
		const struct cnd_predicate *predicate = &clauses->predicates[k];

		acts += predicate->verb.from <= i &&
			predicate->context == CND_CONTEXT_MAIN;
	}
	for (size_t k = i; k > 0 && k + NEAR > i; k--)
		if (cnd_token_reads(&clauses->tokens, k - 1, "with") ||
			cnd_token_is_mark(&clauses->tokens, k - 1, ';'))
			return true;
	return acts > 1 || (sentence > 0 && acts > 0);
}

/* A mark or a small word: nothing opens there but "its use …". */
static bool
is_small(const struct cnd_tokens *tokens, size_t i)
{
	const uint64_t small = CND_CLASS_BIT(CND_CLASS_DETERMINER) |
		CND_CLASS_BIT(CND_CLASS_PREPOSITION) |
		CND_CLASS_BIT(CND_CLASS_CONJUNCTION) |
		CND_CLASS_BIT(CND_CLASS_BE) | CND_CLASS_BIT(CND_CLASS_MODAL);

	return !cnd_token_flag(tokens, i, CND_TOKEN_WORD | CND_TOKEN_NUMBER) ||
		(tokens->items[i].classes & small) != 0;
}

static bool
proves_at(const struct cnd_clauses *clauses, size_t sentence, size_t i,
	size_t end)
{
	const struct cnd_tokens *tokens = &clauses->tokens;

	if (cnd_names_level(tokens, i, end))
		return true;
	if (is_small(tokens, i))
		return is_tested(tokens, i, end) &&
			cnd_is_besides(clauses, sentence, i);
	if (names_test(tokens, i) || is_proof(tokens, i) ||
		is_shown_by(tokens, i, end) || is_account_of_deeds(tokens, i))
		return true;
	if (!cnd_is_besides(clauses, sentence, i))
		return false;
	return is_without_warning(tokens, i) ||
		(goes_to_audience(tokens, i, end) &&
			is_behind_act(clauses, sentence, i)) ||
		brings_back(tokens, i, end) ||
		shows(clauses, sentence, i, end) ||
		cnd_sets_target(tokens, i) || tests_act(tokens, i) ||
		is_tested(tokens, i, end) || looks_whether(tokens, i, end) ||
		asks_people(tokens, i, end) || is_study(tokens, i) ||
		counts(tokens, i) || supplies(tokens, i, end) ||
		looks_at_some(tokens, i);
}

bool
cnd_is_proven(const struct cnd_clauses *clauses, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &clauses->tokens;

	for (size_t s = 0; s < tokens->sentence_count; s++) {
		struct cnd_range sentence = tokens->sentences[s];
		size_t end = cnd_end_of_act(clauses, s);

		for (size_t i = sentence.from; i < end; i++) {
			struct cnd_range words = { (uint32_t)i,
				(uint32_t)(i + 8 < end ? i + 8 : end) };

			if (!proves_at(clauses, s, i, end))
				continue;
			*span = cnd_tokens_span(tokens, words);
			return true;
		}
	}
	return false;
}
