/*
 * `exceptions` of rules.  Own rules': a match that shares text with an
 * exception's is no finding.  Those of a Vale style, and the words its
 * project accepts: an exception inside the match, or a phrase around it.
 */
#ifndef CND_RULE_EXCEPTIONS_H
#define CND_RULE_EXCEPTIONS_H

#include "rule/rule.h"

struct cnd_exceptions {
	bool is_folding; /* set before: Vale's compare without case */
	/* Of own rules: patterns to ask where there is something to except, or,
	 * of many, the tag that they are looked for under, or else CND_NONE. */
	const struct cnd_query **asked;
	size_t asked_count;
	bool is_of_sentence; /* no exception crosses a sentence's edge */
	uint32_t tag;
	const struct cnd_query *inside; /* of Vale's: one of them, or NULL */
	const struct cnd_query *phrases; /* of more than one word, or NULL */
};

/*
 * Reads `exceptions`; uses_vocab adds the accepted words, unless the rule
 * says `vocab: false`.
 */
bool cnd_exceptions_compile(struct cnd_compile *compile, bool uses_vocab,
	struct cnd_exceptions *exceptions, struct cnd_error *err);

/* Whether a span, which stands in one unit, is excepted. */
bool cnd_exceptions_hold(const struct cnd_exceptions *exceptions,
	struct cnd_check *check, struct cnd_span span);

/* The same for words alone, where they stand does not matter. */
bool cnd_exceptions_hold_words(
	const struct cnd_exceptions *exceptions, struct cnd_str words);

#endif
