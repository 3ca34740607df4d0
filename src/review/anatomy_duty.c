/*
 * How a sentence directs: adverbials in front, then a subject with a modal,
 * a bare verb, or neither.
 */
#include "review/anatomy_clause.h"

enum { ASIDE_WORDS = 14 }; /* between commas in front of "to" */

static bool
is_word(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_flag(tokens, i, CND_TOKEN_WORD);
}

/* The "that" of "is of the opinion that", "believes that". */
static bool
opens_opinion(const struct cnd_tokens *tokens, size_t i)
{
	static const char *const words[] = { "opinion", "view", "belief",
		"conclusion", "considers", "consider", "believes", "believe",
		"concludes", "conclude", "finds", "find", "feels", "thinks",
		"think", "advises", "proposes", "clear", "essential", "me",
		"us", "seems", "appears", "right", "satisfied", "persuaded",
		"felt", "agreed", "thought", "decided" };

	if (i == 0 || !cnd_token_reads(tokens, i, "that"))
		return false;
	for (size_t w = 0; w < sizeof(words) / sizeof(words[0]); w++) {
		if (cnd_token_reads(tokens, i - 1, words[w]))
			return true;
	}
	return false;
}

/* "staff to be told that they must": a verb, then "that". */
static bool
opens_complement(const struct cnd_tokens *tokens, size_t from, size_t i)
{
	if (!cnd_token_reads(tokens, i, "that") || opens_opinion(tokens, i))
		return false;
	for (size_t k = from; k < i; k++) {
		if (cnd_token_reads(tokens, k, "be") ||
			cnd_token_reads(tokens, k, "to"))
			return true;
	}
	return false;
}

/* "which it is required to make": the modal of an aside. */
static bool
is_in_relative(const struct cnd_tokens *tokens, size_t i, size_t from)
{
	/* "a therapist whose caseload shall be" */
	if (i > from + 2 && cnd_token_reads(tokens, i - 2, "whose"))
		return true;
	if (cnd_token_reads(tokens, i, "should") ||
		cnd_token_reads(tokens, i, "must") ||
		cnd_token_reads(tokens, i, "shall"))
		return false;
	for (size_t k = i; k > from && k + 4 > i; k--) {
		if (k < i && cnd_token_forms(tokens, k, CND_VERB_CLASSES) != 0)
			return false;
		if (cnd_token_has(tokens, k - 1, CND_CLASS_RELATIVE))
			return true;
	}
	return false;
}

static bool
is_article(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_has(tokens, i, CND_CLASS_DETERMINER) ||
		cnd_token_has(tokens, i, CND_CLASS_INDEFINITE);
}

/* "the need to", "recognises the pressing need to". */
static bool
is_noun_of_need(const struct cnd_tokens *tokens, size_t i, size_t from)
{
	if (cnd_token_is(tokens, i, CND_CLASS_MODAL, 0) < 2)
		return false;
	if (is_article(tokens, i - 1))
		return true;
	return cnd_token_reads(tokens, i, "need") && i > from + 2 &&
		is_article(tokens, i - 2) &&
		tokens->items[i - 1].classes == 0 &&
		!cnd_token_flag(tokens, i - 1, CND_TOKEN_CAPITAL) &&
		!cnd_str_ends_with(tokens->items[i - 1].text, CND_STR("s")) &&
		cnd_token_forms(tokens, i - 3, CND_VERB_CLASSES) != 0;
}

/* A modal of duty that belongs to the sentence, not to "who may". */
static bool
is_main_modal(const struct cnd_tokens *tokens, size_t i, size_t from)
{
	if (!cnd_token_has(tokens, i, CND_CLASS_MODAL))
		return false;
	if (cnd_token_has(tokens, i, CND_CLASS_MONTH) &&
		cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL))
		return false;
	if (is_in_relative(tokens, i, from))
		return false;
	if (i == from)
		return cnd_token_reads(tokens, i, "should") ||
			cnd_token_reads(tokens, i, "must");
	if (cnd_token_has(tokens, i - 1, CND_CLASS_RELATIVE) ||
		cnd_token_reads(tokens, i - 1, "that"))
		return false;
	if (is_noun_of_need(tokens, i, from))
		return false;
	if (cnd_token_reads(tokens, i, "will") ||
		cnd_token_reads(tokens, i, "would") ||
		cnd_token_reads(tokens, i, "could") ||
		cnd_token_reads(tokens, i, "may"))
		return !cnd_token_reads(tokens, i - 1, "this") &&
			!cnd_token_reads(tokens, i - 1, "it") &&
			!cnd_token_reads(tokens, from, "this") &&
			!cnd_token_reads(tokens, from, "how");
	return true;
}

/* "The practice where she was known should": behind the clause. */
static size_t
find_modal_behind(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	enum { WORDS = 16 };
	bool is_below = false;

	if (!is_article(tokens, from))
		return CND_NOT_FOUND;
	for (size_t i = from + 1; i < end && i < from + WORDS; i++) {
		if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			break;
		if (cnd_token_reads_any(tokens, i, "where|whose|which|who"))
			is_below = true;
		if (is_below && cnd_token_reads_any(tokens, i, "should|must"))
			return cnd_token_flag(
				       tokens, i - 1, CND_TOKEN_CAPITAL) ||
					cnd_str_ends_with(
						tokens->items[i - 1].text,
						CND_STR("ed"))
				? i
				: CND_NOT_FOUND;
	}
	return CND_NOT_FOUND;
}

/* Inside a clause that a relative or "what" opened, before its verb. */
static size_t
find_modal(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	bool is_below = false;

	for (size_t i = from; i < end; i++) {
		if ((cnd_token_flag(tokens, i, CND_TOKEN_BREAK) &&
			    !cnd_token_is_mark(tokens, i, ':')) ||
			cnd_token_has(tokens, i, CND_CLASS_OPENER))
			return CND_NOT_FOUND;
		if (i > from && cnd_token_has(tokens, i, CND_CLASS_ENSURE))
			return CND_NOT_FOUND;
		if (i > from &&
			(cnd_token_reads(tokens, i, "when") ||
				cnd_token_reads(tokens, i, "where") ||
				cnd_token_reads(tokens, i, "if") ||
				opens_complement(tokens, from, i) ||
				cnd_token_reads(tokens, i, "whether") ||
				cnd_token_reads(tokens, i, "how") ||
				cnd_token_reads(tokens, i, "what")))
			is_below = true;
		if (cnd_token_is_mark(tokens, i, ','))
			is_below = false;
		if (!is_below && is_main_modal(tokens, i, from))
			return i;
	}
	return CND_NOT_FOUND;
}

/* "The Trust, to ring …", "Two questions, one of them new, to go …". */
static bool
leads_to(const struct cnd_tokens *tokens, size_t comma, size_t end)
{
	for (size_t i = comma; i + 1 < end && i < comma + ASIDE_WORDS; i++) {
		if (cnd_token_is_mark(tokens, i, ',') &&
			cnd_token_reads(tokens, i + 1, "to"))
			return true;
		if (cnd_token_has(tokens, i, CND_CLASS_MODAL) ||
			cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			return false;
	}
	return false;
}

/* "Arden Police, Arden Council and Mere Council to …": names in a row. */
static bool
is_among_names(const struct cnd_tokens *tokens, size_t comma)
{
	return comma > 0 &&
		cnd_token_flag(tokens, comma - 1, CND_TOKEN_CAPITAL) &&
		(cnd_token_flag(tokens, comma + 1, CND_TOKEN_CAPITAL) ||
			(cnd_token_has(
				 tokens, comma + 1, CND_CLASS_DETERMINER) &&
				cnd_token_flag(
					tokens, comma + 2, CND_TOKEN_CAPITAL)));
}

/* "to colour the labels": what else would stand there? */
static bool
is_unknown_verb(const struct cnd_tokens *tokens, size_t at)
{
	return is_word(tokens, at) && tokens->items[at].classes == 0 &&
		!cnd_token_flag(tokens, at, CND_TOKEN_CAPITAL) &&
		is_article(tokens, at + 1);
}

/* "Officers to be reminded": where "to" stands. */
static size_t
find_to_verb(const struct cnd_tokens *tokens, size_t from, size_t end,
	bool is_framed)
{
	for (size_t i = from + 1; i < end; i++) {
		size_t verb = i + 1;

		if ((cnd_token_is_mark(tokens, i, ',') && !is_framed &&
			    !is_among_names(tokens, i) &&
			    !leads_to(tokens, i, end)) ||
			cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			return CND_NOT_FOUND;
		if (!cnd_token_reads(tokens, i, "to"))
			continue;
		if (cnd_token_is_adverb(tokens, verb))
			verb++;
		if (cnd_token_reads(tokens, verb, "be") ||
			is_unknown_verb(tokens, verb) ||
			(cnd_token_forms(tokens, verb, CND_VERB_CLASSES) &
				CND_FORM_BASE))
			return i;
	}
	return CND_NOT_FOUND;
}

/* "Agencies to share", "plans to be written"; not "the recording to show". */
static bool
can_be_told(
	const struct cnd_tokens *tokens, size_t from, size_t to, bool is_framed)
{
	if (cnd_token_reads(tokens, to + 1, "be") ||
		cnd_token_reads(tokens, to + 1, "have") ||
		cnd_token_has(tokens, from, CND_CLASS_NUMBER) ||
		cnd_token_flag(tokens, from, CND_TOKEN_NUMBER))
		return true;
	for (size_t i = from; i < to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_ACTOR) ||
			cnd_token_has(tokens, i, CND_CLASS_BODY) ||
			cnd_token_has(tokens, i, CND_CLASS_POST) ||
			cnd_token_has(tokens, i, CND_CLASS_PERSON) ||
			cnd_token_flag(tokens, i, CND_TOKEN_ACRONYM) ||
			cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL))
			return is_framed ||
				!cnd_token_reads(tokens, from, "the") ||
				!cnd_token_reads(tokens, from + 2, "of");
	}
	return false;
}

/* "Managers do not always read": said of what is, if not of where or when. */
static bool
is_statement_at(const struct cnd_tokens *tokens, size_t from, size_t at)
{
	if (!cnd_token_reads_any(tokens, at, "do|does|did"))
		return false;
	for (size_t i = from; i < at; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE) ||
			cnd_token_reads_any(tokens, i,
				"where|when|if|unless|that|who|what|whether"))
			return false;
	}
	return true;
}

/* The first finite verb of a clause that has no modal. */
static size_t
find_finite(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	bool is_below = false;

	for (size_t i = from + 1; i < end; i++) {
		if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK) ||
			cnd_token_has(tokens, i, CND_CLASS_OPENER))
			return CND_NOT_FOUND;
		if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE)) {
			if (cnd_token_is_mark(tokens, i - 1, ','))
				return CND_NOT_FOUND;
			is_below = true;
		}
		if (cnd_token_reads(tokens, i, "be") && !is_below)
			return i;
		if (cnd_token_has(tokens, i, CND_CLASS_BE) && !is_below)
			return CND_NOT_FOUND;
		if (is_statement_at(tokens, from, i))
			return CND_NOT_FOUND;
		if (!cnd_is_finite(tokens, i))
			continue;
		if (!is_below)
			return i;
		is_below = false;
	}
	return CND_NOT_FOUND;
}

/* The first verb in the past: what one would wish. */
static size_t
find_past(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from + 1; i < end && i < from + 12; i++) {
		if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			break;
		if (cnd_token_forms(tokens, i, CND_VERB_CLASSES) &
			CND_FORM_PAST)
			return i;
	}
	return CND_NOT_FOUND;
}

/* "The panel is of the view that X": X. */
static size_t
behind_opinion(const struct cnd_tokens *tokens, size_t from, size_t verb)
{
	for (size_t i = from + 1; i < verb; i++) {
		if (opens_opinion(tokens, i))
			return i + 1;
	}
	return from;
}

/* "The Productivity Commission undertake a review": one body, no -s. */
static bool
is_subjunctive(const struct cnd_tokens *tokens, const struct cnd_duty *duty)
{
	size_t head = duty->verb - 1;

	return duty->verb > duty->subject.from + 1 &&
		cnd_token_reads(tokens, duty->subject.from, "the") &&
		cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
		cnd_token_has(tokens, head, CND_CLASS_BODY) &&
		!cnd_str_ends_with(tokens->items[head].text, CND_STR("s")) &&
		(cnd_token_forms(tokens, duty->verb, CND_VERB_CLASSES) &
			CND_FORM_BASE);
}

/* "will", "could", a finite verb: tells unless it is all there is. */
static bool
is_weak_verb(const struct cnd_tokens *tokens, const struct cnd_duty *duty)
{
	if (duty->frame.to > duty->frame.from || duty->is_that ||
		cnd_token_has(tokens, duty->subject.from, CND_CLASS_PRONOUN) ||
		is_subjunctive(tokens, duty))
		return false;
	return !cnd_token_has(tokens, duty->verb, CND_CLASS_MODAL) ||
		(cnd_token_has(tokens, duty->verb, CND_CLASS_BE) &&
			cnd_token_reads(tokens, duty->verb + 1, "to")) ||
		cnd_token_reads(tokens, duty->verb, "could") ||
		cnd_token_reads(tokens, duty->verb, "would") ||
		cnd_token_reads(tokens, duty->verb, "will") ||
		cnd_token_reads(tokens, duty->verb, "may");
}

static void
set_subject(const struct cnd_tokens *tokens, struct cnd_duty *duty, size_t from,
	size_t verb)
{
	from = behind_opinion(tokens, from, verb);
	duty->kind = CND_DUTY_SUBJECT;
	duty->subject = (struct cnd_range){ (uint32_t)from, (uint32_t)verb };
	duty->verb = (uint32_t)verb;
	duty->is_weak = is_weak_verb(tokens, duty);
}

/* Where the noun phrase right before a modal begins. */
static size_t
subject_before(const struct cnd_tokens *tokens, size_t from, size_t modal)
{
	size_t i = modal;

	while (i > from && is_word(tokens, i - 1) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE)) {
		if (i < modal && cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			!cnd_token_flag(tokens, i - 1, CND_TOKEN_CAPITAL))
			return i;
		i--;
	}
	if (i > from && !cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION))
		i--;
	return i;
}

/*
 * "To ensure a, b and c, the Board should": the subject stands behind the
 * last comma when an adverbial with commas of its own went before.
 */
static size_t
behind_list(const struct cnd_tokens *tokens, const struct cnd_duty *duty,
	size_t at, size_t modal)
{
	size_t comma = modal;

	if (duty->lead.to <= duty->lead.from)
		return at;
	while (comma > at && !cnd_token_is_mark(tokens, comma - 1, ','))
		comma--;
	if (comma == at || comma == modal ||
		cnd_token_has(tokens, comma, CND_CLASS_CONJUNCTION) ||
		cnd_opens_adverbial(tokens, comma))
		return at;
	return comma;
}

/* "that the Director acquaint all staff": a verb we do not know. */
static size_t
find_unknown_verb(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from + 1; i + 1 < end && i < from + 16; i++) {
		bool is_noun = cnd_token_has(tokens, i - 1, CND_CLASS_BODY) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_POST) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_ACTOR) ||
			cnd_token_flag(tokens, i - 1,
				CND_TOKEN_ACRONYM | CND_TOKEN_CAPITAL);

		if (cnd_token_is_mark(tokens, i, ','))
			break;
		if (is_noun && is_word(tokens, i) &&
			!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			!cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) &&
			!cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION) &&
			!cnd_token_has(tokens, i, CND_CLASS_BE) &&
			tokens->items[i].classes == 0 &&
			(cnd_opens_object(tokens, i + 1) ||
				cnd_token_reads(tokens, i + 1, "to")))
			return i;
	}
	return CND_NOT_FOUND;
}

/* "that each hospital in the region keep a bed": no -s, and no "to". */
static size_t
find_subjunctive(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from + 1; i + 1 < end && i < from + 16; i++) {
		if (cnd_token_is_mark(tokens, i, ',') ||
			cnd_token_has(tokens, i, CND_CLASS_RELATIVE))
			break;
		if ((cnd_token_forms(tokens, i, CND_VERB_CLASSES) &
			    CND_FORM_BASE) &&
			!cnd_is_noun_like(tokens, i) &&
			!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			cnd_opens_object(tokens, i + 1) &&
			!cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) &&
			!cnd_token_has(tokens, i - 1, CND_CLASS_PREPOSITION) &&
			!cnd_token_reads(tokens, i - 1, "to"))
			return i;
	}
	return CND_NOT_FOUND;
}

/*
 * "that Tarn Ferries review clause 9", "that Tarn Ferries, in all its plans,
 * consider": the bare verb right behind a name, or behind its aside.
 */
static size_t
find_told_name(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	size_t commas = 0;

	for (size_t i = from + 1; i + 1 < end && i < from + 24; i++) {
		bool is_behind_name =
			cnd_token_flag(tokens, i - 1, CND_TOKEN_CAPITAL) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_BODY) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_POST);

		commas += cnd_token_is_mark(tokens, i, ',');
		if (((is_behind_name && commas == 0) ||
			    (commas == 2 &&
				    cnd_token_is_mark(tokens, i - 1, ','))) &&
			!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			(cnd_token_forms(tokens, i, CND_VERB_CLASSES) &
				CND_FORM_BASE))
			return i;
	}
	return CND_NOT_FOUND;
}

/* Subject and verb, or a verb, or neither, from token `at` on. */
static void
find_core(const struct cnd_tokens *tokens, size_t at, struct cnd_duty *duty)
{
	size_t end = duty->sentence.to;
	size_t modal = find_modal(tokens, at, end);
	bool is_framed = duty->frame.to > duty->frame.from;
	/* "recommends close monitoring": no verb follows. */
	bool is_noun_frame = is_framed && at == duty->frame.to && at > 0 &&
		cnd_token_has(tokens, at - 1, CND_CLASS_RECOMMEND);
	size_t verb;
	size_t finite;
	size_t unknown;

	duty->verb = (uint32_t)at;
	if (modal == CND_NOT_FOUND)
		modal = find_modal_behind(tokens, at, end);
	/* "Better links with the police": a wish, and no verb in it */
	if (modal == CND_NOT_FOUND &&
		cnd_token_reads_any(tokens, at,
			"better|more|fewer|less|closer|stronger|greater|"
			"clearer") &&
		!cnd_token_has(tokens, at + 1, CND_CLASS_DETERMINER))
		return;
	if (!is_noun_frame &&
		cnd_is_imperative(tokens, at, modal != CND_NOT_FOUND)) {
		duty->kind = CND_DUTY_IMPERATIVE;
		return;
	}
	if (modal != CND_NOT_FOUND) {
		set_subject(tokens, duty,
			cnd_opens_adverbial(tokens, at)
				? subject_before(tokens, at, modal)
				: behind_list(tokens, duty, at, modal),
			modal);
		duty->lead.to = duty->subject.from;
		return;
	}
	if ((is_framed || cnd_is_bare_gerund(tokens, at, end)) &&
		(cnd_token_forms(tokens, at, CND_VERB_CLASSES) &
			CND_FORM_ING)) {
		duty->kind = CND_DUTY_IMPERATIVE;
		duty->is_gerund = true;
		return;
	}
	verb = find_to_verb(tokens, at, end, is_framed);
	if (verb != CND_NOT_FOUND && !can_be_told(tokens, at, verb, is_framed))
		verb = CND_NOT_FOUND;
	finite = find_finite(tokens, at, end);
	if (finite < verb)
		verb = finite;
	if (is_framed || duty->is_that) {
		unknown = find_unknown_verb(tokens, at, end);
		if (unknown < verb)
			verb = unknown;
		unknown = find_subjunctive(tokens, at, end);
		if (unknown < verb)
			verb = unknown;
	}
	if (verb == CND_NOT_FOUND && (is_framed || duty->is_that) &&
		!is_noun_frame)
		verb = find_told_name(tokens, at, end);
	/* "if the police recorded the name" */
	if (verb == CND_NOT_FOUND && is_framed && at > 0 &&
		cnd_token_reads(tokens, at - 1, "if"))
		verb = find_past(tokens, at, end);
	if (verb != CND_NOT_FOUND)
		set_subject(tokens, duty, at, verb);
}

struct cnd_duty
cnd_duty_of(const struct cnd_tokens *tokens, struct cnd_range sentence)
{
	struct cnd_duty duty = { .sentence = sentence };
	size_t at;

	at = cnd_skip_opening(tokens, &duty);
	if (cnd_is_bare_infinitive(tokens, at, sentence.to))
		at++;
	duty.lead.from = (uint32_t)at;
	at = cnd_skip_lead(tokens, at, sentence.to);
	duty.lead.to = (uint32_t)at;
	find_core(tokens, at, &duty);
	return duty;
}
