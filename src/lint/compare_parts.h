/* The parts of cnd_compare; nothing outside lint/compare*.c includes it. */
#ifndef CND_LINT_COMPARE_PARTS_H
#define CND_LINT_COMPARE_PARTS_H

#include "lint/compare.h"

/* Two drafts being compared. */
struct cnd_comparison {
	const struct cnd_report *was;
	const struct cnd_report *is;
	struct cnd_losses *losses;
};

/* Adds a loss; is may be NULL. */
void cnd_loss_add(struct cnd_comparison *comparison, struct cnd_loss loss,
	const struct cnd_span *is);

/* Recommendations gone, or with parts that are. */
void cnd_compare_recommendations(struct cnd_comparison *comparison);

/* Sentences kept that name nobody any more. */
void cnd_compare_sentences(struct cnd_comparison *comparison);

#endif
