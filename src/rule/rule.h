/*
 * A compiled rule, and what a kind of rule is: a record in one table
 * (kinds.c).  Add a kind by adding kind_<name>.c, its line in kinds.h and
 * its row in kinds.c.
 */
#ifndef CND_RULE_RULE_H
#define CND_RULE_RULE_H

#include "base/yaml.h"
#include "diag/finding.h"
#include "match/lexicon.h"
#include "match/marks.h"
#include "match/matcher.h"
#include "query/query.h"
#include "review/review.h"
#include "rule/scope.h"
#include "rule/vale_scope.h"

struct cnd_action; /* action.h */
struct cnd_scales; /* weigh/scales.h */

struct cnd_rule {
	struct cnd_rule_info info; /* first: formats hold a pointer to it */
	uint32_t kind; /* row of cnd_kinds() */
	const struct cnd_scope *scope;
	const struct cnd_vale_scope *vale_scope; /* NULL: none of Vale's */
	bool is_on; /* in the default profile */
	bool is_vale; /* from a Vale style: patterns are taken literally */
	bool is_trusted; /* built in: its patterns are known to compile */
	bool is_folding; /* ignorecase */
	bool is_safe; /* its edits may be made without asking */
	uint32_t limit; /* findings kept of one report; 0: all */
	uint32_t first_tag; /* its tags: [first_tag, end_tag) */
	uint32_t end_tag;
	const struct cnd_action *action; /* `action`, or NULL */
	const void *data; /* the kind's own, in the ruleset's arena */
};

struct cnd_shared_regex; /* pattern.c */

/* A list of words in a file of a Vale project. */
struct cnd_word_list {
	struct cnd_str path; /* below the styles' folder */
	struct cnd_str bytes; /* one word a line */
};

/* What rules of Vale styles share; all borrowed or in the arena. */
struct cnd_vocabulary {
	struct cnd_str *accepted; /* patterns */
	size_t accepted_count;
	struct cnd_word_list *lists;
	size_t list_count;
	struct cnd_str *folders; /* of dictionaries; NUL-ended */
	size_t folder_count;
};

/* What a kind's compile is given besides the rule. */
struct cnd_compile {
	struct cnd_arena *arena; /* of the ruleset */
	const struct cnd_rule *rule; /* its common keys are read */
	const struct cnd_yaml *file; /* the rule file's map */
	const struct cnd_lexicons *lexicons;
	const struct cnd_scales *scales;
	struct cnd_matcher *matcher; /* of own rules, or of Vale's */
	uint32_t next_tag;
	uint32_t next_pattern; /* number of the next pattern added */
	struct cnd_shared_regex *shared; /* regexes made, to be used again */
	const struct cnd_vocabulary *vocabulary; /* or NULL */
	const struct cnd_yaml *unknown; /* a key that does nothing, or NULL */
};

/* An error of the rule at a node's place; always false. */
bool cnd_rule_fail(struct cnd_error *err, const struct cnd_yaml *node,
	const char *format, ...) __attribute__((format(printf, 3, 4)));

/*
 * Adds the patterns of a list node (or one scalar) under a new tag, which
 * *tag receives: expanded (unless is_vale), wrapped as `tokens` are
 * (\b(?:…)\b) when is_word.  The case folding and sentence flags come from
 * the rule.  list NULL gives a tag that nothing matches.  Error places are
 * those of the node.
 */
bool cnd_compile_patterns(struct cnd_compile *compile,
	const struct cnd_yaml *list, bool is_word, uint32_t *tag,
	struct cnd_error *err);

/* A pattern on its way into the matcher. */
struct cnd_pattern {
	struct cnd_str text;
	const struct cnd_yaml *node; /* where it stands, for errors */
	bool is_word; /* stands between word boundaries */
	bool is_hint; /* as CND_MATCHER_HINT has it */
	/* In Vale ^ and $ are the whole unit's ends here, not a line's. */
	bool is_whole;
};

/* A new tag, without patterns. */
uint32_t cnd_compile_tag(struct cnd_compile *compile);

/* Adds one pattern under a tag, as cnd_compile_patterns does. */
bool cnd_compile_pattern(struct cnd_compile *compile,
	const struct cnd_pattern *pattern, uint32_t tag, struct cnd_error *err);

/* As cnd_query_forget, for all regexes made. */
void cnd_shared_forget(const struct cnd_shared_regex *shared);

/*
 * A pattern as a regex of its own, for a kind that needs the groups of a
 * match the matcher found; NULL and err as above.  Equal patterns give the
 * same regex: making one ready costs more than using it on a report.
 */
const struct cnd_query *cnd_compile_regex(struct cnd_compile *compile,
	const struct cnd_pattern *pattern, struct cnd_error *err);

/* Queries of which one must match, each with marks that tell where it may. */
struct cnd_choice {
	const struct cnd_query *query;
	struct cnd_marks marks;
};
struct cnd_choices {
	const struct cnd_choice *items;
	size_t count;
};

/*
 * A pattern as choices: several if it is long (match/divide.h).  They live
 * as long as the rule set; false and err as above.
 */
bool cnd_compile_choices(struct cnd_compile *compile,
	const struct cnd_pattern *pattern, struct cnd_choices *choices,
	struct cnd_error *err);

/*
 * The strings of a list node (or one scalar), borrowed from the file's
 * tree; NULL gives none.
 */
bool cnd_compile_strings(struct cnd_compile *compile,
	const struct cnd_yaml *list, const struct cnd_str **strings,
	size_t *count, struct cnd_error *err);

/* A key's whole number, 0 to 1,000,000; its absence leaves *value alone. */
bool cnd_compile_count(struct cnd_compile *compile, const char *key,
	uint32_t *value, struct cnd_error *err);

/* A key's truth; its absence leaves *value alone. */
bool cnd_compile_bool(struct cnd_compile *compile, const char *key, bool *value,
	struct cnd_error *err);

/* The node of a key the kind cannot do without; NULL and err. */
const struct cnd_yaml *cnd_compile_need(
	struct cnd_compile *compile, const char *key, struct cnd_error *err);

struct cnd_counted; /* statistics.c */
struct cnd_excepted; /* exceptions.c */
struct cnd_weighed; /* weighed.c */
/*
 * Where a unit's text stands in the document: from `from` on, but for the
 * number that opens it and is no part of the document's text.
 */
struct cnd_origin {
	uint32_t from;
	uint32_t prefix; /* bytes of the unit before that text */
	uint32_t prefix_from; /* where they stand: a raw offset */
};

/*
 * A text cut into units and scanned.  Own rules have one pass, the blocks;
 * a rule of a Vale style may have several (lint/vale.h), in which each
 * unit has its selector.
 */
struct cnd_pass {
	struct cnd_str text; /* the document's, for own rules */
	const struct cnd_span *units; /* what was scanned: hit->unit */
	size_t unit_count;
	const struct cnd_vale_place *places; /* of the units; NULL for own */
	const struct cnd_origin *origins; /* likewise */
	const struct cnd_hits *hits;
	bool is_whole; /* what is counted is counted in all units at once */
};

/* Sentences that may have a label (clue_place.h), in order. */
struct cnd_labelled {
	const uint32_t *items;
	size_t count;
};

/* Sentences of lists: a bit for each, in words of 64 (clue_candidates.h);
 * none where no marks are. */
struct cnd_listed {
	uint64_t *items; /* those in an item */
	uint64_t *lead_ins; /* those in what leads to one */
};

/* What a kind's check is given: one document, scanned once. */
struct cnd_check {
	const struct cnd_document *doc;
	const struct cnd_review *review;
	struct cnd_ground ground;
	const struct cnd_scales *scales; /* of the rule set */
	struct cnd_labelled labelled;
	struct cnd_listed listed;
	struct cnd_pass pass;
	struct cnd_arena *arena; /* of the report */
	struct cnd_finding *findings;
	size_t finding_count;
	size_t finding_capacity;
	size_t dropped; /* findings past CND_LIMIT_FINDINGS */
	struct cnd_finding spare; /* what is written for those */
	struct cnd_statement *statements;
	size_t statement_count;
	size_t statement_capacity;
	struct cnd_disagreement *disagreements;
	size_t disagreement_count;
	size_t disagreement_capacity;
	struct cnd_counted *counted; /* statistics.c: for the next that asks */
	struct cnd_excepted *excepted; /* exceptions.c: likewise */
	struct cnd_weighed *weighed; /* weighed.c: likewise */
};

/* The words of a span, as they were scanned. */
struct cnd_str cnd_check_text(
	const struct cnd_check *check, struct cnd_span span);

/* The hits of a tag (see cnd_compile_patterns), in order of place. */
struct cnd_hits cnd_check_hits(const struct cnd_check *check, uint32_t tag);

/* The unit of the pass that an offset stands in; CND_NONE before them all. */
uint32_t cnd_check_unit_at(const struct cnd_check *check, uint32_t at);

/* Where a span of the pass's text stands in the document. */
struct cnd_span cnd_check_place(
	const struct cnd_check *check, struct cnd_span span);

/* Whether the rule looks at this span. */
bool cnd_check_in_scope(const struct cnd_check *check,
	const struct cnd_rule *rule, struct cnd_span span);

/* The first hit that ends behind a byte offset; hits of one tag. */
size_t cnd_hits_first_behind(const struct cnd_hits *hits, uint32_t at);

/* Whether a span shares text with one of the exceptions, hits of one tag. */
bool cnd_check_is_excepted(
	const struct cnd_hits *exceptions, struct cnd_span span);

/*
 * Adds a finding on span, of the pass's text, with the rule's message, each %s (or %d)
 * replaced by the next of `words` (the last one again when they run out).
 * The result may be completed by the caller until the next call.
 */
struct cnd_finding *cnd_check_emit(struct cnd_check *check,
	const struct cnd_rule *rule, struct cnd_span span,
	const struct cnd_str *words, size_t word_count);

/*
 * The same of the report as a whole: at its first words; for Vale at the
 * file's first byte.
 */
struct cnd_finding *cnd_check_emit_whole(struct cnd_check *check,
	const struct cnd_rule *rule, const struct cnd_str *words,
	size_t word_count);

/* A finding on a span with the words of the span itself, and the rule's `action`. */
struct cnd_finding *cnd_check_emit_match(struct cnd_check *check,
	const struct cnd_rule *rule, struct cnd_span span);

/*
 * Adds the edit that the rule's `action` makes of the words found, and
 * tells it in *better; false when it makes none.
 */
bool cnd_check_offer(struct cnd_check *check, const struct cnd_rule *rule,
	struct cnd_finding *finding, struct cnd_str found,
	struct cnd_str *better);

/* Adds an edit that puts text in the finding's place. */
void cnd_check_add_edit(struct cnd_check *check, struct cnd_finding *finding,
	struct cnd_str text);

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
	/*
	 * Its statements and disagreements are wanted even where its findings
	 * are switched off: candour assure tells all of them.
	 */
	bool is_assuring;
	/* Whether it has nothing to look for; may be NULL. */
	bool (*is_idle)(const struct cnd_rule *rule);
};

/* All kinds: a table ended by NULL. */
const struct cnd_kind *const *cnd_kinds(void);

const struct cnd_kind *cnd_rule_kind(const struct cnd_rule *rule);

#endif
