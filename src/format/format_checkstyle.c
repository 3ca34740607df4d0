/* Findings as Checkstyle's XML, which many build servers read. */
#include "format/formats.h"
#include "format/html.h"
#include "format/show.h"

#include <inttypes.h>

static void
put_attribute(const char *name, struct cnd_str value, struct cnd_buf *out)
{
	cnd_buf_printf(out, " %s=\"", name);
	cnd_html_escape(value, out);
	cnd_buf_putc(out, '"');
}

static void
put_finding(const struct cnd_report *report, const struct cnd_finding *finding,
	const struct cnd_format_options *options, struct cnd_arena *scratch,
	struct cnd_buf *out)
{
	static const char *const severities[] = { "info", "warning", "error" };
	struct cnd_place place = cnd_document_place(
		report->doc, finding->span, CND_UNIT_CODE_POINT);

	cnd_buf_printf(out,
		"  <error line=\"%" PRIu32 "\" column=\"%" PRIu32 "\"",
		place.line, place.column);
	put_attribute("severity", cnd_str_of(severities[finding->level]), out);
	put_attribute(
		"message", cnd_show_message(scratch, finding, options), out);
	put_attribute("source",
		cnd_arena_printf(scratch, "candour.%.*s",
			CND_STR_ARG(finding->rule->id)),
		out);
	cnd_buf_puts(out, "/>\n");
}

static void
put_report(struct cnd_rendering *rendering, const struct cnd_report *report)
{
	struct cnd_arena *scratch = cnd_arena_new();
	struct cnd_buf *out = rendering->out;

	cnd_buf_puts(out, " <file");
	put_attribute(
		"name", cnd_show_cleaned(scratch, report->doc->name), out);
	cnd_buf_puts(out, ">\n");
	for (size_t i = 0; i < report->finding_count; i++)
		put_finding(report, &report->findings[i], rendering->options,
			scratch, out);
	cnd_buf_puts(out, " </file>\n");
	cnd_arena_free(scratch);
}

static void
start(struct cnd_rendering *rendering)
{
	cnd_buf_puts(rendering->out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<checkstyle version=\"4.3\">\n");
}

static void
finish(struct cnd_rendering *rendering)
{
	cnd_buf_puts(rendering->out, "</checkstyle>\n");
}

const struct cnd_format_steps cnd_format_checkstyle = { start, put_report,
	finish };
