/* The assurance table as Markdown. */
#include "format/assurance.h"
#include "format/formats.h"
#include "format/show.h"

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	const struct cnd_format_options *options = rendering->options;
	struct cnd_buf *out = rendering->out;
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_grid statements =
		cnd_assurance_statements(arena, report, options);
	struct cnd_grid disagreements =
		cnd_assurance_disagreements(arena, report, options);
	struct cnd_grid basis = cnd_assurance_basis(arena, report);

	cnd_buf_puts(out, "# Accountability: ");
	cnd_markdown_escape(cnd_show_cleaned(arena, report->doc->name), out);
	cnd_buf_puts(out, "\n\n");
	cnd_buf_put(out, cnd_assurance_totals(arena, report));
	cnd_buf_puts(out, ".\n\n");
	cnd_grid_markdown(&statements, out);
	if (basis.cell_count > 0) {
		cnd_buf_puts(out, "\n## What asks for it\n\n");
		cnd_grid_markdown(&basis, out);
	}
	if (disagreements.cell_count > 0) {
		cnd_buf_puts(out, "\n## Disagreement about the review\n\n");
		cnd_grid_markdown(&disagreements, out);
	}
	cnd_buf_putc(out, '\n');
	cnd_arena_free(arena);
}

const struct cnd_format_steps cnd_format_assure_markdown = {
	.put = put_report
};
