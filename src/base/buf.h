/* A growing run of bytes, for output of a size not known before. */
#ifndef CND_BASE_BUF_H
#define CND_BASE_BUF_H

#include "base/str.h"

/* Zeroed is empty and valid; cnd_buf_dispose frees what it holds. */
struct cnd_buf {
	char *data;
	size_t len;
	size_t capacity;
};

void cnd_buf_dispose(struct cnd_buf *buf);

/* Makes it empty and keeps its memory. */
void cnd_buf_clear(struct cnd_buf *buf);

/* Makes room for more bytes behind the present ones. */
void cnd_buf_reserve(struct cnd_buf *buf, size_t more);

void cnd_buf_put(struct cnd_buf *buf, struct cnd_str s);

/* Bytes of any content: how something lies in memory. */
static inline void
cnd_buf_put_bytes(struct cnd_buf *buf, const void *bytes, size_t size)
{
	cnd_buf_put(buf, (struct cnd_str){ bytes, size });
}

static inline void
cnd_buf_puts(struct cnd_buf *buf, const char *text)
{
	cnd_buf_put(buf, cnd_str_of(text));
}

static inline void
cnd_buf_putc(struct cnd_buf *buf, char c)
{
	if (buf->len == buf->capacity)
		cnd_buf_reserve(buf, 1);
	buf->data[buf->len++] = c;
}

void cnd_buf_printf(struct cnd_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What it holds now; valid until it is changed. */
struct cnd_str cnd_buf_str(const struct cnd_buf *buf);

#endif
