/*
 * The reader's states and the check's own as findings.  The last two are
 * said even when no rule file words them: a check that gave up must never
 * look like a check that found nothing.
 */
#include "lint/state.h"

#include "base/halving.h"
#include "base/limits.h"

static const struct cnd_rule gave_up_rule = {
	.info = {
		.id = { "document/pattern-gave-up", 24 },
		.kind = { "state", 5 },
		.message = { "the rule %s gave up here", 24 },
		.level = CND_LEVEL_WARNING,
	},
	.is_on = true,
};

static const struct cnd_rule too_many_rule = {
	.info = {
		.id = { "document/too-many-findings", 26 },
		.kind = { "state", 5 },
		.message = { "%s more findings were left out", 30 },
		.level = CND_LEVEL_WARNING,
	},
	.is_on = true,
};

struct cnd_setting
cnd_job_setting(const struct cnd_job *job, const struct cnd_rule *rule)
{
	return cnd_setting_of(rule, job->profile, job->options->choices,
		job->options->choice_count);
}

/* The info is a rule's first member. */
static const struct cnd_rule *
rule_of_id(const struct cnd_job *job, struct cnd_str id,
	const struct cnd_rule *otherwise)
{
	const struct cnd_rule_info *info = cnd_ruleset_find(job->set, id);

	return info == NULL ? otherwise : (const struct cnd_rule *)info;
}

static void
emit_state(struct cnd_job *job, const struct cnd_rule *rule,
	struct cnd_span span, struct cnd_str words)
{
	struct cnd_setting setting = cnd_job_setting(job, rule);
	struct cnd_finding *finding;

	if (!setting.is_on)
		return;
	finding = cnd_check_emit(&job->check, rule, span, &words, 1);
	finding->level = setting.level;
}

void
cnd_job_say(struct cnd_job *job, const char *id, struct cnd_span span,
	const struct cnd_str *words, size_t word_count)
{
	const struct cnd_rule *rule = rule_of_id(job, cnd_str_of(id), NULL);
	struct cnd_setting setting;

	if (rule == NULL)
		return;
	setting = cnd_job_setting(job, rule);
	if (setting.is_on)
		cnd_check_emit(&job->check, rule, span, words, word_count)
			->level = setting.level;
}

static void
add_document_states(struct cnd_job *job)
{
	const struct cnd_document *doc = job->check.doc;

	for (size_t i = 0; i < doc->state_count; i++) {
		const struct cnd_state *state = &doc->states[i];
		const struct cnd_rule *rule =
			rule_of_id(job, cnd_str_of(state->rule), NULL);

		if (rule != NULL)
			emit_state(job, rule, state->span, state->message);
	}
}

/* The rule that owns a tag: rules and tags rise together. */
static size_t
rule_of_tag(const struct cnd_rule *rules, size_t count, uint32_t tag)
{
	struct cnd_halving in = { .high = count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, rules[in.middle].end_tag <= tag);
	return in.low;
}

void
cnd_job_add_given_up(struct cnd_job *job, const struct cnd_hits *hits)
{
	const struct cnd_rule *said =
		rule_of_id(job, gave_up_rule.info.id, &gave_up_rule);
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(job->set, &count);

	if (job->has_given_up == NULL)
		job->has_given_up = cnd_arena_array(
			job->check.arena, count + 1, sizeof(bool));
	for (size_t i = 0; i < hits->gave_up_count; i++) {
		size_t rule = rule_of_tag(rules, count, hits->gave_up[i].tag);

		if (rule == count || job->has_given_up[rule] ||
			!cnd_job_setting(job, &rules[rule]).is_on)
			continue;
		job->has_given_up[rule] = true;
		emit_state(
			job, said, hits->gave_up[i].span, rules[rule].info.id);
	}
}

static void
add_dropped(struct cnd_job *job)
{
	const struct cnd_rule *rule =
		rule_of_id(job, too_many_rule.info.id, &too_many_rule);
	struct cnd_check *check = &job->check;
	struct cnd_str words;

	if (check->dropped == 0)
		return;
	check->finding_count--; /* this takes the last one's place */
	words = cnd_arena_printf(check->arena, "%zu", check->dropped + 1);
	emit_state(job, rule, (struct cnd_span){ 0, 0 }, words);
}

/* Parts behind the words looked at would be said to be missing. */
static void
add_cut(struct cnd_job *job)
{
	const struct cnd_review *review = job->check.review;
	struct cnd_str most = cnd_arena_printf(
		job->check.arena, "%d", CND_LIMIT_RECOMMENDATION_WORDS);

	for (size_t i = 0; i < review->recommendation_count; i++) {
		const struct cnd_recommendation *rec =
			&review->recommendations[i];

		if (rec->is_cut)
			cnd_job_say(job, "document/recommendation-cut",
				rec->spans[0], &most, 1);
	}
}

void
cnd_job_add_states(struct cnd_job *job)
{
	add_document_states(job);
	add_cut(job);
	add_dropped(job);
}
