/*
 * Every rule asked, one after another: those that are on, in force, and
 * meant for this type of report.
 */
#include "lint/run_rules.h"

#include "diag/validity.h"
#include "lint/vale.h"

/*
 * Whether a text of no known type is a review at all: it recommends, or a
 * section of it says how it was made.  A note, a README or a letter need
 * not say who commissioned it.
 */
static bool
is_like_review(const struct cnd_job *job)
{
	const struct cnd_document *doc = job->check.doc;

	if (!job->check.review->is_profile_detected ||
		!cnd_str_equal(
			job->check.review->profile, CND_STR("general")) ||
		job->check.review->recommendation_count > 0)
		return true;
	for (size_t i = 0; i < doc->section_count; i++) {
		enum cnd_role role = doc->sections[i].role;

		if (role == CND_ROLE_GOVERNANCE || role == CND_ROLE_TERMS ||
			role == CND_ROLE_RECOMMENDATIONS ||
			role == CND_ROLE_ACTION_PLAN)
			return true;
	}
	return false;
}

/* A review type without a list of its own needs all of them. */
static bool
is_required(const struct cnd_job *job, struct cnd_str key)
{
	const struct cnd_profile *profile = job->profile;

	if (!job->options->needs_all && !is_like_review(job))
		return false;
	if (job->options->needs_all || profile == NULL ||
		profile->statements == NULL)
		return true;
	for (size_t i = 0; i < profile->statement_count; i++)
		if (cnd_str_equal(profile->statements[i], key))
			return true;
	return false;
}

/* What this type of report need not say is not missing. */
static void
drop_absences(struct cnd_check *check, size_t first)
{
	size_t kept = first;

	for (size_t i = first; i < check->finding_count; i++)
		if (!check->findings[i].is_absence)
			check->findings[kept++] = check->findings[i];
	check->finding_count = kept;
}

static bool
mark_statements(struct cnd_job *job, size_t first)
{
	bool is_any_required = first == job->check.statement_count;

	for (size_t i = first; i < job->check.statement_count; i++) {
		struct cnd_statement *statement = &job->check.statements[i];

		statement->is_required = is_required(job, statement->key);
		is_any_required |= statement->is_required;
	}
	return is_any_required;
}

/* In force, for this type of review, on the report's day. */
static bool
holds(const struct cnd_job *job, const struct cnd_rule *rule)
{
	const struct cnd_review *review = job->check.review;
	struct cnd_str date =
		job->options->date.len > 0 ? job->options->date : review->date;

	return cnd_rule_holds(&rule->info, review->profile, date);
}

static void
run_rule(struct cnd_job *job, const struct cnd_vale *vale,
	const struct cnd_rule *rule)
{
	struct cnd_check *check = &job->check;
	struct cnd_setting setting = cnd_job_setting(job, rule);
	size_t first = check->finding_count;
	size_t first_statement = check->statement_count;

	if ((!setting.is_on && !cnd_rule_kind(rule)->is_assuring) ||
		!holds(job, rule))
		return;
	if (rule->is_vale)
		cnd_vale_run(job, vale, rule);
	else
		cnd_rule_kind(rule)->check(rule, check);
	if (!mark_statements(job, first_statement))
		drop_absences(check, first);
	if (!setting.is_on)
		check->finding_count = first;
	if (rule->limit > 0 && check->finding_count - first > rule->limit)
		check->finding_count = first + rule->limit;
	if (setting.level != rule->info.level)
		for (size_t i = first; i < check->finding_count; i++)
			check->findings[i].level = setting.level;
}

void
cnd_job_run_rules(struct cnd_job *job, struct cnd_arena *scratch)
{
	struct cnd_vale vale = cnd_vale_of(job, scratch);
	size_t count;
	const struct cnd_rule *rules = cnd_ruleset_rules(job->set, &count);

	for (size_t i = 0; i < count; i++)
		run_rule(job, &vale, &rules[i]);
	cnd_job_add_given_up(job, job->check.pass.hits);
	cnd_vale_add_given_up(job, &vale);
	cnd_job_add_states(job);
}
