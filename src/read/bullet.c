/* Tells bullets that stand in the text. */
#include "read/bullet.h"

#include "base/utf8.h"
#include "text/unicode.h"

bool
cnd_bullet_is_sign(uint32_t code)
{
	static const uint32_t signs[] = { 0xb7, 0x2022, 0x2023, 0x2043, 0x2192,
		0x21d2, 0x2219, 0x25a0, 0x25a1, 0x25aa, 0x25ab, 0x25b6, 0x25b8,
		0x25b9, 0x25ba, 0x25c6, 0x25c7, 0x25ca, 0x25cb, 0x25cf, 0x25e6,
		0x25fb, 0x25fc, 0x2610, 0x2611, 0x2605, 0x2606, 0x2713, 0x2714,
		0x2726, 0x2756, 0x2794, 0x27a1, 0x27a2, 0x27a4, 0x2b25,
		0x2b9a };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (signs[i] == code)
			return true;
	}
	return cnd_is_private_use(code);
}

size_t
cnd_bullet_length(struct cnd_str text)
{
	size_t end = 0;
	size_t rest;
	uint32_t code;

	if (text.len == 0)
		return 0;
	code = cnd_utf8_next(text, &end);
	rest = end;
	while (rest < text.len) {
		size_t next = rest;

		if (!cnd_is_blank(cnd_utf8_next(text, &next)))
			break;
		rest = next;
	}
	if (rest >= text.len)
		return 0;
	if (cnd_bullet_is_sign(code) || (code == 0x2013 && rest > end))
		return rest;
	return 0;
}
