/* The assurance table as a page. */
#include "format/assurance.h"
#include "format/formats.h"
#include "format/html.h"
#include "format/show.h"

static void
put_report(const struct cnd_report *report,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_arena *arena = cnd_arena_new();
	struct cnd_grid statements =
		cnd_assurance_statements(arena, report, options);
	struct cnd_grid disagreements =
		cnd_assurance_disagreements(arena, report, options);

	cnd_html_element("h2", cnd_show_cleaned(arena, report->doc->name), out);
	cnd_html_element("p", cnd_assurance_totals(arena, report), out);
	cnd_grid_html(&statements, out);
	if (disagreements.cell_count > 0) {
		cnd_html_element(
			"h3", CND_STR("Disagreement about the review"), out);
		cnd_grid_html(&disagreements, out);
	}
	cnd_arena_free(arena);
}

void
cnd_format_assure_html(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	cnd_html_open("Assurance table", out);
	for (size_t i = 0; i < count; i++)
		put_report(reports[i], options, out);
	cnd_html_close(out);
}
