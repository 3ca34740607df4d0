/* The register for a spreadsheet: all files in one sheet. */
#include "format/formats.h"
#include "format/register.h"

void
cnd_format_register_csv(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_grid sheet = cnd_register_sheet(arena);

	for (size_t i = 0; i < count; i++)
		cnd_register_sheet_rows(&sheet, reports[i], options);
	cnd_grid_csv(&sheet, out);
	cnd_arena_free(arena);
}
