/* Names and numbers of characters, as Markdown writes them. */
#include "read/entity.h"

#include "base/halving.h"
#include "base/utf8.h"

#include <stdint.h>

struct entity {
	const char *name;
	uint32_t code;
};

/*
 * Those that reports are seen to use: Latin-1, punctuation, a few signs.
 * In byte order, for the search.
 */
static const struct entity entities[] = {
	{ "AElig", 0x00c6 },
	{ "Aacute", 0x00c1 },
	{ "Acirc", 0x00c2 },
	{ "Agrave", 0x00c0 },
	{ "Aring", 0x00c5 },
	{ "Atilde", 0x00c3 },
	{ "Auml", 0x00c4 },
	{ "Ccedil", 0x00c7 },
	{ "Dagger", 0x2021 },
	{ "Delta", 0x0394 },
	{ "ETH", 0x00d0 },
	{ "Eacute", 0x00c9 },
	{ "Ecirc", 0x00ca },
	{ "Egrave", 0x00c8 },
	{ "Euml", 0x00cb },
	{ "Iacute", 0x00cd },
	{ "Icirc", 0x00ce },
	{ "Igrave", 0x00cc },
	{ "Iuml", 0x00cf },
	{ "Ntilde", 0x00d1 },
	{ "OElig", 0x0152 },
	{ "Oacute", 0x00d3 },
	{ "Ocirc", 0x00d4 },
	{ "Ograve", 0x00d2 },
	{ "Omega", 0x03a9 },
	{ "Oslash", 0x00d8 },
	{ "Otilde", 0x00d5 },
	{ "Ouml", 0x00d6 },
	{ "Prime", 0x2033 },
	{ "Scaron", 0x0160 },
	{ "THORN", 0x00de },
	{ "Uacute", 0x00da },
	{ "Ucirc", 0x00db },
	{ "Ugrave", 0x00d9 },
	{ "Uuml", 0x00dc },
	{ "Yacute", 0x00dd },
	{ "Yuml", 0x0178 },
	{ "aacute", 0x00e1 },
	{ "acirc", 0x00e2 },
	{ "acute", 0x00b4 },
	{ "aelig", 0x00e6 },
	{ "agrave", 0x00e0 },
	{ "alpha", 0x03b1 },
	{ "amp", 0x0026 },
	{ "apos", 0x0027 },
	{ "aring", 0x00e5 },
	{ "asymp", 0x2248 },
	{ "atilde", 0x00e3 },
	{ "auml", 0x00e4 },
	{ "bdquo", 0x201e },
	{ "beta", 0x03b2 },
	{ "brvbar", 0x00a6 },
	{ "bull", 0x2022 },
	{ "ccedil", 0x00e7 },
	{ "cedil", 0x00b8 },
	{ "cent", 0x00a2 },
	{ "check", 0x2713 },
	{ "circ", 0x02c6 },
	{ "copy", 0x00a9 },
	{ "curren", 0x00a4 },
	{ "dagger", 0x2020 },
	{ "darr", 0x2193 },
	{ "deg", 0x00b0 },
	{ "delta", 0x03b4 },
	{ "divide", 0x00f7 },
	{ "eacute", 0x00e9 },
	{ "ecirc", 0x00ea },
	{ "egrave", 0x00e8 },
	{ "emsp", 0x2003 },
	{ "ensp", 0x2002 },
	{ "eth", 0x00f0 },
	{ "euml", 0x00eb },
	{ "euro", 0x20ac },
	{ "fnof", 0x0192 },
	{ "frac12", 0x00bd },
	{ "frac14", 0x00bc },
	{ "frac34", 0x00be },
	{ "frasl", 0x2044 },
	{ "gamma", 0x03b3 },
	{ "ge", 0x2265 },
	{ "gt", 0x003e },
	{ "harr", 0x2194 },
	{ "hellip", 0x2026 },
	{ "iacute", 0x00ed },
	{ "icirc", 0x00ee },
	{ "iexcl", 0x00a1 },
	{ "igrave", 0x00ec },
	{ "infin", 0x221e },
	{ "iquest", 0x00bf },
	{ "iuml", 0x00ef },
	{ "laquo", 0x00ab },
	{ "larr", 0x2190 },
	{ "ldquo", 0x201c },
	{ "le", 0x2264 },
	{ "lrm", 0x200e },
	{ "lsaquo", 0x2039 },
	{ "lsquo", 0x2018 },
	{ "lt", 0x003c },
	{ "macr", 0x00af },
	{ "mdash", 0x2014 },
	{ "micro", 0x00b5 },
	{ "middot", 0x00b7 },
	{ "minus", 0x2212 },
	{ "nbsp", 0x00a0 },
	{ "ndash", 0x2013 },
	{ "ne", 0x2260 },
	{ "not", 0x00ac },
	{ "ntilde", 0x00f1 },
	{ "oacute", 0x00f3 },
	{ "ocirc", 0x00f4 },
	{ "oelig", 0x0153 },
	{ "ograve", 0x00f2 },
	{ "oline", 0x203e },
	{ "ordf", 0x00aa },
	{ "ordm", 0x00ba },
	{ "oslash", 0x00f8 },
	{ "otilde", 0x00f5 },
	{ "ouml", 0x00f6 },
	{ "para", 0x00b6 },
	{ "permil", 0x2030 },
	{ "pi", 0x03c0 },
	{ "plusmn", 0x00b1 },
	{ "pound", 0x00a3 },
	{ "prime", 0x2032 },
	{ "quot", 0x0022 },
	{ "radic", 0x221a },
	{ "raquo", 0x00bb },
	{ "rarr", 0x2192 },
	{ "rdquo", 0x201d },
	{ "reg", 0x00ae },
	{ "rlm", 0x200f },
	{ "rsaquo", 0x203a },
	{ "rsquo", 0x2019 },
	{ "sbquo", 0x201a },
	{ "scaron", 0x0161 },
	{ "sect", 0x00a7 },
	{ "shy", 0x00ad },
	{ "sum", 0x2211 },
	{ "sup1", 0x00b9 },
	{ "sup2", 0x00b2 },
	{ "sup3", 0x00b3 },
	{ "szlig", 0x00df },
	{ "thinsp", 0x2009 },
	{ "thorn", 0x00fe },
	{ "tilde", 0x02dc },
	{ "times", 0x00d7 },
	{ "trade", 0x2122 },
	{ "uacute", 0x00fa },
	{ "uarr", 0x2191 },
	{ "ucirc", 0x00fb },
	{ "ugrave", 0x00f9 },
	{ "uml", 0x00a8 },
	{ "uuml", 0x00fc },
	{ "yacute", 0x00fd },
	{ "yen", 0x00a5 },
	{ "yuml", 0x00ff },
	{ "zwj", 0x200d },
	{ "zwnj", 0x200c },
};

/* 0 for a name that is not in the table. */
static uint32_t
code_of_name(struct cnd_str name)
{
	size_t count = sizeof(entities) / sizeof(entities[0]);
	struct cnd_halving in = { .high = count };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in,
			cnd_str_compare(cnd_str_of(entities[in.middle].name),
				name) < 0);
	if (in.low == count ||
		!cnd_str_equal(cnd_str_of(entities[in.low].name), name))
		return 0;
	return entities[in.low].code;
}

static uint32_t
code_of_number(struct cnd_str digits, int base)
{
	uint32_t code = 0;

	for (size_t i = 0; i < digits.len; i++) {
		int value = cnd_hex_value(digits.data[i]);

		if (value < 0 || value >= base)
			return 0;
		if (code <= 0x10ffff)
			code = code * (uint32_t)base + (uint32_t)value;
	}
	if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		return 0xfffd;
	return code;
}

static uint32_t
code_of(struct cnd_str body)
{
	if (body.len < 2 || body.data[0] != '#')
		return code_of_name(body);
	if (cnd_to_lower(body.data[1]) != 'x')
		return code_of_number(cnd_str_slice(body, 1, body.len), 10);
	if (body.len == 2)
		return 0;
	return code_of_number(cnd_str_slice(body, 2, body.len), 16);
}

size_t
cnd_entity_decode(struct cnd_str entity, char out[4])
{
	uint32_t code;

	if (entity.len < 3 || entity.data[0] != '&' ||
		entity.data[entity.len - 1] != ';')
		return 0;
	code = code_of(cnd_str_slice(entity, 1, entity.len - 1));
	return code == 0 ? 0 : cnd_utf8_encode(code, out);
}
