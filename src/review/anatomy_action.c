/*
 * Whether doing what is recommended could be told from not doing it: one
 * act that can be seen done makes the whole concrete.
 */
#include "review/anatomy_judge.h"
#include "review/anatomy_parts.h"

/* A predicate of the same ensure follows. */
static bool
has_content(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_predicate *predicate = &clauses->predicates[at];

	return at + 1 < clauses->predicate_count &&
		predicate[1].sentence == predicate->sentence &&
		(predicate[1].is_content ||
			predicate[1].context == CND_CONTEXT_RELATIVE ||
			predicate[1].context == CND_CONTEXT_CONDITION);
}

/* "This should include …" only spells out what went before. */
static bool
is_elaboration(const struct cnd_clauses *clauses, size_t sentence)
{
	const struct cnd_duty *duty = &clauses->duties[sentence];
	const struct cnd_tokens *tokens = &clauses->tokens;

	return sentence > 0 && duty->kind == CND_DUTY_SUBJECT &&
		duty->subject.to == duty->subject.from + 1 &&
		(cnd_token_reads(tokens, duty->subject.from, "this") ||
			cnd_token_reads(tokens, duty->subject.from, "it") ||
			cnd_token_reads(tokens, duty->subject.from, "these"));
}

/* "training, which includes the history of …, the law and …". */
static bool
lists_contents(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	if (!cnd_token_reads_any(tokens, predicate->verb.from,
		    "include|includes|covers|cover|contains|sets|lists"))
		return false;
	for (size_t i = predicate->object.from; i < predicate->object.to; i++) {
		if (cnd_token_is_mark(tokens, i, ',') ||
			cnd_token_has(tokens, i, CND_CLASS_CONJUNCTION))
			return true;
	}
	return false;
}

/* What somebody is required, invited or set to do. */
static bool
is_told_act(const struct cnd_clauses *clauses, size_t at)
{
	const struct cnd_predicate *predicate = &clauses->predicates[at];
	const struct cnd_predicate *before = predicate - 1;

	if (at == 0 || before->sentence != predicate->sentence ||
		before->context != CND_CONTEXT_MAIN ||
		predicate->verb.from == 0 ||
		!cnd_is_telling(&clauses->tokens, before))
		return false;
	return cnd_token_reads(
		&clauses->tokens, predicate->verb.from - 1, "to");
}

static enum cnd_verdict
judge(const struct cnd_clauses *clauses, size_t at,
	const struct cnd_predicate *main)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_predicate *predicate = &clauses->predicates[at];

	/* "require every practice to keep a list": the keeping is the act */
	if (is_told_act(clauses, at))
		return cnd_judge_main(tokens, predicate);
	switch (predicate->context) {
	case CND_CONTEXT_MAIN:
	case CND_CONTEXT_MEANS:
		if (clauses->duties[predicate->sentence].kind ==
				CND_DUTY_FRAGMENT ||
			clauses->duties[predicate->sentence].kind ==
				CND_DUTY_NOTHING)
			return CND_VERDICT_NEUTRAL;
		if (at + 1 < clauses->predicate_count &&
			is_told_act(clauses, at + 1))
			return CND_VERDICT_NEUTRAL;
		if (cnd_predicate_is(predicate, CND_CLASS_ENSURE))
			return has_content(clauses, at)
				? CND_VERDICT_NEUTRAL
				: cnd_judge_ensured(tokens, predicate);
		return cnd_judge_main(tokens, predicate);
	case CND_CONTEXT_CONTENT:
		if (cnd_predicate_is(predicate, CND_CLASS_ENSURE))
			return CND_VERDICT_NEUTRAL;
		return cnd_judge_content(tokens, predicate);
	case CND_CONTEXT_PURPOSE:
		return cnd_judge_purpose(tokens, predicate, main);
	case CND_CONTEXT_RELATIVE:
		return lists_contents(tokens, predicate) && main != NULL &&
				!cnd_predicate_is(main, CND_CLASS_THINKING) &&
				!cnd_predicate_is(main, CND_CLASS_MIND)
			? CND_VERDICT_CONCRETE
			: CND_VERDICT_NEUTRAL;
	default:
		return CND_VERDICT_NEUTRAL;
	}
}

/* The wording: the verb with what stands right before and behind it. */
static struct cnd_span
wording_of(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate)
{
	struct cnd_range range = predicate->verb;
	size_t limit = range.to + 6;

	while (range.from > 0 && cnd_token_is_adverb(tokens, range.from - 1) &&
		!cnd_token_reads(tokens, range.from - 1, "to"))
		range.from--;
	if (predicate->voice == CND_VOICE_PASSIVE && range.from > 0 &&
		cnd_token_has(tokens, range.from - 1, CND_CLASS_BE))
		range.from--;
	while (range.to < predicate->object.to && range.to < limit &&
		cnd_token_flag(tokens, range.to, CND_TOKEN_WORD) &&
		!cnd_token_has(tokens, range.to, CND_CLASS_SUBORDINATOR) &&
		!(range.to > predicate->verb.to &&
			cnd_token_has(tokens, range.to, CND_CLASS_PREPOSITION)))
		range.to++;
	/* "consider whether": a bare verb says too little of where it is */
	if (range.to == predicate->verb.to &&
		cnd_predicate_is(predicate, CND_CLASS_THINKING) &&
		cnd_token_has(tokens, range.to, CND_CLASS_SUBORDINATOR))
		range.to++;
	while (range.to > predicate->verb.to &&
		(cnd_token_has(tokens, range.to - 1, CND_CLASS_CONJUNCTION) ||
			cnd_token_has(
				tokens, range.to - 1, CND_CLASS_DETERMINER) ||
			cnd_token_has(
				tokens, range.to - 1, CND_CLASS_INDEFINITE)))
		range.to--;
	return cnd_tokens_span(tokens, range);
}

/* "involves carers where appropriate"; not "…, with others as needed". */
static bool
is_escaped(const struct cnd_tokens *tokens, struct cnd_range object)
{
	for (size_t i = object.from; i < object.to; i++) {
		if (cnd_token_is_mark(tokens, i, ','))
			return false;
		if (cnd_token_has(tokens, i, CND_CLASS_ESCAPE))
			return true;
	}
	return false;
}

/* "where appropriate" on the act itself, behind it or before it. */
static bool
has_escape(const struct cnd_clauses *clauses,
	const struct cnd_predicate *predicate)
{
	const struct cnd_duty *duty = &clauses->duties[predicate->sentence];
	struct cnd_range before = { duty->verb, predicate->verb.from };

	/* "should, as far as possible, reflect" */
	if (predicate->context == CND_CONTEXT_MAIN &&
		duty->kind == CND_DUTY_SUBJECT && before.to > before.from &&
		before.to < before.from + 9 &&
		cnd_count_class(&clauses->tokens, before, CND_CLASS_ESCAPE) > 0)
		return true;
	if (predicate->context == CND_CONTEXT_CONTENT)
		return is_escaped(&clauses->tokens, predicate->object);
	return predicate->context == CND_CONTEXT_MAIN &&
		(cnd_count_class(&clauses->tokens, predicate->object,
			 CND_CLASS_ESCAPE) > 0 ||
			cnd_count_class(&clauses->tokens,
				clauses->duties[predicate->sentence].lead,
				CND_CLASS_ESCAPE) > 0);
}

static void
add_escapes(const struct cnd_reading *reading, struct cnd_span_list *vague)
{
	const struct cnd_tokens *tokens = &reading->clauses.tokens;

	for (size_t i = 0; i < tokens->count; i++) {
		size_t length = cnd_token_is(tokens, i, CND_CLASS_ESCAPE, 0);

		if (length > 0)
			cnd_span_list_add(vague, reading->arena,
				cnd_tokens_span(tokens,
					(struct cnd_range){ (uint32_t)i,
						(uint32_t)(i + length) }));
	}
}

/* "recommends the appointment of …": an act named by a noun. */
static bool
is_concrete_noun(const struct cnd_clauses *clauses, size_t sentence)
{
	const struct cnd_tokens *tokens = &clauses->tokens;
	const struct cnd_duty *duty = &clauses->duties[sentence];
	struct cnd_range phrase = { duty->frame.to, duty->sentence.to };
	size_t head;

	if (duty->kind != CND_DUTY_FRAGMENT ||
		duty->frame.to <= duty->frame.from)
		return false;
	head = cnd_phrase_end(tokens, phrase);
	return head > phrase.from &&
		cnd_token_reads_any(tokens, head - 1,
			"appointment|establishment|publication|introduction|"
			"creation|installation|replacement|amendment|repeal|"
			"removal|inclusion|adoption|allocation|recruitment|"
			"filling|abolition|withdrawal|provision|increase|"
			"conversion|relocation|prohibition|ban");
}

enum cnd_part_value
cnd_action_of(const struct cnd_reading *reading, struct cnd_span_list *vague)
{
	const struct cnd_clauses *clauses = &reading->clauses;
	const struct cnd_predicate *main = NULL;
	bool is_concrete = false;

	for (size_t i = 0; i < clauses->predicate_count; i++) {
		const struct cnd_predicate *predicate = &clauses->predicates[i];
		enum cnd_verdict verdict;

		if (predicate->context == CND_CONTEXT_MAIN &&
			(main == NULL ||
				main->sentence != predicate->sentence ||
				!cnd_predicate_is(main, CND_CLASS_REVIEW)))
			main = predicate;
		verdict = judge(clauses, i, main);
		if (verdict == CND_VERDICT_CONCRETE &&
			has_escape(clauses, predicate))
			verdict = CND_VERDICT_NEUTRAL;
		if (verdict == CND_VERDICT_CONCRETE &&
			is_elaboration(clauses, predicate->sentence) &&
			!is_concrete)
			verdict = CND_VERDICT_NEUTRAL;
		if (verdict == CND_VERDICT_VAGUE)
			cnd_span_list_add(vague, reading->arena,
				wording_of(&clauses->tokens, predicate));
		is_concrete |= verdict == CND_VERDICT_CONCRETE;
	}
	for (size_t s = 0; s < clauses->tokens.sentence_count; s++)
		is_concrete |= is_concrete_noun(clauses, s);
	add_escapes(reading, vague);
	return is_concrete ? CND_VALUE_CONCRETE : CND_VALUE_VAGUE;
}
