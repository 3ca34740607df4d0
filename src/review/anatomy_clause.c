/*
 * Walks each sentence once and notes its verbs with the context they stand
 * in.  It is a shallow parse: contexts are opened by their words ("ensure",
 * "so that", "to" and a verb, "by" and a gerund, "who", "where") and closed
 * by coordination, commas and marks.
 */
#include "review/anatomy_walker.h"

enum { BETWEEN_WORDS = 12 /* of a modal and its verb */ };

size_t
cnd_count_class(const struct cnd_tokens *tokens, struct cnd_range range,
	enum cnd_class is_class)
{
	size_t count = 0;

	for (size_t i = range.from; i < range.to; i++)
		count += cnd_token_has(tokens, i, is_class);
	return count;
}

bool
cnd_reads_in(const struct cnd_tokens *tokens, struct cnd_range range,
	const char *words)
{
	for (size_t i = range.from; i < range.to; i++)
		if (cnd_token_reads_any(tokens, i, words))
			return true;
	return false;
}

/* The participle behind a form of "be"; sets *at and *length. */
static uint64_t
find_participle(const struct cnd_walker *walker, size_t *at, size_t *length,
	bool *is_known)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t i = *at;
	uint64_t classes;

	while (i < walker->end &&
		(cnd_token_is_adverb(tokens, i) ||
			(cnd_token_has(tokens, i, CND_CLASS_QUALITY) &&
				cnd_token_is_mark(tokens, i + 1, ','))) &&
		!cnd_token_reads(tokens, i, "to"))
		i++;
	if (cnd_token_reads(tokens, i, "and") &&
		cnd_token_is_adverb(tokens, i + 1))
		i += 2;
	if (cnd_token_has(tokens, i, CND_CLASS_BE))
		i++;
	classes = cnd_token_verb(tokens, i, CND_FORM_PAST, length);
	*is_known = classes != 0;
	if (classes == 0) {
		struct cnd_str text = i < walker->end ? tokens->items[i].text
						      : (struct cnd_str){ 0 };

		*length = 1;
		*is_known = text.len > 4 &&
			!cnd_token_has(tokens, i, CND_CLASS_QUALITY) &&
			!cnd_token_has(tokens, i, CND_CLASS_CHECKABLE) &&
			cnd_str_ends_with(text, CND_STR("ed"));
	}
	*at = i;
	return classes;
}

/* At a form of "be": a passive, or a copula with its complement. */
static size_t
read_be(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t at = i + 1;
	size_t length;
	bool is_known;
	uint64_t classes;

	walker->is_singular = cnd_token_reads(tokens, i, "is");
	if (cnd_token_reads(tokens, at, "not")) {
		walker->is_negated = true;
		at++;
	}
	/* "be aware", "be reminded": phrases of their own. */
	classes = cnd_token_verb(tokens, i, CND_FORM_BASE, &length);
	if (classes != 0 && length > 1) {
		cnd_walker_add(walker, i, length, CND_VOICE_COPULA, classes);
		return i + length;
	}
	classes = find_participle(walker, &at, &length, &is_known);
	if (is_known) {
		cnd_walker_add(walker, at, length, CND_VOICE_PASSIVE, classes);
		walker->last_form = CND_FORM_PAST;
		walker->expect = 0;
		return at + length;
	}
	cnd_walker_add(walker, i, 1, CND_VOICE_COPULA, 0);
	walker->last_form = CND_FORM_S; /* "are specific and include" */
	walker->is_copula = true;
	walker->expect = 0;
	return i + 1;
}

/* A verb in a form expected here: its predicate, and what it opens. */
static size_t
read_verb(struct cnd_walker *walker, size_t i, unsigned form)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t length;
	uint64_t classes = cnd_token_verb(tokens, i, form, &length);
	enum cnd_voice voice = CND_VOICE_ACTIVE;

	if (form == CND_FORM_PAST)
		voice = CND_VOICE_PASSIVE;
	if (classes == CND_CLASS_BIT(CND_CLASS_CONTINUE) && length > 1) {
		/* "continue to": the weight lies in the next verb. */
		size_t next = i + length;

		cnd_walker_add(walker, i, length, voice, classes);
		while (cnd_token_is_adverb(tokens, next))
			next++;
		walker->expect = CND_FORM_BASE;
		walker->last_form = form;
		return next;
	}
	cnd_walker_add(walker, i, length, voice, classes);
	walker->last_form = form;
	if (walker->context == CND_CONTEXT_MAIN)
		walker->main_form = form;
	walker->expect = 0;
	if (classes & CND_CLASS_BIT(CND_CLASS_ENSURE))
		cnd_walker_ensure(walker, i + length);
	return i + length;
}

/* "steps should be taken to": the steps are what follows. */
static bool
takes_steps(const struct cnd_tokens *tokens, const struct cnd_predicate *last)
{
	return last != NULL && last->voice == CND_VOICE_PASSIVE &&
		last->context == CND_CONTEXT_MAIN &&
		cnd_token_reads(tokens, last->verb.from, "taken") &&
		cnd_count_class(tokens, last->subject, CND_CLASS_STEPS) > 0;
}

/* "use its authority to rank": the act is the ranking. */
static bool
uses_power(const struct cnd_tokens *tokens, const struct cnd_predicate *last,
	size_t to)
{
	return last != NULL && to > last->verb.to &&
		cnd_token_reads_any(tokens, last->verb.from,
			"use|uses|used|exercise|exercises") &&
		cnd_token_reads_any(tokens, to - 1,
			"authority|power|powers|influence|position|"
			"discretion|leverage|role|offices");
}

/* "the Trust to write", "are asked to agree": the act stands behind "to". */
static bool
begins_with_to(const struct cnd_walker *walker)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t length;

	if (walker->first == CND_NONE)
		return false;
	if (cnd_token_reads(tokens, walker->first, "to"))
		return true;
	length = cnd_token_is(tokens, walker->first, CND_CLASS_MODAL, 0);
	return length > 1 &&
		cnd_token_reads(tokens, walker->first + length - 1, "to");
}

/* "to" and a verb: what the act is for, or the act itself. */
static bool
read_to(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	const struct cnd_predicate *last = cnd_walker_last(walker);
	size_t verb = i + 1;
	bool is_transparent;

	while (cnd_token_is_adverb(tokens, verb))
		verb++;
	if (uses_power(tokens, last, i)) {
		walker->expect = CND_FORM_BASE;
		walker->is_owed = true;
		walker->owed_from = i + 1;
		return true;
	}
	if (!(cnd_token_forms(tokens, verb, CND_VERB_CLASSES) &
		    CND_FORM_BASE) &&
		!cnd_token_reads(tokens, verb, "be"))
		return false;
	is_transparent = takes_steps(tokens, last) || last == NULL ||
		last->sentence != walker->sentence ||
		(last->classes & CND_CLASS_BIT(CND_CLASS_ENGAGE)) ||
		((last->classes & CND_CLASS_BIT(CND_CLASS_LIGHT)) && i > 0 &&
			cnd_token_has(tokens, i - 1, CND_CLASS_STEPS) &&
			last->context == CND_CONTEXT_MAIN);
	/* "calls on X to write …, and to publish": the same again. */
	if (i > 1 && cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
		cnd_token_is_mark(tokens, i - 2, ',') &&
		begins_with_to(walker)) {
		cnd_walker_leave_all(walker);
		walker->is_content = false;
		cnd_walker_enter(walker, CND_CONTEXT_MAIN, CND_FORM_BASE);
		return true;
	}
	if (walker->context == CND_CONTEXT_RELATIVE ||
		walker->context == CND_CONTEXT_CONDITION) {
		walker->expect = CND_FORM_BASE;
		return true;
	}
	if (!is_transparent && walker->context != CND_CONTEXT_PURPOSE) {
		walker->is_infinitive = true;
		walker->infinitive_base = walker->context;
	}
	cnd_walker_enter(walker,
		is_transparent ? walker->context : CND_CONTEXT_PURPOSE,
		CND_FORM_BASE);
	return true;
}

/* Acts that close a chain of others. */
static bool
is_telling_verb(const struct cnd_tokens *tokens, size_t i)
{
	static const char *const verbs[] = { "report", "publish", "submit",
		"audit", "evaluate", "present", "issue", "count", "tell",
		"sample" };

	for (size_t v = 0; v < sizeof(verbs) / sizeof(verbs[0]); v++) {
		if (cnd_token_reads(tokens, i, verbs[v]))
			return true;
	}
	return false;
}

/* "and", "or", "," and what may follow in the last verb's form. */
static void
read_conjunction(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t next = i + 1;

	while (cnd_token_has(tokens, next, CND_CLASS_CONJUNCTION) ||
		(cnd_token_is_adverb(tokens, next) &&
			!cnd_token_reads(tokens, next, "to")))
		next++;
	if (cnd_token_is_mark(tokens, i, ','))
		cnd_walker_comma(walker);
	if (cnd_token_reads(tokens, next, "that") && walker->is_content) {
		cnd_walker_leave_all(walker);
		walker->expect = 0;
		walker->clause_start = (uint32_t)next + 1;
		if (walker->context == CND_CONTEXT_PURPOSE &&
			walker->is_infinitive)
			walker->context = walker->infinitive_base;
		walker->is_infinitive = false;
		return;
	}
	/* "and ensure" opens the next act whatever stood before it. */
	if (cnd_token_is(tokens, next, CND_CLASS_ENSURE, CND_FORM_BASE) > 0 &&
		walker->context != CND_CONTEXT_MAIN) {
		walker->context = CND_CONTEXT_MAIN;
		walker->is_content = false;
		walker->last_form = CND_FORM_BASE;
	}
	/* "to find the gaps and report them": to report is the next act. */
	if (walker->context == CND_CONTEXT_PURPOSE && walker->is_infinitive &&
		walker->infinitive_base == CND_CONTEXT_MAIN &&
		walker->aside_count == 0 && is_telling_verb(tokens, next)) {
		walker->context = CND_CONTEXT_MAIN;
		walker->last_form = CND_FORM_BASE;
	}
	/* "when a worker leaves, and audit them": back to the act. */
	if (cnd_token_is_mark(tokens, i, ',') && next > i + 1 &&
		(walker->context == CND_CONTEXT_CONDITION ||
			walker->context == CND_CONTEXT_RELATIVE) &&
		walker->main_form == CND_FORM_BASE &&
		is_telling_verb(tokens, next)) {
		cnd_walker_leave_all(walker);
		walker->context = CND_CONTEXT_MAIN;
		walker->is_content = false;
		walker->last_form = CND_FORM_BASE;
	}
	/* "so that one is named, issue them": back to the act. */
	if (cnd_token_is_mark(tokens, i, ',') &&
		walker->context == CND_CONTEXT_PURPOSE && walker->is_singular &&
		walker->aside_count == 0 &&
		(cnd_token_forms(tokens, next, CND_VERB_CLASSES) &
			CND_FORM_BASE) &&
		walker->main_form == CND_FORM_BASE) {
		walker->context = CND_CONTEXT_MAIN;
		walker->is_content = false;
		walker->last_form = CND_FORM_BASE;
	}
	/* "should, within a week, carefully and fully review" */
	walker->expect = walker->is_owed ? CND_FORM_BASE : walker->last_form;
	if (walker->expect == CND_FORM_S && walker->context == CND_CONTEXT_MAIN)
		walker->expect |= CND_FORM_BASE;
	if (!cnd_token_is_mark(tokens, i, ',') &&
		cnd_walker_last(walker) != NULL &&
		cnd_walker_last(walker)->verb.to > walker->clause_start)
		walker->clause_start = (uint32_t)i + 1;
}

static size_t
read_break(struct cnd_walker *walker, size_t i)
{
	if (cnd_token_is_mark(walker->tokens, i, ':')) {
		walker->has_list = true;
		walker->list_context = walker->context;
		walker->is_list_content = walker->is_content;
		walker->list_expect = walker->expect != 0 ? walker->expect
			: walker->is_content              ? 0u
							  : CND_FORM_BASE;
	}
	walker->context = walker->list_context;
	walker->is_content = walker->is_list_content;
	walker->expect = walker->list_expect | CND_FORM_BASE | CND_FORM_S;
	walker->clause_start = (uint32_t)i + 1;
	return i + 1;
}

static bool
is_after_conjunction(const struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	while (i > 0 && cnd_token_is_adverb(tokens, i - 1) &&
		!cnd_token_reads(tokens, i - 1, "to"))
		i--;
	return i > 0 &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) ||
			cnd_token_is_mark(tokens, i - 1, ',') ||
			cnd_token_flag(tokens, i - 1, CND_TOKEN_BREAK));
}

/* Which form a verb at i is in that may be one here; 0 for none. */
static unsigned
expected_form(const struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	unsigned forms = cnd_token_forms(tokens, i, CND_VERB_CLASSES);
	unsigned hit = forms & walker->expect;

	if (hit & CND_FORM_BASE) {
		if (!walker->is_owed && is_after_conjunction(walker, i) &&
			cnd_is_noun_like(tokens, i) &&
			!cnd_opens_object(tokens, i + 1))
			return 0;
		return CND_FORM_BASE;
	}
	if (hit & CND_FORM_PAST)
		return CND_FORM_PAST;
	if (hit & CND_FORM_ING)
		return CND_FORM_ING;
	if (hit & CND_FORM_S)
		return CND_FORM_S;
	if (walker->is_copula && (forms & CND_FORM_PAST) &&
		is_after_conjunction(walker, i) &&
		cnd_token_has(tokens, i + 1, CND_CLASS_PREPOSITION))
		return CND_FORM_PAST;
	if (walker->is_content || walker->context == CND_CONTEXT_RELATIVE ||
		walker->context == CND_CONTEXT_CONDITION) {
		if (cnd_is_finite(tokens, i))
			return (forms & CND_FORM_BASE) ? CND_FORM_BASE
						       : CND_FORM_S;
		/* "are specific … and include", "and provide" */
		if (is_after_conjunction(walker, i) &&
			(forms & (CND_FORM_BASE | CND_FORM_S)) &&
			!cnd_token_has(tokens, i, CND_CLASS_NOUN_LIKE) &&
			walker->last_form != 0)
			return (forms & CND_FORM_BASE) ? CND_FORM_BASE
						       : CND_FORM_S;
	}
	return 0;
}

/* A preposition or what follows one, since the modal: "at all times". */
static bool
is_in_phrase(const struct cnd_walker *walker, size_t i)
{
	for (size_t k = i + 1; k > walker->owed_from && k + 3 > i; k--) {
		if (cnd_token_has(walker->tokens, k - 1, CND_CLASS_PREPOSITION))
			return true;
	}
	return false;
}

/* A verb that no lexicon has, where one must come. */
static bool
is_expected_unknown(const struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	if ((walker->expect & CND_FORM_BASE) == 0 ||
		!cnd_token_flag(tokens, i, CND_TOKEN_WORD) ||
		cnd_token_is_adverb(tokens, i))
		return false;
	return i == walker->first ||
		(walker->is_owed && !is_in_phrase(walker, i) &&
			!cnd_token_has(tokens, i, CND_CLASS_DETERMINER) &&
			!cnd_token_has(tokens, i, CND_CLASS_INDEFINITE));
}

/* A verb with what it acts on: "publish the", "appoint two". */
static bool
is_verb_with_object(const struct cnd_tokens *tokens, size_t i)
{
	return (cnd_token_forms(tokens, i, CND_VERB_CLASSES) & CND_FORM_BASE) !=
		0 &&
		(cnd_token_has(tokens, i + 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_INDEFINITE) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_NUMBER));
}

/* The place behind the mark that closes what begins with one, or `at`. */
static size_t
skip_enclosed(const struct cnd_walker *walker, size_t at)
{
	const struct cnd_token *items = walker->tokens->items;
	struct cnd_str close = cnd_token_reads(walker->tokens, at, "(")
		? CND_STR(")")
		: items[at].text;

	for (size_t i = at + 1; i < walker->end && i < at + BETWEEN_WORDS; i++)
		if (cnd_str_equal(items[i].text, close))
			return i + 1;
	return at;
}

/*
 * "should each year publish the", "should (by May) publish": what stands
 * between a modal and its verb.
 */
static size_t
skip_between(const struct cnd_walker *walker, size_t at)
{
	const struct cnd_tokens *tokens = walker->tokens;

	if (cnd_token_reads_any(tokens, at, "each|all|both") &&
		(cnd_token_forms(tokens, at + 1, CND_VERB_CLASSES) &
			CND_FORM_BASE) != 0)
		return at + 1;
	if (cnd_token_reads_any(tokens, at, "(|–|—|-"))
		return skip_enclosed(walker, at);
	/* "should, as soon as it can, fit", "must, before it is let, paint" */
	if (cnd_token_is_mark(tokens, at, ','))
		return skip_enclosed(walker, at);
	if (!cnd_token_reads_any(tokens, at,
		    "each|every|at|as|before|after|once|within|by|from|on|in|"
		    "until|during"))
		return at;
	for (size_t i = at + 1; i < walker->end && i < at + BETWEEN_WORDS &&
		!cnd_token_flag(tokens, i, CND_TOKEN_BREAK) &&
		!cnd_token_is_mark(tokens, i, ',');
		i++)
		if (is_verb_with_object(tokens, i) &&
			!cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) &&
			!cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE))
			return i;
	return at;
}

/* "ought, where it can, to": the verb follows here. */
static bool
ends_parted_modal(const struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	return walker->is_owed && walker->owed_from > 0 &&
		i > walker->owed_from && cnd_token_reads(tokens, i, "to") &&
		cnd_token_reads(tokens, walker->owed_from - 1, "ought");
}

static size_t
step(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t length;
	unsigned form;

	if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
		return read_break(walker, i);
	if (cnd_token_is_mark(tokens, i, ',') ||
		cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION)) {
		read_conjunction(walker, i);
		return i + 1;
	}
	length = cnd_token_is(tokens, i, CND_CLASS_MODAL, 0);
	if (length > 0 && i > 0 && length == 2 &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE))) {
		/* "the need to": a noun. */
		cnd_walker_enter_aside(walker, CND_CONTEXT_CONDITION, false);
		return i + length;
	}
	if (length > 0 && !cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL)) {
		/* "so that …, and should issue it": the next act. */
		if (cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
			walker->context == CND_CONTEXT_PURPOSE) {
			cnd_walker_leave_all(walker);
			walker->context = CND_CONTEXT_MAIN;
			walker->is_content = false;
			walker->is_infinitive = false;
		}
		cnd_walker_finite(walker, i);
		walker->expect = CND_FORM_BASE;
		walker->is_owed = true;
		walker->owed_from = i + length;
		return skip_between(walker, i + length);
	}
	if (cnd_token_reads(tokens, i, "not") ||
		cnd_token_reads(tokens, i, "never")) {
		walker->is_negated = true;
		return i + 1;
	}
	length = cnd_walker_open(walker, i);
	if (length > 0)
		return i + length;
	if (cnd_token_has(tokens, i, CND_CLASS_BE) &&
		!cnd_token_reads(tokens, i, "being")) {
		cnd_walker_finite(walker, i);
		return read_be(walker, i);
	}
	if (ends_parted_modal(walker, i))
		return i + 1;
	if (cnd_token_reads(tokens, i, "to") && read_to(walker, i)) {
		walker->is_to = true;
		return i + 1;
	}
	if (cnd_token_is_adverb(tokens, i))
		return i + 1;
	form = expected_form(walker, i);
	if (form != 0) {
		if (form == CND_FORM_S || cnd_is_finite(tokens, i))
			cnd_walker_finite(walker, i);
		return read_verb(walker, i, form);
	}
	if (is_expected_unknown(walker, i)) {
		cnd_walker_add(walker, i, 1, CND_VOICE_ACTIVE, 0);
		walker->last_form = CND_FORM_BASE;
	}
	/* "should at all times bear": the verb is still to come. */
	walker->expect = walker->is_owed && is_in_phrase(walker, i)
		? (unsigned)CND_FORM_BASE
		: 0;
	return i + 1;
}

static void
walk_sentence(struct cnd_walker *walker, const struct cnd_duty *duty)
{
	size_t i = duty->verb;

	bool is_listed = duty->kind == CND_DUTY_FRAGMENT && walker->has_list;

	if (!is_listed) {
		walker->list_context = CND_CONTEXT_MAIN;
		walker->is_list_content = false;
		walker->list_expect = CND_FORM_BASE;
		walker->has_list = false;
	}
	walker->context = walker->list_context;
	walker->aside_count = 0;
	walker->is_content = walker->is_list_content;
	walker->is_negated = false;
	walker->is_owed = false;
	walker->is_to = false;
	walker->is_copula = false;
	walker->is_infinitive = false;
	walker->main_form = 0;
	walker->last_form = 0;
	walker->first = duty->kind == CND_DUTY_SUBJECT ||
			duty->kind == CND_DUTY_IMPERATIVE
		? duty->verb
		: CND_NONE;
	walker->end = duty->sentence.to;
	walker->clause_start = (uint32_t)i;
	walker->expect =
		duty->is_gerund ? CND_FORM_ING : CND_FORM_BASE | CND_FORM_S;
	if (duty->kind == CND_DUTY_FRAGMENT || duty->kind == CND_DUTY_NOTHING)
		walker->expect = 0;
	if (duty->kind == CND_DUTY_SUBJECT)
		walker->clause_start = duty->subject.from;
	while (i < walker->end)
		i = step(walker, i);
}

/* Objects reach to the next verb's clause, or to what opens a context. */
static void
set_objects(struct cnd_clauses *clauses)
{
	const struct cnd_tokens *tokens = &clauses->tokens;

	for (size_t p = 0; p < clauses->predicate_count; p++) {
		struct cnd_predicate *predicate = &clauses->predicates[p];
		size_t end = clauses->duties[predicate->sentence].sentence.to;
		size_t i = predicate->verb.to;

		if (p + 1 < clauses->predicate_count &&
			clauses->predicates[p + 1].sentence ==
				predicate->sentence)
			end = clauses->predicates[p + 1].verb.from;
		while (i < end && !cnd_token_flag(tokens, i, CND_TOKEN_BREAK) &&
			!cnd_token_has(tokens, i, CND_CLASS_OPENER) &&
			!cnd_token_has(tokens, i, CND_CLASS_RELATIVE))
			i++;
		predicate->object =
			(struct cnd_range){ predicate->verb.to, (uint32_t)i };
	}
}

struct cnd_clauses
cnd_clauses_of(struct cnd_tokens tokens, struct cnd_arena *arena)
{
	struct cnd_clauses clauses = { .tokens = tokens };
	bool has_strong = false;
	struct cnd_walker walker = {
		.tokens = &clauses.tokens, .arena = arena, .clauses = &clauses
	};

	clauses.duties = cnd_arena_array(
		arena, tokens.sentence_count + 1, sizeof(*clauses.duties));
	for (size_t s = 0; s < tokens.sentence_count; s++) {
		clauses.duties[s] =
			cnd_duty_of(&clauses.tokens, tokens.sentences[s]);
		has_strong |= clauses.duties[s].kind == CND_DUTY_IMPERATIVE ||
			(clauses.duties[s].kind == CND_DUTY_SUBJECT &&
				!clauses.duties[s].is_weak);
	}
	for (size_t s = 0; s < tokens.sentence_count; s++) {
		if (has_strong && clauses.duties[s].is_weak)
			clauses.duties[s].kind = CND_DUTY_NOTHING;
		walker.sentence = (uint32_t)s;
		walk_sentence(&walker, &clauses.duties[s]);
	}
	set_objects(&clauses);
	return clauses;
}
