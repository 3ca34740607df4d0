/* Deflated bytes, in and out: the only file that knows zlib. */
#ifndef CND_BASE_FLATE_H
#define CND_BASE_FLATE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

enum cnd_inflate_result {
	CND_INFLATE_DONE,
	CND_INFLATE_DAMAGED,
	CND_INFLATE_TOO_LARGE, /* more than most bytes */
};

/*
 * Appends what a raw deflate stream holds, most bytes of it at the most.
 * Bytes of the stream that are not needed are damage too.
 */
enum cnd_inflate_result cnd_inflate(
	struct cnd_str packed, size_t most, struct cnd_buf *out);

/* Appends a raw deflate stream of bytes. */
void cnd_deflate(struct cnd_str bytes, struct cnd_buf *out);

/* The checksum that ZIP files hold. */
uint32_t cnd_crc32(struct cnd_str bytes);

#endif
