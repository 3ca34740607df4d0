/*
 * What stands before the telling itself: labels, the reviewer's frame ("the
 * Committee recommends that"), and who is addressed before a colon.
 */
#include "review/anatomy_clause.h"

/* Tokens searched for a frame: dates and reasons may stand before it. */
enum { FRAME_REACH = 48 };

/* "a)", "iii.": letters that number. */
static bool
is_enumerator(const struct cnd_tokens *tokens, size_t at)
{
	struct cnd_str text;

	if (!cnd_token_flag(tokens, at, CND_TOKEN_WORD) ||
		(!cnd_token_is_mark(tokens, at + 1, ')') &&
			!cnd_token_is_mark(tokens, at + 1, '.')))
		return false;
	text = tokens->items[at].text;
	if (text.len == 1)
		return true;
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] != 'i' && text.data[i] != 'v' &&
			text.data[i] != 'x')
			return false;
	}
	return text.len <= 4;
}

/* How many tokens a label at `at` takes: "(a)", "1.", a bullet, a dash. */
static size_t
label_length(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	bool is_number = cnd_token_flag(tokens, at, CND_TOKEN_NUMBER);

	if (cnd_token_is_mark(tokens, at, '(') && at + 2 < end &&
		cnd_token_is_mark(tokens, at + 2, ')') &&
		tokens->items[at + 1].text.len <= 4)
		return 3;
	if (is_enumerator(tokens, at) ||
		(is_number &&
			(cnd_token_is_mark(tokens, at + 1, '.') ||
				cnd_token_is_mark(tokens, at + 1, ')'))))
		return 2;
	return is_number || cnd_token_flag(tokens, at, CND_TOKEN_WORD) ? 0 : 1;
}

size_t
cnd_skip_label(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	while (at < end) {
		size_t length = label_length(tokens, at, end);

		if (length == 0)
			break;
		at += length;
	}
	return at;
}

/* "would recommend" is a frame, "should recommend" is an act. */
static bool
follows_duty(const struct cnd_tokens *tokens, size_t from, size_t at)
{
	/* "say which approach they propose to take": theirs. "when called
	 * upon to do so": by whoever calls. */
	if (at > from &&
		cnd_token_reads_any(tokens, at - 1,
			"they|you|who|which|when|if|where|unless"))
		return true;
	/* "To ensure safety, the Commission recommends": a reason first. */
	for (size_t i = from; i + 1 < at; i++) {
		if (cnd_token_is_mark(tokens, i, ','))
			from = i + 1;
	}
	for (size_t i = from; i < at; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_MODAL) &&
			!cnd_token_reads(tokens, i, "would") &&
			!cnd_token_reads(tokens, i, "may") &&
			!cnd_token_reads(tokens, i, "will"))
			return true;
		if (cnd_token_has(tokens, i, CND_CLASS_ENSURE))
			return true;
	}
	return false;
}

/* Behind "recommends": adverbs, marks, "that". */
static size_t
behind_frame(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	while (at < end) {
		size_t next = cnd_skip_label(tokens, at, end);

		if (cnd_token_is_adverb(tokens, next) &&
			!cnd_token_reads(tokens, next, "to"))
			next++;
		else if (cnd_token_reads(tokens, next, "that"))
			return cnd_skip_label(tokens, next + 1, end);
		if (next == at)
			break;
		at = next;
	}
	return at;
}

/* "recommends to the Director that he …": the range of the Director. */
static struct cnd_range
find_addressee(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	size_t from;

	/* "recommends the following to the Minister:" */
	for (size_t i = at; i < at + 6 && i < end; i++) {
		bool is_someone =
			cnd_token_has(tokens, i + 1, CND_CLASS_DETERMINER) ||
			cnd_token_flag(tokens, i + 1, CND_TOKEN_CAPITAL);

		if (cnd_token_reads(tokens, i, "to") && is_someone)
			at = i;
		if ((at == i && is_someone) ||
			cnd_token_reads(tokens, i, "that") ||
			cnd_token_is_mark(tokens, i, ':'))
			break;
	}
	from = at + 1;
	if (!cnd_token_reads(tokens, at, "to"))
		return (struct cnd_range){ 0, 0 };
	for (size_t i = from; i < end && i < from + 24; i++) {
		if (cnd_token_reads(tokens, i, "that") ||
			cnd_token_is_mark(tokens, i, ':'))
			return (struct cnd_range){ (uint32_t)from,
				(uint32_t)i };
	}
	return (struct cnd_range){ 0, 0 };
}

/* "The Agency is recommended to amend": the Agency is the subject. */
static bool
is_modal_use(const struct cnd_tokens *tokens, size_t i)
{
	return i > 0 && cnd_token_has(tokens, i - 1, CND_CLASS_BE) &&
		cnd_token_reads(tokens, i + 1, "to") &&
		!cnd_token_has(tokens, i + 2, CND_CLASS_DETERMINER) &&
		!cnd_token_flag(tokens, i + 2, CND_TOKEN_CAPITAL);
}

/* "…, and I so recommend.": nothing follows it. */
static bool
closes(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	while (at < end &&
		!cnd_token_flag(tokens, at, CND_TOKEN_WORD | CND_TOKEN_NUMBER))
		at++;
	return at >= end;
}

/* "requests that", "asked that": what follows is asked for. */
static bool
is_asking_that(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		       "request|requests|requested|ask|asks|asked") &&
		cnd_token_reads(tokens, i + 1, "that");
}

/* "the proposed design", "its call for evidence". */
static bool
names_thing(const struct cnd_tokens *tokens, size_t from, size_t i)
{
	return i > from &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE) ||
			cnd_token_flag(tokens, i - 1, CND_TOKEN_POSSESSIVE) ||
			cnd_token_reads_any(
				tokens, i - 1, "its|their|our|his|her"));
}

static bool
find_frame(const struct cnd_tokens *tokens, struct cnd_duty *duty)
{
	size_t from = duty->sentence.from;
	size_t end = duty->sentence.to;
	size_t limit = end < from + FRAME_REACH ? end : from + FRAME_REACH;

	for (size_t i = from; i < limit; i++) {
		bool is_urge = cnd_token_has(tokens, i, CND_CLASS_URGE);
		size_t length;

		if (!is_urge &&
			!cnd_token_has(tokens, i, CND_CLASS_RECOMMEND) &&
			!is_asking_that(tokens, i))
			continue;
		if (names_thing(tokens, from, i))
			continue;
		if (follows_duty(tokens, from, i))
			return false;
		if (is_modal_use(tokens, i))
			return false;
		length = is_asking_that(tokens, i)
			? 1
			: cnd_token_is(tokens, i,
				  is_urge ? CND_CLASS_URGE
					  : CND_CLASS_RECOMMEND,
				  0);
		if (closes(tokens, i + length, end))
			return false;
		duty->addressee = find_addressee(tokens, i + length, end);
		i = duty->addressee.to > 0 ? duty->addressee.to : i + length;
		duty->frame.from = (uint32_t)from;
		duty->frame.to = (uint32_t)behind_frame(tokens, i, end);
		return true;
	}
	return false;
}

/* The reviewer speaks: "we", "the panel". */
static bool
is_reviewer(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_reads_any(tokens, i,
		"i|we|review|panel|inquiry|investigation|reviewer|reviewers|"
		"author|investigators|report");
}

/* "we invite", "the panel would like": behind it the one who is asked. */
static size_t
behind_asking(const struct cnd_tokens *tokens, size_t from, size_t i)
{
	(void)from;
	i++;
	while (cnd_token_is_adverb(tokens, i) ||
		cnd_token_reads_any(tokens, i, "would|should|do"))
		i++;
	if (cnd_token_reads_any(tokens, i, "like|wish|want") &&
		cnd_token_reads(tokens, i + 1, "to"))
		i += 2;
	if (cnd_token_reads_any(tokens, i, "look|looks|turn|turns") &&
		cnd_token_reads(tokens, i + 1, "to"))
		return i + 2;
	return cnd_token_reads_any(tokens, i,
		       "ask|asks|invite|invites|want|wants|like|wish|expect|"
		       "expects|trust|press|require|requires|request|"
		       "requests|advise|advises|encourage|encourages|"
		       "challenge|challenges")
		? i + 1
		: 0;
}

/* "it falls to", "the onus is on", "it would help if", or 0. */
static size_t
behind_impersonal(const struct cnd_tokens *tokens, size_t i, size_t end)
{
	bool is_it = cnd_token_reads(tokens, i, "it");
	bool is_would = false;

	if (!is_it &&
		!cnd_token_reads_any(
			tokens, i, "onus|burden|responsibility|duty"))
		return 0;
	for (size_t k = i + 1; k < end && k < i + 7; k++) {
		is_would |=
			cnd_token_reads_any(tokens, k, "would|might|may|could");
		if (is_it && is_would &&
			cnd_token_reads_any(tokens, k, "if|for"))
			return k + 1;
		if (cnd_token_reads_any(tokens, k, "to|on|upon|with|for"))
			return (cnd_token_reads_any(tokens, k - 1,
				       "falls|fall|is|rests|lies|sits|now|"
				       "therefore|squarely|clearly")) &&
					!cnd_token_forms(
						tokens, k + 1, CND_VERB_CLASSES)
				? k + 1
				: 0;
	}
	return 0;
}

/* Somebody, then "to" and what is asked. */
static bool
is_asked_to(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from + 1; i + 1 < end && i < from + 24; i++) {
		if (cnd_token_reads(tokens, i, "to") ||
			cnd_token_reads(tokens, i, "were"))
			return true;
		if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
			return false;
	}
	return false;
}

/* "We look to the Trust to write", "It falls to the Board to ask". */
static bool
find_asking(const struct cnd_tokens *tokens, struct cnd_duty *duty)
{
	size_t from = duty->sentence.from;
	size_t end = duty->sentence.to;
	size_t limit = end < from + FRAME_REACH ? end : from + FRAME_REACH;

	for (size_t i = from; i < limit; i++) {
		size_t at = is_reviewer(tokens, i)
			? behind_asking(tokens, i, i)
			: behind_impersonal(tokens, i, end);

		if (cnd_token_has(tokens, i, CND_CLASS_MODAL))
			return false;
		if (at == 0 ||
			(!cnd_token_reads(tokens, at - 1, "if") &&
				!is_asked_to(tokens, at, end)))
			continue;
		duty->frame =
			(struct cnd_range){ (uint32_t)from, (uint32_t)at };
		return true;
	}
	return false;
}

/* "addressed to the same council: have …", "to everyone: be kind". */
static bool
find_addressed(const struct cnd_tokens *tokens, size_t i, size_t end,
	struct cnd_duty *duty)
{
	size_t to;

	if (cnd_token_reads_any(tokens, i, "addressed|directed|meant"))
		i++;
	if (!cnd_token_reads_any(tokens, i, "to|for|at"))
		return false;
	for (to = i + 1; to < end && to < i + 14; to++) {
		if (!cnd_token_is_mark(tokens, to, ':'))
			continue;
		duty->addressee =
			(struct cnd_range){ (uint32_t)i + 1, (uint32_t)to };
		duty->frame.to = (uint32_t)to + 1;
		return true;
	}
	return false;
}

/* "Recommendation 1 is therefore that X create", "our third suggestion is
 * that …", "Recommendation 6 is addressed to X: have …". */
static bool
find_named(const struct cnd_tokens *tokens, struct cnd_duty *duty)
{
	size_t end = duty->sentence.to;
	size_t i = duty->sentence.from;

	while (i < end && i < duty->sentence.from + 8 &&
		!cnd_token_reads_any(tokens, i,
			"recommendation|suggestion|proposal|request"))
		i++;
	if (!cnd_token_reads_any(
		    tokens, i, "recommendation|suggestion|proposal|request"))
		return false;
	i++;
	if (cnd_token_flag(tokens, i, CND_TOKEN_NUMBER))
		i++;
	if (!cnd_token_reads_any(tokens, i, "is|would"))
		return false;
	i++;
	while (cnd_token_is_adverb(tokens, i) ||
		cnd_token_reads_any(tokens, i, "be|therefore|then|thus"))
		i++;
	duty->frame.from = duty->sentence.from;
	duty->frame.to = (uint32_t)i + 1;
	if (cnd_token_reads(tokens, i, "that") ||
		find_addressed(tokens, i, end, duty))
		return true;
	duty->frame = (struct cnd_range){ 0, 0 };
	return false;
}

/* "Our advice to the Trust is to write": the Trust is to. */
static bool
find_advice(const struct cnd_tokens *tokens, struct cnd_duty *duty)
{
	size_t from = duty->sentence.from;
	size_t end = duty->sentence.to;
	size_t to;

	if (!cnd_token_reads_any(tokens, from, "our|my"))
		return false;
	for (to = from + 1; to < end && to < from + 4; to++) {
		if (cnd_token_reads_any(tokens, to, "to|for"))
			break;
	}
	if (!cnd_token_reads_any(tokens, to, "to|for"))
		return false;
	for (size_t i = to + 1; i + 1 < end && i < to + 14; i++) {
		if (!cnd_token_reads_any(tokens, i, "is|are") ||
			!cnd_token_reads_any(tokens, i + 1, "to|that"))
			continue;
		duty->addressee =
			(struct cnd_range){ (uint32_t)to + 1, (uint32_t)i };
		duty->frame =
			(struct cnd_range){ (uint32_t)from, (uint32_t)i + 2 };
		return true;
	}
	return false;
}

/* "To the Trust we say this:": the Trust. */
static size_t
before_reviewer(const struct cnd_tokens *tokens, size_t from, size_t end)
{
	for (size_t i = from + 1; i < end; i++) {
		if (cnd_token_reads_any(tokens, i, "we|i"))
			return i;
	}
	return end;
}

/* "To the Agency: require …", "For the Trust to write …". */
static bool
find_address(const struct cnd_tokens *tokens, size_t at, size_t end,
	struct cnd_duty *duty)
{
	bool is_for = cnd_token_reads(tokens, at, "for");
	size_t limit = at + 14 < end ? at + 14 : end;

	if (!is_for && !cnd_token_reads(tokens, at, "to"))
		return false;
	for (size_t i = at + 1; i < limit; i++) {
		if (is_for && cnd_token_reads(tokens, i, "to") &&
			(cnd_token_forms(tokens, i + 1, CND_VERB_CLASSES) &
				CND_FORM_BASE)) {
			duty->frame = (struct cnd_range){ (uint32_t)at,
				(uint32_t)at + 1 };
			return true;
		}
		if (!cnd_token_is_mark(tokens, i, ':') &&
			!cnd_token_is_mark(tokens, i, ','))
			continue;
		if (!cnd_token_is_mark(tokens, i, ':'))
			return false;
		duty->addressee = (struct cnd_range){ (uint32_t)at + 1,
			(uint32_t)before_reviewer(tokens, at + 1, i) };
		duty->frame =
			(struct cnd_range){ (uint32_t)at, (uint32_t)i + 1 };
		return true;
	}
	return false;
}

/* A colon, or a dash between blanks. */
static bool
is_stop(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_is_mark(tokens, i, ':') ||
		cnd_token_is_mark(tokens, i, '-') ||
		cnd_token_reads(tokens, i, "\xE2\x80\x93") ||
		cnd_token_reads(tokens, i, "\xE2\x80\x94");
}

static bool
is_somebody(const struct cnd_tokens *tokens, size_t i)
{
	return cnd_token_has(tokens, i, CND_CLASS_BODY) ||
		cnd_token_has(tokens, i, CND_CLASS_POST) ||
		cnd_token_has(tokens, i, CND_CLASS_ACTOR) ||
		cnd_token_has(tokens, i, CND_CLASS_PERSON);
}

/* "Home Office: publish …": who is to act stands before the colon. */
static bool
find_label(const struct cnd_tokens *tokens, size_t at, size_t end,
	struct cnd_duty *duty)
{
	size_t limit = at + 9 < end ? at + 9 : end;

	for (size_t i = at; i < limit; i++) {
		if (is_stop(tokens, i)) {
			if (i == at ||
				(!cnd_token_flag(
					 tokens, i - 1, CND_TOKEN_CAPITAL) &&
					!is_somebody(tokens, i - 1) &&
					!(i > at + 1 &&
						cnd_token_flag(tokens, i - 2,
							CND_TOKEN_POSSESSIVE))))
				return false;
			duty->addressee =
				(struct cnd_range){ (uint32_t)at, (uint32_t)i };
			duty->frame = (struct cnd_range){ (uint32_t)at,
				(uint32_t)i + 1 };
			return true;
		}
		if (!cnd_token_flag(tokens, i, CND_TOKEN_WORD) ||
			cnd_token_has(tokens, i, CND_CLASS_MODAL) ||
			(i == at &&
				cnd_token_forms(tokens, i, CND_VERB_CLASSES) &
					CND_FORM_BASE &&
				!cnd_is_noun_like(tokens, i)))
			return false;
	}
	return false;
}

/* "Recommendation 3:", "R3 –": the number is no part of the sentence. */
static size_t
skip_heading(const struct cnd_tokens *tokens, size_t at, size_t end)
{
	static const char *const words[] = { "recommendation", "action",
		"recommendations", "issue", "rec" };
	bool is_known = false;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		is_known |= cnd_token_reads(tokens, at, words[i]);
	if (is_known &&
		(cnd_token_reads(tokens, at + 1, "for") ||
			cnd_token_reads(tokens, at + 1, "to")))
		return at + 1;
	if (!is_known || at + 2 >= end ||
		!cnd_token_flag(tokens, at + 1, CND_TOKEN_NUMBER))
		return at;
	if (cnd_token_reads(tokens, at + 2, "for") ||
		cnd_token_reads(tokens, at + 2, "to"))
		return at + 2;
	return cnd_skip_label(tokens, at + 2, end);
}

/* What stands before the telling itself: frame, addressee, "That". */
size_t
cnd_skip_opening(const struct cnd_tokens *tokens, struct cnd_duty *duty)
{
	size_t end = duty->sentence.to;
	size_t at = cnd_skip_label(tokens, duty->sentence.from, end);

	at = skip_heading(tokens, at, end);

	if (find_named(tokens, duty)) {
		at = duty->frame.to;
	} else if (find_frame(tokens, duty)) {
		at = duty->frame.to;
		if (duty->addressee.to == 0 &&
			find_label(tokens, at, end, duty))
			at = duty->frame.to;
	} else if (find_asking(tokens, duty) || find_advice(tokens, duty) ||
		find_address(tokens, at, end, duty) ||
		find_label(tokens, at, end, duty)) {
		at = duty->frame.to;
	} else if (cnd_token_reads(tokens, at, "that")) {
		at++;
		duty->is_that = true;
	}
	/* "that he: reviews …" */
	if (cnd_token_has(tokens, at, CND_CLASS_PRONOUN) &&
		cnd_token_is_mark(tokens, at + 1, ':'))
		at += 2;
	return at;
}
