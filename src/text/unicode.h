/* Properties of code points: the only file that knows utf8proc. */
#ifndef CND_TEXT_UNICODE_H
#define CND_TEXT_UNICODE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

bool cnd_is_letter(uint32_t code); /* category L */
bool cnd_is_upper_letter(uint32_t code); /* Lu or Lt */
bool cnd_is_lower_letter(uint32_t code); /* Ll */
bool cnd_is_number(uint32_t code); /* N: digits, fractions, Roman numerals */

/* M: combining. */
bool cnd_is_mark_beyond(uint32_t code);
static inline bool
cnd_is_mark(uint32_t code)
{
	return code >= 0x300 && cnd_is_mark_beyond(code);
}

bool cnd_is_private_use(uint32_t code); /* Co: bullets out of PDF */
bool cnd_is_blank(uint32_t code); /* ASCII blanks, NBSP and Zs */

/*
 * Part of a word as PCRE2 10.42 has \w under UCP: letters, digits and
 * other numbers, and '_'.
 */
bool cnd_is_word_beyond(uint32_t code); /* not of ASCII */
static inline bool
cnd_is_word(uint32_t code)
{
	if (code >= 0x80)
		return cnd_is_word_beyond(code);
	return cnd_is_alpha((char)code) || cnd_is_digit((char)code) ||
		code == '_';
}

/* Simple lower, upper and title case of one code point. */
uint32_t cnd_lower(uint32_t code);
uint32_t cnd_upper(uint32_t code);
uint32_t cnd_title(uint32_t code);

/* Simple lower case, with ſ to s and the Kelvin sign to k, as PCRE2 folds. */
uint32_t cnd_fold(uint32_t code);

/*
 * Appends s folded for comparing prose: lower case, curly quotes and
 * dashes made plain, runs of blanks made one space, none at either end.
 */
void cnd_fold_prose(struct cnd_str s, struct cnd_buf *out);

#endif
