/* zlib's raw streams, from memory to memory. */
#include "base/flate.h"

#include "base/oom.h"

#include <assert.h>
#include <limits.h>
#include <zlib.h>

enum {
	RAW = -MAX_WBITS, /* no header around the stream */
	CHUNK = 64 << 10,
};

/* zlib counts in unsigned int: it gets no more at a time. */
static unsigned
step_of(size_t left)
{
	return left < UINT_MAX ? (unsigned)left : UINT_MAX;
}

static void
give(z_stream *stream, struct cnd_str *bytes)
{
	unsigned step = step_of(bytes->len);

	/* zlib does not write to it, whatever its declaration says. */
	stream->next_in = (z_const Bytef *)(uintptr_t)bytes->data;
	stream->avail_in = step;
	*bytes = cnd_str_slice(*bytes, step, bytes->len);
}

/* Room for a chunk, and what a step wrote to it. */
static int
take(z_stream *stream, int (*step)(z_stream *, int), int flush,
	struct cnd_buf *out)
{
	int result;

	cnd_buf_reserve(out, CHUNK);
	stream->next_out = (Bytef *)out->data + out->len;
	stream->avail_out = CHUNK;
	result = step(stream, flush);
	out->len += CHUNK - stream->avail_out;
	return result;
}

enum cnd_inflate_result
cnd_inflate(struct cnd_str packed, size_t most, struct cnd_buf *out)
{
	z_stream stream = { 0 };
	size_t before = out->len;
	int result = inflateInit2(&stream, RAW);

	if (result != Z_OK)
		(void)cnd_xmalloc(SIZE_MAX); /* it fails for want of memory */
	while (result == Z_OK && out->len - before <= most) {
		if (stream.avail_in == 0)
			give(&stream, &packed);
		result = take(&stream, inflate, Z_NO_FLUSH, out);
	}
	packed.len += stream.avail_in;
	inflateEnd(&stream);
	if (out->len - before > most)
		return CND_INFLATE_TOO_LARGE;
	return result == Z_STREAM_END && packed.len == 0 ? CND_INFLATE_DONE
							 : CND_INFLATE_DAMAGED;
}

void
cnd_deflate(struct cnd_str bytes, struct cnd_buf *out)
{
	z_stream stream = { 0 };
	int result = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
		RAW, MAX_MEM_LEVEL - 1, Z_DEFAULT_STRATEGY);

	if (result != Z_OK)
		(void)cnd_xmalloc(SIZE_MAX);
	do {
		if (stream.avail_in == 0)
			give(&stream, &bytes);
		result = take(&stream, deflate,
			bytes.len == 0 ? Z_FINISH : Z_NO_FLUSH, out);
	} while (result == Z_OK);
	assert(result == Z_STREAM_END);
	deflateEnd(&stream);
}

uint32_t
cnd_crc32(struct cnd_str bytes)
{
	uLong sum = crc32(0, NULL, 0);

	while (bytes.len > 0) {
		unsigned step = step_of(bytes.len);

		sum = crc32(sum, (const Bytef *)bytes.data, step);
		bytes = cnd_str_slice(bytes, step, bytes.len);
	}
	return (uint32_t)sum;
}
