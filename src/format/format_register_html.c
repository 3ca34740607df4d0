/* The register as a page: a heading and a table for each report. */
#include "format/formats.h"
#include "format/page.h"

void
cnd_format_register_html(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	cnd_page_tables("Register of recommendations",
		(struct cnd_page){ .options = options,
			.out = out,
			.reports = reports,
			.count = count },
		cnd_page_register);
}
