/*
 * A mutator that knows what it changes: in XML (HTML too) elements; in a
 * ZIP file its parts, their names, and the fields of its headers.  What is
 * neither is left to the fuzzer's own.
 */
#include "mutate.h"

#include "read/zip_write.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PARTS = 64, MOST_PART_BYTES = 1 << 20 };

/* A number in a header: where it stands, and its bytes. */
struct field {
	uint8_t at;
	uint8_t bytes;
};

/* A header, by what it begins with, and its fields. */
struct header {
	const char *mark;
	struct field fields[15];
	size_t count;
};

static const struct header headers[] = {
	{ "PK\3\4",
		{ { 4, 2 }, { 6, 2 }, { 8, 2 }, { 10, 4 }, { 14, 4 }, { 18, 4 },
			{ 22, 4 }, { 26, 2 }, { 28, 2 } },
		9 },
	{ "PK\1\2",
		{ { 4, 2 }, { 6, 2 }, { 8, 2 }, { 10, 2 }, { 12, 4 }, { 16, 4 },
			{ 20, 4 }, { 24, 4 }, { 28, 2 }, { 30, 2 }, { 32, 2 },
			{ 34, 2 }, { 36, 2 }, { 38, 4 }, { 42, 4 } },
		15 },
	{ "PK\5\6",
		{ { 4, 2 }, { 6, 2 }, { 8, 2 }, { 10, 2 }, { 12, 4 }, { 16, 4 },
			{ 20, 2 } },
		7 },
};

static uint32_t
number_at(const char *bytes, unsigned count)
{
	uint32_t value = 0;

	while (count > 0)
		value = value << 8 | (unsigned char)bytes[--count];
	return value;
}

static uint32_t
another_number(struct input *input, uint32_t value)
{
	switch (mutate_chance(input, 6)) {
	case 0:
		return 0;
	case 1:
		return UINT32_MAX;
	case 2:
		return (uint32_t)input->size;
	case 3:
		return value ^ (uint32_t)1 << mutate_chance(input, 32);
	default:
		return value + (uint32_t)mutate_chance(input, 9) - 4;
	}
}

/* Another number in one field of one header. */
static void
mutate_header(struct input *input)
{
	const struct header *header = &headers[mutate_chance(input, 3)];
	const struct field *field =
		&header->fields[mutate_chance(input, header->count)];
	size_t found = CND_NOT_FOUND;
	size_t seen = 0;
	uint32_t value;

	for (size_t at = 0; at < input->size; at++)
		if (at + field->at + field->bytes <= input->size &&
			memcmp(input->data + at, header->mark, 4) == 0 &&
			mutate_chance(input, ++seen) == 0)
			found = at + field->at;
	if (found == CND_NOT_FOUND)
		return;
	value = another_number(
		input, number_at(input->data + found, field->bytes));
	for (unsigned i = 0; i < field->bytes; i++, value >>= 8)
		input->data[found + i] = (char)(value & 0xff);
}

/* Names that readers look for, and some that they must not follow. */
static struct cnd_str
any_name(struct input *input)
{
	static const char *const names[] = { "_rels/.rels",
		"[Content_Types].xml", "word/document.xml",
		"word/_rels/document.xml.rels", "word/styles.xml",
		"word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml",
		"word/comments.xml", "word/header1.xml", "mimetype",
		"content.xml", "styles.xml", "META-INF/manifest.xml",
		"../content.xml", "/content.xml", "CONTENT.XML", "" };

	return cnd_str_of(
		names[mutate_chance(input, sizeof(names) / sizeof(names[0]))]);
}

/* A part's bytes with some of its elements changed. */
static void
put_changed(struct input *input, struct cnd_zip_writer *writer,
	struct cnd_str name, struct cnd_buf *content)
{
	size_t len = content->len;
	struct cnd_str donor =
		fuzz_copy((const uint8_t *)content->data, content->len);
	struct input part = { .size = len, .most = len + MOST_PART_BYTES };

	cnd_buf_reserve(content, MOST_PART_BYTES);
	part.data = content->data;
	part.seed = input->seed;
	for (size_t i = 0; i <= mutate_chance(&part, 3); i++)
		mutate_xml(&part, donor);
	input->seed = part.seed;
	cnd_zip_put(writer, name, (struct cnd_str){ part.data, part.size }, 0);
	free((char *)(uintptr_t)donor.data);
}

/* One part: as it is, changed, under another name, twice, or not at all. */
static void
put_part(struct input *input, struct cnd_zip_writer *writer,
	struct cnd_zip *zip, size_t index)
{
	struct cnd_str name = cnd_zip_entry(zip, index)->name;
	struct cnd_buf content = { 0 };

	if (cnd_zip_unpack(zip, index, MOST_PART_BYTES, &content) !=
		CND_ZIP_DONE)
		cnd_zip_copy(writer, zip, index);
	else
		switch (mutate_chance(input, 8)) {
		case 0:
			break;
		case 1:
			cnd_zip_put(writer, any_name(input),
				cnd_buf_str(&content), 0);
			break;
		case 2:
			cnd_zip_copy(writer, zip, index);
			cnd_zip_put(writer, name, cnd_buf_str(&content), 0);
			break;
		default:
			put_changed(input, writer, name, &content);
		}
	cnd_buf_dispose(&content);
}

/* The package again, with one part changed. */
static void
mutate_parts(struct input *input, struct cnd_zip *zip)
{
	struct cnd_buf made = { 0 };
	struct cnd_zip_writer *writer = cnd_zip_writer_new(&made);
	size_t count = cnd_zip_count(zip);
	size_t changed = mutate_chance(input, count);

	for (size_t i = 0; i < count; i++)
		if (i == changed)
			put_part(input, writer, zip, i);
		else
			cnd_zip_copy(writer, zip, i);
	if (cnd_zip_writer_finish(writer))
		mutate_replace(input, 0, input->size, cnd_buf_str(&made));
	cnd_buf_dispose(&made);
}

/* False when it is no package. */
static bool
mutate_zip(struct input *input)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_str bytes =
		fuzz_copy((const uint8_t *)input->data, input->size);
	struct cnd_error err = { 0 };
	struct cnd_zip *zip = cnd_zip_open(arena, bytes, MOST_PARTS, &err);
	bool is_package = zip != NULL && cnd_zip_count(zip) > 0;

	if (is_package) {
		if (mutate_chance(input, 4) == 0)
			mutate_header(input);
		else
			mutate_parts(input, zip);
	}
	cnd_arena_free(arena);
	free((char *)(uintptr_t)bytes.data);
	return is_package;
}

static struct input
input_of(uint8_t *data, size_t size, size_t most, unsigned seed)
{
	return (struct input){ (char *)data, size, most,
		seed * UINT64_C(0x9e3779b97f4a7c15) + 1 };
}

/* One in three is the fuzzer's own: bytes that no structure foresees. */
size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
	struct input input = input_of(data, size, most, seed);
	struct cnd_str before;

	if (mutate_chance(&input, 3) == 0)
		return LLVMFuzzerMutate(data, size, most);
	before = fuzz_copy(data, size);
	if (!mutate_zip(&input))
		mutate_xml(&input, before);
	if (cnd_str_equal(before, mutate_bytes(&input)))
		input.size = LLVMFuzzerMutate(data, size, most);
	free((char *)(uintptr_t)before.data);
	return input.size;
}

/* Elements of the one among those of the other. */
size_t
LLVMFuzzerCustomCrossOver(const uint8_t *data, size_t size,
	const uint8_t *other, size_t other_size, uint8_t *out, size_t most,
	unsigned seed)
{
	struct input input =
		input_of(out, size < most ? size : most, most, seed);

	memcpy(out, data, input.size);
	for (int i = 0; i < 4; i++)
		mutate_xml(&input,
			(struct cnd_str){ (const char *)other, other_size });
	return input.size;
}
