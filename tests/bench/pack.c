/*
 * Standard input as a Word file on standard output, a paragraph for each
 * line of text, so that a .docx can be measured against its own text.
 */
#include "base/buf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* A package on its way out: entries, and the directory that ends it. */
struct package {
	struct cnd_buf out;
	struct cnd_buf directory;
	unsigned count;
};

static const char types[] =
	"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	"content-types\"><Default Extension=\"rels\" ContentType=\"application/"
	"vnd.openxmlformats-package.relationships+xml\"/><Override "
	"PartName=\"/word/document.xml\" ContentType=\"application/"
	"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\""
	"/></Types>";

static const char relations[] =
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	"relationships\"><Relationship Id=\"rId1\" Type=\"http://"
	"schemas.openxmlformats.org/officeDocument/2006/relationships/"
	"officeDocument\" Target=\"word/document.xml\"/></Relationships>";

static void
put_number(struct cnd_buf *out, uint64_t value, int size)
{
	for (int i = 0; i < size; i++, value >>= 8)
		cnd_buf_putc(out, (char)(value & 0xff));
}

static struct cnd_buf
deflated(struct cnd_str bytes)
{
	struct cnd_buf out = { 0 };
	z_stream stream = { 0 };

	deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
		Z_DEFAULT_STRATEGY);
	cnd_buf_reserve(&out, deflateBound(&stream, bytes.len));
	stream.next_in = (Bytef *)(uintptr_t)bytes.data;
	stream.avail_in = (uInt)bytes.len;
	stream.next_out = (Bytef *)out.data;
	stream.avail_out = (uInt)out.capacity;
	deflate(&stream, Z_FINISH);
	out.len = stream.total_out;
	deflateEnd(&stream);
	return out;
}

/* What an entry and its row of the directory have in common. */
static void
put_common(struct cnd_buf *out, const char *name, struct cnd_str bytes,
	size_t packed)
{
	put_number(out, 20, 2);
	put_number(out, 0, 2);
	put_number(out, Z_DEFLATED, 2);
	put_number(out, 0x21 << 16, 4); /* 1 January 1980 */
	put_number(
		out, crc32(0, (const Bytef *)bytes.data, (uInt)bytes.len), 4);
	put_number(out, packed, 4);
	put_number(out, bytes.len, 4);
	put_number(out, strlen(name), 2);
	put_number(out, 0, 2);
}

static void
put_part(struct package *package, const char *name, struct cnd_str bytes)
{
	struct cnd_buf packed = deflated(bytes);
	size_t offset = package->out.len;

	put_number(&package->out, 0x04034b50, 4);
	put_common(&package->out, name, bytes, packed.len);
	cnd_buf_puts(&package->out, name);
	cnd_buf_put(&package->out, cnd_buf_str(&packed));
	put_number(&package->directory, 0x02014b50, 4);
	put_number(&package->directory, 20, 2);
	put_common(&package->directory, name, bytes, packed.len);
	put_number(&package->directory, 0, 10);
	put_number(&package->directory, offset, 4);
	cnd_buf_puts(&package->directory, name);
	package->count++;
	cnd_buf_dispose(&packed);
}

static void
finish(struct package *package)
{
	size_t offset = package->out.len;

	cnd_buf_put(&package->out, cnd_buf_str(&package->directory));
	put_number(&package->out, 0x06054b50, 4);
	put_number(&package->out, 0, 4);
	put_number(&package->out, package->count, 2);
	put_number(&package->out, package->count, 2);
	put_number(&package->out, package->directory.len, 4);
	put_number(&package->out, offset, 4);
	put_number(&package->out, 0, 2);
}

static void
put_escaped(struct cnd_str text, struct cnd_buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '&')
			cnd_buf_puts(out, "&amp;");
		else if (text.data[i] == '<')
			cnd_buf_puts(out, "&lt;");
		else
			cnd_buf_putc(out, text.data[i]);
	}
}

/* "## 4 Analysis" is a heading; the rest are paragraphs as they stand. */
static void
put_line(struct cnd_str line, struct cnd_buf *out)
{
	size_t level = 0;

	if (cnd_str_trim(line).len == 0)
		return;
	while (level < line.len && line.data[level] == '#')
		level++;
	cnd_buf_puts(out, "<w:p>");
	if (level > 0)
		cnd_buf_printf(out,
			"<w:pPr><w:outlineLvl w:val=\"%zu\"/></w:pPr>",
			level - 1);
	cnd_buf_puts(out, "<w:r><w:t xml:space=\"preserve\">");
	put_escaped(cnd_str_trim(cnd_str_slice(line, level, line.len)), out);
	cnd_buf_puts(out, "</w:t></w:r></w:p>");
}

int
main(void)
{
	struct cnd_buf text = { 0 };
	struct cnd_buf body = { 0 };
	struct package package = { 0 };
	struct cnd_str rest;
	int byte;

	while ((byte = getchar()) != EOF)
		cnd_buf_putc(&text, (char)byte);
	rest = cnd_buf_str(&text);
	cnd_buf_puts(&body,
		"<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
		"wordprocessingml/2006/main\"><w:body>");
	while (rest.len > 0)
		put_line(cnd_str_split(&rest, '\n'), &body);
	cnd_buf_puts(&body, "</w:body></w:document>");
	put_part(&package, "[Content_Types].xml", cnd_str_of(types));
	put_part(&package, "_rels/.rels", cnd_str_of(relations));
	put_part(&package, "word/document.xml", cnd_buf_str(&body));
	finish(&package);
	fwrite(package.out.data, 1, package.out.len, stdout);
	cnd_buf_dispose(&text);
	cnd_buf_dispose(&body);
	cnd_buf_dispose(&package.out);
	cnd_buf_dispose(&package.directory);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
