/*
 * The letters that patterns are made of: 256 signs.  The first 128 are
 * ASCII; of what lies beyond, marks that patterns name have a sign each,
 * and the rest is sorted by what PCRE2's sets (\w \s \d \p{L} …) can tell
 * of it.  Characters that another version of PCRE2 or of Unicode may see
 * in another way are doubtful: whoever meets one asks PCRE2 itself.
 */
#ifndef CND_QUERY_ALPHABET_H
#define CND_QUERY_ALPHABET_H

#include "base/str.h"

#include <stdint.h>

enum cnd_sign {
	CND_SIGN_DOUBTFUL = 0x80,
	CND_SIGN_BLANK, /* \s and \h, and no newline */
	CND_SIGN_UPPER, /* a Latin capital, \p{Lu} */
	CND_SIGN_LOWER, /* \p{Ll} */
	CND_SIGN_NUMBER, /* \p{No}: of \w, and neither letter nor digit */
	CND_SIGN_APART, /* of none of these sets */
	CND_SIGN_MARKS, /* the first of the marks that have their own */
	CND_SIGNS = 256
};

/* A set of signs: bit n % 64 of bits[n / 64] for sign n. */
struct cnd_sign_set {
	uint64_t bits[CND_SIGNS / 64];
};

/* The sign of a code point past ASCII. */
unsigned cnd_sign_of_code(uint32_t code);

/*
 * The sign at a byte offset of the text, a character's first byte; *len
 * receives the character's length.  A carriage return is doubtful: PCRE2
 * has rules of its own for what begins or ends at one.
 */
unsigned cnd_sign_at(struct cnd_str text, size_t at, size_t *len);

/* Whether a pattern may name this code point: it has a sign of its own. */
bool cnd_sign_is_own(uint32_t code, unsigned *sign);

void cnd_sign_add(struct cnd_sign_set *set, unsigned sign);
/* Its signs in order; how many they are. */
uint32_t cnd_sign_list(
	const struct cnd_sign_set *set, uint8_t signs[CND_SIGNS]);
void cnd_sign_join(struct cnd_sign_set *set, const struct cnd_sign_set *more);
/* All others, but for what is doubtful. */
struct cnd_sign_set cnd_sign_others(const struct cnd_sign_set *set);
bool cnd_sign_share(const struct cnd_sign_set *a, const struct cnd_sign_set *b);
/* Whether all signs of the one are of the whole. */
bool cnd_sign_within(
	const struct cnd_sign_set *set, const struct cnd_sign_set *whole);
bool cnd_sign_equal(const struct cnd_sign_set *a, const struct cnd_sign_set *b);

/* What \s \d \h stand for, and \p{…} for L, Lu, Ll, N, Nd. */
struct cnd_sign_set cnd_signs_of_blanks(void);
struct cnd_sign_set cnd_signs_of_digits(void);
struct cnd_sign_set cnd_signs_across(void);
bool cnd_signs_of_property(struct cnd_str name, struct cnd_sign_set *set);

/* What \w takes, as a table: it is asked at every second sign. */
extern const struct cnd_sign_set cnd_word_signs;

static inline bool
cnd_sign_has(const struct cnd_sign_set *set, unsigned sign)
{
	return (set->bits[sign >> 6] >> (sign & 63) & 1) != 0;
}

#endif
