/*
 * The contexts of a sentence while it is walked: opened by their words,
 * closed by commas, marks and the next finite verb.
 */
#include "review/anatomy_walker.h"

struct cnd_predicate *
cnd_walker_last(const struct cnd_walker *walker)
{
	struct cnd_clauses *clauses = walker->clauses;

	if (clauses->predicate_count == 0)
		return NULL;
	return &clauses->predicates[clauses->predicate_count - 1];
}

void
cnd_walker_add(struct cnd_walker *walker, size_t verb, size_t length,
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

void
cnd_walker_enter(
	struct cnd_walker *walker, enum cnd_context context, unsigned expect)
{
	walker->context = context;
	walker->expect = expect;
}

/* "who", "where": to be left again. */
void
cnd_walker_enter_aside(
	struct cnd_walker *walker, enum cnd_context context, bool is_closable)
{
	if (walker->aside_count < CND_ASIDE_DEPTH)
		walker->asides[walker->aside_count++] = (struct cnd_aside){
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
static struct cnd_aside *
inner_aside(struct cnd_walker *walker)
{
	if (walker->aside_count == 0)
		return NULL;
	return &walker->asides[walker->aside_count - 1];
}

static void
leave_aside(struct cnd_walker *walker)
{
	const struct cnd_aside *aside = inner_aside(walker);

	if (aside == NULL)
		return;
	walker->context = aside->context;
	walker->is_content = aside->is_content;
	walker->last_form = aside->last_form;
	walker->is_owed = aside->is_owed;
	walker->aside_count--;
}

void
cnd_walker_leave_all(struct cnd_walker *walker)
{
	while (walker->aside_count > 0)
		leave_aside(walker);
}

/* A comma ends relative clauses, and conditions that have had their verb. */
void
cnd_walker_comma(struct cnd_walker *walker)
{
	while (walker->aside_count > 0 &&
		(walker->context == CND_CONTEXT_RELATIVE ||
			inner_aside(walker)->is_phrase ||
			inner_aside(walker)->has_verb))
		leave_aside(walker);
}

/* After "ensure": content, strict when the ensure is itself a purpose. */
void
cnd_walker_ensure(struct cnd_walker *walker, size_t at)
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

/* "that" behind a noun or a verb of saying. */
static bool
open_that(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	const struct cnd_predicate *last = cnd_walker_last(walker);

	if (!cnd_token_reads(tokens, i, "that"))
		return false;
	/* "supervision that gives direction" */
	if (walker->is_content && i > 0 &&
		cnd_token_flag(tokens, i - 1, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_ENSURE) &&
		!cnd_token_reads_any(tokens, i - 1, "sure|certain") &&
		(cnd_token_has(tokens, i + 1, CND_CLASS_BE) ||
			cnd_token_has(tokens, i + 1, CND_CLASS_MODAL) ||
			(cnd_token_forms(tokens, i + 1, CND_VERB_CLASSES) &
				(CND_FORM_BASE | CND_FORM_S)) != 0)) {
		cnd_walker_enter_aside(walker, CND_CONTEXT_RELATIVE, true);
		return true;
	}
	/* "remind staff that …": what is said, not what is to be done. */
	if (!walker->is_content && walker->context == CND_CONTEXT_MAIN &&
		last != NULL && last->sentence == walker->sentence) {
		cnd_walker_enter_aside(walker, CND_CONTEXT_CONDITION, false);
		return true;
	}
	return false;
}

/* "who", "where", "after". */
static bool
open_aside(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	if (cnd_token_has(tokens, i, CND_CLASS_RELATIVE)) {
		cnd_walker_enter_aside(walker, CND_CONTEXT_RELATIVE, true);
		return true;
	}
	/* "the way complaints are closed" */
	if (cnd_token_reads_any(tokens, i, "way|ways|manner") &&
		walker->context == CND_CONTEXT_MAIN &&
		!cnd_token_reads_any(
			tokens, i + 1, "to|of|for|forward|that|and|or") &&
		cnd_token_flag(tokens, i + 1, CND_TOKEN_WORD)) {
		cnd_walker_enter_aside(walker, CND_CONTEXT_CONDITION, true);
		return true;
	}
	if (!cnd_token_has(tokens, i, CND_CLASS_SUBORDINATOR) ||
		cnd_token_reads_any(tokens, i, "as|given") ||
		(i > 0 && cnd_token_reads(tokens, i - 1, "looked")))
		return false;
	cnd_walker_enter_aside(walker, CND_CONTEXT_CONDITION,
		cnd_token_reads_any(tokens, i, "where|when|if"));
	inner_aside(walker)->is_phrase =
		cnd_token_reads_any(tokens, i, "after|before|since");
	return true;
}

/* "by auditing", "through reading"; what is skipped, or 0. */
static size_t
open_means(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	const struct cnd_predicate *last = cnd_walker_last(walker);
	bool is_work = last != NULL &&
		((last->classes & CND_CLASS_BIT(CND_CLASS_ENGAGE)) != 0 ||
			cnd_token_reads_any(tokens, last->verb.from,
				"work|cooperate|collaborate"));
	size_t next = i + 1;
	bool is_gerund;

	while (cnd_token_is_adverb(tokens, next))
		next++;
	is_gerund = (cnd_token_forms(tokens, next, CND_VERB_CLASSES) &
			    CND_FORM_ING) != 0;
	/* "work with the maker in designing": the work is the design. */
	if (cnd_token_reads(tokens, i, "in") && is_gerund && is_work &&
		walker->context == CND_CONTEXT_MAIN) {
		cnd_walker_enter(walker, CND_CONTEXT_MEANS, CND_FORM_ING);
		return next - i;
	}
	if ((cnd_token_reads(tokens, i, "by") &&
		    cnd_token_is_mark(tokens, next, ':')) ||
		(cnd_token_reads_any(tokens, i, "by|through|using") &&
			is_gerund)) {
		cnd_walker_enter(walker, CND_CONTEXT_MEANS, CND_FORM_ING);
		walker->is_content = false;
		return next - i;
	}
	return 0;
}

size_t
cnd_walker_open(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;
	size_t length = cnd_token_is(tokens, i, CND_CLASS_OPENER, 0);

	if (length > 0) {
		cnd_walker_leave_all(walker);
		cnd_walker_enter(walker, CND_CONTEXT_PURPOSE,
			CND_FORM_BASE | CND_FORM_ING);
		walker->is_content = true;
		walker->is_infinitive = false;
		walker->clause_start = (uint32_t)(i + length);
		return length;
	}
	if (open_aside(walker, i) || open_that(walker, i))
		return 1;
	return open_means(walker, i);
}

/* "who do not attend", "who have been hurt": still the same verb. */
static bool
goes_with_before(const struct cnd_tokens *tokens, size_t i)
{
	while (i > 1 &&
		cnd_token_reads_any(tokens, i - 1,
			"been|not|themselves|never|also|already|ever|only"))
		i--;
	return i > 1 &&
		cnd_token_reads_any(
			tokens, i - 1, "do|does|did|have|has|had") &&
		cnd_token_has(tokens, i - 2, CND_CLASS_RELATIVE);
}

/* A finite verb or "be" closes "children who go missing". */
void
cnd_walker_finite(struct cnd_walker *walker, size_t i)
{
	const struct cnd_tokens *tokens = walker->tokens;

	const struct cnd_aside *aside = inner_aside(walker);

	if (aside != NULL && aside->is_closable && aside->has_verb && i > 0 &&
		!cnd_token_has(tokens, i - 1, CND_CLASS_CONJUNCTION) &&
		!cnd_token_is_mark(tokens, i - 1, ',') &&
		!goes_with_before(tokens, i))
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
