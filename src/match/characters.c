/* PCRE2's classes of characters, from its tables and Unicode's. */
#include "match/characters.h"

#include "text/unicode.h"

bool
cnd_is_pattern_blank(uint32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	return code == 0x85 || code == 0xa0 || code == 0x1680 ||
		code == 0x180e || (code >= 0x2000 && code <= 0x200a) ||
		code == 0x2028 || code == 0x2029 || code == 0x202f ||
		code == 0x205f || code == 0x3000;
}

bool
cnd_is_surely_word(uint32_t code)
{
	if (code < 0x80)
		return cnd_is_word(code);
	return code >= 0xc0 && code <= 0x24f && code != 0xd7 && code != 0xf7;
}

static bool
is_connector(uint32_t code)
{
	return code == 0x203f || code == 0x2040 || code == 0x2054;
}

bool
cnd_is_sometimes_word(uint32_t code)
{
	if (code < 0x300)
		return false;
	return cnd_is_mark(code) || is_connector(code) || code == 0xfe33 ||
		code == 0xfe34 || (code >= 0xfe4d && code <= 0xfe4f) ||
		code == 0xff3f;
}

bool
cnd_is_surely_apart(uint32_t code)
{
	if (code < 0x100)
		return !cnd_is_word(code);
	return (code >= 0x2000 && code <= 0x206f && !is_connector(code)) ||
		(code >= 0x20a0 && code <= 0x20bf);
}
