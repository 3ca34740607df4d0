/* Code points sorted into signs. */
#include "query/alphabet.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <string.h>

/* '0' to '9', '_', the letters, and UPPER, LOWER, NUMBER. */
const struct cnd_sign_set cnd_word_signs = { {
	0x03ff000000000000,
	0x07fffffe87fffffe,
	(uint64_t)1 << (CND_SIGN_UPPER & 63) |
		(uint64_t)1 << (CND_SIGN_LOWER & 63) |
		(uint64_t)1 << (CND_SIGN_NUMBER & 63),
	0,
} };

/* Marks that patterns name; each is of no word and has no other case. */
static const uint16_t marks[] = { 0x2019, 0x2018, 0x201c, 0x201d, 0x2013,
	0x2014, 0x2010, 0x2011, 0x2012, 0x2015, 0x2026, 0x2022, 0x25cf, 0x25a0,
	0x2588, 0x2587, 0x2586, 0xa3, 0x20ac, 0xa7, 0xad, 0xb0, 0xb7, 0xab,
	0xbb };

enum { MARKS = sizeof(marks) / sizeof(marks[0]) };

bool
cnd_sign_is_own(uint32_t code, unsigned *sign)
{
	if (code < 0x80) {
		*sign = code;
		return code != '\r';
	}
	for (unsigned i = 0; i < MARKS; i++) {
		if (marks[i] == code) {
			*sign = CND_SIGN_MARKS + i;
			return true;
		}
	}
	return false;
}

/* Blanks of every version, and of \h as of \s. */
static bool
is_blank(uint32_t code)
{
	return code == 0xa0 || code == 0x1680 ||
		(code >= 0x2000 && code <= 0x200a) || code == 0x202f ||
		code == 0x205f || code == 0x3000;
}

/*
 * U+00AA, U+00B5, U+00BA are letters without a case or with one far off;
 * dotted and dotless i and the long s fold in ways of their own.
 */
static unsigned
sign_of_latin(uint32_t code)
{
	if (code == 0x85 || code == 0xaa || code == 0xb5 || code == 0xba ||
		code == 0x130 || code == 0x131 || code == 0x17f)
		return CND_SIGN_DOUBTFUL;
	if (code == 0xb2 || code == 0xb3 || code == 0xb9 ||
		(code >= 0xbc && code <= 0xbe))
		return CND_SIGN_NUMBER;
	if (code < 0xc0 || code == 0xd7 || code == 0xf7)
		return CND_SIGN_APART;
	if (cnd_is_lower_letter(code))
		return CND_SIGN_LOWER;
	/* U+01C5 and its like are neither capital nor small. */
	if (!cnd_is_upper_letter(code) || (code >= 0x1bb && code <= 0x1f3))
		return CND_SIGN_DOUBTFUL;
	return CND_SIGN_UPPER;
}

/* Punctuation, currency, arrows, boxes, bullets, private use. */
static bool
is_apart(uint32_t code)
{
	if (code >= 0x2000 && code <= 0x206f)
		return code != 0x2028 && code != 0x2029 && code != 0x203f &&
			code != 0x2040 && code != 0x2054 &&
			(code < 0x2064 || code > 0x2066);
	return (code >= 0x20a0 && code <= 0x20bf) ||
		(code >= 0x2190 && code <= 0x22ff) ||
		(code >= 0x2500 && code <= 0x25ff) ||
		(code >= 0x2701 && code <= 0x2767) ||
		(code >= 0xe000 && code <= 0xf8ff) || code == 0xfffd ||
		code == 0xfeff;
}

unsigned
cnd_sign_of_code(uint32_t code)
{
	unsigned sign;

	if (cnd_sign_is_own(code, &sign))
		return sign;
	if (is_blank(code))
		return CND_SIGN_BLANK;
	if (code <= 0x24f)
		return sign_of_latin(code);
	return is_apart(code) ? CND_SIGN_APART : CND_SIGN_DOUBTFUL;
}

unsigned
cnd_sign_at(struct cnd_str text, size_t at, size_t *len)
{
	unsigned char byte = (unsigned char)text.data[at];
	size_t next = at;
	uint32_t code;

	*len = 1;
	if (byte < 0x80)
		return byte == '\r' ? CND_SIGN_DOUBTFUL : byte;
	code = cnd_utf8_next(text, &next);
	*len = next - at;
	return cnd_sign_of_code(code);
}

void
cnd_sign_add(struct cnd_sign_set *set, unsigned sign)
{
	set->bits[sign >> 6] |= (uint64_t)1 << (sign & 63);
}

uint32_t
cnd_sign_list(const struct cnd_sign_set *set, uint8_t signs[CND_SIGNS])
{
	uint32_t count = 0;

	for (unsigned i = 0; i < CND_SIGNS / 64; i++)
		for (uint64_t bits = set->bits[i]; bits != 0; bits &= bits - 1)
			signs[count++] = (uint8_t)(64 * i +
				(unsigned)__builtin_ctzll(bits));
	return count;
}

void
cnd_sign_join(struct cnd_sign_set *set, const struct cnd_sign_set *more)
{
	for (unsigned i = 0; i < CND_SIGNS / 64; i++)
		set->bits[i] |= more->bits[i];
}

struct cnd_sign_set
cnd_sign_others(const struct cnd_sign_set *set)
{
	struct cnd_sign_set others;

	for (unsigned i = 0; i < CND_SIGNS / 64; i++)
		others.bits[i] = ~set->bits[i];
	others.bits[CND_SIGN_DOUBTFUL >> 6] &=
		~((uint64_t)1 << (CND_SIGN_DOUBTFUL & 63));
	return others;
}

bool
cnd_sign_share(const struct cnd_sign_set *a, const struct cnd_sign_set *b)
{
	for (unsigned i = 0; i < CND_SIGNS / 64; i++)
		if ((a->bits[i] & b->bits[i]) != 0)
			return true;
	return false;
}

bool
cnd_sign_within(
	const struct cnd_sign_set *set, const struct cnd_sign_set *whole)
{
	for (unsigned i = 0; i < CND_SIGNS / 64; i++)
		if ((set->bits[i] & ~whole->bits[i]) != 0)
			return false;
	return true;
}

bool
cnd_sign_equal(const struct cnd_sign_set *a, const struct cnd_sign_set *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

static void
add_range(struct cnd_sign_set *set, unsigned from, unsigned to)
{
	for (unsigned sign = from; sign <= to; sign++)
		cnd_sign_add(set, sign);
}

struct cnd_sign_set
cnd_signs_of_digits(void)
{
	struct cnd_sign_set set = { { 0 } };

	add_range(&set, '0', '9');
	return set;
}

static struct cnd_sign_set
letters(bool has_upper, bool has_lower)
{
	struct cnd_sign_set set = { { 0 } };

	if (has_upper) {
		add_range(&set, 'A', 'Z');
		cnd_sign_add(&set, CND_SIGN_UPPER);
	}
	if (has_lower) {
		add_range(&set, 'a', 'z');
		cnd_sign_add(&set, CND_SIGN_LOWER);
	}
	return set;
}

struct cnd_sign_set
cnd_signs_across(void)
{
	struct cnd_sign_set set = { { 0 } };

	cnd_sign_add(&set, ' ');
	cnd_sign_add(&set, '\t');
	cnd_sign_add(&set, CND_SIGN_BLANK);
	return set;
}

struct cnd_sign_set
cnd_signs_of_blanks(void)
{
	struct cnd_sign_set set = cnd_signs_across();

	add_range(&set, '\t', '\r');
	return set;
}

bool
cnd_signs_of_property(struct cnd_str name, struct cnd_sign_set *set)
{
	if (cnd_str_equal(name, CND_STR("L"))) {
		*set = letters(true, true);
	} else if (cnd_str_equal(name, CND_STR("Lu"))) {
		*set = letters(true, false);
	} else if (cnd_str_equal(name, CND_STR("Ll"))) {
		*set = letters(false, true);
	} else if (cnd_str_equal(name, CND_STR("Nd"))) {
		*set = cnd_signs_of_digits();
	} else if (cnd_str_equal(name, CND_STR("N"))) {
		*set = cnd_signs_of_digits();
		cnd_sign_add(set, CND_SIGN_NUMBER);
	} else {
		return false;
	}
	return true;
}
