/* The assurance table for people. */
#include "format/assurance.h"
#include "format/formats.h"
#include "format/show.h"

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	const struct cnd_format_options *options = rendering->options;
	struct cnd_buf *out = rendering->out;
	struct cnd_arena *arena = cnd_arena_new();
	size_t width = options->width == 0 ? 80 : options->width;
	struct cnd_grid statements =
		cnd_assurance_statements(arena, report, options);
	struct cnd_grid disagreements =
		cnd_assurance_disagreements(arena, report, options);
	struct cnd_grid basis = cnd_assurance_basis(arena, report);

	cnd_buf_puts(out, rendering->state == NULL ? "" : "\n");
	rendering->state = rendering; /* no longer the first */
	cnd_show_clean(report->doc->name, out);
	cnd_buf_printf(out, " (read as '%.*s')\n\n",
		CND_STR_ARG(report->review->profile));
	cnd_grid_text(&statements, width, out);
	if (basis.cell_count > 0) {
		cnd_buf_puts(out, "\nWhat asks for it\n\n");
		cnd_grid_text(&basis, width, out);
	}
	if (disagreements.cell_count > 0) {
		cnd_buf_puts(out, "\nDisagreement about the review\n\n");
		cnd_grid_text(&disagreements, width, out);
	}
	cnd_buf_putc(out, '\n');
	if (!options->is_quiet) {
		cnd_buf_put(out, cnd_assurance_totals(arena, report));
		cnd_buf_puts(out, ".\n");
	}
	cnd_arena_free(arena);
}

const struct cnd_format_steps cnd_format_assure_text = { .put = put_report };
