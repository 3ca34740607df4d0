/*
 * What candour says about a report: findings, statements of
 * accountability, disagreements.  Values only: a format prints them and
 * never sees a rule.
 */
#ifndef CND_DIAG_FINDING_H
#define CND_DIAG_FINDING_H

#include "doc/document.h"

enum cnd_level {
	CND_LEVEL_SUGGESTION,
	CND_LEVEL_WARNING,
	CND_LEVEL_ERROR,
	CND_LEVEL_COUNT
};

/* "suggestion", "warning", "error". */
const char *cnd_level_name(enum cnd_level level);
bool cnd_level_of_name(struct cnd_str name, enum cnd_level *level);

/* An example in a rule file, with its place there. */
struct cnd_example {
	struct cnd_str text;
	struct cnd_str profile; /* the review type it is of; may be empty */
	uint32_t line;
	/* Of a case in a Vale rule's `tests`: */
	struct cnd_str name;
	struct cnd_str ending; /* it is read as a file with it: "md" */
	struct cnd_str want; /* all its alerts, one a line */
	bool has_want;
	const struct cnd_str *contains; /* what the alerts hold */
	size_t contains_count;
	const struct cnd_str *absent; /* what they do not */
	size_t absent_count;
};

/* What anybody may know of a rule; the first member of struct cnd_rule. */
struct cnd_rule_info {
	struct cnd_str id; /* "recommendation/owner-missing" */
	struct cnd_str kind; /* "anatomy" */
	struct cnd_str message; /* with %s where the words go */
	struct cnd_str description; /* one line */
	struct cnd_str why;
	struct cnd_str fix; /* what would mend it; may be empty */
	struct cnd_str source; /* guidance cited */
	struct cnd_str link; /* address; may be empty */
	struct cnd_str since; /* date from which it holds; may be empty */
	struct cnd_str until; /* date up to which; may be empty */
	struct cnd_str profiles; /* review types it is for: "scr; lcspr" */
	struct cnd_str file; /* the rule file, for messages */
	enum cnd_level level;
	const struct cnd_example *bad;
	size_t bad_count;
	const struct cnd_example *good;
	size_t good_count;
	const struct cnd_example *todo; /* known not to work yet */
	size_t todo_count;
	const struct cnd_example *cases; /* a Vale rule's `tests` */
	size_t case_count;
	uint32_t judged; /* findings read on real reports, and */
	uint32_t confirmed; /* those that were right: measured precision */
};

/* A second place that a finding speaks of. */
struct cnd_related {
	struct cnd_span span;
	struct cnd_str message;
};

/* A safe edit: the finding's span becomes this text. */
struct cnd_edit {
	struct cnd_span span;
	struct cnd_str text;
};

struct cnd_finding {
	const struct cnd_rule_info *rule;
	enum cnd_level level; /* the rule's, or as configured */
	struct cnd_span span;
	struct cnd_str message;
	const struct cnd_related *related;
	size_t related_count;
	const struct cnd_edit *edits; /* alternatives, the best first */
	size_t edit_count;
	bool is_safe; /* its one edit may be made without asking */
	bool is_absence; /* something the whole report lacks */
	uint64_t fingerprint; /* of rule and folded sentence: survives reflow */
};

/* One of the nine statements of accountability (eval: key). */
struct cnd_statement {
	struct cnd_str key; /* "signed-off" */
	const struct cnd_rule_info *rule;
	bool is_required; /* by the report's type */
	bool is_present;
	struct cnd_span span; /* of the evidence, when present */
	bool is_early; /* stands in the first part of the report */
};

/* What can be told of a disagreement about the review. */
enum cnd_disagreement_part {
	CND_DISAGREEMENT_WHO = 1,
	CND_DISAGREEMENT_WHAT = 2,
	CND_DISAGREEMENT_OUTCOME = 4,
	CND_DISAGREEMENT_ALL = 7
};

struct cnd_disagreement {
	struct cnd_span span;
	unsigned told; /* parts; acknowledged when all are */
};

/* Puts findings in the order of output: place, then rule id, then end. */
void cnd_findings_sort(const struct cnd_document *doc,
	struct cnd_finding *findings, size_t count);

/*
 * Gives sorted findings their fingerprints: a hash of the rule's id and of
 * the folded sentence the span begins in, and which one of its like it is.
 * A finding keeps it when text around it moves or is wrapped anew.
 */
void cnd_findings_mark(const struct cnd_document *doc,
	struct cnd_finding *findings, size_t count);

#endif
