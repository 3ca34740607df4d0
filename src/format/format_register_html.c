/* The register as a page: a heading and a table for each report. */
#include "format/formats.h"
#include "format/html.h"
#include "format/register.h"
#include "format/show.h"

static void
put_report(const struct cnd_report *report,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_grid page = cnd_register_page(arena, report, options);

	cnd_html_element("h2", cnd_show_cleaned(arena, report->doc->name), out);
	cnd_html_element("p", cnd_register_totals(arena, report->review), out);
	if (page.cell_count > 0)
		cnd_grid_html(&page, out);
	cnd_arena_free(arena);
}

void
cnd_format_register_html(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	cnd_html_open("Register of recommendations", out);
	for (size_t i = 0; i < count; i++)
		put_report(reports[i], options, out);
	cnd_html_close(out);
}
