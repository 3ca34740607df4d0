/* A recursive descent over the grammar of RFC 8259, its depth bounded. */
#include "base/json_read.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct reader {
	struct cnd_arena *arena;
	struct cnd_str source;
	size_t at;
	unsigned depth;
	struct cnd_error *err;
};

static bool
fail(struct reader *reader, const char *what)
{
	uint32_t line = 1;
	size_t start = 0;

	for (size_t i = 0; i < reader->at && i < reader->source.len; i++) {
		if (reader->source.data[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	cnd_fail(reader->err, CND_ERR_INPUT, "not JSON: %s", what);
	return cnd_fail_at(reader->err, (struct cnd_str){ 0 }, line,
		(uint32_t)(reader->at - start) + 1);
}

static char
peek(const struct reader *reader)
{
	if (reader->at >= reader->source.len)
		return '\0';
	return reader->source.data[reader->at];
}

static void
skip_blanks(struct reader *reader)
{
	while (reader->at < reader->source.len &&
		strchr(" \t\r\n", reader->source.data[reader->at]) != NULL &&
		reader->source.data[reader->at] != '\0')
		reader->at++;
}

/* The four digits behind "\u" at `at`; -1 when they are not there. */
static int32_t
unit_at(const struct reader *reader, size_t at)
{
	int32_t value = 0;

	for (size_t i = 0; i < 4; i++) {
		int digit = at + i < reader->source.len
			? cnd_hex_value(reader->source.data[at + i])
			: -1;

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* "\uXXXX", perhaps a pair; a surrogate alone is U+FFFD. */
static bool
read_unicode(struct reader *reader, char *out, size_t *len)
{
	int32_t first = unit_at(reader, reader->at);
	int32_t second = -1;
	uint32_t code;

	if (first < 0)
		return fail(reader, "\\u needs four hexadecimal digits");
	reader->at += 4;
	code = (uint32_t)first;
	if (first >= 0xd800 && first < 0xdc00 && peek(reader) == '\\' &&
		reader->at + 1 < reader->source.len &&
		reader->source.data[reader->at + 1] == 'u')
		second = unit_at(reader, reader->at + 2);
	if (second >= 0xdc00 && second < 0xe000) {
		code = 0x10000u + (((uint32_t)first - 0xd800u) << 10) +
			((uint32_t)second - 0xdc00u);
		reader->at += 6;
	} else if (first >= 0xd800 && first < 0xe000) {
		code = 0xfffd;
	}
	*len += cnd_utf8_encode(code, out + *len);
	return true;
}

static bool
read_escape(struct reader *reader, char *out, size_t *len)
{
	static const char names[] = "\"\\/bfnrt";
	static const char values[] = "\"\\/\b\f\n\r\t";
	char name = peek(reader);
	const char *found = name == '\0' ? NULL : strchr(names, name);

	reader->at++;
	if (name == 'u')
		return read_unicode(reader, out, len);
	if (found == NULL)
		return fail(reader, "an escape that does not exist");
	out[(*len)++] = values[found - names];
	return true;
}

/* Bytes of a well-formed character at `at`, or 0. */
static size_t
sequence_length(const struct reader *reader, size_t at)
{
	const unsigned char *p =
		(const unsigned char *)reader->source.data + at;
	size_t left = reader->source.len - at;
	size_t len = p[0] < 0x80 ? 1
		: p[0] < 0xc2    ? 0
		: p[0] < 0xe0    ? 2
		: p[0] < 0xf0    ? 3
		: p[0] < 0xf5    ? 4
				 : 0;

	if (len == 0 || len > left)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) ||
		(p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f))
		return 0;
	return len;
}

/* Copies one character; bytes that are none become U+FFFD. */
static void
copy_character(struct reader *reader, char *out, size_t *len)
{
	size_t bytes = sequence_length(reader, reader->at);

	if (bytes == 0) {
		*len += cnd_utf8_encode(0xfffd, out + *len);
		reader->at++;
		return;
	}
	memcpy(out + *len, reader->source.data + reader->at, bytes);
	*len += bytes;
	reader->at += bytes;
}

/* Where a string ends, to know how much room it needs. */
static size_t
string_end(const struct reader *reader)
{
	size_t at = reader->at;

	while (at < reader->source.len && reader->source.data[at] != '"')
		at += reader->source.data[at] == '\\' ? 2 : 1;
	return at < reader->source.len ? at : reader->source.len;
}

/* A byte that is not UTF-8 grows from one to three. */
static bool
read_string(struct reader *reader, struct cnd_str *text)
{
	size_t room = (string_end(reader) - reader->at) * 3 + 1;
	char *out = cnd_arena_alloc(reader->arena, room);
	size_t len = 0;

	while (peek(reader) != '"') {
		unsigned char c = (unsigned char)peek(reader);

		if (reader->at >= reader->source.len)
			return fail(reader, "a string without end");
		if (c < 0x20)
			return fail(reader, "a control character in a string");
		if (c == '\\') {
			reader->at++;
			if (!read_escape(reader, out, &len))
				return false;
		} else {
			copy_character(reader, out, &len);
		}
	}
	reader->at++;
	*text = (struct cnd_str){ out, len };
	return true;
}

static size_t
skip_digits(struct reader *reader)
{
	size_t from = reader->at;

	while (cnd_is_digit(peek(reader)))
		reader->at++;
	return reader->at - from;
}

static bool
read_number(struct reader *reader, struct cnd_json_value *value)
{
	size_t from = reader->at;
	bool has_zero;

	if (peek(reader) == '-')
		reader->at++;
	has_zero = peek(reader) == '0';
	if (skip_digits(reader) == 0)
		return fail(reader, "a value was expected");
	if (has_zero && reader->at - from > 1 &&
		cnd_is_digit(reader->source.data[reader->at - 1]) &&
		reader->source.data[reader->at - 2] != '-')
		return fail(reader, "a number that begins with 0");
	if (peek(reader) == '.') {
		reader->at++;
		if (skip_digits(reader) == 0)
			return fail(reader, "no digit after the point");
	}
	if (peek(reader) == 'e' || peek(reader) == 'E') {
		reader->at++;
		if (peek(reader) == '+' || peek(reader) == '-')
			reader->at++;
		if (skip_digits(reader) == 0)
			return fail(reader, "no digit in the exponent");
	}
	value->kind = CND_JSON_NUMBER;
	value->text = cnd_arena_copy(
		reader->arena, cnd_str_slice(reader->source, from, reader->at));
	return true;
}

static bool
read_word(struct reader *reader, struct cnd_json_value *value)
{
	static const struct {
		struct cnd_str word;
		enum cnd_json_kind kind;
	} words[] = {
		{ CND_STR_INIT("null"), CND_JSON_NULL },
		{ CND_STR_INIT("true"), CND_JSON_TRUE },
		{ CND_STR_INIT("false"), CND_JSON_FALSE },
	};
	struct cnd_str rest =
		cnd_str_slice(reader->source, reader->at, reader->source.len);

	for (size_t i = 0; i < 3; i++) {
		if (!cnd_str_starts_with(rest, words[i].word))
			continue;
		value->kind = words[i].kind;
		reader->at += words[i].word.len;
		return true;
	}
	return read_number(reader, value);
}

/* An array's or object's inside; containers wait here, not on the stack. */
struct open {
	struct cnd_json_value *value;
	struct cnd_json_value **tail;
};

/* Adds a fresh value to the innermost open container. */
static struct cnd_json_value *
add_value(struct reader *reader, struct open *open)
{
	struct cnd_json_value *value =
		cnd_arena_alloc(reader->arena, sizeof(*value));

	*open->tail = value;
	open->tail = &value->next;
	return value;
}

static bool
read_key(struct reader *reader, struct cnd_json_value *member)
{
	if (peek(reader) != '"')
		return fail(reader, "a key was expected");
	reader->at++;
	if (!read_string(reader, &member->key))
		return false;
	skip_blanks(reader);
	if (peek(reader) != ':')
		return fail(reader, "':' was expected");
	reader->at++;
	skip_blanks(reader);
	return true;
}

/* Begins a value: a container is opened, all else read whole. */
static bool
begin_value(
	struct reader *reader, struct cnd_json_value *value, struct open *stack)
{
	char c = peek(reader);

	if (c == '"') {
		reader->at++;
		value->kind = CND_JSON_STRING;
		return read_string(reader, &value->text);
	}
	if (c != '[' && c != '{')
		return read_word(reader, value);
	if (reader->depth == CND_LIMIT_JSON_DEPTH)
		return fail(reader, "values nest too deep");
	reader->at++;
	value->kind = c == '[' ? CND_JSON_ARRAY : CND_JSON_OBJECT;
	stack[reader->depth++] = (struct open){ value, &value->first };
	return true;
}

/* Closes containers that end here; false when a comma promised more. */
static bool
close_containers(struct reader *reader, struct open *stack, bool *goes_on)
{
	*goes_on = false;
	while (reader->depth > 0) {
		struct open *open = &stack[reader->depth - 1];
		char end = open->value->kind == CND_JSON_ARRAY ? ']' : '}';
		bool is_empty = open->value->first == NULL;

		skip_blanks(reader);
		if (peek(reader) == end) {
			reader->at++;
			reader->depth--;
			continue;
		}
		if (!is_empty) {
			if (peek(reader) != ',')
				return fail(
					reader, "',' or an end was expected");
			reader->at++;
			skip_blanks(reader);
		}
		*goes_on = true;
		return true;
	}
	return true;
}

static bool
read_all(struct reader *reader, struct cnd_json_value *root, struct open *stack)
{
	bool goes_on;

	skip_blanks(reader);
	if (!begin_value(reader, root, stack) ||
		!close_containers(reader, stack, &goes_on))
		return false;
	while (goes_on) {
		struct open *open = &stack[reader->depth - 1];
		struct cnd_json_value *value = add_value(reader, open);

		if (open->value->kind == CND_JSON_OBJECT &&
			!read_key(reader, value))
			return false;
		if (!begin_value(reader, value, stack) ||
			!close_containers(reader, stack, &goes_on))
			return false;
	}
	skip_blanks(reader);
	if (reader->at < reader->source.len)
		return fail(reader, "something stands after the value");
	return true;
}

const struct cnd_json_value *
cnd_json_parse(
	struct cnd_arena *arena, struct cnd_str source, struct cnd_error *err)
{
	struct reader reader = { .arena = arena, .source = source, .err = err };
	struct cnd_json_value *root = cnd_arena_alloc(arena, sizeof(*root));
	struct open stack[CND_LIMIT_JSON_DEPTH];

	return read_all(&reader, root, stack) ? root : NULL;
}

const struct cnd_json_value *
cnd_json_get(const struct cnd_json_value *value, const char *key)
{
	const struct cnd_json_value *found = NULL;

	if (value == NULL || value->kind != CND_JSON_OBJECT)
		return NULL;
	for (const struct cnd_json_value *member = value->first; member != NULL;
		member = member->next)
		if (cnd_str_equal(member->key, cnd_str_of(key)))
			found = member;
	return found;
}

struct cnd_str
cnd_json_text(const struct cnd_json_value *value)
{
	if (value == NULL || value->kind != CND_JSON_STRING)
		return (struct cnd_str){ 0 };
	return value->text;
}

int64_t
cnd_json_integer(const struct cnd_json_value *value, int64_t otherwise)
{
	double number;

	if (value == NULL || value->kind != CND_JSON_NUMBER)
		return otherwise;
	number = strtod(value->text.data, NULL);
	if (number >= 9e18)
		return INT64_MAX;
	if (number <= -9e18)
		return INT64_MIN;
	return (int64_t)number;
}

bool
cnd_json_is_true(const struct cnd_json_value *value)
{
	return value != NULL && value->kind == CND_JSON_TRUE;
}
