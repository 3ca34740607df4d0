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

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct cnd_arena *scratch = cnd_arena_new();

	for (size_t i = 0; i < report->finding_count; i++)
		put_finding(report, &report->findings[i], rendering->options,
			scratch, rendering->out);
	cnd_arena_free(scratch);
}

const struct cnd_format_steps cnd_format_unix = { .put = put_report };
