/* Pieces of a pattern's text. */
#include "match/syntax.h"

/* One past the next needle after at, or the end. */
static size_t
behind(struct cnd_str pattern, size_t at, const char *needle)
{
	struct cnd_str wanted = cnd_str_of(needle);
	size_t found =
		cnd_str_find(cnd_str_slice(pattern, at, pattern.len), wanted);

	return found == CND_NOT_FOUND ? pattern.len : at + found + wanted.len;
}

bool
cnd_syntax_is_at(struct cnd_str pattern, size_t at, const char *words)
{
	return cnd_str_starts_with(
		cnd_str_slice(pattern, at, pattern.len), cnd_str_of(words));
}

size_t
cnd_syntax_end_of_escape(struct cnd_str pattern, size_t at)
{
	if (cnd_syntax_is_at(pattern, at, "\\Q"))
		return behind(pattern, at, "\\E");
	if (cnd_syntax_is_at(pattern, at, "\\k'") ||
		cnd_syntax_is_at(pattern, at, "\\g'"))
		return behind(pattern, at + 3, "'");
	return at + 2;
}

size_t
cnd_syntax_end_of_class(struct cnd_str pattern, size_t at)
{
	size_t i = at + 1;

	if (i < pattern.len && pattern.data[i] == '^')
		i++;
	if (i < pattern.len && pattern.data[i] == ']')
		i++;
	while (i < pattern.len && pattern.data[i] != ']') {
		if (pattern.data[i] == '\\')
			i = cnd_syntax_end_of_escape(pattern, i);
		else if (cnd_syntax_is_at(pattern, i, "[:"))
			i = behind(pattern, i, ":]");
		else
			i++;
	}
	return i + 1;
}

size_t
cnd_syntax_end_of_name(struct cnd_str pattern, size_t at)
{
	if (cnd_syntax_is_at(pattern, at, "(?'"))
		return behind(pattern, at + 3, "'");
	if (cnd_syntax_is_at(pattern, at, "(?('"))
		return behind(pattern, at + 4, "'");
	return at;
}
