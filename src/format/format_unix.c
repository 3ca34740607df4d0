/*
 * Findings as compilers print them, one a line with byte columns: what
 * Vim's errorformat and reviewdog read.
 */
#include "format/formats.h"
#include "format/show.h"

#include <inttypes.h>

static void
put_finding(const struct cnd_report *report, const struct cnd_finding *finding,
	const struct cnd_format_options *options, struct cnd_arena *scratch,
	struct cnd_buf *out)
{
	struct cnd_place place =
		cnd_document_place(report->doc, finding->span, CND_UNIT_BYTE);

	cnd_show_clean(report->doc->name, out);
	cnd_buf_printf(out, ":%" PRIu32 ":%" PRIu32 ": %s: ", place.line,
		place.column, cnd_level_name(finding->level));
	cnd_buf_put(out, cnd_show_message(scratch, finding, options));
	cnd_buf_printf(out, " [%.*s]\n", CND_STR_ARG(finding->rule->id));
}

void
cnd_format_unix(const struct cnd_report *const *reports, size_t count,
	const struct cnd_format_options *options, struct cnd_buf *out)
{
	struct cnd_arena *scratch = cnd_arena_new();

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < reports[i]->finding_count; j++)
			put_finding(reports[i], &reports[i]->findings[j],
				options, scratch, out);
	cnd_arena_free(scratch);
}
