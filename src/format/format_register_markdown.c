/* The register as Markdown: a heading and a table for each report. */
#include "format/formats.h"
#include "format/register.h"
#include "format/show.h"

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	const struct cnd_format_options *options = rendering->options;
	struct cnd_buf *out = rendering->out;
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_grid page = cnd_register_page(arena, report, options);

	cnd_buf_puts(out, "# Recommendations: ");
	cnd_markdown_escape(cnd_show_cleaned(arena, report->doc->name), out);
	cnd_buf_puts(out, "\n\n");
	cnd_buf_put(out, cnd_register_totals(arena, report->review));
	cnd_buf_puts(out, ".\n\n");
	if (page.cell_count > 0) {
		cnd_grid_markdown(&page, out);
		cnd_buf_putc(out, '\n');
	}
	cnd_arena_free(arena);
}

const struct cnd_format_steps cnd_format_register_markdown = {
	.put = put_report
};
