/*
 * What time the recommended act is bound to.  A time inside "ensure that"
 * or "who …" is a standard, not a deadline; the date of the
 * recommendation itself, and years in names, bind nothing.
 */
#include "review/anatomy_binding.h"

enum { NOTE_WORDS = 9 };

const struct cnd_predicate *
cnd_time_predicate(
	const struct cnd_clauses *clauses, size_t token, size_t sentence)
{
	const struct cnd_predicate *found = NULL;

	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];

		if (predicate->sentence != sentence)
			continue;
		if (found != NULL && predicate->verb.from > token)
			break;
		found = predicate;
	}
	return found;
}

/* "put that agreement in front of": which one, and no clause. */
static bool
points(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads(tokens, i, "that") &&
		cnd_token_flag(tokens, i + 1, CND_TOKEN_WORD) &&
		!cnd_str_ends_with(tokens->items[i + 1].text, CND_STR("s")) &&
		cnd_token_has(tokens, i + 2, CND_CLASS_PREPOSITION);
}

/* A clause opens between the verb and the expression: "whether a yearly …". */
static bool
is_below(const struct cnd_tokens *tokens, size_t from, size_t to)
{
	bool is_inside = false;

	for (size_t i = from; i < to; i++) {
		/* "a picture of who will answer it, in all magazines …" */
		if (cnd_token_is_mark(tokens, i, ',') &&
			cnd_token_has(tokens, i + 1, CND_CLASS_PREPOSITION) &&
			!cnd_token_reads(tokens, i + 1, "with"))
			is_inside = false;
		if (points(tokens, i))
			continue;
		if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE) ||
			cnd_token_reads_any(tokens, i,
				"whether|how|what|where|when|if|"
				"that|why|including"))
			is_inside = true;
	}
	return is_inside;
}

/* ", starting in April": bound to the act whatever stands between. */
static bool
is_start(const struct cnd_tokens *tokens, struct cnd_range range)
{
	/* ", beginning with the oldest in May" */
	for (size_t i = range.from; i > 1 && i + 7 > range.from; i--) {
		if (cnd_token_is_mark(tokens, i - 1, ','))
			break;
		if (cnd_token_reads_any(
			    tokens, i - 1, "starting|beginning|commencing"))
			range.from = (uint32_t)i - 1;
	}
	return range.from > 0 &&
		cnd_token_is_mark(tokens, range.from - 1, ',') &&
		cnd_token_reads_any(
			tokens, range.from, "starting|beginning|commencing");
}

/* ", when it next meets,": set into the subject. */
static bool
is_set_in(const struct cnd_tokens *tokens, struct cnd_range range, size_t end)
{
	if (range.from == 0 || !cnd_token_is_mark(tokens, range.from - 1, ','))
		return false;
	for (size_t i = range.from; i < end; i++) {
		if (cnd_token_is_mark(tokens, i, ','))
			return true;
	}
	return false;
}

/* "In post by 1 September.": a few words that only say when. */
static bool
is_note(const struct cnd_tokens *tokens, struct cnd_range sentence)
{
	return sentence.from > 0 && sentence.to - sentence.from <= NOTE_WORDS &&
		tokens->count > 0;
}

/* "This is needed as soon as possible.": said of what stands before it. */
static bool
is_said_of_it(const struct cnd_tokens *tokens, struct cnd_range sentence)
{
	return is_note(tokens, sentence) &&
		(cnd_token_reads_any(
			 tokens, sentence.from, "this|it|that|these|both") ||
			(cnd_token_reads(tokens, sentence.from, "we") &&
				cnd_token_reads_any(tokens, sentence.from + 1,
					"would|want|wish|ask|expect")));
}

bool
cnd_sets_up(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return cnd_token_reads_any(tokens, predicate->verb.from,
		"introduce|introduces|introduced|establish|establishes|"
		"established|create|creates|created|institute|instituted|"
		"set|sets|design|designed|adopt|adopted|require|requires");
}

/* "Calls are answered promptly": told of what is, or of how it shall be. */
static bool
is_told(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	size_t from = predicate->verb.from;

	for (size_t i = from > 3 ? from - 3 : 0; i < predicate->verb.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_MODAL))
			return false;
		if (cnd_token_reads_any(tokens, i, "is|are|was|were|has|have"))
			return true;
	}
	return false;
}

/* "report how many came after six months": when it is told. */
static bool
is_told_then(const struct cnd_tokens *tokens,
	const struct cnd_predicate *predicate, struct cnd_range range)
{
	return cnd_token_reads(tokens, range.from, "after") &&
		cnd_token_reads_any(tokens, predicate->verb.from,
			"report|tell|publish|show|count|ask|say");
}

/* "encouraged to sign as soon as possible": the signing is asked for. */
static bool
is_asked_for(const struct cnd_clauses *clauses,
	const struct cnd_predicate *predicate)
{
	const struct cnd_predicate *before = predicate;
	size_t at;

	if (predicate == clauses->predicates || !predicate->is_infinitive)
		return false;
	before--;
	at = before->verb.to;
	if (!cnd_token_reads(&clauses->tokens, at, "to"))
		return false;
	at++;
	while (cnd_token_is_adverb(&clauses->tokens, at))
		at++;
	return before->context == CND_CONTEXT_MAIN &&
		at == predicate->verb.from &&
		cnd_token_reads_any(&clauses->tokens, before->verb.to - 1,
			"required|asked|requested|invited|encouraged|expected|"
			"obliged|reminded|instructed|urged|tasked|supported|"
			"enabled|helped|advised|directed|empowered|allowed");
}

/* "require each partner to audit ten files every May": so is the audit. */
static bool
is_required(const struct cnd_clauses *clauses, size_t sentence,
	const struct cnd_predicate *predicate)
{
	const struct cnd_predicate *first =
		cnd_time_predicate(clauses, 0, sentence);

	return predicate != first && predicate->is_infinitive &&
		first->context == CND_CONTEXT_MAIN &&
		first->voice == CND_VOICE_ACTIVE &&
		cnd_token_reads_any(&clauses->tokens, first->verb.from,
			"require|requires|ask|asks|instruct|instructs|direct|"
			"directs|request|requests|invite|invites|oblige|"
			"obliges|commission|commissions");
}

/* ", to be tabled by the clerk at the December meeting", ", to start no
 * later than May". */
static bool
is_to_be_then(const struct cnd_tokens *tokens, struct cnd_range range)
{
	enum { WORDS_BACK = 12 };
	size_t i = range.from;

	if (!cnd_time_names_day(tokens, range))
		return false;
	while (i > 1 && i + WORDS_BACK > range.from &&
		!cnd_token_is_mark(tokens, i - 1, ','))
		i--;
	return i > 1 && cnd_token_is_mark(tokens, i - 1, ',') &&
		cnd_token_reads(tokens, i, "to") &&
		cnd_token_reads_any(
			tokens, i + 1, "be|start|begin|open|run|report");
}

/* ", by the end of May.", ", from 1 June,": set off by commas, or by one and
 * the sentence's end. */
static bool
is_set_off(const struct cnd_tokens *tokens, struct cnd_time_hit hit, size_t end)
{
	bool closes = hit.range.to + 1 >= end;
	bool is_day = hit.is_date ||
		(cnd_token_reads(tokens, hit.range.from, "from") &&
			cnd_time_names_day(tokens, hit.range));

	if (hit.range.from == 0 ||
		!cnd_token_is_mark(tokens, hit.range.from - 1, ','))
		return false;
	if (!closes)
		return is_day && cnd_token_is_mark(tokens, hit.range.to, ',');
	return is_day || hit.value == CND_VALUE_VAGUE ||
		cnd_token_reads_any(tokens, hit.range.from, "within|from|with");
}

/* "at least once before 31 May,": a day that ends a phrase. */
static bool
is_last_day(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_token_reads_any(tokens, range.from, "by|before") &&
		range.from > 0 &&
		cnd_token_reads_any(tokens, range.from - 1,
			"once|twice|times|least|each|all|month|year") &&
		cnd_time_names_day(tokens, range);
}

/* What an expression of time in a sentence is judged by. */
struct binding {
	const struct cnd_clauses *clauses;
	const struct cnd_tokens *tokens;
	const struct cnd_duty *duty;
	const struct cnd_predicate *predicate; /* the last before it */
	size_t sentence;
	struct cnd_time_hit hit;
};

/* Nothing but a mark stands behind it. */
static bool
closes_sentence(const struct binding *b)
{
	return b->hit.range.to + 1 >= b->duty->sentence.to;
}

/* Bound to the act whatever stands between. */
static bool
stands_apart(const struct binding *b)
{
	const struct cnd_predicate *first =
		cnd_time_predicate(b->clauses, 0, b->sentence);

	/* ", so that plans are made, in a timely manner": the making is. */
	if (b->hit.value == CND_VALUE_VAGUE &&
		(b->predicate->is_content ||
			b->predicate->context == CND_CONTEXT_CONTENT ||
			b->predicate->context == CND_CONTEXT_PURPOSE))
		return false;
	/* "are needed, as soon as practicable, between" */
	if (b->hit.value == CND_VALUE_VAGUE &&
		b->predicate->context == CND_CONTEXT_MAIN &&
		is_set_in(b->tokens, b->hit.range, b->hit.range.to + 1))
		return true;
	return is_start(b->tokens, b->hit.range) ||
		is_to_be_then(b->tokens, b->hit.range) ||
		is_last_day(b->tokens, b->hit.range) ||
		(is_set_off(b->tokens, b->hit,
			 b->tokens->sentences[b->sentence].to) &&
			(first->classes & CND_CLASS_BIT(CND_CLASS_ENSURE)) ==
				0);
}

/* "the guidance issued in March": dates the guidance. */
static bool
dates_past_act(const struct binding *b)
{
	size_t from = b->hit.range.from;

	/* "have it done by May" */
	return from > b->predicate->verb.to &&
		!cnd_token_reads(b->tokens, from - 2, "be") &&
		!cnd_token_reads_any(
			b->tokens, b->predicate->verb.from, "have|get") &&
		(cnd_token_forms(b->tokens, from - 1, CND_VERB_CLASSES) &
			CND_FORM_PAST) != 0;
}

/* "those in their first year": which of them. */
static bool
tells_which(const struct binding *b)
{
	size_t from = b->hit.range.from;

	if (b->hit.value == CND_VALUE_VAGUE)
		return false;
	/* "workers in their first six months" */
	if (cnd_token_reads(b->tokens, from, "in") &&
		cnd_token_reads_any(b->tokens, from + 1, "their|his|her"))
		return true;
	return from > 0 &&
		(cnd_token_has(b->tokens, from - 1, CND_CLASS_BENEFICIARY) ||
			cnd_token_reads_any(b->tokens, from - 1,
				"those|anyone|anybody|everyone")) &&
		!cnd_time_names_day(b->tokens, b->hit.range) &&
		cnd_token_reads_any(b->tokens, from, "in|at|after");
}

/* "a visit within two days for any adult who …": each time, so a standard. */
static bool
is_for_each(const struct binding *b)
{
	size_t to = b->hit.range.to;

	return cnd_token_reads(b->tokens, to, "for") &&
		cnd_token_reads_any(b->tokens, to + 1,
			"any|each|every|anyone|anybody|everyone");
}

/* "invite a nurse to every strategy meeting": where to, and not when. */
static bool
is_invited_to(const struct binding *b)
{
	return cnd_token_reads(b->tokens, b->hit.range.from, "to") &&
		cnd_token_reads_any(b->tokens, b->predicate->verb.from,
			"invite|invites|invited|send|sends|sent|admit|add|"
			"extend|apply|belong|attach|second|assign|welcome");
}

/* "require a call within 24 hours of a missed visit". */
static bool
is_required_each_time(const struct binding *b)
{
	const struct cnd_predicate *first =
		cnd_time_predicate(b->clauses, 0, b->sentence);

	return cnd_token_reads_any(b->tokens, first->verb.from,
		       "require|requires|oblige|obliges") &&
		cnd_token_reads(b->tokens, b->hit.range.from, "within") &&
		cnd_token_reads_any(b->tokens, b->hit.range.to - 1,
			"hour|hours|day|days|minutes");
}

/* "fund a trial of visits within two days of discharge": of each discharge,
 * and the trial is one. */
static bool
is_of_each_case(const struct binding *b)
{
	size_t to = b->hit.range.to;

	return cnd_token_reads(b->tokens, b->hit.range.from, "within") &&
		cnd_token_reads_any(b->tokens, to, "of|after") &&
		cnd_token_reads_any(b->tokens, to + 1,
			"discharge|admission|referral|birth|arrest|disclosure|"
			"presentation|attendance|contact|notification|"
			"release|arrival") &&
		(cnd_sets_up(b->tokens, b->predicate) ||
			cnd_token_reads_any(b->tokens, b->predicate->verb.from,
				"fund|funds|pilot|trial|commission|test|"
				"evaluate|promote|offer"));
}

/* "introduce a check before any is issued": when the check is. */
static bool
is_of_what_is_set_up(const struct binding *b)
{
	return cnd_sets_up(b->tokens, b->predicate) &&
		!cnd_time_names_day(b->tokens, b->hit.range) &&
		cnd_token_reads_any(b->tokens, b->hit.range.from,
			"before|prior|after|on|upon|at");
}

/* "that were closed, and report it by May": the act goes on behind "and". */
static bool
goes_on(const struct binding *b)
{
	for (size_t i = b->predicate->verb.to; i + 1 < b->hit.range.from; i++)
		if (cnd_token_reads_any(b->tokens, i, "and|then") &&
			(cnd_token_forms(b->tokens, i + 1, CND_VERB_CLASSES) &
				CND_FORM_BASE) != 0)
			return true;
	return false;
}

/* "give each whose result is high a named nurse by 1 April": who has come by
 * then is told in the past. */
static bool
is_deadline(const struct binding *b)
{
	if (!cnd_time_names_day(b->tokens, b->hit.range))
		return false;
	if (goes_on(b))
		return true;
	return (cnd_token_reads_any(
			b->tokens, b->hit.range.from, "by|before") ||
		       (closes_sentence(b) &&
			       cnd_token_reads(b->tokens, b->hit.range.from,
				       "from"))) &&
		!cnd_token_reads_any(b->tokens, b->predicate->verb.from,
			"was|were|has|have|had");
}

/* The same where it stands in a clause of its own: "who rings, by May". */
static bool
is_deadline_below(const struct binding *b)
{
	return is_deadline(b) &&
		(goes_on(b) || closes_sentence(b) ||
			cnd_token_is_mark(b->tokens, b->hit.range.to, ',') ||
			cnd_token_has(b->tokens, b->hit.range.to,
				CND_CLASS_CONJUNCTION));
}

/* It says when something else is, was or shall be. */
static bool
is_of_something_else(const struct binding *b)
{
	return is_of_what_is_set_up(b) || is_of_each_case(b) ||
		is_required_each_time(b) || dates_past_act(b) ||
		tells_which(b) || is_for_each(b) || is_invited_to(b) ||
		(b->hit.value == CND_VALUE_VAGUE &&
			is_told(b->tokens, b->predicate)) ||
		(b->predicate->context == CND_CONTEXT_RELATIVE &&
			!is_deadline(b)) ||
		(b->predicate->context == CND_CONTEXT_CONDITION &&
			!is_deadline_below(b));
}

/* "work together to improve attendance in the near future": the whole is
 * for then; "promptly" would be what the purpose is like. */
static bool
is_of_plan(const struct binding *b)
{
	size_t from = b->hit.range.from;

	return b->hit.value == CND_VALUE_VAGUE && closes_sentence(b) &&
		((cnd_token_reads(b->tokens, from, "in") &&
			 (cnd_token_reads_any(b->tokens, from + 1, "the|due") ||
				 cnd_token_reads(
					 b->tokens, from + 2, "timely"))) ||
			(cnd_token_reads(b->tokens, from, "as") &&
				cnd_token_reads_any(
					b->tokens, from + 1, "a|soon")) ||
			cnd_token_reads(b->tokens, from, "going"));
}

/* Behind a verb that is none of the recommended act itself. */
static bool
binds_below(const struct binding *b)
{
	bool is_ensured =
		(b->predicate->classes & CND_CLASS_BIT(CND_CLASS_ENSURE)) != 0;

	if (is_required(b->clauses, b->sentence, b->predicate))
		return true;
	if (b->predicate->context == CND_CONTEXT_CONTENT ||
		b->predicate->is_content)
		return b->hit.is_date;
	if (b->predicate->context == CND_CONTEXT_PURPOSE)
		return b->hit.is_date || is_of_plan(b) ||
			is_asked_for(b->clauses, b->predicate) ||
			(b->hit.value == CND_VALUE_STATED &&
				cnd_token_reads(b->tokens, b->hit.range.from,
					"within"));
	return !is_ensured || b->hit.range.from < b->predicate->verb.to ||
		b->hit.is_date;
}

/* Behind the first verb of the sentence, or without one. */
static bool
binds_by_predicate(const struct binding *b)
{
	if (b->predicate == NULL)
		return b->duty->frame.to > b->duty->frame.from ||
			b->duty->kind == CND_DUTY_SUBJECT ||
			is_set_off(b->tokens, b->hit, b->duty->sentence.to) ||
			is_note(b->tokens, b->duty->sentence);
	/* "should, before it moves any other clinic, write" */
	if (b->hit.range.from < b->predicate->verb.from &&
		b->duty->kind == CND_DUTY_SUBJECT)
		return true;
	if (stands_apart(b) ||
		(closes_sentence(b) &&
			is_told_then(b->tokens, b->predicate, b->hit.range)))
		return true;
	if (is_below(b->tokens, b->predicate->verb.to, b->hit.range.from) &&
		!(b->hit.is_date && closes_sentence(b)) &&
		!is_deadline_below(b))
		return false;
	return !is_of_something_else(b) && binds_below(b);
}

bool
cnd_time_binds(const struct cnd_clauses *clauses, size_t sentence,
	struct cnd_time_hit hit)
{
	const struct cnd_duty *duty = &clauses->duties[sentence];
	const struct binding binding = {
		.clauses = clauses,
		.tokens = &clauses->tokens,
		.duty = duty,
		.predicate =
			cnd_time_predicate(clauses, hit.range.from, sentence),
		.sentence = sentence,
		.hit = hit,
	};

	if (duty->kind == CND_DUTY_NOTHING)
		return is_said_of_it(&clauses->tokens, duty->sentence);
	if (hit.range.from < duty->frame.to)
		return false;
	if (hit.range.from < duty->lead.to)
		return true;
	if (duty->kind == CND_DUTY_SUBJECT && hit.range.from < duty->subject.to)
		return hit.range.to == duty->subject.to ||
			is_set_in(&clauses->tokens, hit.range,
				duty->subject.to) ||
			(hit.range.from == duty->subject.from &&
				hit.value == CND_VALUE_VAGUE);
	return binds_by_predicate(&binding);
}
