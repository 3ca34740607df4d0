/* Errors by value: a code, a place, one line of words. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void
mask_controls(char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			*text = '?';
}

bool
cnd_fail(struct cnd_error *err, enum cnd_error_code code, const char *format,
	...)
{
	va_list args;

	memset(err, 0, sizeof(*err));
	err->code = code;
	va_start(args, format);
	vsnprintf(err->message, sizeof(err->message), format, args);
	va_end(args);
	mask_controls(err->message);
	return false;
}

bool
cnd_fail_at(struct cnd_error *err, struct cnd_str path, uint32_t line,
	uint32_t column)
{
	if (err->path[0] == '\0' && path.len > 0) {
		snprintf(err->path, sizeof(err->path), "%.*s",
			CND_STR_ARG(path));
		mask_controls(err->path);
	}
	if (err->line == 0) {
		err->line = line;
		err->column = column;
	}
	return false;
}

struct cnd_str
cnd_nearest(struct cnd_str name, const struct cnd_str *candidates, size_t count)
{
	struct cnd_str best = { 0 };
	size_t best_distance = name.len / 3 + 1;

	for (size_t i = 0; i < count; i++) {
		size_t distance = cnd_str_distance(name, candidates[i]);

		if (distance <= best_distance) {
			if (distance < best_distance || best.len == 0)
				best = candidates[i];
			best_distance = distance;
		}
	}
	return best;
}
