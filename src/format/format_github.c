/*
 * Findings as commands of a GitHub workflow, which shows them beside the
 * lines of a pull request.  Nothing but commands is printed: a line of
 * report text that opens with "::" must not become one.
 */
#include "format/formats.h"
#include "format/show.h"

#include <inttypes.h>

/* In a property also ':' and ',' are escaped. */
static void
put_escaped(struct cnd_str words, bool is_property, struct cnd_buf *out)
{
	for (size_t i = 0; i < words.len; i++) {
		char c = words.data[i];

		if (c == '%' || c == '\r' || c == '\n' ||
			(is_property && (c == ':' || c == ',')))
			cnd_buf_printf(out, "%%%02X", (unsigned char)c);
		else
			cnd_buf_putc(out, c);
	}
}

static void
put_finding(const struct cnd_report *report, const struct cnd_finding *finding,
	const struct cnd_format_options *options, struct cnd_arena *scratch,
	struct cnd_buf *out)
{
	static const char *const commands[] = { "notice", "warning", "error" };
	struct cnd_place place =
		cnd_document_place(report->doc, finding->span, CND_UNIT_UTF16);

	cnd_buf_printf(out, "::%s file=", commands[finding->level]);
	put_escaped(cnd_show_cleaned(scratch, report->doc->name), true, out);
	cnd_buf_printf(out, ",line=%" PRIu32 ",endLine=%" PRIu32, place.line,
		place.end_line);
	/* Columns across lines make the runner drop the range. */
	if (place.line == place.end_line)
		cnd_buf_printf(out, ",col=%" PRIu32 ",endColumn=%" PRIu32,
			place.column, place.end_column);
	cnd_buf_puts(out, ",title=");
	put_escaped(finding->rule->id, true, out);
	cnd_buf_puts(out, "::");
	put_escaped(cnd_show_message(scratch, finding, options), false, out);
	cnd_buf_putc(out, '\n');
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

const struct cnd_format_steps cnd_format_github = { .put = put_report };
