/* The assurance table as a page. */
#include "format/formats.h"
#include "format/page.h"

void
cnd_format_assure_html(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	cnd_page_tables("Assurance table",
		(struct cnd_page){ .options = options,
			.out = out,
			.reports = reports,
			.count = count },
		cnd_page_assurance);
}
