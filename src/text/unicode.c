/* Code point properties, by table for ASCII and by utf8proc beyond. */
#include "text/unicode.h"

#include "base/utf8.h"

#include <utf8proc.h>

static utf8proc_category_t
category(uint32_t code)
{
	return utf8proc_category((utf8proc_int32_t)code);
}

bool
cnd_is_letter(uint32_t code)
{
	if (code < 0x80)
		return cnd_is_alpha((char)code);
	return category(code) >= UTF8PROC_CATEGORY_LU &&
		category(code) <= UTF8PROC_CATEGORY_LO;
}

bool
cnd_is_upper_letter(uint32_t code)
{
	if (code < 0x80)
		return cnd_is_upper((char)code);
	return category(code) == UTF8PROC_CATEGORY_LU ||
		category(code) == UTF8PROC_CATEGORY_LT;
}

bool
cnd_is_lower_letter(uint32_t code)
{
	if (code < 0x80)
		return code >= 'a' && code <= 'z';
	return category(code) == UTF8PROC_CATEGORY_LL;
}

bool
cnd_is_mark_beyond(uint32_t code)
{
	return category(code) >= UTF8PROC_CATEGORY_MN &&
		category(code) <= UTF8PROC_CATEGORY_ME;
}

bool
cnd_is_private_use(uint32_t code)
{
	return code >= 0xe000 && category(code) == UTF8PROC_CATEGORY_CO;
}

bool
cnd_is_blank(uint32_t code)
{
	if (code < 0x80)
		return cnd_is_space((char)code);
	return category(code) == UTF8PROC_CATEGORY_ZS;
}

bool
cnd_is_number(uint32_t code)
{
	return category(code) >= UTF8PROC_CATEGORY_ND &&
		category(code) <= UTF8PROC_CATEGORY_NO;
}

bool
cnd_is_word_beyond(uint32_t code)
{
	return cnd_is_letter(code) || cnd_is_number(code);
}

uint32_t
cnd_lower(uint32_t code)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t
cnd_upper(uint32_t code)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

uint32_t
cnd_title(uint32_t code)
{
	return (uint32_t)utf8proc_totitle((utf8proc_int32_t)code);
}

uint32_t
cnd_fold(uint32_t code)
{
	if (code < 0x80)
		return (uint32_t)(unsigned char)cnd_to_lower((char)code);
	if (code == 0x17f)
		return 's';
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

/* Curly quotes and dashes as typewriters have them. */
static uint32_t
plain(uint32_t code)
{
	switch (code) {
	case 0x2018:
	case 0x2019:
	case 0x201b:
		return '\'';
	case 0x201c:
	case 0x201d:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
		return '-';
	default:
		return code;
	}
}

void
cnd_fold_prose(struct cnd_str s, struct cnd_buf *out)
{
	bool is_pending = false;
	bool has_begun = false;
	char bytes[4];

	for (size_t at = 0; at < s.len;) {
		uint32_t code = cnd_utf8_next(s, &at);

		if (cnd_is_blank(code)) {
			is_pending = has_begun;
			continue;
		}
		if (is_pending)
			cnd_buf_putc(out, ' ');
		is_pending = false;
		has_begun = true;
		code = cnd_fold(plain(code));
		if (code < 0x80) {
			cnd_buf_putc(out, (char)code);
		} else {
			size_t len = cnd_utf8_encode(code, bytes);

			cnd_buf_put(out, (struct cnd_str){ bytes, len });
		}
	}
}
