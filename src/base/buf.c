/* A growing buffer; capacity doubles, so appending is linear in all. */
#include "base/buf.h"

#include "base/oom.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
cnd_buf_dispose(struct cnd_buf *buf)
{
	free(buf->data);
	*buf = (struct cnd_buf){ 0 };
}

void
cnd_buf_clear(struct cnd_buf *buf)
{
	buf->len = 0;
}

void
cnd_buf_reserve(struct cnd_buf *buf, size_t more)
{
	size_t capacity = buf->capacity == 0 ? 256 : buf->capacity;

	if (buf->capacity - buf->len >= more)
		return;
	while (capacity - buf->len < more)
		capacity *= 2;
	buf->data = cnd_xrealloc(buf->data, capacity);
	buf->capacity = capacity;
}

void
cnd_buf_put(struct cnd_buf *buf, struct cnd_str s)
{
	if (s.len == 0)
		return;
	cnd_buf_reserve(buf, s.len);
	memcpy(buf->data + buf->len, s.data, s.len);
	buf->len += s.len;
}

void
cnd_buf_printf(struct cnd_buf *buf, const char *format, ...)
{
	va_list args;
	va_list again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len > 0) {
		cnd_buf_reserve(buf, (size_t)len + 1);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
		buf->len += (size_t)len;
	}
	va_end(again);
}

struct cnd_str
cnd_buf_str(const struct cnd_buf *buf)
{
	return (struct cnd_str){ buf->data, buf->len };
}
