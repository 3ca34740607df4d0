/* The outline as bare text: what a reader of the file must have seen. */
#include "format/outline.h"

static void
put_text(struct cnd_str text, struct cnd_buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];

		if (c == '\n')
			cnd_buf_puts(out, "\xe2\x8f\x8e");
		else if (c == '\t')
			cnd_buf_puts(out, "\xe2\x87\xa5");
		else if ((unsigned char)c >= ' ' && c != 0x7f)
			cnd_buf_putc(out, c);
	}
}

static void
put_block(const struct cnd_document *doc, const struct cnd_block *block,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_str text = cnd_block_text(doc, block);

	if (text.len == 0 && block->label.len == 0)
		return;
	if (block->label.len > 0) {
		cnd_buf_putc(out, '[');
		put_text(block->label, out);
		cnd_buf_puts(out, "] ");
	} else if (block->kind == CND_BLOCK_ITEM) {
		cnd_buf_puts(out, "[\xe2\x80\xa2] ");
	}
	if (!options->is_redacted)
		put_text(text, out);
	cnd_buf_putc(out, '\n');
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	const struct cnd_document *doc = report->doc;

	for (size_t i = 0; i < doc->block_count; i++)
		put_block(doc, &doc->blocks[i], rendering->options,
			rendering->out);
}

const struct cnd_format_steps cnd_format_outline_plain = { .put = put_report };
