/* The register as a page: a heading and a table for each report. */
#include "format/formats.h"
#include "format/page.h"

static void
start(struct cnd_rendering *rendering)
{
	cnd_page_tables_start("Register of recommendations", rendering);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	cnd_page_tables_put(rendering, report, cnd_page_register);
}

const struct cnd_format_steps cnd_format_register_html = { start, put_report,
	cnd_page_tables_finish };
