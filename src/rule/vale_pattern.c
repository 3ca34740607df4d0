/* From the syntax of Vale's engine to PCRE2's. */
#include "rule/vale_pattern.h"

#include "base/buf.h"

/* "\uXXXX" at a backslash. */
static bool
is_code(struct cnd_str pattern, size_t at)
{
	if (at + 6 > pattern.len || pattern.data[at + 1] != 'u')
		return false;
	for (size_t i = at + 2; i < at + 6; i++)
		if (cnd_hex_value(pattern.data[i]) < 0)
			return false;
	return true;
}

struct cnd_str
cnd_vale_pattern(struct cnd_arena *arena, struct cnd_str pattern)
{
	struct cnd_buf out = { 0 };
	struct cnd_str made;
	bool is_changed = false;

	for (size_t i = 0; i < pattern.len; i++) {
		if (pattern.data[i] != '\\') {
			cnd_buf_putc(&out, pattern.data[i]);
		} else if (is_code(pattern, i)) {
			cnd_buf_printf(&out, "\\x{%.4s}", pattern.data + i + 2);
			is_changed = true;
			i += 5;
		} else {
			cnd_buf_put(&out, cnd_str_slice(pattern, i, i + 2));
			i++;
		}
	}
	made = is_changed ? cnd_arena_copy(arena, cnd_buf_str(&out)) : pattern;
	cnd_buf_dispose(&out);
	return made;
}

/* The length of "(?ims-x)" at an opening bracket; 0 when it is none. */
static size_t
options_length(struct cnd_str pattern, size_t at)
{
	size_t end = at + 2;

	if (at + 2 >= pattern.len || pattern.data[at + 1] != '?')
		return 0;
	while (end < pattern.len &&
		cnd_str_find_byte(CND_STR("imsnx-"), pattern.data[end]) !=
			CND_NOT_FOUND)
		end++;
	if (end == pattern.len || end == at + 2 || pattern.data[end] != ')')
		return 0;
	return end + 1 - at;
}

/* Behind the class that opens at `at`. */
static size_t
skip_class(struct cnd_str pattern, size_t at)
{
	size_t first = ++at;

	if (at < pattern.len && pattern.data[at] == '^')
		first = ++at;
	while (at < pattern.len && (pattern.data[at] != ']' || at == first))
		at += pattern.data[at] == '\\' ? 2 : 1;
	return at;
}

struct cnd_str
cnd_vale_options(
	struct cnd_arena *arena, struct cnd_str before, struct cnd_str pattern)
{
	size_t depth = 0;

	for (size_t i = 0; i < pattern.len; i++) {
		size_t len;

		if (pattern.data[i] == '\\') {
			i++;
		} else if (pattern.data[i] == '[') {
			i = skip_class(pattern, i);
		} else if (pattern.data[i] == ')') {
			depth -= depth > 0;
		} else if (pattern.data[i] == '(') {
			len = options_length(pattern, i);
			if (len == 0) {
				depth++;
				continue;
			}
			if (depth == 0)
				before = cnd_arena_printf(arena, "%.*s%.*s",
					CND_STR_ARG(before),
					CND_STR_ARG(cnd_str_slice(
						pattern, i, i + len)));
			i += len - 1;
		}
	}
	return before;
}
