/*
 * Who is told to act.  The head of the subject decides: a body or a post
 * with an article or a name is named, people and groups in general are
 * generic, things are nobody.
 */
#include "review/anatomy_parts.h"

#include <string.h>

static bool
ends_with(const struct cnd_tokens *tokens, size_t i, const char *ending)
{
	return cnd_str_ends_with(tokens->items[i].text, cnd_str_of(ending));
}

/* What the subject does: people served own nothing they only receive. */
enum role { ACTS, RECEIVES, IS, ACTED_ON };

/* A phrase of the class that ends with token `head`, or reaches past it. */
static bool
ends_phrase(const struct cnd_tokens *tokens, size_t from, size_t head,
	enum cnd_class is_class)
{
	for (size_t i = from; i <= head; i++) {
		if (cnd_token_is(tokens, i, is_class, 0) >= head + 1 - i)
			return true;
	}
	return false;
}

/* "boards", "agencies", "directors": the plural of a word of the class. */
static bool
is_plural_of(
	const struct cnd_tokens *tokens, size_t head, enum cnd_class is_class)
{
	struct cnd_tokens one = { .words = tokens->words, .count = 1 };
	struct cnd_token token = tokens->items[head];
	char text[64];

	if (token.text.len >= sizeof(text) || token.text.len < 4 ||
		!ends_with(tokens, head, "s"))
		return false;
	memcpy(text, token.text.data, token.text.len);
	token.text = (struct cnd_str){ text, token.text.len - 1 };
	if (ends_with(tokens, head, "ies")) {
		token.text.len -= 1;
		text[token.text.len - 1] = 'y';
	}
	one.items = &token;
	token.classes = UINT64_MAX;
	return cnd_token_is(&one, 0, is_class, 0) == 1;
}

/* A noun that cannot act, in the singular or plural. */
static bool
is_thing(const struct cnd_tokens *tokens, size_t from, size_t head)
{
	static const enum cnd_class classes[] = { CND_CLASS_THING,
		CND_CLASS_PRODUCT, CND_CLASS_ABSTRACT };

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (ends_phrase(tokens, from, head, classes[i]) ||
			is_plural_of(tokens, head, classes[i]))
			return true;
	}
	return false;
}

/* The ending of an abstract noun or a gerund. */
static bool
is_thing_shaped(const struct cnd_tokens *tokens, size_t head)
{
	static const char *const endings[] = { "tion", "sion", "ment", "ness",
		"ance", "ence", "ship", "ity", "ing", "ure", "age", "tions",
		"ments", "ings", "isation", "ual", "als", "ism" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (ends_with(tokens, head, endings[i]))
			return true;
	}
	return false;
}

/* "participating in", "appointed by": what follows the head. */
static bool
is_participle(const struct cnd_tokens *tokens, struct cnd_range range, size_t i)
{
	return i > range.from && i + 1 < range.to &&
		(ends_with(tokens, i, "ing") || ends_with(tokens, i, "ed")) &&
		(cnd_token_has(tokens, i + 1, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_INDEFINITE));
}

/* The head of one conjunct: its last word before what hangs on it. */
static size_t
find_head(const struct cnd_tokens *tokens, struct cnd_range range)
{
	size_t head = CND_NOT_FOUND;

	for (size_t i = range.from; i < range.to; i++) {
		if (cnd_token_has(tokens, i, CND_CLASS_PREPOSITION) ||
			cnd_token_has(tokens, i, CND_CLASS_RELATIVE) ||
			cnd_token_has(tokens, i, CND_CLASS_SUBORDINATOR) ||
			cnd_token_is_mark(tokens, i, '(') ||
			cnd_token_reads(tokens, i, "that") ||
			is_participle(tokens, range, i))
			break;
		if (!cnd_token_flag(tokens, i, CND_TOKEN_WORD))
			continue;
		if (head != CND_NOT_FOUND && cnd_token_is_adverb(tokens, i))
			break;
		head = i;
	}
	return head;
}

/* Capitals that are not owed to the sentence's start. */
static bool
is_proper(const struct cnd_tokens *tokens, struct cnd_range range, size_t i)
{
	return i >= range.from && i < range.to &&
		cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
		(!cnd_token_flag(tokens, i, CND_TOKEN_FIRST) ||
			cnd_token_flag(tokens, i, CND_TOKEN_ACRONYM));
}

static bool
has_proper_before(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	for (size_t i = range.from; i < head; i++) {
		if (is_proper(tokens, range, i) ||
			(cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
				!cnd_token_has(
					tokens, i, CND_CLASS_DETERMINER) &&
				!cnd_token_has(
					tokens, i, CND_CLASS_INDEFINITE) &&
				cnd_token_flag(
					tokens, head, CND_TOKEN_CAPITAL)))
			return true;
	}
	return false;
}

/* "Tarn Housing", "Oakshire Children's Services": a name before a sector. */
static bool
is_named_service(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	size_t from = range.from;

	/* "NASA management" speaks for NASA. */
	if ((cnd_token_reads(tokens, head, "management") ||
		    cnd_token_reads(tokens, head, "leadership")) &&
		head > range.from &&
		(cnd_token_flag(tokens, head - 1, CND_TOKEN_ACRONYM) ||
			is_proper(tokens, range, head - 1)))
		return true;
	if (!is_proper(tokens, range, head) ||
		(ends_with(tokens, head, "s") &&
			!cnd_token_reads(tokens, head, "services")))
		return false;
	while (from < head &&
		cnd_token_is(tokens, from, CND_CLASS_ACTOR, 0) <
			head + 1 - from)
		from++;
	for (size_t i = range.from; i < from; i++) {
		if (cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
			!cnd_token_has(tokens, i, CND_CLASS_DETERMINER) &&
			!cnd_token_has(tokens, i, CND_CLASS_INDEFINITE))
			return true;
	}
	return false;
}

/* "a board", "each agency", "the relevant authority": nobody in particular. */
static bool
is_indefinite(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	static const char *const vague[] = { "relevant", "appropriate",
		"responsible", "competent", "new", "other", "local authorities",
		"respective", "various" };

	for (size_t i = range.from; i < head; i++) {
		if (i == range.from &&
			cnd_token_has(tokens, i, CND_CLASS_INDEFINITE))
			return true;
		for (size_t v = 0; v < sizeof(vague) / sizeof(vague[0]); v++) {
			if (cnd_token_reads(tokens, i, vague[v]) &&
				!cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL) &&
				!has_proper_before(tokens, range, head))
				return true;
		}
	}
	return false;
}

/* "the Government" is generic; "the Welsh Government" is named. */
static enum cnd_part_value
government(const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	static const char *const levels[] = { "central", "local", "federal",
		"national", "provincial", "state", "successive", "the", "all",
		"territory", "territorial", "regional", "devolved", "both" };

	if (cnd_token_reads(tokens, head + 1, "of") &&
		(cnd_token_flag(tokens, head + 2, CND_TOKEN_CAPITAL) ||
			(cnd_token_reads(tokens, head + 2, "the") &&
				cnd_token_flag(
					tokens, head + 3, CND_TOKEN_CAPITAL))))
		return CND_VALUE_NAMED;
	for (size_t i = range.from; i < head; i++) {
		bool is_level = false;

		for (size_t l = 0; l < sizeof(levels) / sizeof(levels[0]); l++)
			is_level |= cnd_token_reads(tokens, i, levels[l]);
		if (!is_level && cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL))
			return CND_VALUE_NAMED;
	}
	return CND_VALUE_GENERIC;
}

/* What the report's own abbreviation stands for; NAMED when not known. */
static enum cnd_part_value
acronym(const struct cnd_reading *reading, struct cnd_range range, size_t head)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	const struct cnd_review *review = reading->review;
	struct cnd_str word =
		cnd_document_text(reading->doc, tokens->items[head].span);

	if (cnd_token_flag(tokens, head, CND_TOKEN_PLURAL_ACRONYM))
		return CND_VALUE_GENERIC;
	for (size_t i = 0; review != NULL && i < review->abbreviation_count;
		i++) {
		if (cnd_str_equal(review->abbreviations[i].shorter, word))
			return review->abbreviations[i].is_body
				? CND_VALUE_NAMED
				: has_proper_before(tokens, range, head)
				? CND_VALUE_NAMED
				: CND_VALUE_NONE;
	}
	return CND_VALUE_NAMED;
}

/* "Quarrygate Homes": the word before is a name, not a kind. */
static bool
has_unknown_name(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	return head > range.from &&
		cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
		cnd_token_flag(tokens, head - 1, CND_TOKEN_CAPITAL) &&
		!cnd_token_flag(tokens, head - 1, CND_TOKEN_ACRONYM) &&
		tokens->items[head - 1].classes == 0;
}

/* "Network Rail": two words of a name, whatever they mean apart. */
static bool
has_title(const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	if (has_unknown_name(tokens, range, head))
		return true;
	/* "NHS Resolution" */
	if (head > range.from &&
		cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
		cnd_token_flag(tokens, head - 1, CND_TOKEN_ACRONYM) &&
		!ends_with(tokens, head, "s"))
		return true;
	return head > range.from &&
		cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
		cnd_token_flag(tokens, head - 1, CND_TOKEN_CAPITAL) &&
		!ends_with(tokens, head, "s") &&
		!ends_phrase(tokens, range.from, head, CND_CLASS_ABSTRACT);
}

/* "Leaders of Oakshire Council", "staff at NASA": theirs is the body. */
static bool
has_named_body(
	const struct cnd_reading *reading, struct cnd_range range, size_t head)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	size_t at = head + 2;

	if (!ends_phrase(tokens, range.from, head, CND_CLASS_ACTOR) ||
		(!cnd_token_reads(tokens, head + 1, "of") &&
			!cnd_token_reads(tokens, head + 1, "at") &&
			!cnd_token_reads(tokens, head + 1, "within") &&
			!cnd_token_reads(tokens, head + 1, "from")))
		return false;
	while (at < range.to && cnd_token_has(tokens, at, CND_CLASS_DETERMINER))
		at++;
	if (at >= range.to || !cnd_token_flag(tokens, at, CND_TOKEN_CAPITAL))
		return false;
	if (cnd_token_flag(tokens, at, CND_TOKEN_ACRONYM) ||
		tokens->items[at].classes == 0)
		return true;
	while (at < range.to && cnd_token_flag(tokens, at, CND_TOKEN_CAPITAL)) {
		if (cnd_token_has(tokens, at, CND_CLASS_BODY))
			return true;
		at++;
	}
	return false;
}

/* The value of one conjunct by its head; role: what it does. */
static enum cnd_part_value
value_of_head(const struct cnd_reading *reading, struct cnd_range range,
	size_t head, enum role role)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	bool is_bare =
		!cnd_token_has(tokens, range.from, CND_CLASS_DETERMINER) &&
		!is_proper(tokens, range, head);
	bool is_titled = cnd_token_has(tokens, head, CND_CLASS_PERSON) &&
		cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
		has_proper_before(tokens, range, head);
	bool is_body = is_titled ||
		ends_phrase(tokens, range.from, head, CND_CLASS_BODY) ||
		ends_phrase(tokens, range.from, head, CND_CLASS_POST);

	if (cnd_token_has(tokens, head, CND_CLASS_DETERMINER) ||
		cnd_token_has(tokens, head, CND_CLASS_PRONOUN))
		return CND_VALUE_NONE; /* "This should …" */
	if (cnd_token_reads(tokens, head, "government") ||
		cnd_token_reads(tokens, head, "governments"))
		return government(tokens, range, head);
	if (cnd_token_reads(tokens, head, "state") && is_bare)
		return CND_VALUE_NONE; /* "State and territory …" */
	if (has_named_body(reading, range, head))
		return CND_VALUE_NAMED;
	if (is_body && is_proper(tokens, range, head) &&
		!is_indefinite(tokens, range, head))
		return CND_VALUE_NAMED;
	if (ends_phrase(tokens, range.from, head, CND_CLASS_ACTOR))
		return is_named_service(tokens, range, head) ? CND_VALUE_NAMED
			: role == ACTED_ON                   ? CND_VALUE_NONE
					   : CND_VALUE_GENERIC;
	if (role >= IS && is_bare && is_thing(tokens, range.from, head))
		return CND_VALUE_NONE;
	if (is_body)
		return is_indefinite(tokens, range, head) ? CND_VALUE_GENERIC
							  : CND_VALUE_NAMED;
	if (role >= IS && is_thing(tokens, range.from, head))
		return CND_VALUE_NONE;
	/* "the Ministers of Finance and Health", "the Departments for …" */
	if ((is_plural_of(tokens, head, CND_CLASS_BODY) ||
		    is_plural_of(tokens, head, CND_CLASS_POST)) &&
		is_proper(tokens, range, head) &&
		(cnd_token_reads(tokens, head + 1, "of") ||
			cnd_token_reads(tokens, head + 1, "for")) &&
		cnd_token_flag(tokens, head + 2, CND_TOKEN_CAPITAL))
		return CND_VALUE_NAMED;
	if (is_plural_of(tokens, head, CND_CLASS_BODY) &&
		has_unknown_name(tokens, range, head))
		return CND_VALUE_NAMED;
	if (is_plural_of(tokens, head, CND_CLASS_BODY) ||
		is_plural_of(tokens, head, CND_CLASS_POST))
		return CND_VALUE_GENERIC;
	if (ends_phrase(tokens, range.from, head, CND_CLASS_BENEFICIARY))
		return role == ACTS ? CND_VALUE_GENERIC : CND_VALUE_NONE;
	if (role == ACTS && has_title(tokens, range, head) &&
		!ends_phrase(tokens, range.from, head, CND_CLASS_THING))
		return CND_VALUE_NAMED; /* "Network Rail" */
	if (is_thing(tokens, range.from, head))
		return CND_VALUE_NONE;
	if (role == ACTED_ON)
		return CND_VALUE_NONE;
	if (cnd_token_flag(tokens, head, CND_TOKEN_ACRONYM))
		return acronym(reading, range, head);
	if (!cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL))
		return CND_VALUE_NONE;
	if (is_proper(tokens, range, head) ||
		has_proper_before(tokens, range, head))
		return CND_VALUE_NAMED;
	if (ends_with(tokens, head, "s") && !ends_with(tokens, head, "ss"))
		return role == ACTS
			? CND_VALUE_GENERIC
			: CND_VALUE_NONE; /* "Astronauts should …" */
	return is_thing_shaped(tokens, head) ? CND_VALUE_NONE : CND_VALUE_NAMED;
}

/* An acronym, a body, a title: not a person's name. */
static bool
is_institution(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	return cnd_token_flag(tokens, head, CND_TOKEN_ACRONYM) ||
		ends_phrase(tokens, range.from, head, CND_CLASS_BODY) ||
		ends_phrase(tokens, range.from, head, CND_CLASS_POST) ||
		has_title(tokens, range, head);
}

/* "the local authority's processes": the body whose they are. */
static enum cnd_part_value
possessor(const struct cnd_reading *reading, struct cnd_range range,
	struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;

	for (size_t i = range.from; i < range.to; i++) {
		struct cnd_range owner = { range.from, (uint32_t)i + 1 };

		if (!cnd_token_flag(tokens, i, CND_TOKEN_POSSESSIVE))
			continue;
		if (value_of_head(reading, owner, i,
			    is_institution(tokens, owner, i)
				    ? ACTS
				    : ACTED_ON) == CND_VALUE_NAMED) {
			*span = cnd_tokens_span(tokens, owner);
			return CND_VALUE_NAMED;
		}
		break;
	}
	return CND_VALUE_NONE;
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

/* All conjuncts of a noun phrase: the most definite wins. */
static enum cnd_part_value
value_of_phrase(const struct cnd_reading *reading, struct cnd_range range,
	enum role role, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	enum cnd_part_value best = CND_VALUE_NONE;
	bool is_below = false; /* inside what hangs on a thing */

	while (range.from < range.to) {
		size_t end = conjunct_end(tokens, range);
		struct cnd_range part = { (uint32_t)strip_front(tokens, range),
			(uint32_t)end };
		size_t head = find_head(tokens, part);
		enum cnd_part_value value = CND_VALUE_NONE;

		if (head != CND_NOT_FOUND && !is_below)
			value = value_of_head(reading, part, head, role);
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
		if (best == CND_VALUE_NAMED)
			return best;
		range.from = (uint32_t)end + 1;
	}
	return best;
}

enum cnd_part_value
cnd_owner_of_phrase(const struct cnd_reading *reading, struct cnd_range range,
	struct cnd_span *span)
{
	return value_of_phrase(reading, range, ACTS, span);
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
	return cnd_token_reads_any(tokens, predicate->verb.from,
		"required|asked|requested|invited|encouraged|expected|obliged|"
		"reminded|instructed|urged|tasked|mandated|directed|empowered|"
		"compelled|trained|supported|informed|briefed|given|advised|"
		"equipped|made|enabled|provided|told|offered");
}

/* What is done to the subject rather than by it. */
static enum role
role_of(const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	const uint64_t receives =
		CND_CLASS_BIT(CND_CLASS_HAVE) | CND_CLASS_BIT(CND_CLASS_SOFT);

	if (predicate == NULL || is_told(tokens, predicate))
		return ACTS;
	if (predicate->voice == CND_VOICE_PASSIVE)
		return ACTED_ON;
	if (predicate->voice == CND_VOICE_COPULA)
		return predicate->classes & CND_CLASS_BIT(CND_CLASS_MIND) ? ACTS
									  : IS;
	if (cnd_token_reads(tokens, predicate->verb.from, "receive") ||
		cnd_token_reads(tokens, predicate->verb.from, "get"))
		return RECEIVES;
	return predicate->classes & receives ? RECEIVES : ACTS;
}

/* "… should be reviewed by the Trust". */
static enum cnd_part_value
agent_of(const struct cnd_reading *reading,
	const struct cnd_predicate *predicate, struct cnd_span *span)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	struct cnd_range object = predicate->object;

	for (size_t i = object.from; i < object.to; i++) {
		bool is_agent = cnd_token_reads(tokens, i, "by") ||
			(cnd_token_reads(tokens, i, "of") && i > 0 &&
				cnd_token_reads(
					tokens, i - 1, "responsibility"));
		struct cnd_range phrase = { (uint32_t)i + 1, object.to };

		if (!is_agent)
			continue;
		if (cnd_token_flag(tokens, i + 1, CND_TOKEN_NUMBER) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_MONTH))
			continue;
		if (cnd_token_is_mark(tokens, phrase.from, ','))
			phrase.from++;
		if (phrase.from >= phrase.to)
			continue;
		phrase.to = (uint32_t)conjunct_end(tokens, phrase);
		if (value_of_phrase(reading, phrase, ACTS, span) ==
			CND_VALUE_NAMED)
			return CND_VALUE_NAMED;
	}
	return CND_VALUE_NONE;
}

static enum cnd_part_value
find_agent(const struct cnd_reading *reading, size_t sentence,
	struct cnd_span *span)
{
	const struct cnd_clauses *clauses = &reading->clauses;

	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];

		if (predicate->sentence != sentence ||
			predicate->context != CND_CONTEXT_MAIN ||
			predicate->voice == CND_VOICE_ACTIVE)
			continue;
		if (agent_of(reading, predicate, span) == CND_VALUE_NAMED)
			return CND_VALUE_NAMED;
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
			return value_of_phrase(reading, phrase, ACTS, span);
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
	return value_of_phrase(reading, phrase, ACTS, span) == CND_VALUE_NAMED
		? CND_VALUE_NAMED
		: CND_VALUE_NONE;
}

/* "you", "he", "those who …". */
static bool
is_pronoun_subject(const struct cnd_tokens *tokens, struct cnd_range subject)
{
	static const char *const persons[] = { "he", "she", "they", "you", "we",
		"those", "i" };

	for (size_t i = 0; i < sizeof(persons) / sizeof(persons[0]); i++) {
		if (cnd_token_reads(tokens, subject.from, persons[i]) &&
			(i < 5 ||
				cnd_token_has(tokens, subject.from + 1,
					CND_CLASS_RELATIVE)))
			return true;
	}
	return false;
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

	if (duty->addressee.to > duty->addressee.from)
		value = cnd_owner_of_phrase(reading, duty->addressee, span);
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
	if (value == CND_VALUE_NONE &&
		(predicate == NULL || predicate->voice != CND_VOICE_PASSIVE))
		value = possessor(reading, duty->subject, span);
	if (value == CND_VALUE_NONE)
		value = find_agent(reading, sentence, span);
	if (value == CND_VALUE_NONE)
		value = find_for(reading, sentence, span);
	return value;
}

enum cnd_part_value
cnd_owner_of_clauses(const struct cnd_reading *reading, struct cnd_span *span)
{
	for (size_t i = 0; i < reading->clauses.tokens.sentence_count; i++) {
		enum cnd_part_value value = owner_of_sentence(reading, i, span);

		if (value != CND_VALUE_NONE)
			return value;
	}
	return CND_VALUE_NONE;
}
