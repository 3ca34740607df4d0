/*
 * Who a noun phrase names.  A body or a post with an article or a name is
 * named, people and groups in general are generic, things are nobody.
 */
#include "review/anatomy_noun.h"

#include <string.h>

static bool
ends_with(const struct cnd_tokens *tokens, size_t i, const char *ending)
{
	return cnd_str_ends_with(tokens->items[i].text, cnd_str_of(ending));
}

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
	struct cnd_tokens one = {
		.words = tokens->words, .sieve = tokens->sieve, .count = 1
	};
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
size_t
cnd_noun_head(const struct cnd_tokens *tokens, struct cnd_range range)
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

/* "Community", "Acute": a kind of homes or hospitals, and no name. */
static bool
is_kind(const struct cnd_tokens *tokens, size_t i)
{
	static const char *const endings[] = { "al", "ary", "ive", "ed", "ic",
		"ous", "ing" };

	for (size_t e = 0; e < sizeof(endings) / sizeof(endings[0]); e++)
		if (tokens->items[i].text.len > 6 &&
			ends_with(tokens, i, endings[e]))
			return true;
	return cnd_token_reads_any(tokens, i,
		"acute|partner|primary|community|care|local|state|public|"
		"private|special|specialist|maternity|health|social|police|"
		"prison|housing|youth|early|relevant|all|both|other|foundation|"
		"infant|junior|academy|boarding|further|higher|faith|day|home|"
		"support|contact|teaching|district|cottage|emergency|urgent|"
		"frontline|front-line|county|city|unitary|borough|parish|town|"
		"adult|adults|children|family|children's|women's|secure|"
		"independent|learning|safeguarding|english|welsh|scottish|"
		"british|free|grammar|high|lower|upper|middle|sixth|nursery");
}

/* "Quarrygate Homes": the word before is a name, not a kind. */
static bool
has_unknown_name(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	if (!cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL))
		return false;
	for (size_t i = head; i > range.from &&
		cnd_token_flag(tokens, i - 1, CND_TOKEN_CAPITAL) &&
		!cnd_token_flag(tokens, i - 1, CND_TOKEN_ACRONYM);
		i--)
		if (tokens->items[i - 1].classes == 0 &&
			!is_kind(tokens, i - 1))
			return true;
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
		cnd_token_has(tokens, from, CND_CLASS_INDEFINITE) ||
		(ends_with(tokens, head, "s") &&
			!cnd_token_reads(tokens, head, "services") &&
			!(is_plural_of(tokens, head, CND_CLASS_BODY) &&
				has_unknown_name(tokens, range, head))))
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
			/* "the new Office of Boat Safety" is there */
			if (cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
				cnd_token_reads(tokens, i, "new"))
				continue;
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
		"territory", "territorial", "regional", "devolved", "both",
		"states", "territories", "provinces" };
	bool is_many = cnd_token_reads(tokens, head, "governments");

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
		is_level |=
			is_many && cnd_token_reads(tokens, i, "commonwealth");
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

/* "the provider", "the school": the one that the report is about. */
static bool
is_the_one(const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	/* "Adult social care", "Children's social care": a department. */
	if (head > range.from + 1 && cnd_token_reads(tokens, head, "care"))
		return cnd_token_reads(tokens, head - 1, "social") &&
			(cnd_token_reads(tokens, head - 2, "adult") ||
				cnd_token_flag(tokens, head - 2,
					CND_TOKEN_POSSESSIVE)) &&
			!is_indefinite(tokens, range, head);
	/* The three that the law names. */
	if (head > range.from + 1 && cnd_token_reads(tokens, head, "partners"))
		return cnd_token_reads(tokens, range.from, "the") &&
			cnd_token_reads(tokens, head - 1, "safeguarding");
	return cnd_token_reads(tokens, range.from, "the") &&
		cnd_token_reads_any(tokens, head,
			"provider|school|college|landlord|supplier|"
			"manufacturer|company|employer|"
			"governor|contractor|nursery|practice|home|care home|"
			"prison|registered manager|commissioner|charity") &&
		!is_indefinite(tokens, range, head);
}

/* Governments, states, the police of no place; false for other words. */
static bool
is_of_state(const struct cnd_tokens *tokens, struct cnd_range range,
	size_t head, enum cnd_part_value *value)
{
	bool is_bare =
		!cnd_token_has(tokens, range.from, CND_CLASS_DETERMINER) &&
		!is_proper(tokens, range, head);

	*value = CND_VALUE_GENERIC;
	if (cnd_token_reads_any(tokens, head, "government|governments")) {
		*value = government(tokens, range, head);
		return true;
	}
	/* "State and territory …", "the State, Territory and …" */
	if (cnd_token_reads_any(tokens, head, "state|territory") &&
		(is_bare ||
			(head == range.from + 1 &&
				(cnd_token_is_mark(tokens, head + 1, ',') ||
					cnd_token_has(tokens, head + 1,
						CND_CLASS_CONJUNCTION))))) {
		*value = CND_VALUE_NONE;
		return true;
	}
	/* "Police and health" */
	return cnd_token_reads_any(tokens, head,
		       "commonwealth|states|territories|provinces") ||
		(cnd_token_reads(tokens, head, "police") && is_bare &&
			head == range.from);
}

/* A head that no lexicon knows: by capitals and endings. */
static enum cnd_part_value
unknown_name(const struct cnd_reading *reading, struct cnd_range range,
	size_t head, enum cnd_subject_role role)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;

	if (cnd_token_flag(tokens, head, CND_TOKEN_ACRONYM))
		return acronym(reading, range, head);
	if (!cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL))
		return CND_VALUE_NONE;
	if (is_proper(tokens, range, head) ||
		has_proper_before(tokens, range, head))
		return CND_VALUE_NAMED;
	if (ends_with(tokens, head, "s") && !ends_with(tokens, head, "ss"))
		return role == CND_SUBJECT_ACTS
			? CND_VALUE_GENERIC
			: CND_VALUE_NONE; /* "Astronauts should …" */
	return is_thing_shaped(tokens, head) ? CND_VALUE_NONE : CND_VALUE_NAMED;
}

/* "Children's social care", "the safeguarding partners": one has each. */
static bool
is_of_the_place(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	if (head == range.from)
		return false;
	if (cnd_token_reads(tokens, head, "partners"))
		return cnd_token_reads(tokens, head - 1, "safeguarding") &&
			cnd_token_reads(tokens, range.from, "the");
	if (cnd_token_reads(tokens, head, "services"))
		return head == range.from + 1 &&
			cnd_token_reads_any(tokens, range.from,
				"children's|children\u2019s");
	return cnd_token_reads(tokens, head, "care") &&
		cnd_token_reads(tokens, head - 1, "social") &&
		head == range.from + 2 &&
		cnd_token_reads_any(tokens, range.from,
			"children's|children’s|adult|adults|adults'|adults’");
}

/* "both trusts", "the three partners": one knows which. */
static bool
is_counted_off(const struct cnd_tokens *tokens, struct cnd_range range)
{
	return cnd_token_reads(tokens, range.from, "both") ||
		(cnd_token_reads(tokens, range.from, "all") &&
			cnd_token_has(
				tokens, range.from + 1, CND_CLASS_NUMBER)) ||
		(cnd_token_reads(tokens, range.from, "the") &&
			cnd_token_has(
				tokens, range.from + 1, CND_CLASS_NUMBER));
}

/* "the Ministers of Finance and Health", "Marlpit Schools": named; other
 * boards and directors in the plural are nobody in particular. */
static enum cnd_part_value
several_bodies(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	bool is_bodies = is_plural_of(tokens, head, CND_CLASS_BODY);

	if (!is_bodies && !is_plural_of(tokens, head, CND_CLASS_POST))
		return CND_VALUE_NONE;
	if (is_proper(tokens, range, head) &&
		cnd_token_reads_any(tokens, head + 1, "of|for") &&
		cnd_token_flag(tokens, head + 2, CND_TOKEN_CAPITAL))
		return CND_VALUE_NAMED;
	return is_bodies && has_unknown_name(tokens, range, head)
		? CND_VALUE_NAMED
		: CND_VALUE_GENERIC;
}

/* One conjunct of a subject: its words, its head, and what it does. */
struct phrase {
	const struct cnd_reading *reading;
	const struct cnd_tokens *tokens;
	struct cnd_range range;
	size_t head;
	enum cnd_subject_role role;
	bool is_bare; /* neither a determiner nor a name */
	bool is_body; /* a body, a post or a person with a title */
};

/* Whom a phrase is of, by one thing that can be told; true when it can. */
typedef bool judge(const struct phrase *phrase, enum cnd_part_value *value);

static bool
judge_as(enum cnd_part_value *value, enum cnd_part_value as)
{
	*value = as;
	return true;
}

/* "This should …"; "Social work practice": what is done, and no surgery. */
static bool
judge_nobody(const struct phrase *p, enum cnd_part_value *value)
{
	bool is_practice = p->is_bare &&
		cnd_token_reads(p->tokens, p->head, "practice") &&
		!is_proper(p->tokens, p->range, p->range.from);

	return (cnd_token_has(p->tokens, p->head, CND_CLASS_DETERMINER) ||
		       cnd_token_has(p->tokens, p->head, CND_CLASS_PRONOUN) ||
		       is_practice) &&
		judge_as(value, CND_VALUE_NONE);
}

static bool
judge_state(const struct phrase *p, enum cnd_part_value *value)
{
	if (!is_of_state(p->tokens, p->range, p->head, value))
		return false;
	if (*value == CND_VALUE_GENERIC && p->role == CND_SUBJECT_ACTED_ON &&
		cnd_token_reads(p->tokens, p->head, "police"))
		*value = CND_VALUE_NONE;
	return true;
}

/* A name, or a body of the place, or one that is told of. */
static bool
judge_named(const struct phrase *p, enum cnd_part_value *value)
{
	if (has_named_body(p->reading, p->range, p->head) ||
		is_of_the_place(p->tokens, p->range, p->head))
		return judge_as(value, CND_VALUE_NAMED);
	if (!p->is_body || is_indefinite(p->tokens, p->range, p->head))
		return false;
	if (p->role == CND_SUBJECT_ACTED_ON)
		return judge_as(value, CND_VALUE_NONE);
	return is_proper(p->tokens, p->range, p->head) &&
		judge_as(value, CND_VALUE_NAMED);
}

static bool
judge_counted(const struct phrase *p, enum cnd_part_value *value)
{
	return is_counted_off(p->tokens, p->range) &&
		(is_plural_of(p->tokens, p->head, CND_CLASS_BODY) ||
			is_plural_of(p->tokens, p->head, CND_CLASS_POST)) &&
		judge_as(value, CND_VALUE_NAMED);
}

/* "staff", "the service": who acts, but for one that is known. */
static bool
judge_actor(const struct phrase *p, enum cnd_part_value *value)
{
	if (!ends_phrase(p->tokens, p->range.from, p->head, CND_CLASS_ACTOR))
		return false;
	if (is_named_service(p->tokens, p->range, p->head) ||
		is_the_one(p->tokens, p->range, p->head))
		return judge_as(value, CND_VALUE_NAMED);
	return judge_as(value,
		p->role == CND_SUBJECT_ACTED_ON ? CND_VALUE_NONE
						: CND_VALUE_GENERIC);
}

/* A body, unless the phrase tells what something is, and is a thing. */
static bool
judge_body(const struct phrase *p, enum cnd_part_value *value)
{
	bool is_told_thing = p->role >= CND_SUBJECT_IS &&
		is_thing(p->tokens, p->range.from, p->head);

	if (is_told_thing && (p->is_bare || !p->is_body))
		return judge_as(value, CND_VALUE_NONE);
	return p->is_body &&
		judge_as(value,
			is_indefinite(p->tokens, p->range, p->head)
				? CND_VALUE_GENERIC
				: CND_VALUE_NAMED);
}

static bool
judge_several(const struct phrase *p, enum cnd_part_value *value)
{
	*value = several_bodies(p->tokens, p->range, p->head);
	return *value != CND_VALUE_NONE;
}

/* "Parents should …": those for whom it is done, if they are to act. */
static bool
judge_beneficiary(const struct phrase *p, enum cnd_part_value *value)
{
	bool acts = p->role == CND_SUBJECT_ACTS &&
		!cnd_token_reads(p->tokens, p->range.from, "no");

	return ends_phrase(p->tokens, p->range.from, p->head,
		       CND_CLASS_BENEFICIARY) &&
		judge_as(value, acts ? CND_VALUE_GENERIC : CND_VALUE_NONE);
}

/* "Meadowlark Care", a firm by its name. */
static bool
is_firm(const struct phrase *p)
{
	return p->head > p->range.from &&
		cnd_token_reads_any(p->tokens, p->head,
			"care|healthcare|homecare|support|living|housing") &&
		cnd_token_flag(p->tokens, p->head, CND_TOKEN_CAPITAL) &&
		cnd_token_flag(p->tokens, p->head - 1, CND_TOKEN_CAPITAL) &&
		p->tokens->items[p->head - 1].classes == 0;
}

/* "Network Rail", which no list knows; a thing; and the rest. */
static bool
judge_unknown(const struct phrase *p, enum cnd_part_value *value)
{
	if (p->role == CND_SUBJECT_ACTS &&
		has_title(p->tokens, p->range, p->head) &&
		(is_firm(p) ||
			!ends_phrase(p->tokens, p->range.from, p->head,
				CND_CLASS_THING)))
		return judge_as(value, CND_VALUE_NAMED);
	if (is_thing(p->tokens, p->range.from, p->head) ||
		p->role == CND_SUBJECT_ACTED_ON)
		return judge_as(value, CND_VALUE_NONE);
	return judge_as(
		value, unknown_name(p->reading, p->range, p->head, p->role));
}

/* Asked in this order: what is named before what a word's class says. */
static judge *const judges[] = { judge_nobody, judge_state, judge_named,
	judge_counted, judge_actor, judge_body, judge_several,
	judge_beneficiary, judge_unknown };

/* The value of one conjunct by its head; role: what it does. */
enum cnd_part_value
cnd_noun_owner(const struct cnd_reading *reading, struct cnd_range range,
	size_t head, enum cnd_subject_role role)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;
	bool is_titled = cnd_token_has(tokens, head, CND_CLASS_PERSON) &&
		cnd_token_flag(tokens, head, CND_TOKEN_CAPITAL) &&
		has_proper_before(tokens, range, head);
	const struct phrase phrase = {
		.reading = reading,
		.tokens = tokens,
		.range = range,
		.head = head,
		.role = role,
		.is_bare = !cnd_token_has(
				   tokens, range.from, CND_CLASS_DETERMINER) &&
			!is_proper(tokens, range, head),
		.is_body = is_titled ||
			ends_phrase(tokens, range.from, head, CND_CLASS_BODY) ||
			ends_phrase(tokens, range.from, head, CND_CLASS_POST),
	};
	enum cnd_part_value value = CND_VALUE_NONE;

	for (size_t i = 0; i < sizeof(judges) / sizeof(judges[0]); i++)
		if (judges[i](&phrase, &value))
			break;
	return value;
}

/* An acronym, a body, a title: not a person's name. */
bool
cnd_noun_is_institution(
	const struct cnd_tokens *tokens, struct cnd_range range, size_t head)
{
	return cnd_token_flag(tokens, head, CND_TOKEN_ACRONYM) ||
		ends_phrase(tokens, range.from, head, CND_CLASS_BODY) ||
		ends_phrase(tokens, range.from, head, CND_CLASS_POST) ||
		has_title(tokens, range, head);
}
