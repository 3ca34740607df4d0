/*
 * Standard input as a Word file on standard output, a paragraph for each
 * line of text, so that a .docx can be measured against its own text.
 */
#include "base/flate.h"
#include "read/zip.h"

#include <stdio.h>
#include <stdlib.h>

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
put_part(struct cnd_zip_writer *writer, const char *name, struct cnd_str bytes)
{
	struct cnd_buf packed = { 0 };
	struct cnd_zip_entry entry = {
		.name = cnd_str_of(name),
		.method = CND_ZIP_DEFLATED,
		.checksum = cnd_crc32(bytes),
		.size = bytes.len,
	};

	cnd_deflate(bytes, &packed);
	entry.packed = packed.len;
	cnd_zip_date(&entry, 0);
	cnd_zip_put(writer, &entry, cnd_buf_str(&packed));
	cnd_buf_dispose(&packed);
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
	struct cnd_buf out = { 0 };
	struct cnd_zip_writer writer = { .out = &out };
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
	put_part(&writer, "[Content_Types].xml", cnd_str_of(types));
	put_part(&writer, "_rels/.rels", cnd_str_of(relations));
	put_part(&writer, "word/document.xml", cnd_buf_str(&body));
	cnd_zip_finish(&writer);
	fwrite(out.data, 1, out.len, stdout);
	cnd_buf_dispose(&text);
	cnd_buf_dispose(&body);
	cnd_buf_dispose(&out);
	return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
