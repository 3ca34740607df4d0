/* Words of a text: runs of what PCRE2 calls \w. */
#ifndef CND_TEXT_WORD_H
#define CND_TEXT_WORD_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Bytes [from, to) of the text given to cnd_word_next. */
struct cnd_word {
	uint32_t from;
	uint32_t to;
};

/*
 * The first word at or after byte offset *at; moves *at behind it.  False
 * at the text's end.
 */
bool cnd_word_next(struct cnd_str text, size_t *at, struct cnd_word *word);

/* How many words there are. */
size_t cnd_word_count(struct cnd_str text);

#endif
