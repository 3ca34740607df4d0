/* UTF-8 by the table of RFC 3629, with a fast path over ASCII. */
#include "base/utf8.h"

#include <string.h>

/* Bytes taken at a time while all of them are ASCII. */
enum { STRIDE = 8 };

size_t
cnd_utf8_skip_ascii(struct cnd_str s, size_t at)
{
	uint64_t chunk;

	while (at + STRIDE <= s.len) {
		memcpy(&chunk, s.data + at, STRIDE);
		if ((chunk & 0x8080808080808080u) != 0)
			break;
		at += STRIDE;
	}
	while (at < s.len && (unsigned char)s.data[at] < 0x80)
		at++;
	return at;
}

static bool
is_tail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

size_t
cnd_utf8_floor(struct cnd_str s, size_t at)
{
	if (at >= s.len)
		return s.len;
	while (at > 0 && is_tail((unsigned char)s.data[at]))
		at--;
	return at;
}

/*
 * The second byte's range is what excludes overlong forms, surrogates and
 * what lies past U+10FFFF.
 */
size_t
cnd_utf8_length(struct cnd_str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.data + at;
	unsigned char low = 0x80;
	unsigned char high = 0xbf;
	size_t len;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	len = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (s.len - at < len)
		return 0;
	if (p[0] == 0xe0)
		low = 0xa0;
	else if (p[0] == 0xed)
		high = 0x9f;
	else if (p[0] == 0xf0)
		low = 0x90;
	else if (p[0] == 0xf4)
		high = 0x8f;
	if (p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++)
		if (!is_tail(p[i]))
			return 0;
	return len;
}

size_t
cnd_utf8_invalid(struct cnd_str s)
{
	size_t at = 0;

	while ((at = cnd_utf8_skip_ascii(s, at)) < s.len) {
		size_t len = cnd_utf8_length(s, at);

		if (len == 0)
			return at;
		at += len;
	}
	return CND_NOT_FOUND;
}

uint32_t
cnd_utf8_next_long(struct cnd_str s, size_t *at)
{
	static const unsigned char lead_bits[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	const unsigned char *p = (const unsigned char *)s.data + *at;
	size_t len = cnd_utf8_length(s, *at);
	uint32_t code;

	if (len == 0) {
		*at += 1;
		return 0xfffd;
	}
	code = p[0] & lead_bits[len];
	for (size_t i = 1; i < len; i++)
		code = code << 6 | (p[i] & 0x3fu);
	*at += len;
	return code;
}

uint32_t
cnd_utf8_previous(struct cnd_str s, size_t *at)
{
	size_t from = *at - 1;
	size_t to;
	uint32_t code;

	while (from > 0 && *at - from < 4 &&
		is_tail((unsigned char)s.data[from]))
		from--;
	to = from;
	code = cnd_utf8_next(s, &to);
	if (to != *at) { /* ill-formed: one byte at a time */
		*at -= 1;
		return 0xfffd;
	}
	*at = from;
	return code;
}

size_t
cnd_utf8_encode(uint32_t code, char out[4])
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xe0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3f));
		out[2] = (char)(0x80 | (code & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3f));
	out[2] = (char)(0x80 | (code >> 6 & 0x3f));
	out[3] = (char)(0x80 | (code & 0x3f));
	return 4;
}

/* The lowest bit of each of eight bytes, and their sum. */
#define EACH_BYTE UINT64_C(0x0101010101010101)

static size_t
sum_of_bytes(uint64_t bytes)
{
	return (size_t)(bytes * EACH_BYTE >> 56);
}

/* Tails among eight bytes: the highest bit is set, the next is not. */
static size_t
tails_in(uint64_t bytes)
{
	return sum_of_bytes(bytes >> 7 & ~bytes >> 6 & EACH_BYTE);
}

/* First bytes of sequences of four: the four highest bits are set. */
static size_t
long_ones_in(uint64_t bytes)
{
	return sum_of_bytes(
		bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4 & EACH_BYTE);
}

/* Nearly all of a text is plain: so many are looked at at once. */
enum { AT_ONCE = 4 };

/* What is to be taken from their number, and added to it, modulo 2^64. */
static inline size_t
others_in(uint64_t bytes, size_t long_one)
{
	return (long_one - 1) * long_ones_in(bytes) - tails_in(bytes);
}

/* Characters, those of four bytes counted as so many. */
static inline size_t
count_characters(struct cnd_str s, size_t long_one)
{
	size_t count = s.len;
	uint64_t bytes[AT_ONCE];
	size_t i = 0;

	for (; i + sizeof(bytes) <= s.len; i += sizeof(bytes)) {
		memcpy(bytes, s.data + i, sizeof(bytes));
		if (((bytes[0] | bytes[1] | bytes[2] | bytes[3]) &
			    EACH_BYTE << 7) == 0)
			continue;
		for (size_t j = 0; j < AT_ONCE; j++)
			count += others_in(bytes[j], long_one);
	}
	for (; i < s.len; i++) {
		unsigned char byte = (unsigned char)s.data[i];

		count += byte >= 0xf0 ? long_one - 1 : 0;
		count -= is_tail(byte);
	}
	return count;
}

size_t
cnd_utf8_code_points(struct cnd_str s)
{
	return count_characters(s, 1);
}

size_t
cnd_utf8_utf16_units(struct cnd_str s)
{
	return count_characters(s, 2); /* a surrogate pair */
}
