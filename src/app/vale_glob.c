/*
 * A section's pattern as a regular expression.  A star takes slashes too,
 * as in Vale, but where "**" stands for them in the same pattern.
 */
#include "app/vale_glob.h"

#include "base/buf.h"
#include "base/regex.h"

#include <string.h>

/* A section's name: longer ones are no pattern. */
enum { PATTERN_BYTES = 1000 };

struct cnd_vale_glob {
	const struct cnd_regex *regex; /* NULL: matches nothing */
	bool is_negated;
};

struct writer {
	struct cnd_str pattern;
	struct cnd_buf out;
	bool has_folders; /* "**" is in it: "*" stops at slashes */
	unsigned braces;
};

/* A set, "[a-z]" or "[!a]"; returns where it ends. */
static size_t
put_set(struct writer *writer, size_t at)
{
	struct cnd_str rest =
		cnd_str_slice(writer->pattern, at + 1, writer->pattern.len);
	size_t end = cnd_str_find_byte(rest, ']');

	if (end == CND_NOT_FOUND || end == 0) {
		cnd_buf_puts(&writer->out, "\\[");
		return at;
	}
	cnd_buf_puts(&writer->out, rest.data[0] == '!' ? "[^" : "[");
	for (size_t i = rest.data[0] == '!' ? 1 : 0; i < end; i++) {
		if (strchr("[\\^", rest.data[i]) != NULL)
			cnd_buf_putc(&writer->out, '\\');
		cnd_buf_putc(&writer->out, rest.data[i]);
	}
	cnd_buf_putc(&writer->out, ']');
	return at + 1 + end;
}

static size_t
put_stars(struct writer *writer, size_t at)
{
	struct cnd_str rest =
		cnd_str_slice(writer->pattern, at, writer->pattern.len);

	if (cnd_str_starts_with(rest, CND_STR("**/"))) {
		cnd_buf_puts(&writer->out, "(?:.*/)?");
		return at + 2;
	}
	if (cnd_str_starts_with(rest, CND_STR("**"))) {
		cnd_buf_puts(&writer->out, ".*");
		return at + 1;
	}
	cnd_buf_puts(&writer->out, writer->has_folders ? "[^/]*" : ".*");
	return at;
}

static size_t
put_one(struct writer *writer, size_t at)
{
	char c = writer->pattern.data[at];

	if (c == '*')
		return put_stars(writer, at);
	if (c == '[')
		return put_set(writer, at);
	if (c == '?') {
		cnd_buf_putc(&writer->out, '.');
	} else if (c == '{') {
		writer->braces++;
		cnd_buf_puts(&writer->out, "(?:");
	} else if (c == '}' && writer->braces > 0) {
		writer->braces--;
		cnd_buf_putc(&writer->out, ')');
	} else if (c == ',' && writer->braces > 0) {
		cnd_buf_putc(&writer->out, '|');
	} else {
		if (strchr("\\^$.|()+{}]#-", c) != NULL)
			cnd_buf_putc(&writer->out, '\\');
		cnd_buf_putc(&writer->out, c);
	}
	return at;
}

const struct cnd_vale_glob *
cnd_vale_glob_new(struct cnd_arena *arena, struct cnd_str pattern)
{
	struct cnd_vale_glob *glob = cnd_arena_alloc(arena, sizeof(*glob));
	struct writer writer = { .pattern = pattern };
	struct cnd_error ignored = { 0 };

	if (pattern.len > PATTERN_BYTES ||
		cnd_str_find_byte(pattern, '\0') != CND_NOT_FOUND)
		return glob;
	if (cnd_str_starts_with(pattern, CND_STR("!"))) {
		glob->is_negated = true;
		writer.pattern = cnd_str_slice(pattern, 1, pattern.len);
	}
	writer.has_folders =
		cnd_str_find(pattern, CND_STR("**")) != CND_NOT_FOUND;
	cnd_buf_puts(&writer.out, "\\A(?s:");
	for (size_t at = 0; at < writer.pattern.len; at++)
		at = put_one(&writer, at);
	cnd_buf_puts(&writer.out, ")\\z");
	glob->regex =
		cnd_regex_new(arena, cnd_buf_str(&writer.out), 0, &ignored);
	cnd_buf_dispose(&writer.out);
	return glob;
}

bool
cnd_vale_glob_matches(const struct cnd_vale_glob *glob, struct cnd_str path)
{
	if (glob->regex == NULL)
		return false;
	return (cnd_regex_find(glob->regex, path, 0, NULL) ==
		       CND_REGEX_MATCH) != glob->is_negated;
}
