/* The words that Vale checks the spelling of. */
#ifndef CND_RULE_VALE_WORDS_H
#define CND_RULE_VALE_WORDS_H

#include "base/arena.h"
#include "doc/document.h"

/*
 * Cuts the next word at or after *at out of text: what stands between
 * blanks, without the brackets, quotes and stops around it.  False at the
 * end.
 */
bool cnd_vale_word_next(struct cnd_str text, size_t *at, struct cnd_span *word);

/*
 * Likewise the next token of a sentence: words, their endings "n't" and
 * "'s", and each mark by itself.
 */
bool cnd_vale_token_next(
	struct cnd_str text, size_t *at, struct cnd_span *token);

#endif
