/*
 * Ignore files as Git reads them.  A pattern and a path are compared
 * segment by segment; both "*" in a segment and "**" among segments go
 * back only to the last star, so no pattern takes exponential time.
 */
#include "app/ignore.h"

struct cnd_ignore_pattern {
	struct cnd_str base;
	struct cnd_str pattern; /* without '!', and slashes at its ends */
	bool is_negated;
	bool is_folder_only;
	bool is_anchored; /* else it matches at any depth */
};

/* A "[…]" set at *at of the pattern; moves behind it. */
static bool
set_holds(struct cnd_str pattern, size_t *at, char c)
{
	size_t i = *at + 1;
	bool is_negated = i < pattern.len &&
		(pattern.data[i] == '!' || pattern.data[i] == '^');
	size_t first;
	bool holds = false;

	i += is_negated;
	for (first = i;
		i < pattern.len && (pattern.data[i] != ']' || i == first);
		i++) {
		char low = pattern.data[i];
		char high;

		if (low == '\\' && i + 1 < pattern.len)
			low = pattern.data[++i];
		high = low;
		if (i + 2 < pattern.len && pattern.data[i + 1] == '-' &&
			pattern.data[i + 2] != ']') {
			high = pattern.data[i + 2];
			i += 2;
		}
		if ((unsigned char)low <= (unsigned char)c &&
			(unsigned char)c <= (unsigned char)high)
			holds = true;
	}
	if (i >= pattern.len) { /* never closed: matches nothing */
		*at = pattern.len;
		return false;
	}
	*at = i + 1;
	return holds != is_negated;
}

/* One element of the pattern at *at against a byte; moves behind it. */
static bool
element_holds(struct cnd_str pattern, size_t *at, char c)
{
	char element = pattern.data[*at];

	if (element == '[')
		return set_holds(pattern, at, c);
	if (element == '\\' && *at + 1 < pattern.len)
		element = pattern.data[++*at];
	else if (element == '?')
		element = c;
	(*at)++;
	return element == c;
}

static bool
segment_matches(struct cnd_str pattern, struct cnd_str name)
{
	size_t p = 0;
	size_t n = 0;
	size_t star = CND_NOT_FOUND;
	size_t star_name = 0;

	while (n < name.len) {
		size_t next = p;

		if (p < pattern.len && pattern.data[p] == '*') {
			star = p++;
			star_name = n;
		} else if (p < pattern.len &&
			element_holds(pattern, &next, name.data[n])) {
			p = next;
			n++;
		} else if (star != CND_NOT_FOUND) {
			p = star + 1;
			n = ++star_name;
		} else {
			return false;
		}
	}
	while (p < pattern.len && pattern.data[p] == '*')
		p++;
	return p == pattern.len;
}

/* The segment at *at of a path; moves *at to the next one. */
static struct cnd_str
segment_at(struct cnd_str path, size_t *at)
{
	struct cnd_str rest = cnd_str_slice(path, *at, path.len);
	struct cnd_str segment = cnd_str_split(&rest, '/');

	*at += segment.len + 1;
	return segment;
}

static bool
is_double_star(struct cnd_str segment)
{
	return cnd_str_equal(segment, CND_STR("**"));
}

static bool
path_matches(struct cnd_str pattern, struct cnd_str path)
{
	size_t p = 0;
	size_t n = 0;
	size_t star = CND_NOT_FOUND;
	size_t star_path = 0;

	while (n < path.len) {
		size_t next = p;
		size_t next_path = n;
		struct cnd_str segment = { 0 };

		if (p < pattern.len)
			segment = segment_at(pattern, &next);
		if (p < pattern.len && is_double_star(segment)) {
			if (next >= pattern.len)
				return true; /* all below that folder */
			star = p = next;
			star_path = n;
		} else if (p < pattern.len &&
			segment_matches(
				segment, segment_at(path, &next_path))) {
			p = next;
			n = next_path;
		} else if (star != CND_NOT_FOUND) {
			p = star;
			segment_at(path, &star_path);
			n = star_path;
		} else {
			return false;
		}
	}
	return p >= pattern.len;
}

/* path relative to base; false when it is not below it. */
static bool
below(struct cnd_str base, struct cnd_str path, struct cnd_str *rest)
{
	*rest = path;
	if (base.len == 0)
		return true;
	if (path.len <= base.len + 1 || !cnd_str_starts_with(path, base) ||
		path.data[base.len] != '/')
		return false;
	*rest = cnd_str_slice(path, base.len + 1, path.len);
	return true;
}

static struct cnd_str
last_segment(struct cnd_str path)
{
	size_t at = path.len;

	while (at > 0 && path.data[at - 1] != '/')
		at--;
	return cnd_str_slice(path, at, path.len);
}

static bool
pattern_matches(const struct cnd_ignore_pattern *pattern, struct cnd_str path,
	bool is_folder)
{
	struct cnd_str rest;

	if (pattern->is_folder_only && !is_folder)
		return false;
	if (!below(pattern->base, path, &rest))
		return false;
	if (pattern->is_anchored)
		return path_matches(pattern->pattern, rest);
	return segment_matches(pattern->pattern, last_segment(rest));
}

bool
cnd_ignore_matches(
	const struct cnd_ignore *ignore, struct cnd_str path, bool is_folder)
{
	for (size_t i = ignore->count; i > 0; i--)
		if (pattern_matches(&ignore->patterns[i - 1], path, is_folder))
			return !ignore->patterns[i - 1].is_negated;
	return false;
}

/* A line without its CR and the blanks at its end that no '\' keeps. */
static struct cnd_str
trim_line(struct cnd_str line)
{
	if (line.len > 0 && line.data[line.len - 1] == '\r')
		line.len--;
	while (line.len > 0 && line.data[line.len - 1] == ' ' &&
		(line.len < 2 || line.data[line.len - 2] != '\\'))
		line.len--;
	return line;
}

static bool
parse_line(struct cnd_str line, struct cnd_ignore_pattern *pattern)
{
	line = trim_line(line);
	if (line.len == 0 || line.data[0] == '#')
		return false;
	if (line.data[0] == '!') {
		pattern->is_negated = true;
		line = cnd_str_slice(line, 1, line.len);
	}
	if (line.len > 0 && line.data[line.len - 1] == '/') {
		pattern->is_folder_only = true;
		line.len--;
	}
	pattern->is_anchored = cnd_str_find_byte(line, '/') != CND_NOT_FOUND;
	if (line.len > 0 && line.data[0] == '/')
		line = cnd_str_slice(line, 1, line.len);
	pattern->pattern = line;
	return line.len > 0;
}

void
cnd_ignore_add(
	struct cnd_ignore *ignore, struct cnd_str base, struct cnd_str content)
{
	struct cnd_str rest = cnd_arena_copy(ignore->arena, content);

	base = cnd_arena_copy(ignore->arena, base);
	while (rest.len > 0) {
		struct cnd_ignore_pattern pattern = { .base = base };

		if (!parse_line(cnd_str_split(&rest, '\n'), &pattern))
			continue;
		ignore->patterns = cnd_arena_grow(ignore->arena,
			ignore->patterns, ignore->count, &ignore->capacity,
			sizeof(*ignore->patterns));
		ignore->patterns[ignore->count++] = pattern;
	}
}
