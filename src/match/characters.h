/*
 * Characters as PCRE2 sees them, whatever its version.  For the files of
 * match/ only.
 */
#ifndef CND_MATCH_CHARACTERS_H
#define CND_MATCH_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

/* What \s matches under UCP. */
bool cnd_is_pattern_blank(uint32_t code);

/*
 * Surely not \w, and alike to no other character when case is folded: true
 * for ASCII, Latin-1 and the marks that prose is set with, false for what
 * is rarer, even if it is no word character either.
 */
bool cnd_is_surely_apart(uint32_t code);

/* Surely \w: ASCII letters, digits, '_', and Latin letters. */
bool cnd_is_surely_word(uint32_t code);

/*
 * \w in some versions of PCRE2 and not in others: 10.43 added combining
 * marks and connecting punctuation.
 */
bool cnd_is_sometimes_word(uint32_t code);

#endif
