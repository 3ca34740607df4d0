/* Cutting a stream of bytes into messages. */
#include "lsp/frame.h"

#include <string.h>

void
cnd_frames_feed(struct cnd_frames *frames, struct cnd_str bytes)
{
	if (frames->at > 0) {
		frames->bytes.len -= frames->at;
		memmove(frames->bytes.data, frames->bytes.data + frames->at,
			frames->bytes.len);
		frames->at = 0;
	}
	cnd_buf_put(&frames->bytes, bytes);
}

void
cnd_frames_dispose(struct cnd_frames *frames)
{
	cnd_buf_dispose(&frames->bytes);
}

static bool
read_length(struct cnd_str digits, size_t *length, struct cnd_error *err)
{
	digits = cnd_str_trim(digits);
	*length = 0;
	if (digits.len == 0 || digits.len > 10)
		return cnd_fail(err, CND_ERR_INPUT,
			"a message's Content-Length is no number");
	for (size_t i = 0; i < digits.len; i++) {
		if (!cnd_is_digit(digits.data[i]))
			return cnd_fail(err, CND_ERR_INPUT,
				"a message's Content-Length is no number");
		*length = *length * 10 + (size_t)(digits.data[i] - '0');
	}
	if (*length > CND_FRAME_BODY_MAX)
		return cnd_fail(err, CND_ERR_LIMIT,
			"a message is larger than %u MiB",
			CND_FRAME_BODY_MAX >> 20);
	return true;
}

/* The header's lines, of which only the length matters. */
static bool
read_head(struct cnd_str head, size_t *length, struct cnd_error *err)
{
	struct cnd_str name = CND_STR("content-length:");
	bool has_length = false;

	while (head.len > 0) {
		struct cnd_str line = cnd_str_trim(cnd_str_split(&head, '\n'));

		if (line.len == 0)
			continue;
		if (cnd_str_find_byte(line, ':') == CND_NOT_FOUND)
			return cnd_fail(err, CND_ERR_INPUT,
				"a message's header is broken");
		if (!cnd_str_equal_fold(cnd_str_slice(line, 0, name.len), name))
			continue;
		if (!read_length(cnd_str_slice(line, name.len, line.len),
			    length, err))
			return false;
		has_length = true;
	}
	if (!has_length)
		return cnd_fail(err, CND_ERR_INPUT,
			"a message's header has no Content-Length");
	return true;
}

/* The message that begins at a place; *at moves behind it. */
static enum cnd_frame_result
message_at(const struct cnd_frames *frames, size_t *at, struct cnd_str *body,
	struct cnd_error *err)
{
	struct cnd_str all = cnd_buf_str(&frames->bytes);
	struct cnd_str rest = cnd_str_slice(all, *at, all.len);
	size_t end = cnd_str_find(cnd_str_slice(rest, 0, CND_FRAME_HEAD_MAX),
		CND_STR("\r\n\r\n"));
	size_t length = 0;

	if (end == CND_NOT_FOUND) {
		if (rest.len < CND_FRAME_HEAD_MAX)
			return CND_FRAME_INCOMPLETE;
		cnd_fail(err, CND_ERR_LIMIT,
			"a message's header is longer than %d bytes",
			CND_FRAME_HEAD_MAX);
		return CND_FRAME_BROKEN;
	}
	if (!read_head(cnd_str_slice(rest, 0, end), &length, err))
		return CND_FRAME_BROKEN;
	end += 4;
	if (rest.len - end < length)
		return CND_FRAME_INCOMPLETE;
	*body = cnd_str_slice(rest, end, end + length);
	*at += end + length;
	return CND_FRAME_MESSAGE;
}

enum cnd_frame_result
cnd_frames_next(
	struct cnd_frames *frames, struct cnd_str *body, struct cnd_error *err)
{
	return message_at(frames, &frames->at, body, err);
}

bool
cnd_frames_peek(
	const struct cnd_frames *frames, size_t *at, struct cnd_str *body)
{
	struct cnd_error err = { 0 };

	if (*at < frames->at)
		*at = frames->at;
	return message_at(frames, at, body, &err) == CND_FRAME_MESSAGE;
}

void
cnd_frame_write(struct cnd_str body, struct cnd_buf *out)
{
	cnd_buf_printf(out, "Content-Length: %zu\r\n\r\n", body.len);
	cnd_buf_put(out, body);
}
