/* Percent signs in, percent signs out. */
#include "lsp/uri.h"

#include <string.h>

struct cnd_str
cnd_uri_path(struct cnd_arena *arena, struct cnd_str uri)
{
	struct cnd_str rest = cnd_str_slice(uri, 7, uri.len);
	size_t slash = cnd_str_find_byte(rest, '/');
	char *path = cnd_arena_alloc(arena, uri.len + 1);
	size_t len = 0;

	if (!cnd_str_starts_with(uri, CND_STR("file://")) ||
		slash == CND_NOT_FOUND)
		return (struct cnd_str){ 0 };
	rest = cnd_str_slice(rest, slash, rest.len);
	for (size_t i = 0; i < rest.len; i++) {
		bool is_coded = rest.data[i] == '%' && i + 2 < rest.len &&
			cnd_hex_value(rest.data[i + 1]) >= 0 &&
			cnd_hex_value(rest.data[i + 2]) >= 0;

		if (is_coded) {
			path[len++] =
				(char)(cnd_hex_value(rest.data[i + 1]) * 16 +
					cnd_hex_value(rest.data[i + 2]));
			i += 2;
		} else {
			path[len++] = rest.data[i];
		}
	}
	return strlen(path) == len ? (struct cnd_str){ path, len }
				   : (struct cnd_str){ 0 };
}

void
cnd_uri_put_path(struct cnd_str path, struct cnd_buf *out)
{
	cnd_buf_puts(out, "file://");
	for (size_t i = 0; i < path.len; i++) {
		char c = path.data[i];

		if (cnd_is_alpha(c) || cnd_is_digit(c) ||
			(c != '\0' && strchr("/-._~", c) != NULL))
			cnd_buf_putc(out, c);
		else
			cnd_buf_printf(out, "%%%02X", (unsigned char)c);
	}
}
