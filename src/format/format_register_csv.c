/* The register for a spreadsheet: all files in one sheet. */
#include "format/formats.h"
#include "format/register.h"

static void
put_titles(struct cnd_rendering *rendering)
{
	const struct cnd_grid sheet = cnd_register_sheet(rendering->arena);

	cnd_grid_csv(&sheet, rendering->out);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_grid sheet = cnd_register_sheet(arena);

	cnd_register_sheet_rows(&sheet, report, rendering->options);
	cnd_grid_csv_rows(&sheet, rendering->out);
	cnd_arena_free(arena);
}

const struct cnd_format_steps cnd_format_register_csv = { put_titles,
	put_report, NULL };
