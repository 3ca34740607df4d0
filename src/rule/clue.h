/*
 * Clues: what a sentence must hold, and must not, to be taken as saying
 * something.  Each part is a list of patterns of which one must be found;
 * together they say more than any single pattern could say safely.
 */
#ifndef CND_RULE_CLUE_H
#define CND_RULE_CLUE_H

#include "rule/weighed.h"

struct cnd_clue;

/* The clues of one rule, in the order of its file. */
struct cnd_clues {
	struct cnd_clue *items;
	size_t count;
	struct cnd_choices exceptions; /* such a sentence is never taken */
	const struct cnd_query *self; /* the review speaks of itself; or NULL */
	const struct cnd_query *elsewhere; /* what goes on beside the review;
	                                      or NULL */
	/* Sentences of paragraphs too light for it are passed over. */
	struct cnd_weighing weighing;
	bool is_alone; /* a list's lead-in says nothing about its items */
};

/* A sentence taken by a clue, and the words that did it. */
struct cnd_clue_hit {
	uint32_t sentence; /* number in the document */
	uint32_t clue; /* index into the clues */
	struct cnd_span span; /* first to last word of the clue's parts */
};

/*
 * Reads the list of clues under `key`, and the rule's `exceptions`, `self`,
 * `elsewhere`, `sections`, `not-sections` and `weighing`.  A clue is a map with
 *   seq           lists of patterns that stand in this order,
 *   all           lists of patterns that stand anywhere,
 *   not           patterns of which none may stand,
 *   not-it        patterns of which none may stand in the sentences before,
 *                 where this one opens with a pronoun that points there,
 *   context       patterns of which one must be the label of the sentence,
 *   label         the same, headings left aside,
 *   beside        patterns of which one must stand in the paragraph or in
 *                 the heading above it,
 *   behind        patterns of which one must stand in the paragraph, no
 *                 later than the sentence's end; or else one of
 *   under         in the heading above,
 *   not-behind    patterns of which none may stand in either,
 *   sections, not-sections   roles, in place of the rule's; a section
 *                 that has none counts as analysis behind the first one
 *                 about the case,
 *   reach         the most bytes from the first to the last of seq,
 *   rarest        which part (from 1) the document is scanned for; 0: try
 *                 every sentence of the sections.
 */
bool cnd_clues_compile(struct cnd_compile *compile, const char *key,
	struct cnd_clues *clues, struct cnd_error *err);

/*
 * A pattern or a list of them as one regex, each between word boundaries;
 * *regex is NULL for list NULL.
 */
bool cnd_clue_regex(struct cnd_compile *compile, const struct cnd_yaml *list,
	const struct cnd_query **regex, struct cnd_error *err);

/* The same as choices, for lists that are long; none for list NULL. */
bool cnd_clue_choices(struct cnd_compile *compile, const struct cnd_yaml *list,
	struct cnd_choices *choices, struct cnd_error *err);

/* Whether a match of the regex stands in the span; never for NULL. */
bool cnd_clue_stands(const struct cnd_document *doc,
	const struct cnd_query *regex, struct cnd_span span);

/*
 * The next sentence after hit->sentence (CND_NONE: from the beginning)
 * that the clue hit->clue takes; fills hit.  False when there is none.
 */
bool cnd_clue_next(struct cnd_check *check, const struct cnd_rule *rule,
	const struct cnd_clues *clues, struct cnd_clue_hit *hit);

#endif
