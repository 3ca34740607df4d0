/*
 * Refuses what is no text, and reads around bytes that are not UTF-8.
 * Each such byte stands as three (U+FFFD) in the repaired copy, so an
 * offset there is two too far for every one before it.
 */
#include "read/encoding.h"

#include "base/buf.h"
#include "base/halving.h"
#include "base/utf8.h"

#include <string.h>

struct magic {
	const char *bytes;
	size_t len;
	const char *message;
};

static const struct magic magics[] = {
	{ "%PDF-", 5,
		"a PDF, not text: check the Word file it was made from, or "
		"the output of 'pdftotext -layout'" },
	{ "PK\3\4", 4,
		"a ZIP package, not text: a Word or OpenDocument file must "
		"be named .docx or .odt" },
	{ "\xd0\xcf\x11\xe0", 4,
		"an old Office file or one with a password, not text: save it "
		"as .docx without one" },
	{ "{\\rtf", 5, "RTF, not text: save it as .docx" },
	{ "\x89PNG", 4, "a PNG image, not text" },
	{ "\xff\xd8\xff", 3, "a JPEG image, not text" },
	{ "GIF8", 4, "a GIF image, not text" },
	{ "\x1f\x8b\x08", 3, "gzip, not text: unpack it first" },
	{ "\x7f"
	  "ELF",
		4, "a program, not text" },
	{ "\xff\xfe", 2, "UTF-16, which is not read: save it as UTF-8" },
	{ "\xfe\xff", 2, "UTF-16, which is not read: save it as UTF-8" },
};

/* Every other of the first bytes is zero: UTF-16 without its mark. */
static bool
looks_like_utf16(struct cnd_str source)
{
	size_t zeros[2] = { 0, 0 };
	size_t count = source.len < 256 ? source.len : 256;

	for (size_t i = 0; i < count; i++)
		zeros[i % 2] += source.data[i] == '\0';
	return count >= 4 && (zeros[0] > count / 4) != (zeros[1] > count / 4);
}

bool
cnd_encoding_check(struct cnd_str source, struct cnd_error *err)
{
	size_t zero;

	for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++) {
		struct cnd_str bytes = { magics[i].bytes, magics[i].len };

		if (cnd_str_starts_with(source, bytes))
			return cnd_fail(err, CND_ERR_INPUT, "this is %s",
				magics[i].message);
	}
	zero = cnd_str_find_byte(source, '\0');
	if (zero == CND_NOT_FOUND)
		return true;
	if (looks_like_utf16(source))
		return cnd_fail(err, CND_ERR_INPUT,
			"this is UTF-16, which is not read: save it as UTF-8");
	return cnd_fail(err, CND_ERR_INPUT,
		"this is binary, not text: byte %zu is zero", zero + 1);
}

size_t
cnd_encoding_bom(struct cnd_str source)
{
	return cnd_str_starts_with(source, CND_STR("\xef\xbb\xbf")) ? 3 : 0;
}

bool
cnd_repair_make(struct cnd_repair *repair, struct cnd_str source)
{
	size_t at = 0;

	for (;;) {
		struct cnd_str rest = cnd_str_slice(source, at, source.len);
		size_t bad = cnd_utf8_invalid(rest);
		uint32_t place;

		if (bad == CND_NOT_FOUND && at == 0)
			return false;
		if (at == 0)
			cnd_buf_reserve(&repair->text, source.len);
		if (bad == CND_NOT_FOUND) {
			cnd_buf_put(&repair->text, rest);
			return true;
		}
		cnd_buf_put(&repair->text, cnd_str_slice(rest, 0, bad));
		place = (uint32_t)repair->text.len;
		cnd_buf_put(&repair->places,
			(struct cnd_str){
				(const char *)&place, sizeof(place) });
		cnd_buf_puts(&repair->text, "\xef\xbf\xbd");
		at += bad + 1;
	}
}

void
cnd_repair_dispose(struct cnd_repair *repair)
{
	cnd_buf_dispose(&repair->text);
	cnd_buf_dispose(&repair->places);
}

static size_t
place_count(const struct cnd_repair *repair)
{
	return repair->places.len / sizeof(uint32_t);
}

static uint32_t
place_at(const struct cnd_repair *repair, size_t index)
{
	uint32_t place;

	memcpy(&place, repair->places.data + index * sizeof(place),
		sizeof(place));
	return place;
}

/* How many places stand before offset. */
static size_t
places_before(const struct cnd_repair *repair, uint32_t offset)
{
	struct cnd_halving in = { .high = place_count(repair) };

	while (cnd_halving_asks(&in))
		cnd_halving_tell(&in, place_at(repair, in.middle) < offset);
	return in.low;
}

/* The original's offset of one in the copy; inside a U+FFFD, its byte. */
static uint32_t
original_offset(const struct cnd_repair *repair, uint32_t offset)
{
	size_t before = places_before(repair, offset);
	uint32_t last;

	if (offset == CND_NONE || before == 0)
		return offset;
	last = place_at(repair, before - 1);
	if (offset - last < 3)
		return last - (uint32_t)(before - 1) * 2 + 1;
	return offset - (uint32_t)before * 2;
}

/* Cuts a segment that maps byte for byte at each U+FFFD it holds. */
static struct cnd_segment *
split_segment(const struct cnd_repair *repair,
	const struct cnd_segment *segment, struct cnd_segment *out)
{
	size_t next = places_before(repair, segment->source);
	uint32_t end = segment->source + segment->source_len;
	uint32_t at = segment->source;

	while (at < end) {
		bool has_place = next < place_count(repair) &&
			place_at(repair, next) < end;
		uint32_t stop = has_place ? place_at(repair, next) : end;
		bool is_bad = stop == at;
		uint32_t len = is_bad ? 3 : stop - at;

		*out++ = (struct cnd_segment){
			.text = segment->text + (at - segment->source),
			.text_len = len,
			.source = original_offset(repair, at),
			.source_len = is_bad ? 1 : len,
			.part = segment->part,
		};
		next += is_bad;
		at += len;
	}
	return out;
}

static void
restore_segments(const struct cnd_repair *repair, struct cnd_document *doc)
{
	size_t most = doc->segment_count + 2 * place_count(repair);
	struct cnd_segment *all =
		cnd_arena_array(doc->arena, most, sizeof(*all));
	struct cnd_segment *out = all;

	for (size_t i = 0; i < doc->segment_count; i++) {
		const struct cnd_segment *segment = &doc->segments[i];
		uint32_t end = segment->source + segment->source_len;

		if (segment->text_len == segment->source_len) {
			out = split_segment(repair, segment, out);
			continue;
		}
		*out = *segment;
		out->source = original_offset(repair, segment->source);
		out->source_len = original_offset(repair, end) - out->source;
		out++;
	}
	doc->segments = all;
	doc->segment_count = (size_t)(out - all);
}

static void
add_state(struct cnd_document *doc, struct cnd_str source, uint32_t first,
	size_t count)
{
	struct cnd_state *states = cnd_arena_array(
		doc->arena, doc->state_count + 1, sizeof(*states));
	uint32_t from = cnd_document_text_offset(doc, first);
	uint32_t text_len = (uint32_t)doc->text.len;

	states[0].rule = "document/encoding";
	states[0].span = (struct cnd_span){ from,
		from + 3 < text_len ? from + 3 : text_len };
	states[0].message = cnd_arena_printf(doc->arena,
		"%zu byte%s not UTF-8 (the first is 0x%02X) and read as "
		"U+FFFD; save the file as UTF-8",
		count, count == 1 ? " is" : "s are",
		(unsigned)(unsigned char)source.data[first]);
	for (size_t i = 0; i < doc->state_count; i++)
		states[i + 1] = doc->states[i];
	doc->states = states;
	doc->state_count++;
}

void
cnd_repair_restore(const struct cnd_repair *repair, struct cnd_str source,
	struct cnd_document *doc)
{
	uint32_t first = place_at(repair, 0);

	restore_segments(repair, doc);
	for (size_t i = 0; i < doc->block_count; i++)
		doc->blocks[i].label_source =
			original_offset(repair, doc->blocks[i].label_source);
	for (size_t i = 0; i < doc->directive_count; i++)
		doc->directives[i].source =
			original_offset(repair, doc->directives[i].source);
	doc->source = source;
	if (doc->places == CND_PLACES_LINES)
		doc->lines = cnd_lines_of(doc->arena, source);
	add_state(doc, source, first, place_count(repair));
}
