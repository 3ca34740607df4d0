/*
 * Findings of one report: read it, understand it, run every rule that
 * applies, sort.  No files, no terminal; equal bytes give equal findings.
 */
#ifndef CND_LINT_LINT_H
#define CND_LINT_LINT_H

#include "base/regex.h"
#include "diag/finding.h"
#include "lint/memory.h"
#include "review/review.h"
#include "rule/ruleset.h"
#include "rule/vale_scope.h"

/* A finding put aside by a comment in the text, with the reason given. */
struct cnd_suppressed {
	struct cnd_finding finding;
	struct cnd_str reason;
};

/* All that is known of one report.  Freed by cnd_report_free. */
struct cnd_report {
	struct cnd_arena *arena; /* owns the arrays; the document is borrowed */
	const struct cnd_document *doc;
	const struct cnd_review *review;
	const struct cnd_finding *findings; /* by place, then rule id */
	size_t finding_count;
	const struct cnd_suppressed *suppressed;
	size_t suppressed_count;
	const struct cnd_statement *statements; /* in the order of the guide */
	size_t statement_count;
	const struct cnd_disagreement *disagreements; /* by place */
	size_t disagreement_count;
};

/* What rules of Vale styles leave out; all borrowed. */
struct cnd_vale_ignore {
	const struct cnd_regex *regex; /* of the file's bytes */
};

struct cnd_vale_settings {
	const struct cnd_vale_ignore *ignores;
	size_t ignore_count;
	const struct cnd_vale_scope *skipped; /* blocks; or NULL */
	bool reads_code; /* code in running text is read */
	bool ignores_strong; /* bold words are not */
};

struct cnd_lint_options {
	struct cnd_str profile; /* "" detects the review's type */
	/* Levels and switches beyond the rules' own; may be NULL. */
	const struct cnd_rule_choice *choices;
	size_t choice_count;
	bool needs_all; /* every statement is required, of any type */
	/*
	 * What the last lint of a text like this one found, with the same
	 * rules; NULL for none.  It changes the speed, not the result.
	 */
	struct cnd_memory *memory;
	const struct cnd_vale_settings *vale; /* may be NULL */
	/* The day that rules are to hold on, ISO; "": the report's own. */
	struct cnd_str date;
};

/*
 * Lints doc (whose sections get their roles).  NULL and err only for a
 * profile that does not exist.  doc and set must outlive the report.
 */
struct cnd_report *cnd_lint(const struct cnd_ruleset *set,
	struct cnd_document *doc, const struct cnd_lint_options *options,
	struct cnd_error *err);

void cnd_report_free(struct cnd_report *report);

#endif
