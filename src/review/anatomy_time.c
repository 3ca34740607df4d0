/*
 * What time the recommended act is bound to.  A time inside "ensure that"
 * or "who …" is a standard, not a deadline; the date of the
 * recommendation itself, and years in names, bind nothing.
 */
#include "review/anatomy_parts.h"

enum { NOTE_WORDS = 9 };

/* How far an expression binds: a date binds even inside "ensure that". */
struct hit {
	enum cnd_part_value value;
	struct cnd_range range;
	bool is_date;
};

static bool
is_number(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_NUMBER) ||
		cnd_token_has(tokens, i, CND_CLASS_NUMBER);
}

static bool
is_year(const struct cnd_tokens *tokens, size_t i)
{
	struct cnd_str text;

	if (!cnd_token_flag(tokens, i, CND_TOKEN_NUMBER))
		return false;
	text = tokens->items[i].text;
	return text.len >= 4 &&
		(cnd_str_starts_with(text, CND_STR("20")) ||
			cnd_str_starts_with(text, CND_STR("19")));
}

static bool
is_month(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_has(tokens, i, CND_CLASS_MONTH) &&
		(cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) ||
			(tokens->items[i].text.len >= 6 &&
				is_year(tokens,
					cnd_token_reads(tokens, i + 1, "of")
						? i + 2
						: i + 1)));
}

/* "31 March 2024", "March 2024", "2024/25": its length in tokens. */
static size_t
date_length(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i;

	if (cnd_token_flag(tokens, at, CND_TOKEN_NUMBER) &&
		is_month(tokens, at + 1))
		at++;
	if (is_month(tokens, at)) {
		at++;
		if (cnd_token_reads(tokens, at, "of"))
			at++;
		if (cnd_token_flag(tokens, at, CND_TOKEN_NUMBER) &&
			!is_year(tokens, at))
			at++;
		return (is_year(tokens, at) ? at + 1 : at) - i;
	}
	return is_year(tokens, i) ? 1 : 0;
}

/* Words that make an occasion one that can be looked up. */
static bool
is_definite(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		"next|same|forthcoming|following|coming|upcoming|current|"
		"each|every|this|first|second|third|fourth|final|end|"
		"start|beginning|outer|middle|mid|remaining|new|close|"
		"spring|summer|autumn|winter");
}

/* "this financial year", "this term": its length in tokens. */
static size_t
present_length(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	if (!cnd_token_reads_any(tokens, i, "this"))
		return 0;
	if (cnd_token_reads_any(
		    tokens, at, "financial|academic|calendar|school|council"))
		at++;
	return cnd_token_reads_any(tokens, at,
		       "year|quarter|term|month|week|spring|summer|autumn|"
		       "winter")
		? at + 1 - i
		: 0;
}

/* A feast that falls on a known day. */
static bool
is_feast(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(
		tokens, i, "easter|christmas|whitsun|michaelmas");
}

/* "by the end of …", "before the start of the next …", "by 31 March". */
static size_t
deadline_end(const struct cnd_tokens *tokens, size_t i)
{
	bool has_definite = cnd_token_reads_any(tokens, i, "over");

	for (size_t at = i + 1; at < tokens->count && at < i + 9; at++) {
		size_t length = date_length(tokens, at);

		if (length > 0)
			return at + length;
		if (is_feast(tokens, at))
			return at + 1;
		if (cnd_token_reads_any(
			    tokens, at, "spring|summer|autumn|winter") &&
			cnd_token_reads(tokens, at - 1, "the"))
			return at + 1;
		if (cnd_token_reads_any(tokens, at, "end") &&
			!cnd_token_reads_any(tokens, at + 1, "of"))
			return at + 1;
		length = cnd_token_is(tokens, at, CND_CLASS_OCCASION, 0);
		if (length > 0 && has_definite)
			return at + length;
		has_definite |= is_definite(tokens, at);
		if (!cnd_token_flag(
			    tokens, at, CND_TOKEN_WORD | CND_TOKEN_NUMBER) ||
			cnd_token_has(tokens, at, CND_CLASS_CONJUNCTION) ||
			(!has_definite && length == 0 &&
				!cnd_token_has(
					tokens, at, CND_CLASS_DETERMINER) &&
				!cnd_token_reads_any(tokens, at,
					"no|later|than|early|late|around|"
					"about|financial|or|before|spring|"
					"summer|autumn|winter|a|to|of|and|"
					"whole|duration|length|rest|course|"
					"remainder|publication|edition") &&
				!cnd_token_flag(tokens, at, CND_TOKEN_NUMBER)))
			break;
	}
	return 0;
}

/* "within six months", "over the next two years", "in 12 weeks". */
static size_t
period_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	while (cnd_token_reads_any(tokens, at,
		       "a|an|the|next|first|period|of|maximum|"
		       "coming|one|calendar|working|following") ||
		is_number(tokens, at) ||
		(at < tokens->count && tokens->items[at].text.len == 1 &&
			tokens->items[at].text.data[0] == '('))
		at++;
	while (at < tokens->count && tokens->items[at].text.len == 1 &&
		tokens->items[at].text.data[0] == ')')
		at++;
	if (cnd_token_reads_any(tokens, at, "calendar|working|financial|full"))
		at++;
	if (at > i + 1 && cnd_token_has(tokens, at, CND_CLASS_UNIT))
		return at + 1;
	return 0;
}

/* "within 30 days of this report": from now, not from each case. */
static bool
bounds_delivery(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	if (from > 1 && cnd_token_reads_any(tokens, from - 1, ",") &&
		cnd_token_reads_any(tokens, from - 2, "that"))
		return true;
	return cnd_token_reads_any(tokens, end, "of|after|from|following") &&
		(cnd_token_reads_any(tokens, end + 1,
			 "adoption|publication|this|receipt|tabling") ||
			cnd_token_reads_any(tokens, end + 2,
				"adoption|publication|date|tabling|report"));
}

static struct hit
make_hit(enum cnd_part_value value, size_t from, size_t to, bool is_date)
{
	return (struct hit){ value, { (uint32_t)from, (uint32_t)to }, is_date };
}

/* "in waiving limits before …": bounds the gerund, not the act. */
static bool
follows_gerund(const struct cnd_tokens *tokens, size_t at)
{
	for (size_t i = at; i > 0 && i + 12 > at; i--) {
		if (cnd_str_ends_with(
			    tokens->items[i - 1].text, CND_STR("ing")) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_BE) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_SUBORDINATOR))
			return true;
		if (cnd_token_has(tokens, i - 1, CND_CLASS_MODAL))
			return false;
	}
	return at > 12;
}

/* "every two years", "each term", "three times a year". */
static size_t
recurring_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	if (cnd_token_reads_any(tokens, i, "every|each|per")) {
		while (is_number(tokens, at) ||
			cnd_token_reads_any(
				tokens, at, "other|school|working|calendar"))
			at++;
		if (cnd_token_has(tokens, at, CND_CLASS_UNIT))
			return at + 1;
		return 0;
	}
	if (cnd_token_reads_any(tokens, i, "intervals") && i > 0 &&
		(cnd_str_ends_with(
			 tokens->items[i - 1].text, CND_STR("yearly")) ||
			cnd_str_ends_with(
				tokens->items[i - 1].text, CND_STR("monthly"))))
		return i + 1;
	if (cnd_token_reads_any(tokens, i, "once|twice|times") &&
		cnd_token_reads_any(tokens, at, "a|an|per|every|each") &&
		cnd_token_has(tokens, at + 1, CND_CLASS_UNIT))
		return at + 2;
	return 0;
}

/* "on admission", "after each flight", "at the end of every shift". */
static bool
is_event(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	while (cnd_token_reads_any(tokens, at,
		"the|each|every|any|its|their|initial|day|date|this|"
		"end|start|time|point|of|outset|first"))
		at++;
	if (cnd_token_reads_any(tokens, at,
		    "completion|receipt|publication|admission|discharge|"
		    "release|arrival|appointment|expiry|adoption|"
		    "notification|closure"))
		return true;
	/* "the default on transfer": what happens then, not when. */
	return at > i + 1 &&
		cnd_token_reads_any(tokens, at,
			"departure|entry|landing|flight|referral|launch|"
			"voyage|shift|registration|allocation|transfer|"
			"handover|enrolment|visit|round|call|meeting");
}

/* "once all claims are settled", "during the nine-month period …,". */
static bool
is_trigger(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads(tokens, i, "once") && i > 0)
		return cnd_token_flag(tokens, i - 1, CND_TOKEN_WORD) &&
			!cnd_token_reads_any(tokens, i + 1,
				"a|an|per|every|each|more|again|only") &&
			!cnd_token_reads_any(tokens, i - 1, "at|than|only");
	if (!cnd_token_flag(tokens, i, CND_TOKEN_FIRST) ||
		!cnd_token_reads(tokens, i, "during"))
		return false;
	for (size_t k = i + 1; k < i + 6; k++) {
		if (cnd_token_reads_any(tokens, k, "period|phase|months"))
			return true;
	}
	return false;
}

/* "the learning from this review": where it is from, not from when. */
static bool
is_source(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i, "from") &&
		cnd_token_reads_any(tokens, i + 1, "this|the|these|our|that") &&
		cnd_token_reads_any(tokens, i + 2,
			"review|reviews|report|inspection|inspections|audit|"
			"audits|inquiry|investigation|conference|contract");
}

/* "when the contract is next let", "by the time that the ward opens". */
static bool
is_next_time(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads(tokens, i, "by") &&
		cnd_token_reads(tokens, i + 1, "the") &&
		cnd_token_reads(tokens, i + 2, "time"))
		return true;
	if (!cnd_token_reads_any(tokens, i, "when|whenever"))
		return false;
	for (size_t k = i + 2; k < i + 7 && k < tokens->count; k++) {
		if (cnd_token_is_mark(tokens, k, ','))
			return false;
		if (cnd_token_reads(tokens, k, "next"))
			return true;
	}
	return false;
}

/* "starting with 2025", "to begin in April", "beginning in the new year". */
static size_t
start_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;
	size_t length;

	if (!cnd_token_reads_any(tokens, i,
		    "starting|beginning|commencing|start|begin|starts|begins"))
		return 0;
	if (cnd_token_reads_any(tokens, at, "with|in|from|on|at"))
		at++;
	else if (!cnd_token_reads_any(tokens, i, "starting|beginning"))
		return 0;
	length = date_length(tokens, at);
	if (length > 0)
		return at + length;
	if (cnd_token_reads_any(tokens, at, "the|this|next"))
		at++;
	if (cnd_token_reads_any(tokens, at, "new|next|financial|school"))
		at++;
	if (cnd_token_reads_any(tokens, at,
		    "year|term|month|week|quarter|spring|summer|autumn|"
		    "winter|now|today|immediately"))
		return at + 1;
	length = deadline_end(tokens, at - 1);
	return length;
}

/* The expression of time that opens at token i, if any. */
static struct hit
hit_at(const struct cnd_tokens *tokens, size_t i)
{
	size_t end = 0;
	size_t length;

	if (cnd_token_reads_any(tokens, i, "within|over|in|for|after"))
		end = period_end(tokens, i);
	if (end > 0)
		return make_hit(CND_VALUE_STATED, i, end,
			bounds_delivery(tokens, i, end));
	if (cnd_token_reads_any(tokens, i,
		    "by|before|until|from|no|not|in|during|over|"
		    "prior|at|for|with|to|ahead|through|within|"
		    "on|after|into") &&
		!is_source(tokens, i)) {
		end = deadline_end(tokens, i);
		if (end > 0)
			return make_hit(CND_VALUE_STATED, i, end,
				cnd_token_reads_any(
					tokens, i, "by|before|no|not|until"));
	}
	if (cnd_token_flag(tokens, i, CND_TOKEN_FIRST) &&
		cnd_token_reads_any(tokens, i, "once|after|upon|pending"))
		return make_hit(CND_VALUE_STATED, i, i + 3, false);
	if (is_trigger(tokens, i))
		return make_hit(CND_VALUE_STATED, i, i + 3, false);
	if (cnd_token_reads_any(tokens, i, "on|upon|after|following|at") &&
		is_event(tokens, i))
		return make_hit(CND_VALUE_STATED, i, i + 3, false);
	if (is_next_time(tokens, i))
		return make_hit(CND_VALUE_STATED, i, i + 4, true);
	end = start_end(tokens, i);
	if (end > 0)
		return make_hit(CND_VALUE_STATED, i, end, true);
	if ((cnd_token_flag(tokens, i, CND_TOKEN_FIRST) ||
		    (i > 1 && cnd_token_reads_any(tokens, i - 1, ",") &&
			    cnd_token_has(tokens, i - 2, CND_CLASS_MODAL)) ||
		    !follows_gerund(tokens, i)) &&
		(cnd_token_reads_any(tokens, i, "before") ||
			(cnd_token_reads_any(tokens, i, "prior") &&
				cnd_token_reads_any(tokens, i + 1, "to"))))
		return make_hit(CND_VALUE_STATED, i, i + 3, false);
	length = present_length(tokens, i);
	if (length > 0)
		return make_hit(CND_VALUE_STATED, i, i + length, false);
	length = cnd_token_is(tokens, i, CND_CLASS_SOON, 0);
	if (length > 0)
		return make_hit(CND_VALUE_VAGUE, i, i + length, false);
	if (cnd_token_reads_any(tokens, i, "as") &&
		cnd_token_reads_any(tokens, i + 1, "soon") &&
		cnd_token_reads_any(tokens, i + 2, "as"))
		return make_hit(CND_VALUE_STATED, i, i + 5, false);
	length = cnd_token_is(tokens, i, CND_CLASS_NOW, 0);
	if (length > 0)
		return make_hit(CND_VALUE_STATED, i, i + length, false);
	end = recurring_end(tokens, i);
	if (end > 0)
		return make_hit(CND_VALUE_STATED, i, end, false);
	length = cnd_token_is(tokens, i, CND_CLASS_RECURRING, 0);
	if (length > 0)
		return make_hit(CND_VALUE_STATED, i, i + length, false);
	length = cnd_token_is(tokens, i, CND_CLASS_NOW_AND_THEN, 0);
	if (length > 0)
		return make_hit(CND_VALUE_VAGUE, i, i + length, false);
	return make_hit(CND_VALUE_NONE, i, i + 1, false);
}

/* The last predicate whose verb starts at or before a token. */
static const struct cnd_predicate *
predicate_at(const struct cnd_clauses *clauses, size_t token, size_t sentence)
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

/* Right before or behind the verb, or closing the clause: an adverbial. */
static bool
modifies_noun(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_token_flag(tokens, range.to, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_PREPOSITION) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_CONJUNCTION) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_MODAL) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_DETERMINER) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_INDEFINITE) &&
		cnd_token_forms(tokens, range.to, CND_VERB_CLASSES) == 0 &&
		!cnd_token_is_adverb(tokens, range.to);
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

/* "introduce a monthly audit": how often it will be, not when it comes. */
static bool
sets_up(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	return cnd_token_reads_any(tokens, predicate->verb.from,
		"introduce|introduces|introduced|establish|establishes|"
		"established|create|creates|created|institute|instituted|"
		"set|sets|design|designed|adopt|adopted");
}

/* Whether the expression binds the recommended act. */
static bool
binds(const struct cnd_clauses *clauses, size_t sentence, struct hit hit)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_duty *duty = &clauses->duties[sentence];
	const struct cnd_predicate *predicate;

	if (hit.range.from < duty->frame.to)
		return false;
	if (duty->kind == CND_DUTY_NOTHING)
		return false;
	if (hit.range.from < duty->lead.to)
		return true;
	if (duty->kind == CND_DUTY_SUBJECT && hit.range.from < duty->subject.to)
		return hit.range.to == duty->subject.to ||
			is_set_in(tokens, hit.range, duty->subject.to) ||
			(hit.range.from == duty->subject.from &&
				hit.value == CND_VALUE_VAGUE);
	predicate = predicate_at(clauses, hit.range.from, sentence);
	if (predicate == NULL)
		return duty->frame.to > duty->frame.from ||
			duty->kind == CND_DUTY_SUBJECT ||
			is_note(tokens, duty->sentence);
	/* "should, before it moves any other clinic, write" */
	if (hit.range.from < predicate->verb.from &&
		duty->kind == CND_DUTY_SUBJECT)
		return true;
	if (is_start(tokens, hit.range))
		return true;
	if (is_below(tokens, predicate->verb.to, hit.range.from) &&
		!(hit.is_date && hit.range.to + 1 >= duty->sentence.to))
		return false;
	/* "introduce a check before any is issued": when the check is. */
	if (sets_up(tokens, predicate) &&
		cnd_token_reads_any(tokens, hit.range.from,
			"before|prior|after|on|upon|at"))
		return false;
	/* "the guidance issued in March" dates the guidance. */
	if (hit.range.from > predicate->verb.to &&
		(cnd_token_forms(tokens, hit.range.from - 1, CND_VERB_CLASSES) &
			CND_FORM_PAST))
		return false;
	if (predicate->context == CND_CONTEXT_RELATIVE ||
		predicate->context == CND_CONTEXT_CONDITION)
		return false;
	if (predicate->context == CND_CONTEXT_CONTENT || predicate->is_content)
		return hit.is_date;
	if (predicate->context == CND_CONTEXT_PURPOSE)
		return hit.is_date ||
			(hit.value == CND_VALUE_STATED &&
				cnd_token_reads(
					tokens, hit.range.from, "within"));
	if ((predicate->classes & CND_CLASS_BIT(CND_CLASS_ENSURE)) &&
		hit.range.from >= predicate->verb.to)
		return hit.is_date;
	return true;
}

/* "fifty transfusions a month": a rate. */
static bool
is_rate(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i, "a") && i > 1 &&
		cnd_token_flag(tokens, i - 1, CND_TOKEN_WORD) &&
		!cnd_token_reads_any(tokens, i - 1, "once|twice|times") &&
		is_number(tokens, i - 2);
}

/* "timely and effective planning": what it shall be like. */
static bool
is_quality(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_token_reads_any(tokens, range.from,
		       "prompt|timely|swift|rapid|speedy") &&
		(cnd_token_reads_any(tokens, range.to, "and|but|or|,") ||
			cnd_token_flag(tokens, range.from, CND_TOKEN_FIRST));
}

/* "quarterly reports" binds; "the annual report" and "regular visits" not. */
static bool
is_bound_adjective(
	const struct cnd_clauses *clauses, size_t sentence, struct hit hit)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate =
		predicate_at(clauses, hit.range.from, sentence);
	const uint64_t produces = CND_CLASS_BIT(CND_CLASS_CONCRETE) |
		CND_CLASS_BIT(CND_CLASS_LIGHT) |
		CND_CLASS_BIT(CND_CLASS_DEVELOP);

	if (is_rate(tokens, hit.range.from) || is_quality(tokens, hit.range))
		return false;
	if (!modifies_noun(tokens, hit.range))
		return true;
	if (hit.range.from > 0 &&
		cnd_token_reads(tokens, hit.range.from - 1, "the"))
		return false;
	if (cnd_token_flag(tokens, hit.range.from, CND_TOKEN_CAPITAL) &&
		!cnd_token_flag(tokens, hit.range.from, CND_TOKEN_FIRST))
		return false; /* "an Annual Report": a name */
	if (cnd_token_has(tokens, hit.range.to, CND_CLASS_STEPS))
		return true;
	if (cnd_token_reads_any(
		    tokens, hit.range.from, "prompt|timely|swift|rapid|speedy"))
		return false;
	if (cnd_token_reads(tokens, hit.range.from, "immediate") ||
		cnd_token_reads(tokens, hit.range.from, "urgent"))
		return true;
	if (cnd_token_has(tokens, hit.range.from, CND_CLASS_NOW_AND_THEN) ||
		cnd_token_has(tokens, hit.range.from, CND_CLASS_RECURRING))
		return predicate == NULL ||
			((predicate->classes & produces) != 0 &&
				!sets_up(tokens, predicate));
	return hit.range.to > hit.range.from + 1;
}

/* A date that closes the text, as in a row without its lines. */
static bool
closes_with_date(const struct cnd_clauses *clauses, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	size_t end = tokens->count;

	while (end > 0 && cnd_token_is_mark(tokens, end - 1, '.'))
		end--;
	for (size_t i = end > 3 ? end - 3 : 1; i < end; i++) {
		if (i < 4 || date_length(tokens, i) < 2 ||
			i + date_length(tokens, i) != end ||
			cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION))
			continue;
		*span = cnd_tokens_span(tokens,
			(struct cnd_range){ (uint32_t)i, (uint32_t)end });
		return true;
	}
	return false;
}

enum cnd_part_value
cnd_time_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	enum cnd_part_value best = CND_VALUE_NONE;

	for (size_t s = 0; s < clauses->tokens.sentence_count; s++) {
		struct cnd_range sentence = clauses->tokens.sentences[s];

		for (size_t i = sentence.from; i < sentence.to;) {
			struct hit hit = hit_at(&clauses->tokens, i);

			i = hit.range.to;
			if (hit.value == CND_VALUE_NONE || best == hit.value ||
				!binds(clauses, s, hit) ||
				!is_bound_adjective(clauses, s, hit))
				continue;
			best = hit.value;
			*span = cnd_tokens_span(&clauses->tokens, hit.range);
			if (best == CND_VALUE_STATED)
				return best;
		}
	}
	if (closes_with_date(clauses, span))
		return CND_VALUE_STATED;
	return best;
}

/* "To be confirmed", "n/a", "none": nobody has said when yet. */
static bool
is_unsaid(const struct cnd_tokens *tokens)
{
	size_t i = 0;

	while (i < tokens->count &&
		!cnd_token_flag(tokens, i, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
		i++;
	return i >= tokens->count ||
		cnd_token_reads_any(tokens, i,
			"tbc|tba|tbd|none|unknown|nil|na|awaited|open|n") ||
		(cnd_token_reads_any(tokens, i, "to|not|yet|date") &&
			cnd_token_reads_any(tokens, i + 1,
				"be|yet|known|agreed|set|stated|to|"
				"applicable"));
}

/* "next software release", "after go-live": it can be looked up. */
static bool
is_occasion(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		       "next|following|first|after|before|following|upon|"
		       "each|every") &&
		i + 1 < tokens->count;
}

/* A cell for the time: what is no date there gestures at one. */
enum cnd_part_value
cnd_time_of_cell(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	bool is_soon = false;

	if (is_unsaid(tokens))
		return CND_VALUE_NONE;
	*span = cnd_tokens_span(
		tokens, (struct cnd_range){ 0, (uint32_t)tokens->count });
	for (size_t i = 0; i < tokens->count; i++)
		if (is_number(tokens, i) || is_month(tokens, i) ||
			is_feast(tokens, i))
			return CND_VALUE_STATED;
	for (size_t i = 0; i < tokens->count; i++) {
		struct hit hit = hit_at(tokens, i);

		if (hit.value == CND_VALUE_STATED)
			return CND_VALUE_STATED;
		is_soon |= hit.value == CND_VALUE_VAGUE ||
			cnd_token_has(tokens, i, CND_CLASS_ESCAPE);
	}
	for (size_t i = 0; i < tokens->count && !is_soon; i++)
		if (is_occasion(tokens, i))
			return CND_VALUE_STATED;
	return CND_VALUE_VAGUE;
}
