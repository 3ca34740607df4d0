/* Two drafts of one report: what the new one says less plainly. */
#ifndef CND_LINT_COMPARE_H
#define CND_LINT_COMPARE_H

#include "lint/lint.h"

/* Something the old draft said and the new one does not, or says less. */
struct cnd_loss {
	const char *kind; /* "owner-lost"; see docs/compare.md */
	struct cnd_str message; /* one line */
	struct cnd_span was; /* in the old draft */
	struct cnd_span is; /* in the new one, when has_is */
	bool has_is;
};

/* By place in the old draft; all lives in the arena given. */
struct cnd_losses {
	struct cnd_arena *arena;
	struct cnd_loss *items;
	size_t count;
	size_t capacity;
};

/* Fills losses, which start with { .arena = … }. */
void cnd_compare(const struct cnd_report *old_report,
	const struct cnd_report *new_report, struct cnd_losses *losses);

#endif
