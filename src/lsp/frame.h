/*
 * The protocol's frames: "Content-Length: N", a blank line, N bytes.  A
 * frame may arrive in pieces of any size.
 */
#ifndef CND_LSP_FRAME_H
#define CND_LSP_FRAME_H

#include "base/buf.h"
#include "base/error.h"

/* A message of 5 MB is a large report opened; this leaves room. */
#define CND_FRAME_BODY_MAX (256u << 20)

/* All header lines of one message together; clients send some 40 bytes. */
enum { CND_FRAME_HEAD_MAX = 4096 };

/* Bytes that came in and were not taken yet; zeroed is ready. */
struct cnd_frames {
	struct cnd_buf bytes;
	size_t at; /* what lies before is taken */
};

enum cnd_frame_result {
	CND_FRAME_INCOMPLETE, /* feed more */
	CND_FRAME_MESSAGE,
	CND_FRAME_BROKEN /* no way to find the next message */
};

void cnd_frames_feed(struct cnd_frames *frames, struct cnd_str bytes);

/*
 * The next whole message's body, valid until the next call of either
 * function.  BROKEN fills err.
 */
enum cnd_frame_result cnd_frames_next(
	struct cnd_frames *frames, struct cnd_str *body, struct cnd_error *err);

/*
 * The whole message behind those already seen this way, without taking it;
 * *at is zero for the first.  False when there is none.
 */
bool cnd_frames_peek(
	const struct cnd_frames *frames, size_t *at, struct cnd_str *body);

void cnd_frames_dispose(struct cnd_frames *frames);

/* Appends a message with its header. */
void cnd_frame_write(struct cnd_str body, struct cnd_buf *out);

#endif
