/* What several formats do alike: clean words, places, excerpts. */
#include "format/show.h"

#include "base/utf8.h"
#include "text/unicode.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Controls of C0 and C1, and those that turn the direction of reading. */
static bool
is_unsafe(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code <= 0x9f) ||
		(code >= 0x202a && code <= 0x202e) ||
		(code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
		code == 0x200f || code == 0xfeff || code == 0xfffe ||
		code == 0xffff;
}

static bool
breaks_line(uint32_t code)
{
	return code == '\n' || code == '\r' || code == '\t' || code == 0x85 ||
		code == 0x2028 || code == 0x2029;
}

/* The end of the letters and marks of ASCII from `at` on. */
static size_t
end_of_plain(struct cnd_str s, size_t at)
{
	while (at < s.len && s.data[at] > ' ' && s.data[at] < 0x7f)
		at++;
	return at;
}

void
cnd_show_clean(struct cnd_str s, struct cnd_buf *out)
{
	for (size_t at = 0; at < s.len;) {
		char bytes[4];
		size_t end = end_of_plain(s, at);
		uint32_t code;
		bool is_blank;

		cnd_buf_put(out, cnd_str_slice(s, at, end));
		at = end;
		if (at == s.len)
			break;
		code = cnd_utf8_next(s, &at);
		is_blank = code == ' ' || breaks_line(code);
		if (is_blank &&
			(out->len == 0 || out->data[out->len - 1] != ' '))
			cnd_buf_putc(out, ' ');
		else if (!is_blank && !is_unsafe(code))
			cnd_buf_put(out,
				(struct cnd_str){
					bytes, cnd_utf8_encode(code, bytes) });
	}
}

struct cnd_str
cnd_show_cleaned(struct cnd_arena *arena, struct cnd_str s)
{
	struct cnd_buf buf = { 0 };
	struct cnd_str copy;

	cnd_show_clean(s, &buf);
	copy = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	return copy;
}

/* Columns of a code point: emoji and East Asian letters take two. */
static size_t
columns_of(uint32_t code)
{
	static const struct {
		uint32_t first, last;
	} wide[] = {
		{ 0x1100, 0x115f },
		{ 0x2e80, 0xa4cf },
		{ 0xac00, 0xd7a3 },
		{ 0xf900, 0xfaff },
		{ 0xff00, 0xff60 },
		{ 0x1f300, 0x1faff },
		{ 0x20000, 0x3fffd },
	};

	if (code < 0x300)
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (code >= wide[i].first && code <= wide[i].last)
			return 2;
	return !cnd_is_mark(code);
}

size_t
cnd_show_width(struct cnd_str s)
{
	size_t width = 0;

	for (size_t at = 0; at < s.len;)
		width += columns_of(cnd_utf8_next(s, &at));
	return width;
}

size_t
cnd_show_line_end(struct cnd_str text, size_t width, size_t *at)
{
	size_t from = *at;
	size_t end = from; /* of the last word that fits */
	size_t columns = 0;
	size_t next = from;

	while (next < text.len && (columns <= width || end == from)) {
		size_t before = next;
		uint32_t code = cnd_utf8_next(text, &next);
		bool ends_word = code == ' ' && before > from &&
			text.data[before - 1] != ' ';

		if (ends_word && (columns <= width || end == from))
			end = before;
		columns += columns_of(code);
	}
	if (next >= text.len && (columns <= width || end == from))
		end = text.len;
	*at = end;
	while (*at < text.len && text.data[*at] == ' ')
		(*at)++;
	return end;
}

static void
put_blanks(size_t count, struct cnd_buf *out)
{
	while (count-- > 0)
		cnd_buf_putc(out, ' ');
}

void
cnd_show_wrapped(struct cnd_str text, size_t at, size_t indent, size_t width,
	struct cnd_buf *out)
{
	size_t room = width > at + 20 ? width - at : 20;
	size_t next = 0;

	text = cnd_str_trim(text);
	while (next < text.len) {
		size_t from = next;
		size_t end = cnd_show_line_end(text, room, &next);

		if (from > 0) {
			cnd_buf_putc(out, '\n');
			put_blanks(indent, out);
		}
		cnd_buf_put(out, cnd_str_slice(text, from, end));
		room = width > indent + 20 ? width - indent : 20;
	}
}

/* The message with "…" where words of the report would stand. */
static struct cnd_str
message_without_words(struct cnd_arena *arena, struct cnd_str pattern)
{
	struct cnd_buf buf = { 0 };
	struct cnd_str copy;

	for (;;) {
		size_t at = cnd_str_find(pattern, CND_STR("%s"));

		if (at == CND_NOT_FOUND)
			break;
		cnd_buf_put(&buf, cnd_str_slice(pattern, 0, at));
		cnd_buf_puts(&buf, "\xe2\x80\xa6");
		pattern = cnd_str_slice(pattern, at + 2, pattern.len);
	}
	cnd_buf_put(&buf, pattern);
	copy = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	return copy;
}

struct cnd_str
cnd_show_reason(const struct cnd_suppressed *suppressed,
	const struct cnd_format_options *options)
{
	return options->is_redacted ? (struct cnd_str){ NULL, 0 }
				    : suppressed->reason;
}

struct cnd_str
cnd_show_message(struct cnd_arena *arena, const struct cnd_finding *finding,
	const struct cnd_format_options *options)
{
	if (options->is_redacted)
		return message_without_words(arena, finding->rule->message);
	return cnd_show_cleaned(arena, finding->message);
}

struct cnd_str
cnd_show_words(struct cnd_arena *arena, const struct cnd_document *doc,
	struct cnd_span span, const struct cnd_format_options *options)
{
	if (options->is_redacted)
		return (struct cnd_str){ NULL, 0 };
	return cnd_show_cleaned(arena, cnd_document_text(doc, span));
}

struct cnd_str
cnd_show_place(struct cnd_arena *arena, const struct cnd_document *doc,
	struct cnd_span span)
{
	struct cnd_place place =
		cnd_document_place(doc, span, CND_UNIT_CODE_POINT);
	struct cnd_buf buf = { 0 };
	struct cnd_str copy;

	if (place.label.len > 0) {
		if (doc->places == CND_PLACES_PARAGRAPHS)
			cnd_buf_puts(&buf, "para ");
		cnd_show_clean(place.label, &buf);
	}
	if (doc->places == CND_PLACES_LINES)
		cnd_buf_printf(&buf, "%sline %" PRIu32, buf.len ? ", " : "",
			place.line);
	else if (buf.len == 0)
		cnd_buf_printf(&buf, "paragraph %" PRIu32, place.line);
	if (place.page > 0)
		cnd_buf_printf(&buf, ", p. ~%" PRIu32, place.page);
	copy = cnd_arena_copy(arena, cnd_buf_str(&buf));
	cnd_buf_dispose(&buf);
	return copy;
}

struct print_at {
	uint64_t fingerprint;
	size_t index;
};

static int
compare_prints(const void *left, const void *right)
{
	const struct print_at *a = left;
	const struct print_at *b = right;

	if (a->fingerprint != b->fingerprint)
		return a->fingerprint < b->fingerprint ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

const uint32_t *
cnd_show_occurrences(struct cnd_arena *arena, const struct cnd_report *report)
{
	size_t count = report->finding_count;
	struct print_at *prints =
		cnd_arena_array(arena, count + 1, sizeof(*prints));
	uint32_t *occurrences =
		cnd_arena_array(arena, count + 1, sizeof(*occurrences));

	for (size_t i = 0; i < count; i++)
		prints[i] =
			(struct print_at){ report->findings[i].fingerprint, i };
	qsort(prints, count, sizeof(*prints), compare_prints);
	for (size_t i = 1; i < count; i++)
		if (prints[i].fingerprint == prints[i - 1].fingerprint)
			occurrences[prints[i].index] =
				occurrences[prints[i - 1].index] + 1;
	return occurrences;
}

struct cnd_str
cnd_show_fingerprint(struct cnd_arena *arena, const struct cnd_finding *finding,
	uint32_t occurrence)
{
	if (occurrence == 0)
		return cnd_arena_printf(
			arena, "%016" PRIx64, finding->fingerprint);
	return cnd_arena_printf(arena, "%016" PRIx64 ":%" PRIu32,
		finding->fingerprint, occurrence + 1);
}

static void
put_encoded(struct cnd_str path, struct cnd_buf *out)
{
	for (size_t i = 0; i < path.len; i++) {
		char c = path.data[i];

		if (cnd_is_alpha(c) || cnd_is_digit(c) ||
			(c != '\0' && strchr("-._~/", c) != NULL))
			cnd_buf_putc(out, c);
		else
			cnd_buf_printf(out, "%%%02X", (unsigned char)c);
	}
}

void
cnd_show_uri(struct cnd_str name, struct cnd_str folder, struct cnd_buf *out)
{
	bool is_absolute = cnd_str_starts_with(name, CND_STR("/"));

	while (cnd_str_starts_with(name, CND_STR("./")))
		name = cnd_str_slice(name, 2, name.len);
	if (is_absolute || folder.len > 0)
		cnd_buf_puts(out, "file://");
	if (!is_absolute && folder.len > 0) {
		put_encoded(folder, out);
		cnd_buf_putc(out, '/');
	}
	put_encoded(name, out);
}

void
cnd_show_add_counts(struct cnd_counts *counts, const struct cnd_report *report)
{
	for (size_t i = 0; i < report->finding_count; i++)
		counts->of[report->findings[i].level]++;
	counts->suppressed += report->suppressed_count;
}

void
cnd_show_number(size_t count, const char *noun, struct cnd_buf *out)
{
	cnd_buf_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}
