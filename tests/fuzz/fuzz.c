/* What the fuzz targets share: reading a file, packing one, the rules. */
#include "fuzz.h"

#include "read/read.h"

#include <stdlib.h>
#include <string.h>

struct cnd_str
fuzz_copy(const uint8_t *data, size_t size)
{
	char *copy = malloc(size + (size == 0));

	if (copy == NULL)
		abort();
	if (size > 0)
		memcpy(copy, data, size);
	return (struct cnd_str){ copy, size };
}

static void
check_document(const struct cnd_document *doc)
{
	uint32_t last = 0;

	for (size_t i = 0; i < doc->block_count; i++) {
		struct cnd_span span = doc->blocks[i].span;

		if (span.from > span.to || span.to > doc->text.len ||
			span.from < last)
			abort();
		last = span.to;
	}
	for (size_t i = 0; i < doc->sentence_count; i++) {
		struct cnd_span span = doc->sentences[i].span;

		if (span.from > span.to || span.to > doc->text.len)
			abort();
	}
}

void
fuzz_document(struct cnd_document *doc, const struct cnd_error *err)
{
	if (doc == NULL && err->message[0] == '\0')
		abort();
	if (doc != NULL)
		check_document(doc);
	cnd_document_free(doc);
}

void
fuzz_read(const char *name, struct cnd_str source)
{
	struct cnd_error err = { 0 };
	struct cnd_document *doc = cnd_read(cnd_str_of(name), source, &err);

	fuzz_document(doc, &err);
}

const struct cnd_ruleset *
fuzz_rules(void)
{
	static struct cnd_ruleset *set;
	struct cnd_error err = { 0 };
	size_t count;
	const struct cnd_rule_file *files;

	if (set != NULL)
		return set;
	files = cnd_builtin_rules(&count);
	set = cnd_ruleset_new(files, count, &err);
	if (set == NULL)
		abort();
	return set;
}

const struct cnd_ruleset *
fuzz_word_rules(void)
{
	static const struct cnd_rule_file file = {
		.path = CND_STR_INIT("fuzz/word.yml"),
		.bytes = CND_STR_INIT("extends: existence\n"
				      "message: \"'%s' is a word\"\n"
				      "description: Words.\n"
				      "level: warning\n"
				      "nonword: true\n"
				      "tokens: ['\\S+']\n"),
	};
	static struct cnd_ruleset *set;
	struct cnd_error err = { 0 };

	if (set == NULL)
		set = cnd_ruleset_new(&file, 1, &err);
	if (set == NULL)
		abort();
	return set;
}

struct cnd_str
fuzz_cut(struct cnd_str *rest)
{
	static const struct cnd_str mark = CND_STR_INIT("\n====\n");
	size_t at = cnd_str_find(*rest, mark);
	struct cnd_str part = *rest;

	if (at == CND_NOT_FOUND) {
		*rest = cnd_str_slice(*rest, rest->len, rest->len);
		return part;
	}
	part = cnd_str_slice(*rest, 0, at);
	*rest = cnd_str_slice(*rest, at + mark.len, rest->len);
	return part;
}

static uint32_t
checksum(struct cnd_str bytes)
{
	uint32_t crc = 0xffffffffu;

	for (size_t i = 0; i < bytes.len; i++) {
		crc ^= (unsigned char)bytes.data[i];
		for (int bit = 0; bit < 8; bit++)
			crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
	}
	return ~crc;
}

static void
put(struct cnd_buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++, value >>= 8)
		cnd_buf_putc(out, (char)(value & 0xff));
}

/* What a local header and a directory entry have in common. */
static void
put_entry(struct cnd_buf *out, const struct fuzz_part *part)
{
	uint32_t size = (uint32_t)part->bytes.len;

	put(out, 20, 2); /* version needed */
	put(out, 0, 2); /* flags */
	put(out, 0, 2); /* stored */
	put(out, 0x21 << 16, 4); /* 1 January 1980 */
	put(out, checksum(part->bytes), 4);
	put(out, size, 4);
	put(out, size, 4);
	put(out, (uint32_t)strlen(part->name), 2);
	put(out, 0, 2); /* no extra field */
}

void
fuzz_zip(const struct fuzz_part *parts, size_t count, struct cnd_buf *out)
{
	uint32_t offsets[16];
	uint32_t directory;

	for (size_t i = 0; i < count; i++) {
		offsets[i] = (uint32_t)out->len;
		put(out, 0x04034b50, 4);
		put_entry(out, &parts[i]);
		cnd_buf_put(out, cnd_str_of(parts[i].name));
		cnd_buf_put(out, parts[i].bytes);
	}
	directory = (uint32_t)out->len;
	for (size_t i = 0; i < count; i++) {
		put(out, 0x02014b50, 4);
		put(out, 20, 2);
		put_entry(out, &parts[i]);
		put(out, 0, 2 + 2 + 2 + 2); /* comment, disk, attributes */
		put(out, 0, 2);
		put(out, offsets[i], 4);
		cnd_buf_put(out, cnd_str_of(parts[i].name));
	}
	put(out, 0x06054b50, 4);
	put(out, 0, 4);
	put(out, (uint32_t)count, 2);
	put(out, (uint32_t)count, 2);
	put(out, (uint32_t)out->len - 12 - directory, 4);
	put(out, directory, 4);
	put(out, 0, 2);
}
