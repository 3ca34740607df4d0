/* Sets of characters in patterns, read exactly or not at all. */
#include "query/tree.h"

#include "base/utf8.h"
#include "query/escape.h"

#include <string.h>

bool
cnd_tree_add_code(
	struct cnd_sign_set *set, uint32_t code, struct cnd_tree_manner manner)
{
	unsigned sign;

	if (!cnd_sign_is_own(code, &sign)) {
		/* Any character past ASCII; a carriage return is doubtful. */
		for (sign = CND_SIGN_BLANK; manner.is_loose && sign < CND_SIGNS;
			sign++)
			cnd_sign_add(set, sign);
		return manner.is_loose;
	}
	cnd_sign_add(set, sign);
	if (manner.is_fold && sign < 0x80 && cnd_is_alpha((char)sign))
		cnd_sign_add(set, sign ^ 0x20);
	return true;
}

bool
cnd_tree_set_of_escape(char letter, struct cnd_sign_set *set)
{
	switch (letter) {
	case 'w':
	case 'W':
		*set = cnd_word_signs;
		break;
	case 's':
	case 'S':
		*set = cnd_signs_of_blanks();
		break;
	case 'd':
	case 'D':
		*set = cnd_signs_of_digits();
		break;
	case 'h':
	case 'H':
		*set = cnd_signs_across();
		break;
	default:
		return false;
	}
	if (cnd_is_upper(letter))
		*set = cnd_sign_others(set);
	return true;
}

/* Capitals and small letters are not told apart alike by all versions of
 * PCRE2 where case is folded. */
static bool
is_of_case(struct cnd_str name)
{
	return name.len == 2 && name.data[0] == 'L';
}

bool
cnd_tree_read_property(struct cnd_str pattern, size_t *at,
	struct cnd_tree_manner manner, struct cnd_sign_set *set)
{
	size_t end = *at;
	struct cnd_str name;
	bool is_not;

	if (!cnd_escape_property(pattern, &end, &name, &is_not))
		return false;
	if (manner.is_fold && is_of_case(name) && !manner.is_loose)
		return false;
	if (manner.is_fold && is_of_case(name))
		name.len = 1;
	if (!cnd_signs_of_property(name, set))
		return false;
	if (name.len == 1 && manner.is_loose && is_not)
		return false;
	if (is_not)
		*set = cnd_sign_others(set);
	*at = end;
	return true;
}

bool
cnd_tree_read_code(struct cnd_str pattern, size_t *at, uint32_t *code)
{
	size_t end = *at;

	/* A carriage return is doubtful, see alphabet.h. */
	if (!cnd_escape_code(pattern, &end, code) || *code == '\r')
		return false;
	*at = end;
	return true;
}

/* "[:alpha:]" at *at; *is_one says whether there is one. */
static bool
read_posix(struct cnd_str pattern, size_t *at, struct cnd_tree_manner manner,
	struct cnd_sign_set *set, bool *is_one)
{
	static const struct {
		const char *words;
		const char *means;
	} classes[] = { { "[:alpha:]", "\\p{L}" }, { "[:digit:]", "\\p{Nd}" },
		{ "[:lower:]", "\\p{Ll}" }, { "[:upper:]", "\\p{Lu}" } };
	struct cnd_str rest = cnd_str_slice(pattern, *at, pattern.len);
	size_t start = 0;

	*is_one = cnd_str_starts_with(rest, CND_STR("[:")) ||
		cnd_str_starts_with(rest, CND_STR("[.")) ||
		cnd_str_starts_with(rest, CND_STR("[="));
	if (!*is_one)
		return true;
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (!cnd_str_starts_with(rest, cnd_str_of(classes[i].words)))
			continue;
		*at += strlen(classes[i].words);
		return cnd_tree_read_property(
			cnd_str_of(classes[i].means), &start, manner, set);
	}
	return false;
}

/* The code point that opens or closes a range. */
static bool
read_end(struct cnd_str pattern, size_t *at, uint32_t *code)
{
	if (*at >= pattern.len)
		return false;
	if (pattern.data[*at] == '\\')
		return cnd_tree_read_code(pattern, at, code);
	if (pattern.data[*at] == '[')
		return false;
	*code = cnd_utf8_next(pattern, at);
	return true;
}

static bool
read_item(struct cnd_str pattern, size_t *at, struct cnd_tree_manner manner,
	struct cnd_sign_set *set)
{
	char letter = *at + 1 < pattern.len && pattern.data[*at] == '\\'
		? pattern.data[*at + 1]
		: '\0';
	struct cnd_sign_set more = { { 0 } };
	bool is_posix;
	uint32_t from;
	uint32_t to;

	if (!read_posix(pattern, at, manner, &more, &is_posix))
		return false;
	if (!is_posix && (letter == 'p' || letter == 'P')) {
		if (!cnd_tree_read_property(pattern, at, manner, &more))
			return false;
	} else if (!is_posix && cnd_tree_set_of_escape(letter, &more)) {
		*at += 2;
	} else if (!is_posix) {
		if (!read_end(pattern, at, &from))
			return false;
		to = from;
		if (*at + 1 < pattern.len && pattern.data[*at] == '-' &&
			pattern.data[*at + 1] != ']') {
			(*at)++;
			if (!read_end(pattern, at, &to) || to < from ||
				to - from > 0x80)
				return false;
		}
		for (; from <= to; from++)
			if (from == '\r' ||
				!cnd_tree_add_code(&more, from, manner))
				return false;
		cnd_sign_join(set, &more);
		return true;
	}
	/* "[\d-x]" has its own rules. */
	if (*at + 1 < pattern.len && pattern.data[*at] == '-' &&
		pattern.data[*at + 1] != ']')
		return false;
	cnd_sign_join(set, &more);
	return true;
}

bool
cnd_tree_read_class(struct cnd_str pattern, size_t *at,
	struct cnd_tree_manner manner, struct cnd_sign_set *set)
{
	bool is_negated;
	bool is_first = true;

	*set = (struct cnd_sign_set){ { 0 } };
	(*at)++;
	is_negated = *at < pattern.len && pattern.data[*at] == '^';
	*at += is_negated ? 1 : 0;
	/* All but more is less: what is not known makes it fail. */
	manner.is_loose &= !is_negated;
	while (*at < pattern.len && (is_first || pattern.data[*at] != ']')) {
		if (!read_item(pattern, at, manner, set))
			return false;
		is_first = false;
	}
	if (*at >= pattern.len)
		return false;
	(*at)++;
	if (is_negated)
		*set = cnd_sign_others(set);
	return true;
}
