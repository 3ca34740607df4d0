/* UTF-8: checking, decoding, and counting in the units others use. */
#ifndef CND_BASE_UTF8_H
#define CND_BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

/*
 * Offset of the first byte that does not belong to well-formed UTF-8
 * (RFC 3629: no surrogates, no overlong forms, nothing past U+10FFFF), or
 * CND_NOT_FOUND when all is well.
 */
size_t cnd_utf8_invalid(struct cnd_str s);

/* Bytes of the well-formed sequence at `at` (< s.len), or 0. */
size_t cnd_utf8_length(struct cnd_str s, size_t at);

/* The rest of cnd_utf8_next: what is not ASCII. */
uint32_t cnd_utf8_next_long(struct cnd_str s, size_t *at);

/*
 * Decodes the code point that starts at s.data[*at] and moves *at behind
 * it; an ill-formed byte gives U+FFFD and moves by one.  *at < s.len.
 */
static inline uint32_t
cnd_utf8_next(struct cnd_str s, size_t *at)
{
	if ((unsigned char)s.data[*at] >= 0x80)
		return cnd_utf8_next_long(s, at);
	return (unsigned char)s.data[(*at)++];
}

/* The code point that ends before *at (> 0); moves *at to its start. */
uint32_t cnd_utf8_previous(struct cnd_str s, size_t *at);

/*
 * The offset, at or before `at`, where the character begins that `at`
 * stands in; s.len when `at` is there or past it.
 */
size_t cnd_utf8_floor(struct cnd_str s, size_t at);

/* The front of s: no more than `most` bytes, and no character cut in two. */
static inline struct cnd_str
cnd_utf8_front(struct cnd_str s, size_t most)
{
	return s.len <= most ? s : cnd_str_slice(s, 0, cnd_utf8_floor(s, most));
}

/* Writes a code point into out (at most 4 bytes); the bytes written. */
size_t cnd_utf8_encode(uint32_t code, char out[4]);

/*
 * The offset at or after `at` of the first byte that is not ASCII, or
 * s.len.
 */
size_t cnd_utf8_skip_ascii(struct cnd_str s, size_t at);

/* Length of s in code points, and in UTF-16 units. */
size_t cnd_utf8_code_points(struct cnd_str s);
size_t cnd_utf8_utf16_units(struct cnd_str s);

#endif
