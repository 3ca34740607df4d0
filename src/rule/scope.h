/* Where a rule looks: a closed vocabulary, compiled. */
#ifndef CND_RULE_SCOPE_H
#define CND_RULE_SCOPE_H

#include "base/yaml.h"
#include "review/review.h"

struct cnd_scope;

/*
 * Compiles a `scope:` value: a name, or a list of which any may hold.
 * Names: text (all prose, the default), heading, heading.h1 … .h6,
 * paragraph, list, table (cells), table.header, table.cell, caption, note,
 * blockquote, quotation, sentence, summary (paragraphs and lists), raw,
 * code, recommendation, statement (governance text),
 * section(role|role…), any with "~" before it for "not" and "&" between
 * two for "both".  node NULL gives the default.  Unknown names are errors
 * with a suggestion.
 */
bool cnd_scope_compile(struct cnd_arena *arena, const struct cnd_yaml *node,
	const struct cnd_scope **scope, struct cnd_error *err);

/* The names above but section(…), by number; NULL past the last. */
const char *cnd_scope_name(size_t index);

/* What a rule that counts counts in: the scope's smallest part. */
enum cnd_scope_unit {
	CND_SCOPE_BLOCK,
	CND_SCOPE_SENTENCE,
	CND_SCOPE_RECOMMENDATION,
	CND_SCOPE_DOCUMENT /* raw, summary */
};

/* Whether two scopes hold the same places, written alike. */
bool cnd_scope_is_same(const struct cnd_scope *a, const struct cnd_scope *b);

enum cnd_scope_unit cnd_scope_unit_of(const struct cnd_scope *scope);

/* The rule's matches may not cross a sentence's edge. */
bool cnd_scope_is_sentence(const struct cnd_scope *scope);

/*
 * What scopes are asked about: one report.  `recommended` are the spans of
 * all recommendations, sorted and merged.
 */
struct cnd_ground {
	const struct cnd_document *doc;
	const struct cnd_review *review;
	const struct cnd_span *recommended;
	size_t recommended_count;
};

/* Prepares the ground; the spans live in the arena. */
struct cnd_ground cnd_ground_of(const struct cnd_document *doc,
	const struct cnd_review *review, struct cnd_arena *arena);

/*
 * Whether a span is in scope.  Quotations, code, front matter and page
 * furniture are out unless the scope names them.
 */
bool cnd_scope_holds(const struct cnd_scope *scope,
	const struct cnd_ground *ground, struct cnd_span span);

#endif
