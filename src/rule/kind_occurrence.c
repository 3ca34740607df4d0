/*
 * occurrence: too many or too few matches of one pattern in each part of
 * the scope: block, sentence, recommendation, or the whole report.
 */
#include "rule/exceptions.h"
#include "rule/kinds.h"

static const char *const keys[] = { "token", "max", "min", "exceptions", NULL };

struct occurrence {
	uint32_t tag;
	struct cnd_exceptions exceptions;
	uint32_t max; /* 0: no bound */
	uint32_t min;
};

static bool
compile_occurrence(struct cnd_rule *rule, struct cnd_compile *compile,
	struct cnd_error *err)
{
	struct occurrence *data =
		cnd_arena_alloc(compile->arena, sizeof(*data));
	const struct cnd_yaml *token = cnd_compile_need(compile, "token", err);
	struct cnd_pattern pattern = { .is_whole = true };

	rule->data = data;
	if (token == NULL ||
		!cnd_compile_count(compile, "max", &data->max, err) ||
		!cnd_compile_count(compile, "min", &data->min, err))
		return false;
	if (data->max == 0 && data->min == 0)
		return cnd_rule_fail(
			err, compile->file, "'max' or 'min' is missing");
	if (!cnd_yaml_string(token, &pattern.text, err))
		return false;
	pattern.node = token;
	data->tag = cnd_compile_tag(compile);
	return cnd_compile_pattern(compile, &pattern, data->tag, err) &&
		cnd_exceptions_compile(compile, false, &data->exceptions, err);
}

/* One part of the scope, counted. */
struct tally {
	const struct cnd_rule *rule;
	struct cnd_check *check;
	struct cnd_hits hits;
	uint32_t count;
	bool has_first;
	struct cnd_span first; /* the first match that is not code */
	struct cnd_span opening; /* where the part begins */
	bool is_whole_report;
};

static void
begin_part(struct tally *tally, struct cnd_span opening)
{
	tally->count = 0;
	tally->has_first = false;
	tally->opening = opening;
}

/* Vale's text has asterisks for code. */
static bool
is_code(const struct tally *tally, struct cnd_span span)
{
	struct cnd_str words = cnd_check_text(tally->check, span);

	for (size_t i = 0; i < words.len; i++)
		if (words.data[i] != '*' && words.data[i] != '@' &&
			!cnd_is_space(words.data[i]))
			return false;
	return tally->rule->is_vale;
}

static void
count_in(struct tally *tally, struct cnd_span part)
{
	const struct occurrence *data = tally->rule->data;
	const struct cnd_hits *hits = &tally->hits;
	size_t i = cnd_hits_first_behind(hits, part.from);

	for (; i < hits->count && hits->items[i].span.to <= part.to; i++) {
		struct cnd_span span = hits->items[i].span;

		if (span.from < part.from ||
			!cnd_check_in_scope(tally->check, tally->rule, span) ||
			cnd_exceptions_hold(
				&data->exceptions, tally->check, span))
			continue;
		tally->count++;
		if (tally->has_first || is_code(tally, span))
			continue;
		tally->has_first = true;
		tally->first = span;
	}
}

static void
end_part(struct tally *tally)
{
	const struct occurrence *data = tally->rule->data;
	bool is_over = data->max > 0 && tally->count > data->max;
	bool is_under = data->min > 0 && tally->count < data->min;
	struct cnd_finding *finding;
	struct cnd_str count;

	if ((!is_over && !is_under) || (tally->count > 0 && !tally->has_first))
		return;
	count = cnd_arena_printf(
		tally->check->arena, "%u", (unsigned)tally->count);
	if (tally->count == 0 && tally->rule->is_vale)
		finding = cnd_check_emit_whole(
			tally->check, tally->rule, &count, 1);
	else
		finding = cnd_check_emit(tally->check, tally->rule,
			tally->count > 0 ? tally->first : tally->opening,
			&count, 1);
	finding->is_absence = tally->count == 0 && tally->is_whole_report;
}

static void
check_part(struct tally *tally, struct cnd_span part)
{
	if (!cnd_check_in_scope(tally->check, tally->rule, part))
		return;
	begin_part(tally, part);
	count_in(tally, part);
	end_part(tally);
}

static void
check_blocks(struct tally *tally)
{
	for (size_t i = 0; i < tally->check->pass.unit_count; i++)
		check_part(tally, tally->check->pass.units[i]);
}

static void
check_sentences(struct tally *tally)
{
	const struct cnd_document *doc = tally->check->doc;

	for (size_t i = 0; i < doc->sentence_count; i++)
		check_part(tally, doc->sentences[i].span);
}

static void
check_recommendations(struct tally *tally)
{
	const struct cnd_review *review = tally->check->review;

	for (size_t i = 0; i < review->recommendation_count; i++) {
		const struct cnd_recommendation *rec =
			&review->recommendations[i];

		if (rec->span_count == 0)
			continue;
		begin_part(tally, rec->spans[0]);
		for (size_t j = 0; j < rec->span_count; j++)
			count_in(tally, rec->spans[j]);
		end_part(tally);
	}
}

static void
check_document(struct tally *tally)
{
	tally->is_whole_report = true;
	begin_part(tally, (struct cnd_span){ 0, 0 });
	count_in(tally, (struct cnd_span){ 0, CND_NONE });
	end_part(tally);
}

/* Each unit, or all of them; what is missing is told of the file. */
static void
check_pass(struct tally *tally)
{
	const struct cnd_pass *pass = &tally->check->pass;
	bool is_begun = false;

	for (size_t i = 0; i < pass->unit_count; i++) {
		if (!cnd_check_in_scope(
			    tally->check, tally->rule, pass->units[i]))
			continue;
		if (!is_begun || !pass->is_whole)
			begin_part(tally, (struct cnd_span){ 0, 0 });
		is_begun = true;
		count_in(tally, pass->units[i]);
		if (!pass->is_whole)
			end_part(tally);
	}
	if (is_begun && pass->is_whole)
		end_part(tally);
}

static void
check_occurrence(const struct cnd_rule *rule, struct cnd_check *check)
{
	static void (*const check_parts[])(struct tally *) = {
		[CND_SCOPE_BLOCK] = check_blocks,
		[CND_SCOPE_SENTENCE] = check_sentences,
		[CND_SCOPE_RECOMMENDATION] = check_recommendations,
		[CND_SCOPE_DOCUMENT] = check_document,
	};
	const struct occurrence *data = rule->data;
	struct tally tally = {
		.rule = rule,
		.check = check,
		.hits = cnd_check_hits(check, data->tag),
	};

	if (rule->is_vale)
		check_pass(&tally);
	else
		check_parts[cnd_scope_unit_of(rule->scope)](&tally);
}

const struct cnd_kind cnd_kind_occurrence = {
	.name = "occurrence",
	.keys = keys,
	.compile = compile_occurrence,
	.check = check_occurrence,
};
