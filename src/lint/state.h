/* Findings that no pattern makes: what the reader and the check saw. */
#ifndef CND_LINT_STATE_H
#define CND_LINT_STATE_H

#include "lint/choice.h"
#include "lint/lint.h"

/* One report being linted. */
struct cnd_job {
	const struct cnd_ruleset *set;
	const struct cnd_lint_options *options;
	const struct cnd_profile *profile; /* NULL: the type has no file */
	struct cnd_check check;
	bool *has_given_up; /* by the rules' numbers: it was said */
};

/* How a rule is set for this report. */
struct cnd_setting cnd_job_setting(
	const struct cnd_job *job, const struct cnd_rule *rule);

/*
 * Adds a finding of the rule of that id, if there is one and it is on, on
 * span; words go into its message.
 */
void cnd_job_say(struct cnd_job *job, const char *rule, struct cnd_span span,
	const struct cnd_str *words, size_t word_count);

/* Adds one document/pattern-gave-up for each rule whose pattern did. */
void cnd_job_add_given_up(struct cnd_job *job, const struct cnd_hits *hits);

/*
 * Adds the document's states under the rules of their ids (one without a
 * rule file is left out: it was not asked for),
 * document/recommendation-cut for each that was not read to its end, and
 * document/too-many-findings when some were dropped.
 */
void cnd_job_add_states(struct cnd_job *job);

#endif
