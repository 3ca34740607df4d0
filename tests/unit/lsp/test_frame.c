/* Frames: whole, in pieces, several at once, broken, too large. */
#include "cnd_test.h"

#include "lsp/frame.h"

/* What comes out of bytes fed `step` at a time: bodies, then how it ends. */
static void
read_all(struct cnd_str bytes, size_t step, struct cnd_buf *out)
{
	struct cnd_frames frames = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_str body;
	enum cnd_frame_result result = CND_FRAME_INCOMPLETE;

	for (size_t at = 0; at < bytes.len; at += step) {
		cnd_frames_feed(&frames, cnd_str_slice(bytes, at, at + step));
		while ((result = cnd_frames_next(&frames, &body, &err)) ==
			CND_FRAME_MESSAGE)
			cnd_buf_printf(out, "<%.*s>", CND_STR_ARG(body));
		if (result == CND_FRAME_BROKEN) {
			cnd_buf_printf(out, "broken: %s", err.message);
			break;
		}
	}
	cnd_frames_dispose(&frames);
}

static void
messages_come_out_whole_whatever_the_pieces(void **state)
{
	static const char bytes[] =
		"Content-Length: 2\r\n\r\n{}"
		"content-length:3\r\nContent-Type: x; charset=utf8\r\n\r\n[1]"
		"Content-Length: 0\r\n\r\n"
		"Content-Length: 9\r\n\r\nhalf";

	(void)state;
	for (size_t step = 1; step < sizeof(bytes); step++) {
		struct cnd_buf got = { 0 };

		read_all(cnd_str_of(bytes), step, &got);
		assert_buf(&got, "<{}><[1]><>");
	}
}

static void
broken_heads_end_the_stream(void **state)
{
	static const struct {
		const char *bytes;
		const char *want;
	} cases[] = {
		{ "Content-Length: x\r\n\r\n{}",
			"broken: a message's Content-Length is no number" },
		{ "Content-Length: -1\r\n\r\n{}",
			"broken: a message's Content-Length is no number" },
		{ "Content-Length: 99999999999999999999\r\n\r\n{}",
			"broken: a message's Content-Length is no number" },
		{ "Content-Length: 999999999\r\n\r\n{}",
			"broken: a message is larger than 256 MiB" },
		{ "Content-Type: x\r\n\r\n{}",
			"broken: a message's header has no Content-Length" },
		{ "nonsense\r\n\r\n{}",
			"broken: a message's header is broken" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cnd_buf got = { 0 };

		read_all(cnd_str_of(cases[i].bytes), 1000, &got);
		assert_buf(&got, cases[i].want);
	}
}

static void
head_without_an_end_is_refused(void **state)
{
	struct cnd_buf bytes = { 0 };
	struct cnd_buf got = { 0 };

	(void)state;
	for (int i = 0; i < 5000; i++)
		cnd_buf_putc(&bytes, 'a');
	read_all(cnd_buf_str(&bytes), 100, &got);
	assert_buf(
		&got, "broken: a message's header is longer than 4096 bytes");
	cnd_buf_dispose(&bytes);
}

static void
peeking_takes_nothing(void **state)
{
	struct cnd_frames frames = { 0 };
	struct cnd_error err = { 0 };
	struct cnd_str body;
	size_t at = 0;

	(void)state;
	cnd_frames_feed(&frames,
		CND_STR("Content-Length: 1\r\n\r\naContent-Length: "
			"1\r\n\r\nbContent-Length: 5\r\n\r\n"));
	assert_true(cnd_frames_peek(&frames, &at, &body));
	assert_true(cnd_frames_peek(&frames, &at, &body));
	assert_text(body, "b");
	assert_false(cnd_frames_peek(&frames, &at, &body));
	assert_int_equal(
		cnd_frames_next(&frames, &body, &err), CND_FRAME_MESSAGE);
	assert_text(body, "a");
	cnd_frames_dispose(&frames);
}

static void
what_is_written_can_be_read(void **state)
{
	struct cnd_buf out = { 0 };
	struct cnd_buf got = { 0 };

	(void)state;
	cnd_frame_write(CND_STR("{\"é\":1}"), &out);
	read_all(cnd_buf_str(&out), 7, &got);
	assert_buf(&got, "<{\"é\":1}>");
	cnd_buf_dispose(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_come_out_whole_whatever_the_pieces),
		cmocka_unit_test(broken_heads_end_the_stream),
		cmocka_unit_test(head_without_an_end_is_refused),
		cmocka_unit_test(peeking_takes_nothing),
		cmocka_unit_test(what_is_written_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
