/*
 * Walks each sentence once and notes its verbs with the context they stand
 * in.  It is a shallow parse: contexts are opened by their words ("ensure",
 * "so that", "to" and a verb, "by" and a gerund, "who", "where") and closed
 * by coordination, commas and marks.
 */
#include "review/anatomy_clause.h"

/* Clauses inside clauses kept apart; prose rarely has three. */
enum { ASIDE_DEPTH = 6 };

/* What stood around a relative clause or a condition. */
struct aside {
	enum cnd_context context;
	bool is_content;
	unsigned last_form;
	bool has_verb; /* inside the aside */
	bool is_owed;
	bool is_closable; /* it ends at the next clause's verb */
	bool is_phrase; /* it may have no verb: "after adoption" */
};

struct walker {
	const struct cnd_tokens *tokens;
	struct cnd_arena *arena;
	struct cnd_clauses *clauses;
	size_t capacity;
	uint32_t sentence;
	uint32_t first; /* where the finite verb stands; 0: not known */
	uint32_t end;
	enum cnd_context context;
	struct aside asides[ASIDE_DEPTH]; /* to return to from "who", "where" */
	size_t aside_count;
	bool is_content; /* inside an ensure */
	bool is_negated;
	bool is_copula; /* participles may follow: "are timely, made by" */
	bool is_infinitive; /* the purpose has no subject of its own */
	enum cnd_context infinitive_base;
	bool is_singular; /* the last "be" was "is" */
	unsigned main_form; /* of the sentence's first verb */
	bool is_to; /* the verb to come is an infinitive */
	bool is_owed; /* a modal's verb is still to come */
	unsigned expect; /* forms of a verb that may stand here */
	unsigned last_form; /* of the last predicate: for "and" */
	enum cnd_voice last_voice;
	uint32_t clause_start; /* where a subject may begin */
	enum cnd_context list_context; /* holds again at each bullet */
	bool is_list_content;
	bool has_list; /* an item may be a sentence of its own */
	unsigned list_expect;
};

static bool
is_mark(const struct cnd_tokens *tokens, size_t i, char mark)
{
	return i < tokens->count && tokens->items[i].text.len == 1 &&
		tokens->items[i].text.data[0] == mark;
}

size_t
cnd_count_class(const struct cnd_tokens *tokens, struct cnd_range range,
	enum cnd_class is_class)
{
	size_t count = 0;

	for (size_t i = range.from; i < range.to; i++)
		count += cnd_token_has(tokens, i, is_class);
	return count;
}

static struct cnd_predicate *
last_predicate(const struct walker *walker)
{
	struct cnd_clauses *clauses = walker->clauses;

	if (clauses->predicate_count == 0)
		return NULL;
	return &clauses->predicates[clauses->predicate_count - 1];
}

static void
add_predicate(struct walker *walker, size_t verb, size_t length,
	enum cnd_voice voice, uint64_t classes)
{
	struct cnd_clauses *clauses = walker->clauses;
	struct cnd_predicate *predicate;

	clauses->predicates = cnd_arena_grow(walker->arena, clauses->predicates,
		clauses->predicate_count, &walker->capacity,
		sizeof(*clauses->predicates));
	predicate = &clauses->predicates[clauses->predicate_count++];
	*predicate = (struct cnd_predicate){
		.context = walker->context,
		.voice = voice,
		.is_negated = walker->is_negated,
		.is_content = walker->is_content,
		.is_infinitive = walker->is_to,
		.sentence = walker->sentence,
		.verb = { (uint32_t)verb, (uint32_t)(verb + length) },
		.subject = { walker->clause_start, (uint32_t)verb },
		.classes = classes,
	};
	if (predicate->subject.from > verb)
		predicate->subject.from = (uint32_t)verb;
	walker->last_voice = voice;
	walker->is_negated = false;
	walker->is_owed = false;
	walker->is_to = false;
	walker->is_copula = false;
	walker->clause_start = predicate->verb.to;
	if (walker->aside_count > 0)
		walker->asides[walker->aside_count - 1].has_verb = true;
}

static void
enter(struct walker *walker, enum cnd_context context, unsigned expect)
{
	walker->context = context;
	walker->expect = expect;
}

/* "who", "where": to be left again. */
static void
enter_aside(struct walker *walker, enum cnd_context context, bool is_closable)
{
	if (walker->aside_count < ASIDE_DEPTH)
		walker->asides[walker->aside_count++] = (struct aside){
			.context = walker->context,
			.is_content = walker->is_content,
			.last_form = walker->last_form,
			.is_closable = is_closable,
			.is_owed = walker->is_owed,
		};
	walker->is_owed = false;
	walker->context = context;
	walker->expect = 0;
}

/* The aside we are in, or NULL. */
static struct aside *
inner_aside(struct walker *walker)
{
	if (walker->aside_count == 0)
		return NULL;
	return &walker->asides[walker->aside_count - 1];
}

static void
leave_aside(struct walker *walker)
{
	const struct aside *aside = inner_aside(walker);

	if (aside == NULL)
		return;
	walker->context = aside->context;
	walker->is_content = aside->is_content;
	walker->last_form = aside->last_form;
	walker->is_owed = aside->is_owed;
	walker->aside_count--;
}

static void
leave_asides(struct walker *walker)
{
	while (walker->aside_count > 0)
		leave_aside(walker);
}

/* A comma ends relative clauses, and conditions that have had their verb. */
static void
leave_at_comma(struct walker *walker)
{
	while (walker->aside_count > 0 &&
		(walker->context == CND_CONTEXT_RELATIVE ||
			inner_aside(walker)->is_phrase ||
			inner_aside(walker)->has_verb))
		leave_aside(walker);
}

/* After "ensure": content, strict when the ensure is itself a purpose. */
static void
enter_content(struct walker *walker, size_t at)
{
	if (walker->context == CND_CONTEXT_MAIN ||
		walker->context == CND_CONTEXT_MEANS)
		walker->context = CND_CONTEXT_CONTENT;
	walker->is_content = true;
	walker->is_infinitive = false;
	walker->expect = 0;
	walker->last_form = 0;
	walker->clause_start = (uint32_t)at;
}

/* The participle behind a form of "be"; sets *at and *length. */
static uint64_t
find_participle(
	const struct walker *walker, size_t *at, size_t *length, bool *is_known)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t i = *at;
	uint64_t classes;

	while (i < walker->end &&
		(cnd_token_is_adverb(tokens, i) ||
			(cnd_token_has(tokens, i, CND_CLASS_QUALITY) &&
				is_mark(tokens, i + 1, ','))) &&
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
read_be(struct walker *walker, size_t i)
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
		add_predicate(walker, i, length, CND_VOICE_COPULA, classes);
		return i + length;
	}
	classes = find_participle(walker, &at, &length, &is_known);
	if (is_known) {
		add_predicate(walker, at, length, CND_VOICE_PASSIVE, classes);
		walker->last_form = CND_FORM_PAST;
		walker->expect = 0;
		return at + length;
	}
	add_predicate(walker, i, 1, CND_VOICE_COPULA, 0);
	walker->last_form = CND_FORM_S; /* "are specific and include" */
	walker->is_copula = true;
	walker->expect = 0;
	return i + 1;
}

/* A verb in a form expected here: its predicate, and what it opens. */
static size_t
read_verb(struct walker *walker, size_t i, unsigned form)
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

		add_predicate(walker, i, length, voice, classes);
		while (cnd_token_is_adverb(tokens, next))
			next++;
		walker->expect = CND_FORM_BASE;
		walker->last_form = form;
		return next;
	}
	add_predicate(walker, i, length, voice, classes);
	walker->last_form = form;
	if (walker->context == CND_CONTEXT_MAIN)
		walker->main_form = form;
	walker->expect = 0;
	if (classes & CND_CLASS_BIT(CND_CLASS_ENSURE))
		enter_content(walker, i + length);
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

/* "to" and a verb: what the act is for, or the act itself. */
static bool
read_to(struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	const struct cnd_predicate *last = last_predicate(walker);
	size_t verb = i + 1;
	bool is_transparent;

	while (cnd_token_is_adverb(tokens, verb))
		verb++;
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
	if (walker->context == CND_CONTEXT_RELATIVE ||
		walker->context == CND_CONTEXT_CONDITION) {
		walker->expect = CND_FORM_BASE;
		return true;
	}
	/* "calls on X to write …, and to publish": the same again. */
	if (i > 1 && cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
		is_mark(tokens, i - 2, ',') && walker->first > 0 &&
		cnd_token_reads(tokens, walker->first, "to")) {
		walker->is_content = false;
		enter(walker, CND_CONTEXT_MAIN, CND_FORM_BASE);
		return true;
	}
	if (!is_transparent && walker->context != CND_CONTEXT_PURPOSE) {
		walker->is_infinitive = true;
		walker->infinitive_base = walker->context;
	}
	enter(walker, is_transparent ? walker->context : CND_CONTEXT_PURPOSE,
		CND_FORM_BASE);
	return true;
}

/* Acts that close a chain of others. */
static bool
is_telling_verb(const struct cnd_tokens *tokens, size_t i)
{
	static const char *const verbs[] = { "report", "publish", "submit",
		"audit", "evaluate", "present", "issue" };

	for (size_t v = 0; v < sizeof(verbs) / sizeof(verbs[0]); v++) {
		if (cnd_token_reads(tokens, i, verbs[v]))
			return true;
	}
	return false;
}

/* "and", "or", "," and what may follow in the last verb's form. */
static void
read_conjunction(struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t next = i + 1;

	while (cnd_token_has(tokens, next, CND_CLASS_CONJUNCTION) ||
		(cnd_token_is_adverb(tokens, next) &&
			!cnd_token_reads(tokens, next, "to")))
		next++;
	if (is_mark(tokens, i, ','))
		leave_at_comma(walker);
	if (cnd_token_reads(tokens, next, "that") && walker->is_content) {
		leave_asides(walker);
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
	/* "so that one is named, issue them": back to the act. */
	if (is_mark(tokens, i, ',') && walker->context == CND_CONTEXT_PURPOSE &&
		walker->is_singular && walker->aside_count == 0 &&
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
	if (!is_mark(tokens, i, ',') && last_predicate(walker) != NULL &&
		last_predicate(walker)->verb.to > walker->clause_start)
		walker->clause_start = (uint32_t)i + 1;
}

static size_t
read_break(struct walker *walker, size_t i)
{
	if (is_mark(walker->tokens, i, ':')) {
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

/* Words that open a context; 0 when token i is none of them. */
static size_t
read_opener(struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t length = cnd_token_is(tokens, i, CND_CLASS_OPENER, 0);
	size_t next = i + 1;

	if (length > 0) {
		leave_asides(walker);
		enter(walker, CND_CONTEXT_PURPOSE,
			CND_FORM_BASE | CND_FORM_ING);
		walker->is_content = true;
		walker->is_infinitive = false;
		walker->clause_start = (uint32_t)(i + length);
		return length;
	}
	if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE)) {
		enter_aside(walker, CND_CONTEXT_RELATIVE, true);
		return 1;
	}
	if (cnd_token_has(tokens, i, CND_CLASS_SUBORDINATOR) &&
		!cnd_token_reads(tokens, i, "as") &&
		!cnd_token_reads(tokens, i, "given") &&
		!(i > 0 && cnd_token_reads(tokens, i - 1, "looked"))) {
		enter_aside(walker, CND_CONTEXT_CONDITION,
			cnd_token_reads(tokens, i, "where") ||
				cnd_token_reads(tokens, i, "when") ||
				cnd_token_reads(tokens, i, "if"));
		inner_aside(walker)->is_phrase =
			cnd_token_reads(tokens, i, "after") ||
			cnd_token_reads(tokens, i, "before") ||
			cnd_token_reads(tokens, i, "since");
		return 1;
	}
	/* "supervision that gives direction" */
	if (cnd_token_reads(tokens, i, "that") && walker->is_content && i > 0 &&
		cnd_token_flag(tokens, i - 1, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_ENSURE) &&
		(cnd_token_has(tokens, i + 1, CND_CLASS_BE) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_MODAL) ||
			(cnd_token_forms(tokens, i + 1, CND_VERB_CLASSES) &
				(CND_FORM_BASE | CND_FORM_S)) != 0)) {
		enter_aside(walker, CND_CONTEXT_RELATIVE, true);
		return 1;
	}
	/* "remind staff that …": what is said, not what is to be done. */
	if (cnd_token_reads(tokens, i, "that") && !walker->is_content &&
		walker->context == CND_CONTEXT_MAIN &&
		last_predicate(walker) != NULL &&
		last_predicate(walker)->sentence == walker->sentence) {
		enter_aside(walker, CND_CONTEXT_CONDITION, false);
		return 1;
	}
	while (cnd_token_is_adverb(tokens, next))
		next++;
	if (cnd_token_reads(tokens, i, "by") && is_mark(tokens, next, ':')) {
		enter(walker, CND_CONTEXT_MEANS, CND_FORM_ING);
		walker->is_content = false;
		return next - i;
	}
	/* "work with the maker in designing": the work is the design. */
	if (cnd_token_reads(tokens, i, "in") &&
		last_predicate(walker) != NULL &&
		(last_predicate(walker)->classes &
			(CND_CLASS_BIT(CND_CLASS_ENGAGE) |
				CND_CLASS_BIT(CND_CLASS_DIRECTION))) != 0 &&
		(cnd_token_forms(tokens, next, CND_VERB_CLASSES) &
			CND_FORM_ING) &&
		walker->context == CND_CONTEXT_MAIN) {
		enter(walker, CND_CONTEXT_MEANS, CND_FORM_ING);
		return next - i;
	}
	if ((cnd_token_reads(tokens, i, "by") ||
		    cnd_token_reads(tokens, i, "through") ||
		    cnd_token_reads(tokens, i, "using")) &&
		(cnd_token_forms(tokens, next, CND_VERB_CLASSES) &
			CND_FORM_ING)) {
		enter(walker, CND_CONTEXT_MEANS, CND_FORM_ING);
		walker->is_content = false;
		return next - i;
	}
	return 0;
}

/* A finite verb or "be" closes "children who go missing". */
static void
close_relative(struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	const struct aside *aside = inner_aside(walker);

	if (aside != NULL && aside->is_closable && aside->has_verb && i > 0 &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
		!is_mark(tokens, i - 1, ','))
		leave_aside(walker);
	/* "to improve practice and new audits are made": a new clause. */
	if (walker->context == CND_CONTEXT_PURPOSE && walker->is_infinitive &&
		walker->infinitive_base == CND_CONTEXT_CONTENT &&
		walker->clause_start > 0 &&
		cnd_token_has(tokens, walker->clause_start - 1,
			CND_CLASS_CONJUNCTION)) {
		walker->context = CND_CONTEXT_CONTENT;
		walker->is_infinitive = false;
	}
}

static bool
is_after_conjunction(const struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	while (i > 0 && cnd_token_is_adverb(tokens, i - 1) &&
		!cnd_token_reads(tokens, i - 1, "to"))
		i--;
	return i > 0 &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) ||
			is_mark(tokens, i - 1, ',') ||
			cnd_token_flag(tokens, i - 1, CND_TOKEN_BREAK));
}

/* Which form a verb at i is in that may be one here; 0 for none. */
static unsigned
expected_form(const struct walker *walker, size_t i)
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

static bool
is_expected_unknown(const struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	return (walker->expect & CND_FORM_BASE) != 0 &&
		cnd_token_flag(tokens, i, CND_TOKEN_WORD) &&
		!cnd_token_is_adverb(tokens, i) && i > 0 &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_MODAL) ||
			i == walker->first);
}

static size_t
step(struct walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t length;
	unsigned form;

	if (cnd_token_flag(tokens, i, CND_TOKEN_BREAK))
		return read_break(walker, i);
	if (is_mark(tokens, i, ',') ||
		cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION)) {
		read_conjunction(walker, i);
		return i + 1;
	}
	length = cnd_token_is(tokens, i, CND_CLASS_MODAL, 0);
	if (length > 0 && i > 0 && length == 2 &&
		(cnd_token_has(tokens, i - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(tokens, i - 1, CND_CLASS_INDEFINITE))) {
		/* "the need to": a noun. */
		enter_aside(walker, CND_CONTEXT_CONDITION, false);
		return i + length;
	}
	if (length > 0 && !cnd_token_flag(tokens, i, CND_TOKEN_CAPITAL)) {
		close_relative(walker, i);
		walker->expect = CND_FORM_BASE;
		walker->is_owed = true;
		return i + length;
	}
	if (cnd_token_reads(tokens, i, "not") ||
		cnd_token_reads(tokens, i, "never")) {
		walker->is_negated = true;
		return i + 1;
	}
	length = read_opener(walker, i);
	if (length > 0)
		return i + length;
	if (cnd_token_has(tokens, i, CND_CLASS_BE) &&
		!cnd_token_reads(tokens, i, "being")) {
		close_relative(walker, i);
		return read_be(walker, i);
	}
	if (cnd_token_reads(tokens, i, "to") && read_to(walker, i)) {
		walker->is_to = true;
		return i + 1;
	}
	if (cnd_token_is_adverb(tokens, i))
		return i + 1;
	form = expected_form(walker, i);
	if (form != 0) {
		if (form == CND_FORM_S || cnd_is_finite(tokens, i))
			close_relative(walker, i);
		return read_verb(walker, i, form);
	}
	if (is_expected_unknown(walker, i)) {
		add_predicate(walker, i, 1, CND_VOICE_ACTIVE, 0);
		walker->last_form = CND_FORM_BASE;
	}
	walker->expect = 0;
	return i + 1;
}

static void
walk_sentence(struct walker *walker, const struct cnd_duty *duty)
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
	walker->first = duty->kind == CND_DUTY_SUBJECT ? duty->verb : 0;
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
	struct walker walker = {
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
