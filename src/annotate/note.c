/* The words of comments. */
#include "annotate/note.h"

#include <time.h>

void
cnd_note_finding(const struct cnd_finding *finding, struct cnd_buf *out)
{
	cnd_buf_put(out, finding->message);
	cnd_buf_putc(out, '\n');
	if (finding->rule->fix.len > 0) {
		cnd_buf_put(out, finding->rule->fix);
		cnd_buf_putc(out, '\n');
	}
	cnd_buf_printf(out, "[%.*s]", CND_STR_ARG(finding->rule->id));
}

void
cnd_note_quote(struct cnd_str words, struct cnd_buf *out)
{
	struct cnd_str trimmed = cnd_str_trim(words);

	cnd_buf_puts(out, "\n“");
	for (size_t i = 0; i < trimmed.len; i++)
		cnd_buf_putc(out,
			cnd_is_space(trimmed.data[i]) ? ' ' : trimmed.data[i]);
	cnd_buf_puts(out, "”");
}

/* "1 error", "2 errors". */
static void
write_count(size_t count, const char *noun, struct cnd_buf *out)
{
	cnd_buf_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void
cnd_note_summary(
	const struct cnd_report *report, size_t left_out, struct cnd_buf *out)
{
	size_t counts[CND_LEVEL_COUNT] = { 0 };

	for (size_t i = 0; i < report->finding_count; i++)
		counts[report->findings[i].level]++;
	cnd_buf_puts(out, "Candour read this report: ");
	write_count(counts[CND_LEVEL_ERROR], "error", out);
	cnd_buf_puts(out, ", ");
	write_count(counts[CND_LEVEL_WARNING], "warning", out);
	cnd_buf_puts(out, ", ");
	write_count(counts[CND_LEVEL_SUGGESTION], "suggestion", out);
	cnd_buf_puts(out, ".\n");
	if (left_out > 0) {
		write_count(left_out, "more finding", out);
		cnd_buf_printf(out, " %s not shown as %s.\n",
			left_out == 1 ? "is" : "are",
			left_out == 1 ? "a comment" : "comments");
	}
	cnd_buf_puts(out, "[candour/summary]");
}

void
cnd_note_escape(struct cnd_str text, struct cnd_buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (c == '&')
			cnd_buf_puts(out, "&amp;");
		else if (c == '<')
			cnd_buf_puts(out, "&lt;");
		else if (c == '>')
			cnd_buf_puts(out, "&gt;");
		else if (c == '"')
			cnd_buf_puts(out, "&quot;");
		else if (c >= 0x20 || c == '\t')
			cnd_buf_putc(out, (char)c);
		else
			cnd_buf_putc(out, ' ');
	}
}

void
cnd_note_date(int64_t time, struct cnd_buf *out)
{
	time_t seconds = (time_t)time;
	struct tm parts = { 0 };

	gmtime_r(&seconds, &parts);
	cnd_buf_printf(out, "%04d-%02d-%02dT%02d:%02d:%02dZ",
		parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
		parts.tm_hour, parts.tm_min, parts.tm_sec);
}
