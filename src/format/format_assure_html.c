/* The assurance table as a page. */
#include "format/formats.h"
#include "format/page.h"

static void
start(struct cnd_rendering *rendering)
{
	cnd_page_tables_start("Assurance table", rendering);
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	cnd_page_tables_put(rendering, report, cnd_page_assurance);
}

const struct cnd_format_steps cnd_format_assure_html = { start, put_report,
	cnd_page_tables_finish };
