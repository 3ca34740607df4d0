/*
 * Whether an expression of time binds the recommended act.  Inside
 * src/review only.
 */
#ifndef CND_REVIEW_ANATOMY_BINDING_H
#define CND_REVIEW_ANATOMY_BINDING_H

#include "review/anatomy_hit.h"

/* The last predicate of a sentence whose verb starts at or before a token;
 * NULL when none does. */
const struct cnd_predicate *cnd_time_predicate(
	const struct cnd_clauses *clauses, size_t token, size_t sentence);

/* "introduce a monthly audit": how often it will be, not when it comes. */
bool cnd_sets_up(
	const struct cnd_tokens *tokens, const struct cnd_predicate *predicate);

/* By where it stands: behind the act, or in what depends on it. */
bool cnd_time_binds(const struct cnd_clauses *clauses, size_t sentence,
	struct cnd_time_hit hit);

/* By what it may modify: "quarterly reports" binds; "the annual report" and
 * "regular visits" not. */
bool cnd_time_adjective_binds(const struct cnd_clauses *clauses,
	size_t sentence, struct cnd_time_hit hit);

#endif
