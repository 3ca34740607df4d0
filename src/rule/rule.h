/*
 * A compiled rule, and what a kind of rule is: a record in one table
 * (kinds.c).  Add a kind by adding kind_<name>.c and a row.
 */
#ifndef CND_RULE_RULE_H
#define CND_RULE_RULE_H

#include "base/yaml.h"
#include "diag/finding.h"
#include "match/lexicon.h"
#include "match/matcher.h"
#include "review/review.h"
#include "rule/scope.h"

struct cnd_rule {
	struct cnd_rule_info info; /* first: formats hold a pointer to it */
	const struct cnd_kind *kind;
	const struct cnd_scope *scope;
	bool is_on; /* in the default profile */
	bool is_vale; /* from a Vale style: patterns are taken literally */
	bool is_folding; /* ignorecase */
	const void *data; /* the kind's own, in the ruleset's arena */
};

/* What a kind's compile is given besides the rule. */
struct cnd_compile {
	struct cnd_arena *arena; /* of the ruleset */
	const struct cnd_yaml *file; /* the rule file's map */
	const struct cnd_lexicons *lexicons;
	struct cnd_matcher *matcher;
	uint32_t next_tag;
};

/*
 * Adds the patterns of a list node (or one scalar) under a new tag, which
 * *tag receives: expanded (unless is_vale), wrapped as `tokens` are
 * (\b(?:…)\b) when is_word.  The case folding and sentence flags come from
 * the rule.  Error places are those of the node.
 */
bool cnd_compile_patterns(struct cnd_compile *compile,
	const struct cnd_rule *rule, const struct cnd_yaml *list, bool is_word,
	uint32_t *tag, struct cnd_error *err);

/* What a kind's check is given: one document, scanned once. */
struct cnd_check {
	const struct cnd_document *doc;
	const struct cnd_review *review;
	const struct cnd_hits *hits;
	struct cnd_arena *arena; /* of the report */
	struct cnd_finding *findings;
	size_t finding_count;
	size_t finding_capacity;
	struct cnd_statement *statements;
	size_t statement_count;
	size_t statement_capacity;
	struct cnd_disagreement *disagreements;
	size_t disagreement_count;
	size_t disagreement_capacity;
};

/* The hits of a tag (see cnd_compile_patterns), in order of place. */
struct cnd_hits cnd_check_hits(const struct cnd_check *check, uint32_t tag);

/*
 * Adds a finding on span with the rule's message, each %s replaced by the
 * next of `words` (the last one again when they run out).  The result may
 * be completed by the caller until the next call.
 */
struct cnd_finding *cnd_check_emit(struct cnd_check *check,
	const struct cnd_rule *rule, struct cnd_span span,
	const struct cnd_str *words, size_t word_count);

struct cnd_statement *cnd_check_add_statement(struct cnd_check *check);
struct cnd_disagreement *cnd_check_add_disagreement(struct cnd_check *check);

struct cnd_kind {
	const char *name; /* what `extends:` says */
	const char *const *keys; /* beyond the common ones; ends with NULL */
	/* Reads the kind's keys into rule->data, adds its patterns. */
	bool (*compile)(struct cnd_rule *rule, struct cnd_compile *compile,
		struct cnd_error *err);
	/* Says what it finds in one document. */
	void (*check)(const struct cnd_rule *rule, struct cnd_check *check);
};

/* All kinds: a table ended by a row with name NULL. */
const struct cnd_kind *cnd_kinds(void);

/* The rules of a set, for lint/: by id order. */
struct cnd_ruleset;
const struct cnd_rule *cnd_ruleset_rules(
	const struct cnd_ruleset *set, size_t *count);
const struct cnd_matcher *cnd_ruleset_matcher(const struct cnd_ruleset *set);

#endif
