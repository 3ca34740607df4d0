/* Characters and properties that patterns write with a backslash. */
#include "query/escape.h"

#include "text/unicode.h"

#include <string.h>

/* Behind "\x": up to two digits, or any number in braces. */
static bool
read_hex(struct cnd_str pattern, size_t *at, uint32_t *code)
{
	bool is_braced = *at < pattern.len && pattern.data[*at] == '{';
	size_t digits = 0;

	*code = 0;
	*at += is_braced ? 1 : 0;
	while (*at < pattern.len && digits < (is_braced ? 6u : 2u) &&
		cnd_hex_value(pattern.data[*at]) >= 0) {
		*code = *code * 16 +
			(uint32_t)cnd_hex_value(pattern.data[(*at)++]);
		digits++;
	}
	if (digits == 0 || *code == 0 || *code > 0x10ffff ||
		(*code >= 0xd800 && *code <= 0xdfff))
		return false;
	return !is_braced ||
		(*at < pattern.len && pattern.data[(*at)++] == '}');
}

/* What one letter or mark behind a backslash stands for. */
static bool
code_of(char c, uint32_t *code)
{
	static const char names[] = "tnrfea";
	static const char values[] = "\t\n\r\f\033\a";
	const char *name = c == '\0' ? NULL : strchr(names, c);

	if (name != NULL)
		*code = (unsigned char)values[name - names];
	else if (c != '\0' && (unsigned char)c < 0x80 &&
		!cnd_is_word((unsigned char)c))
		*code = (unsigned char)c;
	else
		return false;
	return true;
}

bool
cnd_escape_code(struct cnd_str pattern, size_t *at, uint32_t *code)
{
	size_t end = *at + 2;
	bool is_read;

	if (*at + 1 >= pattern.len || pattern.data[*at] != '\\')
		return false;
	is_read = pattern.data[*at + 1] == 'x'
		? read_hex(pattern, &end, code)
		: code_of(pattern.data[*at + 1], code);
	if (is_read)
		*at = end;
	return is_read;
}

bool
cnd_escape_property(
	struct cnd_str pattern, size_t *at, struct cnd_str *name, bool *is_not)
{
	struct cnd_str rest = cnd_str_slice(pattern, *at + 2, pattern.len);
	size_t end = 0;

	if (rest.len == 0)
		return false;
	*is_not = pattern.data[*at + 1] == 'P';
	*name = cnd_str_slice(rest, 0, 1);
	if (rest.data[0] == '{') {
		end = cnd_str_find_byte(rest, '}');
		if (end == CND_NOT_FOUND)
			return false;
		*name = cnd_str_slice(rest, 1, end);
	}
	*at += 2 + end + 1;
	return true;
}
