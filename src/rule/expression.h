/*
 * Arithmetic in rule files: "0.39 * (words / sentences) + math.sqrt(x)",
 * "words > 20 && sentences >= 3".  Truth is 1, untruth 0.
 */
#ifndef CND_RULE_EXPRESSION_H
#define CND_RULE_EXPRESSION_H

#include "base/arena.h"
#include "base/error.h"

struct cnd_expression;

/*
 * Compiles text, whose variables are `names` (a list ended by NULL).  NULL
 * and err with the column of what is wrong.  Lives in the arena.
 */
const struct cnd_expression *cnd_expression_new(struct cnd_arena *arena,
	struct cnd_str text, const char *const *names, struct cnd_error *err);

/* Its value, with values[i] for names[i]; not finite when it has none. */
double cnd_expression_value(
	const struct cnd_expression *expression, const double *values);

#endif
