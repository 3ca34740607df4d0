/*
 * A JSON writer.  has_member[depth] says whether the open object or array
 * needs a comma before what comes next; nothing else is remembered.
 */
#include "base/json.h"

#include "base/eight.h"
#include "base/utf8.h"

#include <assert.h>

static void
put_line_start(struct cnd_json *json)
{
	if (json->indent == 0)
		return;
	cnd_buf_putc(json->out, '\n');
	for (unsigned i = 0; i < json->depth * json->indent; i++)
		cnd_buf_putc(json->out, ' ');
}

/* What precedes any value or key: a comma, a line start, or nothing. */
static void
open_member(struct cnd_json *json)
{
	if (json->after_key) {
		json->after_key = false;
		return;
	}
	if (json->depth == 0)
		return;
	if (json->has_member[json->depth])
		cnd_buf_putc(json->out, ',');
	json->has_member[json->depth] = true;
	put_line_start(json);
}

static void
open_nest(struct cnd_json *json, char bracket)
{
	open_member(json);
	cnd_buf_putc(json->out, bracket);
	json->depth++;
	assert(json->depth < CND_JSON_DEPTH);
	json->has_member[json->depth] = false;
}

static void
close_nest(struct cnd_json *json, char bracket)
{
	bool had_members = json->has_member[json->depth];

	assert(json->depth > 0 && !json->after_key);
	json->depth--;
	if (had_members)
		put_line_start(json);
	cnd_buf_putc(json->out, bracket);
}

static void
put_control(struct cnd_buf *out, unsigned char c)
{
	static const char *const names[] = {
		['\b'] = "\\b",
		['\t'] = "\\t",
		['\n'] = "\\n",
		['\f'] = "\\f",
		['\r'] = "\\r",
	};

	if (c < sizeof(names) / sizeof(names[0]) && names[c] != NULL)
		cnd_buf_puts(out, names[c]);
	else
		cnd_buf_printf(out, "\\u%04x", c);
}

/* One sequence: U+2028 and U+2029 end a line in old JavaScript. */
static void
put_sequence(struct cnd_buf *out, struct cnd_str s)
{
	if (s.len == 3 && s.data[0] == '\xe2' && s.data[1] == '\x80' &&
		(s.data[2] == '\xa8' || s.data[2] == '\xa9'))
		cnd_buf_puts(out, s.data[2] == '\xa8' ? "\\u2028" : "\\u2029");
	else
		cnd_buf_put(out, s);
}

/* Printable ASCII that needs no escape. */
static bool
is_plain(char c)
{
	return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
}

static bool
are_plain(uint64_t eight)
{
	uint64_t plain = cnd_eight_in(eight, ' ', '~') &
		~cnd_eight_in(eight, '"', '"') &
		~cnd_eight_in(eight, '\\', '\\');

	return plain == CND_EACH_BYTE(0x80);
}

/* Appends what is plain in one piece; returns where that ends. */
static size_t
put_plain(struct cnd_buf *out, struct cnd_str s, size_t at)
{
	size_t from = at;

	while (at + 8 <= s.len && are_plain(cnd_load8(s.data + at)))
		at += 8;
	while (at < s.len && is_plain(s.data[at]))
		at++;
	cnd_buf_put(out, cnd_str_slice(s, from, at));
	return at;
}

static void
put_escaped(struct cnd_buf *out, struct cnd_str s)
{
	for (size_t at = put_plain(out, s, 0); at < s.len;
		at = put_plain(out, s, at)) {
		unsigned char c = (unsigned char)s.data[at];
		size_t length = cnd_utf8_length(s, at);

		if (length == 0) {
			cnd_buf_puts(out, "\xef\xbf\xbd");
			length = 1;
		} else if (c == '"' || c == '\\') {
			cnd_buf_putc(out, '\\');
			cnd_buf_putc(out, (char)c);
		} else if (c < 0x20 || c == 0x7f) {
			put_control(out, c);
		} else {
			put_sequence(out, cnd_str_slice(s, at, at + length));
		}
		at += length;
	}
}

void
cnd_json_object(struct cnd_json *json)
{
	open_nest(json, '{');
}

void
cnd_json_end_object(struct cnd_json *json)
{
	close_nest(json, '}');
}

void
cnd_json_array(struct cnd_json *json)
{
	open_nest(json, '[');
}

void
cnd_json_end_array(struct cnd_json *json)
{
	close_nest(json, ']');
}

static void
end_key(struct cnd_json *json)
{
	cnd_buf_putc(json->out, '"');
	cnd_buf_putc(json->out, ':');
	if (json->indent > 0)
		cnd_buf_putc(json->out, ' ');
	json->after_key = true;
}

void
cnd_json_key(struct cnd_json *json, const char *key)
{
	assert(!json->after_key);
	open_member(json);
	cnd_buf_putc(json->out, '"');
	cnd_buf_puts(json->out, key);
	end_key(json);
}

void
cnd_json_key_of(struct cnd_json *json, struct cnd_str key)
{
	assert(!json->after_key);
	open_member(json);
	cnd_buf_putc(json->out, '"');
	put_escaped(json->out, key);
	end_key(json);
}

void
cnd_json_string(struct cnd_json *json, struct cnd_str s)
{
	open_member(json);
	cnd_buf_putc(json->out, '"');
	put_escaped(json->out, s);
	cnd_buf_putc(json->out, '"');
}

void
cnd_json_string_or_null(struct cnd_json *json, struct cnd_str s)
{
	if (s.data == NULL)
		cnd_json_null(json);
	else
		cnd_json_string(json, s);
}

void
cnd_json_int(struct cnd_json *json, int64_t value)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;

	open_member(json);
	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (value < 0)
		digits[--at] = '-';
	cnd_buf_put(json->out,
		(struct cnd_str){ digits + at, sizeof(digits) - at });
}

void
cnd_json_raw(struct cnd_json *json, struct cnd_str text)
{
	open_member(json);
	cnd_buf_put(json->out, text);
}

void
cnd_json_bool(struct cnd_json *json, bool value)
{
	open_member(json);
	cnd_buf_puts(json->out, value ? "true" : "false");
}

void
cnd_json_null(struct cnd_json *json)
{
	open_member(json);
	cnd_buf_puts(json->out, "null");
}
