/*
 * Expressions of time: dates, periods, occasions, and words that only
 * gesture at one.  What they bind is told in anatomy_time.c.
 */
#include "review/anatomy_hit.h"

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

/* "next spring", which no other words lead to. */
static bool
is_bare_next(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads(tokens, i, "next") && i > 0 &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION);
}

/* "this financial year", "this term": its length in tokens. */
static size_t
present_length(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	if (!cnd_token_reads(tokens, i, "this") && !is_bare_next(tokens, i))
		return 0;
	/* "this side of Christmas" */
	if (cnd_token_reads(tokens, at, "side") &&
		cnd_token_reads(tokens, at + 1, "of") &&
		(cnd_time_is_feast(tokens, at + 2) ||
			cnd_token_reads(tokens, at + 2, "the")))
		return 4;
	if (cnd_token_reads_any(
		    tokens, at, "financial|academic|calendar|school|council"))
		at++;
	return cnd_token_reads_any(tokens, at,
		       "year|quarter|term|month|week|spring|summer|autumn|"
		       "winter")
		? at + 1 - i
		: 0;
}

/* "the Board's December meeting": whose meeting it is. */
static bool
is_possessor(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
		(cnd_token_flag(tokens, i, CND_TOKEN_POSSESSIVE) ||
			(cnd_token_flag(tokens, i + 1, CND_TOKEN_CAPITAL) &&
				cnd_token_flag(
					tokens, i + 1, CND_TOKEN_POSSESSIVE)));
}

/* "the autumn", "the autumn of 2024". */
static size_t
end_of_season(const struct cnd_tokens *tokens, size_t at)
{
	if (cnd_token_reads(tokens, at + 1, "of") &&
		cnd_time_date_length(tokens, at + 2) == 1)
		return at + 3;
	return at + 1;
}

/* "to every provider within six weeks": another expression opens. */
static bool
opens_another(const struct cnd_tokens *tokens, size_t at)
{
	return cnd_token_reads_any(tokens, at, "within|by|before|until") &&
		!cnd_token_reads_any(
			tokens, at - 1, "on|or|and|no|not|later|than");
}

/* "by the end of …", "before the start of the next …", "by 31 March". */
static size_t
deadline_end(const struct cnd_tokens *tokens, size_t i)
{
	bool has_definite = cnd_token_reads_any(tokens, i, "over");

	for (size_t at = i + 1; at < tokens->count && at < i + 9; at++) {
		size_t length = cnd_time_date_length(tokens, at);

		if (length > 0)
			return at + length;
		if (at > i + 1 && opens_another(tokens, at))
			return 0;
		if (cnd_time_is_feast(tokens, at)) {
			length = cnd_time_day_length(tokens, at);
			return at + (length > 0 ? length : 1);
		}
		if (cnd_token_reads(tokens, at, "anniversary"))
			return at + 1;
		if (cnd_token_reads_any(
			    tokens, at, "spring|summer|autumn|winter") &&
			cnd_token_reads_any(
				tokens, at - 1, "the|by|before|until"))
			return end_of_season(tokens, at);
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
					"date|renewal|review|due|target|"
					"closing|expiry|completion|"
					"remainder|publication|edition|side") &&
				!is_possessor(tokens, at) &&
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
		cnd_time_is_number(tokens, at) ||
		(at < tokens->count && tokens->items[at].text.len == 1 &&
			tokens->items[at].text.data[0] == '('))
		at++;
	while (at < tokens->count && tokens->items[at].text.len == 1 &&
		tokens->items[at].text.data[0] == ')')
		at++;
	if (cnd_token_reads_any(
		    tokens, at, "calendar|working|financial|full|school"))
		at++;
	if (at > i + 1 && cnd_token_has(tokens, at, CND_CLASS_UNIT))
		return at + 1;
	return 0;
}

/* "publication", "the launch", "the date of this report". */
static bool
is_start_of_count(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads_any(tokens, i, "the|its|this|their"))
		i++;
	return cnd_token_reads_any(tokens, i,
		"now|today|publication|launch|adoption|approval|receipt|date|"
		"issue|report|agreement|signing|sign-off|acceptance|opening|"
		"reopening|commencement|start|inquest|trial|appointment");
}

/* "a year later", "three months from now", "six weeks after the launch". */
static size_t
later_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t unit = i + 1;

	if (!cnd_time_is_number(tokens, i) &&
		!cnd_token_reads_any(tokens, i, "a|an"))
		return 0;
	if (!cnd_token_has(tokens, unit, CND_CLASS_UNIT))
		return 0;
	if (cnd_token_reads_any(tokens, unit + 1, "later|hence|afterwards"))
		return unit + 2;
	if (cnd_token_reads_any(tokens, unit + 1, "after|following") &&
		cnd_token_reads_any(
			tokens, unit + 2, "the|its|this|their|that|it"))
		return unit + 4;
	if (cnd_token_reads(tokens, unit + 1, "on") &&
		!cnd_token_flag(tokens, unit + 2, CND_TOKEN_WORD))
		return unit + 2;
	return cnd_token_reads_any(tokens, unit + 1, "from|after|of") &&
			is_start_of_count(tokens, unit + 2)
		? unit + 3
		: 0;
}

/* "as soon as it can", "as quickly as circumstances permit": when that is
 * nobody knows. */
static bool
is_when_able(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i;

	if (cnd_token_reads_any(tokens, i, "can|may|could"))
		return cnd_token_reads(tokens, i + 1, "be");
	if (!cnd_token_reads_any(tokens, i,
		    "it|they|he|she|we|this|circumstances|resources|time|"
		    "capacity|funds|funding|staffing"))
		return false;
	at++;
	while (cnd_token_is_adverb(tokens, at))
		at++;
	return cnd_token_reads_any(tokens, at,
		       "can|may|could|permit|permits|allow|allows") ||
		(cnd_token_reads_any(tokens, at, "is|are") &&
			cnd_token_reads_any(tokens, at + 1, "able|ready|free"));
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

static struct cnd_time_hit
make_hit(enum cnd_part_value value, size_t from, size_t to, bool is_date)
{
	return (struct cnd_time_hit){ value, { (uint32_t)from, (uint32_t)to },
		is_date };
}

/* "in waiving limits", "sharing the key"; not "a sharing agreement". */
static bool
is_gerund(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_str_ends_with(tokens->items[i].text, CND_STR("ing")) &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) ||
			cnd_token_is_mark(tokens, i - 1, ',') ||
			cnd_opens_object(tokens, i + 1));
}

/* "in waiving limits before …": bounds the gerund, not the act. */
static bool
follows_gerund(const struct cnd_tokens *tokens, size_t at)
{
	for (size_t i = at; i > 0 && i + 12 > at; i--) {
		if (is_gerund(tokens, i - 1) ||
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

	if (cnd_token_reads_any(tokens, i, "every|each") &&
		(cnd_time_is_month(tokens, at) ||
			cnd_token_reads_any(tokens, at,
				"spring|summer|autumn|winter|monday|tuesday|"
				"wednesday|thursday|friday|saturday|sunday")))
		return at + 1;
	/* "in each of the next four quarters" */
	if (cnd_token_reads(tokens, i, "each") &&
		cnd_token_reads(tokens, at, "of") &&
		cnd_token_reads(tokens, at + 1, "the") &&
		cnd_token_reads_any(
			tokens, at + 2, "next|first|following|coming")) {
		at += cnd_time_is_number(tokens, at + 3) ? 4 : 3;
		return cnd_token_has(tokens, at, CND_CLASS_UNIT) ? at + 1 : 0;
	}
	if (cnd_token_reads_any(tokens, i, "every|each|per")) {
		while (cnd_time_is_number(tokens, at) ||
			cnd_token_reads_any(
				tokens, at, "other|school|working|calendar"))
			at++;
		if (cnd_token_has(tokens, at, CND_CLASS_UNIT) ||
			cnd_token_reads(tokens, at, "half-term"))
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

/* "on the referral system": a thing that has its name from the event. */
static bool
is_named_after(const struct cnd_tokens *tokens, size_t from, size_t event)
{
	return event == from + 1 &&
		cnd_token_reads_any(tokens, from, "the|its|their|this") &&
		cnd_may_be_noun(tokens, event + 1) &&
		cnd_token_forms(tokens, event + 1, CND_VERB_CLASSES) == 0;
}

/* "on admission", "after each flight", "at the end of every shift". */
static bool
is_event(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 1;

	if (cnd_token_reads(tokens, i, "on") &&
		cnd_token_reads(tokens, at, "the") &&
		cnd_token_reads(tokens, at + 1, "day") &&
		cnd_token_reads_any(tokens, at + 2, "of|that|when"))
		return true;
	while (cnd_token_reads_any(tokens, at,
		"the|each|every|any|its|their|initial|day|date|this|"
		"end|start|time|of|outset|first"))
		at++;
	if (cnd_token_reads_any(tokens, at,
		    "completion|receipt|publication|admission|discharge|"
		    "release|arrival|appointment|expiry|adoption|"
		    "notification|closure|renewal|reopening"))
		return true;
	/* "the default on transfer": what happens then, not when. */
	return at > i + 1 && !is_named_after(tokens, i + 1, at) &&
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
				"a|an|per|every|each|more|again|only|before|"
				"by|in|within|during|after") &&
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
		if (cnd_token_reads_any(
			    tokens, k, "next|meets|convenes|expires") ||
			(cnd_token_reads_any(tokens, k, "falls|comes|is") &&
				cnd_token_reads_any(
					tokens, k + 1, "due|up|for")))
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
	length = cnd_time_date_length(tokens, at);
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

/* "before and after it opened", "the months before": what is compared. */
static bool
is_compared(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	if (cnd_token_reads_any(tokens, i, "before|after") &&
		cnd_token_reads_any(tokens, i + 1, "and|or") &&
		cnd_token_reads_any(tokens, i + 2, "before|after"))
		return true;
	/* "for one day a week": how much of it */
	if (end > 0 && cnd_token_reads(tokens, i, "for") &&
		cnd_token_reads_any(tokens, end, "a|per|each|every") &&
		cnd_token_has(tokens, end + 1, CND_CLASS_UNIT))
		return true;
	return end > 0 && cnd_token_reads_any(tokens, i, "for|in|over") &&
		cnd_token_reads_any(tokens, end, "before|after") &&
		cnd_token_reads(tokens, end + 1, "and");
}

/* "no more than six weeks after", "not later than a month from". */
static size_t
at_most_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t end;

	if (!cnd_token_reads_any(tokens, i, "no|not") ||
		!cnd_token_reads_any(tokens, i + 1, "more|later") ||
		!cnd_token_reads(tokens, i + 2, "than"))
		return 0;
	end = period_end(tokens, i + 2);
	return end > 0 && cnd_token_reads_any(tokens, end, "after|from|on")
		? end
		: 0;
}

/* "at each meeting"; not "at each site". */
static bool
is_of_occasion(const struct cnd_tokens *tokens, size_t i)
{
	if (!cnd_token_reads(tokens, i, "at"))
		return true;
	for (size_t k = i + 2; k < i + 7; k++)
		if (cnd_token_has(tokens, k, CND_CLASS_OCCASION) ||
			cnd_token_reads_any(tokens, k,
				"meetings|inspections|reviews|sessions|visits|"
				"shifts|visit|handover|stage|contact"))
			return true;
	return false;
}

/*
 * What opens at token i, each reader's own kind of it; true when the reader
 * knows what it is, be it no time at all.
 */
typedef bool reader(
	const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit);

static bool
state(struct cnd_time_hit *hit, size_t from, size_t to, bool is_date)
{
	*hit = make_hit(CND_VALUE_STATED, from, to, is_date);
	return true;
}

/* "at six and at twelve months": two times, and nobody's age. */
static size_t
twice_end(const struct cnd_tokens *tokens, size_t i)
{
	size_t at = i + 2;

	if (!cnd_token_reads(tokens, i, "at") ||
		!cnd_time_is_number(tokens, i + 1))
		return 0;
	if (cnd_token_has(tokens, at, CND_CLASS_UNIT))
		at++;
	if (!cnd_token_reads_any(tokens, at, "and|,"))
		return 0;
	at++;
	if (cnd_token_reads_any(tokens, at, "at|again"))
		at++;
	return cnd_time_is_number(tokens, at) &&
			cnd_token_has(tokens, at + 1, CND_CLASS_UNIT)
		? at + 2
		: 0;
}

/* "within six weeks", "no more than a month after", "before and after". */
static bool
read_period(const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	size_t end = 0;

	if (cnd_token_reads_any(tokens, i, "within|inside|over|in|for|after"))
		end = period_end(tokens, i);
	if (is_compared(tokens, i, end)) {
		*hit = make_hit(
			CND_VALUE_NONE, i, end > 0 ? end + 3 : i + 3, false);
		return true;
	}
	if (end == 0)
		end = at_most_end(tokens, i);
	if (end == 0)
		end = twice_end(tokens, i);
	return end > 0 && state(hit, i, end, bounds_delivery(tokens, i, end));
}

/* "by 31 March", "before the start of term". */
static bool
read_deadline(
	const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	size_t end;

	if (!cnd_token_reads_any(tokens, i,
		    "by|before|until|from|no|not|in|during|over|"
		    "prior|at|for|with|to|ahead|through|within|"
		    "on|after|into") ||
		is_source(tokens, i))
		return false;
	end = deadline_end(tokens, i);
	return end > 0 &&
		state(hit, i, end,
			cnd_token_reads_any(
				tokens, i, "by|before|no|not|until"));
}

/* "On completion", "once it is signed": when something has happened. */
static bool
read_event(const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	bool is_opening = cnd_token_flag(tokens, i, CND_TOKEN_FIRST) &&
		cnd_token_reads_any(tokens, i, "once|after|upon|pending");

	return (is_opening || is_trigger(tokens, i) ||
		       (cnd_token_reads_any(
				tokens, i, "on|upon|after|following|at") &&
			       is_event(tokens, i))) &&
		state(hit, i, i + 3, false);
}

/* "when it next meets", "starting in May", "a month later". */
static bool
read_turn(const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	size_t end;

	if (is_next_time(tokens, i))
		return state(hit, i, i + 4, true);
	end = start_end(tokens, i);
	if (end > 0)
		return state(hit, i, end, true);
	end = later_end(tokens, i);
	return end > 0 && state(hit, i, end, false);
}

/* "Before opening it, …": bounds the act, unless a gerund stands between. */
static bool
read_before(const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	bool is_before =
		(cnd_token_reads(tokens, i, "before") &&
			cnd_token_is(tokens, i, CND_CLASS_SOON, 0) == 0) ||
		(cnd_token_reads(tokens, i, "prior") &&
			cnd_token_reads(tokens, i + 1, "to"));

	return is_before &&
		(cnd_token_flag(tokens, i, CND_TOKEN_FIRST) ||
			(i > 1 && cnd_token_reads(tokens, i - 1, ",") &&
				cnd_token_has(
					tokens, i - 2, CND_CLASS_MODAL)) ||
			!follows_gerund(tokens, i)) &&
		state(hit, i, i + 3, false);
}

/* "as soon as the lease is signed", "as quickly as resources allow". */
static bool
read_as_soon(
	const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	if (!cnd_token_reads_any(tokens, i, "as") ||
		!cnd_token_reads_any(tokens, i + 1,
			"soon|quickly|early|fast|speedily|swiftly") ||
		!cnd_token_reads_any(tokens, i + 2, "as"))
		return false;
	if (!is_when_able(tokens, i + 3))
		return cnd_token_reads(tokens, i + 1, "soon") &&
			state(hit, i, i + 5, false);
	*hit = make_hit(CND_VALUE_VAGUE, i, i + 5, false);
	return true;
}

/* Words of a list that say when, or only seem to. */
static bool
read_listed(const struct cnd_tokens *tokens, size_t i, enum cnd_class listed,
	struct cnd_time_hit *hit)
{
	size_t length = cnd_token_is(tokens, i, listed, 0);
	bool is_stated =
		listed == CND_CLASS_NOW || listed == CND_CLASS_RECURRING;

	*hit = make_hit(is_stated ? CND_VALUE_STATED : CND_VALUE_VAGUE, i,
		i + length, false);
	return length > 0;
}

/* "this term"; or "soon", "in due course". */
static bool
read_present(
	const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	size_t length = present_length(tokens, i);

	return length > 0 ? state(hit, i, i + length, false)
			  : read_listed(tokens, i, CND_CLASS_SOON, hit);
}

static bool
read_now(const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	return read_listed(tokens, i, CND_CLASS_NOW, hit);
}

/* "every quarter", "at each meeting"; or "from time to time". */
static bool
read_recurring(
	const struct cnd_tokens *tokens, size_t i, struct cnd_time_hit *hit)
{
	size_t end = recurring_end(tokens, i);

	if (end > 0)
		return state(hit, i, end, false);
	return (read_listed(tokens, i, CND_CLASS_RECURRING, hit) &&
		       is_of_occasion(tokens, i)) ||
		read_listed(tokens, i, CND_CLASS_NOW_AND_THEN, hit);
}

/* Tried in this order: what is bounded before what only recurs. */
static reader *const readers[] = { read_period, read_deadline, read_event,
	read_turn, read_before, read_present, read_as_soon, read_now,
	read_recurring };

/* The expression of time that opens at token i, if any. */
struct cnd_time_hit
cnd_time_hit_at(const struct cnd_tokens *tokens, size_t i)
{
	struct cnd_time_hit hit;

	for (size_t k = 0; k < sizeof(readers) / sizeof(readers[0]); k++)
		if (readers[k](tokens, i, &hit))
			return hit;
	return make_hit(CND_VALUE_NONE, i, i + 1, false);
}
