/*
 * Who is told to act.  The head of the subject decides: a body or a post
 * with an article or a name is named, people and groups in general are
 * generic, things are nobody.
 */
#include "review/anatomy_noun.h"

/* "the local authority's processes": the body whose they are. */
static enum cnd_part_value
possessor(const struct cnd_reading *reading, struct cnd_range range,
	bool is_acted_on, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;

	for (size_t i = range.from; i < range.to; i++) {
		struct cnd_range owner = { range.from, (uint32_t)i + 1 };

		if (!cnd_token_flag(tokens, i, CND_TOKEN_POSSESSIVE))
			continue;
		/* "the operator's system should be audited": by whom? */
		if (is_acted_on && !cnd_token_has(tokens, i, CND_CLASS_BODY))
			break;
		if (cnd_noun_owner(reading, owner, i,
			    cnd_noun_is_institution(tokens, owner, i)
				    ? CND_SUBJECT_ACTS
				    : CND_SUBJECT_ACTED_ON) ==
			CND_VALUE_NAMED) {
			*span = cnd_tokens_span(tokens, owner);
			return CND_VALUE_NAMED;
		}
		break;
	}
	return CND_VALUE_NONE;
}

/* "Anytown Council's officers": a body's own people. */
static bool
of_named_body(const struct cnd_reading *reading, struct cnd_range range,
	struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;

	for (size_t i = range.from; i + 1 < range.to; i++)
		if (cnd_token_flag(tokens, i, CND_TOKEN_POSSESSIVE))
			return cnd_token_has(tokens, i, CND_CLASS_BODY) &&
				possessor(reading, range, false, span) ==
				CND_VALUE_NAMED;
	return false;
}

/* The end of the conjunct that starts at `from`. */
static size_t
conjunct_end(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t depth = 0;

	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_is_mark(tokens, i, '('))
			depth++;
		if (cnd_token_is_mark(tokens, i, ')') && depth > 0)
			depth--;
		if (depth == 0 &&
			(cnd_token_is_mark(tokens, i, ',') ||
				cnd_token_is_mark(tokens, i, '&') ||
				cnd_token_is_mark(tokens, i, '/') ||
				cnd_token_has(
					tokens, i, CND_CLASS_CONJUNCTION)))
			return i;
	}
	return range.to;
}

static size_t
strip_front(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t i = range.from;

	while (i < range.to && !cnd_token_flag(tokens, i, CND_TOKEN_WORD))
		i++;
	/* "each of the partners", "all of these bodies" */
	if (i + 1 < range.to && cnd_token_reads(tokens, i + 1, "of") &&
		(cnd_token_has(tokens, i, CND_CLASS_INDEFINITE) ||
			cnd_token_has(tokens, i, CND_CLASS_DETERMINER) ||
			cnd_token_reads(tokens, i, "one")))
		i += 2;
	return i;
}

/* "agencies that have not written to …": no more of them follow. */
static bool
hangs_on(const struct cnd_tokens *tokens, struct cnd_range range)
{
	for (size_t i = range.from + 1; i < range.to; i++) {
		if ((cnd_token_has(tokens, i, CND_CLASS_RELATIVE) ||
			    cnd_token_reads(tokens, i, "that")) &&
			!cnd_token_is_mark(tokens, i - 1, ','))
			return true;
	}
	return false;
}

/* "Host and placing authorities": half of what they are called. */
static bool
is_half(const struct cnd_tokens *tokens, struct cnd_range part, size_t end)
{
	const uint64_t bodies = CND_CLASS_BIT(CND_CLASS_BODY) |
		CND_CLASS_BIT(CND_CLASS_POST) | CND_CLASS_BIT(CND_CLASS_ACTOR);

	return part.to == part.from + 1 &&
		cnd_token_flag(tokens, part.from, CND_TOKEN_FIRST) &&
		!cnd_token_flag(tokens, part.from, CND_TOKEN_ACRONYM) &&
		(tokens->items[part.from].classes & bodies) == 0 &&
		cnd_token_reads(tokens, end, "and") &&
		!cnd_token_flag(tokens, end + 1, CND_TOKEN_CAPITAL) &&
		!cnd_token_has(tokens, end + 1, CND_CLASS_DETERMINER) &&
		cnd_token_flag(tokens, end + 2, CND_TOKEN_WORD) &&
		cnd_str_ends_with(tokens->items[end + 2].text, CND_STR("s"));
}

/* All conjuncts of a noun phrase: the most definite wins. */
static enum cnd_part_value
value_of_phrase(const struct cnd_reading *reading, struct cnd_range range,
	enum cnd_subject_role role, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	enum cnd_part_value best = CND_VALUE_NONE;
	bool is_below = false; /* inside what hangs on a thing */

	while (range.from < range.to) {
		size_t end = conjunct_end(tokens, range);
		struct cnd_range part = { (uint32_t)strip_front(tokens, range),
			(uint32_t)end };
		size_t head = cnd_noun_head(tokens, part);
		enum cnd_part_value value = CND_VALUE_NONE;

		if (head != CND_NOT_FOUND && !is_below &&
			!is_half(tokens, part, end))
			value = cnd_noun_owner(reading, part, head, role);
		if (value == CND_VALUE_NONE && head != CND_NOT_FOUND &&
			head + 1 < end)
			is_below = true;
		if (value == CND_VALUE_NAMED ||
			(value == CND_VALUE_GENERIC &&
				best == CND_VALUE_NONE)) {
			*span = cnd_tokens_span(tokens,
				(struct cnd_range){
					part.from, (uint32_t)head + 1 });
			best = value;
		}
		if (best == CND_VALUE_NAMED || hangs_on(tokens, part))
			return best;
		range.from = (uint32_t)end + 1;
	}
	return best;
}

enum cnd_part_value
cnd_owner_of_phrase(const struct cnd_reading *reading, struct cnd_range range,
	struct cnd_span *span)
{
	return value_of_phrase(reading, range, CND_SUBJECT_ACTS, span);
}

/* The predicate that stands at a duty's verb. */
static const struct cnd_predicate *
main_predicate(const struct cnd_clauses *clauses, size_t sentence)
{
	for (size_t i = 0; i < clauses->predicate_count; i++) {
		if (clauses->predicates[i].sentence == sentence)
			return &clauses->predicates[i];
	}
	return NULL;
}

/* "should be required to": who is required is to act. */
static bool
is_told(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{

	if (predicate->classes & CND_CLASS_BIT(CND_CLASS_CONTINUE))
		return true;
	/* "told to", "advised that they must"; not "told of the fire" */
	if (cnd_token_reads_any(tokens, predicate->verb.from, "told|advised"))
		return cnd_token_reads_any(
			tokens, predicate->verb.to, "to|that");
	return cnd_token_reads_any(tokens, predicate->verb.from,
		"required|asked|requested|invited|encouraged|expected|obliged|"
		"reminded|instructed|urged|tasked|mandated|directed|empowered|"
		"compelled|advised|told");
}

/* What is done to the subject rather than by it. */
static enum cnd_subject_role
role_of(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	const uint64_t receives =
		CND_CLASS_BIT(CND_CLASS_HAVE) | CND_CLASS_BIT(CND_CLASS_SOFT);

	if (predicate == NULL || is_told(tokens, predicate))
		return CND_SUBJECT_ACTS;
	if (predicate->voice == CND_VOICE_PASSIVE)
		return CND_SUBJECT_ACTED_ON;
	if (predicate->voice == CND_VOICE_COPULA)
		return predicate->classes & CND_CLASS_BIT(CND_CLASS_MIND)
			? CND_SUBJECT_ACTS
			: CND_SUBJECT_IS;
	if (cnd_token_reads(tokens, predicate->verb.from, "receive") ||
		cnd_token_reads(tokens, predicate->verb.from, "get"))
		return CND_SUBJECT_RECEIVES;
	return predicate->classes & receives ? CND_SUBJECT_RECEIVES
					     : CND_SUBJECT_ACTS;
}

/* "be reviewed by", "the responsibility of", "be settled between". */
static bool
opens_agent(const struct cnd_tokens *tokens, size_t i)
{
	if (cnd_token_reads(tokens, i, "by"))
		return true;
	if (i == 0)
		return false;
	if (cnd_token_reads(tokens, i, "of"))
		return cnd_token_reads(tokens, i - 1, "responsibility");
	return cnd_token_reads(tokens, i, "between") &&
		cnd_token_reads_any(tokens, i - 1,
			"agreement|agreed|settled|negotiated|negotiation");
}

/* "… should be reviewed by the Trust". */
static enum cnd_part_value
agent_of(const struct cnd_reading *reading,
	const struct cnd_predicate *predicate, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	struct cnd_range object = predicate->object;
	enum cnd_part_value value;

	for (size_t i = object.from; i < object.to; i++) {
		struct cnd_range phrase = { (uint32_t)i + 1, object.to };

		if (!opens_agent(tokens, i))
			continue;
		if (cnd_token_flag(tokens, i + 1, CND_TOKEN_NUMBER) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_MONTH))
			continue;
		if (cnd_token_is_mark(tokens, phrase.from, ','))
			phrase.from++;
		if (phrase.from >= phrase.to)
			continue;
		if (!cnd_token_reads(tokens, i, "between"))
			phrase.to = (uint32_t)conjunct_end(tokens, phrase);
		value = value_of_phrase(
			reading, phrase, CND_SUBJECT_ACTS, span);
		/* "informed by training given by agencies": theirs is that */
		if (value == CND_VALUE_NAMED ||
			(value == CND_VALUE_GENERIC && i == object.from))
			return value;
	}
	return CND_VALUE_NONE;
}

static enum cnd_part_value
find_agent(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	enum cnd_part_value value;

	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];

		if (predicate->sentence != sentence ||
			predicate->context != CND_CONTEXT_MAIN ||
			predicate->voice == CND_VOICE_ACTIVE)
			continue;
		value = agent_of(reading, predicate, span);
		if (value != CND_VALUE_NONE)
			return value;
	}
	return CND_VALUE_NONE;
}

/* "The power to set the fee should lie with the Board". */
static enum cnd_part_value
find_holder(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const struct cnd_duty *duty = &reading->clauses.duties[sentence];

	for (size_t i = duty->subject.to; i + 2 < duty->sentence.to; i++) {
		struct cnd_range phrase = { (uint32_t)i + 2,
			duty->sentence.to };

		if (cnd_token_reads_any(tokens, i,
			    "lie|rest|fall|sit|reside|remain|belong|vest|"
			    "vested") &&
			cnd_token_reads_any(
				tokens, i + 1, "with|on|upon|to|in")) {
			phrase.to = (uint32_t)conjunct_end(tokens, phrase);
			return value_of_phrase(
				reading, phrase, CND_SUBJECT_ACTS, span);
		}
	}
	return CND_VALUE_NONE;
}

/* "It should be mandatory for officers to record …". */
static enum cnd_part_value
find_for(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const struct cnd_duty *duty = &reading->clauses.duties[sentence];

	if (!cnd_token_reads(tokens, duty->subject.from, "it") &&
		!cnd_token_reads(tokens, duty->lead.to, "it"))
		return CND_VALUE_NONE;
	for (size_t i = duty->verb; i < duty->sentence.to; i++) {
		struct cnd_range phrase = { (uint32_t)i + 1, (uint32_t)i + 1 };

		if (!cnd_token_reads(tokens, i, "for"))
			continue;
		while (phrase.to < duty->sentence.to &&
			!cnd_token_reads(tokens, phrase.to, "to"))
			phrase.to++;
		if (phrase.to < duty->sentence.to)
			return value_of_phrase(
				reading, phrase, CND_SUBJECT_ACTS, span);
	}
	return CND_VALUE_NONE;
}

/* "Require the Authority to …": the one who is required. */
static enum cnd_part_value
find_caused(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const struct cnd_duty *duty = &reading->clauses.duties[sentence];
	struct cnd_range phrase = { duty->verb + 1, duty->verb + 1 };
	bool is_causing = cnd_token_reads_any(tokens, duty->verb,
		"require|ask|request|instruct|direct|task|mandate|oblige|"
		"invite|urge|compel|order");

	while (phrase.to < duty->sentence.to && phrase.to < phrase.from + 16 &&
		!cnd_token_reads(tokens, phrase.to, "to"))
		phrase.to++;
	if (!is_causing || !cnd_token_reads(tokens, phrase.to, "to"))
		return CND_VALUE_NONE;
	return value_of_phrase(reading, phrase, CND_SUBJECT_ACTS, span) ==
			CND_VALUE_NAMED
		? CND_VALUE_NAMED
		: CND_VALUE_NONE;
}

/* ", and the Board should test this": who is told in a second clause. */
static enum cnd_part_value
find_second(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const struct cnd_duty *duty = &reading->clauses.duties[sentence];

	for (size_t i = duty->verb; i + 2 < duty->sentence.to; i++) {
		struct cnd_range phrase = { (uint32_t)i + 2, (uint32_t)i + 2 };

		if (!cnd_token_is_mark(tokens, i, ',') ||
			!cnd_token_reads_any(tokens, i + 1, "and|but"))
			continue;
		while (phrase.to < duty->sentence.to &&
			phrase.to < phrase.from + 9 &&
			!cnd_token_is_mark(tokens, phrase.to, ',') &&
			!cnd_token_reads_any(
				tokens, phrase.to, "should|must|will|shall"))
			phrase.to++;
		if (phrase.to > phrase.from &&
			cnd_token_reads_any(
				tokens, phrase.to, "should|must|will|shall") &&
			value_of_phrase(reading, phrase, CND_SUBJECT_ACTS,
				span) == CND_VALUE_NAMED)
			return CND_VALUE_NAMED;
	}
	return CND_VALUE_NONE;
}

/* "you", "he", "those who …", "all who …". */
static bool
is_pronoun_subject(const struct cnd_tokens *tokens, struct cnd_range subject)
{
	if (cnd_token_reads_any(tokens, subject.from, "he|she|they|you|we"))
		return true;
	return cnd_token_reads_any(tokens, subject.from, "those|all|anybody") &&
		cnd_token_has(tokens, subject.from + 1, CND_CLASS_RELATIVE);
}

static enum cnd_part_value
owner_of_sentence(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_duty *duty = &clauses->duties[sentence];
	const struct cnd_predicate *predicate =
		main_predicate(clauses, sentence);
	enum cnd_part_value value = CND_VALUE_NONE;

	if (duty->addressee.to > duty->addressee.from) {
		value = cnd_owner_of_phrase(reading, duty->addressee, span);
		if (value != CND_VALUE_NAMED &&
			possessor(reading, duty->addressee, false, span) ==
				CND_VALUE_NAMED)
			value = CND_VALUE_NAMED;
	}
	if (value == CND_VALUE_NONE && duty->kind == CND_DUTY_FRAGMENT &&
		cnd_token_reads(&clauses->tokens, duty->lead.to, "it"))
		return find_for(reading, sentence, span);
	if (value == CND_VALUE_NONE && duty->kind == CND_DUTY_IMPERATIVE)
		return find_caused(reading, sentence, span);
	if (value != CND_VALUE_NONE || duty->kind != CND_DUTY_SUBJECT)
		return value;
	if (is_pronoun_subject(&clauses->tokens, duty->subject)) {
		*span = cnd_tokens_span(&clauses->tokens, duty->subject);
		return CND_VALUE_GENERIC;
	}
	value = value_of_phrase(reading, duty->subject,
		role_of(&clauses->tokens, predicate), span);
	if (value == CND_VALUE_NONE)
		value = possessor(reading, duty->subject,
			predicate != NULL &&
				predicate->voice == CND_VOICE_PASSIVE,
			span);
	/* "the Council's auditors": whose they are is known */
	if (value == CND_VALUE_GENERIC &&
		of_named_body(reading, duty->subject, span))
		value = CND_VALUE_NAMED;
	if (value == CND_VALUE_NONE)
		value = find_agent(reading, sentence, span);
	if (value == CND_VALUE_NONE)
		value = find_holder(reading, sentence, span);
	if (value == CND_VALUE_NONE)
		value = find_for(reading, sentence, span);
	if (value == CND_VALUE_NONE)
		value = find_second(reading, sentence, span);
	return value;
}

/*
 * "Develop rules. A new body should …", "Services should include …": the
 * second sentence tells of what is to be, and nobody to do it.
 */
static bool
is_told_later(const struct cnd_reading *reading, size_t sentence)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_duty *duty = &clauses->duties[sentence];
	const struct cnd_predicate *predicate =
		main_predicate(clauses, sentence);

	return duty->kind == CND_DUTY_SUBJECT && predicate != NULL &&
		predicate->voice == CND_VOICE_ACTIVE &&
		!(predicate->classes & CND_CLASS_BIT(CND_CLASS_CONTENTS)) &&
		!cnd_token_has(&clauses->tokens, duty->subject.from,
			CND_CLASS_INDEFINITE);
}

enum cnd_part_value
cnd_owner_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	bool is_told_before = false;
	struct cnd_span found = { 0, 0 };

	for (size_t i = 0; i < reading->clauses.tokens.sentence_count; i++) {
		enum cnd_part_value value =
			owner_of_sentence(reading, i, &found);
		bool is_heard = !is_told_before || is_told_later(reading, i);

		if (value == CND_VALUE_NAMED ||
			(value != CND_VALUE_NONE && is_heard)) {
			*span = found;
			return value;
		}
		is_told_before |=
			reading->clauses.duties[i].kind == CND_DUTY_SUBJECT ||
			reading->clauses.duties[i].kind == CND_DUTY_IMPERATIVE;
	}
	return CND_VALUE_NONE;
}

enum cnd_part_value
cnd_owner_of_lead(const struct cnd_reading *reading, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	enum cnd_part_value value = cnd_owner_of_clauses(reading, span);
	struct cnd_range phrase;
	size_t last;

	if (value != CND_VALUE_NONE || tokens->sentence_count == 0)
		return value;
	last = tokens->sentence_count - 1;
	/* "I recommend that Seacroft, by March:" has no verb yet. */
	phrase.from = reading->clauses.duties[last].frame.to;
	/* "and that the Trust:", below what the Board was told */
	if (cnd_token_reads(tokens, 0, "and") &&
		cnd_token_reads(tokens, 1, "that"))
		phrase.from = 2;
	phrase.to = phrase.from;
	if (phrase.from == 0)
		return value;
	while (phrase.to < tokens->sentences[last].to &&
		!cnd_token_is_mark(tokens, phrase.to, ',') &&
		!cnd_token_is_mark(tokens, phrase.to, ':'))
		phrase.to++;
	return cnd_owner_of_phrase(reading, phrase, span);
}
