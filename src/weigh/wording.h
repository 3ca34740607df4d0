/*
 * What scales weigh: the words of a passage, told apart without regard to
 * case.  A name inside a sentence is one word, "@", however long; so is a
 * number, "#".  Of the marks ';', ':' and '?' are words, for they tell what
 * kind of sentence stands there.
 */
#ifndef CND_WEIGH_WORDING_H
#define CND_WEIGH_WORDING_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* A walk over a text; zeroed but for the text. */
struct cnd_wording {
	struct cnd_str text; /* UTF-8 */
	size_t at;
	bool is_inside; /* a sentence has begun before `at` */
};

struct cnd_weighed_word {
	uint32_t number; /* equal for equal words, and hardly for others */
	struct cnd_str text; /* as it stands there, or "@" or "#" */
	bool follows; /* the word before is in the same sentence */
};

/* The next word, or false when there is none. */
bool cnd_wording_next(struct cnd_wording *walk, struct cnd_weighed_word *word);

/* The number of two words, one behind the other. */
uint32_t cnd_wording_pair(uint32_t first, uint32_t second);

#endif
