/*
 * Eight bytes at once, by arithmetic alone.  Sums of seven-bit values carry
 * into a byte's highest bit, never beyond it, and that bit is the answer for
 * the byte; bytes beyond ASCII always answer no.
 */
#ifndef CND_BASE_EIGHT_H
#define CND_BASE_EIGHT_H

#include "base/str.h"

#include <stdint.h>
#include <string.h>

#define CND_EACH_BYTE(byte) (0x0101010101010101u * (uint64_t)(byte))

/* The first in the lowest place. */
static inline uint64_t
cnd_load8(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
		(uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
		(uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
		(uint64_t)b[7] << 56;
}

/* The same of a text from an offset on; zeros behind its end. */
static inline uint64_t
cnd_load8_of(struct cnd_str text, size_t at)
{
	char last[8] = { 0 };

	if (at + 8 <= text.len)
		return cnd_load8(text.data + at);
	memcpy(last, text.data + at, text.len - at);
	return cnd_load8(last);
}

/* The bytes from first to last, both of ASCII. */
static inline uint64_t
cnd_eight_in(uint64_t bytes, char first, char last)
{
	uint64_t low = bytes & CND_EACH_BYTE(0x7f);

	return (low + CND_EACH_BYTE(0x80 - first)) &
		~(low + CND_EACH_BYTE(0x7f - last)) & ~bytes &
		CND_EACH_BYTE(0x80);
}

/* One bit for each answer, the first byte's in the lowest place. */
static inline uint64_t
cnd_eight_gather(uint64_t answers)
{
	return ((answers >> 7) * 0x0102040810204080u) >> 56;
}

/* How many bytes say yes. */
static inline unsigned
cnd_eight_count(uint64_t answers)
{
	return (unsigned)((answers >> 7) * CND_EACH_BYTE(1) >> 56);
}

#endif
