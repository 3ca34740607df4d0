/*
 * By the text alone.  Invariant: what stands between two bars, at a depth
 * where nothing stands around the choice, is an alternative of the whole.
 */
#include "match/divide.h"

#include "base/buf.h"
#include "match/syntax.h"

#include <string.h>

enum {
	/*
	 * Bytes of a part, from which on it takes no more.  With 256, 512,
	 * 1,024 and 2,048 a first report of 100 KB took 0.83, 0.84, 0.89 and
	 * 0.94 of the time that undivided lists take; a dense one of 1.2 MB
	 * took least with 512.
	 */
	PART_LEAST = 512,
	DEPTH_MOST = 16, /* groups around a choice; deeper it stays whole */
};

struct division {
	struct cnd_arena *arena;
	struct cnd_str *parts;
	size_t count;
	size_t capacity;
	struct cnd_buf open; /* the part that takes more */
	bool is_open; /* it holds an alternative, be it empty */
};

/* Behind "(?": a group that only groups, looks around or folds. */
static bool
is_plain_group(struct cnd_str pattern, size_t at)
{
	static const char *const openings[] = { ":", "=", "!", "<=", "<!", ">",
		"|" };

	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++)
		if (cnd_syntax_is_at(pattern, at, openings[i]))
			return true;
	while (at < pattern.len &&
		memchr("ims-", pattern.data[at], sizeof("ims-") - 1) != NULL)
		at++;
	return cnd_syntax_is_at(pattern, at, ":");
}

/* One past the piece at at; a single byte is one. */
static size_t
end_of_piece(struct cnd_str pattern, size_t at)
{
	if (pattern.data[at] == '\\')
		return cnd_syntax_end_of_escape(pattern, at);
	if (pattern.data[at] == '[')
		return cnd_syntax_end_of_class(pattern, at);
	return at + 1;
}

/*
 * Whether a piece means the same with other pieces around it: no option, no
 * group by its number or name, no verb.
 */
static bool
is_free(struct cnd_str pattern, size_t at)
{
	char next = at + 1 < pattern.len ? pattern.data[at + 1] : '\0';

	if (pattern.data[at] == '\\')
		return next != '\0' && strchr("123456789gkKQE", next) == NULL;
	if (pattern.data[at] != '(')
		return true;
	return next != '*' && (next != '?' || is_plain_group(pattern, at + 2));
}

static bool
is_dividable(struct cnd_str pattern)
{
	size_t depth = 0;

	for (size_t at = 0; at < pattern.len; at = end_of_piece(pattern, at)) {
		if (!is_free(pattern, at))
			return false;
		if (pattern.data[at] == '(')
			depth++;
		else if (pattern.data[at] == ')' && depth-- == 0)
			return false;
	}
	return depth == 0;
}

/* The next bar outside of groups at or after at, or the end. */
static size_t
next_bar(struct cnd_str pattern, size_t at)
{
	size_t depth = 0;

	for (; at < pattern.len; at = end_of_piece(pattern, at)) {
		char c = pattern.data[at];

		if (c == '|' && depth == 0)
			return at;
		depth += c == '(';
		depth -= c == ')';
	}
	return pattern.len;
}

/* One past the group that opens at the pattern's start. */
static size_t
end_of_group(struct cnd_str pattern)
{
	size_t depth = 0;

	for (size_t at = 0; at < pattern.len; at = end_of_piece(pattern, at)) {
		depth += pattern.data[at] == '(';
		if (pattern.data[at] == ')' && --depth == 0)
			return at + 1;
	}
	return pattern.len;
}

/* What stands in a group that is all of the pattern; else the pattern. */
static struct cnd_str
inside_group(struct cnd_str pattern)
{
	if (!cnd_syntax_is_at(pattern, 0, "(?:") ||
		end_of_group(pattern) != pattern.len)
		return pattern;
	return cnd_str_slice(pattern, 3, pattern.len - 1);
}

static void
close_part(struct division *division)
{
	division->parts = cnd_arena_grow(division->arena, division->parts,
		division->count, &division->capacity, sizeof(*division->parts));
	division->parts[division->count++] =
		cnd_arena_copy(division->arena, cnd_buf_str(&division->open));
	division->open.len = 0;
	division->is_open = false;
}

static void
add_alternative(struct division *division, struct cnd_str alternative)
{
	if (division->is_open)
		cnd_buf_putc(&division->open, '|');
	cnd_buf_put(&division->open, alternative);
	division->is_open = true;
	if (division->open.len >= PART_LEAST)
		close_part(division);
}

/* Recursion is the plain way, DEPTH_MOST deep. */
static void
divide(struct division *division, struct cnd_str pattern, unsigned depth)
{
	size_t from = 0;

	while (from <= pattern.len) {
		size_t to = next_bar(pattern, from);
		struct cnd_str own = cnd_str_slice(pattern, from, to);
		struct cnd_str inner = inside_group(own);

		if (inner.len < own.len && depth < DEPTH_MOST)
			divide(division, inner, depth + 1);
		else
			add_alternative(division, own);
		from = to + 1;
	}
}

const struct cnd_str *
cnd_pattern_divide(
	struct cnd_arena *arena, struct cnd_str pattern, size_t *count)
{
	struct division division = { .arena = arena };

	if (pattern.len < 2 * (size_t)PART_LEAST || !is_dividable(pattern)) {
		cnd_buf_put(&division.open, pattern);
		close_part(&division);
	} else {
		divide(&division, pattern, 0);
		if (division.is_open)
			close_part(&division);
	}
	cnd_buf_dispose(&division.open);
	*count = division.count;
	return division.parts;
}
