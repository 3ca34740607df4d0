/* What tells how anyone will know.  Inside src/review only. */
#ifndef CND_REVIEW_ANATOMY_MEASURE_H
#define CND_REVIEW_ANATOMY_MEASURE_H

#include "review/anatomy_parts.h"

/* The impact of something; not "the child's progress". */
bool cnd_has_effect(const struct cnd_tokens *tokens, struct cnd_range range);

/* "The Home Office should publish a separate count": that is the act, and
 * nothing says how anyone will know. */
bool cnd_is_whole_act(const struct cnd_clauses *clauses, size_t at);

/* Whether the predicate at an index looks at what was done, or tells of
 * it. */
bool cnd_verb_measures(const struct cnd_clauses *clauses, size_t at);

#endif
