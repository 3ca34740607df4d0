/*
 * Paragraphs on the scales (weigh/scales.h), for the kinds whose rules name
 * one.
 */
#ifndef CND_RULE_WEIGHED_H
#define CND_RULE_WEIGHED_H

#include "rule/rule.h"

/*
 * A scale that a rule asks, and what its answers mean, in odds as
 * cnd_scales_weigh gives them: a paragraph with `enough` says it, and one
 * below `least` does not.
 */
struct cnd_weighing {
	bool is_given; /* the rule names a scale */
	uint32_t scale;
	float enough;
	float least;
	struct cnd_choices unwanted; /* `not` */
};

/*
 * Reads a map with `scale`, `enough` and `least` (per cent), and `not`,
 * patterns of which none may stand in the telling sentence, under a key; its
 * absence gives a weighing that is not given.
 */
bool cnd_weighing_read(struct cnd_compile *compile, const char *key,
	struct cnd_weighing *weighing, struct cnd_error *err);

/* The odds of a block's text, worked out when they are first asked for. */
float cnd_check_odds(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t block);

/*
 * Whether a paragraph says surely something else, though the words of a clue
 * stand in a sentence of it; never of what is too short to be weighed.
 */
bool cnd_check_is_too_light(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t sentence);

/* Whether a sentence stands in a paragraph that has enough. */
bool cnd_check_is_heavy(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t sentence);

/*
 * The odds of some sentences of one paragraph, which count once, and of the
 * paragraph, which count twice: what it says before them belongs to them as
 * a rule, and may be about another matter.  False where none are given, or
 * it may not be weighed.
 */
bool cnd_check_passage_odds(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t first, uint32_t end,
	float *odds);

/* Whether a block may be weighed: prose of more than a few words. */
bool cnd_check_is_weighed(const struct cnd_check *check, uint32_t block);

/*
 * The sentence that speaks most for it, of a block that has enough; CND_NONE
 * when the block has not, or `not` stands in that sentence.
 */
uint32_t cnd_check_telling(struct cnd_check *check,
	const struct cnd_weighing *weighing, uint32_t block);

#endif
