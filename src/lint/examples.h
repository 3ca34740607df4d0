/*
 * The examples in the rule files, run: what `candour test` prints.  Every
 * bad one must make its rule fire, no good one may.
 */
#ifndef CND_LINT_EXAMPLES_H
#define CND_LINT_EXAMPLES_H

#include "lint/lint.h"

enum cnd_example_kind {
	CND_EXAMPLE_BAD,
	CND_EXAMPLE_GOOD,
	CND_EXAMPLE_TODO, /* known not to work yet: told, never wrong */
	CND_EXAMPLE_TOO_FEW, /* fewer than two bad or two good: no example */
	CND_EXAMPLE_CASE /* of a Vale rule's `tests` */
};

struct cnd_example_result {
	const struct cnd_rule_info *rule;
	enum cnd_example_kind kind;
	const struct cnd_example *example; /* NULL for CND_EXAMPLE_TOO_FEW */
	bool has_fired;
	bool is_right;
	struct cnd_str quote; /* the words first flagged; empty for none */
	struct cnd_str alerts; /* of a case: as Vale would print them */
};

struct cnd_example_results {
	struct cnd_example_result *items; /* by rule, bad, good, todo */
	size_t count;
	size_t wrong;
};

struct cnd_example_options {
	struct cnd_str only; /* an id, or a group "language/"; "" for all */
	/* How a Markdown text is read: cnd_read (this layer has no readers). */
	struct cnd_document *(*read)(struct cnd_str name, struct cnd_str source,
		struct cnd_error *err);
};

/*
 * Runs the examples of the rules.  Rules of Vale styles and of kind
 * `state` need none.  The ruleset should come from files that are not
 * is_trusted, so that a pattern that does not compile is an error.  False
 * and err for an example that cannot be read, with the rule's file.
 * Everything lives in the arena.
 */
bool cnd_examples_run(const struct cnd_ruleset *set,
	const struct cnd_example_options *options, struct cnd_arena *arena,
	struct cnd_example_results *results, struct cnd_error *err);

#endif
