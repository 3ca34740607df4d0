/* Plain text: paragraphs between blank lines. */
#include "read/read.h"

#include "doc/builder.h"
#include "read/encoding.h"

/* Adds a line to the paragraph; false when it is blank and ends it. */
static bool
add_line(struct cnd_builder *builder, struct cnd_str source, size_t from,
	size_t to, bool is_open)
{
	struct cnd_str line = cnd_str_slice(source, from, to);

	if (cnd_str_trim(line).len == 0)
		return false;
	if (!is_open)
		cnd_builder_open(builder, CND_BLOCK_PARAGRAPH);
	else
		cnd_builder_text(
			builder, CND_STR(" "), (uint32_t)from - 1, 1, 0);
	cnd_builder_text(builder, line, (uint32_t)from, (uint32_t)line.len, 0);
	return true;
}

struct cnd_document *
cnd_read_text(struct cnd_str name, struct cnd_str source, struct cnd_error *err)
{
	struct cnd_builder *builder =
		cnd_builder_new(name, "text", source, CND_PLACES_LINES);
	size_t at = cnd_encoding_bom(source);
	bool is_open = false;

	while (at < source.len) {
		struct cnd_str rest = cnd_str_slice(source, at, source.len);
		struct cnd_str line = cnd_str_split(&rest, '\n');
		bool is_text =
			add_line(builder, source, at, at + line.len, is_open);

		if (is_open && !is_text)
			cnd_builder_close(builder);
		is_open = is_text;
		at += line.len + 1;
	}
	if (is_open)
		cnd_builder_close(builder);
	return cnd_builder_finish(builder, err);
}
